import Testing

/// Who may import whom: docs/architecture.md, held to.
@Suite struct ImportWallTests {
  /// What each target may import. A target that is not here is an error, so a new one is placed
  /// on purpose.
  static let allowed: [String: Set<String>] = [
    "Wording": [],
    "GitModel": [],
    "Git": ["GitModel", "Wording", "CLibgit2", "Glibc", "Synchronization"],
    "FlowPolicy": ["GitModel", "Wording"],
    "YAML": ["CYAML", "Wording"],
    "PolicyFile": ["FlowPolicy", "GitModel", "Wording", "YAML"],
    "Journal": ["FlowPolicy", "GitModel", "Wording", "YAML", "CMarkdown"],
    "Intake": ["FlowPolicy", "GitModel", "Wording"],
    "Reporting": ["FlowPolicy", "GitModel", "Wording"],
    "Guard": [
      "GitModel", "Git", "FlowPolicy", "PolicyFile", "Journal", "Intake", "Reporting", "Wording",
      "Glibc", "CProcess",
    ],
    "gitflow-guard": [
      "Guard", "FlowPolicy", "GitModel", "Journal", "Reporting", "Wording", "ArgumentParser",
      "Foundation", "Glibc",
    ],
  ]

  /// Narrower than the target's own list: these modules only below this folder.
  static let rooms: [(target: String, module: String, folder: String)] = [
    ("Guard", "Glibc", "Sources/Guard/Platform/"),
    ("Guard", "CProcess", "Sources/Guard/Platform/"),
  ]

  /// One line for each import that breaks a wall.
  static func breaches(in files: [SourceFile]) -> [String] {
    files.flatMap { file -> [String] in
      guard let target = file.target, target != "GuardTesting" else { return [] }
      guard let allowed = Self.allowed[target] else {
        return ["\(file.path): the target \(target) has no place in ImportWallTests.allowed"]
      }
      return file.imports.compactMap { module in
        guard allowed.contains(module) else {
          return "\(file.path): \(target) may not import \(module)"
        }
        let room = rooms.first { $0.target == target && $0.module == module }
        guard let room, file.path.hasPrefix(room.folder) == false else { return nil }
        return "\(file.path): \(module) is imported below \(room.folder) only"
      }
    }
  }

  @Test func everyImportKeepsToTheWalls() {
    let files = House.swiftFiles(under: "Sources")
    #expect(files.isEmpty == false, "no Swift files found in Sources")
    #expect(Self.breaches(in: files) == [])
  }

  @Test func testsReachNoCModule() {
    let offenders = House.swiftFiles(under: "Tests")
      .filter {
        $0.imports.contains { ["CLibgit2", "CYAML", "CMarkdown", "CProcess"].contains($0) }
      }
    #expect(offenders.map(\.path) == [])
  }

  @Test func hooksAreDispatchedWithoutFoundation() throws {
    let main = try #require(House.file("Sources/gitflow-guard/main.swift"))
    #expect(main.imports.contains("Foundation") == false)
  }

  @Test(arguments: [
    ("Sources/FlowPolicy/Clock.swift", "import Foundation"),
    ("Sources/FlowPolicy/Reach.swift", "public import Git"),
    ("Sources/GitModel/Up.swift", "@_exported public import FlowPolicy"),
    ("Sources/Guard/Pipe.swift", "private import Glibc"),
    ("Sources/Reporting/One.swift", "import struct CYAML.yaml_node_t"),
    ("Sources/Telemetry/New.swift", "import GitModel"),
  ])
  func aBreachIsSeen(path: String, line: String) {
    let file = SourceFile(path: path, text: "/// Words.\n\(line)\n")
    #expect(Self.breaches(in: [file]).count == 1)
  }

  @Test func whatIsAllowedPasses() {
    let file = SourceFile(
      path: "Sources/Guard/Platform/Pipe.swift",
      text: "internal import Glibc\npublic import GitModel\nlet important = \"import Foundation\"")
    #expect(file.imports == ["Glibc", "GitModel"])
    #expect(Self.breaches(in: [file]) == [])
  }
}
