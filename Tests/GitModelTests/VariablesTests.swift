import GitModel
import Testing

@Suite struct VariablesTests {
  private func variables(_ pairs: String...) -> Variables {
    var text: [UInt8] = []
    var ends: [Int] = []
    for pair in pairs {
      text += pair.utf8
      ends.append(text.count)
    }
    return Variables(text: text, ends: ends)
  }

  @Test func aNameIsTheWholeNameAndTheFirstOneCounts() {
    let given = variables("AB=1", "A=x=y", "A=2", "EMPTY=", "A", "")
    #expect(given["A"] == "x=y")
    #expect(given["AB"] == "1")
    #expect(given["EMPTY"] == "")
    for absent in ["B", "ABC", "", "a", "EMPT"] { #expect(given[absent] == nil, "\(absent)") }
  }

  @Test func aPairEndsWhereTheNextBegins() {
    #expect(variables("A", "B=1")["A"] == nil)
    #expect(variables("A=", "B=1")["A"] == "")
  }

  @Test func namesAreFoundByHowTheyBegin() {
    let given = variables("GITHEAD_a=x", "GIT=0", "GITHEAD_=y", "GITHEAD_a=z", "XGITHEAD_b=1")
    let found = given.beginning(with: "GITHEAD_")
    #expect(found.map(\.rest) == ["a", ""])
    #expect(found.map(\.value) == ["x", "y"])
  }

  @Test func literalsAndDictionariesSayTheSame() {
    let literal: Variables = ["A": "1", "B": "2=3"]
    let made = Variables(["B": "2=3", "A": "1"])
    for name in ["A", "B", "C"] { #expect(literal[name] == made[name]) }
    #expect(literal["B"] == "2=3")
  }
}
