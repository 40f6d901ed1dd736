import GitModel
import GuardTesting
import Testing

extension MergeStory {
  /// Merges that attributes decide.
  static let attributes: [MergeStory] = [
    edited("union", attributes: "*.md merge=union\n", leftOut: nil),
    edited("union in a folder", attributes: nil, inner: "*.md merge=union\n", leftOut: nil),
    edited(
      "union by a name of one's own", attributes: "[attr]journal merge=union\n*.md journal\n",
      leftOut: nil),
    edited("binary", attributes: "*.md binary\n", leftOut: .conflict),
    edited("not merged", attributes: "*.md -merge\n", leftOut: .conflict),
    edited(
      "a program of one's own", settings: ["-c", "merge.mine.driver=echo merged > %A"],
      attributes: "*.md merge=mine\n", leftOut: .attributes),
    edited(
      "the nearest file decides", attributes: "*.md merge=union\n", inner: "*.md merge=text\n",
      leftOut: .conflict),
    MergeStory(
      "a program of one's own where lines would merge",
      settings: ["-c", "merge.mine.driver=echo merged > %A"], leftOut: ["a.md": .attributes],
      base: {
        try $0.write(".gitattributes", "a.* merge=mine\n")
        try $0.write("a.md", numbered(20))
      }, ours: { try $0.write("a.md", numbered(20, [2: "ours"])) },
      theirs: { try $0.write("a.md", numbered(20, [18: "theirs"])) }),
    MergeStory(
      "line ends made alike", options: ["-X", "renormalize"], leftOut: ["a.txt": .conflict],
      base: {
        try $0.git("config", "core.safecrlf", "false")
        try $0.write("a.txt", numbered(20).replacing("\n", with: "\r\n"))
      },
      ours: {
        try $0.write(".gitattributes", "*.txt text\n")
        try $0.write("a.txt", numbered(20, [2: "ours"]))
        try $0.git("add", "--renormalize", ".")
      },
      theirs: {
        try $0.write("a.txt", numbered(20, [18: "theirs"]).replacing("\n", with: "\r\n"))
      }),
  ]

  /// Both sides add to the end of a journal.
  private static func edited(
    _ name: String, settings: [String] = [], attributes: String?, inner: String? = nil,
    leftOut: MergeDifference.LeftOut.Reason?
  ) -> MergeStory {
    MergeStory(
      name, settings: settings, leftOut: leftOut.map { ["experiments/log.md": $0] } ?? [:],
      base: {
        if let attributes { try $0.write(".gitattributes", attributes) }
        if let inner { try $0.write("experiments/.gitattributes", inner) }
        try $0.write("experiments/log.md", numbered(20))
      }, ours: { try $0.write("experiments/log.md", numbered(20) + "ours\n") },
      theirs: { try $0.write("experiments/log.md", numbered(20) + "theirs\n") })
  }

  /// Merges of repositories inside the repository, which stand as bare commit ids here.
  static let submodules: [MergeStory] = [
    MergeStory(
      "a submodule moves on one side", base: { try $0.submodule(at: 1) },
      ours: { try $0.write("b", "b\n") }, theirs: { try $0.submodule(at: 2) }),
    MergeStory(
      "a submodule goes", base: { try $0.submodule(at: 1) },
      ours: { try $0.git("rm", "-q", "--cached", "module") }, theirs: { try $0.write("b", "b\n") }),
  ]
}

extension ScratchRepository {
  fileprivate func submodule(at number: Int) throws {
    let id = String(repeating: String(number), count: 40)
    // An empty folder stands for one that was not fetched.
    #expect(try run("mkdir", ["-p", "module"]).status == 0)
    try git("update-index", "--add", "--cacheinfo", "160000,\(id),module")
  }
}
