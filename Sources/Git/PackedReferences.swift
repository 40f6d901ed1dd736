import GitModel
import Wording

/// git's `packed-refs`: a line for each reference, forty digits and a space before its name. A
/// line that begins with `^` tells more about the one before. A file that says that it is sorted
/// is not read as a whole.
struct PackedReferences {
  let file: MappedFile
  /// Where the first line after the header begins.
  private let start: Int
  let isSorted: Bool

  /// nil where there is none.
  init?(_ path: [UInt8]) throws(GitError) {
    guard let file = try MappedFile(path) else { return nil }
    self.file = file
    var start = 0
    while start < file.count, file[start] == UInt8(ascii: "#") {
      start = Self.lineEnd(start, file)
    }
    self.start = start
    isSorted = Self.says("sorted", file, in: 0..<start)
  }

  /// Whether a reference's name begins so.
  func hasAny(under prefix: String) -> Bool {
    var found = false
    eachLine(under: Array(prefix.utf8)) { _, _ in
      found = true
      return false
    }
    return found
  }

  /// The object that a reference names; nil where it is not here.
  ///
  /// - Throws: where its line holds no object id.
  func object(of name: RefName) throws(GitError) -> ObjectID? {
    var found: Int?
    eachLine(under: name.bytes) { line, end in
      guard end - line - Self.idSize == name.bytes.count else { return isSorted == false }
      found = line
      return false
    }
    guard let line = found else { return nil }
    guard let id = id(at: line) else {
      throw GitError(
        kind: .damaged, asked: Phrase("read the reference \(name)"),
        words: Phrase("its line in packed-refs holds no object id"))
    }
    return id
  }

  /// Goes through the references whose names begin so, in the file's order. A line without an
  /// object id is passed over.
  func each(
    under prefix: [UInt8], _ visit: (RefName, ObjectID) throws(GitError) -> Void
  ) throws(GitError) {
    try eachLine(under: prefix) { (line, end) throws(GitError) in
      if let id = id(at: line) {
        try visit(RefName(bytes: file.bytes((line + Self.idSize)..<end)), id)
      }
      return true
    }
  }

  /// Goes through the lines of names that begin so: where a line begins, and where its name ends.
  private func eachLine<Failure: Error>(
    under prefix: [UInt8], _ visit: (_ line: Int, _ end: Int) throws(Failure) -> Bool
  ) throws(Failure) {
    var line = isSorted ? firstLine(notBefore: prefix) : start
    while line < file.count {
      let next = Self.lineEnd(line, file)
      let order = order(of: line, to: prefix)
      if order == .begins {
        let end = file[next - 1] == UInt8(ascii: "\n") ? next - 1 : next
        guard try visit(line, end) else { return }
      } else if isSorted, order == .after {
        return
      }
      line = next
    }
  }

  private enum Order { case before, begins, after, none }

  /// How a line's name stands to what names should begin with; none for a line without a name.
  private func order(of line: Int, to prefix: [UInt8]) -> Order {
    guard isPeeled(line) == false else { return .none }
    for offset in 0..<prefix.count {
      let place = line + Self.idSize + offset
      // A name that ends here is shorter: the end of the line comes before any byte of a name.
      guard place < file.count else { return .before }
      if file[place] != prefix[offset] { return file[place] < prefix[offset] ? .before : .after }
    }
    return .begins
  }

  /// Bisects for the first line whose name is not before the wanted ones.
  private func firstLine(notBefore prefix: [UInt8]) -> Int {
    var low = start
    var high = file.count
    // Every name before `low` is before the wanted ones, and none from `high` on is.
    while low < high {
      let middle = entry(around: low + (high - low) / 2, from: low)
      if order(of: middle, to: prefix) == .before {
        low = entry(after: middle)
      } else {
        high = middle
      }
    }
    return low
  }

  /// The line with a name in which a place lies, or to which that line belongs.
  private func entry(around place: Int, from low: Int) -> Int {
    var place = place
    while place > low {
      if file[place - 1] == UInt8(ascii: "\n"), isPeeled(place) == false { break }
      place -= 1
    }
    return place
  }

  private func entry(after line: Int) -> Int {
    var place = Self.lineEnd(line, file)
    while place < file.count, isPeeled(place) { place = Self.lineEnd(place, file) }
    return place
  }

  private func isPeeled(_ line: Int) -> Bool { file[line] == UInt8(ascii: "^") }

  private func id(at line: Int) -> ObjectID? {
    guard line + Self.idSize <= file.count, file[line + Self.idSize - 1] == UInt8(ascii: " ")
    else { return nil }
    return file.read(line..<(line + Self.idSize - 1)) { ObjectID(hex: $0) }
  }

  private static func lineEnd(_ place: Int, _ file: MappedFile) -> Int {
    file.place(of: UInt8(ascii: "\n"), from: place).map { $0 + 1 } ?? file.count
  }

  /// Whether a header has a word.
  private static func says(_ word: String, _ file: MappedFile, in header: Range<Int>) -> Bool {
    let header = header.clamped(to: 0..<min(file.count, 1_024))
    let isBreak = { (place: Int) in
      header.contains(place) == false || file[place] == UInt8(ascii: " ")
        || file[place] == UInt8(ascii: "\n")
    }
    let length = word.utf8.count
    for start in header where isBreak(start - 1) && isBreak(start + length) {
      guard start + length <= header.upperBound else { return false }
      var place = start - 1
      let isWord = word.utf8.allSatisfy { byte in
        place += 1
        return file[place] == byte
      }
      if isWord { return true }
    }
    return false
  }

  /// Forty digits and a space.
  private static let idSize = 41
}
