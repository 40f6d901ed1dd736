import Foundation
public import GitModel

/// A temporary folder for one test, removed when the last thing in it goes, with the clock and
/// the environment that keep git's answers the same on every machine.
public final class ScratchFolder {
  /// The folder's path, absolute and without symbolic links.
  public let path: String
  private var seconds = 1_700_000_000

  public init() throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("gitflow-guard-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      at: place.appendingPathComponent("home"), withIntermediateDirectories: true)
    path = place.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// An environment without the person's or the machine's git configuration, with fixed names
  /// and a date that is a minute later at every call.
  public func environment(adding extra: [String: String] = [:]) -> [String: String] {
    seconds += 60
    let standing = [
      "PATH": Self.path,
      "HOME": path + "/home", "LC_ALL": "C", "TZ": "UTC", "TMPDIR": path,
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
      "GIT_EDITOR": "true", "GIT_AUTHOR_NAME": "Anna Author",
      "GIT_AUTHOR_EMAIL": "anna@example.org",
      "GIT_COMMITTER_NAME": "Carl Committer", "GIT_COMMITTER_EMAIL": "carl@example.org",
      "GIT_AUTHOR_DATE": "@\(seconds) +0000", "GIT_COMMITTER_DATE": "@\(seconds) +0000",
    ]
    return standing.merging(extra) { $1 }
  }

  private static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

  /// A `PATH` of the same programs without an installed gitflow-guard, for hooks that have lost
  /// theirs.
  public func pathWithoutTheGuard() throws -> String {
    let files = FileManager.default
    let folders = try Self.path.split(separator: ":").map(String.init).map { folder in
      guard files.fileExists(atPath: folder + "/gitflow-guard") else { return folder }
      let shadow = path + "/path" + folder
      try files.createDirectory(atPath: shadow, withIntermediateDirectories: true)
      for name in try files.contentsOfDirectory(atPath: folder) where name != "gitflow-guard" {
        try? files.createSymbolicLink(
          atPath: "\(shadow)/\(name)", withDestinationPath: "\(folder)/\(name)")
      }
      return shadow
    }
    return folders.joined(separator: ":")
  }

  /// The same, for code under test that asks for one.
  public func variables(adding extra: [String: String] = [:]) -> Variables {
    Variables(environment(adding: extra))
  }

  /// Runs a program in a folder (this one, if none is named) and waits for its end.
  ///
  /// - Parameters:
  ///   - executable: A path, or a name to look up in `PATH`.
  ///   - input: What the program reads on its standard input.
  ///   - environment: Added to the hermetic environment, or put in place of what stands there.
  public func run(
    _ executable: String, _ arguments: [String], in directory: String? = nil,
    input: [UInt8] = [], environment extra: [String: String] = [:]
  ) throws -> ScratchOutcome {
    let call = ScratchProcess(
      executable: executable, arguments: arguments, directory: directory ?? path,
      environment: environment(adding: extra))
    return try call.run(input: input, files: path + "/" + UUID().uuidString)
  }
}
