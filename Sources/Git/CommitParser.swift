import GitModel

/// Reads a commit object's raw content.
struct CommitParser {
  private var rest: ArraySlice<UInt8>
  private let id: ObjectID

  static func commit(_ id: ObjectID, from bytes: [UInt8]) throws(GitError) -> Commit {
    var parser = CommitParser(rest: bytes[...], id: id)
    return try parser.parse()
  }

  /// Only what ancestry needs: this is read for every commit of a walk.
  static func links(
    _ id: ObjectID, from bytes: [UInt8]
  ) throws(GitError) -> (outline: CommitOutline, time: Int64) {
    var parser = CommitParser(rest: bytes[...], id: id)
    guard let tree = try parser.objectID(after: "tree ") else {
      throw parser.damaged("it has no tree")
    }
    var parents: [ObjectID] = []
    while let parent = try parser.objectID(after: "parent ") { parents.append(parent) }
    _ = parser.line(after: "author ")
    guard let committer = parser.line(after: "committer ") else {
      throw parser.damaged("it has no committer")
    }
    return (CommitOutline(parents: parents, tree: TreeID(tree)), time(committer))
  }

  private mutating func parse() throws(GitError) -> Commit {
    guard let tree = try objectID(after: "tree ") else { throw damaged("it has no tree") }
    var parents: [ObjectID] = []
    while let parent = try objectID(after: "parent ") { parents.append(parent) }
    guard let author = line(after: "author ") else { throw damaged("it has no author") }
    guard let committer = line(after: "committer ") else { throw damaged("it has no committer") }
    skipOtherHeaders()
    return Commit(
      id: id, tree: TreeID(tree), parents: parents, author: Self.person(author),
      committer: Self.person(committer), time: Self.time(committer), message: Array(rest))
  }

  /// Headers that say nothing to us (encoding, signatures) end at the first empty line.
  private mutating func skipOtherHeaders() {
    while rest.isEmpty == false {
      let header = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[header.endIndex...].dropFirst()
      if header.isEmpty { return }
    }
  }

  private mutating func objectID(after key: String) throws(GitError) -> ObjectID? {
    guard let text = line(after: key) else { return nil }
    guard let id = ObjectID(hex: text) else { throw damaged("a line of it holds no object id") }
    return id
  }

  private mutating func line(after key: String) -> ArraySlice<UInt8>? {
    guard rest.starts(with: key.utf8) else { return nil }
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    rest = rest[line.endIndex...].dropFirst()
    return line.dropFirst(key.utf8.count)
  }

  private func damaged(_ words: String) -> GitError {
    GitError(kind: .damaged, asked: "read the commit \(id)", words: words)
  }

  /// `Name <address> seconds zone`: commits are written by anybody, so nothing is taken for
  /// granted but what stands there.
  private static func person(_ line: ArraySlice<UInt8>) -> Person {
    guard let open = line.firstIndex(of: UInt8(ascii: "<")) else {
      return Person(name: Array(line), email: [])
    }
    let address = line[(open + 1)...].prefix { $0 != UInt8(ascii: ">") }
    var name = line[..<open]
    while name.last == UInt8(ascii: " ") { name.removeLast() }
    return Person(name: Array(name), email: Array(address))
  }

  private static func time(_ line: ArraySlice<UInt8>) -> Int64 {
    guard let close = line.lastIndex(of: UInt8(ascii: ">")) else { return 0 }
    let rest = line[(close + 1)...].drop { $0 == UInt8(ascii: " ") }
    let number = rest.prefix { $0 != UInt8(ascii: " ") }
    let isNegative = number.first == UInt8(ascii: "-")
    let isSigned = isNegative || number.first == UInt8(ascii: "+")
    let digits = isSigned ? number.dropFirst() : number
    var seconds: Int64 = 0
    for digit in digits {
      guard case let value = Int64(digit) - Int64(UInt8(ascii: "0")), (0...9).contains(value) else {
        return 0
      }
      let (tens, tooLarge) = seconds.multipliedReportingOverflow(by: 10)
      let (sum, tooMuch) = tens.addingReportingOverflow(isNegative ? -value : value)
      if tooLarge || tooMuch { return 0 }
      seconds = sum
    }
    return seconds
  }
}
