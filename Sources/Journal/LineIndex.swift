/// A text by its lines, which end as Markdown's do: with LF, CR LF or CR.
struct LineIndex {
  let text: [UInt8]
  /// Where each line starts, and last the end of the text.
  private var starts: [Int] = []

  /// - Parameter bytes: a file's content; a byte order mark is left out.
  init(_ bytes: [UInt8]) {
    text = Self.withoutMark(bytes)
    scan(0..<text.count)
    starts.append(text.count)
  }

  /// Another version of a text that is known.
  ///
  /// - Parameters:
  ///   - text: the other version, without a byte order mark.
  ///   - head: how many of the known lines it begins with.
  ///   - tail: the known line with which, or with a line break before it, its shared end begins.
  init(_ known: LineIndex, text: [UInt8], head: Int, tail: Int) {
    self.text = text
    let shift = text.count - known.text.count
    starts.reserveCapacity(known.starts.count + 8)
    starts += known.starts[..<head]
    scan(known.starts[head]..<known.starts[tail] + shift)
    for start in known.starts[tail...] { starts.append(start + shift) }
  }

  static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private mutating func scan(_ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = text[index]
      index += 1
      if byte == 0x0d, index < range.upperBound, text[index] == 0x0a { continue }
      if byte == 0x0a || byte == 0x0d {
        starts.append(start)
        start = index
      }
    }
    if start < range.upperBound { starts.append(start) }
  }

  var count: Int { starts.count - 1 }

  /// Where a line begins; the end of the text for the line after the last.
  func start(of line: Int) -> Int { starts[line] }

  /// A line without its end, counted from 0.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    var line = text[starts[number]..<starts[number + 1]]
    while let last = line.last, last == 0x0a || last == 0x0d { line.removeLast() }
    return line
  }

  /// The lines from one up to another, counted from 0.
  func bytes(from first: Int, to end: Int) -> ArraySlice<UInt8> {
    text[starts[first]..<starts[end]]
  }

  static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  /// The first line, from 1, that holds bytes which are no UTF-8.
  var firstLineOutsideUTF8: Int? {
    // The whole is checked at once; only where it fails does the place matter.
    if Self.isUTF8(text[...]) { return nil }
    var decoder = UTF8.ForwardParser()
    var iterator = text.makeIterator()
    var line = 1
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .emptyInput: return nil
      case .error: return line
      case .valid(let scalar): if scalar.first == 0x0a { line += 1 }
      }
    }
  }
}
