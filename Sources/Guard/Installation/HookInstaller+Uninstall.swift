import GitModel
public import Wording

extension HookInstaller {
  /// What uninstalling did for one hook.
  public enum Uninstalled: Hashable, Sendable {
    /// The hook that stood there before stands there again.
    case restored
    /// Ours is gone, and nothing stood there before.
    case removed
    /// Nothing of ours was there.
    case absent
    /// A hook that is not ours stands there and stays; `why` tells what else to know.
    case leftAlone(why: Phrase)
    /// Ours still stands there; `why` tells the reason and what to do.
    case refused(why: Phrase)
  }

  public struct UninstallReport: Hashable, Sendable {
    public let hook: HookName
    public let path: String
    public let outcome: Uninstalled
  }

  /// Takes out every hook of ours, and puts back what stood there before.
  public func uninstall(
    _ hooks: [HookName] = HookName.client
  ) throws(Failure) -> [UninstallReport] {
    let exists: Bool
    do { exists = try FileSystem.status(folder) != nil } catch { throw .file(error) }
    guard exists else {
      return hooks.map {
        UninstallReport(hook: $0, path: files.path($0), outcome: .absent)
      }
    }
    return try locked { () throws(FileError) in
      hooks.map { hook in
        let outcome: Uninstalled
        do throws(FileError) {
          outcome = try uninstall(hook)
        } catch {
          outcome = .refused(why: error.sentence)
        }
        return UninstallReport(hook: hook, path: files.path(hook), outcome: outcome)
      }
    }
  }

  private func uninstall(_ hook: HookName) throws(FileError) -> Uninstalled {
    try files.removeLeftovers(hook)
    let place = files.path(hook)
    let kept = files.keptPath(hook)
    if case .ours = try files.occupant(kept, hook) { try medium.remove(kept) }

    switch (try files.occupant(place, hook), try files.occupant(kept, hook)) {
    case (.nothing, .nothing):
      return .absent
    case (.ours, .nothing):
      try medium.remove(place)
      try medium.syncFolder(folder)
      return .removed
    case (.ours, .foreign), (.nothing, .foreign):
      // In one step, so that a hook stands there at every moment.
      try medium.rename(kept, to: place)
      try medium.syncFolder(folder)
      return .restored
    case (.foreign, .foreign) where try files.isSameHook(place, kept):
      // An installation was killed before ours took the place.
      try medium.remove(kept)
      try medium.syncFolder(folder)
      return .restored
    case (.foreign, .nothing):
      return .leftAlone(why: Phrase("\(Visible.text(place)) is not ours"))
    case (.unmovable(let kind), _):
      return .leftAlone(why: Phrase("\(Visible.text(place)) is \(kind.withArticle)"))
    case (.foreign, _):
      return .leftAlone(
        why: Phrase(
          """
          \(Visible.text(place)) is not ours; an earlier hook is kept at \(Visible.text(kept))
          """))
    case (_, .ours), (_, .unmovable):
      return .refused(
        why: Phrase("\(Visible.text(kept)) can't be put back: remove it, then uninstall again"))
    }
  }
}
