/// What stands at a hook's place, for `doctor`.
public struct HookInspection: Hashable, Sendable {
  /// git passes over all but ``foreign``, ``ours(_:_:)`` and an executable ``unreadable(_:)`` in
  /// silence: everything goes through.
  public enum State: Hashable, Sendable {
    case missing, empty
    case danglingSymlink(target: String)
    case notExecutable(ours: Bool)
    /// A hook that git runs and that is not ours.
    case foreign
    case ours(HookScript.Facts, Engine)
    /// A folder or special file.
    case notAFile(FileStatus.Kind)
    case unreadable(FileError)
  }

  /// The engine that a hook of ours names.
  public enum Engine: Hashable, Sendable {
    /// The hook names none: it searches PATH.
    case searchedInPath
    case ready(String)
    /// The hook falls back on PATH, and refuses where there is none either.
    case missing(String)
    /// It is there, but empty or not executable for this user.
    case notExecutable(String)
  }

  /// The hook that stood there before.
  public enum Kept: Hashable, Sendable {
    case none
    /// It runs with each call of ours.
    case chained
    /// git would pass over it, and so does our hook: it is empty, dangling or not executable.
    case asleep
    /// A script of ours under the name of a kept one: it does nothing; installing removes it.
    case ours
    case unreadable(FileError)
  }

  public let hook: HookName
  public let path: String
  public let state: State
  public let keptPath: String
  public let kept: Kept
}

extension HookInstaller {
  /// What stands in the folder, changing nothing.
  public func inspect(_ hooks: [HookName] = HookName.client) -> [HookInspection] {
    hooks.map { hook in
      HookInspection(
        hook: hook, path: files.path(hook), state: state(hook),
        keptPath: files.keptPath(hook), kept: kept(hook))
    }
  }

  private func state(_ hook: HookName) -> HookInspection.State {
    let path = files.path(hook)
    do {
      guard let link = try FileSystem.status(path, followingLinks: false) else { return .missing }
      guard let status = try FileSystem.status(path) else {
        return .danglingSymlink(target: try FileSystem.linkTarget(path))
      }
      guard status.kind == .file else { return .notAFile(status.kind) }
      if status.size == 0 { return .empty }
      let isExecutable = try FileSystem.isExecutable(path)
      if link.kind == .file, case .ours(let facts) = try files.occupant(path, hook) {
        return isExecutable ? .ours(facts, try engine(facts)) : .notExecutable(ours: true)
      }
      return isExecutable ? .foreign : .notExecutable(ours: false)
    } catch {
      return .unreadable(error)
    }
  }

  private func engine(_ facts: HookScript.Facts) throws(FileError) -> HookInspection.Engine {
    guard let path = facts.engine else { return .searchedInPath }
    guard let status = try FileSystem.status(path), status.kind == .file else {
      return .missing(path)
    }
    guard status.size > 0, try FileSystem.isExecutable(path) else { return .notExecutable(path) }
    return .ready(path)
  }

  private func kept(_ hook: HookName) -> HookInspection.Kept {
    let path = files.keptPath(hook)
    do {
      switch try files.occupant(path, hook) {
      case .nothing: return .none
      case .ours: return .ours
      case .foreign, .unmovable: return try files.wouldRun(path) ? .chained : .asleep
      }
    } catch {
      return .unreadable(error)
    }
  }
}

extension HookFolder {
  /// Whether git would run the file: our script asks the same three questions.
  func wouldRun(_ path: String) throws(FileError) -> Bool {
    guard let status = try FileSystem.status(path), status.kind == .file, status.size > 0 else {
      return false
    }
    return try FileSystem.isExecutable(path)
  }
}
