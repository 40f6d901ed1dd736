import GitModel
public import Wording

extension JournalChange.NoEntry {
  /// Why something under the experiments' folder is no entry, for people.
  public var sentence: Phrase {
    switch obstacle {
    case .blank: Phrase("\(path) holds no text")
    case .binary: Phrase("\(path) is no text file: it holds NUL bytes")
    case .tooLarge(let size):
      Phrase("\(path) has \(size >> 10) KiB: what is larger than 1 MiB counts as data")
    case .largeFilePointer: Phrase("\(path) is a Git LFS pointer: its text is not in the history")
    case .symbolicLink: Phrase("\(path) is a symbolic link")
    case .submodule: Phrase("\(path) is a submodule")
    case .template: Phrase("\(path) is the template")
    case .placeholders(let heading, let line):
      Phrase(
        "\(path):\(line)\(heading.map { " \"\(Visible.text($0))\"" } ?? "") is still to be filled in"
      )
    case .utf16: Phrase("\(path) is UTF-16: save it as UTF-8")
    case .notUTF8(let line): Phrase("\(path):\(line) is not UTF-8")
    case .frontMatter(let line, let words):
      Phrase("\(path):\(line): the front matter is not read: \(words)")
    }
  }
}
