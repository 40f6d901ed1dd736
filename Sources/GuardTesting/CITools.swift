import Foundation

/// Programs that nobody here wrote, for the CI files and hook managers (scripts/ci-tools).
public enum CITools {
  /// The package's folder, three above this file, with a slash at its end.
  public static let root =
    URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/"

  /// The folder with the programs, which are set up where they are missing.
  public static func folder(_ scratch: ScratchFolder) throws -> String {
    // Their set-up needs the machine's own settings: how PyPI is reached.
    let own = ProcessInfo.processInfo.environment
    let setup = try scratch.run(root + "scripts/ci-tools", [], environment: own)
    guard setup.status == 0 else { throw ScratchFailure(description: "ci-tools: \(setup)") }
    return setup.text
  }

  /// A file of the project.
  public static func file(_ path: String) throws -> String {
    try String(contentsOfFile: root + path, encoding: .utf8)
  }
}
