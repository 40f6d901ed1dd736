import Foundation
import GuardTesting
import Testing

/// CONTRIBUTING.md names files that are there, and its worked example, followed literally in a copy
/// of the sources, compiles and satisfies the lists.
@Suite struct ContributingTests {
  static let page = "CONTRIBUTING.md"

  /// One block of the example and where its text says that it goes.
  struct Piece {
    let file: String
    /// The line below which the block goes; nil for a file of its own.
    let line: String?
    let block: String
  }

  /// The example's blocks: each follows a sentence that ends with the place and a colon.
  static func pieces(of text: String) -> [Piece] {
    let place = /(In|The new file)\s`([^`]+)`(?:,\sbelow\s`([^`]+)`)?:\n\n```swift\n((?s:.*?))```\n/
    return text.matches(of: place).map { found in
      Piece(
        file: String(found.2), line: found.3.map(String.init), block: String(found.4))
    }
  }

  /// The sources' text after the example was followed, by path.
  static func followed() throws -> [String: String] {
    let page = try #require(House.file(Self.page))
    var texts: [String: String] = [:]
    for folder in [
      "Sources/GitModel", "Sources/Wording", "Sources/FlowPolicy", "Sources/Reporting",
    ] {
      for file in House.swiftFiles(under: folder) { texts[file.path] = file.text }
    }
    for piece in pieces(of: page.text) {
      guard let line = piece.line else {
        #expect(texts[piece.file] == nil, "\(piece.file) is there already")
        texts[piece.file] = piece.block
        continue
      }
      let text = try #require(texts[piece.file], "\(piece.file) is missing")
      let parts = text.components(separatedBy: "\n" + line + "\n")
      #expect(parts.count == 2, "\(piece.file) has the line \"\(line)\" \(parts.count - 1) times")
      texts[piece.file] = parts.joined(separator: "\n" + line + "\n" + piece.block)
    }
    return texts
  }

  @Test func theExampleSatisfiesTheLists() throws {
    let page = try #require(House.file(Self.page))
    let pieces = Self.pieces(of: page.text)
    #expect(pieces.count == page.text.components(separatedBy: "```swift\n").count - 1)
    #expect(pieces.filter { $0.line == nil }.count == 1 && pieces.count > 3)
    let texts = try Self.followed()
    let listed = FolderListTests.listed(in: texts[FolderListTests.catalogPath] ?? "")
    let files = texts.keys.filter { $0.hasPrefix(FolderListTests.rulesFolder + "/") }
      .map { String($0.dropFirst(FolderListTests.rulesFolder.count + 1).dropLast(6)) }
    #expect(listed.sorted() == files.sorted())
    let names = (texts["Sources/FlowPolicy/RuleID.swift"] ?? "").matches(of: /\n  case (\w+) = "/)
    let headlines = texts["Sources/Reporting/Headline.swift"] ?? ""
    #expect(names.count == listed.count)
    for name in names {
      #expect(headlines.contains("case .\(name.1):"), "\(name.1) has no headline")
    }
    // Every text of the example is said in every language.
    let russian = pieces.filter { $0.file.hasPrefix("Sources/Wording/") }.map(\.block).joined()
    for piece in pieces {
      for phrase in PhraseSource(piece.block).phrases {
        #expect(russian.contains("\"\(phrase.key)\":"), "\(phrase.key) has no Russian")
      }
    }
    for piece in pieces where piece.line == nil {
      let name = piece.file.split(separator: "/").last?.dropLast(6) ?? ""
      #expect(piece.block.contains("struct \(name): Rule"))
    }
  }

  @Test func theExampleCompiles() throws {
    let folder = try ScratchFolder()
    for (path, text) in try Self.followed() {
      let place = URL(filePath: folder.path + "/" + path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: place)
    }
    // A whole build would be too slow here. The headlines' target needs libraries of C besides, so
    // that file is only parsed; that it names every rule is tested above.
    let script = """
      set -e
      settings="-swift-version 6 -parse-as-library -strict-memory-safety -warnings-as-errors \
        -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
        -enable-upcoming-feature MemberImportVisibility"
      swiftc $settings -emit-module -module-name GitModel -emit-module-path GitModel.swiftmodule \
        $(find Sources/GitModel -name '*.swift')
      swiftc $settings -emit-module -module-name Wording -emit-module-path Wording.swiftmodule \
        $(find Sources/Wording -name '*.swift')
      swiftc $settings -typecheck -I . -module-name FlowPolicy \
        $(find Sources/FlowPolicy -name '*.swift')
      swiftc -frontend -parse Sources/Reporting/Headline.swift
      """
    let outcome = try folder.run("sh", ["-c", script])
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func everyPathThatIsNamedIsThere() throws {
    let page = try #require(House.file(Self.page))
    let made = Set(Self.pieces(of: page.text).filter { $0.line == nil }.map(\.file))
    let paths = page.text.matches(of: /(?:Sources|Tests|docs|scripts|hooks|Benchmarks)\/[\w\/.+-]*/)
      .map { String($0.0) }
    #expect(paths.count > 10)
    for path in Set(paths).subtracting(made) {
      let place = House.root.appending(path: path).path
      #expect(FileManager.default.fileExists(atPath: place), "\(Self.page) names \(path)")
    }
  }

  @Test func everyTargetOfMakeIsThere() throws {
    let page = try #require(House.file(Self.page))
    let makefile = try #require(House.file("Makefile"))
    for found in page.text.matches(of: /`make ([a-z-]+)/) {
      #expect(makefile.text.contains("\n\(found.1):"), "there is no make \(found.1)")
    }
  }

  @Test func suitesThatAreNamedAreThere() throws {
    let page = try #require(House.file(Self.page))
    let tests = House.files.filter { $0.path.hasPrefix("Tests/") }
    for found in page.text.matches(of: /\b([A-Z]\w+Tests)\b/) where found.1 != "HouseTests" {
      let name = String(found.1)
      #expect(
        tests.contains { $0.text.contains("struct \(name) ") || $0.path.contains("/\(name)/") },
        "there is no suite \(name)")
    }
  }
}
