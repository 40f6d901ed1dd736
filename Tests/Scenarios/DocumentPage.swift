import Foundation

/// A page of the documents, and the commands that stand in it.
struct DocumentPage {
  static let root =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A heading's text and the lines below it, up to the next heading.
  struct Section {
    let heading: String
    let lines: [Substring]

    /// The fenced blocks that a person pastes into a shell.
    var blocks: [String] {
      var blocks: [String] = []
      var open: [Substring]?
      for line in lines {
        if line == "```sh" {
          open = []
        } else if line.hasPrefix("```"), let block = open {
          blocks.append(block.joined(separator: "\n"))
          open = nil
        } else {
          open?.append(line)
        }
      }
      return blocks
    }
  }

  let text: String
  let sections: [Section]

  init(_ path: String) throws {
    text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    var sections: [Section] = []
    var heading = ""
    var lines: [Substring] = []
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode == false, line.hasPrefix("#") {
        sections.append(Section(heading: heading, lines: lines))
        heading = String(line.drop { $0 == "#" }.drop { $0 == " " })
        lines = []
      } else {
        lines.append(line)
      }
    }
    self.sections = sections + [Section(heading: heading, lines: lines)]
  }

  /// The blocks below the heading that begins with these words.
  func blocks(below words: String) -> [String] {
    sections.first { $0.heading.hasPrefix(words) }?.blocks ?? []
  }

  /// The tool's own command lines: in blocks, and in backquotes where the text speaks of them
  /// (`gitflow-guard / verify` is a job's name at a forge).
  var commands: [String] {
    let quoted = text.matches(of: /`(gitflow-guard [^`\/][^`]*)`/).map { String($0.1) }
    let lines = sections.flatMap(\.blocks).flatMap { $0.split(separator: "\n") }
    let called = lines.flatMap { line in
      line.split(separator: /&&|\|\||;|\|/).map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0.hasPrefix("gitflow-guard ") }
    }
    return quoted + called
  }
}
