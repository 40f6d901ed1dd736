import FlowPolicy
import GitModel
import GuardTesting
import Testing
import Wording

/// What each tool writes above a merge, by default.
@Suite struct MergeSubjectTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let subject: String
    let source: BranchName
    var target: BranchName?
    var owner: String?
    var fork: String?
    var isGitsOwn = true
    var testDescription: String { subject }
  }

  static let git = [
    Case(subject: "Merge branch 'experiment/x'", source: "experiment/x"),
    Case(subject: "Merge branch 'x' into develop", source: "x", target: "develop"),
    Case(
      subject: "Merge branch 'develop' of https://example.org/team/repo", source: "develop"),
    Case(
      subject: "Merge branch 'develop' of git@example.org:team/repo into intermediate/anna",
      source: "develop", target: "intermediate/anna"),
    Case(
      subject: "Merge remote-tracking branch 'origin/develop' into intermediate/anna",
      source: "origin/develop", target: "intermediate/anna"),
    Case(subject: "Merge remote-tracking branch 'origin/develop'", source: "origin/develop"),
    Case(
      subject: "Merge remote-tracking branch 'refs/remotes/origin/develop' into develop",
      source: "origin/develop", target: "develop"),
    Case(subject: "Merge branch 'refs/heads/4.2' into 5.0", source: "4.2", target: "5.0"),
    // Names that hold quotes themselves, and words of the subject.
    Case(subject: "Merge branch 'it's' into develop", source: "it's", target: "develop"),
    Case(subject: "Merge branch 'it'' into develop", source: "it'", target: "develop"),
    Case(subject: "Merge branch ''x'' into it's", source: "'x'", target: "it's"),
    Case(subject: "Merge branch 'into' into of", source: "into", target: "of"),
    Case(subject: "Merge branch 'опыт/é'", source: "опыт/é"),
  ]

  static let forges = [
    // GitLab writes git's own form, with the target in quotes.
    Case(
      subject: "Merge branch 'intermediate/anna' into 'develop'", source: "intermediate/anna",
      target: "develop", isGitsOwn: false),
    Case(
      subject: "Merge pull request #12 from anna/intermediate/anna", source: "intermediate/anna",
      owner: "anna", isGitsOwn: false),
    Case(
      subject: "Merge pull request 'Bring from a into b' (#7) from intermediate/anna into develop",
      source: "intermediate/anna", target: "develop", isGitsOwn: false),
    Case(
      subject: "Merge pull request 'A fork' (#8) from mallory:develop into develop",
      source: "develop", target: "develop", fork: "mallory", isGitsOwn: false),
    Case(
      subject: "Merge pull request 'A fork' (#9) from mallory/model:intermediate/x into develop",
      source: "intermediate/x", target: "develop", fork: "mallory/model", isGitsOwn: false),
    Case(
      subject: "Merge pull request #3 in ML/models from ~MALLORY/models:develop to develop",
      source: "develop", target: "develop", fork: "~MALLORY/models", isGitsOwn: false),
    Case(
      subject: "Merge pull request #3 in ML/models from intermediate/anna to develop",
      source: "intermediate/anna", target: "develop", isGitsOwn: false),
    Case(
      subject: "Merged in intermediate/anna (pull request #9)", source: "intermediate/anna",
      isGitsOwn: false),
    Case(
      subject: "Merge pull request 41 from intermediate/anna into develop",
      source: "intermediate/anna", target: "develop", isGitsOwn: false),
  ]

  @Test(arguments: git + forges) func isRead(_ given: Case) throws {
    let subject = try #require(MergeSubject(Array(given.subject.utf8)))
    #expect(subject.source == given.source)
    #expect(subject.target == given.target)
    #expect(subject.sources.map(\.owner) == [given.owner])
    #expect(subject.sources.map(\.fork) == [given.fork])
    #expect(subject.isGitsOwn == given.isGitsOwn)
  }

  @Test(arguments: [
    "", "Merge", "Merge branch", "Merge branch ", "Merge branch ''", "Merge branch 'x",
    "Merge branch x", "merge branch 'x'", " Merge branch 'x'", "Merge tag 'v1'",
    "Merge commit '0123456'", "Merge pull request #12", "Merge pull request #12 from ",
    "Merged PR 12: Bring the experiment", "Merged in ", "Revert \"Merge branch 'x'\"",
    // Of several kinds or places: which parent is which can't be told.
    "Merge branch 'a', remote-tracking branch 'origin/b'", "Merge branch 'a', tag 'b' into c",
  ])
  func otherSubjectsNameNobody(_ text: String) {
    #expect(MergeSubject(Array(text.utf8)) == nil)
  }

  @Test(
    arguments: [
      ("Merge branches 'a' and 'b'", ["a", "b"], nil),
      ("Merge branches 'a', 'b' and 'c' into develop", ["a", "b", "c"], "develop"),
      ("Merge remote-tracking branches 'o/a' and 'o/b' into x", ["o/a", "o/b"], "x"),
      ("Merge branches 'a' and 'b' of https://example.org/r into x", ["a", "b"], "x"),
    ] as [(String, [BranchName], BranchName?)])
  func anOctopusNamesItsBranches(
    _ text: String, _ names: [BranchName], _ target: BranchName?
  ) throws {
    let subject = try #require(MergeSubject(Array(text.utf8)))
    #expect(subject.sources.map(\.branch) == names)
    #expect(subject.target == target)
    #expect(subject.source == nil)
    #expect(subject.isGitsOwn)
    #expect(subject.sources.allSatisfy { $0.isTracking == text.contains("tracking") })
  }

  @Test func bytesThatAreNoUTF8AreKept() throws {
    let line = Array("Merge branch '".utf8) + [0xff] + Array("' into develop".utf8)
    let subject = try #require(MergeSubject(line))
    #expect(subject.source == BranchName(bytes: [0xff]))
    #expect(subject.target == "develop")
  }
}
