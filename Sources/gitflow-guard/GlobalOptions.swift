import ArgumentParser
import FlowPolicy
import Guard
import Reporting
import Wording

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(
      say("Run as if started in this folder; each further one is seen from the one before it."),
      valueName: "dir"))
  var folders: [String] = []

  /// The folder to work in, as git puts several `-C` together.
  var directory: String { Self.directory(of: folders) }

  static func directory(of folders: [String]) -> String {
    folders.reduce(".") { place, next in
      next.isEmpty ? place : next.hasPrefix("/") || place == "." ? next : "\(place)/\(next)"
    }
  }

  /// A file or folder that is named on the command line, seen from there.
  func located(_ file: String) -> String {
    file.hasPrefix("/") || folders.isEmpty ? file : "\(directory)/\(file)"
  }

  @Option(
    help: ArgumentHelp(
      say(
        """
        text or json; of a judgement also sarif, junit, gitlab, github, markdown; of a table \
        also csv, markdown. FORMAT=FILE writes to a file. Repeatable.
        """
      ),
      valueName: "format"))
  var format: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Write the format that names no file of its own to this file, whole or not at all."),
      valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp(say("auto, always or never."), valueName: "when"))
  var color = Console.Color.auto

  @Option(
    help: ArgumentHelp(
      say("The language of texts that are written: en or ru."), valueName: "language"),
    transform: { text in
      guard let language = Language(rawValue: text) else {
        throw ValidationError(say("--language knows en and ru, not \"\(text)\""))
      }
      return language
    })
  var language: Language?

  @Flag(help: ArgumentHelp(say("Tell only what stops something.")))
  var quiet = false

  @Flag(help: ArgumentHelp(say("Tell every finding with all its evidence.")))
  var verbose = false

  @Flag(help: ArgumentHelp(say("Let warnings end with exit code 1.")))
  var strict = false

  /// The options that take a value, for ``moved(_:)``.
  private static let valued: Set<String> = ["-C", "--format", "--output", "--color", "--language"]
  private static let flags: Set<String> = ["--quiet", "--verbose", "--strict"]

  /// Puts global options that stand before the command's name behind it, where the parser looks
  /// for them.
  static func moved(_ words: [String]) -> [String] {
    var rest = words[...]
    var leading: [String] = []
    while let word = rest.first {
      if valued.contains(word), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if flags.contains(word) || valued.contains(where: { word.hasPrefix("\($0)=") }) {
        leading.append(word)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard leading.isEmpty == false, rest.isEmpty == false else { return words }
    // Before the other options, since the order of several -C counts. What git gives a hook begins
    // right behind the name and is handed on as it is.
    let end =
      rest.first == "hook"
      ? rest.startIndex + 1 : rest.firstIndex { $0.hasPrefix("-") } ?? rest.endIndex
    return Array(rest[..<end]) + leading + rest[end...]
  }
}

extension Console.Color: ExpressibleByArgument {}
