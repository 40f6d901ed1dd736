/// What a reader sees of HTML in a Markdown text.
enum HTML {
  /// The text without comments and tags, trimmed.
  static func visible(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let closing: [UInt8] =
        bytes[index...].starts(with: "<!--".utf8) ? Array("-->".utf8) : [UInt8(ascii: ">")]
      index = end(of: closing, in: bytes, from: index + 1)
    }
    return String(decoding: result, as: UTF8.self).trimmed
  }

  /// Where the text goes on after a closing mark; at its end where there is none.
  private static func end(of mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index..<index + mark.count].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return bytes.count
  }
}
