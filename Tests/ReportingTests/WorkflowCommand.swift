import GuardTesting
import Wording

/// A line of a job's log as GitHub's runner reads it: `::name key=value,key=value::data`, white
/// space before it allowed, or `##[name key=value;key=value]data` anywhere in it.
///
/// Written from GitHub's documentation and from how the runner's `ActionCommand` reads a line.
struct WorkflowCommand: Hashable {
  let name: String
  let properties: [String: String]
  let data: String

  static let known: Set<String> = [
    "error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "stop-commands",
    "set-output", "save-state", "set-env", "add-path", "echo", "add-matcher", "remove-matcher",
  ]

  init?(_ line: String) {
    guard let found = Self.current(line) ?? Self.former(line) else { return nil }
    self = found
  }

  private init(name: String, properties: [String: String], data: String) {
    (self.name, self.properties, self.data) = (name, properties, data)
  }

  private static func current(_ line: String) -> WorkflowCommand? {
    let text = line.drop { $0.isWhitespace }
    guard text.hasPrefix("::") else { return nil }
    let rest = text.dropFirst(2)
    guard let end = rest.firstRange(of: "::") else { return nil }
    return made(
      of: rest[..<end.lowerBound], separator: ",",
      data: unescaped(rest[end.upperBound...], ["%0D": "\r", "%0A": "\n"]),
      ["%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","])
  }

  private static func former(_ line: String) -> WorkflowCommand? {
    guard let start = line.firstRange(of: "##[") else { return nil }
    let rest = line[start.upperBound...]
    guard let end = rest.firstIndex(of: "]") else { return nil }
    let escapes = ["%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]"]
    return made(
      of: rest[..<end], separator: ";",
      data: unescaped(rest[rest.index(after: end)...], escapes), escapes)
  }

  private static func made(
    of head: Substring, separator: Character, data: String, _ escapes: [String: String]
  ) -> WorkflowCommand? {
    let words = head.split(separator: " ", maxSplits: 1)
    guard let name = words.first.map({ $0.lowercased() }), known.contains(name) else { return nil }
    var properties: [String: String] = [:]
    for pair in words.dropFirst().joined().split(separator: separator) {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else { continue }
      properties[String(parts[0])] = unescaped(parts[1], escapes)
    }
    return WorkflowCommand(name: name, properties: properties, data: data)
  }

  /// The percent sign last, as the runner does.
  private static func unescaped(_ text: Substring, _ escapes: [String: String]) -> String {
    escapes.reduce(String(text)) { $0.replacing($1.key, with: $1.value) }
      .replacing("%25", with: "%")
  }
}
