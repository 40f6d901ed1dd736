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

// Inlinable, so that each kind of name gets its own code: asked through the protocol they would cost
// the run time a table of witnesses for every kind.
extension ByteText {
  @inlinable public init(_ text: String) { self.init(bytes: Array(text.utf8)) }
  @inlinable public init(_ text: Substring) { self.init(bytes: Array(text.utf8)) }
  @inlinable public init(stringLiteral text: String) { self.init(bytes: Array(text.utf8)) }

  /// The text with everything that could fool a terminal made visible; see ``Visible``.
  @inlinable public var description: String { Visible.text(bytes) }

  @inlinable public static func < (one: Self, other: Self) -> Bool {
    let (bytes, others) = (one.bytes, other.bytes)
    let shorter = min(bytes.count, others.count)
    let place = SharedBytes.prefix(bytes, others, limit: shorter)
    return place < shorter ? bytes[place] < others[place] : bytes.count < others.count
  }

  @inlinable public func hasPrefix(_ prefix: String) -> Bool {
    let prefix = prefix.utf8.span
    guard bytes.count >= prefix.count else { return false }
    for place in prefix.indices where bytes[place] != prefix[place] { return false }
    return true
  }

  @inlinable public func hasSuffix(_ suffix: String) -> Bool {
    let wanted = Array(suffix.utf8)
    return bytes.count >= wanted.count && bytes.suffix(wanted.count).elementsEqual(wanted)
  }

  /// True where the text holds a byte that must not be pasted into a shell as it stands:
  /// a control character, a character that ``Visible`` replaces, or invalid UTF-8.
  @inlinable public var isUnprintable: Bool {
    Visible.text(bytes).utf8.elementsEqual(bytes) == false
  }
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

  public func appending(_ name: String.UTF8View) -> TreePath { appending(Array(name)) }
  public func appending(_ name: [UInt8]) -> TreePath { appending(name[...]) }

  public func appending(_ name: ArraySlice<UInt8>) -> TreePath {
    guard bytes.isEmpty == false else { return TreePath(bytes: Array(name)) }
    var path = bytes
    path.reserveCapacity(bytes.count + 1 + name.count)
    path.append(UInt8(ascii: "/"))
    path.append(contentsOf: name)
    return TreePath(bytes: path)
  }
}
