import Git
public import GitModel

/// `gitflow-guard.color` of this person's git configuration.
public enum ColorSetting: Hashable, Sendable {
  case always, never

  /// What is configured for a folder; nil where nothing is, or what leaves it to the terminal.
  /// The words are those of git's own `color.ui`.
  public static func configured(at directory: String, _ environment: Variables) -> ColorSetting? {
    guard let repository = try? Repository.open(at: directory, environment: environment),
      let value = try? repository.value("gitflow-guard.color")
    else { return nil }
    switch value.lowercased() {
    case "always": return .always
    case "never", "false", "no", "off", "0": return .never
    default: return nil
    }
  }
}
