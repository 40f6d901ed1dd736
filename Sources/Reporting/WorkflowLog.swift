/// A log that GitHub Actions, Gitea or Forgejo read along: what a job prints on either stream is
/// looked through for commands such as `::stop-commands::` and `##[add-mask]`, so a commit's
/// subject could give some. Source of the two forms: `ActionCommand.cs` of actions/runner.
public enum WorkflowLog {
  /// The line in a form that is no command: the first character of one is shown by its code.
  public static func inert(_ line: String) -> String {
    let result = line.replacing("##[", with: "\\u{23}#[")
    let words = result.drop { $0 == " " || $0 == "\t" }
    guard words.hasPrefix("::") else { return result }
    return result.prefix(result.count - words.count) + "\\u{3a}" + words.dropFirst()
  }
}
