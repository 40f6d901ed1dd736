import Git
import GitModel
import GuardTesting
import Testing

/// What the real git's merges hold by themselves accuses nobody; what a hand adds is named.
@Suite struct MergeDifferenceTests {
  static let stories =
    MergeStory.plain + MergeStory.strategies + MergeStory.renames + MergeStory.attributes
    + MergeStory.submodules

  @Test(arguments: stories) func onlyAHandIsNamed(_ story: MergeStory) throws {
    let scratch = try story.play()
    let clean = try scratch.difference()
    #expect(clean.changes == [])
    for (path, reason) in story.leftOut { #expect(clean.reason(path) == reason, "\(path)") }
    try scratch.amend {
      try $0.write("plain.txt", numbered(30, [7: "evil"]))
      try $0.write("src/evil.py", "evil\n")
      try $0.git("rm", "-q", "kept.txt")
    }
    let evil = try scratch.difference()
    #expect(evil.paths == ["kept.txt", "plain.txt", "src/evil.py"])
    #expect(evil.leftOut == clean.leftOut)
  }
}

/// Merges whose result a person chose, file by file.
@Suite struct ChosenResultTests {
  @Test func keepingOnesOwnTreeIsSeen() throws {
    let scratch = try MergeStory.plain[1].play()
    try scratch.commit("more", files: ["src/more": "x\n"])
    try scratch.switchTo("theirs")
    try scratch.commit("more", files: ["src/theirs": "x\n"])
    try scratch.switchTo("main")
    try scratch.git("merge", "-q", "-s", "ours", "-m", "merge", "theirs")
    #expect(try scratch.difference().paths == ["src/theirs"])
  }

  @Test func changesOfMergedLinesAreSeen() throws {
    let history = try PlantedHistory()
    let base = try history.commit(["a": numbered(20)])
    let ours = try history.commit(["a": numbered(20, [2: "ours"])], [base])
    let theirs = try history.commit(["a*": numbered(20, [18: "theirs"])], [base])
    let merged = numbered(20, [2: "ours", 18: "theirs"])
    #expect(try history.difference(["a*": merged], ours: ours, theirs: theirs).changes == [])
    for result in [
      ["a": merged], ["a*": merged + "evil\n"], ["a*": numbered(20, [2: "ours"])], [:],
    ] {
      let difference = try history.difference(result, ours: ours, theirs: theirs)
      #expect(difference.paths == ["a"], "\(result)")
      let entry = try #require(difference.changes.first?.before)
      #expect(entry.kind == .executable)
      #expect(try history.scratch.git("hash-object", "--stdin", input: merged).text == entry.id.hex)
    }
  }

  @Test func submodulesThatMovedOnBothSidesAreLeftOut() throws {
    let history = try PlantedHistory()
    let base = try history.commit(["a": "a\n", "module@": "1", "other@": "1"])
    let ours = try history.commit(["a": "a\n", "module@": "2", "other@": "1"], [base])
    let theirs = try history.commit(["a": "a\n", "module@": "3", "other@": "2"], [base])
    let chosen = try history.difference(
      ["a": "a\n", "module@": "4", "other@": "2"], ours: ours, theirs: theirs)
    #expect(chosen == MergeDifference(leftOut: [.init(path: "module", reason: .conflict)]))
    let evil = try history.difference(
      ["a": "a\n", "module@": "4", "other@": "4"], ours: ours, theirs: theirs)
    #expect(evil.paths == ["other"])
  }

  @Test func lostLinesOfAJoinedJournalAreSeen() throws {
    let history = try PlantedHistory()
    let attributes = [".gitattributes": "*.md merge=union\n"]
    func files(_ text: String) -> [String: String] {
      attributes.merging(["log.md": numbered(20) + text]) { $1 }
    }
    let base = try history.commit(files(""))
    let ours = try history.commit(files("ours\n"), [base])
    let theirs = try history.commit(files("theirs\n"), [base])
    let joined = files("ours\ntheirs\n")
    #expect(try history.difference(joined, ours: ours, theirs: theirs) == MergeDifference())
    for text in ["ours\n", "theirs\n", "theirs\nours\n", "ours\ntheirs\nevil\n"] {
      let difference = try history.difference(files(text), ours: ours, theirs: theirs)
      #expect(difference.paths == ["log.md"], "\(text)")
      #expect(difference.leftOut == [])
    }
    // Who takes the attribute away hides nothing: that is a change by hand as well.
    let plain = try history.difference(
      ["log.md": numbered(20) + "evil\n"], ours: ours, theirs: theirs)
    #expect(plain.paths.contains(".gitattributes"))
  }

  @Test func lineEndsThatAttributesMakeAlikeAreLeftOut() throws {
    let history = try PlantedHistory()
    func files(_ text: String, _ attributes: String) -> [String: String] {
      [".gitattributes": attributes, "a": text]
    }
    func returns(_ text: String) -> String { text.replacing("\n", with: "\r\n") }
    for (attributes, isLeftOut) in [("* text\n", true), ("* eol=lf\n", true), ("", false)] {
      let base = try history.commit(files(returns(numbered(20)), attributes))
      let ours = try history.commit(
        files(returns(numbered(20, [2: "ours"])), attributes), [base])
      let theirs = try history.commit(
        files(returns(numbered(20, [18: "theirs"])), attributes), [base])
      let difference = try history.difference(
        files(numbered(20, [2: "ours", 18: "theirs"]), attributes), ours: ours, theirs: theirs)
      #expect(difference.paths == (isLeftOut ? [] : ["a"]), "\(attributes)")
      #expect(difference.reason("a") == (isLeftOut ? .attributes : nil), "\(attributes)")
    }
  }

  @Test func anUnrelatedRenameHidesNothing() throws {
    let history = try PlantedHistory()
    let base = try history.commit(["old": numbered(20), "d/a": numbered(30), "b": "b\n"])
    let ours = try history.commit(["new": numbered(20), "e/a": numbered(30), "b": "b\n"], [base])
    let theirs = try history.commit(
      ["old": numbered(20), "d/a": numbered(30), "d/more": "more\n", "b": "b\n", "c": "c\n"],
      [base])
    let merged = [
      "new": numbered(20), "e/a": numbered(30), "e/more": "more\n", "b": "b\n", "c": "c\n",
    ]
    #expect(try history.difference(merged, ours: ours, theirs: theirs).changes == [])
    var evil = merged
    evil["b"] = "evil\n"
    evil["c"] = nil
    evil["e/evil"] = "evil\n"
    evil["evil"] = "evil\n"
    let difference = try history.difference(evil, ours: ours, theirs: theirs)
    #expect(difference.paths == ["b", "c", "e/evil", "evil"])
  }

  @Test func crissCrossedBasesAreMergedFirst() throws {
    let history = try PlantedHistory()
    func files(_ changed: [Int: String], _ other: String) -> [String: String] {
      ["a": numbered(40, changed), "b": other]
    }
    let root = try history.commit(files([:], "b\n"))
    let one = try history.commit(files([2: "one"], "b\n"), [root])
    let other = try history.commit(files([20: "other"], "b\n"), [root])
    let both = [2: "one", 20: "other"]
    let first = try history.commit(files(both, "b\n"), [one, other])
    let second = try history.commit(files(both, "b\n"), [other, one])
    let ours = try history.commit(files(both.merging([10: "ours"]) { $1 }, "ours\n"), [first])
    let theirs = try history.commit(files(both.merging([30: "theirs"]) { $1 }, "b\n"), [second])
    let merged = both.merging([10: "ours", 30: "theirs"]) { $1 }
    #expect(
      try history.scratch.git("merge-base", "--all", ours, theirs).lines.sorted()
        == [one, other].sorted())
    let clean = try history.difference(files(merged, "ours\n"), ours: ours, theirs: theirs)
    #expect(clean == MergeDifference())
    let evil = try history.difference(
      files(merged.merging([35: "evil"]) { $1 }, "evil\n"), ours: ours, theirs: theirs)
    #expect(evil.paths == ["a", "b"])
  }
}
