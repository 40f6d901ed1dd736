import Testing

/// Unsafe code lives in few rooms, where it is read with care.
@Suite struct UnsafeCodeTests {
  static let rooms = ["Sources/Git/Boundary/", "Sources/Guard/Platform/", "Sources/GuardTesting/"]

  /// The C libraries that readers outside those rooms speak to, each in one file.
  static let speakers: Set<String> = ["CYAML", "CMarkdown"]

  /// The files that hold unsafe code where none may be.
  static func offenders(in files: [SourceFile]) -> [String] {
    files.filter { file in
      guard file.says("unsafe") else { return false }
      // A reader that speaks to a C library does so in one file.
      if file.imports.contains(where: speakers.contains) { return false }
      return rooms.contains { file.path.hasPrefix($0) } == false
    }.map(\.path)
  }

  @Test func itStaysInItsRooms() {
    #expect(Self.offenders(in: House.swiftFiles(under: "Sources")) == [])
  }

  @Test(arguments: speakers) func oneFileSpeaksToEachLibrary(library: String) {
    let files = House.swiftFiles(under: "Sources").filter { $0.imports.contains(library) }
    #expect(files.count == 1, "one file is the boundary to \(library): \(files.map(\.path))")
  }

  @Test func anOffenderIsSeen() {
    let file = SourceFile(
      path: "Sources/Git/History.swift", text: "let raw = unsafe pointer.pointee")
    #expect(Self.offenders(in: [file]) == ["Sources/Git/History.swift"])
  }

  @Test(arguments: [
    "let url = \"http://unsafe\" // nothing", "/// An unsafe path is refused.",
    "let unsafePath = 1",
  ])
  func wordsAreNoCode(text: String) {
    #expect(Self.offenders(in: [SourceFile(path: "Sources/Git/A.swift", text: text)]) == [])
  }
}
