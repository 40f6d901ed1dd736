public import GitModel

/// A remote of the repository's configuration.
public struct Remote: Hashable, Sendable {
  public let name: String
  /// Its addresses as configured. They may hold passwords: never print them unredacted.
  public let urls: [String]
}

extension Repository {
  /// A configuration value by git's precedence: the last one stands.
  public func value(_ key: String) throws(GitError) -> String? {
    try configuration().last(key)
  }

  /// All values of a key, the weakest first.
  public func values(_ key: String) throws(GitError) -> [String] {
    try configuration().all(key).map(\.value)
  }

  /// What the repository's own configuration file says, whatever other levels say.
  public func localValue(_ key: String) throws(GitError) -> String? {
    try configuration().last(key, at: .local)
  }

  /// `core.hooksPath` and the level that decides it. A leading `~/` is expanded.
  public func hooksPath() throws(GitError) -> (value: String, level: ConfigurationLevel)? {
    try configuration().all("core.hookspath").last.map {
      (surroundings.expanded($0.value), $0.level)
    }
  }

  /// The configured remotes, in the order in which they first appear.
  public func remotes() throws(GitError) -> [Remote] {
    var urls: [[UInt8]: [String]] = [:]
    var order: [[UInt8]] = []
    for (name, url) in try configuration().subsections(of: "remote", with: "url") {
      if urls[name] == nil { order.append(name) }
      urls[name, default: []].append(url)
    }
    return order.map { Remote(name: String(decoding: $0, as: UTF8.self), urls: urls[$0] ?? []) }
  }

  /// Whether the work tree's ignore rules cover a path, as `git check-ignore` tells for one that is
  /// not tracked.
  public func isIgnored(_ path: TreePath) throws(GitError) -> Bool { try store.isIgnored(path) }

  /// Whether objects may be missing here because a remote promised them (`--filter`).
  public var isPartialClone: Bool {
    get throws(GitError) {
      let configuration = try configuration()
      if configuration.last("extensions.partialclone", at: .local) != nil { return true }
      return configuration.subsections(of: "remote", with: "promisor").contains {
        Configuration.isTrue($0.value)
      }
    }
  }

  func configuration() throws(GitError) -> Configuration {
    if let loadedConfiguration { return loadedConfiguration }
    let configuration = try Configuration(
      of: store, commonDirectory: commonDirectory, gitDirectory: gitDirectory, in: surroundings)
    loadedConfiguration = configuration
    return configuration
  }
}
