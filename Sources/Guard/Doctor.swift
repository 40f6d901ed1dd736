import FlowPolicy
import Git
public import GitModel
public import Reporting

/// Says whether the guard is really on in a repository.
public struct Doctor {
  /// One thing that was looked at.
  public struct Check: Hashable, Sendable {
    public let name: String
    public let isGood: Bool
    /// What was found.
    public let detail: String
    /// Commands that mend it.
    public let remedy: [String]

    init(_ name: String, _ isGood: Bool, _ detail: String, remedy: [String] = []) {
      self.name = name
      self.isGood = isGood
      self.detail = detail
      self.remedy = isGood ? [] : remedy
    }
  }

  public let checks: [Check]

  public var isHealthy: Bool { checks.allSatisfy(\.isGood) }

  public init(at directory: String, environment: Variables) {
    var checks: [Check] = []
    do throws(Failure) {
      var session = try Session(at: directory, environment: environment)
      checks.append(Check("repository", true, session.repository.gitDirectory))
      let server = Self.serverHooks(session)
      // A bare repository is there to be pushed to; another one may be as well.
      if session.repository.isBare == false { checks += Self.hooks(session) }
      if session.repository.isBare || server.isEmpty == false {
        checks += server.isEmpty ? [Self.unguarded] : server
        session = try Session(at: directory, environment: environment, standpoint: .server)
      }
      checks += Self.policy(session)
      checks.append(Self.history(session))
    } catch {
      checks.append(Check("repository", false, error.message, remedy: error.remedy))
    }
    self.checks = checks
  }

  private static func hooks(_ session: Session) -> [Check] {
    do throws(Failure) {
      let setup = try HookSetup(session)
      let installer = HookInstaller(folder: setup.folder)
      let path = session.environment["PATH"] ?? ""
      // What nobody has asked for is not missed.
      let optional = installer.inspect(HookName.optional).filter { $0.isOurs }
      return [Check("hooks folder", true, setup.folder)]
        + (installer.inspect() + optional).map { check($0, path: path) }
        + optional.compactMap { outdated($0, session) }
    } catch {
      return [Check("hooks folder", false, error.message, remedy: error.remedy)]
    }
  }

  static func check(_ hook: HookInspection, path: String) -> Check {
    let install = [hook.hook.installation]
    let name = "hook \(hook.hook.rawValue)"
    func bad(_ text: String, _ remedy: [String] = install) -> Check {
      Check(name, false, text, remedy: remedy)
    }
    switch hook.state {
    case .missing: return bad("is not installed")
    case .empty: return bad("is empty: git passes over it in silence")
    case .danglingSymlink(let target): return bad("is a link to \(target), which is not there")
    case .notExecutable(let ours):
      return bad(
        "is not executable: git passes over it in silence",
        ours ? ["chmod +x \(hook.path)"] : install)
    case .foreign: return bad("is another hook, which does not call the guard")
    case .notAFile: return bad("is no file", ["rm -r \(hook.path)"] + install)
    case .unreadable(let error): return bad("can't be read: \(error.reason)", [])
    case .ours(let facts, let engine):
      guard facts.isUpToDate else { return bad("is of another version (\(facts.version))") }
      switch engine {
      case .missing(let path): return bad("names an engine that is not there: \(path)")
      case .notExecutable(let path): return bad("names an engine that can't run: \(path)")
      case .searchedInPath:
        guard let found = engineOnPath(path) else {
          return bad("finds no engine: gitflow-guard is not on PATH")
        }
        return Check(name, true, "installed, finds the engine by PATH: \(found)")
      case .ready(let path):
        let chained = hook.kept == .chained ? ", chains the hook that was there" : ""
        return Check(name, true, "installed, engine \(path)\(chained)")
      }
    }
  }

  /// The engine as the thin hooks look for it: in PATH's absolute folders alone.
  private static func engineOnPath(_ path: String) -> String? {
    for folder in path.split(separator: ":") where folder.hasPrefix("/") {
      let place = "\(folder)/gitflow-guard"
      let status = try? FileSystem.status(place, followingLinks: true)
      if let status, status.kind == .file, status.size > 0,
        (try? FileSystem.isExecutable(place)) == true
      {
        return place
      }
    }
    return nil
  }

  private static func policy(_ session: Session) -> [Check] {
    do throws(Failure) {
      let sourced = try session.source().standard()
      let lanes = sourced.policy.lanes.filter { sourced.policy.isProtected($0) }
      let branches = try session.reading { () throws(GitError) in
        try session.repository.branches()
      }
      let guarded = Set(branches.map(\.name).filter { sourced.policy.isProtected($0) }).sorted()
      let names = guarded.map(\.description).joined(separator: ", ")
      let expected = lanes.map(\.pattern.source).joined(separator: ", ")
      return [
        Check("policy", true, "valid, from \(sourced.origin)"),
        Check(
          "protected branches", guarded.isEmpty == false,
          guarded.isEmpty ? "none is here: the policy protects \(expected)" : names,
          remedy: [
            "# put a policy that names your branches onto the default branch, as"
              + " .gitflow-guard.yml"
          ]),
      ]
    } catch {
      return [Check("policy", false, error.message, remedy: error.remedy)]
    }
  }

  private static func history(_ session: Session) -> Check {
    guard session.repository.isShallow else { return Check("history", true, "whole") }
    return Check(
      "history", false, "cut off (a shallow clone): some questions have no answer here",
      remedy: ["git fetch --unshallow"])
  }

  /// The checks for machines.
  public var data: JSONValue {
    .object([
      .init("healthy", .bool(isHealthy)),
      .init(
        "checks",
        .array(
          checks.map { check in
            .object([
              .init("name", .string(check.name)), .init("good", .bool(check.isGood)),
              .init("detail", .string(check.detail)), .init("remedy", .strings(check.remedy)),
            ])
          })),
    ])
  }
}
