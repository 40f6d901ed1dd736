public import Wording

/// A JSON value whose objects keep the order of their members.
///
/// Every text passes through `Visible` when it is written, so nothing that comes from a
/// repository can reach a terminal or a viewer raw.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written as `null` where it is infinite or no number: JSON has no word for these.
  case number(Double)
  /// Text of one line; a line break in it is made visible like every control character.
  case string(String)
  /// Text of several lines: its line feeds are kept, everything else is made visible.
  case prose(String)
  /// Text for people, of one line, said in the language of the document.
  case phrase(Phrase)
  /// Lines to be pasted, shown as comments where they can't be.
  case remedy([Phrase])
  case array([JSONValue])
  case object([Member])

  /// One member of an object.
  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A string, or `null` where there is none.
  public static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// A number, or `null` where there is none.
  public static func optional(_ number: Int?) -> JSONValue {
    number.map(JSONValue.integer) ?? .null
  }

  /// Each of the lines as a string.
  public static func strings(_ lines: [String]) -> JSONValue {
    .array(lines.map(JSONValue.string))
  }

  public static func strings(_ lines: [Phrase]) -> JSONValue {
    .array(lines.map(JSONValue.phrase))
  }
}
