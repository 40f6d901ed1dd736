import GitModel

/// A pattern of a `.gitattributes` file, by the rules of gitignore(5): without a slash it matches
/// the last part of a path, with one the path from the file's folder on.
struct Wildcard: Hashable {
  private enum Token: Hashable {
    case byte(UInt8)
    /// `?`: one byte but a slash.
    case one
    /// `[…]`: one byte of a set, but no slash.
    case set(Set<UInt8>)
    /// `*`: any bytes but slashes.
    case part
    /// `**` between slashes or at an end: any bytes.
    case all
    /// `**/`: any number of whole folders, none included.
    case folders
  }

  private let tokens: [Token]
  private let isName: Bool

  /// nil for a pattern that matches no file: one for folders alone, or one that git ignores.
  init?(_ pattern: ArraySlice<UInt8>) {
    let slash = UInt8(ascii: "/")
    guard let last = pattern.last, last != slash, pattern.first != UInt8(ascii: "!") else {
      return nil
    }
    isName = pattern.contains(slash) == false
    var rest = pattern.first == slash ? pattern.dropFirst() : pattern
    var tokens: [Token] = []
    while rest.isEmpty == false {
      let isPartStart = tokens.isEmpty || tokens.last == .folders || tokens.last == .byte(slash)
      guard let token = Self.token(&rest, isPartStart: isPartStart) else { return nil }
      if token == .part, tokens.last == .part { continue }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  /// - Parameter path: The path from the folder of the attributes file on.
  func matches(_ path: ArraySlice<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    let text = isName ? path[((path.lastIndex(of: slash) ?? path.startIndex - 1) + 1)...] : path
    // All places in the pattern that the text so far may have led to: no pattern takes longer than
    // its length times the text's.
    var places = closure([0], isPartStart: true)
    for byte in text {
      var next: Set<Int> = []
      for place in places where place < tokens.count {
        switch tokens[place] {
        case .byte(let wanted): if byte == wanted { next.insert(place + 1) }
        case .one: if byte != slash { next.insert(place + 1) }
        case .set(let bytes): if byte != slash, bytes.contains(byte) { next.insert(place + 1) }
        case .part: if byte != slash { next.insert(place) }
        case .all: next.insert(place)
        case .folders:
          next.insert(place)
          if byte == slash { next.insert(place + 1) }
        }
      }
      places = closure(next, isPartStart: byte == slash)
      if places.isEmpty { return false }
    }
    return places.contains(tokens.count)
  }

  /// Adds the places that are reached without another byte.
  private func closure(_ places: Set<Int>, isPartStart: Bool) -> Set<Int> {
    var result = places
    for place in places.sorted() {
      var place = place
      while place < tokens.count,
        tokens[place] == .part || tokens[place] == .all
          || tokens[place] == .folders && isPartStart
      {
        place += 1
        result.insert(place)
      }
    }
    return result
  }

  private static func token(_ rest: inout ArraySlice<UInt8>, isPartStart: Bool) -> Token? {
    guard let first = rest.popFirst() else { return nil }
    switch first {
    case UInt8(ascii: "?"): return .one
    case UInt8(ascii: "["): return set(&rest).map(Token.set)
    case UInt8(ascii: "\\"): return rest.popFirst().map(Token.byte)
    case UInt8(ascii: "*"):
      guard rest.first == UInt8(ascii: "*") else { return .part }
      rest = rest.drop { $0 == UInt8(ascii: "*") }
      guard isPartStart else { return .part }
      if rest.isEmpty { return .all }
      guard rest.first == UInt8(ascii: "/") else { return .part }
      rest = rest.dropFirst()
      return .folders
    default: return .byte(first)
    }
  }

  /// The bytes of a bracket expression; nil where it does not end.
  private static func set(_ rest: inout ArraySlice<UInt8>) -> Set<UInt8>? {
    var isNegated = false
    if let mark = rest.first, mark == UInt8(ascii: "!") || mark == UInt8(ascii: "^") {
      isNegated = true
      rest = rest.dropFirst()
    }
    var result: Set<UInt8> = []
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), isFirst == false {
        return isNegated ? Set(UInt8.min...UInt8.max).subtracting(result) : result
      }
      isFirst = false
      if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
        guard let named = named(&rest) else { return nil }
        result.formUnion(named)
        continue
      }
      guard let low = byte == UInt8(ascii: "\\") ? rest.popFirst() : byte else { return nil }
      var high = low
      if rest.first == UInt8(ascii: "-"), let end = rest.dropFirst().first,
        end != UInt8(ascii: "]")
      {
        rest = rest.dropFirst(2)
        guard let last = end == UInt8(ascii: "\\") ? rest.popFirst() : end else { return nil }
        high = last
      }
      if low <= high { result.formUnion(low...high) }
    }
    return nil
  }

  private static func named(_ rest: inout ArraySlice<UInt8>) -> Set<UInt8>? {
    guard let end = rest.dropFirst().firstIndex(of: UInt8(ascii: ":")),
      rest[(end + 1)...].first == UInt8(ascii: "]")
    else { return nil }
    let name = String(decoding: rest[rest.startIndex + 1..<end], as: UTF8.self)
    rest = rest[(end + 2)...]
    let lower = Set(UInt8(ascii: "a")...UInt8(ascii: "z"))
    let upper = Set(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
    let printable = Set(UInt8(0x21)...0x7e)
    switch name {
    case "lower": return lower
    case "upper": return upper
    case "digit": return digits
    case "alpha": return lower.union(upper)
    case "alnum": return lower.union(upper).union(digits)
    case "xdigit": return digits.union("abcdefABCDEF".utf8)
    case "blank": return Set(" \t".utf8)
    case "space": return Set(" \t\n\u{b}\u{c}\r".utf8)
    case "cntrl": return Set(0..<0x20).union([0x7f])
    case "graph": return printable
    case "print": return printable.union([0x20])
    case "punct": return printable.subtracting(lower.union(upper).union(digits))
    default: return nil
    }
  }
}
