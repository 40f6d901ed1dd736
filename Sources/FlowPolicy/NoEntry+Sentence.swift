import GitModel

extension JournalChange.NoEntry {
  /// Why something under the experiments' folder is no entry, for people.
  public var sentence: String {
    switch obstacle {
    case .blank: "\(path) holds no text"
    case .binary: "\(path) is no text file: it holds NUL bytes"
    case .tooLarge(let size):
      "\(path) has \(size >> 10) KiB: what is larger than 1 MiB counts as data"
    case .largeFilePointer: "\(path) is a Git LFS pointer: its text is not in the history"
    case .symbolicLink: "\(path) is a symbolic link"
    case .submodule: "\(path) is a submodule"
    case .template: "\(path) is the template"
    case .placeholders(let heading, let line):
      "\(path):\(line)\(heading.map { " \"\(Visible.text($0))\"" } ?? "") is still to be filled in"
    case .utf16: "\(path) is UTF-16: save it as UTF-8"
    case .notUTF8(let line): "\(path):\(line) is not UTF-8"
    case .frontMatter(let line, let words):
      "\(path):\(line): the front matter is not read: \(Visible.text(words))"
    }
  }
}
