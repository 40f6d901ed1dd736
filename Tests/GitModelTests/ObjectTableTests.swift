import GitModel
import GuardTesting
import Testing

@Suite struct ObjectTableTests {
  /// Ids of which many begin alike, as somebody may make them.
  private func id(_ number: Int, alike: Bool) throws -> ObjectID {
    let digits = String(number, radix: 16)
    let zeros = String(repeating: "0", count: 40 - digits.count)
    return try #require(ObjectID(alike ? zeros + digits : digits + zeros))
  }

  @Test(arguments: [true, false]) func agreesWithADictionary(alike: Bool) throws {
    var dice = FakeDice(seed: 7)
    var table = ObjectTable<ObjectID, Int>()
    var wanted: [ObjectID: Int] = [:]
    for round in 0..<3_000 {
      let key = try id(Int.random(in: 1...900, using: &dice), alike: alike)
      #expect(table[key] == wanted[key])
      #expect(table.contains(key) == (wanted[key] != nil))
      #expect(table.insert(round, for: key) == (wanted.updateValue(round, forKey: key) == nil))
      #expect(table.count == wanted.count)
    }
    for (key, value) in wanted { #expect(table[key] == value) }
    table.removeAll()
    #expect(table.isEmpty)
    for key in wanted.keys { #expect(table[key] == nil) }
    table[try id(5, alike: alike)] = 1
    #expect(table[try id(5, alike: alike)] == 1)
  }

  @Test func theOrderOfAPairCounts() throws {
    let (one, other) = (try id(1, alike: false), try id(2, alike: false))
    var table = ObjectTable<ObjectPair, Bool>()
    table[ObjectPair(one, other)] = true
    #expect(table[ObjectPair(other, one)] == nil)
    #expect(table[ObjectPair(one, other)] == true)
  }
}
