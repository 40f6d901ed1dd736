public import GitModel
@unsafe @preconcurrency import Glibc

/// The process's environment.
public enum Environment {
  /// All variables.
  public static func all() -> Variables {
    var text: [UInt8] = []
    var ends: [Int] = []
    // After clearenv() there is no list at all, which its imported type does not tell.
    guard unsafe UInt(bitPattern: environ) != 0 else { return Variables(text: [], ends: []) }
    var entry = unsafe environ
    while let pair = unsafe entry.pointee {
      unsafe text.append(contentsOf: UnsafeRawBufferPointer(start: pair, count: strlen(pair)))
      ends.append(text.count)
      unsafe entry += 1
    }
    return Variables(text: text, ends: ends)
  }
}

/// The program that runs.
public enum Executable {
  /// Its absolute path, links resolved, as the system knows it.
  public static func path() throws(FileError) -> String {
    try FileSystem.linkTarget("/proc/self/exe")
  }
}
