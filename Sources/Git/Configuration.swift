internal import GitModel

/// Where a configuration value stands. A later level outranks an earlier one.
public enum ConfigurationLevel: Int, Hashable, Sendable, CaseIterable, Comparable {
  case system, global, local, worktree
  /// `git -c`, or the `GIT_CONFIG_COUNT` variables.
  case command

  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// git's configuration as git would read it in these surroundings.
///
/// libgit2 passes over `GIT_CONFIG_GLOBAL`, `GIT_CONFIG_COUNT` and `config.worktree`, so the
/// files are chosen here and only parsed there. `includeIf "hasconfig:…"` is not followed.
struct Configuration {
  struct Line {
    let level: ConfigurationLevel
    let key: [UInt8]
    let value: String
  }

  private(set) var lines: [Line] = []

  /// What stands outside of any repository: the only levels that may call a folder safe.
  init(outside surroundings: Surroundings) throws(GitError) {
    for file in Self.systemFiles(surroundings) { try add(file, .system, nil) }
    for file in Self.globalFiles(surroundings) { try add(file, .global, nil) }
    try addCommandLine(surroundings)
  }

  /// Everything that holds in a repository.
  init(
    of store: Store, gitDirectory: String, in surroundings: Surroundings
  ) throws(GitError) {
    for file in Self.systemFiles(surroundings) { try add(file, .system, store) }
    for file in Self.globalFiles(surroundings) { try add(file, .global, store) }
    var lines = self.lines
    try ConfigurationFile.readOwn(of: store) { key, value in
      lines.append(Line(level: .local, key: key, value: value))
    }
    self.lines = lines
    if last("extensions.worktreeconfig", at: .local).map(Self.isTrue) ?? false {
      try add(gitDirectory + "/config.worktree", .worktree, store)
    }
    try addCommandLine(surroundings)
  }

  func last(_ key: String, at level: ConfigurationLevel? = nil) -> String? {
    let key = Self.normal(Array(key.utf8))
    return lines.last { $0.key == key && (level == nil || $0.level == level) }?.value
  }

  func all(_ key: String) -> [Line] {
    let key = Self.normal(Array(key.utf8))
    return lines.filter { $0.key == key }
  }

  /// Goes through the subsections that have a key of this name, such as each remote that has a
  /// `url`, with the values in their order.
  func eachSubsection(
    of section: String, with name: String, _ visit: (_ name: ArraySlice<UInt8>, String) -> Void
  ) {
    let start = Array((section + ".").utf8)
    let end = Array(("." + name).utf8)
    for line in lines {
      let key = line.key
      guard key.count > start.count + end.count, key.starts(with: start),
        key[(key.count - end.count)...].elementsEqual(end)
      else { continue }
      visit(key[start.count..<(key.count - end.count)], line.value)
    }
  }

  /// git's reading of a boolean that is switched on.
  static func isTrue(_ value: String) -> Bool {
    let value = value.lowercased()
    return ["true", "yes", "on"].contains(value) || (Int(value).map { $0 != 0 } ?? false)
  }

  /// Section and name in lower case, the subsection as it is.
  static func normal(_ key: [UInt8]) -> [UInt8] {
    let dot = UInt8(ascii: ".")
    guard let first = key.firstIndex(of: dot), let last = key.lastIndex(of: dot) else { return key }
    let upper = UInt8(ascii: "A")...UInt8(ascii: "Z")
    var result = key
    for place in key.indices where (place < first || place > last) && upper.contains(key[place]) {
      result[place] += 32
    }
    return result
  }

  private mutating func add(
    _ file: String, _ level: ConfigurationLevel, _ store: Store?
  ) throws(GitError) {
    var lines = self.lines
    try ConfigurationFile.read(file, in: store) { key, value in
      lines.append(Line(level: level, key: key, value: value))
    }
    self.lines = lines
  }

  private mutating func addCommandLine(_ surroundings: Surroundings) throws(GitError) {
    guard CommandLineConfiguration.isThere(in: surroundings) else { return }
    for (key, value) in try CommandLineConfiguration.pairs(in: surroundings) {
      lines.append(Line(level: .command, key: Self.normal(key), value: value))
    }
  }

  private static func systemFiles(_ surroundings: Surroundings) -> [String] {
    if surroundings.isOn("GIT_CONFIG_NOSYSTEM") { return [] }
    return [surroundings.path("GIT_CONFIG_SYSTEM") ?? "/etc/gitconfig"]
  }

  private static func globalFiles(_ surroundings: Surroundings) -> [String] {
    if surroundings.environment["GIT_CONFIG_GLOBAL"] != nil {
      return surroundings.path("GIT_CONFIG_GLOBAL").map { [$0] } ?? []
    }
    var files: [String] = []
    let home = surroundings.path("HOME")
    if let folder = surroundings.path("XDG_CONFIG_HOME") ?? home.map({ $0 + "/.config" }) {
      files.append(folder + "/git/config")
    }
    if let home { files.append(home + "/.gitconfig") }
    return files
  }
}
