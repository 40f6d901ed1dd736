/// The SHA-256 of bytes, as FIPS 180-4 has it: of a policy's content, and of what a finding is
/// about. Fingerprints must stay apart even where somebody chooses names in order to hide one finding
/// behind another.
public enum SHA256 {
  /// The first `count` lower-case hexadecimal digits (at most 64).
  public static func hex(_ bytes: [UInt8], digits count: Int = 64) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let all = digest(bytes).flatMap { word in
      stride(from: 28, through: 0, by: -4).map { digits[Int(word >> UInt32($0) & 15)] }
    }
    return String(decoding: all.prefix(count), as: UTF8.self)
  }

  private static func digest(_ bytes: [UInt8]) -> [UInt32] {
    var state = start
    let message = padded(bytes)
    for block in stride(from: 0, to: message.count, by: 64) {
      compress(message[block..<block + 64], into: &state)
    }
    return state
  }

  /// A one bit, zeros, and the length in bits, so that whole blocks come out.
  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    let zeros = (119 - bytes.count % 64) % 64
    let length = UInt64(bytes.count) * 8
    return bytes + [0x80] + Array(repeating: 0, count: zeros)
      + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: length >> $0) }
  }

  private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var words = [UInt32]()
    words.reserveCapacity(64)
    for place in stride(from: block.startIndex, to: block.endIndex, by: 4) {
      words.append(block[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
    for place in 16..<64 {
      let early = words[place - 15]
      let late = words[place - 2]
      let one = turned(early, 7) ^ turned(early, 18) ^ early >> 3
      let two = turned(late, 17) ^ turned(late, 19) ^ late >> 10
      words.append(words[place - 16] &+ one &+ words[place - 7] &+ two)
    }
    var turn = state
    for place in 0..<64 {
      let sum1 = turned(turn[4], 6) ^ turned(turn[4], 11) ^ turned(turn[4], 25)
      let choice = turn[4] & turn[5] ^ ~turn[4] & turn[6]
      let first = turn[7] &+ sum1 &+ choice &+ constants[place] &+ words[place]
      let sum0 = turned(turn[0], 2) ^ turned(turn[0], 13) ^ turned(turn[0], 22)
      let majority = turn[0] & turn[1] ^ turn[0] & turn[2] ^ turn[1] & turn[2]
      for later in stride(from: 7, to: 0, by: -1) { turn[later] = turn[later - 1] }
      turn[4] &+= first
      turn[0] = first &+ sum0 &+ majority
    }
    for place in 0..<8 { state[place] &+= turn[place] }
  }

  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits of the fractional parts of the square roots of the first eight primes.
  private static let start: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c,
    0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The same of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1,
    0x923f_82a4, 0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
    0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786,
    0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147,
    0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
    0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a,
    0x5b9c_ca4f, 0x682e_6ff3, 0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
    0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
