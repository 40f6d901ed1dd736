public import Wording

/// One rule of the flow. A rule is a value without state; it asks the repository through the
/// inquiry and says what it found.
public protocol Rule: Sendable {
  /// Apart from the card, which is only made when somebody reads it: not at every push.
  static var id: RuleID { get }
  static var card: RuleCard { get }

  /// The breaches of this rule in a subject, newest evidence first. Throws where a question that
  /// the rule depends on has no answer.
  func examine(_ subject: Subject, _ inquiry: Inquiry) throws(EvidenceGap) -> [Finding]
}

extension Rule {
  public var id: RuleID { Self.id }
  public var card: RuleCard { Self.card }
}

/// What a rule is, for `explain`, the rule pages and the tests that run its examples.
public struct RuleCard: Sendable {
  public let id: RuleID
  /// What is refused, in one sentence.
  public let summary: Phrase
  /// Why the flow wants this.
  public let why: Phrase
  /// What to do instead, in words; the commands come with each finding.
  public let mending: Phrase
  public let refused: RuleExample
  public let accepted: RuleExample

  public init(
    id: RuleID, summary: Phrase, why: Phrase, mending: Phrase, refused: RuleExample,
    accepted: RuleExample
  ) {
    self.id = id
    self.summary = summary
    self.why = why
    self.mending = mending
    self.refused = refused
    self.accepted = accepted
  }
}

/// A small history and a push, written as data so that a test can run it and a page can show it.
///
/// Every example starts with `main` and `develop` on one commit, and with the default policy where
/// it names none.
public struct RuleExample: Sendable {
  public enum Action: Hashable, Sendable {
    case branch(String, at: String)
    case commit(String, writing: String)
    /// A commit that adds an entry to the shared journal.
    case entry(String, about: String = "experiment/resnet")
    /// A commit that rewrites the first entry of the shared journal.
    case entryRewritten(String)
    case merge(String, into: String)
    /// A merge whose result was changed by hand.
    case alteredMerge(String, into: String, writing: String)
    case octopus([String], into: String)
    case squash(String, into: String)
    /// Sets a branch to another branch's commit.
    case set(String, to: String)
    case orphan(String)
    case delete(String)
    /// A commit that removes a file.
    case removal(String, of: String)
    case tag(String, at: String)

    /// The command that does it, with a remark where git alone would not tell.
    public var line: Phrase {
      switch self {
      case .branch(let name, let start): Phrase(verbatim: "git branch \(name) \(start)")
      case .commit(let branch, let path):
        Phrase("git commit            # on \(branch), changes \(path)")
      case .entry(let branch, let words):
        Phrase("git commit            # on \(branch), adds an entry about \(words)")
      case .entryRewritten(let branch):
        Phrase("git commit            # on \(branch), rewrites an earlier entry")
      case .merge(let source, let target): Phrase("git merge --no-ff \(source)   # into \(target)")
      case .alteredMerge(let source, let target, let path):
        Phrase("git merge --no-ff \(source)   # into \(target), and changes \(path) by hand")
      case .octopus(let sources, let target):
        Phrase("git merge \(sources.joined(separator: " "))   # into \(target)")
      case .squash(let source, let target):
        Phrase("git merge --squash \(source)   # into \(target)")
      case .set(let branch, let target): Phrase(verbatim: "git branch -f \(branch) \(target)")
      case .orphan(let branch): Phrase("git switch --orphan \(branch)   # and a first commit")
      case .delete(let branch): Phrase(verbatim: "git branch -D \(branch)")
      case .removal(let branch, let path): Phrase("git rm \(path); git commit   # on \(branch)")
      case .tag(let name, let target): Phrase(verbatim: "git tag \(name) \(target)")
      }
    }
  }

  /// The policy file, where the defaults don't have the rule say anything; else empty.
  public let policy: String
  /// What was there before.
  public let setting: [Action]
  /// What somebody did.
  public let attempt: [Action]
  /// The branches and tags that are then pushed.
  public let pushed: [String]
  /// Who pushes, as the forge knows them.
  public let actor: String?

  public init(
    policy: String = "", setting: [Action] = [], attempt: [Action], pushed: [String],
    actor: String? = nil
  ) {
    self.policy = policy
    self.setting = setting
    self.attempt = attempt
    self.pushed = pushed
    self.actor = actor
  }

  /// The flow done right up to the merge request: an experiment, brought into the intermediate
  /// branch and described there.
  public static let broughtAndDescribed: [Action] = [
    .branch("experiment/resnet", at: "develop"),
    .commit("experiment/resnet", writing: "src/model.py"),
    .branch("intermediate/anna", at: "develop"),
    .merge("experiment/resnet", into: "intermediate/anna"),
    .entry("intermediate/anna"),
  ]
}
