public import FlowPolicy

/// The exit codes, which mean the same for every command.
public enum ExitCode: Int32, Sendable {
  case allowed = 0
  case refused = 1
  /// Wrong usage, or a policy file that can't be read.
  case usage = 2
  /// Undecided, or the repository could not be read.
  case undecided = 3

  /// The code of a judgement; `isStrict` makes warnings count as refusals.
  public init(_ judgement: Judgement, isStrict: Bool = false) {
    switch judgement.verdict {
    case .refused: self = .refused
    case .undecided: self = .undecided
    case .allowed: self = isStrict && judgement.warnings.isEmpty == false ? .refused : .allowed
    }
  }
}
