import FlowPolicy
import GitModel

/// The lines of `.gitattributes` that let git join two people's entries.
struct AttributesFile {
  /// One pattern for each of the policy's journals, as git reads it.
  let patterns: [String]

  init(_ experiments: Experiments) {
    patterns = experiments.files.map { pattern in
      let path = "\(String(decoding: experiments.directory.bytes, as: UTF8.self))/\(pattern.source)"
      let isPlain = path.utf8.allSatisfy { $0 > 0x20 && $0 != 0x22 && $0 != 0x5c }
      if isPlain { return path }
      let escaped = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"\(escaped)\""
    }
  }

  /// The file with our lines at its end; nil where it says something about merging each pattern
  /// already, whatever that is.
  func extended(_ old: [UInt8]?, comment: String) -> [UInt8]? {
    let text = String(decoding: old ?? [], as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    let missing = patterns.filter { pattern in
      lines.contains { line in
        line.hasPrefix(pattern) && line.dropFirst(pattern.count).first?.isWhitespace == true
          && line.contains("merge")
      } == false
    }
    guard missing.isEmpty == false else { return nil }
    let end = text.contains("\r\n") ? "\r\n" : "\n"
    var result = old ?? []
    if let last = result.last, last != 0x0a { result += Array(end.utf8) }
    let added = [comment] + missing.map { "\($0) merge=union" }
    return result + added.flatMap { Array(($0 + end).utf8) }
  }
}
