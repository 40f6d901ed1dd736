/// The variables of an environment, in the order in which they stand there.
///
/// A hook asks a few dozen names once each. So this is a plain list that is searched: a dictionary
/// would cost more to set up than all the questions together.
public struct Variables: Sendable {
  /// Every `NAME=value`, one after another.
  private var text: [UInt8] = []
  /// Where each of them ends.
  private var ends: [Int] = []

  /// Takes what a process's environment holds. Of a name that is set twice the first counts, as
  /// `getenv` has it; what holds no `=` is no variable.
  ///
  /// - Parameters:
  ///   - text: Every `NAME=value`, one after another.
  ///   - ends: Where each of them ends, in that order.
  public init(text: [UInt8], ends: [Int]) {
    self.text = text
    self.ends = ends
  }

  /// A variable's value; nil where it is not set. Bytes that are no UTF-8 are replaced by U+FFFD.
  public subscript(_ name: String) -> String? {
    guard let first = name.utf8.first else { return nil }
    var start = 0
    for end in ends {
      if start < end, text[start] == first, let value = value(of: name, start, end) {
        return String(decoding: text[value..<end], as: UTF8.self)
      }
      start = end
    }
    return nil
  }

  /// The variables whose names begin so, each once, by the rest of their names.
  public func beginning(with prefix: String) -> [(rest: String, value: String)] {
    var result: [(rest: String, value: String)] = []
    var start = 0
    for end in ends {
      defer { start = end }
      let pair = text[start..<end]
      guard pair.starts(with: prefix.utf8), let sign = pair.firstIndex(of: UInt8(ascii: "=")),
        sign >= start + prefix.utf8.count
      else { continue }
      let rest = String(decoding: pair[(start + prefix.utf8.count)..<sign], as: UTF8.self)
      guard result.contains(where: { $0.rest == rest }) == false else { continue }
      result.append((rest, String(decoding: pair[(sign + 1)...], as: UTF8.self)))
    }
    return result
  }

  /// Where the value begins, if the pair between two places has this name.
  private func value(of name: String, _ start: Int, _ end: Int) -> Int? {
    var place = start
    for byte in name.utf8 {
      guard place < end, text[place] == byte else { return nil }
      place += 1
    }
    return place < end && text[place] == UInt8(ascii: "=") ? place + 1 : nil
  }
}

extension Variables {
  private mutating func append(_ name: String, _ value: String) {
    text += "\(name)=\(value)".utf8
    ends.append(text.count)
  }
}

extension Variables: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral pairs: (String, String)...) {
    for (name, value) in pairs { append(name, value) }
  }

  public init(_ values: [String: String]) {
    for (name, value) in values { append(name, value) }
  }
}
