import GuardTesting
import PolicyFile
import Testing
import Wording

/// Pairs of a policy file and the error that it gives.
@Suite("Mistakes in the other sections have their sentence and place")
struct SectionErrorTests {
  @Test(arguments: cases)
  func theOtherSections(text: String, message: String) {
    #expect(complaint(text) == message)
  }

  private static let cases: [(String, String)] = [
    (
      "experiments: { folder: x }",
      """
      1:16: unknown key "folder"
      """
    ),
    (
      "experiments: { directory: /srv/x }",
      """
      1:27: "directory" must be a path below the root without empty, . and .. parts, but it is \
      "/srv/x"
      """
    ),
    (
      "experiments: { directory: ../x }",
      """
      1:27: "directory" must be a path below the root without empty, . and .. parts, but it is \
      "../x"
      """
    ),
    (
      "experiments: { directory: a/../b }",
      """
      1:27: "directory" must be a path below the root without empty, . and .. parts, but it is \
      "a/../b"
      """
    ),
    (
      "experiments: { directory: . }",
      """
      1:27: "directory" must be a path below the root without empty, . and .. parts, but it is "."
      """
    ),
    (
      """
      experiments: { directory: "" }
      """,
      """
      1:27: "directory" must not be blank
      """
    ),
    (
      "experiments: { directory: [a] }",
      """
      1:27: "directory" must be text, but it is a list
      """
    ),
    (
      """
      experiments: { files: "*.md" }
      """,
      """
      1:23: "files" must be a list such as ["**/*.md"], but it is "*.md"
      """
    ),
    (
      """
      experiments: { files: ["{owner}/*.md"] }
      """,
      """
      1:24: "files" can't have {owner}; write *, but it is "{owner}/*.md"
      """
    ),
    (
      """
      experiments: { files: [""] }
      """,
      """
      1:24: "files" must not be blank
      """
    ),
    (
      "experiments: { files: [a, a] }",
      """
      1:27: "files" names "a" twice
      """
    ),
    (
      "experiments: { files: [\u{e9}, e\u{301}] }",
      """
      1:27: "files" names "e\u{301}" twice
      """
    ),
    (
      "experiments: { files: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, b] }",
      """
      1:78: "files" names "b" twice
      """
    ),
    (
      "experiments: { files: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, r] }",
      """
      1:78: "files" names "r" twice
      """
    ),
    (
      "experiments: { entry: { section: [] } }",
      """
      1:25: unknown key "section"; did you mean "sections"?
      """
    ),
    (
      "experiments: { entry: { sections: [Data, Data] } }",
      """
      1:42: "sections" names "Data" twice
      """
    ),
    (
      "experiments: { entry: { names-branch: maybe } }",
      """
      1:39: "names-branch" must be true or false, but it is "maybe"
      """
    ),
    (
      "experiments: { entry: { exempt: [/docs] } }",
      """
      1:34: "exempt" must be a path below the root without empty, . and .. parts, but it is \
      "/docs"
      """
    ),
    (
      "experiments: { metrics: { f1: hihger } }",
      """
      1:31: "f1" must be higher or lower, but it is "hihger"; did you mean "higher"?
      """
    ),
    (
      "experiments: { metrics: [f1] }",
      """
      1:25: "metrics" must be a mapping such as { f1: higher }, but it is a list
      """
    ),
    (
      "experiments: { metrics: { f1: higher, f1: lower } }",
      """
      1:39: a second metric "f1"; the first one is on line 1
      """
    ),
    (
      """
      tags: { "v*": mian }
      """,
      """
      1:15: the tags "v*" need the unknown lane "mian"; did you mean "main"?
      """
    ),
    (
      """
      tags: { "{owner}": main }
      """,
      """
      1:9: "tags" can't have {owner}; write *, but it is "{owner}"
      """
    ),
    (
      """
      tags: { "": main }
      """,
      """
      1:9: "tags" must not be blank
      """
    ),
    (
      """
      tags: { "v*": main, "v*": develop }
      """,
      """
      1:21: a second key "v*"; the first one is on line 1
      """
    ),
    (
      "layout: { requires: [] }",
      """
      1:11: unknown key "requires"; did you mean "required"?
      """
    ),
    (
      "layout: { required: [a, ../b] }",
      """
      1:25: "required" must be a path below the root without empty, . and .. parts, but it is \
      "../b"
      """
    ),
    (
      "layout: { required: [a, a/] }",
      """
      1:25: "required" names "a/" twice
      """
    ),
    (
      "layout: { locks: { a: a } }",
      """
      1:23: the lock of "a" must be another file, but it is "a"
      """
    ),
    (
      "layout: { locks: [a] }",
      """
      1:18: "locks" must be a mapping such as { requirements.in: requirements.txt }, but it is a \
      list
      """
    ),
    (
      """
      file-size: { "**": big }
      """,
      """
      1:20: "**" must be a size such as 50MiB, 10MB or 4096, but it is "big"
      """
    ),
    (
      """
      file-size: { "**": 10mb }
      """,
      """
      1:20: "**" must be a size in GiB, MiB, KiB, GB, MB, KB or B, but it is "10mb"; did you \
      mean "10MB"?
      """
    ),
    (
      """
      file-size: { "**": 10M }
      """,
      """
      1:20: "**" must be a size in GiB, MiB, KiB, GB, MB, KB or B, but it is "10M"; did you mean \
      "10MB"?
      """
    ),
    (
      """
      file-size: { "**": 10 parsecs }
      """,
      """
      1:20: "**" must be a size in GiB, MiB, KiB, GB, MB, KB or B, but it is "10 parsecs"
      """
    ),
    (
      """
      file-size: { "**": 1.5MiB }
      """,
      """
      1:20: "**" must be a size in GiB, MiB, KiB, GB, MB, KB or B, but it is "1.5MiB"
      """
    ),
    (
      """
      file-size: { "**": -1 }
      """,
      """
      1:20: "**" must be a size such as 50MiB, 10MB or 4096, but it is "-1"
      """
    ),
    (
      """
      file-size: { "**": 99999999999GiB }
      """,
      """
      1:20: "**" must be a size that 63 bits can hold, but it is "99999999999GiB"
      """
    ),
    (
      """
      file-size: { "**": 99999999999999999999 }
      """,
      """
      1:20: "**" must be a size such as 50MiB, 10MB or 4096, but it is "99999999999999999999"
      """
    ),
    (
      """
      file-size: { "/a": 1 }
      """,
      """
      1:14: "file-size" must be a path below the root without empty, . and .. parts, but it is \
      "/a"
      """
    ),
  ]
}
