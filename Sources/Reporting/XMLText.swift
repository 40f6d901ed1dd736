import GitModel

/// An element of an XML 1.0 document. Whatever stands in it is made visible first, so no control
/// character is left that XML has no word for.
struct XMLElement {
  let name: String
  var attributes: [(name: String, value: String)]
  /// Child elements; an element has either these or ``text``.
  var children: [XMLElement] = []
  /// Lines of text.
  var text: [String] = []

  init(_ name: String, _ attributes: [(name: String, value: String)] = []) {
    self.name = name
    self.attributes = attributes
  }

  init(_ name: String, _ attributes: [(name: String, value: String)] = [], text: [String]) {
    self.init(name, attributes)
    self.text = text
  }

  /// The document with this element as its root, in UTF-8.
  var document: [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &text, indent: "")
    return Array(text.utf8)
  }

  private func write(to result: inout String, indent: String) {
    result += "\(indent)<\(name)"
    for (name, value) in attributes { result += " \(name)=\"\(Self.escaped(value))\"" }
    if children.isEmpty, text.isEmpty {
      result += "/>\n"
    } else if children.isEmpty {
      result += ">\(text.map(Self.escaped).joined(separator: "\n"))</\(name)>\n"
    } else {
      result += ">\n"
      for child in children { child.write(to: &result, indent: indent + "  ") }
      result += "\(indent)</\(name)>\n"
    }
  }

  /// One line of text or an attribute's value.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Visible.text(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      // So that no `]]>` is left, which is no text either.
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // The two that are valid Unicode and no characters of XML 1.0 (section 2.2).
      case "\u{fffe}", "\u{ffff}": result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    // The same text; but a runner that reads a job's log along would take it for a command.
    result = result.replacing("##[", with: "#&#35;[")
    let words = result.drop { $0 == " " }
    guard words.hasPrefix("::") else { return result }
    return result.prefix(result.count - words.count) + "&#58;" + words.dropFirst()
  }
}
