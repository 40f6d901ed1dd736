import FlowPolicy
import GitModel
import GuardTesting
import Journal
import Testing
import Wording

/// What lies under experiments/ and is no entry gets its own answer.
@Suite struct ObstacleTests {
  private func look(
    _ bytes: [UInt8], at path: TreePath = "experiments/a.md", kind: FileKind = .regular
  ) throws -> JournalChange {
    let history = FakeHistory()
    let change = PathChange(
      path: path, before: nil, after: TreeEntry(kind: kind, id: history.blob("x")))
    return try JournalComparison.find(
      in: [change], experiments: Experiments(), template: { .empty },
      read: { _, limit in
        bytes.count > limit ? .tooLarge(Int64(bytes.count)) : .bytes(bytes)
      })
  }

  private func obstacle(
    _ bytes: [UInt8], at path: TreePath = "experiments/a.md", kind: FileKind = .regular
  ) throws -> JournalChange.Obstacle? {
    let change = try look(bytes, at: path, kind: kind)
    #expect(change.added == [])
    return change.others.first?.obstacle
  }

  @Test func eachHasItsName() throws {
    let text = Array("# A\n\nWords.\n".utf8)
    #expect(try obstacle(text, kind: .symlink) == .symbolicLink)
    #expect(try obstacle(text, kind: .submodule) == .submodule)
    #expect(try obstacle(text, at: "experiments/Template.md") == .template)
    #expect(try obstacle(Array(" \n\u{feff}\u{200b}\n".utf8)) == .blank)
    #expect(try obstacle(Array("<!-- nothing\n\n# A\n-->\n".utf8)) == .blank)
    #expect(try obstacle([0xff, 0xfe, 0x23, 0, 0x20, 0, 0x41, 0]) == .utf16)
    #expect(try obstacle([0x23, 0, 0x20, 0, 0x41, 0]) == .binary)
    let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n"
    #expect(try obstacle(Array(pointer.utf8)) == .largeFilePointer)
    let large = [UInt8](repeating: 0x61, count: 1 << 20 | 1)
    #expect(try obstacle(large, at: "experiments/a.csv") == .tooLarge(1 << 20 | 1))
  }

  /// Only data has a size limit: a journal grows for years.
  @Test func aLargeJournalIsRead() throws {
    let text = "# Journal\n\n## A\n\n" + String(repeating: "word ", count: 300_000)
    #expect(try look(Array(text.utf8)).added.map(\.heading) == ["A"])
  }

  /// A text of another encoding still has its headings counted.
  @Test func otherEncodingsCountAndAreNamed() throws {
    // "## Опыт" in Windows-1251.
    let change = try look(Array("## A\n\n## ".utf8) + [0xce, 0xef, 0xfb, 0xf2, 0x0a])
    #expect(change.added.count == 2)
    #expect(change.others.map(\.obstacle) == [.notUTF8(line: 3)])
  }

  /// What looks like front matter and is none is read as text, and named.
  @Test(arguments: [
    ("branch: x\ndata: \"y", 4), ("branch: x\nmetrics:\n\tf1: 0.9", 4), ("a: &b x\nc: *b", 2),
  ])
  func brokenFrontMatterIsNamed(_ text: String, _ line: Int) throws {
    let change = try look(Array("---\n\(text)\n---\n\nwords\n".utf8))
    #expect(change.added.count == 1)
    let obstacles = change.others.map(\.obstacle)
    guard case .frontMatter(line, _)? = obstacles.first else {
      Issue.record("\(obstacles)")
      return
    }
    // Between two rules of a text there is none.
    #expect(try look(Array("---\n[words\n---\n\nwords\n".utf8)).others == [])
  }

  @Test func marksAndLineEndsOfOtherSystemsAreReadRight() throws {
    let text = "\u{feff}---\r\ntitle: x\r\n---\r\n# J\r\n\r\n## A\r\n\r\n**Data:** d\r\n"
    let added = try look(Array(text.utf8)).added
    #expect(added.map(\.heading) == ["A"])
    #expect(added.first?.field(.data)?.value == "d")
    let old = try look(Array("## A\r\rWords.\r\r## B\r".utf8)).added
    #expect(old.map(\.heading) == ["A", "B"])
    #expect(old.map(\.line) == [1, 5])
  }

  @Test func aHostileDepthEnds() throws {
    let text = String(repeating: "> ", count: 2_000) + "# A\n"
    _ = try look(Array(text.utf8))
  }
}
