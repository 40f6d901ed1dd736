import GitModel

/// `<old> <new> <ref name>`, as git writes it to the hooks that see refs move. A ref's name may hold
/// no space and no newline, whatever else is in it.
struct RefRecord {
  /// What a ref holds.
  enum Value {
    /// An object, or nil where there is none: git writes that as zeros.
    case object(ObjectID?)
    /// Another ref, written as `ref:NAME` (git 2.46 and later).
    case symbolic
  }

  let before: Value
  let after: Value
  let ref: RefName

  /// nil where the line is no such record.
  init?(_ line: some Collection<UInt8>) {
    let fields = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard fields.count == 3, let before = Self.value(fields[0]), let after = Self.value(fields[1]),
      fields[2].isEmpty == false
    else { return nil }
    self.before = before
    self.after = after
    ref = RefName(bytes: Array(fields[2]))
  }

  private static func value(_ word: some Collection<UInt8>) -> Value? {
    if word.starts(with: "ref:".utf8) { return .symbolic }
    guard word.count == 40 || word.count == 64 else { return nil }
    if word.allSatisfy({ $0 == UInt8(ascii: "0") }) { return .object(nil) }
    return ObjectID(hex: Array(word)).map { .object($0) }
  }
}
