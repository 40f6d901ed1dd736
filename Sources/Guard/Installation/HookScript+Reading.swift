extension HookScript {
  /// What an installed script of ours says of itself.
  public struct Facts: Hashable, Sendable {
    /// The version of its text.
    public let version: Int
    /// The engine's path as written at installation; nil where only PATH is searched, or where
    /// the line is damaged.
    public let engine: String?
    /// Whether it is, byte for byte, what this program would write for that engine.
    public let isUpToDate: Bool
    /// The patterns of the branches for which reference-transaction starts the engine.
    public var protected: [String] = []
  }

  /// Reads a file that stands at a hook's place; nil where it is not one of our scripts. A script
  /// is ours by its second line alone, so that also a damaged one is recognised and renewed.
  public static func facts(of content: [UInt8], for hook: HookName) -> Facts? {
    let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count > 1, lines[1].starts(with: markerStart.utf8) else { return nil }
    let digits = lines[1].dropFirst(markerStart.utf8.count).prefix { $0 != UInt8(ascii: ":") }
    guard let version = Int(String(decoding: digits, as: UTF8.self)) else { return nil }

    let written = lines.first { $0.starts(with: engineStart.utf8) }
      .flatMap { ShellQuoting.unquote($0.dropFirst(engineStart.utf8.count)) }
    var protected: [String] = []
    if hook == .referenceTransaction {
      let line = lines.first { $0.starts(with: protectedStart.utf8) }
      protected = (line?.dropFirst(protectedStart.utf8.count) ?? []).split(
        separator: UInt8(ascii: " ")
      ).map { String(decoding: $0, as: UTF8.self) }
    }
    let current = text(for: hook, engine: written, protecting: protected)
    return Facts(
      version: version, engine: written == "" ? nil : written,
      isUpToDate: content.elementsEqual(current.utf8), protected: protected)
  }
}
