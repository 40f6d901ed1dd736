/// How many columns of a terminal a text takes.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    // Most text is plain, and then as wide as it is long.
    if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7f }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The text, cut to a width with an ellipsis at its end.
  static func cut(_ text: String, to limit: Int, _ style: Style = .plain) -> String {
    guard of(text) > limit else { return text }
    let ellipsis = style.unicode ? "…" : "..."
    var result = String.UnicodeScalarView()
    var used = ellipsis.count
    for scalar in text.unicodeScalars {
      used += width(scalar)
      if used > limit { break }
      result.append(scalar)
    }
    return String(result) + ellipsis
  }

  /// Two for what Unicode's East Asian Width calls wide, none for what combines with the letter
  /// before it (https://www.unicode.org/reports/tr11/).
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x2ff: return 1
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff,
      0x20000...0x3fffd:
      return 2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return 0
      default: return 1
      }
    }
  }
}
