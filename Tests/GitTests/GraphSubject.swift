import Foundation
import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// A small history with its commit-graph file, and every answer to be had by it.
struct GraphSubject {
  enum Answer {
    case right
    /// It names an id that no object has.
    case leadingNowhere
    case wrong
  }

  let descent: Descent
  /// One file, or a chain of them, the lowest first.
  let files: [GraphFile]
  private let outlines: [ObjectID: CommitOutline]

  var file: GraphFile { files[0] }

  init(seed: UInt64, shape: GraphShape = .whole, wild: Bool = false, octopus: Bool = false) throws {
    let history = try RandomHistory(seed: seed, commits: 20, wild: wild)
    try shape.write(history)
    descent = try Descent(history.scratch)
    var outlines: [ObjectID: CommitOutline] = [:]
    for id in descent.commits {
      let commit = try history.repository.commit(id)
      outlines[id] = CommitOutline(parents: commit.parents, tree: commit.tree)
    }
    self.outlines = outlines
    files = try GraphFile.all(of: history.scratch)
    #expect(octopus == false || files[0].chunks["EDGE"] != nil)
  }

  func expectRight(
    _ bytes: [UInt8], seed: UInt64 = 1, _ comment: @autoclosure () -> String = "",
    _ location: SourceLocation = #_sourceLocation
  ) {
    let answer = answer([bytes], seed: seed)
    #expect(answer == .right, "\(comment())", sourceLocation: location)
  }

  /// The worst of many answers by these files.
  func answer(_ contents: [[UInt8]], seed: UInt64 = 1) -> Answer {
    let ancestry = ancestry(contents)
    var dice = Dice(seed: seed)
    var worst = Answer.right
    for tip in descent.commits {
      guard let other = descent.commits.randomElement(using: &dice) else { continue }
      for (one, other) in [(tip, other), (other, tip)] {
        let answer = answer(one, other, ancestry)
        if answer == .wrong { return .wrong }
        if answer != .right { worst = answer }
      }
    }
    return worst
  }

  /// The questions that rest on generations, each asked of files that nothing was asked of before.
  func expectRightAtOnce(
    _ bytes: [UInt8], _ comment: @autoclosure () -> String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    var wrong = 0
    for one in descent.commits {
      for other in descent.commits {
        if try ancestry([bytes]).isAncestor(one, of: other) != descent.has(one, other) {
          wrong += 1
        }
        let listed = try ancestry([bytes]).firstParents(from: [one], notIn: [other])[0]
        if listed.starts(with: descent.chain(from: one, notIn: [other])) == false { wrong += 1 }
        guard one < other else { continue }
        let bases = try ancestry([bytes]).mergeBases(one, other)
        if bases != descent.mergeBases(one, other) { wrong += 1 }
      }
    }
    #expect(wrong == 0, "\(comment())", sourceLocation: location)
  }

  /// How many commits are read from the objects on the way from one to another.
  func reads(_ contents: [[UInt8]]) throws -> Int {
    var count = 0
    let ancestry = ancestry(contents, reading: { count += 1 })
    for tip in descent.commits { _ = try ancestry.isAncestor(descent.commits[0], of: tip) }
    return count
  }

  /// What is asked of commits with dates at random, whose order is reckoned once walks have looked
  /// at so many.
  func expectRight(patience: Int, of contents: [[UInt8]], seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let ancestry = ancestry(contents, patience: patience, date: { Int64($0.high % 40) - 5 })
    for _ in 0..<2 {
      for one in descent.commits.shuffled(using: &dice) {
        for other in descent.commits.shuffled(using: &dice) {
          #expect(try ancestry.mergeBases(one, other) == descent.mergeBases(one, other))
          #expect(try ancestry.isAncestor(one, of: other) == descent.has(one, other))
        }
      }
    }
    #expect(ancestry.isGraphFalse == false)
  }

  /// All answers by files on disk, of which so many commits are read by themselves: walks that share
  /// what the ones before have read, and each with a graph that nothing was asked of before.
  func expectRightOnDisk(room: Int) throws {
    let folder = try ScratchFolder()
    let paths = files.indices.map { "\(folder.path)/graph-\($0)" }
    for (path, file) in zip(paths, files) { try Data(file.bytes).write(to: URL(filePath: path)) }
    func fresh() throws -> Ancestry {
      let graph = try #require(CommitGraph(files: paths, room: room))
      return Ancestry(graph: graph) { id throws(GitError) in (try outline(of: id), 0) }
    }
    let ancestry = try fresh()
    for one in descent.commits {
      for other in descent.commits {
        let isAncestor = descent.has(one, other)
        let bases = descent.mergeBases(one, other)
        #expect(try ancestry.isAncestor(one, of: other) == isAncestor)
        #expect(try ancestry.mergeBases(one, other) == bases)
        #expect(try fresh().isAncestor(one, of: other) == isAncestor)
        #expect(try fresh().mergeBases(one, other) == bases)
      }
      #expect(try ancestry.graphOutline(of: one) ?? outlines[one] == outlines[one])
    }
    #expect(ancestry.isGraphFalse == false)
  }

  private func outline(of id: ObjectID) throws(GitError) -> CommitOutline {
    guard let outline = outlines[id] else {
      throw GitError(kind: .notFound, asked: "read \(id)", words: "gone")
    }
    return outline
  }

  private func ancestry(
    _ contents: [[UInt8]], patience: Int = 4096,
    date: @escaping (ObjectID) -> Int64 = { _ in 0 }, reading: @escaping () -> Void = {}
  ) -> Ancestry {
    // None, few and all of its commits are read by themselves, by turns.
    let sum = contents.joined().reduce(0) { $0 + Int($1) }
    let graph = CommitGraph(contents: contents, room: [0, 3, .max][sum % 3])
    return Ancestry(graph: graph, patience: patience) { id throws(GitError) in
      reading()
      return (try outline(of: id), date(id))
    }
  }

  private func answer(_ one: ObjectID, _ other: ObjectID, _ ancestry: Ancestry) -> Answer {
    do throws(GitError) {
      let isAncestor = try ancestry.isAncestor(one, of: other)
      guard isAncestor == descent.has(one, other) else { return .wrong }
      let chain = try ancestry.firstParentChain(from: one, limit: .max, nil)
      let listed = try ancestry.firstParents(from: [one], notIn: [other])[0]
      let truth = descent.chain(from: one, notIn: [other])
      let outline = try ancestry.graphOutline(of: one) ?? outlines[one]
      let trees =
        [(outline?.tree, outlines[one]?.tree)] + chain.map { ($0.tree, outlines[$0.id]?.tree) }
      let answers = [
        compare(try ancestry.mergeBases(one, other), descent.mergeBases(one, other)),
        compare(chain.map(\.id), descent.chain(from: one)),
        compare(Array(listed.prefix(truth.count)), truth),
        compare(outline?.parents ?? [], outlines[one]?.parents ?? []),
        trees.allSatisfy { $0 == $1 } ? .right : .leadingNowhere,
      ]
      return answers.contains(.wrong) ? .wrong : answers.first { $0 != .right } ?? .right
    } catch {
      return .wrong
    }
  }

  private func compare(_ ids: [ObjectID], _ truth: [ObjectID]) -> Answer {
    if ids == truth { return .right }
    // Sorted lists may have another order where an id is another one.
    let known = ids.filter { outlines[$0] != nil }
    let isPart =
      ids.count == truth.count && known.count < ids.count && known.allSatisfy(truth.contains)
    return isPart ? .leadingNowhere : .wrong
  }
}
