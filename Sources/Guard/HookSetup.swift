public import FlowPolicy
import Git
import GitModel
import Reporting

/// Finds where a repository's hooks belong and puts them there, or takes them out again.
public struct HookSetup {
  public let folder: String

  /// - Throws: ``Failure/notFound(_:remedy:)`` with the way out where a `core.hooksPath` outside
  ///   the repository stands in the way: it is never taken over.
  public init(_ session: Session) throws(Failure) {
    switch try Self.location(session) {
    case .use(let folder):
      self.folder = folder
    case .globalInTheWay(let path, let advice):
      throw Failure.notFound(
        "core.hooksPath outside this repository sends git to \(Visible.text(path)), which serves "
          + "others as well and is not taken over",
        remedy: advice)
    case .unusable(let path, let advice):
      throw Failure.notFound(
        "the repository's core.hooksPath \"\(Visible.text(path))\" names no folder for hooks",
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
    public let lines: [String]
    public let isComplete: Bool
  }

  /// - Parameter language: what is said of each hook is said in it.
  public func install(language: Language) throws(Failure) -> Outcome {
    let words = SetupTexts.of(language).hooks
    let engine: String
    do throws(FileError) {
      engine = try Executable.path()
    } catch {
      throw Failure.file(error.description)
    }
    do throws(HookInstaller.Failure) {
      let reports = try HookInstaller(folder: folder).install(engine: engine)
      var isComplete = true
      let lines = reports.map { report in
        let name = report.hook.rawValue
        switch report.outcome {
        case .installed: return "\(name): \(words.installed)"
        case .renewed: return "\(name): \(words.renewed)"
        case .unchanged: return "\(name): \(words.unchanged)"
        case .chained(_, let runs):
          return "\(name): \(words.installed); \(runs ? words.chained : words.kept)"
        case .refused(let why):
          isComplete = false
          return "\(name): \(words.refused): \(why)"
        }
      }
      return Outcome(lines: lines, isComplete: isComplete)
    } catch {
      throw Failure.file(error.description)
    }
  }

  public func uninstall() throws(Failure) -> Outcome {
    do throws(HookInstaller.Failure) {
      let reports = try HookInstaller(folder: folder).uninstall()
      var isComplete = true
      let lines = reports.map { report in
        let name = report.hook.rawValue
        switch report.outcome {
        case .restored: return "\(name): taken out; the hook that was there before is back"
        case .removed: return "\(name): taken out"
        case .absent: return "\(name): was not there"
        case .leftAlone(let why): return "\(name): left alone: \(why)"
        case .refused(let why):
          isComplete = false
          return "\(name): left as it is: \(why)"
        }
      }
      return Outcome(lines: lines, isComplete: isComplete)
    } catch {
      throw Failure.file(error.description)
    }
  }
}
