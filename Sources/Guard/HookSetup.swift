import FlowPolicy
import Git
import GitModel
import Reporting
public import Wording

/// Finds where a repository's hooks belong and puts them there, or takes them out again.
public struct HookSetup {
  public let folder: String
  /// The hooks that it is about.
  public let hooks: [HookName]
  private let fileName: String?
  /// The branches for which reference-transaction starts the engine.
  private var protected = HookScript.defaultProtected

  /// - Parameter hooks: those of a clone, or what else is wanted in git's own place.
  /// - Throws: ``Failure/notFound(_:remedy:)`` with the way out where a `core.hooksPath` outside
  ///   the repository stands in the way: it is never taken over.
  public init(
    _ session: Session, hooks: [HookName] = HookName.client
  ) throws(Failure) {
    self.hooks = hooks
    fileName = nil
    folder = try Self.folder(session)
    if hooks.contains(.referenceTransaction) { protected = try Self.protected(session) }
  }

  /// The patterns of the protected branches by the policy that judges here.
  static func protected(_ session: Session) throws(Failure) -> [String] {
    let policy = try session.source().standard().policy
    return policy.lanes.filter { policy.isProtected($0) }.map(\.pattern.source)
  }

  /// For a repository that is pushed to.
  ///
  /// - Parameter hook: `pre-receive`, or `update` where a forge offers nothing better.
  /// - Throws: also where the forge's own script, which would run ours, is not there.
  public init(
    _ session: Session, layout: ServerLayout, hook: HookName = .preReceive
  ) throws(Failure) {
    hooks = [hook]
    fileName = layout.fileName
    let repository = session.repository.commonDirectory
    if let delegate = layout.delegate(hook),
      (try? FileSystem.isExecutable("\(repository)/\(delegate)")) != true
    {
      throw Failure.notFound(
        Phrase("\(layout.rawValue) runs its hooks by \(delegate), which is not there"),
        remedy: [
          Phrase("# let the forge write its own hooks first, then:"),
          Phrase(verbatim: "gitflow-guard install --server --layout \(layout.rawValue)"),
        ])
    }
    if let folder = layout.folder(hook) {
      self.folder = "\(repository)/\(folder)"
    } else {
      folder = try Self.folder(session)
    }
  }

  private static func folder(_ session: Session) throws(Failure) -> String {
    switch try location(session) {
    case .use(let folder): return folder
    case .globalInTheWay(let path, let advice):
      throw Failure.notFound(
        Phrase(
          """
          core.hooksPath outside this repository sends git to \(Visible.text(path)), which serves \
          others as well and is not taken over
          """),
        remedy: advice)
    case .unusable(let path, let advice):
      throw Failure.notFound(
        Phrase(
          "the repository's core.hooksPath \"\(Visible.text(path))\" names no folder for hooks"),
        remedy: advice)
    }
  }

  static func location(_ session: Session) throws(Failure) -> HooksLocation {
    let repository = session.repository
    let found = try session.reading { () throws(GitError) in try repository.hooksPath() }
    let setting = found.map { found in
      let level: HooksLocation.Setting.Level =
        switch found.level {
        case .local: .local
        case .worktree: .worktree
        case .system: .system
        case .global, .command: .global
        }
      return HooksLocation.Setting(value: found.value, level: level)
    }
    return HooksLocation.decide(
      commonDirectory: repository.commonDirectory, workTree: repository.workTree,
      setting: setting, home: session.environment["HOME"])
  }

  /// The result for the person, and whether every hook is as wished.
  public struct Outcome {
    public let lines: [Phrase]
    public let isComplete: Bool
  }

  public func install() throws(Failure) -> Outcome {
    let engine: String
    do throws(FileError) {
      engine = try Executable.path()
    } catch {
      throw Failure.file(error.sentence)
    }
    do throws(HookInstaller.Failure) {
      let reports = try HookInstaller(folder: folder, fileName: fileName).install(
        hooks, engine: engine, protecting: protected)
      var isComplete = true
      let lines = reports.map { report in
        let name = report.hook.rawValue
        switch report.outcome {
        case .installed: return Phrase("\(name): installed")
        case .renewed: return Phrase("\(name): renewed")
        case .unchanged: return Phrase("\(name): up to date")
        case .chained(_, let runs):
          return runs
            ? Phrase("\(name): installed; the hook that was there is kept and still runs")
            : Phrase("\(name): installed; the file that was there is kept (git did not run it)")
        case .refused(let why):
          isComplete = false
          return Phrase("\(name): left as it is: \(why)")
        }
      }
      return Outcome(lines: lines, isComplete: isComplete)
    } catch {
      throw Failure.file(error.sentence)
    }
  }

  public func uninstall() throws(Failure) -> Outcome {
    do throws(HookInstaller.Failure) {
      let reports = try HookInstaller(folder: folder, fileName: fileName).uninstall(hooks)
      var isComplete = true
      let lines: [Phrase] = reports.compactMap { report in
        let name = report.hook.rawValue
        switch report.outcome {
        case .restored: return Phrase("\(name): taken out; the hook that was there before is back")
        case .removed: return Phrase("\(name): taken out")
        case .absent:
          return HookName.client.contains(report.hook) || hooks.count == 1
            ? Phrase("\(name): was not there") : nil
        case .leftAlone(let why): return Phrase("\(name): left alone: \(why)")
        case .refused(let why):
          isComplete = false
          return Phrase("\(name): left as it is: \(why)")
        }
      }
      return Outcome(lines: lines, isComplete: isComplete)
    } catch {
      throw Failure.file(error.sentence)
    }
  }
}
