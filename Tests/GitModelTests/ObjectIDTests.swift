import GitModel
import GuardTesting
import Testing

@Suite struct ObjectIDTests {
  static let hex = "0123456789abcdef0123456789abcdef01234567"

  @Test func fortyDigitsReadBackAsWritten() throws {
    let id = try #require(ObjectID(Self.hex))
    #expect(id.hex == Self.hex)
    #expect("\(id)" == Self.hex)
    #expect(id.short == "0123456789")
    #expect(id.bytes.count == 20)
    #expect(id.bytes.prefix(3) == [0x01, 0x23, 0x45])
    #expect(ObjectID(bytes: id.bytes) == id)
  }

  @Test func upperCaseIsTheSameId() {
    #expect(ObjectID(Self.hex.uppercased()) == ObjectID(Self.hex))
    #expect(ObjectID(Self.hex.uppercased())?.hex == Self.hex)
  }

  static let malformed: [String] = [
    "", "0123456789", String(hex.dropLast()), "\(hex)0", "\(hex.dropLast())g", " \(hex.dropLast())",
    "\(hex)\n", "0x\(hex.dropLast(2))", "-\(hex.dropLast())",
    // A full-width digit, and the 64 digits of a SHA-256 id.
    "\(hex.dropLast())\u{ff11}", String(repeating: "a", count: 64),
  ]

  @Test(arguments: malformed)
  func nothingElseIsAnId(_ text: String) { #expect(ObjectID(text) == nil) }

  /// Eight digits are read at once, and none may pass for another or spoil its neighbour.
  @Test(arguments: 0..<40) func everyByteIsTakenForWhatItIs(place: Int) {
    for byte in UInt8.min...UInt8.max {
      for rest in [UInt8(ascii: "0"), UInt8(ascii: "F")] {
        var hex = [UInt8](repeating: rest, count: 40)
        hex[place] = byte
        let digit = byte < 0x80 ? Character(UnicodeScalar(byte)).hexDigitValue : nil
        let wanted = digit.map { digit in
          String(repeating: rest == UInt8(ascii: "0") ? "0" : "f", count: place)
            + String(digit, radix: 16)
            + String(repeating: rest == UInt8(ascii: "0") ? "0" : "f", count: 39 - place)
        }
        #expect(ObjectID(hex: hex)?.hex == wanted)
      }
    }
  }

  @Test(arguments: [0, 19, 21, 32])
  func onlyTwentyBytesMakeAnId(_ count: Int) {
    #expect(ObjectID(bytes: [UInt8](repeating: 7, count: count)) == nil)
  }

  @Test func randomBytesSurviveTheWayThroughHexAndKeepTheirOrder() throws {
    var dice = FakeDice(seed: 1)
    var ids: [ObjectID] = []
    for _ in 0..<300 {
      let bytes = (0..<20).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
      let id = try #require(ObjectID(bytes: bytes))
      #expect(id.bytes == bytes)
      #expect(ObjectID(id.hex) == id)
      ids.append(id)
    }
    #expect(ids.sorted().map(\.hex) == ids.map(\.hex).sorted())
  }

  /// Ids that differ in one bit anywhere are different ids.
  @Test(arguments: 0..<160) func everyBitCounts(_ bit: Int) throws {
    var bytes = [UInt8](repeating: 0x5a, count: 20)
    let plain = try #require(ObjectID(bytes: bytes))
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    #expect(ObjectID(bytes: bytes) != plain)
  }
}
