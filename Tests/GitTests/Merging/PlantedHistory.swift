import Git
import GitModel
import GuardTesting
import Testing

/// A history that is written straight into the object database, without a work tree.
final class PlantedHistory {
  typealias Files = [String: String]

  let scratch: ScratchRepository
  private var serial = 0

  init() throws { scratch = try ScratchRepository(bare: true) }

  /// Commits exactly these files; a name that ends in `*` is an executable's, one in `@` a
  /// submodule's, at the commit that its content is a digit of.
  func commit(_ files: Files, _ parents: [String] = []) throws -> String {
    serial += 1
    let ref = "refs/heads/c\(serial)"
    var text = "commit \(ref)\ncommitter A <a@example.org> \(1_600_000_000 + serial) +0000\n"
    text += "data 1\nx\n"
    for (place, parent) in parents.enumerated() {
      text += (place == 0 ? "from " : "merge ") + parent + "\n"
    }
    text += "deleteall\n"
    for (name, content) in files.sorted(by: { $0.key < $1.key }) {
      if name.hasSuffix("@") {
        text += "M 160000 \(String(repeating: content, count: 40)) \(name.dropLast())\n"
        continue
      }
      let mode = name.hasSuffix("*") ? "100755" : "100644"
      let path = name.hasSuffix("*") ? String(name.dropLast()) : name
      text += "M \(mode) inline \(path)\ndata \(content.utf8.count)\n\(content)\n"
    }
    try scratch.git(["fast-import", "--quiet", "--force"], input: Array(text.utf8))
    return try scratch.id(ref)
  }

  /// Commits a tree.
  func commit(tree: String, _ parents: [String]) throws -> String {
    let words = parents.flatMap { ["-p", $0] }
    return try scratch.git(["commit-tree", "-m", "x"] + words + [tree]).text
  }

  /// The files of a tree, named as in ``commit(_:_:)``.
  func table(_ tree: String) throws -> Files {
    var table: Files = [:]
    for line in try scratch.git("ls-tree", "-r", "-z", tree).stdout.split(separator: "\0") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      let words = parts[0].split(separator: " ")
      let name = parts[1] + (words[0] == "100755" ? "*" : "")
      table[String(name)] = try scratch.git("cat-file", "blob", String(words[2])).stdout
    }
    return table
  }

  /// What a merge of two commits to these files holds beside the two.
  func difference(
    _ result: Files, ours: String, theirs: String
  ) throws -> MergeDifference {
    let merge = try commit(result, [ours, theirs])
    return try scratch.opened().mergeDifference(
      of: scratch.tree(merge), ours: objectID(ours), theirs: objectID(theirs))
  }
}
