import FlowPolicy
import Git
import GitModel
import Journal
import Wording

/// Which of the shared journals a new entry goes into.
struct JournalChoice {
  /// As the person named it, seen from where they stand.
  let file: String?
  let session: Session

  /// The file that was named; else the usual one; else the only journal there is.
  func path(_ journals: ExperimentJournals) throws(Failure) -> TreePath {
    let experiments = journals.experiments
    if let file { return try named(file, experiments) }
    let usual = SetupPaths.journal(experiments)
    let files = journals.files.filter { path in
      path.relative(to: experiments.directory)?.description.lowercased() != "readme.md"
    }
    if let found = files.first(where: {
      $0.description.lowercased() == usual.description.lowercased()
    }) {
      return found
    }
    if files.count == 1 { return files[0] }
    guard experiments.isJournal(usual) else {
      let patterns = experiments.files.map(\.source).joined(separator: ", ")
      throw Failure.usage(
        Phrase(
          """
          name the journal with --file: shared journals are \(experiments.directory)/ with \
          \(Visible.text(patterns))
          """))
    }
    return usual
  }

  private func named(_ file: String, _ experiments: Experiments) throws(Failure) -> TreePath {
    let path = try pathInWorkTree(file)
    let isTemplate = Template.isTemplate(path, in: experiments.directory)
    guard experiments.isJournal(path), isTemplate == false else {
      throw Failure.usage(
        Phrase("\(path) is none of the shared journals: they stand in \(experiments.directory)/"))
    }
    return path
  }

  private func pathInWorkTree(_ file: String) throws(Failure) -> TreePath {
    guard let top = session.repository.workTree else {
      throw Failure.usage(
        Phrase("a bare repository has no work tree to write to: go to a clone of it"))
    }
    do throws(FileError) {
      let root = try FileSystem.realPath(top)
      let start = try FileSystem.realPath(session.directory)
      var parts: [Substring] = file.hasPrefix("/") ? [] : start.split(separator: "/")
      for part in file.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
      }
      let folder = root.split(separator: "/")
      if parts.starts(with: folder), parts.count > folder.count {
        return TreePath(parts.dropFirst(folder.count).joined(separator: "/"))
      }
    } catch {
      throw Failure.file(error.sentence)
    }
    throw Failure.usage(Phrase("\(Visible.text(file)) lies outside this work tree"))
  }
}

/// A text file with something put at its end, in the file's own line ends.
struct AppendedText {
  private(set) var bytes: [UInt8]
  /// Where the last thing that was put in begins, from 1.
  private(set) var line = 1
  private let isCRLF: Bool

  /// - Throws: where the file is no text that could be added to.
  init(_ bytes: [UInt8], at path: TreePath) throws(Failure) {
    guard bytes.starts(with: "version https://git-lfs".utf8) == false else {
      throw Failure.file(
        Phrase("\(path) is a Git LFS pointer: nothing was added to it (git lfs pull)"))
    }
    guard bytes.contains(0) == false,
      String(validating: bytes, as: UTF8.self) != nil
    else {
      throw Failure.file(Phrase("\(path) is no UTF-8 text: nothing was added to it"))
    }
    self.bytes = bytes
    let end = bytes.firstIndex(of: 0x0a)
    isCRLF = end.map { $0 > 0 && bytes[$0 - 1] == 0x0d } ?? false
  }

  /// Leaves one blank line between what was there and the text.
  mutating func append(_ text: String) {
    let isMarked = bytes.starts(with: [0xef, 0xbb, 0xbf])
    if bytes.count > (isMarked ? 3 : 0) {
      if bytes.last != 0x0a { end() }
      let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
      if lines.count > 1, lines[lines.count - 2].contains(where: { $0 > 0x20 }) { end() }
    }
    line = 1 + bytes.count { $0 == 0x0a }
    for byte in text.utf8 {
      if byte == 0x0a { end() } else { bytes.append(byte) }
    }
  }

  private mutating func end() { bytes += isCRLF ? [0x0d, 0x0a] : [0x0a] }
}
