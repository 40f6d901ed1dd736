public import FlowPolicy
internal import YAML

/// The policy as a file: YAML text read into a ``Policy``, and a policy written as such text.
public enum PolicyFile {
  /// The names that the file may have at a repository's root. Both at once is an error, which
  /// only the one who looks for the file can see.
  public static let names = [".gitflow-guard.yml", ".gitflow-guard.yaml"]

  /// The most bytes that a policy file may have: 1 MiB.
  public static let sizeLimit = 1 << 20

  /// The keys that the file may have, in the order in which they are documented.
  public static let keys = PolicyReader.keys
  /// What `preset:` may be.
  public static let presets = Preset.allCases.map(\.rawValue)
  /// The units of `file-size:`.
  public static let sizeUnits = SizeUnit.all.map(\.name)
  /// How many lanes there may be.
  public static let mostLanes = FlowReader.mostLanes

  /// Reads a policy. An absent key keeps its default; an empty file is the defaults.
  ///
  /// - Parameters:
  ///   - bytes: the file's content, from whatever source: nothing about it is trusted.
  ///   - file: the name that errors carry.
  /// - Throws: the first problem found. There is no half-read policy.
  public static func read(_ bytes: [UInt8], file: String) throws(PolicyFileError) -> Policy {
    do throws(Problem) {
      let text = try TextCheck.checked(bytes)
      guard let root = try Node.document(text), root.isNull == false else { return Policy() }
      return try PolicyReader.policy(root)
    } catch {
      throw PolicyFileError(error, file: file)
    }
  }
}
