import GitModel
import GuardTesting

extension MergeStory {
  /// Merges in which a file or a folder has moved.
  static let renames: [MergeStory] =
    [
      MergeStory(
        "renamed here, edited there", leftOut: ["old": .conflict, "new": .renamed],
        base: { try $0.write("old", numbered(20)) }, ours: { try $0.git("mv", "old", "new") },
        theirs: { try $0.write("old", numbered(20, [2: "theirs"])) }),
      MergeStory(
        "edited here, renamed there", leftOut: ["old": .conflict, "new": .renamed],
        base: { try $0.write("old", numbered(20)) },
        ours: { try $0.write("old", numbered(20, [2: "ours"])) },
        theirs: { try $0.git("mv", "old", "new") }),
      MergeStory(
        "renamed and edited here, edited there", leftOut: ["old": .conflict, "src/new": .renamed],
        base: { try $0.write("old", numbered(20)) },
        ours: {
          try $0.git("rm", "-q", "old")
          try $0.write("src/new", numbered(20, [10: "ours", 11: "ours", 12: "ours"]))
        }, theirs: { try $0.write("old", numbered(20, [2: "theirs"])) }),
      MergeStory(
        "renamed here, untouched there", base: { try $0.write("old", numbered(20)) },
        ours: { try $0.git("mv", "old", "new") }, theirs: { try $0.write("b", "b\n") }),
      MergeStory(
        "renamed alike on both sides", base: { try $0.write("old", numbered(20)) },
        ours: { try $0.git("mv", "old", "new") }, theirs: { try $0.git("mv", "old", "new") }),
      MergeStory(
        "renamed alike and edited on both sides", leftOut: ["new": .conflict],
        base: { try $0.write("old", numbered(20)) },
        ours: {
          try $0.git("rm", "-q", "old")
          try $0.write("new", numbered(20, [2: "ours"]))
        },
        theirs: {
          try $0.git("rm", "-q", "old")
          try $0.write("new", numbered(20, [18: "theirs"]))
        }),
      MergeStory(
        "renamed to two places", base: { try $0.write("old", numbered(20)) },
        ours: { try $0.git("mv", "old", "one") }, theirs: { try $0.git("mv", "old", "other") }),
      MergeStory(
        "two files renamed to one", leftOut: ["new": .conflict],
        base: {
          try $0.write("one", numbered(20))
          try $0.write("other", numbered(20, [1: "a", 2: "b", 3: "c", 4: "d"]))
        }, ours: { try $0.git("mv", "one", "new") }, theirs: { try $0.git("mv", "other", "new") }),
      MergeStory(
        "a renamed file and an added one", leftOut: ["new": .conflict],
        base: { try $0.write("old", numbered(20)) }, ours: { try $0.git("mv", "old", "new") },
        theirs: { try $0.write("new", "something else\n") }),
      MergeStory(
        "a copy is no rename", base: { try $0.write("old", numbered(20)) },
        ours: { try $0.write("copy", numbered(20)) },
        theirs: { try $0.write("old", numbered(20, [2: "theirs"])) }),
      MergeStory(
        "no renames wanted", settings: ["-c", "merge.renames=false"],
        leftOut: ["old": .conflict], base: { try $0.write("old", numbered(20)) },
        ours: { try $0.git("mv", "old", "new") },
        theirs: { try $0.write("old", numbered(20, [2: "theirs"])) }),
      MergeStory(
        "renamed into a new folder of the same name", leftOut: ["old": .conflict],
        base: { try $0.write("old", numbered(20)) },
        ours: {
          try $0.git("mv", "old", "aside")
          try $0.write("old/new", "new\n")
        }, theirs: { try $0.write("old", numbered(20, [2: "theirs"])) }),
    ] + folders

  static let folders: [MergeStory] = ["conflict", "true", "false"].flatMap { mode in
    let settings = ["-c", "merge.directoryRenames=" + mode]
    let base: Part = {
      for name in ["a", "b", "c"] {
        try $0.write("dir/sub/\(name)", numbered(20, [1: name]))
        try $0.write("dir/\(name)", numbered(20, [2: name]))
      }
      try $0.write("elsewhere/x", numbered(25))
    }
    return [
      MergeStory(
        "a folder moves, a file is added to it (\(mode))", settings: settings, base: base,
        ours: { try $0.git("mv", "dir", "moved") }, theirs: { try $0.write("dir/new", "new\n") }),
      MergeStory(
        "a file is added, its folder moves (\(mode))", settings: settings, base: base,
        ours: { try $0.write("dir/sub/new", "new\n") },
        theirs: { try $0.git("mv", "dir", "moved") }),
      MergeStory(
        "a folder moves into another (\(mode))", settings: settings, base: base,
        ours: { try $0.write("dir/sub/more/new", "new\n") },
        theirs: { try $0.git("mv", "dir/sub", "elsewhere/deep") }),
      MergeStory(
        "a folder moves to the root (\(mode))", settings: settings, base: base,
        ours: { try $0.write("elsewhere/new", "new\n") },
        theirs: { try $0.git("mv", "elsewhere/x", "x") }),
      MergeStory(
        "a file is renamed into a folder that moves (\(mode))", settings: settings, base: base,
        ours: { try $0.git("mv", "elsewhere/x", "dir/x") },
        theirs: { try $0.git("mv", "dir", "moved") }),
      MergeStory(
        "most of a folder moves, the rest goes (\(mode))", settings: settings, base: base,
        ours: { try $0.write("dir/new", "new\n") },
        theirs: {
          try $0.git("mv", "dir", "moved")
          try $0.git("rm", "-q", "-f", "moved/a")
          try $0.git("mv", "moved/b", "elsewhere/b")
        }),
    ]
  }
}
