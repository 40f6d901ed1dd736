import Foundation

/// The binary under test: the one that was built beside the test bundle.
public enum GuardBinary {
  /// Its absolute path; the variable `GITFLOW_GUARD_BINARY` names another one.
  public static func path() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["GITFLOW_GUARD_BINARY"] { return named }
    // `swift test` runs PRODUCTS/…PackageTests.xctest; the executable lies in the same folder.
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let place = folder.appendingPathComponent("gitflow-guard").path
      if FileManager.default.isExecutableFile(atPath: place) { return place }
      folder.deleteLastPathComponent()
    }
    throw ScratchFailure(
      description: "there is no gitflow-guard beside \(CommandLine.arguments[0])")
  }
}
