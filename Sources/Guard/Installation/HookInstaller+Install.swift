import GitModel
public import Wording

extension HookInstaller {
  /// What installing did for one hook.
  public enum Installed: Hashable, Sendable {
    /// Nothing stood there.
    case installed
    /// An older or damaged script of ours was replaced.
    case renewed
    case unchanged
    /// A hook of somebody else's stood there. It is kept at `kept` and, if git would have run it
    /// (`runs`), still runs.
    case chained(kept: String, runs: Bool)
    /// Nothing was changed; `why` tells the reason and what to do.
    case refused(why: Phrase)
  }

  public struct InstallReport: Hashable, Sendable {
    public let hook: HookName
    public let path: String
    public let outcome: Installed
  }

  /// Installs the hooks, in the order given. The folder is made if it is missing. A hook that
  /// can't be installed does not keep the others from it: its report says why.
  ///
  /// - Parameters:
  ///   - engine: the engine's absolute path; nil for a look-up in PATH alone.
  ///   - protected: patterns of the branches for which reference-transaction starts the engine.
  public func install(
    _ hooks: [HookName] = HookName.client, engine: String?,
    protecting protected: [String] = HookScript.defaultProtected
  ) throws(Failure) -> [InstallReport] {
    if let engine, engine.utf8.first != UInt8(ascii: "/") || engine.utf8.contains(where: endsLine) {
      throw .unusableEngine(engine)
    }
    do { try FileSystem.makeFolder(folder) } catch { throw .file(error) }
    return try locked { () throws(FileError) in
      hooks.map { hook in
        let outcome: Installed
        do throws(FileError) {
          outcome = try install(
            hook, HookScript.text(for: hook, engine: engine, protecting: protected))
        } catch {
          try? files.removeLeftovers(hook)
          outcome = .refused(why: error.sentence)
        }
        return InstallReport(hook: hook, path: files.path(hook), outcome: outcome)
      }
    }
  }

  private func endsLine(_ byte: UInt8) -> Bool { byte == 0 || byte == UInt8(ascii: "\n") }

  private func install(_ hook: HookName, _ text: String) throws(FileError) -> Installed {
    try files.removeLeftovers(hook)
    let place = files.path(hook)
    switch try files.occupant(place, hook) {
    case .unmovable(let kind):
      return .refused(why: Phrase("\(Visible.text(place)) is \(kind.withArticle): remove it first"))

    case .nothing:
      try medium.writeNew(text, to: files.newPath(hook))
      try enterFreePlace(hook)
      return try afterwards(hook, else: .installed)

    case .ours:
      let current = try FileSystem.read(place, limit: HookFolder.longestHook)
      let runs = try FileSystem.isExecutable(place)
      if runs, current.elementsEqual(text.utf8) { return .unchanged }
      try medium.writeNew(text, to: files.newPath(hook))
      try takePlace(hook)
      return .renewed

    case .foreign where files.fileName != nil:
      return .refused(why: Phrase("\(Visible.text(place)) is not ours: remove it first"))

    case .foreign:
      if let refusal = try keep(hook) { return .refused(why: refusal) }
      try medium.writeNew(text, to: files.newPath(hook))
      // Nothing but our lock, which other tools do not know, keeps the place as we found it.
      guard try files.isSameHook(place, files.keptPath(hook)) else {
        try files.removeLeftovers(hook)
        return .refused(
          why: Phrase("\(Visible.text(place)) was changed meanwhile: install again"))
      }
      try takePlace(hook)
      return try afterwards(hook, else: .installed)
    }
  }

  private func takePlace(_ hook: HookName) throws(FileError) {
    try medium.rename(files.newPath(hook), to: files.path(hook))
    try medium.syncFolder(folder)
  }

  /// Gives the new file its name unless a hook has appeared there meanwhile: a rename would
  /// overwrite that one.
  private func enterFreePlace(_ hook: HookName) throws(FileError) {
    let new = files.newPath(hook)
    do {
      try medium.link(new, to: files.path(hook))
    } catch  where error.isForWantOfLinks {
      try medium.rename(new, to: files.path(hook))
      return try medium.syncFolder(folder)
    }
    try medium.remove(new)
    try medium.syncFolder(folder)
  }

  /// Keeps the foreign hook under its second name; the reason where that can't be done.
  private func keep(_ hook: HookName) throws(FileError) -> Phrase? {
    let place = files.path(hook)
    let kept = files.keptPath(hook)
    switch try files.occupant(kept, hook) {
    case .nothing:
      break
    case .ours:
      // Nothing of anybody else's, and chaining ourselves would judge everything twice.
      try medium.remove(kept)
    case .foreign, .unmovable:
      // A run that was killed between keeping and replacing.
      if try files.isSameHook(place, kept) { return nil }
      return Phrase(
        """
        a hook of another tool stands at \(Visible.text(place)), and an earlier one is kept at \
        \(Visible.text(kept)): remove or rename the one that is no longer needed, then install again
        """)
    }
    do {
      try medium.link(place, to: kept)
    } catch  where error.isForWantOfLinks {
      try medium.copy(place, to: files.copyPath(hook))
      try medium.rename(files.copyPath(hook), to: kept)
    }
    try medium.syncFolder(folder)
    return nil
  }

  /// The outcome, told by what is now kept beside the hook.
  private func afterwards(
    _ hook: HookName, else outcome: Installed
  ) throws(FileError) -> Installed {
    let kept = files.keptPath(hook)
    guard case .foreign = try files.occupant(kept, hook) else { return outcome }
    return .chained(kept: kept, runs: try files.wouldRun(kept))
  }
}
