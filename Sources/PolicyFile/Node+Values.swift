internal import FlowPolicy
internal import GitModel
import Wording
internal import YAML

/// Reading a node as one of the policy's values.
extension Node {
  /// The longest pattern, path or name, in bytes. libyaml takes keys of up to 1024 characters, and
  /// a policy must also read back after each of them was escaped.
  private static let longest = 400

  /// A name of a lane or person: one word.
  func name(_ what: String) throws(Problem) -> String {
    let text = try bounded(what)
    guard text.unicodeScalars.contains(where: { $0.properties.isWhitespace }) == false else {
      throw problem(Phrase("\"\(what)\" must be one word"))
    }
    return text
  }

  /// Text of one line and bounded length.
  func bounded(_ what: String) throws(Problem) -> String {
    let text = try text(what)
    guard text.utf8.count <= Self.longest else {
      throw problem(Phrase("\"\(what)\" must be at most \(Self.longest) bytes long"))
    }
    return text
  }

  /// A pattern for branches or tags.
  ///
  /// Whatever git allows in no branch name would make a pattern that never matches, and nobody
  /// would notice: `{a,b}` and `?` are refused for that reason.
  func refPattern(_ what: String, owner: Bool) throws(Problem) -> PathPattern {
    let text = try bounded(what)
    let holder = "{owner}"
    // By scalars: to `Character` a slash with a combining mark is no slash, but to git it is.
    let parts = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
      .map { String($0) }
    let owners = parts.filter { $0 == holder }.count
    guard owners <= (owner ? 1 : 0) else {
      throw problem(
        owner
          ? Phrase("\"\(what)\" may have {owner} only once")
          : Phrase("\"\(what)\" can't have {owner}; write *"))
    }
    guard text.hasPrefix("refs/") == false else {
      throw problem(Phrase("\"\(what)\" must be a short name without refs/heads/ or refs/tags/"))
    }
    guard parts.contains("") == false else {
      throw problem(
        Phrase("\"\(what)\" must not begin or end with / nor have two of them in a row"))
    }
    for part in parts where part != holder {
      if Self.holds(part, holder) {
        throw problem(Phrase("in \"\(what)\" {owner} must stand alone between slashes"))
      }
      if let bad = part.unicodeScalars.first(where: Self.isForbiddenInRefs) {
        let sign = Problem.quoted(String(Character(bad)))
        throw problem(
          owner
            ? Phrase("\"\(what)\" can't have \(sign): only *, ** and {owner} have a meaning")
            : Phrase("\"\(what)\" can't have \(sign): only *, ** have a meaning"))
      }
      if part.hasPrefix(".") || part.hasSuffix(".lock") || Self.holds(part, "..") {
        throw problem(Phrase("\"\(what)\" must be possible as a name in git"))
      }
    }
    return PathPattern(text)
  }

  /// Whether a text stands in another. The standard library's `contains` for this would link the
  /// regular expression engine into the hooks.
  private static func holds(_ text: some StringProtocol, _ wanted: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: wanted.utf8) }
  }

  private static func isForbiddenInRefs(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "?[]{}~^:\\".unicodeScalars.contains(scalar)
  }

  /// A pattern for paths below the root or a folder.
  func pathPattern(_ what: String) throws(Problem) -> PathPattern {
    PathPattern(try pathPatternText(what))
  }

  private func pathPatternText(_ what: String) throws(Problem) -> String {
    let text = try bounded(what)
    guard Self.holds(text, "{owner}") == false else {
      throw problem(Phrase("\"\(what)\" can't have {owner}; write *"))
    }
    try requireRelative(text, what)
    return text
  }

  /// A path below the repository's root. One slash at the end, as people write folders, is dropped.
  func path(_ what: String) throws(Problem) -> TreePath {
    let text = try bounded(what)
    let path = text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
    try requireRelative(path, what)
    return TreePath(path)
  }

  private func requireRelative(_ text: String, _ what: String) throws(Problem) {
    // How long the part is so far, and whether it has nothing but dots.
    var (length, isDots, isOdd) = (0, true, false)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "/") {
        isOdd = isOdd || (isDots && length <= 2)
        (length, isDots) = (0, true)
      } else {
        length += 1
        isDots = isDots && byte == UInt8(ascii: ".")
      }
    }
    guard isOdd == false, isDots == false || length > 2 else {
      throw problem(
        Phrase("\"\(what)\" must be a path below the root without empty, . and .. parts"))
    }
  }

  /// The values of a list, each at most once.
  func values<Value: Hashable>(
    of what: String, such example: String, read: (Node) throws(Problem) -> Value
  ) throws(Problem) -> [Value] {
    var result: [Value] = []
    // Most lists are of one or two, and a set has to be made before it is asked.
    var many: Set<Value> = []
    for item in try list(what, such: example) {
      let value = try read(item)
      let isNew = many.isEmpty ? result.contains(value) == false : many.insert(value).inserted
      guard isNew else { throw item.repeated(in: what) }
      result.append(value)
      if result.count == 16 { many = Set(result) }
    }
    return result
  }

  /// Paths, each at most once.
  func paths(_ what: String, such example: String) throws(Problem) -> [TreePath] {
    try values(of: what, such: example) { item throws(Problem) in try item.path(what) }
  }

  /// Patterns for paths, each at most once.
  func pathPatterns(_ what: String, such example: String) throws(Problem) -> [PathPattern] {
    // Told apart as texts: two that look the same are one, whatever their bytes.
    try values(of: what, such: example) { item throws(Problem) in try item.pathPatternText(what) }
      .map { PathPattern($0) }
  }

  func severity(_ rule: String) throws(Problem) -> Severity {
    if case .scalar(let text, plain: true) = content, Self.isNo(text) { return .off }
    return try word(rule, Severity.self)
  }

  /// A rule's name.
  func rule(_ what: String) throws(Problem) -> RuleID {
    let known = RuleID.allCases.map(\.rawValue)
    let text = try text(what)
    guard let rule = RuleID(rawValue: text) else {
      throw Problem(
        place, Phrase("unknown rule \(Problem.quoted(text))"), value: text,
        suggestion: Spelling.nearest(to: text, among: known))
    }
    return rule
  }

  /// A commit id or its beginning, as lower-case digits. Seven digits is what git itself shows at
  /// least; fewer would soon be ambiguous.
  func commit(_ what: String) throws(Problem) -> String {
    guard let text = scalar, (7...40).contains(text.utf8.count),
      text.utf8.allSatisfy({
        switch $0 {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
          UInt8(ascii: "A")...UInt8(ascii: "F"):
          true
        default: false
        }
      })
    else { throw problem(Phrase("\"\(what)\" must be a commit id of 7 to 40 hexadecimal digits")) }
    return text.lowercased()
  }

  func day(_ what: String) throws(Problem) -> Day {
    let parts = (scalar ?? "").utf8.split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = parts.map(\.count)
    let numbers = parts.compactMap { Self.digits($0) }
    guard widths == [4, 2, 2], numbers.count == 3 else {
      throw problem(Phrase("\"\(what)\" must be a date such as 2026-12-31"))
    }
    guard let day = Day(year: Int(numbers[0]), month: Int(numbers[1]), day: Int(numbers[2])) else {
      throw problem(Phrase("\"\(what)\" must be a day of the calendar"))
    }
    return day
  }

  /// A size in bytes: a whole number, plain or with a unit of a thousand (KB, MB, GB) or of 1024
  /// (KiB, MiB, GiB).
  func size(_ what: String) throws(Problem) -> Int64 {
    let text = scalar ?? ""
    let number = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let unit = String(text.dropFirst(number.count).drop { $0 == " " })
    guard let count = Self.digits(number) else {
      throw problem(Phrase("\(Problem.quoted(what)) must be a size such as 50MiB, 10MB or 4096"))
    }
    guard let factor = SizeUnit.factor(unit) else {
      throw problem(
        Phrase(
          "\(Problem.quoted(what)) must be a size in \(Self.choice(SizeUnit.all.map(\.name)))"),
        suggestion: SizeUnit.nearest(to: unit).map { "\(count)\($0)" })
    }
    let (size, overflow) = count.multipliedReportingOverflow(by: factor)
    guard overflow == false else {
      throw problem(Phrase("\(Problem.quoted(what)) must be a size that 63 bits can hold"))
    }
    return size
  }

  /// A number of digits only, without a sign; nil where there are none or too many.
  static func digits(_ bytes: some Collection<UInt8>) -> Int64? {
    let isNumber = bytes.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isNumber else { return nil }
    return Int64(String(decoding: bytes, as: UTF8.self))
  }
}

/// The units that sizes may carry.
enum SizeUnit {
  static let all: [(name: String, bytes: Int64)] = [
    ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10),
    ("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1_000), ("B", 1),
  ]

  static func factor(_ name: String) -> Int64? {
    name.isEmpty ? 1 : all.first { $0.name == name }?.bytes
  }

  /// The unit meant by one in the wrong letter case or without its last letters, such as `mb`, `M`.
  static func nearest(to name: String) -> String? {
    all.last { $0.name.lowercased().hasPrefix(name.lowercased()) }?.name
  }

  /// A size as it would be written by hand: the largest unit that divides it.
  static func spelled(_ size: Int64) -> String {
    let unit = all.first { $0.bytes > 1 && size > 0 && size.isMultiple(of: $0.bytes) }
    return unit.map { "\(size / $0.bytes)\($0.name)" } ?? "\(size)"
  }
}
