import GitModel
import GuardTesting
import Testing

extension MergeStory {
  /// Merges of lines, modes and kinds, without a rename.
  static let plain: [MergeStory] = [
    MergeStory(
      "each side has its own files", base: { try $0.write("src/a", "a\n") },
      ours: { try $0.write("src/b", "b\n") }, theirs: { try $0.write("lib/c", "c\n") }),
    MergeStory(
      "both edit one file", base: { try $0.write("src/a", numbered(20)) },
      ours: { try $0.write("src/a", numbered(20, [2: "ours"])) },
      theirs: { try $0.write("src/a", numbered(20, [18: "theirs"])) }),
    MergeStory(
      "both edit one line", leftOut: ["src/a": .conflict],
      base: { try $0.write("src/a", numbered(20)) },
      ours: { try $0.write("src/a", numbered(20, [2: "ours"])) },
      theirs: { try $0.write("src/a", numbered(20, [2: "theirs"])) }),
    MergeStory(
      "one side's way with conflicts", options: ["-X", "ours"], leftOut: ["src/a": .conflict],
      base: { try $0.write("src/a", numbered(20)) },
      ours: { try $0.write("src/a", numbered(20, [2: "ours"])) },
      theirs: { try $0.write("src/a", numbered(20, [2: "theirs", 18: "theirs"])) }),
    MergeStory(
      "both make the same change", base: { try $0.write("src/a", numbered(20)) },
      ours: { try $0.write("src/a", numbered(20, [2: "same"])) },
      theirs: { try $0.write("src/a", numbered(20, [2: "same"])) }),
    MergeStory(
      "both add a file of one name", leftOut: ["src/new": .conflict], base: { _ in },
      ours: { try $0.write("src/new", "ours\n") },
      theirs: { try $0.write("src/new", "theirs\n") }),
    MergeStory(
      "both add the same file", base: { _ in }, ours: { try $0.write("src/new", "new\n") },
      theirs: { try $0.write("src/new", "new\n") }),
    MergeStory(
      "one removes what the other edits", leftOut: ["src/a": .conflict],
      base: { try $0.write("src/a", numbered(20)) },
      ours: { try $0.git("rm", "-q", "src/a") },
      theirs: { try $0.write("src/a", numbered(20, [2: "theirs"])) }),
    MergeStory(
      "both remove a file", base: { try $0.write("src/a", numbered(20)) },
      ours: { try $0.git("rm", "-q", "src/a") }, theirs: { try $0.git("rm", "-q", "src/a") }),
    MergeStory(
      "a mode and lines of one file", base: { try $0.write("run", numbered(20)) },
      ours: { try $0.write("run", numbered(20), executable: true) },
      theirs: { try $0.write("run", numbered(20, [3: "theirs"])) }),
    MergeStory(
      "a mode and lines on one side, lines on the other",
      base: { try $0.write("run", numbered(20)) },
      ours: { try $0.write("run", numbered(20, [18: "ours"]), executable: true) },
      theirs: { try $0.write("run", numbered(20, [3: "theirs"])) }),
    MergeStory(
      "binary files", leftOut: ["data.bin": .conflict],
      base: { try $0.write("data.bin", "\0\n" + numbered(20)) },
      ours: { try $0.write("data.bin", "\0\n" + numbered(20, [2: "ours"])) },
      theirs: { try $0.write("data.bin", "\0\n" + numbered(20, [18: "theirs"])) }),
    MergeStory(
      "links on one side", base: { try $0.link("link", to: "plain.txt") },
      ours: { try $0.write("src/b", "b\n") }, theirs: { try $0.link("link", to: "kept.txt") }),
    MergeStory(
      "links on both sides", leftOut: ["link": .conflict],
      base: { try $0.link("link", to: "plain.txt") }, ours: { try $0.link("link", to: "other") },
      theirs: { try $0.link("link", to: "kept.txt") }),
    MergeStory(
      "a file becomes a link while it is edited", leftOut: ["a": .conflict],
      base: { try $0.write("a", numbered(20)) }, ours: { try $0.link("a", to: "kept.txt") },
      theirs: { try $0.write("a", numbered(20, [2: "theirs"])) }),
    MergeStory(
      "a file becomes a folder", base: { try $0.write("a", numbered(20)) },
      ours: {
        try $0.git("rm", "-q", "a")
        try $0.write("a/b", "b\n")
      }, theirs: { try $0.write("src/c", "c\n") }),
    MergeStory(
      "a file becomes a folder while it is edited", leftOut: ["a": .conflict],
      base: { try $0.write("a", numbered(20)) },
      ours: {
        try $0.git("rm", "-q", "a")
        try $0.write("a/b", "b\n")
      }, theirs: { try $0.write("a", numbered(20, [2: "theirs"])) }),
    MergeStory(
      "a file and a folder of one name", base: { _ in }, ours: { try $0.write("a", "a\n") },
      theirs: { try $0.write("a/b", "b\n") }),
    MergeStory(
      "a folder goes and a file of its name comes", leftOut: ["a/b": .conflict],
      base: { try $0.write("a/b", numbered(20)) },
      ours: {
        try $0.git("rm", "-q", "a/b")
        try $0.write("a", "a\n")
      }, theirs: { try $0.write("a/b", numbered(20, [2: "theirs"])) }),
    MergeStory(
      "merge markers of the long kind", settings: ["-c", "merge.conflictStyle=diff3"],
      leftOut: ["src/a": .conflict], base: { try $0.write("src/a", numbered(20)) },
      ours: { try $0.write("src/a", numbered(20, [2: "ours", 5: "same"])) },
      theirs: { try $0.write("src/a", numbered(20, [2: "theirs", 5: "same"])) }),
    MergeStory(
      "names in odd letters", base: { try $0.write("ü b/ä\u{1}\"", numbered(20)) },
      ours: { try $0.write("ü b/ä\u{1}\"", numbered(20, [2: "ours"])) },
      theirs: { try $0.write("ü b/ä\u{1}\"", numbered(20, [18: "theirs"])) }),
  ]

  /// The same merge by every strategy and way of looking for differences.
  static let strategies: [MergeStory] = [
    ["-s", "ort"], ["-s", "recursive"], ["-s", "resolve"], ["-X", "diff-algorithm=myers"],
    ["-X", "patience"], ["-X", "diff-algorithm=minimal"], ["-X", "no-renames"],
  ].map { options in
    // The moved brace lets the ways of looking for differences come to different ends.
    let before = "a() {\n  x\n}\n\nb() {\n  y\n}\n\nc() {\n  z\n}\n"
    return MergeStory(
      options.joined(separator: " "), options: options, base: { try $0.write("a.c", before) },
      ours: { try $0.write("a.c", "new() {\n  x\n}\n\n" + before) },
      theirs: { try $0.write("a.c", before + "\nlast() {\n  z\n}\n") })
  }
}

extension ScratchRepository {
  func link(_ file: String, to target: String) throws {
    let made = try run("ln", ["-sfn", target, file])
    #expect(made.status == 0)
  }
}
