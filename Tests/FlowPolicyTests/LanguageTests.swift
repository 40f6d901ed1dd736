import FlowPolicy
import GitModel
import GuardTesting
import Testing
import Wording

/// Which language texts are written in: the nearest wish counts.
@Suite struct LanguageTests {
  private func chosen(
    _ option: Language? = nil, _ configured: String? = nil, _ policy: Policy.Messages = .auto,
    _ environment: Variables = [:]
  ) -> Language {
    Language.choose(
      option: option, configured: configured, policy: policy, environment: environment)
  }

  @Test func theNearestWishCounts() {
    let russian: Variables = ["LANG": "ru_RU.UTF-8"]
    #expect(chosen(.english, "ru", .russian, russian) == .english)
    #expect(chosen(nil, "en", .russian, russian) == .english)
    #expect(chosen(nil, "klingon", .russian, [:]) == .russian)
    #expect(chosen(nil, nil, .english, russian) == .english)
    #expect(chosen(nil, nil, .auto, russian) == .russian)
  }

  @Test func theFirstLocaleThatIsSetDecidesAlone() {
    #expect(chosen(nil, nil, .auto, ["LC_ALL": "C", "LANG": "ru_RU.UTF-8"]) == .english)
    #expect(chosen(nil, nil, .auto, ["LC_ALL": "", "LC_MESSAGES": "ru_RU"]) == .russian)
    #expect(chosen() == .english)
  }
}
