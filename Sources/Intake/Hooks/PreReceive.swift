public import FlowPolicy
import GitModel
public import Wording

/// What pre-receive reads from its standard input: one record a ref,
/// `<old oid> <new oid> <ref name>`, of all refs that the push would move.
public enum PreReceive {
  /// A record that can't be read. The push is refused: what isn't understood is not let through.
  public struct Unreadable: Error, Hashable, Sendable {
    /// 1-based.
    public let line: Int
    public let record: [UInt8]

    /// What could not be read, in one clause.
    public var sentence: Phrase {
      Phrase(
        """
        line \(line) of what git said about the push can't be read: \
        "\(Visible.text(record.prefix(200)))"
        """)
    }
  }

  /// Reads all records; the objects are as they were pushed, tags not peeled.
  public static func moves(in input: [UInt8]) throws(Unreadable) -> [RefMove] {
    var moves: [RefMove] = []
    let lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() where line.isEmpty == false {
      guard let record = RefRecord(line), record.ref.hasPrefix("refs/"),
        case .object(let before) = record.before, case .object(let after) = record.after
      else { throw Unreadable(line: place + 1, record: Array(line)) }
      moves.append(RefMove(ref: record.ref, before: before, after: after))
    }
    return moves
  }
}
