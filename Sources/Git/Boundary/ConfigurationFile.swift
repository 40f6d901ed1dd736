import CLibgit2

/// One `name = value` of a configuration file.
struct ConfigurationEntry {
  /// The full key: section and name in lower case, the subsection as written.
  let key: [UInt8]
  /// `true` for a name without a value, as git reads it.
  let value: String
}

/// Reads git configuration files with libgit2's parser, includes followed.
enum ConfigurationFile {
  /// The entries in their order; none where the file is absent.
  ///
  /// `store` decides conditional includes (`includeIf`) for files that belong to its repository.
  static func entries(of path: String, in store: Store?) throws(GitError) -> [ConfigurationEntry] {
    try Library.start()
    // Most of the files that may be there are not, and libgit2 does much before it looks.
    guard Files.isAbsent(path) == false else { return [] }
    var question: String { "read the configuration file \(path)" }
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
    if Calls.isNotFound(code) { return [] }
    try Calls.check(code, asking: question)
    return try read(file, path)
  }

  private static func read(
    _ file: borrowing Handle<ConfigurationKind>, _ path: String
  ) throws(GitError) -> [ConfigurationEntry] {
    var question: String { "read the configuration file \(path)" }
    let iterator = try unsafe Handle<ConfigurationIteratorKind>(asking: question) { out in
      unsafe file.lend { unsafe git_config_iterator_new(out, $0) }
    }
    var result: [ConfigurationEntry] = []
    var entry: UnsafeMutablePointer<git_config_entry>?
    while true {
      let code = unsafe iterator.lend { unsafe git_config_next(&entry, $0) }
      if Calls.isOver(code) { return result }
      try Calls.check(code, asking: question)
      guard let found = unsafe entry, let key = unsafe Conversions.bytes(found.pointee.name)
      else { continue }
      let value = unsafe found.pointee.value.map { unsafe String(cString: $0) }
      result.append(ConfigurationEntry(key: key, value: value ?? "true"))
    }
  }
}
