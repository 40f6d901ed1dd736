import Testing

/// Unsafe code lives in few rooms, where it is read with care.
@Suite struct UnsafeCodeTests {
  static let rooms = ["Sources/Git/Boundary/", "Sources/Guard/Platform/", "Sources/GuardTesting/"]

  /// The files that hold unsafe code where none may be.
  static func offenders(in files: [SourceFile]) -> [String] {
    files.filter { file in
      guard file.says("unsafe") else { return false }
      // The policy file's reader speaks to libyaml: the file that imports it may be unsafe.
      if file.path.hasPrefix("Sources/PolicyFile/"), file.imports.contains("CYAML") { return false }
      return rooms.contains { file.path.hasPrefix($0) } == false
    }.map(\.path)
  }

  @Test func itStaysInItsRooms() {
    #expect(Self.offenders(in: House.swiftFiles(under: "Sources")) == [])
  }

  @Test func oneFileOfPolicyFileSpeaksToLibyaml() {
    let speakers = House.swiftFiles(under: "Sources/PolicyFile")
      .filter { $0.imports.contains("CYAML") }.map(\.path)
    #expect(
      speakers.count <= 1, "one file is the boundary to libyaml; these import it: \(speakers)")
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
