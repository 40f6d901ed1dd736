import GuardTesting
import Testing

/// A team in which something goes wrong, and what it takes to do as the guard says: the printed
/// commands are run through `sh`, one line after the other, as somebody would paste them.
struct Mishap {
  let team: Team
  let anna: ScratchRepository
  private let editor: String

  /// - Parameter rebasing: what `pull.rebase` is set to; nil for git's own default.
  init(policy: String? = nil, rebasing: String? = nil) throws {
    team = try Team(policy: policy)
    anna = try team.member("anna")
    try anna.git("config", "--unset", "pull.rebase")
    if let rebasing { try anna.git("config", "pull.rebase", rebasing) }
    editor = anna.folder.path + "/home/editor"
    try anna.write(
      "../home/editor",
      """
      #!/bin/sh
      case $1 in
        *.md) \(PersonsShell.filling) "$1" ;;
        *) grep -q '^[^#]' "$1" || echo 'Written in the editor' > "$1" ;;
      esac

      """,
      executable: true)
  }

  /// Types a git command that must be refused for a rule.
  func refused(
    _ rule: String, _ words: String..., in clone: ScratchRepository? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws -> ScratchOutcome {
    let outcome = try (clone ?? anna).git(words, expecting: nil)
    #expect(outcome.status != 0, "\(outcome)", sourceLocation: location)
    #expect(
      outcome.stderr.contains("  \(rule) "), "not for \(rule): \(outcome)", sourceLocation: location
    )
    return outcome
  }

  /// Types a git command past every hook.
  func unchecked(_ words: String..., in clone: ScratchRepository? = nil) throws {
    try (clone ?? anna).git(["-c", "core.hooksPath=/dev/null"] + words)
  }

  /// The commands that a refusal prints.
  static func commands(of outcome: ScratchOutcome) -> [String] {
    var commands: [String] = []
    var isRemedy = false
    for line in outcome.stderr.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "  do this instead:" {
        isRemedy = true
      } else if isRemedy, line.hasPrefix("    ") {
        commands.append(String(line.dropFirst(4)))
      } else {
        isRemedy = false
      }
    }
    return commands
  }

  /// Does as the refusal says. What only a person can do, a comment asks for.
  ///
  /// - Returns: the branch for which a merge request is to be opened.
  @discardableResult
  func follow(
    _ refusal: ScratchOutcome, experiment: String? = nil, in clone: ScratchRepository? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws -> String? {
    let clone = clone ?? anna
    let commands = Self.commands(of: refusal)
    #expect(commands.isEmpty == false, "no remedy: \(refusal)", sourceLocation: location)
    var transcript = refusal.stderr
    var request: String?
    for line in commands {
      let outcome = try clone.run(
        "sh", ["-c", line], environment: PersonsShell.variables(["GIT_EDITOR": editor]))
      transcript += "\n$ \(line)\n\(outcome)"
      #expect(outcome.status == 0, "\(line)\n\(transcript)", sourceLocation: location)
      #expect(line.contains("more lines") == false, "\(transcript)", sourceLocation: location)
      if line.contains("# merge your experiment again"), let experiment {
        try clone.git("merge", "-q", "--no-ff", "--no-edit", experiment)
      }
      let words = line.split(separator: " ")
      if line.contains("open the merge request"), let push = words.firstIndex(of: "push") {
        request = words[push...].dropFirst().first { $0.contains("/") && $0 != "-u" }.map(
          String.init)
      }
    }
    try isAtRest(clone, transcript, location)
    return request
  }

  /// Nothing is under way or uncommitted, and no protected branch holds what its remote lacks.
  private func isAtRest(
    _ clone: ScratchRepository, _ transcript: String, _ location: SourceLocation
  ) throws {
    let status = try clone.git("status", "--porcelain").stdout
    #expect(status.isEmpty, "\(status)\n\(transcript)", sourceLocation: location)
    for file in ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "SQUASH_MSG"] {
      #expect(
        clone.read(".git/" + file) == nil, "\(file)\n\(transcript)", sourceLocation: location)
    }
    for folder in ["rebase-merge", "rebase-apply", "sequencer"] {
      let isThere = try clone.run("test", ["-d", ".git/" + folder]).status == 0
      #expect(isThere == false, "\(folder)\n\(transcript)", sourceLocation: location)
    }
  }

  /// The local protected branches hold nothing that the remote lacks.
  func isClean(
    _ branches: String..., in clone: ScratchRepository? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws {
    for branch in branches {
      let ahead = try (clone ?? anna).git("log", "--oneline", "origin/\(branch)..\(branch)").text
      #expect(ahead.isEmpty, "\(branch) is ahead by \(ahead)", sourceLocation: location)
    }
  }

  /// What the forge does with a merge request: a merge into develop, after `verify` allowed it;
  /// and after that the pipeline judges the moved branch in a clone of its own.
  func land(
    _ request: String?, holding path: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let source = try #require(request, "no merge request was asked for", sourceLocation: location)
    let forge = try team.origin.clone(named: "forge-\(forgeCount())")
    try forge.git("checkout", "-q", "develop")
    let old = try forge.git("rev-parse", "develop").text
    let request = try team.run(
      "verify", "--source", "origin/\(source)", "--target", "develop", in: forge)
    #expect(request.status == 0, "\(request)", sourceLocation: location)
    try forge.git("merge", "-q", "--no-ff", "--no-edit", "origin/\(source)")
    try forge.git("push", "-q", "origin", "develop")
    try judge("develop", from: old, location: location)
    try holds(path, location: location)
  }

  /// Judges what a branch of the origin got since `old`, in a fresh clone.
  func judge(
    _ branch: String, from old: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let pipeline = try team.origin.clone(named: "pipeline-\(forgeCount())")
    let new = try team.origin.git("rev-parse", branch).text
    #expect(new != old, "\(branch) did not move", sourceLocation: location)
    let moved = try team.run("verify", "--range", "\(old)..\(new)", "--ref", branch, in: pipeline)
    #expect(moved.status == 0, "\(moved)", sourceLocation: location)
  }

  /// Whether a path stands in the origin's branch.
  func holds(
    _ path: String, on branch: String = "develop", location: SourceLocation = #_sourceLocation
  ) throws {
    let found = try team.origin.git("cat-file", "-e", "\(branch):\(path)", expecting: nil)
    #expect(found.status == 0, "\(path) is not on \(branch)", sourceLocation: location)
  }

  /// A number that no clone of this team has yet.
  private func forgeCount() throws -> Int {
    try anna.run("ls", [anna.folder.path]).lines.count
  }

  /// Somebody else's landing, so that develop moves on.
  func landing(of name: String) throws {
    let other = try team.member(name)
    try other.experiment("experiment/of-\(name)")
    try other.bring("experiment/of-\(name)", into: "intermediate/\(name)")
    try other.git("push", "-q", "origin", "intermediate/\(name)")
    try other.land("intermediate/\(name)")
  }
}
