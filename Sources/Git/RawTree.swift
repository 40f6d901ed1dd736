import GitModel
import Wording

/// One folder of a tree as git stores it, checked: trees that git would never write, in which one
/// name could mean two things, are refused.
struct RawTree {
  /// One line of it. The name stays where it is, in the tree's bytes: a walk looks at thousands of
  /// entries, and counting who holds on to each name costs more than comparing them.
  struct Entry {
    fileprivate let start: Int32
    fileprivate let end: Int32
    let kind: FileKind
    let id: ObjectID

    var isFolder: Bool { kind == .folder }
    var treeEntry: TreeEntry { TreeEntry(kind: kind, id: id) }

    /// Whether both are the same, whatever they are called.
    func isSame(as other: Entry) -> Bool { id == other.id && kind == other.kind }
  }

  private let bytes: [UInt8]
  let entries: [Entry]

  var size: Int { bytes.count }

  /// A folder that holds nothing.
  static let empty = RawTree()

  private init() { (bytes, entries) = ([], []) }

  init(_ bytes: [UInt8], of tree: TreeID) throws(GitError) {
    guard bytes.count <= Int32.max else {
      throw GitError(
        kind: .unsupported(Phrase("trees of this size")), asked: Phrase("read the tree \(tree.id)"),
        words: Phrase("it has \(bytes.count) bytes"))
    }
    let text = bytes.span
    var entries: [Entry] = []
    entries.reserveCapacity(bytes.count / 32)
    var place = 0
    while place < text.count {
      let entry = try Self.entry(text, &place, of: tree)
      if let before = entries.last {
        guard Self.order(before, text, entry, text) == .before else {
          throw Self.malformed(tree, entry, bytes) {
            Phrase("\($0) is out of order or stands there twice")
          }
        }
        if entry.isFolder, Self.hasFile(named: entry, in: entries, text) {
          throw Self.malformed(tree, entry, bytes) { Phrase("\($0) is both a file and a folder") }
        }
      }
      entries.append(entry)
    }
    self.bytes = bytes
    self.entries = entries
  }

  func name(of entry: Entry) -> ArraySlice<UInt8> { bytes[Int(entry.start)..<Int(entry.end)] }

  /// What stands under a name.
  func entry(named name: ArraySlice<UInt8>) -> TreeEntry? {
    entries.first { self.name(of: $0) == name }?.treeEntry
  }

  /// How many entries, from the first and from the last, are the same in two trees.
  func entriesAlike(with other: RawTree) -> (first: Int, last: Int) {
    let most = min(entries.count, other.entries.count)
    let limit = min(bytes.count, other.bytes.count)
    let head = SharedBytes.prefix(bytes, other.bytes, limit: limit)
    var first = 0
    while first < most, Int(entries[first].end) + 21 <= head { first += 1 }
    let tail = SharedBytes.suffix(bytes, other.bytes, limit: limit)
    var last = 0
    while last < most - first {
      let one = entries[entries.count - 1 - last]
      let two = other.entries[other.entries.count - 1 - last]
      // What both end with need not begin with an entry in both.
      guard bytes.count - Int(one.start) <= tail, one.kind == two.kind,
        bytes.count - Int(one.start) == other.bytes.count - Int(two.start),
        bytes.count - Int(one.end) == other.bytes.count - Int(two.end)
      else { break }
      last += 1
    }
    return (first, last)
  }

  enum Order { case before, same, after }

  /// git's order: by bytes, a folder's name as if it ended in a slash.
  func order(_ entry: Entry, _ other: Entry, of tree: RawTree) -> Order {
    Self.order(entry, bytes.span, other, tree.bytes.span)
  }

  private static func order(
    _ one: Entry, _ text: Swift.Span<UInt8>, _ other: Entry, _ otherText: Swift.Span<UInt8>
  ) -> Order {
    var place = Int(one.start)
    var otherPlace = Int(other.start)
    let (end, otherEnd) = (Int(one.end), Int(other.end))
    while place < end, otherPlace < otherEnd {
      let left = text[place]
      let right = otherText[otherPlace]
      if left != right { return left < right ? .before : .after }
      place += 1
      otherPlace += 1
    }
    // A name that ended goes on with a slash for a folder and with nothing for a file.
    let left = place < end ? text[place] : one.isFolder ? UInt8(ascii: "/") : 0
    let right =
      otherPlace < otherEnd ? otherText[otherPlace] : other.isFolder ? UInt8(ascii: "/") : 0
    if left != right { return left < right ? .before : .after }
    return .same
  }

  private static func entry(
    _ text: Swift.Span<UInt8>, _ place: inout Int, of tree: TreeID
  ) throws(GitError) -> Entry {
    var mode = plainMode(text, &place)
    while place < text.count, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(text[place]),
      mode < 1 << 24
    {
      mode = mode << 3 | UInt32(text[place] - UInt8(ascii: "0"))
      place += 1
    }
    let start = place + 1
    var end = start
    // Eight bytes at once, up to those in which something stands that is looked for.
    while end + 8 <= text.count, case let word = text.word(at: end),
      holdsZero(word) == false, holdsZero(word ^ slashes) == false
    {
      end += 8
    }
    var hasSlash = false
    while end < text.count, text[end] != 0 {
      if text[end] == UInt8(ascii: "/") { hasSlash = true }
      end += 1
    }
    guard place < text.count, text[place] == UInt8(ascii: " "), end + 20 < text.count else {
      throw malformed(tree, []) { Phrase("\($0) ends in the middle of an entry") }
    }
    guard let kind = FileKind(mode: mode) else {
      throw malformed(tree, name(text, start..<end)) {
        Phrase("\($0) has a mode that git does not write")
      }
    }
    guard hasSlash == false, isNameless(text, start..<end) == false else {
      throw malformed(tree, name(text, start..<end)) { Phrase("\($0) is no name for a file") }
    }
    place = end + 21
    return Entry(start: Int32(start), end: Int32(end), kind: kind, id: ObjectID(text, at: end + 1))
  }

  /// The mode of a plain file or a folder, as nearly all entries have it and as git writes it; the
  /// place moves behind it. Else 0, and nothing moves.
  private static func plainMode(_ text: Swift.Span<UInt8>, _ place: inout Int) -> UInt32 {
    guard place + 8 <= text.count else { return 0 }
    let word = text.word(at: place)
    if word << 8 == 0x20_34_34_36_30_30_31_00 {
      place += 6
      return 0o100644
    }
    if word << 16 == 0x20_30_30_30_30_34_00_00 {
      place += 5
      return 0o40000
    }
    return 0
  }

  private static let slashes: UInt64 = 0x2f2f_2f2f_2f2f_2f2f

  /// Whether one of a word's bytes is 0 (Mycroft's test).
  private static func holdsZero(_ word: UInt64) -> Bool {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
  }

  /// Whether it is nothing, `.`, `..` or `.git`.
  private static func isNameless(_ text: Swift.Span<UInt8>, _ name: Range<Int>) -> Bool {
    let start = name.lowerBound
    switch name.count {
    case 0: return true
    case 1, 2, 4: break
    default: return false
    }
    guard text[start] == UInt8(ascii: ".") else { return false }
    switch name.count {
    case 1: return true
    case 2: return text[start + 1] == UInt8(ascii: ".")
    default:
      return text[start + 1] == UInt8(ascii: "g") && text[start + 2] == UInt8(ascii: "i")
        && text[start + 3] == UInt8(ascii: "t")
    }
  }

  /// Whether a file of a folder's name stands before it. Between the two only names can stand
  /// that begin with theirs, so the search goes back no further.
  private static func hasFile(
    named folder: Entry, in entries: [Entry], _ text: Swift.Span<UInt8>
  ) -> Bool {
    let length = folder.end - folder.start
    for entry in entries.reversed() {
      guard entry.end - entry.start >= length else { return false }
      for place in 0..<Int(length)
      where text[Int(entry.start) + place] != text[Int(folder.start) + place] { return false }
      if entry.end - entry.start == length { return true }
    }
    return false
  }

  private static func name(_ text: Swift.Span<UInt8>, _ places: Range<Int>) -> [UInt8] {
    places.map { text[$0] }
  }

  private static func malformed(
    _ tree: TreeID, _ entry: Entry, _ bytes: [UInt8], _ words: (Phrase) -> Phrase
  ) -> GitError {
    malformed(tree, Array(bytes[Int(entry.start)..<Int(entry.end)]), words)
  }

  private static func malformed(_ tree: TreeID, _ name: [UInt8], _ words: (Phrase) -> Phrase)
    -> GitError
  {
    let subject = name.isEmpty ? Phrase("it") : Phrase("its entry \(Visible.text(name))")
    return GitError(
      kind: .damaged, asked: Phrase("read the tree \(tree.id)"),
      words: Phrase("\(words(subject)): no git writes such a tree"))
  }
}
