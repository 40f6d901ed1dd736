public import GitModel

/// Words for commands that can be pasted into a POSIX shell as they stand.
public enum ShellWord {
  /// The text itself where a shell takes it literally, else in single quotes. nil for text that
  /// must not be pasted at all: control or invisible characters, invalid UTF-8.
  public static func quote(_ text: some ByteText) -> String? {
    guard text.isUnprintable == false, text.bytes.isEmpty == false else { return nil }
    let word = String(decoding: text.bytes, as: UTF8.self)
    let plain = text.bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xff:
        true
      default: "-_./:@+,%=".utf8.contains(byte)
      }
    }
    if plain { return word }
    var quoted = "'"
    for character in word.unicodeScalars {
      if character == "'" { quoted += "'\\''" } else { quoted.unicodeScalars.append(character) }
    }
    return quoted + "'"
  }

  /// A branch for use as an argument: its name, or its object id where the name can't be pasted
  /// or could be read as an option. A fork's branch (`owner:branch`) has no name here that git would
  /// know.
  public static func revision(_ branch: BranchName?, _ id: ObjectID) -> String {
    guard let branch, branch.bytes.first != UInt8(ascii: "-"),
      branch.bytes.contains(UInt8(ascii: ":")) == false
    else { return id.hex }
    return quote(branch) ?? id.hex
  }
}
