import GitModel

/// What a name looks like: letter case, letters of other alphabets that are drawn alike, and
/// characters that are not drawn at all make no difference.
///
/// The pairs are those of Unicode's confusables (UTS #39, confusables.txt) for the letters that
/// branch names are written with.
enum Likeness {
  /// Two names of the same likeness are easily taken for one another.
  static func skeleton(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isASCII = true
    for byte in bytes {
      if byte >= 0x80 { isASCII = false }
      result.append(ascii(byte))
    }
    if isASCII { return result }
    result.removeAll(keepingCapacity: true)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        result.append(ascii(UInt8(truncatingIfNeeded: scalar.value)))
      } else if let letter = latin(scalar) {
        result.append(ascii(letter))
      } else if isDrawn(scalar) {
        result += scalar.properties.lowercaseMapping.utf8
      }
    }
    return result
  }

  /// Digits that stand for letters are told by nobody at a glance.
  private static func ascii(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 0x20
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"): UInt8(ascii: "l")
    default: byte
    }
  }

  private static func isDrawn(_ scalar: Unicode.Scalar) -> Bool {
    // Marks that are put onto the letter before.
    (0x300...0x36f).contains(scalar.value) == false && Visible.mustEscape(scalar) == false
  }

  private static func latin(_ scalar: Unicode.Scalar) -> UInt8? {
    // Letters of full width.
    if (0xff21...0xff3a).contains(scalar.value) || (0xff41...0xff5a).contains(scalar.value) {
      return UInt8(truncatingIfNeeded: scalar.value - 0xfee0)
    }
    let letter: Unicode.Scalar? =
      switch scalar {
      case "а", "А", "α", "Α", "ɑ": "a"
      case "В", "в", "Β", "β": "b"
      case "с", "С", "ϲ", "ⅽ": "c"
      case "ԁ", "ⅾ": "d"
      case "е", "Е", "ё", "Ё", "ε", "Ε": "e"
      case "һ", "Н", "н", "Η": "h"
      case "і", "І", "ı", "ι", "Ι", "ⅰ": "i"
      case "ј", "Ј": "j"
      case "к", "К", "κ", "Κ": "k"
      case "ӏ", "Ӏ", "ⅼ", "ǀ": "l"
      case "м", "М", "Μ", "ⅿ": "m"
      case "п", "η", "Ν": "n"
      case "о", "О", "ο", "Ο": "o"
      case "р", "Р", "ρ", "Ρ": "p"
      case "ѕ", "Ѕ": "s"
      case "т", "Т", "τ", "Τ": "t"
      case "υ", "ʋ": "u"
      case "ѵ", "ν", "ⅴ": "v"
      case "ԝ", "ѡ": "w"
      case "х", "Х", "χ", "Χ", "ⅹ": "x"
      case "у", "У", "γ", "Υ": "y"
      case "∕", "⁄", "／": "/"
      case "‐", "‑", "‒", "–", "—", "−": "-"
      default: nil
      }
    return letter.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  /// Whether one name becomes the other by a single slip: a letter too many, too few or another,
  /// or two that changed places (Damerau's four kinds of error, 1964).
  static func isOneSlip(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    let (short, long) =
      one.count <= other.count ? (Array(one), Array(other)) : (Array(other), Array(one))
    guard long.count - short.count <= 1, short != long else { return false }
    var head = 0
    while head < short.count, short[head] == long[head] { head += 1 }
    if long.count > short.count { return short[head...] == long[(head + 1)...] }
    if short[(head + 1)...] == long[(head + 1)...] { return true }
    return head + 1 < short.count && short[head] == long[head + 1] && short[head + 1] == long[head]
      && short[(head + 2)...] == long[(head + 2)...]
  }
}
