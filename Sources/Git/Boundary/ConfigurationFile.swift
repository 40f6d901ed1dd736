import CLibgit2
import Wording

/// Reads git configuration files with libgit2's parser, includes followed.
enum ConfigurationFile {
  /// What is called with each entry: the full key (section and name in lower case, the subsection
  /// as written) and the value, which is `true` for a name without one, as git reads it.
  typealias Visitor = (_ key: [UInt8], _ value: String) -> Void

  /// Goes through a file's entries in their order; through none where the file is absent.
  ///
  /// `store` decides conditional includes (`includeIf`) for files that belong to its repository.
  static func read(
    _ path: String, in store: Store?, _ visit: Visitor
  ) throws(GitError) {
    // Most of the files that may be there are not, and libgit2 does much before it looks.
    guard Files.isAbsent(path) == false else { return }
    try Library.start()
    var question: Phrase { Phrase("read the configuration file \(path)") }
    let file = try unsafe Handle<ConfigurationKind>(asking: question) { unsafe git_config_new($0) }
    let level = GIT_CONFIG_LEVEL_LOCAL
    let code = unsafe file.lend { file in
      if let store {
        unsafe store.lendRepository {
          unsafe git_config_add_file_ondisk(file, path, level, $0, 0)
        }
      } else {
        unsafe git_config_add_file_ondisk(file, path, level, nil, 0)
      }
    }
    if Calls.isNotFound(code) { return }
    try Calls.check(code, asking: question)
    try read(file, asking: question, visit)
  }

  /// Goes through the entries of a repository's own file, which libgit2 read when it opened it.
  static func readOwn(of store: Store, _ visit: Visitor) throws(GitError) {
    var question: Phrase { Phrase("read the repository's configuration") }
    let file = try unsafe Handle<ConfigurationKind>(asking: question) { out in
      unsafe store.lendRepository { unsafe git_repository_config(out, $0) }
    }
    try read(file, asking: question, visit)
  }

  private static func read(
    _ file: borrowing Handle<ConfigurationKind>, asking question: @autoclosure () -> Phrase,
    _ visit: Visitor
  ) throws(GitError) {
    let iterator = try unsafe Handle<ConfigurationIteratorKind>(asking: question()) { out in
      unsafe file.lend { unsafe git_config_iterator_new(out, $0) }
    }
    var entry: UnsafeMutablePointer<git_config_entry>?
    while true {
      let code = unsafe iterator.lend { unsafe git_config_next(&entry, $0) }
      if Calls.isOver(code) { return }
      try Calls.check(code, asking: question())
      guard let found = unsafe entry, let key = unsafe Conversions.bytes(found.pointee.name)
      else { continue }
      let value = unsafe found.pointee.value.map { unsafe String(cString: $0) }
      visit(key, value ?? "true")
    }
  }
}
