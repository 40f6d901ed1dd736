internal import GitModel

/// The environment and folder that git, a CI runner or a person started us in.
struct Surroundings {
  /// Where relative paths of the environment start: absolute, links resolved.
  let directory: String
  let environment: Variables

  /// A variable's value; nil where it is unset or empty.
  func value(_ name: String) -> String? {
    guard let value = environment[name], value.isEmpty == false else { return nil }
    return value
  }

  /// A variable that holds a path, made absolute.
  func path(_ name: String) -> String? { value(name).map(absolute) }

  func isOn(_ name: String) -> Bool { value(name).map(Configuration.isTrue) ?? false }

  func absolute(_ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") { return path }
    if path == "." { return directory }
    return directory == "/" ? "/" + path : directory + "/" + path
  }

  /// The path with a leading `~/` replaced by the home folder.
  func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = value("HOME") else { return path }
    return home + path.dropFirst(1)
  }

  /// The folders of objects that git reads besides the repository's own: a push's quarantine,
  /// and what `GIT_ALTERNATE_OBJECT_DIRECTORIES` lists.
  func objectFolders() -> [String] {
    var folders: [String] = []
    for name in ["GIT_OBJECT_DIRECTORY", "GIT_QUARANTINE_PATH"] {
      if let folder = path(name) { folders.append(folder) }
    }
    let listed = Self.unquotedList(Array((value("GIT_ALTERNATE_OBJECT_DIRECTORIES") ?? "").utf8))
    folders += listed.map { absolute(String(decoding: $0, as: UTF8.self)) }
    return folders
  }

  /// Takes a list apart at its colons. An item in double quotes is written as in C, which is how
  /// git passes on a path that holds a colon itself.
  static func unquotedList(_ text: [UInt8]) -> [[UInt8]] {
    var items: [[UInt8]] = []
    var rest = text[...]
    while rest.isEmpty == false {
      if rest.first == UInt8(ascii: "\""), let (item, after) = quoted(rest) {
        items.append(item)
        rest = after
      } else {
        let item = rest.prefix { $0 != UInt8(ascii: ":") }
        items.append(Array(item))
        rest = rest[item.endIndex...]
      }
      rest = rest.dropFirst()
    }
    return items.filter { $0.isEmpty == false }
  }

  /// A line that may be quoted as a whole in the same way.
  static func unquoted(_ line: ArraySlice<UInt8>) -> [UInt8] {
    guard line.first == UInt8(ascii: "\""), let (item, after) = quoted(line), after.isEmpty else {
      return Array(line)
    }
    return item
  }

  private static func quoted(
    _ text: ArraySlice<UInt8>
  ) -> (item: [UInt8], after: ArraySlice<UInt8>)? {
    let escapes: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "a"): 7,
      UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "v"): 11,
    ]
    var item: [UInt8] = []
    var rest = text.dropFirst()
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") {
        return rest.isEmpty || rest.first == UInt8(ascii: ":") ? (item, rest) : nil
      }
      guard byte == UInt8(ascii: "\\") else {
        item.append(byte)
        continue
      }
      guard let escaped = rest.popFirst() else { return nil }
      if (UInt8(ascii: "0")...UInt8(ascii: "3")).contains(escaped) {
        let digits = [escaped] + rest.prefix(2)
        guard digits.count == 3,
          let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
        else { return nil }
        item.append(value)
        rest = rest.dropFirst(2)
      } else {
        item.append(escapes[escaped] ?? escaped)
      }
    }
    return nil
  }
}
