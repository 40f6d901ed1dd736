import Foundation
public import GitModel

/// A real git repository in a temporary folder, driven by the installed git and sealed off from
/// the machine's configuration. Clones made from it share its folder and its clock.
public final class ScratchRepository {
  public let folder: ScratchFolder
  /// The work tree's top, or the bare repository.
  public let path: String

  /// Makes an empty repository whose first branch is `main`.
  ///
  /// - Parameter name: The folder's name; it may hold spaces and letters of any script.
  public convenience init(
    named name: String = "repository", bare: Bool = false, options: [String] = []
  ) throws {
    let folder = try ScratchFolder()
    let kind = bare ? ["--bare"] : []
    let made = try folder.run("git", ["init", "-q", "-b", "main"] + kind + options + [name])
    guard made.status == 0 else { throw ScratchFailure(description: "git init: \(made)") }
    self.init(at: folder.path + "/" + name, in: folder)
    try git("config", "gc.auto", "0")
  }

  /// Takes a repository that stands in the folder already.
  public init(at path: String, in folder: ScratchFolder) {
    self.path = path
    self.folder = folder
  }

  /// The hermetic environment, for code under test that asks for one.
  public var environment: Variables { folder.variables() }

  /// Runs git here; throws unless it ends with the expected status (`nil`: any will do).
  @discardableResult
  public func git(
    _ arguments: String..., expecting status: Int32? = 0, input: String = "",
    environment: [String: String] = [:]
  ) throws -> ScratchOutcome {
    try git(arguments, expecting: status, input: Array(input.utf8), environment: environment)
  }

  @discardableResult
  public func git(
    _ arguments: [String], expecting status: Int32? = 0, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> ScratchOutcome {
    let outcome = try run("git", arguments, input: input, environment: environment)
    if let status, outcome.status != status {
      throw ScratchFailure(description: "git \(arguments.joined(separator: " ")): \(outcome)")
    }
    return outcome
  }

  /// Runs any program here and waits for its end.
  public func run(
    _ executable: String, _ arguments: [String], input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> ScratchOutcome {
    try folder.run(executable, arguments, in: path, input: input, environment: environment)
  }

  /// Writes a file of the work tree (or any below the repository), its folders included.
  public func write(_ file: String, _ text: String, executable: Bool = false) throws {
    let place = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
    guard executable else { return }
    // Another test that starts a program just now may hold our open file for a moment, and a file
    // open for writing can't be run. So the one that is run is written by a program of its own.
    let made = try run(
      "sh",
      [
        "-c", "cp -- \"$1\" \"$1.new\" && chmod 755 -- \"$1.new\" && mv -f -- \"$1.new\" \"$1\"",
        "sh", place.path,
      ])
    guard made.status == 0 else { throw ScratchFailure(description: "write \(file): \(made)") }
  }

  /// A file's text; nil where there is none.
  public func read(_ file: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + file).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Clones this repository into a folder next to it.
  public func clone(named name: String, options: [String] = []) throws -> ScratchRepository {
    let place = folder.path + "/" + name
    try git(["clone", "-q"] + options + ["file://" + path, place])
    let clone = ScratchRepository(at: place, in: folder)
    try clone.git("config", "gc.auto", "0")
    return clone
  }
}
