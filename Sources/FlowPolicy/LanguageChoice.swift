public import GitModel
public import Wording

extension Language {
  /// The language to write in, the first of: what was asked for on the command line, what this
  /// person's git configuration says (`gitflow-guard.language`), what the policy says
  /// (`messages:`), and the locale.
  ///
  /// - Parameter environment: read for `LC_ALL`, `LC_MESSAGES` and `LANG`, in this order; as in
  ///   POSIX the first that is set and not empty decides alone.
  public static func choose(
    option: Language?, configured: String?, policy: Policy.Messages,
    environment: Variables
  ) -> Language {
    if let option { return option }
    if let configured, let language = Language(rawValue: configured) { return language }
    switch policy {
    case .english: return .english
    case .russian: return .russian
    case .auto: break
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { $0.isEmpty == false }
    return locale?.hasPrefix("ru") == true ? .russian : .english
  }
}
