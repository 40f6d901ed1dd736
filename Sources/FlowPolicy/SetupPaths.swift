public import GitModel

/// What `init` writes: setting the guard up, or changing its settings, is no experiment and owes
/// no entry.
public enum SetupPaths {
  private static let settings: Set<TreePath> = [
    ".gitflow-guard.yml", ".gitflow-guard.yaml", ".gitattributes", ".gitlab-ci.yml",
    ".gitlab/gitflow-guard.yml",
    ".github/workflows/gitflow-guard.yml", ".gitea/workflows/gitflow-guard.yml",
  ]
  /// The folders of the team's layout; git keeps an empty one by a file in it.
  public static let layoutFolders: [TreePath] = [
    "config", "data", "models", "notebooks", "src", "tests",
  ]
  public static let readme: TreePath = "README.md"
  public static let keeper = ".gitkeep"

  /// Free only when they are new: a later edit is work like any other.
  private static let firstFiles: Set<TreePath> = Set(
    ["app/app.py", readme, "requirements.in", "requirements.txt"]
      + layoutFolders.map { $0.appending(keeper.utf8) })

  /// The journal that new entries go into: `journal.md`, or where that is none of the policy's
  /// journals the first one that it names.
  public static func journal(_ experiments: Experiments) -> TreePath {
    let usual = experiments.directory.appending("journal.md".utf8)
    if experiments.isJournal(usual) { return usual }
    let named = experiments.files.lazy.compactMap(\.literal).first
    return named.map { experiments.directory.appending($0.utf8) } ?? usual
  }

  public static func template(_ experiments: Experiments) -> TreePath {
    experiments.directory.appending("TEMPLATE.md".utf8)
  }

  public static func covers(_ change: PathChange, _ experiments: Experiments) -> Bool {
    if settings.contains(change.path) { return true }
    guard change.before == nil else { return false }
    return firstFiles.contains(change.path) || change.path == journal(experiments)
      || change.path == template(experiments)
  }
}
