import Foundation

/// The repository as these tests see it: a folder of text files.
enum House {
  /// The repository's root, three folders above this file.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every text file that belongs to the project, by its path from the root.
  static let files: [SourceFile] = read(under: "")

  static func swiftFiles(under folder: String) -> [SourceFile] {
    files.filter { $0.path.hasPrefix(folder + "/") && $0.path.hasSuffix(".swift") }
  }

  static func file(_ path: String) -> SourceFile? { files.first { $0.path == path } }

  /// The names of the files that stand directly in a folder, sorted.
  static func names(in folder: String) -> [String] {
    files.compactMap { file in
      guard file.path.hasPrefix(folder + "/") else { return nil }
      let name = file.path.dropFirst(folder.count + 1)
      return name.contains("/") ? nil : String(name)
    }.sorted()
  }

  private static func read(under folder: String) -> [SourceFile] {
    let place = root.appending(path: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    return names.sorted().flatMap { name -> [SourceFile] in
      if name == ".git" || name.hasPrefix(".build") { return [] }
      let path = folder.isEmpty ? name : folder + "/" + name
      var isFolder: ObjCBool = false
      let full = root.appending(path: path).path
      guard exists(full, isFolder: &isFolder) else { return [] }
      if isFolder.boolValue { return read(under: path) }
      guard let text = try? String(contentsOfFile: full, encoding: .utf8) else { return [] }
      return [SourceFile(path: path, text: text)]
    }
  }

  private static func exists(_ path: String, isFolder: inout ObjCBool) -> Bool {
    unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
  }
}

/// One file's path from the root and its text.
struct SourceFile: Sendable {
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The target that the file belongs to: the folder below `Sources` or `Tests`.
  var target: String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : nil
  }

  /// The modules that the file imports, without regard to attributes and access levels.
  var imports: [String] {
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
    ]
    return lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
      else { return nil }
      let module = words[(place + 1)...].first { kinds.contains($0) == false }
      return module.map { String($0.prefix { $0 != "." }) }
    }
  }

  private static let accessLevels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]

  /// Whether the code, comments and one-line string literals left out, holds a word.
  func says(_ word: String) -> Bool {
    lines.contains { line in
      Self.code(of: line).split { $0.isLetter == false && $0.isNumber == false && $0 != "_" }
        .contains { $0 == word }
    }
  }

  private static func code(of line: Substring) -> String {
    var code = ""
    var isQuoted = false
    var previous: Character = " "
    for character in line {
      if character == "\"", previous != "\\" { isQuoted.toggle() }
      if isQuoted == false {
        if character == "/", previous == "/" { break }
        code.append(character)
      }
      previous = character
    }
    return code
  }
}
