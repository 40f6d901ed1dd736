extension Phrase {
  /// An English text whose interpolated values are kept apart from it. Its key has `{1}`, `{2}` …
  /// in their places, in the order in which the English text has them.
  public struct Template: Hashable, Sendable, ExpressibleByStringInterpolation {
    let key: String
    let values: [Phrase]

    init(key: String, values: [Phrase]) {
      self.key = key
      self.values = values
    }

    public init(stringLiteral text: String) { self.init(key: text, values: []) }

    public init(stringInterpolation parts: StringInterpolation) {
      self.init(key: parts.key, values: parts.values)
    }

    public struct StringInterpolation: StringInterpolationProtocol {
      var key = ""
      var values: [Phrase] = []

      public init(literalCapacity: Int, interpolationCount: Int) {
        key.reserveCapacity(literalCapacity + 3 * interpolationCount)
        values.reserveCapacity(interpolationCount)
      }

      public mutating func appendLiteral(_ text: String) { key += text }

      public mutating func appendInterpolation(_ phrase: Phrase) { append(phrase) }

      /// A name, a number or somebody else's words: what no language changes.
      public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
        append(Phrase(verbatim: value.description))
      }

      private mutating func append(_ value: Phrase) {
        values.append(value)
        key += "{\(values.count)}"
      }
    }

    /// The values put into the places of a text.
    func text(_ pattern: String, in language: Language) -> String {
      guard values.isEmpty == false else { return pattern }
      var result = ""
      var rest = pattern.utf8[...]
      while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
        result += String(rest[..<brace]) ?? ""
        let digits = rest[rest.index(after: brace)...].prefix { (0x30...0x39).contains($0) }
        let end = digits.endIndex
        if end < rest.endIndex, rest[end] == UInt8(ascii: "}"),
          let number = Int(Substring(digits)), values.indices.contains(number - 1)
        {
          result += values[number - 1].text(in: language)
          rest = rest[rest.index(after: end)...]
        } else {
          result += "{"
          rest = rest[rest.index(after: brace)...]
        }
      }
      return result + (String(rest) ?? "")
    }
  }
}
