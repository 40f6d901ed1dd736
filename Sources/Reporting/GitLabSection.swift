import GitModel

/// A part of a GitLab job's log that can be folded. Source: GitLab's documentation, "CI/CD job
/// logs", custom collapsible sections.
public struct GitLabSection {
  /// Letters, digits, `_`, `.` and `-` alone.
  public let name: String
  /// The line that stays when it is folded.
  public let title: String
  /// Whether it is unfolded at first.
  public let isOpen: Bool
  /// Now, in seconds since 1970.
  public let time: Int64

  public init(name: String, title: String, isOpen: Bool, time: Int64) {
    self.name = name
    self.title = title
    self.isOpen = isOpen
    self.time = time
  }

  /// The lines in this section. The marks hold control characters, which nothing that passed
  /// through a page still has: so no text from a repository can open or close a section.
  public func around(_ lines: [UInt8]) -> [UInt8] {
    let clear = "\r\u{1b}[0K"
    let start =
      "\u{1b}[0Ksection_start:\(time):\(name)[collapsed=\(isOpen == false)]\(clear)"
      + Visible.text(title) + "\n"
    return Array(start.utf8) + lines + Array("\u{1b}[0Ksection_end:\(time):\(name)\(clear)\n".utf8)
  }
}
