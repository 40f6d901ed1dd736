import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// A repository whose history was thrown by dice: branches, merges of two and three parents,
/// criss-crosses, clocks that run backwards, several roots, files that change, move and vanish.
struct RandomHistory {
  let scratch: ScratchRepository
  let repository: Repository
  /// In the order of their making.
  let commits: [ObjectID]

  private typealias Files = [String: [String]]

  /// - Parameter wild: Some dates lie centuries ahead.
  init(seed: UInt64, commits count: Int = 36, wild: Bool = false, bare: Bool = false) throws {
    scratch = try ScratchRepository(named: "history \(seed)", bare: bare)
    var dice = Dice(seed: seed)
    var states: [Files] = []
    var stream = ""
    for mark in 1...count {
      let parents = Self.parents(of: mark, &dice)
      var files = parents.first.map { states[$0 - 1] } ?? [:]
      for other in parents.dropFirst() { Self.mix(states[other - 1], into: &files, &dice) }
      for _ in 0..<Int.random(in: 0...3, using: &dice) { Self.change(&files, &dice) }
      let isFarAhead = wild && Int.random(in: 0..<9, using: &dice) == 0
      let label = String(repeating: "0", count: "\(count)".count - "\(mark)".count) + "\(mark)"
      stream += Self.commit(
        mark, label, ahead: isFarAhead ? 6_000_000_000 : 0, parents, files, &dice)
      states.append(files)
    }
    try scratch.git(["fast-import", "--quiet", "--force"], input: Array(stream.utf8))
    commits = try scratch.git(
      "for-each-ref", "--sort=refname", "--format=%(objectname)", "refs/heads/c*"
    ).lines.map { try objectID($0) }
    #expect(commits.count == count)
    repository = try scratch.opened()
  }

  /// Pairs of commits, picked at random.
  func pairs(_ count: Int, seed: UInt64) -> [(ObjectID, ObjectID)] {
    var dice = Dice(seed: seed)
    return (0..<count).map { _ in
      (
        commits[Int.random(in: commits.indices, using: &dice)],
        commits[Int.random(in: commits.indices, using: &dice)]
      )
    }
  }

  private static func parents(of mark: Int, _ dice: inout Dice) -> [Int] {
    guard mark > 1, Int.random(in: 0..<20, using: &dice) > 0 else { return [] }
    let wanted = [1, 1, 1, 2, 2, 2, 3].randomElement(using: &dice) ?? 1
    var result: [Int] = []
    for _ in 0..<wanted {
      let parent = Int.random(in: max(1, mark - 7)..<mark, using: &dice)
      if result.contains(parent) == false { result.append(parent) }
    }
    return result
  }

  private static func mix(_ other: Files, into files: inout Files, _ dice: inout Dice) {
    for name in other.keys.sorted() where Bool.random(using: &dice) { files[name] = other[name] }
    // A file and a folder of one name can't stand in one tree.
    if files["d"] != nil { files = files.filter { $0.key.hasPrefix("d/") == false } }
  }

  private static func change(_ files: inout Files, _ dice: inout Dice) {
    let names = [
      "a.txt", "b with space.txt", "d/ü.txt", "d/e/f.txt", "d.txt", "d-x", "Z", "d/e.txt", "x/y/z",
    ]
    let name = names.randomElement(using: &dice) ?? "a.txt"
    let number = Int.random(in: 0..<1000, using: &dice)
    switch Int.random(in: 0..<10, using: &dice) {
    case 0: files[name] = nil
    case 1:
      let moved = files.keys.sorted().randomElement(using: &dice)
      guard let moved, let content = files.removeValue(forKey: moved) else { return }
      files["moved/\(number)"] = content
    case 2:
      files = files.filter { $0.key.hasPrefix("d/") == false }
      files["d"] = ["a file where a folder was"]
    default:
      if name.hasPrefix("d/") { files["d"] = nil }
      var lines = files[name] ?? (0..<12).map { "\(name) line \($0)" }
      lines[Int.random(in: lines.indices, using: &dice)] = "changed \(number)"
      files[name] = lines
    }
  }

  private static func commit(
    _ mark: Int, _ label: String, ahead: Int, _ parents: [Int], _ files: Files,
    _ dice: inout Dice
  ) -> String {
    let skew = Int.random(in: 0..<4, using: &dice) == 0 ? -90_000 : 0
    let date = "\(1_600_000_000 + mark * 3600 + skew + ahead) +0200"
    let message = "commit \(mark)\n\nwith a body\n"
    var text = "commit refs/heads/c\(label)\nmark :\(mark)\n"
    text += "author Änna <anna@example.org> \(date)\ncommitter Carl <carl@example.org> \(date)\n"
    text += "data \(message.utf8.count)\n\(message)\n"
    for (place, parent) in parents.enumerated() {
      text += (place == 0 ? "from" : "merge") + " :\(parent)\n"
    }
    text += "deleteall\n"
    for (name, lines) in files.sorted(by: { $0.key < $1.key }) {
      let content = lines.map { $0 + "\n" }.joined()
      let mode = name == "Z" && lines.count > 3 ? "100755" : "100644"
      text += "M \(mode) inline \(name)\ndata \(content.utf8.count)\n\(content)\n"
    }
    return text + "\n"
  }
}
