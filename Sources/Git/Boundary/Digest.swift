internal import CLibgit2

/// SHA-256, by the library that libgit2 brings along.
public enum Digest {
  /// The digest as 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var result = [UInt8](repeating: 0, count: 32)
    let status = unsafe guard_sha256(bytes, bytes.count, &result)
    precondition(status == 0, "SHA-256 of bytes in memory does not fail")
    let digits: [UInt8] = Array("0123456789abcdef".utf8)
    return String(
      decoding: result.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
