public import GitModel

/// A remote of the repository's configuration.
public struct Remote: Hashable, Sendable {
  public let name: String
  /// Its addresses as configured. They may hold passwords: never print them unredacted.
  public internal(set) var urls: [String]
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
    var remotes: [Remote] = []
    try configuration().eachSubsection(of: "remote", with: "url") { bytes, url in
      let name = String(decoding: bytes, as: UTF8.self)
      if let known = remotes.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        remotes[known].urls.append(url)
      } else {
        remotes.append(Remote(name: name, urls: [url]))
      }
    }
    return remotes
  }

  /// Whether the work tree's ignore rules cover a path, as `git check-ignore` tells for one that is
  /// not tracked.
  public func isIgnored(_ path: TreePath) throws(GitError) -> Bool { try store.isIgnored(path) }

  /// Whether objects may be missing here because a remote promised them (`--filter`).
  public var isPartialClone: Bool {
    get throws(GitError) {
      let configuration = try configuration()
      if configuration.last("extensions.partialclone", at: .local) != nil { return true }
      var isPromised = false
      configuration.eachSubsection(of: "remote", with: "promisor") { _, value in
        if Configuration.isTrue(value) { isPromised = true }
      }
      return isPromised
    }
  }

  func configuration() throws(GitError) -> Configuration {
    if let loadedConfiguration { return loadedConfiguration }
    let configuration = try Configuration(
      of: store, gitDirectory: gitDirectory, in: surroundings)
    loadedConfiguration = configuration
    return configuration
  }
}
