import FlowPolicy
import Git
import GitModel

/// Where a forge runs the hooks that an administrator adds to a repository.
public enum ServerLayout: String, CaseIterable, Hashable, Sendable {
  /// git's own place, `hooks/pre-receive`: a bare repository behind ssh or a web server, gitolite.
  case plain
  /// GitLab's `custom_hooks/pre-receive` beside the repository's own folders.
  case gitlab
  /// Gitea and Forgejo: one file among those of `hooks/pre-receive.d`, which their own hook runs.
  case gitea

  /// The file's name where it isn't the hook's.
  var fileName: String? { self == .gitea ? "gitflow-guard" : nil }

  /// The folder below the repository; nil where git's own settings decide.
  func folder(_ hook: HookName) -> String? {
    switch self {
    case .plain: nil
    case .gitlab: "custom_hooks"
    case .gitea: "hooks/\(hook.rawValue).d"
    }
  }

  /// The forge's own script which has to be there for ours to be run.
  func delegate(_ hook: HookName) -> String? {
    self == .gitea ? "hooks/\(hook.rawValue)" : nil
  }
}
