import Wording
internal import YAML

extension PolicyFileError {
  /// Both spellings of the file's name stand side by side: nobody knows which one counts.
  public static let bothNames = PolicyFileError(
    Problem(
      .start,
      Phrase("it stands beside \(PolicyFile.names[0]), and only one of the two may be there")),
    file: PolicyFile.names[1])

  /// The name is taken by something that is no regular file.
  public static func noRegularFile(_ name: String) -> PolicyFileError {
    PolicyFileError(Problem(.start, Phrase("it must be a regular file")), file: name)
  }
}
