/// Paths and addresses as URIs (RFC 3986).
enum URIText {
  /// A path's bytes as a relative reference: everything but unreserved characters and slashes is
  /// percent-encoded, so a colon in the first part can't be taken for a scheme.
  static func relative(_ path: [UInt8]) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in path {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.append(byte)
      default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A remote's address as a URI without user names, passwords and queries; nil where it is none
  /// that another machine could reach. `git@HOST:PATH` becomes `ssh://HOST/PATH`.
  static func address(_ text: String) -> String? {
    if let place = text.firstRange(of: "://") {
      let scheme = text[..<place.lowerBound].lowercased()
      guard ["http", "https", "ssh", "git"].contains(scheme) else { return nil }
      let rest = text[place.upperBound...].prefix { $0 != "?" && $0 != "#" }
      return assembled(scheme, String(rest))
    }
    // As git tells the short form from a path: a colon before the first slash.
    let host = text.prefix { $0 != ":" && $0 != "/" }
    guard host.count > 1, text.dropFirst(host.count).first == ":" else { return nil }
    return assembled("ssh", host + "/" + text.dropFirst(host.count + 1).drop { $0 == "/" })
  }

  private static func assembled(_ scheme: String, _ rest: String) -> String? {
    let authority = rest.prefix { $0 != "/" }
    let host = authority.split(separator: "@").last.map(String.init) ?? ""
    let isHost = host.utf8.allSatisfy { byte in
      (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        || "-._:[]".utf8.contains(byte)
    }
    guard host.isEmpty == false, isHost else { return nil }
    return "\(scheme)://\(host)" + relative(Array(rest.dropFirst(authority.count).utf8))
  }
}
