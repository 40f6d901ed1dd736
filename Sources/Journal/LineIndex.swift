/// A text by its lines, which end as Markdown's do: with LF, CR LF or CR.
struct LineIndex {
  let text: [UInt8]
  /// Where each line starts, and last the end of the text.
  private var starts: [Int] = []

  /// - Parameter bytes: a file's content; a byte order mark is left out.
  init(_ bytes: [UInt8]) {
    text = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == 0x0d, index < text.count, text[index] == 0x0a { continue }
      if byte == 0x0a || byte == 0x0d {
        starts.append(start)
        start = index
      }
    }
    if start < text.count { starts.append(start) }
    starts.append(text.count)
  }

  var count: Int { starts.count - 1 }

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

  /// The first line, from 1, that holds bytes which are no UTF-8.
  var firstLineOutsideUTF8: Int? {
    // The whole is checked at once; only where it fails does the place matter.
    if String(validating: text, as: UTF8.self) != nil { return nil }
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
