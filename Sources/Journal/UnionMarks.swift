/// Makes the lines of a new entry differ from those of another one made from the same template.
///
/// Where two people add an entry at the same place, git joins their changes line by line: what both
/// have alike is kept once and parts the rest, so that the entries run into one another. Only up to
/// three such lines in a row are taken as part of the change (xmerge.c, `xdl_simplify_non_conflicts`
/// as of git 2.39). In longer runs headings, and where there are none blank lines, get a comment
/// that names the entry and that no reader sees.
struct UnionMarks {
  /// What the entry is about.
  let title: String
  /// Other words that no other entry has.
  let known: [String]

  private static let longest = 3

  func marked(_ lines: [String]) -> [String] {
    var lines = lines
    mark(&lines) { $0.hasPrefix("#") ? "\($0) \(comment)" : nil }
    mark(&lines) { Blank.isBlank($0) ? comment : nil }
    return lines
  }

  /// The comment must not end early, nor be none at all.
  private var comment: String {
    let name = title.split(separator: "-", omittingEmptySubsequences: true).joined(separator: "-")
    return "<!-- \(name.filter { $0 != "<" && $0 != ">" }) -->"
  }

  private func mark(_ lines: inout [String], _ change: (String) -> String?) {
    var start = 0
    while start < lines.count {
      guard isShared(lines[start]) else {
        start += 1
        continue
      }
      let end = lines[start...].firstIndex { isShared($0) == false } ?? lines.count
      if end - start > Self.longest {
        for index in start..<end { lines[index] = change(lines[index]) ?? lines[index] }
      }
      start = end
    }
  }

  /// Whether another entry may well have the same line: it names nothing of this one, and nobody
  /// will fill it in.
  private func isShared(_ line: String) -> Bool {
    if line.contains(comment) || line.contains(Skeleton.escaped(title)) { return false }
    if known.contains(where: { line.contains($0) }) { return false }
    guard let open = line.firstIndex(of: "<") else { return true }
    return line[open...].contains(">") == false
  }
}
