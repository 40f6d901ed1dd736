import Foundation
import GuardTesting
import Intake
import Testing
import Wording

/// docs/ci.md says of other CI systems what the tool says itself.
@Suite struct CIDocumentTests {
  private var rows: [String] {
    OtherCI.all.map { other in
      let cell = { (text: String) in "`" + text.replacing("|", with: "\\|") + "`" }
      let fork = other.forksCommand.map(cell) ?? "–"
      return "| [\(other.name)](\(other.source)) | \(cell(other.command)) | \(fork) "
        + "| \(other.wholeHistory) |"
    }
  }

  @Test func everyOtherCIHasItsRow() throws {
    let path = CITools.root + "docs/ci.md"
    var text = try CITools.file("docs/ci.md")
    if ProcessInfo.processInfo.environment["GUARD_RENEW"] != nil {
      let mark = "| --- | --- | --- | --- |\n"
      let places = text.ranges(of: mark)
      let start = try #require(places.last).upperBound
      let end = try #require(text[start...].firstRange(of: "\n\n")).lowerBound
      text.replaceSubrange(start..<end, with: rows.joined(separator: "\n"))
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    for row in rows {
      #expect(
        text.contains("\n\(row)\n"),
        "docs/ci.md is out of date, please run: GUARD_RENEW=1 scripts/swift test --filter CIDocumentTests"
      )
    }
  }

  @Test func everyVariableOfTheProvidersIsTold() throws {
    let text = try CITools.file("docs/ci.md")
    for name in ["GITHUB_ACTOR", "GITLAB_USER_LOGIN", "CI_COMMIT_BEFORE_SHA", "merge_group"] {
      #expect(text.contains(name), "\(name)")
    }
  }
}
