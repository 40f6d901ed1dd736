import Git
import GitModel
import Wording

extension Doctor {
  static var unguarded: Check {
    Check(
      Phrase("server hook"), false,
      Phrase("is not installed: everything that is pushed here goes in"),
      remedy: [HookName.preReceive.installation].verbatim)
  }

  /// The hooks of ours that stand where a server may run them, in any forge's layout; empty where
  /// there are none.
  static func serverHooks(_ session: Session) -> [Check] {
    var checks: [Check] = []
    for layout in ServerLayout.allCases {
      for hook in [HookName.preReceive, .update] {
        guard let folder = folder(layout, hook, session) else { continue }
        let installer = HookInstaller(folder: folder, fileName: layout.fileName)
        let found = installer.inspect([hook])[0]
        guard found.isOurs else { continue }
        checks.append(check(found, path: session.environment["PATH"] ?? ""))
        if let delegate = delegate(layout, hook, session) { checks.append(delegate) }
        if hook == .update {
          checks.append(
            Check(
              Phrase("whole pushes"), false,
              Phrase(
                """
                update sees one ref at a time: a push may land in part, and branches of one push \
                can't vouch for one another
                """),
              remedy: [
                Phrase("# where the forge runs pre-receive:"),
                Phrase(verbatim: HookName.preReceive.installation),
              ]))
        }
      }
    }
    return checks
  }

  private static func folder(
    _ layout: ServerLayout, _ hook: HookName, _ session: Session
  ) -> String? {
    if let folder = layout.folder(hook) {
      return "\(session.repository.commonDirectory)/\(folder)"
    }
    return try? HookSetup(session, layout: layout, hook: hook).folder
  }

  /// The forge's own script that has to run ours.
  private static func delegate(
    _ layout: ServerLayout, _ hook: HookName, _ session: Session
  ) -> Check? {
    guard let path = layout.delegate(hook) else { return nil }
    let place = "\(session.repository.commonDirectory)/\(path)"
    let isThere = (try? FileSystem.isExecutable(place)) == true
    return Check(
      Phrase("\(layout.rawValue)'s \(path)"), isThere,
      isThere
        ? Phrase("runs the hooks beside it")
        : Phrase("is not there, so nothing runs the guard's hook"),
      remedy: [Phrase("# let the forge write its own hooks again")])
  }
}

extension Doctor {
  /// Whether a hook that is told at its installation which branches to look at still looks at those
  /// that the policy protects.
  static func outdated(_ hook: HookInspection, _ session: Session) -> Check? {
    guard case .ours(let facts, _) = hook.state, let wanted = try? HookSetup.protected(session),
      wanted != facts.protected
    else { return nil }
    return Check(
      Phrase("branches of \(hook.hook.rawValue)"), false,
      Phrase(
        """
        it looks at \(facts.protected.joined(separator: ", ")), but the policy protects \
        \(wanted.joined(separator: ", "))
        """),
      remedy: [hook.hook.installation].verbatim)
  }
}

extension HookInspection {
  var isOurs: Bool {
    switch state {
    case .ours, .notExecutable(ours: true): true
    default: false
    }
  }
}
