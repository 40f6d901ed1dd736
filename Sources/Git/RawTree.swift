import GitModel

/// One folder of a tree as git stores it, checked: trees that git would never write, in which one
/// name could mean two things, are refused.
struct RawTree {
  struct Entry {
    let name: ArraySlice<UInt8>
    let kind: FileKind
    /// Twenty raw bytes.
    let rawID: ArraySlice<UInt8>

    var isFolder: Bool { kind == .folder }
  }

  let entries: [Entry]
  let size: Int

  init(_ bytes: [UInt8], of tree: TreeID) throws(GitError) {
    size = bytes.count
    var entries: [Entry] = []
    var rest = bytes[...]
    while rest.isEmpty == false {
      let entry = try Self.entry(&rest, of: tree)
      if let before = entries.last, Self.stands(before, before: entry) == false {
        throw Self.malformed(tree, entry.name, "is out of order or stands there twice")
      }
      if entry.isFolder, Self.hasFile(named: entry.name, in: entries) {
        throw Self.malformed(tree, entry.name, "is both a file and a folder")
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// The same as an entry of its own.
  func treeEntry(named name: ArraySlice<UInt8>) throws(GitError) -> TreeEntry? {
    for place in entries.indices where entries[place].name == name {
      return try entries[place].treeEntry()
    }
    return nil
  }

  func entry(named name: ArraySlice<UInt8>) -> Entry? {
    entries.first { $0.name == name }
  }

  /// git's order: by bytes, a folder's name as if it ended in a slash.
  static func stands(_ one: Entry, before other: Entry) -> Bool {
    compare(one, other) == .before
  }

  enum Order { case before, same, after }

  static func compare(_ one: Entry, _ other: Entry) -> Order {
    var place = one.name.startIndex
    var otherPlace = other.name.startIndex
    while place < one.name.endIndex, otherPlace < other.name.endIndex {
      let left = one.name[place]
      let right = other.name[otherPlace]
      if left != right { return left < right ? .before : .after }
      place += 1
      otherPlace += 1
    }
    // A name that ended goes on with a slash for a folder and with nothing for a file.
    let left = place < one.name.endIndex ? one.name[place] : one.isFolder ? UInt8(ascii: "/") : 0
    let right =
      otherPlace < other.name.endIndex
      ? other.name[otherPlace] : other.isFolder ? UInt8(ascii: "/") : 0
    if left != right { return left < right ? .before : .after }
    return .same
  }

  private static func entry(
    _ rest: inout ArraySlice<UInt8>, of tree: TreeID
  ) throws(GitError) -> Entry {
    var mode: UInt32 = 0
    while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte),
      mode < 1 << 24
    {
      mode = mode << 3 | UInt32(byte - UInt8(ascii: "0"))
      rest = rest.dropFirst()
    }
    guard rest.popFirst() == UInt8(ascii: " "), let end = rest.firstIndex(of: 0),
      rest.endIndex - end > 20
    else { throw malformed(tree, [], "ends in the middle of an entry") }
    let name = rest[..<end]
    let rawID = rest[(end + 1)..<(end + 21)]
    rest = rest[(end + 21)...]
    guard let kind = FileKind(mode: mode) else {
      throw malformed(tree, name, "has a mode that git does not write")
    }
    let isDots = name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8)
    guard name.isEmpty == false, isDots == false, name.contains(UInt8(ascii: "/")) == false,
      name.elementsEqual(".git".utf8) == false
    else { throw malformed(tree, name, "is no name for a file") }
    return Entry(name: name, kind: kind, rawID: rawID)
  }

  /// Whether a file of a folder's name stands before it. Between the two only names can stand
  /// that begin with theirs, so the search goes back no further.
  private static func hasFile(named name: ArraySlice<UInt8>, in entries: [Entry]) -> Bool {
    for entry in entries.reversed() {
      guard entry.name.starts(with: name) else { return false }
      if entry.name.count == name.count { return true }
    }
    return false
  }

  private static func malformed(
    _ tree: TreeID, _ name: ArraySlice<UInt8>, _ words: String
  ) -> GitError {
    let subject = name.isEmpty ? "it" : "its entry \(Visible.text(name))"
    return GitError(
      kind: .damaged, asked: "read the tree \(tree.id)",
      words: "\(subject) \(words): no git writes such a tree")
  }
}

extension RawTree.Entry {
  /// Always there: a raw id is twenty bytes by the parser's own check.
  func treeEntry() throws(GitError) -> TreeEntry {
    guard let id = ObjectID(bytes: rawID) else {
      throw GitError(kind: .damaged, asked: "read a tree", words: "an id is not twenty bytes")
    }
    return TreeEntry(kind: kind, id: id)
  }
}
