public import GitModel

/// What pre-push reads from its standard input: one record a ref,
/// `<local ref> <local oid> <remote ref> <remote oid>`.
public enum PrePush {
  /// One ref that would be pushed.
  public struct Update: Hashable, Sendable {
    /// The destination, in full.
    public let ref: RefName
    /// The object that would be pushed; nil for a deletion. A tag's id where a tag is pushed.
    public let after: ObjectID?
    /// What the remote has; nil where the ref is new there.
    public let before: ObjectID?

    public init(ref: RefName, after: ObjectID?, before: ObjectID?) {
      self.ref = ref
      self.after = after
      self.before = before
    }
  }

  /// A record that can't be read. The push is refused: what isn't understood is not let through.
  public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
    /// 1-based.
    public let line: Int
    public let record: [UInt8]

    public var description: String {
      "line \(line) of what git said about the push can't be read: "
        + "\"\(Visible.text(record.prefix(200)))\"; push branches by their names, one by one"
    }
  }

  /// Reads all records. The local ref is the text as typed and may hold spaces, so only the last
  /// three fields count; a newline in it splits the record, which is then refused.
  public static func updates(in input: [UInt8]) throws(Unreadable) -> [Update] {
    var updates: [Update] = []
    let lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.isEmpty == false {
      guard let update = update(Array(line)) else {
        throw Unreadable(line: index + 1, record: Array(line))
      }
      updates.append(update)
    }
    return updates
  }

  private static func update(_ line: [UInt8]) -> Update? {
    let fields = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard fields.count >= 4 else { return nil }
    let last = fields.suffix(3).map(Array.init)
    guard let after = object(last[0]), let before = object(last[2]),
      last[1].starts(with: "refs/".utf8)
    else { return nil }
    return Update(ref: RefName(bytes: last[1]), after: after, before: before)
  }

  /// An id or git's all-zero "none" (of 40 or 64 digits); nil for anything else.
  private static func object(_ digits: [UInt8]) -> ObjectID?? {
    guard digits.count == 40 || digits.count == 64 else { return nil }
    if digits.allSatisfy({ $0 == UInt8(ascii: "0") }) { return .some(nil) }
    return ObjectID(hex: digits).map { .some($0) }
  }
}
