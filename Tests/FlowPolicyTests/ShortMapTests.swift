import FlowPolicy
import GuardTesting
import Testing
import Wording

@Suite struct ShortMapTests {
  @Test func behavesAsADictionary() {
    var map: ShortMap<String, Int> = ["a": 1, "b": 2]
    map["a"] = 3
    map["c"] = 4
    #expect(map["a"] == 3 && map["b"] == 2 && map["c"] == 4 && map["d"] == nil)
    #expect(map.count == 3)
    map["b"] = nil
    map["d"] = nil
    #expect(map.keys == ["a", "c"] && map.values == [3, 4])
    #expect(map.entries.map(\.value) == [3, 4])
  }

  @Test func theOrderDoesNotCount() {
    let one: ShortMap<String, Int> = ["a": 1, "b": 2]
    let other: ShortMap<String, Int> = ["b": 2, "a": 1]
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    #expect(one != ["a": 1])
    #expect(one != ["a": 1, "b": 3])
    #expect(one != ["a": 1, "c": 2])
  }

  @Test func setsOfMethodsAndRequirementsHoldWhatWasPutIn() {
    for method in Method.allCases {
      let holding = Methods([method])
      #expect(Method.allCases.filter(holding.contains) == [method])
    }
    for requirement in Requirement.allCases {
      let holding = Requirements([requirement])
      #expect(Requirement.allCases.filter(holding.contains) == [requirement])
      #expect(holding.isEmpty == false)
    }
    #expect(Requirements([]).isEmpty)
    #expect(Methods([.merge, .commit]) == [.commit, .merge])
  }
}
