import Foundation
import GuardTesting
import Testing

/// Every command of the tool that a document names is one, with options that it has.
@Suite struct DocumentCommandsTests {
  /// What `--experimental-dump-help` tells of a command.
  struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable { let name: String }
      let kind: String
      let isRepeating: Bool
      let names: [Name]?
    }
    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?

    /// What is wrong with the words that follow the command's name; nil where nothing is.
    func fault(in words: [String]) -> String? {
      guard let name = words.first else { return nil }
      if let children = subcommands, children.isEmpty == false, name.hasPrefix("-") == false {
        guard let child = children.first(where: { $0.commandName == name }) else {
          return "there is no command \(name)"
        }
        return child.fault(in: Array(words.dropFirst()))
      }
      return faultOfArguments(words[...])
    }

    private func faultOfArguments(_ words: ArraySlice<String>) -> String? {
      let arguments = arguments ?? []
      let places = arguments.filter { $0.kind == "positional" }
      var room = places.contains(where: \.isRepeating) ? Int.max : places.count
      var rest = words
      while let word = rest.popFirst() {
        guard word.hasPrefix("-"), word.count > 1 else {
          room -= 1
          if room < 0 { return "\(commandName) takes no \(word)" }
          continue
        }
        let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
        let known = arguments.first { $0.names?.contains { $0.name == name } == true }
        guard let known else { return "\(commandName) has no \(word)" }
        if known.kind == "option", word.contains("=") == false, rest.popFirst() == nil {
          return "\(word) lacks its value"
        }
      }
      return nil
    }
  }

  private struct Dump: Decodable { let command: Command }

  private static func tool() throws -> Command {
    let folder = try ScratchFolder()
    let dump = try folder.run(try GuardBinary.path(), ["--experimental-dump-help"])
    var tool = try JSONDecoder().decode(Dump.self, from: Data(dump.output)).command
    // -C and its like go before the command as well.
    if let first = tool.subcommands?.first {
      tool = Command(
        commandName: tool.commandName, arguments: first.arguments, subcommands: tool.subcommands)
    }
    return tool
  }

  /// A command line's words after the tool's name: as sh parts them, without comments and
  /// redirections, and each variable and substitution one word.
  static func words(_ line: String) -> [String] {
    let bare = line.replacing(/"[^"]*"|'[^']*'/, with: "WORD").replacing(
      /\$\{?\w+\}?/, with: "WORD"
    )
    .replacing(/\s#.*|\s\d?[<>].*/, with: "")
    return bare.split(separator: " ").dropFirst().map(String.init)
  }

  /// Global options before the command are left out: the command has them as well.
  static func afterGlobalOptions(_ words: [String]) -> [String] {
    words.first == "-C" ? afterGlobalOptions(Array(words.dropFirst(2))) : words
  }

  private static let pages = [
    "README.md", "docs/adopting.md", "docs/troubleshooting.md", "docs/ci.md", "docs/server.md",
    "docs/formats.md", "docs/bypasses.md", "docs/forges.md",
  ]

  @Test(arguments: pages) func everyCommandIsOne(_ path: String) throws {
    let tool = try Self.tool()
    let commands = try DocumentPage(path).commands
    for command in commands {
      let fault = tool.fault(in: Self.afterGlobalOptions(Self.words(command)))
      #expect(fault == nil, "\(path): \(command)")
    }
    #expect(path.hasPrefix("docs/f") || path.contains("bypasses") || commands.count > 2)
  }

  @Test func whatIsWrongIsSeen() throws {
    let tool = try Self.tool()
    func fault(_ line: String) -> String? {
      tool.fault(in: Self.afterGlobalOptions(Self.words(line)))
    }
    #expect(fault("gitflow-guard -C x verify --source \"a b\" --target=develop  # why") == nil)
    #expect(fault("gitflow-guard experiments new --edit 2> file") == nil)
    #expect(fault("gitflow-guard verfy") == "there is no command verfy")
    #expect(fault("gitflow-guard experiments nwe") == "there is no command nwe")
    #expect(fault("gitflow-guard verify --sorce x") == "verify has no --sorce")
    #expect(fault("gitflow-guard verify --source") == "--source lacks its value")
    #expect(fault("gitflow-guard status develop") == "status takes no develop")
  }

  @Test(arguments: pages) func everyLinkLeadsSomewhere(_ path: String) throws {
    let page = try DocumentPage(path)
    let folder = DocumentPage.root.appending(path: path).deletingLastPathComponent()
    for found in page.text.matches(of: /\]\(([^)#\s]*)(?:#([^)]+))?\)/) {
      let target = String(found.1)
      guard target.contains("://") == false else { continue }
      let place = target.isEmpty ? page.text : nil
      let file = folder.appending(path: target)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(path) links to \(target)")
      guard let anchor = found.2, target.isEmpty || target.hasSuffix(".md") else { continue }
      let text = try place ?? String(contentsOf: file, encoding: .utf8)
      let anchors = text.split(separator: "\n").filter { $0.hasPrefix("#") }.map(Self.anchor)
      #expect(anchors.contains(String(anchor)), "\(path) links to \(target)#\(anchor)")
    }
  }

  /// A heading's name in a link, as the forges make it.
  private static func anchor(_ heading: Substring) -> String {
    heading.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
      .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
      .replacing(" ", with: "-")
  }
}
