import GitModel
import GuardTesting
import Testing

@testable import Git

/// Attributes are read as `git check-attr` reads them.
@Suite struct AttributeTests {
  static let root = """
    # a comment
    *.md merge=union
    /top.txt merge=root
    sub/*.txt merge=below
    **/deep/*.txt merge=deep
    a/**/z.txt merge=far
    a/** text
    [attr]journal merge=union -text
    *.journal journal
    *.both journal merge=mine
    *.bin binary
    [a-c]?.x merge=set
    [!a-c]?.y -merge
    *[[:digit:]].z merge=digit
    "quo ted\\t.q" merge=quoted
    \\*.lit merge=literal
    *.off merge=mine
    secret.off !merge
    folder/ merge=none
    !neg.txt merge=none
    *.set merge
      indented.w merge=blank\r
    ü*.txt merge=umlaut
    """

  static let inner = """
    *.md merge=text
    inner.off -merge
    [attr]own merge=none
    *.own own
    """

  static let paths = [
    "a.md", "sub/a.md", "inner/a.md", "inner/deep/a.md", "top.txt", "sub/top.txt", "sub/a.txt",
    "x/sub/a.txt", "deep/a.txt", "x/deep/a.txt", "x/deep/y/a.txt", "a/z.txt", "a/b/z.txt",
    "a/b/c/z.txt", "x/a/b/z.txt", "n.journal", "n.both", "n.bin", "b1.x", "d1.x", "b12.x", "d1.y",
    "a1.y", "x7.z", "x.z", "quo ted\t.q", "*.lit", "x.lit", "one.off", "secret.off",
    "inner/inner.off", "folder/x", "neg.txt", "!neg.txt", "n.set", "indented.w", "üx.txt",
    "inner/x.own", "a/n.md", ".md",
  ]

  @Test func everyPathsMergeIsGits() throws {
    let scratch = try ScratchRepository()
    try scratch.commit(
      "first", files: [".gitattributes": Self.root, "inner/.gitattributes": Self.inner])
    let repository = try scratch.opened()
    let attributes = MergeAttributes(repository: repository, trees: [try scratch.tree("HEAD")])
    let said = try scratch.git(["check-attr", "-z", "merge", "text", "--"] + Self.paths).stdout
      .split(separator: "\0")
    for (place, path) in Self.paths.enumerated() {
      let states = try attributes.states(of: TreePath(path), in: scratch.tree("HEAD"))
      for (offset, name) in ["merge", "text"].enumerated() {
        let word =
          switch states[name] {
          case nil, .unspecified: "unspecified"
          case .set: "set"
          case .unset: "unset"
          case .value(let value): value
          }
        #expect(word == said[place * 6 + offset * 3 + 2], "\(name) of \(path)")
      }
    }
  }

  @Test func aPatternOfManyStarsTakesNoTime() throws {
    let stars = String(repeating: "*a", count: 40) + "b"
    let wildcard = try #require(Wildcard(Array(stars.utf8)[...]))
    let text = Array(String(repeating: "a", count: 400).utf8)
    #expect(wildcard.matches(text[...]) == false)
    #expect(wildcard.matches((text + Array("b".utf8))[...]))
  }
}
