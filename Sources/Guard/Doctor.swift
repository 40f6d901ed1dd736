import FlowPolicy
import Git
public import GitModel
public import Reporting
public import Wording

/// Says whether the guard is really on in a repository.
public struct Doctor {
  /// One thing that was looked at.
  public struct Check: Hashable, Sendable {
    public let name: Phrase
    public let isGood: Bool
    /// What was found.
    public let detail: Phrase
    /// Commands that mend it.
    public let remedy: [Phrase]

    init(_ name: Phrase, _ isGood: Bool, _ detail: Phrase, remedy: [Phrase] = []) {
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
      checks.append(
        Check(
          Phrase("repository"), true, Phrase(verbatim: session.repository.gitDirectory)))
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
      checks.append(Check(Phrase("repository"), false, error.message, remedy: error.remedy))
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
      return [Check(Phrase("hooks folder"), true, Phrase(verbatim: setup.folder))]
        + (installer.inspect() + optional).map { check($0, path: path) }
        + optional.compactMap { outdated($0, session) }
    } catch {
      return [Check(Phrase("hooks folder"), false, error.message, remedy: error.remedy)]
    }
  }

  static func check(_ hook: HookInspection, path: String) -> Check {
    let install = [hook.hook.installation].verbatim
    let name = Phrase("hook \(hook.hook.rawValue)")
    func bad(_ text: Phrase, _ remedy: [Phrase] = install) -> Check {
      Check(name, false, text, remedy: remedy)
    }
    switch hook.state {
    case .missing: return bad(Phrase("is not installed"))
    case .empty: return bad(Phrase("is empty: git passes over it in silence"))
    case .danglingSymlink(let target):
      return bad(Phrase("is a link to \(target), which is not there"))
    case .notExecutable(let ours):
      return bad(
        Phrase("is not executable: git passes over it in silence"),
        ours ? ["chmod +x \(hook.path)"].verbatim : install)
    case .foreign: return bad(Phrase("is another hook, which does not call the guard"))
    case .notAFile: return bad(Phrase("is no file"), ["rm -r \(hook.path)"].verbatim + install)
    case .unreadable(let error): return bad(Phrase("can't be read: \(error.reason)"), [])
    case .ours(let facts, let engine):
      guard facts.isUpToDate else { return bad(Phrase("is of another version (\(facts.version))")) }
      switch engine {
      case .missing(let path): return bad(Phrase("names an engine that is not there: \(path)"))
      case .notExecutable(let path): return bad(Phrase("names an engine that can't run: \(path)"))
      case .searchedInPath:
        guard let found = engineOnPath(path) else {
          return bad(Phrase("finds no engine: gitflow-guard is not on PATH"))
        }
        return Check(name, true, Phrase("installed, finds the engine by PATH: \(found)"))
      case .ready(let path):
        return Check(name, true, installed(path, hook))
      }
    }
  }

  /// What is said of a hook that works, with what became of the one that was there before.
  private static func installed(_ engine: String, _ hook: HookInspection) -> Phrase {
    switch hook.kept {
    case .chained: Phrase("installed, engine \(engine), chains the hook that was there")
    case .asleep:
      // git would say a word of such a hook, or nothing at all; ours stands in its place.
      Phrase(
        """
        installed, engine \(engine); \(hook.keptPath), which was there before, does not run: it is \
        empty or not executable
        """)
    case .none, .ours, .unreadable: Phrase("installed, engine \(engine)")
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
        Check(Phrase("policy"), true, Phrase("valid, from \(sourced.place)")),
        Check(
          Phrase("protected branches"), guarded.isEmpty == false,
          guarded.isEmpty
            ? Phrase("none is here: the policy protects \(expected)") : Phrase(verbatim: names),
          remedy: [
            Phrase(
              """
              # put a policy that names your branches onto the default branch, as .gitflow-guard.yml
              """)
          ]),
      ]
    } catch {
      return [Check(Phrase("policy"), false, error.message, remedy: error.remedy)]
    }
  }

  private static func history(_ session: Session) -> Check {
    guard session.repository.isShallow else {
      return Check(Phrase("history"), true, Phrase("whole"))
    }
    return Check(
      Phrase("history"), false,
      Phrase("cut off (a shallow clone): some questions have no answer here"),
      remedy: ["git fetch --unshallow"].verbatim)
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
              .init("name", .string(check.name.english)), .init("good", .bool(check.isGood)),
              .init("detail", .phrase(check.detail)), .init("remedy", .strings(check.remedy)),
            ])
          })),
    ])
  }
}
