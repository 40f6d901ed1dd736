import Foundation
import GuardTesting

/// What a person's shell has when they paste a remedy: the tool on its path, and an editor.
enum PersonsShell {
  /// An editor that says something in the entries which are still to be filled in.
  static let filling = "sed -i 's/<.*: what came out>/It works./'"

  static func variables(_ more: [String: String] = [:]) throws -> [String: String] {
    let folder = URL(fileURLWithPath: try GuardBinary.path()).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return more.merging(["PATH": "\(folder):\(path)"]) { $1 }
  }
}
