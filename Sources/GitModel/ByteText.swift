/// A name or path as git keeps it: bytes, not Unicode text.
///
/// Two names are equal when their bytes are. Swift's `String` would call names equal that git
/// keeps apart (a precomposed and a decomposed "é", or the Kelvin sign and "K"), and a guard that
/// confuses two branches is no guard. Printing a value always gives its visible form.
public protocol ByteText: Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The bytes as git stores them.
  var bytes: [UInt8] { get }
  init(bytes: [UInt8])
}

extension ByteText {
  public init(_ text: some StringProtocol) { self.init(bytes: Array(text.utf8)) }
  public init(stringLiteral text: String) { self.init(bytes: Array(text.utf8)) }

  /// The text with everything that could fool a terminal made visible; see ``Visible``.
  public var description: String { Visible.text(bytes) }

  public static func < (one: Self, other: Self) -> Bool {
    one.bytes.lexicographicallyPrecedes(other.bytes)
  }

  public func hasPrefix(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

  public func hasSuffix(_ suffix: String) -> Bool {
    let wanted = Array(suffix.utf8)
    return bytes.count >= wanted.count && bytes.suffix(wanted.count).elementsEqual(wanted)
  }

  /// True where the text holds a byte that must not be pasted into a shell as it stands:
  /// a control character, a character that ``Visible`` replaces, or invalid UTF-8.
  public var isUnprintable: Bool { Visible.text(bytes).utf8.elementsEqual(bytes) == false }
}

/// A path in a tree, its parts separated by `/`, without a leading one.
public struct TreePath: ByteText {
  public let bytes: [UInt8]
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// True where this path is the folder itself or lies below it.
  public func isInside(_ folder: TreePath) -> Bool {
    bytes.starts(with: folder.bytes)
      && (bytes.count == folder.bytes.count || bytes[folder.bytes.count] == UInt8(ascii: "/"))
  }

  /// The path below a folder that holds it, or nil.
  public func relative(to folder: TreePath) -> TreePath? {
    guard isInside(folder), bytes.count > folder.bytes.count else { return nil }
    return TreePath(bytes: Array(bytes.dropFirst(folder.bytes.count + 1)))
  }

  public func appending(_ name: some Collection<UInt8>) -> TreePath {
    TreePath(bytes: bytes.isEmpty ? Array(name) : bytes + [UInt8(ascii: "/")] + name)
  }
}
