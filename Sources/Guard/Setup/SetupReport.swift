import GitModel
public import Reporting

extension RepositorySetup {
  /// What was done or would be, and what is next, for people.
  public func lines(isDry: Bool, hooks outcome: [String]) -> [String] {
    let words = texts.words
    var lines = items.map { item in
      let word: String =
        switch item.action {
        case .write: isDry ? words.wouldWrite : words.written
        case .extend: isDry ? words.wouldExtend : words.extended
        case .keep: words.kept
        }
      return "\(item.path): \(word)"
    }
    if isDry, let hooks { lines.append("\(words.hooksPlanned) \(Visible.text(hooks.folder))") }
    lines += outcome
    if ignored.isEmpty == false {
      lines += ["", "\(words.ignored) \(ignored.map(\.description).joined(separator: ", "))"]
    }
    if let missingInclude { lines += ["", words.include, "    \(missingInclude)"] }
    lines += ["", words.next]
    if next.commands.isEmpty {
      if isDry == false { lines.append("  \(words.nothing)") }
    } else {
      lines.append("  " + (next.target.map { "\(words.request) \($0):" } ?? words.commit))
      lines += next.commands.map { "    \($0)" }
    }
    for (word, command) in [
      (words.everybody, "install"), (words.check, "doctor"),
      (words.pipeline, hasPipeline ? "verify" : "init --ci gitlab   # or github, gitea"),
    ] {
      lines += ["  \(word)", "    gitflow-guard \(command)"]
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
