public import GitModel

/// Who reads what a server's hook says.
public enum ForgeAudience: Hashable, Sendable {
  /// A person at a terminal, to whom git passes everything on behind `remote:`.
  case terminal
  /// GitLab's page, which shows only the lines that are marked for it: somebody pressed a button.
  case gitLabPage
  /// A terminal, through GitLab, which may show the marked lines elsewhere as well.
  case gitLabTerminal

  /// What a hook's environment says of it. GitLab's documentation names these variables;
  /// `GL_PROTOCOL` is `web` where no push of a person's git is behind it.
  public init(_ environment: Variables) {
    func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
    guard isSet("GL_REPOSITORY") || isSet("GL_PROTOCOL") || isSet("GL_USERNAME") else {
      self = .terminal
      return
    }
    self =
      switch environment["GL_PROTOCOL"] {
      case "ssh", "http": .gitLabTerminal
      default: .gitLabPage
      }
  }

  private static let mark = Array("GL-HOOK-ERR: ".utf8)

  /// The same text in the form that reaches its readers. The mark stands before anything else in a
  /// line. On a terminal only headlines get it, so that commands can still be pasted.
  ///
  /// - Parameter isRefusal: whether the push is stopped; of what goes through a page shows nothing.
  public func fitted(_ text: [UInt8], isRefusal: Bool) -> [UInt8] {
    guard self != .terminal, isRefusal, text.isEmpty == false else { return text }
    var result: [UInt8] = []
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast()
    {
      if line.isEmpty == false, self == .gitLabPage || isHeadline(line) { result += Self.mark }
      result += line
      result.append(UInt8(ascii: "\n"))
    }
    return result
  }

  /// A headline begins at the margin; what belongs to it is indented.
  private func isHeadline(_ line: some Collection<UInt8>) -> Bool {
    line.first != UInt8(ascii: " ")
  }
}
