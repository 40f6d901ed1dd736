public import FlowPolicy
import Git
public import GitModel
public import Wording

extension Session {
  /// The language that people are spoken to in here, and that texts are written in.
  ///
  /// - Parameters:
  ///   - option: what was asked for on the command line.
  ///   - messages: what the policy that judges says; nil for the trusted one's word.
  public func language(option: Language?, messages: Policy.Messages? = nil) -> Language {
    if let option { return option }
    // Nothing is refused for want of a setting that decides no verdict.
    let configured = (try? repository.value("gitflow-guard.language")) ?? nil
    let policy = messages ?? (try? source().standard().policy.messages) ?? .auto
    return Language.choose(
      option: nil, configured: configured, policy: policy, environment: environment)
  }

  /// The same for a folder that may be no repository at all, such as for the usage of a command.
  ///
  /// It is looked up only where something is printed, for it reads the configuration.
  public static func language(
    option: Language?, messages: Policy.Messages? = nil, at directory: String,
    environment: Variables, standpoint: Standpoint = .client
  ) -> Language {
    if let option { return option }
    let session = try? Session(at: directory, environment: environment, standpoint: standpoint)
    if let session { return session.language(option: nil, messages: messages) }
    // Where a session can't begin, such as for want of a HEAD, the configuration may be read.
    let repository = try? Repository.open(at: directory, environment: environment)
    let configured = (try? repository?.value("gitflow-guard.language")) ?? nil
    return Language.choose(
      option: nil, configured: configured, policy: messages ?? .auto, environment: environment)
  }
}
