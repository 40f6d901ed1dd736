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
    var tokens: [Token] = []
    var rest = Array(source.utf8)[...]
    let owner = Array("{owner}".utf8)
    while let first = rest.first {
      if rest.starts(with: "**".utf8) {
        rest = rest.dropFirst(2)
        let isPartStart =
          tokens.isEmpty || tokens.last == .folders || tokens.last == .byte(UInt8(ascii: "/"))
        if isPartStart, rest.first == UInt8(ascii: "/") {
          rest = rest.dropFirst()
          tokens.append(.folders)
        } else {
          tokens.append(.anything)
        }
      } else if first == UInt8(ascii: "*") {
        rest = rest.dropFirst()
        tokens.append(.anythingButSlash)
      } else if rest.starts(with: owner) {
        rest = rest.dropFirst(owner.count)
        tokens.append(.owner)
      } else {
        rest = rest.dropFirst()
        tokens.append(.byte(first))
      }
    }
    self.tokens = tokens
  }

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
  private var failed: Set<Int> = []

  init(tokens: [PathPattern.Token], text: [UInt8]) {
    self.tokens = tokens
    self.text = text
  }

  /// The captured owner when tokens from `token` on match the text from `place` on.
  mutating func match(token: Int = 0, place: Int = 0, owner: Range<Int> = 0..<0) -> Range<Int>? {
    guard token < tokens.count else { return place == text.count ? owner : nil }
    let key = token * (text.count + 1) + place
    guard failed.contains(key) == false else { return nil }
    for end in ends(of: tokens[token], at: place) {
      let captured = tokens[token] == .owner ? place..<end : owner
      if let found = match(token: token + 1, place: end, owner: captured) { return found }
    }
    failed.insert(key)
    return nil
  }

  /// Every place at which a token that starts at `place` may end.
  private func ends(of token: PathPattern.Token, at place: Int) -> [Int] {
    let slash = UInt8(ascii: "/")
    let part = text[place...].prefix { $0 != slash }.endIndex
    switch token {
    case .byte(let wanted): return place < text.count && text[place] == wanted ? [place + 1] : []
    case .owner: return part > place ? [part] : []
    case .anythingButSlash: return Array(place...part)
    case .anything: return Array(place...text.count)
    case .folders:
      return [place] + text.indices[place...].filter { text[$0] == slash }.map { $0 + 1 }
    }
  }
}
