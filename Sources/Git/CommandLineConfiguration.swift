internal import GitModel
import Wording

/// The settings that `git -c` and the caller's environment hand down to a hook.
enum CommandLineConfiguration {
  /// Whether there are any.
  static func isThere(in surroundings: Surroundings) -> Bool {
    surroundings.value("GIT_CONFIG_COUNT") != nil
      || surroundings.value("GIT_CONFIG_PARAMETERS") != nil
  }

  /// The keys and values in git's order. Settings that can't be read are an error: a setting
  /// passed over in silence could be the one that matters.
  static func pairs(
    in surroundings: Surroundings
  ) throws(GitError) -> [(key: [UInt8], value: String)] {
    try counted(in: surroundings) + quoted(in: surroundings)
  }

  private static func counted(
    in surroundings: Surroundings
  ) throws(GitError) -> [(key: [UInt8], value: String)] {
    guard let text = surroundings.value("GIT_CONFIG_COUNT") else { return [] }
    let environment = surroundings.environment
    guard let count = Int(text), (0...100_000).contains(count) else {
      throw unreadable("GIT_CONFIG_COUNT")
    }
    var result: [(key: [UInt8], value: String)] = []
    for number in 0..<count {
      guard let key = environment["GIT_CONFIG_KEY_\(number)"],
        let value = environment["GIT_CONFIG_VALUE_\(number)"]
      else { throw unreadable("GIT_CONFIG_KEY_\(number)") }
      result.append((Array(key.utf8), value))
    }
    return result
  }

  /// `GIT_CONFIG_PARAMETERS`: `'key'='value'` (or, before git 2.31, `'key=value'`), with spaces
  /// between them, quoted as a shell would.
  private static func quoted(
    in surroundings: Surroundings
  ) throws(GitError) -> [(key: [UInt8], value: String)] {
    var rest = Array((surroundings.value("GIT_CONFIG_PARAMETERS") ?? "").utf8)[...]
    var result: [(key: [UInt8], value: String)] = []
    while true {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      if rest.isEmpty { return result }
      let first = try word(&rest)
      if rest.first == UInt8(ascii: "=") {
        rest = rest.dropFirst()
        let hasValue = rest.first == UInt8(ascii: "'")
        let value = hasValue ? try word(&rest) : Array("true".utf8)
        result.append((first, String(decoding: value, as: UTF8.self)))
      } else if let sign = first.firstIndex(of: UInt8(ascii: "=")) {
        let value = String(decoding: first[(sign + 1)...], as: UTF8.self)
        result.append((Array(first[..<sign]), value))
      } else {
        result.append((first, "true"))
      }
    }
  }

  /// One word in single quotes; `'\''` and `'\!'` stand for a quote and an exclamation mark.
  private static func word(_ rest: inout ArraySlice<UInt8>) throws(GitError) -> [UInt8] {
    let quote = UInt8(ascii: "'")
    var result: [UInt8] = []
    guard rest.popFirst() == quote else { throw unreadable("GIT_CONFIG_PARAMETERS") }
    while let byte = rest.popFirst() {
      guard byte == quote else {
        result.append(byte)
        continue
      }
      guard rest.first == UInt8(ascii: "\\") else { return result }
      guard rest.count > 2, let escaped = rest.dropFirst().first, rest.dropFirst(2).first == quote
      else { throw unreadable("GIT_CONFIG_PARAMETERS") }
      result.append(escaped)
      rest = rest.dropFirst(3)
    }
    throw unreadable("GIT_CONFIG_PARAMETERS")
  }

  private static func unreadable(_ variable: String) -> GitError {
    GitError(
      kind: .other, asked: Phrase("read the configuration in the environment"),
      words: Phrase("\(variable) is not as git writes it"))
  }
}
