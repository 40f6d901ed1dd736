public import FlowPolicy
import GitModel
public import Wording

/// What pre-push reads from its standard input: one record a ref,
/// `<local ref> <local oid> <remote ref> <remote oid>`.
public enum PrePush {
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
        "\(Visible.text(record.prefix(200)))"; push branches by their names, one by one
        """)
    }
  }

  /// Reads all records. The local ref is the text as typed and may hold spaces, so only the last
  /// three fields count; a newline in it splits the record, which is then refused.
  public static func moves(in input: [UInt8]) throws(Unreadable) -> [RefMove] {
    var moves: [RefMove] = []
    var number = 0
    var start = 0
    while start <= input.count {
      let end = place(of: UInt8(ascii: "\n"), in: input, start..<input.count) ?? input.count
      number += 1
      if end > start {
        guard let move = Self.move(input, start..<end) else {
          throw Unreadable(line: number, record: Array(input[start..<end]))
        }
        moves.append(move)
      }
      start = end + 1
    }
    return moves
  }

  /// Reads a record from its end: what was typed for the local ref may hold spaces.
  private static func move(_ input: [UInt8], _ record: Range<Int>) -> RefMove? {
    let space = UInt8(ascii: " ")
    guard let third = lastPlace(of: space, in: input, record),
      let second = lastPlace(of: space, in: input, record.lowerBound..<third),
      let first = lastPlace(of: space, in: input, record.lowerBound..<second),
      let after = object(input[(first + 1)..<second]),
      let before = object(input[(third + 1)..<record.upperBound])
    else { return nil }
    let ref = RefName(bytes: Array(input[(second + 1)..<third]))
    return ref.hasPrefix("refs/") ? RefMove(ref: ref, before: before, after: after) : nil
  }

  private static func place(of byte: UInt8, in text: [UInt8], _ places: Range<Int>) -> Int? {
    for place in places where text[place] == byte { return place }
    return nil
  }

  private static func lastPlace(of byte: UInt8, in text: [UInt8], _ places: Range<Int>) -> Int? {
    var place = places.upperBound
    while place > places.lowerBound {
      place -= 1
      if text[place] == byte { return place }
    }
    return nil
  }

  /// An id or git's all-zero "none" (of 40 or 64 digits); nil for anything else.
  private static func object(_ digits: ArraySlice<UInt8>) -> ObjectID?? {
    guard digits.count == 40 || digits.count == 64 else { return nil }
    if digits.allSatisfy({ $0 == UInt8(ascii: "0") }) { return .some(nil) }
    return ObjectID(hex: digits).map { .some($0) }
  }
}
