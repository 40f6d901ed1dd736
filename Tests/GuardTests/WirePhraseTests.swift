import GuardTesting
import Testing
import Wording

@testable import Guard

/// A phrase goes whole from one process to another, and is said in any language there.
@Suite struct WirePhraseTests {
  /// A phrase with places. A literal alone would be a verbatim one in tests.
  private static func say(_ template: Phrase.Template) -> Phrase { Phrase(template) }

  static let phrases: [Phrase] = {
    let count = 3
    let commits = Phrase(counting: count, one: "\(count) commit", other: "\(count) commits")
    let list = Phrase.all(["a", "{1}", ""].verbatim)
    return [
      .empty, Phrase(verbatim: "{1}\n\u{0}я"), say("a template without places"),
      say("\("develop") takes only \(list)"), commits,
      Phrase(counting: -1, one: "\("x") one of \(commits)", other: "\("x") others of \(commits)"),
      [commits, .empty, list].joined(separator: "; "), [Phrase]().joined(separator: ", "),
      say("\(say("\(Phrase.any([list, commits]))! \(commits)")) in \(say("nested"))"),
      commits + Phrase(verbatim: ": ") + list,
    ]
  }()

  private func read(_ bytes: [UInt8]) throws -> Phrase {
    var wire = WireReader(bytes)
    let phrase = try wire.phrase()
    guard wire.isAtEnd else { throw WireReader.Malformed() }
    return phrase
  }

  private func written(_ phrase: Phrase) -> [UInt8] {
    var wire = WireWriter()
    wire.put(phrase)
    return wire.bytes
  }

  @Test(arguments: phrases.indices) func itArrivesWhole(_ place: Int) throws {
    let phrase = Self.phrases[place]
    let read = try read(written(phrase))
    #expect(read == phrase)
    for language in Language.allCases {
      #expect(read.text(in: language) == phrase.text(in: language))
    }
  }

  @Test func itIsSaidInAnyLanguageAfterwards() throws {
    let read = try read(written(Phrase.all(["a", "b"].verbatim)))
    #expect(read.text(in: .russian) == "a и b")
  }

  @Test func manyPartsInARowAreNotNested() throws {
    var phrase = Phrase(verbatim: "0")
    for number in 1..<200 { phrase += Self.say(", \(number)") }
    #expect(try read(written(phrase)) == phrase)
  }

  @Test(arguments: phrases.indices) func whatIsCutOffIsNoPhrase(_ place: Int) {
    let bytes = written(Self.phrases[place])
    for count in 0..<bytes.count {
      #expect(throws: WireReader.Malformed.self) { try read(Array(bytes.prefix(count))) }
    }
  }

  @Test func damagedBytesEndNothing() {
    // A phrase in a phrase in a phrase …, more than a stack holds.
    #expect(throws: WireReader.Malformed.self) {
      try read((0..<1_000_000).flatMap { _ in [3, 1] as [UInt8] })
    }
    #expect(throws: WireReader.Malformed.self) { try read([4, 0]) }
    for phrase in Self.phrases {
      let bytes = written(phrase)
      for place in bytes.indices {
        for value in [0, 1, 3, 0x7f, 0x80, 0xff] as [UInt8] {
          var damaged = bytes
          damaged[place] = value
          // Whatever it says then, it can be said.
          if let phrase = try? read(damaged) { _ = phrase.text(in: .russian) }
        }
      }
    }
  }
}
