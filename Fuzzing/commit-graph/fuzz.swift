import Git
import GitModel
import Wording

// libFuzzer's entry: an input is one commit-graph file or a chain of them, each beginning with its
// signature. Nothing may crash or take long, every question gets an answer or an error, and the
// same one when it is asked again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  let files = parted(Array(UnsafeBufferPointer(start: data, count: count)))
  // None, few and all of its commits are read by themselves.
  guard let graph = CommitGraph(contents: files, room: [0, 3, .max][count % 3]) else { return 0 }
  let ids = (0..<min(graph.count, 200)).map { graph.id(at: UInt32($0)) }
  let ancestry = Ancestry(graph: graph, patience: 2) { id throws(GitError) in
    try newcomer(id, above: ids)
  }
  for (place, one) in ids.enumerated() {
    // Few of the others, so that an input of two hundred commits takes no longer than it should.
    for step in 0..<3 {
      let other = ids[(place * 7 + step * 31 + count) % ids.count]
      for (one, other) in [(one, other), (newcomers[0], other), (other, newcomers[1])] {
        // What is found to be false or missing ends the use of it, and may change an answer once.
        let before = (ancestry.isGraphFalse, graph.isOrdered)
        let answers = ask(ancestry, one, other)
        let again = ask(ancestry, one, other)
        let isSame = before == (ancestry.isGraphFalse, graph.isOrdered)
        precondition(answers == again || isSame == false, "not repeatable")
      }
    }
  }
  return 0
}

private struct Answers: Equatable {
  var isAncestor: Bool?
  var bases: [ObjectID]?
  var chain: [FirstParentChain.Link]?
  var listed: [[ObjectID]]?
  var outline: CommitOutline?
}

private func ask(_ ancestry: Ancestry, _ one: ObjectID, _ other: ObjectID) -> Answers {
  var answers = Answers()
  answers.isAncestor = try? ancestry.isAncestor(one, of: other)
  answers.bases = try? ancestry.mergeBases(one, other)
  answers.chain = (try? ancestry.firstParentChain(from: one, limit: 1000, nil)).map(Array.init)
  answers.listed = try? ancestry.firstParents(from: [one], notIn: [other])
  answers.outline = try? ancestry.graphOutline(of: one)
  if let chain = answers.chain { precondition(chain.count <= 203, "a chain beyond all commits") }
  return answers
}

/// Commits above the graph, the first on the second, as if they were read from the objects.
private let newcomers = [id(0x11), id(0x77)]

private func newcomer(
  _ id: ObjectID, above ids: [ObjectID]
) throws(GitError) -> (outline: CommitOutline, time: Int64) {
  guard let place = newcomers.firstIndex(of: id) else {
    throw GitError(
      kind: .notFound, asked: Phrase(verbatim: "read \(id)"),
      words: Phrase(verbatim: "no object has this id"))
  }
  let parents = place == 0 ? [newcomers[1], ids[0]] : [ids[ids.count / 2]]
  return (CommitOutline(parents: parents, tree: TreeID(id)), 1_600_000_000)
}

private func id(_ byte: UInt8) -> ObjectID {
  ObjectID(bytes: [UInt8](repeating: byte, count: 20))!
}

/// The files of an input: a new one begins at each signature.
private func parted(_ bytes: [UInt8]) -> [[UInt8]] {
  let signature = Array("CGPH".utf8)
  let starts = bytes.indices.dropFirst().filter { bytes[$0...].starts(with: signature) }
  let bounds = [0] + starts + [bytes.count]
  return zip(bounds, bounds.dropFirst()).map { Array(bytes[$0..<$1]) }
}
