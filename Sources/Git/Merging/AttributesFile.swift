/// A `.gitattributes` file, as far as it can say something about merging.
struct AttributesFile {
  /// What a line says of an attribute.
  enum State: Hashable {
    /// `name`
    case set
    /// `-name`
    case unset
    /// `!name`: as if no line had said anything.
    case unspecified
    /// `name=value`
    case value(String)
  }

  struct Line {
    let pattern: Wildcard
    let states: [(name: String, state: State)]
  }

  let lines: [Line]
  /// The names that stand for several attributes (`[attr]name …`).
  let macros: [String: [(name: String, state: State)]]

  init(_ bytes: [UInt8]) {
    var lines: [Line] = []
    var macros: [String: [(name: String, state: State)]] = [:]
    let mark = Array("[attr]".utf8)
    for raw in bytes.split(separator: UInt8(ascii: "\n")) {
      // git ignores longer lines since 2.38.5.
      guard raw.count < 2048 else { continue }
      var rest = Self.trimmed(raw)
      guard let first = rest.first, first != UInt8(ascii: "#") else { continue }
      if rest.starts(with: mark) {
        rest = rest.dropFirst(mark.count)
        let name = Self.word(&rest)
        if name.isEmpty == false {
          macros[String(decoding: name, as: UTF8.self)] = Self.states(rest)
        }
        continue
      }
      let pattern = first == UInt8(ascii: "\"") ? Self.quoted(&rest) : Array(Self.word(&rest))
      guard let pattern, let wildcard = Wildcard(pattern[...]) else { continue }
      lines.append(Line(pattern: wildcard, states: Self.states(rest)))
    }
    self.lines = lines
    self.macros = macros
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.drop(while: isBlank)
  }

  private static func word(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    rest = trimmed(rest)
    let word = rest.prefix { isBlank($0) == false }
    rest = rest[word.endIndex...]
    return word
  }

  private static func states(_ text: ArraySlice<UInt8>) -> [(name: String, state: State)] {
    var rest = text
    var result: [(name: String, state: State)] = []
    while true {
      let word = word(&rest)
      guard let first = word.first else { return result }
      if let sign = word.firstIndex(of: UInt8(ascii: "=")) {
        let value = String(decoding: word[(sign + 1)...], as: UTF8.self)
        result.append((String(decoding: word[..<sign], as: UTF8.self), .value(value)))
        continue
      }
      let state: State =
        switch first {
        case UInt8(ascii: "-"): .unset
        case UInt8(ascii: "!"): .unspecified
        default: .set
        }
      let name = state == .set ? word : word.dropFirst()
      result.append((String(decoding: name, as: UTF8.self), state))
    }
  }

  /// A pattern in double quotes, with the escapes of C; nil where the quotes do not end.
  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    let escapes: [UInt8: UInt8] = [
      UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
      UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
    ]
    var result: [UInt8] = []
    rest = rest.dropFirst()
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") { return result }
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      let digits = rest.prefix(3)
      if digits.count == 3, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "7")) ~= $0 }) {
        result.append(digits.reduce(0) { $0 &* 8 &+ ($1 - UInt8(ascii: "0")) })
        rest = rest.dropFirst(3)
      } else if let mark = rest.popFirst() {
        result.append(escapes[mark] ?? mark)
      }
    }
    return nil
  }
}
