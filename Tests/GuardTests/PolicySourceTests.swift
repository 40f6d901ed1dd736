import FlowPolicy
import Git
import GitModel
import GuardTesting
import Testing
import Wording

@testable import Guard

/// Which policy judges: always the trusted side's, in flow.md's order.
@Suite struct PolicySourceTests {
  /// A policy that is told apart by its folder.
  static func policy(_ label: String) -> String { "experiments:\n  directory: \(label)\n" }
  static let file = ".gitflow-guard.yml"

  /// A repository whose branches each hold a policy of their own name, cloned.
  static func clone(_ branches: [String], head: String = "main") throws -> ScratchRepository {
    let origin = try ScratchRepository(named: "origin")
    try origin.commit("Begin", files: ["README.md": "A project\n"])
    for name in ["develop", "trunk"] { try origin.git("branch", name) }
    for name in branches {
      try origin.git("checkout", "-q", "-B", name)
      try origin.commit("Policy", files: [file: policy(name)])
      try origin.git("checkout", "-q", "main")
    }
    try origin.git("checkout", "-q", head)
    return try origin.clone(named: "clone")
  }

  static func session(_ scratch: ScratchRepository) throws -> Session {
    try Session(at: scratch.path, environment: scratch.environment)
  }

  private func origin(_ scratch: ScratchRepository) throws -> String {
    let sourced = try Self.session(scratch).source().standard()
    #expect(sourced.isTrusted)
    if let bytes = sourced.bytes {
      let branch = sourced.origin.split(separator: ":")[0].split(separator: "/").last ?? ""
      #expect(String(decoding: bytes, as: UTF8.self) == Self.policy(String(branch)))
      #expect(sourced.policy.experiments.directory == TreePath(String(branch)))
    }
    return sourced.origin
  }

  @Test func theRemotesDevelopComesFirst() throws {
    let clone = try Self.clone(["main", "develop", "trunk"], head: "trunk")
    #expect(try origin(clone) == "origin/develop:\(Self.file)")
  }

  @Test func thenTheBranchThatTheRemotesHeadNames() throws {
    let clone = try Self.clone(["main", "trunk"], head: "trunk")
    #expect(try origin(clone) == "origin/trunk:\(Self.file)")
  }

  @Test func thenTheRemotesMain() throws {
    let clone = try Self.clone(["main"], head: "trunk")
    #expect(try origin(clone) == "origin/main:\(Self.file)")
  }

  @Test func elseTheDefaultsWhateverStandsHere() throws {
    let clone = try Self.clone([])
    for name in ["develop", "main"] {
      try clone.git("checkout", "-q", "-B", name)
      try clone.commit("Loosen", files: [Self.file: Self.policy(name)])
    }
    try clone.write(Self.file, Self.policy("work-tree"))
    #expect(try origin(clone) == "built-in defaults")
  }

  @Test func withoutARemoteTheLocalBranchesCount() throws {
    let alone = try ScratchRepository(named: "alone")
    try alone.commit("Begin", files: [Self.file: Self.policy("main")])
    #expect(try origin(alone) == "main:\(Self.file)")
    try alone.git("checkout", "-q", "-b", "develop")
    try alone.commit("Policy", files: [Self.file: Self.policy("develop")])
    try alone.git("checkout", "-q", "-b", "experiment/x")
    try alone.commit("Loosen", files: [Self.file: Self.policy("x")])
    #expect(try origin(alone) == "develop:\(Self.file)")
  }

  /// A remote of which nothing is here says nothing, and a local branch does not speak for it.
  @Test func anUnseenRemoteLeavesTheDefaults() throws {
    let alone = try ScratchRepository(named: "alone")
    try alone.commit("Begin", files: [Self.file: Self.policy("main")])
    try alone.git("remote", "add", "origin", "../nowhere.git")
    #expect(try origin(alone) == "built-in defaults")
  }

  @Test func withoutAnyPolicyTheDefaultsJudge() throws {
    let alone = try ScratchRepository(named: "alone")
    #expect(try origin(alone) == "built-in defaults")
    try alone.commit("Begin")
    #expect(try origin(alone) == "built-in defaults")
  }

  // The old tip of the branch that moves

  private func own(_ scratch: ScratchRepository, _ branch: String) throws -> String? {
    let before = try scratch.object(branch)
    return try Self.session(scratch).source().own(
      of: .branch(BranchName(branch)), before: before)?.origin
  }

  @Test func theOldTipJudgesWhereItsPolicyProtectsTheBranch() throws {
    let clone = try Self.clone(["develop"])
    try clone.git("checkout", "-q", "-b", "release")
    let policy = """
      lanes: { main: main, develop: develop, release: release, experiment: "**" }
      promotions:
        develop: { from: [experiment], by: [merge] }
        main: { from: [develop], by: [merge] }
        release: { from: [experiment], by: [merge] }
      """
    try clone.commit("Protect", files: [Self.file: policy])
    #expect(try own(clone, "release") == "release:\(Self.file)")
    // The same file elsewhere protects nothing there.
    try clone.git("branch", "experiment/x", "release")
    #expect(try own(clone, "experiment/x") == nil)
    #expect(try own(clone, "origin/main") == nil)
    // A file that broke protects what it did before; elsewhere it protects what the defaults do.
    try clone.commit("Break", files: [Self.file: "lane: {}\n"])
    #expect(throws: Failure.self) { try own(clone, "release") }
    try clone.git("branch", "-f", "experiment/x", "release")
    #expect(try own(clone, "experiment/x") == nil)
    try clone.git("branch", "-f", "main", "release")
    #expect(throws: Failure.self) { try own(clone, "main") }
  }

  @Test func theOldTipGoesBeforeTheRemotesDevelop() throws {
    let clone = try Self.clone(["main", "develop"])
    let session = try Self.session(clone)
    let main = try clone.object("origin/main")
    let develop = try clone.object("origin/develop")
    let proposal = Proposal(
      occasion: .push,
      moves: [
        RefMove(ref: "refs/heads/main", before: main, after: develop),
        RefMove(ref: "refs/heads/intermediate/anna", before: nil, after: develop),
      ], today: session.today, remote: "origin")
    let bench = try session.bench(for: proposal)
    let own = bench.policies.policy(for: "refs/heads/main")
    #expect(own.experiments.directory == "main")
    #expect(bench.policies.standard.experiments.directory == "develop")
  }

  // A proposal does not judge itself

  @Test(arguments: [true, false])
  func aBranchCantLoosenThePolicyThatJudgesIt(_ developHasOne: Bool) throws {
    let clone = try Self.clone(developHasOne ? ["develop"] : [])
    try clone.git("checkout", "-q", "-b", "intermediate/anna", "origin/develop")
    try clone.commit(
      "Loosen",
      files: [
        Self.file: """
        mode: advise
        lanes: { experiment: "**" }
        promotions: {}
        """
      ])
    let session = try Self.session(clone)
    let before = try clone.object("origin/develop")
    let after = try clone.object("HEAD")
    let moves = [
      RefMove(ref: "refs/heads/develop", before: before, after: after),
      RefMove(ref: "refs/heads/intermediate/anna", before: after, after: after),
    ]
    let proposal = Proposal(
      occasion: .push, moves: moves, today: session.today, remote: "origin")
    let bench = try session.bench(for: proposal)
    for move in moves {
      let policy = bench.policies.policy(for: move.ref)
      #expect(policy.mode == .enforce)
      #expect(policy.isProtected("develop"))
      #expect(policy.experiments.directory == (developHasOne ? "develop" : "experiments"))
    }
    let judgement = Engine().judge(proposal, by: bench.policies, on: session.evidence)
    #expect(judgement.verdict == .refused)
    #expect(judgement.findings.contains { $0.rule == .policyChange })
  }

  /// A trusted branch whose commit is lost must not be taken for one without a policy.
  @Test func aTrustedBranchThatCantBeReadEndsIt() throws {
    let clone = try Self.clone(["develop"])
    let tree = try clone.id("origin/develop^{tree}")
    let loose = ".git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))"
    // Objects that stand in a pack are not unpacked, so the pack goes first.
    _ = try clone.run(
      "sh",
      [
        "-c",
        """
        mkdir keep && mv .git/objects/pack/* keep/ &&
        for pack in keep/*.pack; do git unpack-objects -q < "$pack"; done && rm -f \(loose)
        """,
      ])
    #expect(try clone.git("cat-file", "-e", tree, expecting: nil).status != 0)
    #expect(throws: Failure.self) { try Self.session(clone).source().standard() }
  }
}

extension ScratchRepository {
  /// The id that a revision stands for.
  func object(_ revision: String) throws -> ObjectID {
    let hex = try id(revision)
    return try #require(ObjectID(hex), "\(revision) is no object")
  }
}
