public import FlowPolicy
import Git
import GitModel
import PolicyFile
import Wording

/// Looks at a policy file as a file, for `policy check` and `policy show`.
public struct PolicyInspection {
  public let path: String
  /// The name that messages use.
  public let name: String

  public init(path: String, name: String) {
    self.path = path
    self.name = name
  }

  /// The policy file of a work tree.
  public init(workTreeOf session: Session) throws(Failure) {
    guard let top = session.repository.workTree else {
      throw Failure.usage(Phrase("a bare repository has no work tree: name the file"))
    }
    var found: [String] = []
    for name in PolicyFile.names where try Self.isFile("\(top)/\(name)") { found.append(name) }
    if found.count > 1 { throw Failure.policy(.bothNames, origin: PolicyFile.names[1]) }
    guard let name = found.first else {
      throw Failure.notFound(
        Phrase(
          "there is no \(PolicyFile.names[0]) in \(Visible.text(top)): the built-in defaults hold"),
        remedy: ["gitflow-guard policy show"].verbatim)
    }
    self.init(path: "\(top)/\(name)", name: name)
  }

  /// - Throws: ``Failure/policy(_:origin:)`` with the place of what is wrong.
  @discardableResult
  public func check() throws(Failure) -> Policy { try read().policy }

  /// The policy with the bytes that state it.
  func read() throws(Failure) -> (policy: Policy, bytes: [UInt8]) {
    guard try Self.isFile(path) else {
      throw Failure.file(Phrase("there is no file \(Visible.text(path))"))
    }
    let bytes: [UInt8]
    do throws(FileError) {
      // One byte over the limit is enough for the reader to refuse it in its own words.
      let size = try FileSystem.status(path, followingLinks: true)?.size ?? 0
      bytes =
        size > PolicyFile.sizeLimit
        ? [UInt8](repeating: UInt8(ascii: "#"), count: PolicyFile.sizeLimit + 1)
        : try FileSystem.read(path, limit: PolicyFile.sizeLimit)
    } catch {
      throw Failure.file(error.sentence)
    }
    do throws(PolicyFileError) {
      return (try PolicyFile.read(bytes, file: name), bytes)
    } catch {
      throw Failure.policy(error, origin: error.file)
    }
  }

  /// A policy with every default filled in, as a file would state it.
  public static func text(of sourced: PolicySource.Sourced) -> String {
    PolicyFile.render(sourced.policy)
  }

  private static func isFile(_ path: String) throws(Failure) -> Bool {
    do throws(FileError) {
      return try FileSystem.status(path, followingLinks: true)?.kind == .file
    } catch {
      throw Failure.file(error.sentence)
    }
  }
}
