@unsafe @preconcurrency import Glibc

/// The process's environment.
public enum Environment {
  /// All variables. Of one that is set twice the first counts, as `getenv` has it; bytes that are
  /// no UTF-8 are replaced by U+FFFD.
  public static func all() -> [String: String] {
    var result: [String: String] = [:]
    // After clearenv() there is no list at all, which its imported type does not tell.
    guard unsafe UInt(bitPattern: environ) != 0 else { return result }
    var entry = unsafe environ
    while let pair = unsafe entry.pointee {
      let text = unsafe String(cString: pair)
      if let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        let name = String(text[..<equals])
        if result[name] == nil { result[name] = String(text[text.utf8.index(after: equals)...]) }
      }
      unsafe entry += 1
    }
    return result
  }
}

/// The program that runs.
public enum Executable {
  /// Its absolute path, links resolved, as the system knows it.
  public static func path() throws(FileError) -> String {
    try FileSystem.linkTarget("/proc/self/exe")
  }
}
