public import FlowPolicy
import GitModel

/// What git says while refs change: one record a ref, `<old> <new> <ref name>`. The old value is
/// zeros where the command did not name one, so nothing can be concluded from it.
public enum ReferenceTransaction {
  /// The phase in which a change can be refused: everything is locked, and nothing moved.
  public static let phase = "prepared"

  /// The local branches that are to change, and what to. `before` is what git says, which may be
  /// nothing. Other refs, and branches that are made symbolic, are left out.
  public static func moves(in input: [UInt8]) throws(PreReceive.Unreadable) -> [RefMove] {
    var moves: [RefMove] = []
    let lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() where line.isEmpty == false {
      guard let record = RefRecord(line) else {
        throw PreReceive.Unreadable(line: place + 1, record: Array(line))
      }
      guard record.ref.branch != nil, case .object(let after) = record.after else { continue }
      var said: ObjectID?
      if case .object(let before) = record.before { said = before }
      moves.append(RefMove(ref: record.ref, before: said, after: after))
    }
    return moves
  }
}
