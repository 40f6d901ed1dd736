import GitModel

extension Repository {
  /// The commit-graph that git would read here; nil where there is none that is in order, and
  /// where the graph and the objects could mean different things: in shallow clones, with grafts
  /// or replacements. As in git, the first folder of objects that has a graph is the one that
  /// counts, and one file comes before a chain of several.
  func openCommitGraph() -> CommitGraph? {
    guard isShallow == false else { return nil }
    let folders = GraphFiles.folders(
      from: [commonDirectory + "/objects"] + surroundings.objectFolders())
    for folder in folders {
      guard let graph = GraphFiles.single(in: folder) ?? GraphFiles.chain(in: folder, folders)
      else { continue }
      return mayUseCommitGraph ? graph : nil
    }
    return nil
  }

  private var mayUseCommitGraph: Bool {
    guard let configuration = try? configuration() else { return false }
    if let value = configuration.last("core.commitgraph"), Configuration.isTrue(value) == false {
      return false
    }
    let grafts = surroundings.path("GIT_GRAFT_FILE") ?? commonDirectory + "/info/grafts"
    if Files.hasContent(grafts) { return false }
    guard Files.isEmptyFolder(commonDirectory + "/refs/replace"),
      let replaces = try? store.hasPackedReferences(under: "refs/replace/")
    else { return false }
    return replaces == false
  }
}

/// Where git keeps its commit-graph files.
enum GraphFiles {
  static func single(in folder: String) -> CommitGraph? {
    CommitGraph(files: [folder + "/info/commit-graph"])
  }

  /// A chain's files may lie in any folder of objects: a clone with alternates stands on theirs.
  static func chain(in folder: String, _ folders: [String]) -> CommitGraph? {
    let list = folder + "/info/commit-graphs/commit-graph-chain"
    guard let content = try? Files.read(list, limit: longestChain * 41) else { return nil }
    var names: [ObjectID] = []
    for line in content.split(separator: UInt8(ascii: "\n")) {
      guard let name = ObjectID(hex: line) else { break }
      names.append(name)
    }
    let files = MappedFiles(names.count) { number in
      folders.map { $0 + "/info/commit-graphs/graph-\(names[number].hex).graph" }
    }
    guard let files else { return nil }
    return CommitGraph(files, names: names)
  }

  /// The folders of objects, with the alternates that each names and those that these name.
  static func folders(from own: [String]) -> [String] {
    // The usual clone, whose path needs no resolving since there is none that it could be again.
    if own.count == 1, (try? Files.read(own[0] + "/info/alternates")) == nil { return own }
    var known: [String] = []
    var result: [String] = []
    func add(_ folder: String, depth: Int) {
      guard let place = Files.realPath(folder), known.contains(place) == false else { return }
      known.append(place)
      result.append(folder)
      // git follows alternates this far.
      guard depth <= 5, let list = try? Files.read(folder + "/info/alternates") else { return }
      for line in list.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let path = String(decoding: Surroundings.unquoted(line), as: UTF8.self)
        add(path.utf8.first == UInt8(ascii: "/") ? path : folder + "/" + path, depth: depth + 1)
      }
    }
    for folder in own { add(folder, depth: 0) }
    return result
  }

  /// A file counts those below it in one byte.
  private static let longestChain = 256
}
