import GuardTesting
import PolicyFile
import Testing
import Wording

/// Pairs of a policy file and the error that it gives.
@Suite("Mistakes in owners and waivers have their sentence and place")
struct PeopleErrorTests {
  @Test(arguments: cases)
  func ownersAndWaivers(text: String, message: String) {
    #expect(complaint(text) == message)
  }

  private static let cases: [(String, String)] = [
    (
      "owners: { anna: anna@example.org }",
      """
      1:17: "anna" must be a list such as [anna@example.org, "@anna"], but it is \
      "anna@example.org"
      """
    ),
    (
      "owners: { anna: [anna.k] }",
      """
      1:18: "anna" must list addresses, and names at the forge that begin with @, but it is \
      "anna.k"; did you mean "@anna.k"?
      """
    ),
    (
      "owners: { a/b: [] }",
      """
      1:11: an owner must be one part of a branch name, without /, but it is "a/b"
      """
    ),
    (
      "owners: { anna: [a@b], boris: [A@b] }",
      """
      1:32: "A@b" belongs to "anna" already
      """
    ),
    (
      "owners: { anna: [], anna: [] }",
      """
      1:21: a second owner "anna"; the first one is on line 1
      """
    ),
    (
      "owners: { anna: [{}] }",
      """
      1:18: "anna" must be text, but it is a mapping
      """
    ),
    (
      "baseline: 4f1c9e",
      """
      1:11: "baseline" must be a commit id of 7 to 40 hexadecimal digits, but it is "4f1c9e"
      """
    ),
    (
      "baseline: develop",
      """
      1:11: "baseline" must be a commit id of 7 to 40 hexadecimal digits, but it is "develop"
      """
    ),
    (
      "baseline: [a]",
      """
      1:11: "baseline" must be a commit id of 7 to 40 hexadecimal digits, but it is a list
      """
    ),
    (
      "waivers: {}",
      """
      1:10: "waivers" must be a list such as [{ rule: …, commit: …, reason: …, by: …, until: \
      2026-12-31 }], but it is a mapping
      """
    ),
    (
      "waivers: [x]",
      """
      1:11: "waiver" must be a mapping such as { rule: …, commit: …, reason: …, by: …, until: \
      2026-12-31 }, but it is "x"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-comit, commit: 1a2b3c4d5e, reason: r, by: anna, until: 2026-12-31 }
      """,
      """
      2:13: unknown rule "direct-comit"; did you mean "direct-commit"?
      """
    ),
    (
      """
      waivers:
        - { commit: 1a2b3c4d5e, reason: r, by: anna, until: 2026-12-31 }
      """,
      """
      2:5: "waiver" lacks the key "rule"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, reason: r, by: anna, until: 2026-12-31 }
      """,
      """
      2:5: "waiver" lacks the key "commit" or "branch"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b3c4d5e, branch: x, reason: r, by: anna, until: \
      2026-12-31 }
      """,
      "2:48: a waiver is for a commit or for a branch, not for both"
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b3c4d5e, by: anna, until: 2026-12-31 }
      """,
      """
      2:5: "waiver" lacks the key "reason"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b3c4d5e, reason: " ", by: anna, until: 2026-12-31 }
      """,
      """
      2:56: "reason" must not be blank
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b3c4d5e, reason: r, until: 2026-12-31 }
      """,
      """
      2:5: "waiver" lacks the key "by"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b3c4d5e, reason: r, by: anna }
      """,
      """
      2:5: "waiver" lacks the key "until"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b, reason: r, by: anna, until: 2026-12-31 }
      """,
      """
      2:36: "commit" must be a commit id of 7 to 40 hexadecimal digits, but it is "1a2b"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, branch: "a/*", reason: r, by: anna, until: 2026-12-31 }
      """,
      """
      2:36: "branch" must be one branch, not a pattern, but it is "a/*"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b3c4d5e, reason: r, by: anna, until: 2026-02-29 }
      """,
      """
      2:76: "until" must be a day of the calendar, but it is "2026-02-29"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b3c4d5e, reason: r, by: anna, until: 31.12.2026 }
      """,
      """
      2:76: "until" must be a date such as 2026-12-31, but it is "31.12.2026"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b3c4d5e, reason: r, by: anna, until: 2026-1-01 }
      """,
      """
      2:76: "until" must be a date such as 2026-12-31, but it is "2026-1-01"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b3c4d5e, reason: r, by: anna, until: +026-01-01 }
      """,
      """
      2:76: "until" must be a date such as 2026-12-31, but it is "+026-01-01"
      """
    ),
    (
      """
      waivers:
        - { rule: direct-commit, commit: 1a2b3c4d5e, reason: r, by: anna, until: never, untill: \
      x }
      """,
      """
      2:83: unknown key "untill"; did you mean "until"?
      """
    ),
  ]
}
