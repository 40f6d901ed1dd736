/// A throw-away team: a bare origin with `main` and `develop`, and a clone for each person, with
/// the real hooks installed. What they type is run by the installed git.
public final class Team {
  public let origin: ScratchRepository
  public let binary: String

  /// - Parameter policy: the policy file's text on `main` and `develop`; nil for none.
  public init(policy: String? = nil, named name: String = "origin.git") throws {
    binary = try GuardBinary.path()
    origin = try ScratchRepository(named: name, bare: true)
    let seed = ScratchRepository(at: origin.folder.path + "/seed", in: origin.folder)
    try origin.git("clone", "-q", origin.path, seed.path)
    var files = ["README.md": "A project\n", "src/model.py": "model = 1\n"]
    files["experiments/journal.md"] = "# Journal\n"
    if let policy { files[".gitflow-guard.yml"] = policy }
    try seed.git("checkout", "-q", "-b", "main")
    try seed.commit("Begin", files: files)
    try seed.git("push", "-q", "origin", "main", "main:develop")
  }

  /// A person's clone, on a local `develop`, with the hooks installed.
  public func member(
    _ name: String, folder: String? = nil, installing: Bool = true
  ) throws -> ScratchRepository {
    let clone = try origin.clone(named: folder ?? name)
    try clone.git("config", "user.name", name)
    try clone.git("config", "user.email", "\(name)@example.org")
    try clone.git("config", "pull.rebase", "false")
    try clone.git("checkout", "-q", "develop")
    if installing {
      let outcome = try clone.run(binary, ["install"])
      guard outcome.status == 0 else { throw ScratchFailure(description: "install: \(outcome)") }
    }
    return clone
  }

  /// Runs the tool itself in a clone.
  public func run(
    _ arguments: String..., in clone: ScratchRepository, input: String = "",
    environment: [String: String] = [:]
  ) throws -> ScratchOutcome {
    try clone.run(binary, arguments, input: Array(input.utf8), environment: environment)
  }
}

extension ScratchRepository {
  /// Makes an experiment branch from the newest develop with one commit on it.
  public func experiment(_ name: String, from start: String = "origin/develop") throws {
    try git("checkout", "-q", "--no-track", "-b", name, start)
    let file = name.replacing("/", with: "_")
    try commit("Work on \(name)", files: ["src/\(file).py": "work = '\(name)'\n"])
  }

  /// Appends an entry to the shared journal and commits it.
  public func describe(_ name: String) throws {
    let old = read("experiments/journal.md") ?? "# Journal\n"
    try commit(
      "Describe \(name)",
      files: ["experiments/journal.md": old + "\n## \(name)\n\nIt works.\n"])
  }

  /// Steps two to four for an experiment: the person's intermediate branch, up to date, with the
  /// experiment in it and described.
  public func bring(_ experiment: String, into own: String) throws {
    try git("fetch", "-q", "origin")
    let stands = try git("show-ref", "-q", "--verify", "refs/heads/\(own)", expecting: nil)
    if stands.status == 0 {
      try git("checkout", "-q", own)
      try git("pull", "-q", "--no-rebase", "--no-edit", "origin", "develop")
    } else {
      try git("checkout", "-q", "--no-track", "-b", own, "origin/develop")
    }
    try git("merge", "-q", "--no-ff", "--no-edit", experiment)
    try describe(experiment)
  }

  /// Step five, done by hand: the intermediate branch into develop, and pushed.
  public func land(_ own: String) throws {
    try git("checkout", "-q", "develop")
    try git("pull", "-q", "--ff-only", "origin", "develop")
    try git("merge", "-q", "--no-ff", "--no-edit", own)
    try git("push", "-q", "origin", "develop")
  }
}
