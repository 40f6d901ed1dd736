import GitModel

/// A repository's references as their files have them: a loose file for one that has moved, a line
/// of `packed-refs` for the rest. The loose one counts.
///
/// libgit2 reads the whole of `packed-refs` for every question and sorts it; a hook asks for a few
/// names. What is not written as git writes it is left to libgit2 to judge.
final class ReferenceFiles {
  private let packedPath: [UInt8]
  /// The folder that all worktrees share, and this worktree's own, with their slashes.
  private let shared: [UInt8]
  private let own: [UInt8]
  private var packed: PackedReferences?

  /// - Parameters: The two folders' paths, each with its slash.
  init(shared: [UInt8], own: [UInt8]) {
    self.shared = shared
    self.own = own
    packedPath = shared + "packed-refs".utf8
  }

  /// What a file says of a reference.
  enum Answer {
    case known(StoredReference)
    case absent
    /// Another must look.
    case unclear
  }

  func answer(for name: RefName) throws(GitError) -> Answer {
    if name == "HEAD" {
      let answer = try loose(own + name.bytes)
      if case .known = answer { return answer }
      return .unclear
    }
    guard Self.isShared(name), Self.isWellFormed(name) else { return .unclear }
    switch try loose(shared + name.bytes) {
    case .known(let content): return .known(content)
    case .unclear: return .unclear
    case .absent:
      guard let id = try packedReferences()?.object(of: name) else { return .absent }
      return .known(.direct(id))
    }
  }

  /// Goes through every reference below a folder such as `refs/heads/`, sorted by name.
  ///
  /// - Parameter prefix: The folder with its slash.
  func each(
    under prefix: String, _ visit: (RefName, Answer) throws(GitError) -> Void
  ) throws(GitError) {
    let prefix = Array(prefix.utf8)
    var loose: [Found] = []
    try collect(prefix, depth: 0, &loose)
    let packed = try packedReferences()
    if let packed, packed.isSorted == false {
      let unpacked = loose
      try packed.each(under: prefix) { (name, id) throws(GitError) in
        guard unpacked.contains(where: { $0.name == name }) == false else { return }
        loose.append(Found(name: name, answer: .known(.direct(id))))
      }
    }
    loose.sort { $0.name < $1.name }
    var next = 0
    if let packed, packed.isSorted {
      try packed.each(under: prefix) { (name, id) throws(GitError) in
        while next < loose.count, loose[next].name < name {
          try visit(loose[next].name, loose[next].answer)
          next += 1
        }
        if next < loose.count, loose[next].name == name { return }
        try visit(name, .known(.direct(id)))
      }
    }
    for found in loose[next...] { try visit(found.name, found.answer) }
  }

  func hasPacked(under prefix: String) throws(GitError) -> Bool {
    try packedReferences()?.hasAny(under: prefix) ?? false
  }

  /// A reference with what its file says.
  private final class Found {
    let name: RefName
    let answer: Answer

    init(name: RefName, answer: Answer) {
      self.name = name
      self.answer = answer
    }
  }

  private func collect(
    _ prefix: [UInt8], depth: Int, _ found: inout [Found]
  ) throws(GitError) {
    guard depth < Self.deepest else { return }
    var folders: [[UInt8]] = []
    var files: [[UInt8]] = []
    try Files.eachEntry(of: shared + prefix) { name, isFolder in
      if isFolder { folders.append(name) } else { files.append(name) }
    }
    for file in files {
      let name = RefName(bytes: prefix + file)
      // Else it is a name that git would refuse, such as that of a lock.
      guard Self.isWellFormed(name) else { continue }
      found.append(Found(name: name, answer: try loose(shared + name.bytes)))
    }
    for folder in folders {
      try collect(prefix + folder + [UInt8(ascii: "/")], depth: depth + 1, &found)
    }
  }

  private func loose(_ path: [UInt8]) throws(GitError) -> Answer {
    guard let content = try Files.readSmall(path) else { return .absent }
    let end = content.last == UInt8(ascii: "\n") ? content.count - 1 : content.count
    if let id = ObjectID(hex: content[..<end]) {
      return id == Self.none ? .unclear : .known(.direct(id))
    }
    let start = "ref: ".utf8
    guard content.starts(with: start) else { return .unclear }
    let target = RefName(bytes: Array(content[start.count..<max(start.count, end)]))
    return target.hasPrefix("refs/") && Self.isWellFormed(target)
      ? .known(.symbolic(target)) : .unclear
  }

  private func packedReferences() throws(GitError) -> PackedReferences? {
    if let packed, try MappedFile.Identity(of: packedPath) == packed.file.identity { return packed }
    packed = try PackedReferences(packedPath)
    return packed
  }

  private static let none = ObjectID(hex: [UInt8](repeating: UInt8(ascii: "0"), count: 40))
  private static let deepest = 128

  /// Whether all worktrees share a reference. Others are rarely asked for.
  private static func isShared(_ name: RefName) -> Bool {
    name.hasPrefix("refs/heads/") || name.hasPrefix("refs/remotes/") || name.hasPrefix("refs/tags/")
  }

  /// git's rules for the names of references (git-check-ref-format).
  static func isWellFormed(_ name: RefName) -> Bool {
    var before = UInt8(ascii: "/")
    for (place, byte) in name.bytes.enumerated() {
      switch byte {
      case 0...0x20, 0x7f, UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: ":"),
        UInt8(ascii: "?"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "\\"):
        return false
      case UInt8(ascii: "/") where before == byte: return false
      case UInt8(ascii: ".") where before == byte || before == UInt8(ascii: "/"): return false
      case UInt8(ascii: "{") where before == UInt8(ascii: "@"): return false
      case UInt8(ascii: "/") where endsInLock(name.bytes[..<place]): return false
      default: before = byte
      }
    }
    return before != UInt8(ascii: "/") && before != UInt8(ascii: ".")
      && endsInLock(name.bytes[...]) == false
  }

  private static func endsInLock(_ part: ArraySlice<UInt8>) -> Bool {
    part.suffix(5).elementsEqual(".lock".utf8)
  }
}
