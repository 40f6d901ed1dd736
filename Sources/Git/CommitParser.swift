import GitModel
import Wording

/// Reads a commit object's raw content.
struct CommitParser {
  private let bytes: [UInt8]
  private var place = 0
  private let id: ObjectID

  private init(_ bytes: [UInt8], id: ObjectID) {
    self.bytes = bytes
    self.id = id
  }

  static func commit(_ id: ObjectID, from bytes: [UInt8]) throws(GitError) -> Commit {
    var parser = CommitParser(bytes, id: id)
    let outline = try parser.outline()
    guard let author = parser.line(after: "author ") else {
      throw parser.damaged(Phrase("it has no author"))
    }
    let committer = try parser.committer()
    parser.skipOtherHeaders()
    return Commit(
      id: id, tree: outline.tree, parents: outline.parents, author: Self.person(bytes[author]),
      committer: Self.person(bytes[committer]), time: Self.time(bytes[committer]),
      message: Array(bytes[parser.place...]))
  }

  /// Only what ancestry needs: this is read for every commit of a walk.
  static func links(
    _ id: ObjectID, from bytes: [UInt8]
  ) throws(GitError) -> (outline: CommitOutline, time: Int64) {
    var parser = CommitParser(bytes, id: id)
    let outline = try parser.outline()
    _ = parser.line(after: "author ")
    return (outline, time(bytes[try parser.committer()]))
  }

  private mutating func outline() throws(GitError) -> CommitOutline {
    guard let tree = try objectID(after: "tree ") else { throw damaged(Phrase("it has no tree")) }
    var parents: [ObjectID] = []
    while let parent = try objectID(after: "parent ") { parents.append(parent) }
    return CommitOutline(parents: parents, tree: TreeID(tree))
  }

  private mutating func committer() throws(GitError) -> Range<Int> {
    guard let committer = line(after: "committer ") else {
      throw damaged(Phrase("it has no committer"))
    }
    return committer
  }

  /// Headers that say nothing to us (encoding, signatures) end at the first empty line.
  private mutating func skipOtherHeaders() {
    while place < bytes.count {
      let end = lineEnd()
      let isEmpty = end == place
      place = min(end + 1, bytes.count)
      if isEmpty { return }
    }
  }

  private mutating func objectID(after key: String) throws(GitError) -> ObjectID? {
    guard let text = line(after: key) else { return nil }
    guard let id = ObjectID(hex: bytes[text]) else {
      throw damaged(Phrase("a line of it holds no object id"))
    }
    return id
  }

  /// The rest of a line that begins with a key; the place moves behind it. nil, and nothing moves,
  /// where another line stands here.
  private mutating func line(after key: String) -> Range<Int>? {
    var start = place
    for byte in key.utf8 {
      guard start < bytes.count, bytes[start] == byte else { return nil }
      start += 1
    }
    let end = lineEnd()
    place = min(end + 1, bytes.count)
    return start..<end
  }

  private func lineEnd() -> Int {
    var end = place
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  private func damaged(_ words: Phrase) -> GitError {
    GitError(kind: .damaged, asked: Phrase("read the commit \(id)"), words: words)
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
