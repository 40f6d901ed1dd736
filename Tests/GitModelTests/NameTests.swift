import GitModel
import Testing

/// Names are bytes: what git keeps apart stays apart here.
@Suite struct NameTests {
  @Test(arguments: [
    ("caf\u{e9}", "cafe\u{301}"),  // composed and decomposed
    ("\u{212a}", "K"),  // the Kelvin sign
    ("\u{212b}", "\u{c5}"),  // the Angstrom sign
    ("develop", "devel\u{43e}p"),  // a Cyrillic letter
    ("develop", "Develop"),
  ])
  func lookAlikesAreDifferentNames(_ one: String, _ other: String) {
    #expect(BranchName(one) != BranchName(other))
    #expect(RefName.branch(BranchName(one)) != RefName.branch(BranchName(other)))
    #expect(TreePath(one) != TreePath(other))
    #expect(Set([BranchName(one), BranchName(other)]).count == 2)
    #expect(PathPattern(one).matches(BranchName(other)) == false)
  }

  @Test func prefixesAndSuffixesAreBytesToo() {
    #expect(BranchName("e\u{301}x").hasPrefix("e"))
    #expect(BranchName("e\u{301}").hasPrefix("\u{e9}") == false)
    #expect(BranchName("a.md").hasSuffix(".md"))
    #expect(BranchName("md").hasSuffix(".md") == false)
  }

  @Test func namesThatAreNoUTF8StayWhatTheyAre() {
    let one = BranchName(bytes: [0x78, 0xff])
    let other = BranchName(bytes: [0x78, 0xfe])
    #expect(one != other)
    #expect("\(one)" == "x\\xff")
    #expect(one.isUnprintable)
    #expect(PathPattern("x*").matches(one))
  }

  @Test func orderIsThatOfBytes() {
    let names: [TreePath] = ["b", "a/b", "a", "a.b", "A", "\u{e9}", "z"]
    #expect(names.sorted() == ["A", "a", "a.b", "a/b", "b", "z", "\u{e9}"])
  }

  @Test func onlyRefsHeadsHoldsBranches() {
    #expect(RefName("refs/heads/develop").branch == "develop")
    #expect(RefName("refs/heads/refs/heads/develop").branch == "refs/heads/develop")
    #expect(RefName("refs/heads/").branch == nil)
    #expect(RefName("refs/remotes/origin/develop").branch == nil)
    #expect(RefName("refs/headsdevelop").branch == nil)
    #expect(RefName("develop").branch == nil)
    #expect(RefName("refs/tags/v1").isTag)
    #expect(RefName("refs/heads/refs/tags/v1").isTag == false)
  }

  @Test func aBranchIsSpelledWithItsRemote() throws {
    let tip = try #require(ObjectID(String(repeating: "a", count: 40)))
    let local = Branch(ref: "refs/heads/x/y", name: "x/y", remote: nil, tip: tip)
    let remote = Branch(ref: "refs/remotes/origin/x/y", name: "x/y", remote: "origin", tip: tip)
    #expect(local.spelled == "x/y")
    #expect(remote.spelled == "origin/x/y")
    for text in ["x/y", "origin/x/y", "origin/x/", "origin-x/y", "origin/x/yy", "other/x/y"] {
      #expect(local.isSpelled(BranchName(text)) == (local.spelled == BranchName(text)))
      #expect(remote.isSpelled(BranchName(text)) == (remote.spelled == BranchName(text)))
    }
  }

  @Test func aPathLiesInsideAFolderByWholeParts() {
    let path: TreePath = "experiments/a/b.md"
    #expect(path.isInside("experiments"))
    #expect(path.isInside("experiments/a"))
    #expect(path.isInside(path))
    #expect(path.isInside("exp") == false)
    #expect(path.isInside("experiments/a/b") == false)
    #expect(TreePath("experiments2/a").isInside("experiments") == false)
    #expect(path.relative(to: "experiments") == "a/b.md")
    #expect(path.relative(to: path) == nil)
    #expect(TreePath("").appending("a".utf8).appending("b".utf8) == "a/b")
  }

  @Test(arguments: [
    (UInt32(0o100644), FileKind.regular), (0o100664, .regular), (0o100755, .executable),
    (0o120000, .symlink), (0o160000, .submodule), (0o040000, .folder),
  ])
  func modesHaveKinds(_ mode: UInt32, _ kind: FileKind) { #expect(FileKind(mode: mode) == kind) }

  @Test func otherModesAreNoKind() {
    #expect(FileKind(mode: 0o100600) == nil)
    #expect(FileKind(mode: 0) == nil)
  }

  @Test func theSubjectIsTheFirstLine() throws {
    let id = try #require(ObjectID(String(repeating: "a", count: 40)))
    let person = Person(name: [], email: [])
    func subject(_ message: String) -> String {
      let commit = Commit(
        id: id, tree: TreeID(id), parents: [], author: person, committer: person, time: 0,
        message: Array(message.utf8))
      return String(decoding: commit.subject, as: UTF8.self)
    }
    #expect(subject("One\n\nTwo") == "One")
    #expect(subject("One") == "One")
    #expect(subject("") == "")
    #expect(subject("\nTwo") == "")
  }
}
