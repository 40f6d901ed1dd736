import GitModel
public import Reporting
public import Wording

extension RepositorySetup {
  /// What was done or would be, and what is next, for people.
  public func lines(isDry: Bool, hooks outcome: [Phrase]) -> [Phrase] {
    var lines = items.map { item in
      switch item.action {
      case .write:
        isDry ? Phrase("\(item.path): would be written") : Phrase("\(item.path): written")
      case .extend:
        isDry ? Phrase("\(item.path): would be extended") : Phrase("\(item.path): extended")
      case .keep: Phrase("\(item.path): is there already")
      }
    }
    if isDry, let hooks {
      lines.append(Phrase("the hooks would be installed in \(Visible.text(hooks.folder))"))
    }
    lines += outcome
    if ignored.isEmpty == false {
      let paths = ignored.map(\.description).joined(separator: ", ")
      lines += [.empty, Phrase("git was told to ignore, so that only -f adds: \(paths)")]
    }
    if let missingInclude {
      lines += [
        .empty, Phrase("add this to .gitlab-ci.yml, which was there already:"),
        Phrase(verbatim: "    \(missingInclude)"),
      ]
    }
    lines += [.empty, Phrase("next:")]
    if next.commands.isEmpty {
      if isDry == false { lines.append(Phrase("  all is there already: nothing was written")) }
    } else {
      lines.append(
        next.target.map {
          Phrase("  commit it on your own branch, for a merge request into \($0):")
        } ?? Phrase("  commit it:"))
      lines += next.commands.map { Phrase(verbatim: "    \($0)") }
    }
    for (word, command) in [
      (Phrase("  everybody, in their own clone:"), Phrase(verbatim: "install")),
      (Phrase("  is the guard on here?"), Phrase(verbatim: "doctor")),
      (
        Phrase("  for merge requests in CI:"),
        hasPipeline
          ? Phrase(verbatim: "verify") : Phrase("init --ci gitlab   # or github, gitea")
      ),
    ] {
      lines += [word, Phrase("    gitflow-guard \(command)")]
    }
    return lines
  }

  public var data: JSONValue {
    .object([
      .init(
        "files",
        .array(
          items.map { item in
            .object([
              .init("path", .string(item.path.description)),
              .init("action", .string(item.action.rawValue)),
            ])
          })),
      .init("hooks", .optional(hooks?.folder)),
      .init("ignored", .strings(ignored.map(\.description))),
      .init("include", .optional(missingInclude)),
      .init("next", .strings(next.commands)), .init("target", .optional(next.target)),
    ])
  }
}
