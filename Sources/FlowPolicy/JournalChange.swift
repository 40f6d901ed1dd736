public import GitModel
public import Wording

/// One entry of the shared journals: a heading's section or a whole file.
public struct JournalEntry: Hashable, Sendable {
  /// A named value that an entry gives: a `**Name:** value` line, a sub-heading with what stands
  /// below it, a row of a two-column table, or a key of the front matter.
  public struct Field: Hashable, Sendable {
    /// As written, without the final colon.
    public let name: String
    /// As plain text; lines are kept apart by newlines. Tables read as `cell | cell` lines.
    public let value: String
    /// From 1, in the file.
    public let line: Int
    /// Whether the value says nothing: blank, a comment, or a placeholder such as `<…>`.
    public let isBlank: Bool

    public init(name: String, value: String, line: Int, isBlank: Bool) {
      self.name = name
      self.value = value
      self.line = line
      self.isBlank = isBlank
    }
  }

  /// A table in an entry. The first row is its head.
  public struct Table: Hashable, Sendable {
    public let rows: [[String]]
    /// From 1, in the file.
    public let line: Int

    public init(rows: [[String]], line: Int) {
      self.rows = rows
      self.line = line
    }
  }

  public let path: TreePath
  /// The heading's text or the front matter's title; nil for a whole file that has neither.
  public let heading: String?
  /// Where it begins, from 1.
  public let line: Int
  public let fields: [Field]
  public let tables: [Table]
  /// All that a reader sees, as plain text: no comments, no markup.
  public let text: String

  public init(
    path: TreePath, heading: String?, line: Int, fields: [Field] = [], tables: [Table] = [],
    text: String = ""
  ) {
    self.path = path
    self.heading = heading
    self.line = line
    self.fields = fields
    self.tables = tables
    self.text = text
  }

  /// The first field of a name that says something, else the first of that name.
  public func field(_ name: String) -> Field? {
    let same = fields.filter { EntryField.areOne($0.name, name) }
    return same.first { $0.isBlank == false } ?? same.first
  }

  public func field(_ field: EntryField) -> Field? { self.field(field.rawValue) }

  /// Whether the entry says a branch's name as a word of its own, anywhere a reader sees it. A
  /// remote's name or an address may stand before it, and letter case is the writer's: `ResNet`
  /// names `resnet`.
  public func names(_ branch: BranchName) -> Bool {
    Self.mentions(
      Array(text.lowercased().unicodeScalars),
      Array(branch.description.lowercased().unicodeScalars))
  }

  private static func mentions(_ text: [Unicode.Scalar], _ name: [Unicode.Scalar]) -> Bool {
    guard let first = name.first, text.count >= name.count else { return false }
    func isNamePart(_ index: Int) -> Bool {
      guard text.indices.contains(index) else { return false }
      let scalar = text[index]
      return scalar == "_" || scalar == "-" || scalar.isLetterOrNumber
    }
    for start in 0...(text.count - name.count) where text[start] == first {
      let end = start + name.count
      guard text[start..<end].elementsEqual(name), isNamePart(start - 1) == false,
        isNamePart(end) == false
      else { continue }
      // A full stop may end the sentence; within a longer name another part follows.
      let goesOn = end < text.count && (text[end] == "." || text[end] == "/") && isNamePart(end + 1)
      if goesOn == false { return true }
    }
    return false
  }
}

/// What a change does to the shared journals, told by entries and not by lines.
public struct JournalChange: Hashable, Sendable {
  /// An earlier entry that stands there no more as it was.
  public struct Rewrite: Hashable, Sendable {
    public let before: JournalEntry
    /// What it has become; nil where it is gone.
    public let after: JournalEntry?

    public init(before: JournalEntry, after: JournalEntry?) {
      self.before = before
      self.after = after
    }
  }

  /// Why a file or section under the experiments' folder is no entry.
  public enum Obstacle: Hashable, Sendable {
    /// Nothing but white space and comments.
    case blank
    case binary
    /// In bytes. Only shared journals are read at this size.
    case tooLarge(Int64)
    case largeFilePointer
    case symbolicLink
    case submodule
    /// It is the template itself.
    case template
    /// The section of this heading copies the template or holds placeholders only.
    case placeholders(heading: String?, line: Int)
    /// Text of two bytes a character, as some programs save it: it can't be read.
    case utf16
    /// The text is no UTF-8: entries are counted, but their fields can't be read.
    case notUTF8(line: Int)
    /// What stands at the file's head looks like front matter and is no YAML: it is read as text.
    case frontMatter(line: Int, words: Phrase)
  }

  public struct NoEntry: Hashable, Sendable {
    public let path: TreePath
    public let obstacle: Obstacle

    public init(path: TreePath, obstacle: Obstacle) {
      self.path = path
      self.obstacle = obstacle
    }
  }

  /// In the order of their files and lines.
  public var added: [JournalEntry] = []
  public var rewritten: [Rewrite] = []
  /// What looks as if it should be an entry and is none, so that a message can say so.
  public var others: [NoEntry] = []

  public init() {}
}

extension Unicode.Scalar {
  /// Whether words are made of it, in any script.
  public var isLetterOrNumber: Bool {
    guard isASCII else { return isLetterOrNumberByTables }
    return ("0"..."9").contains(self) || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }

  // Kept apart: the kinds of numbers are a type that the run time has to lay out, and most text is
  // ASCII.
  @inline(never) private var isLetterOrNumberByTables: Bool {
    properties.isAlphabetic || properties.numericType != nil
  }
}
