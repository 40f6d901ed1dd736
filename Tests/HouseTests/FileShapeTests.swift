import Testing

/// What every file of the project keeps to.
@Suite struct FileShapeTests {
  static let longest = 300

  @Test func noSwiftFileIsTooLong() {
    let swift = House.files.filter { $0.path.hasSuffix(".swift") }
    let long = swift.filter { $0.lines.count > Self.longest + 1 }
      .map { "\($0.path): \($0.lines.count - 1) lines" }
    #expect(long == [], "a file holds one concept, in at most \(Self.longest) lines")
  }

  /// The lines of a file that name a folder of somebody's machine. Only a path from the root
  /// counts: a folder of a repository may have the same name.
  static func machinePaths(in file: SourceFile) -> [String] {
    let folders = ["work", "root", "Users", "opt/swift"].map { "/" + $0 + "/" }
    return file.lines.enumerated().flatMap { number, line -> [String] in
      folders.filter { standsAlone($0, in: line) }.map { "\(file.path):\(number + 1): \($0)" }
    }
  }

  private static func standsAlone(_ folder: String, in line: Substring) -> Bool {
    line.ranges(of: folder).contains { range in
      guard range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return before.isLetter == false && before.isNumber == false
        && "-_./}*".contains(before) == false
    }
  }

  @Test func noFileNamesSomebodysMachine() {
    #expect(House.files.flatMap(Self.machinePaths) == [])
  }

  @Test func nothingIsLeftForLater() {
    let marks = ["TO" + "DO", "FIX" + "ME"]
    let left = House.files.filter { file in marks.contains { file.text.contains($0) } }
    #expect(left.map(\.path) == [], "an open end belongs into an issue, not into a file")
  }

  @Test func aMachinesPathIsSeen() {
    let folder = "/" + "work/"
    let file = SourceFile(
      path: "a.md", text: "fine: src\(folder)x\nsee `\(folder)main`\n\(folder)b")
    #expect(Self.machinePaths(in: file) == ["a.md:2: \(folder)", "a.md:3: \(folder)"])
  }
}
