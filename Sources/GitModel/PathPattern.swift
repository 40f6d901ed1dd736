/// A glob over `/`-separated names: `*` matches anything but `/`, `**` also `/` and nothing,
/// `{owner}` one whole part between slashes, which is captured.
public struct PathPattern: Hashable, Sendable {
  /// The pattern as it was written.
  public let source: String
  private let tokens: [Token]

  fileprivate enum Token: Hashable, Sendable {
    case byte(UInt8)
    case anythingButSlash
    case anything
    /// `**/` at the start of a part: any number of whole folders, none included.
    case folders
    case owner
  }

  public init(_ source: String) {
    self.source = source
    let text = Array(source.utf8)
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte == Self.star, place + 1 < text.count, text[place + 1] == Self.star {
        let isPartStart =
          tokens.isEmpty || tokens.last == .folders || tokens.last == .byte(Self.slash)
        place += 2
        if isPartStart, place < text.count, text[place] == Self.slash {
          place += 1
          tokens.append(.folders)
        } else {
          tokens.append(.anything)
        }
      } else if byte == Self.star {
        place += 1
        tokens.append(.anythingButSlash)
      } else if byte == UInt8(ascii: "{"), text[place...].starts(with: "{owner}".utf8) {
        place += "{owner}".utf8.count
        tokens.append(.owner)
      } else {
        place += 1
        tokens.append(.byte(byte))
      }
    }
    self.tokens = tokens
  }

  private static let star = UInt8(ascii: "*")
  fileprivate static let slash = UInt8(ascii: "/")

  /// Whether the pattern captures an owner.
  public var hasOwner: Bool { tokens.contains(.owner) }

  /// Whether the pattern is one literal name; then this is it.
  public var literal: String? {
    let plain = tokens.allSatisfy { if case .byte = $0 { true } else { false } }
    return plain ? source : nil
  }

  /// A match; `owner` is what `{owner}` stands for, empty where the pattern has none.
  public struct Match: Hashable, Sendable {
    public let owner: [UInt8]
  }

  public func matches(_ text: some ByteText) -> Bool { match(text.bytes) != nil }

  public func match(_ bytes: [UInt8]) -> Match? {
    // Most names differ from most patterns in the first byte.
    if case .byte(let first) = tokens.first, first != bytes.first { return nil }
    var matcher = Matcher(tokens: tokens, text: bytes)
    return matcher.match().map { Match(owner: Array(bytes[$0])) }
  }

  /// The name with an owner put in for `{owner}`; nil where other wildcards stand in it.
  public func filled(owner: String) -> String? {
    var result: [UInt8] = []
    for token in tokens {
      switch token {
      case .byte(let byte): result.append(byte)
      case .owner: result += owner.utf8
      case .anything, .anythingButSlash, .folders: return nil
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

}

/// One attempt to match; remembers where it failed, so that no pattern takes exponential time.
private struct Matcher {
  let tokens: [PathPattern.Token]
  let text: [UInt8]
  /// One byte for each choice and place, not 0 where it failed. Empty until a choice has failed.
  private var failed: [UInt8] = []

  init(tokens: [PathPattern.Token], text: [UInt8]) {
    self.tokens = tokens
    self.text = text
  }

  /// The captured owner when tokens from `token` on match the text from `place` on.
  ///
  /// - Parameter choices: how many tokens before this one may end in several places.
  mutating func match(
    token: Int = 0, place: Int = 0, owner: Range<Int> = 0..<0, choices: Int = 0
  ) -> Range<Int>? {
    var (token, place, owner) = (token, place, owner)
    while token < tokens.count {
      switch tokens[token] {
      case .byte(let wanted):
        guard place < text.count, text[place] == wanted else { return nil }
        place += 1
      case .owner:
        let end = endOfPart(from: place)
        guard end > place else { return nil }
        (owner, place) = (place..<end, end)
      case .anything where token == tokens.count - 1:
        return owner
      case .anything, .anythingButSlash, .folders:
        return choose(token, place, owner, choices)
      }
      token += 1
    }
    return place == text.count ? owner : nil
  }

  /// Tries every place at which a token that may end in several places can end.
  private mutating func choose(
    _ token: Int, _ place: Int, _ owner: Range<Int>, _ choices: Int
  ) -> Range<Int>? {
    let known = choices * (text.count + 1) + place
    guard known >= failed.count || failed[known] == 0 else { return nil }
    let last = tokens[token] == .anythingButSlash ? endOfPart(from: place) : text.count
    for end in place...last {
      if tokens[token] == .folders, end > place, text[end - 1] != PathPattern.slash { continue }
      if let found = match(token: token + 1, place: end, owner: owner, choices: choices + 1) {
        return found
      }
    }
    // The first choice comes to each place once, so only later ones are worth remembering.
    if choices > 0 {
      while failed.count <= known { failed.append(0) }
      failed[known] = 1
    }
    return nil
  }

  private func endOfPart(from place: Int) -> Int {
    var end = place
    while end < text.count, text[end] != PathPattern.slash { end += 1 }
    return end
  }
}
