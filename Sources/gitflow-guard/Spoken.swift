import Guard
import Wording

/// The language of this run: what `--language` asks for, else the person's configuration, the
/// policy and the locale, in this order. It is found out when something is printed and not before.
enum Spoken {
  private static let words = Array(CommandLine.arguments.dropFirst())

  /// What `--language` asks for; nil where it is not there or says something unknown.
  static let asked = option(in: words)

  static let language: Language = {
    // What is made for other programs and for everybody is in English, whoever makes it.
    if asked == nil, isForEverybody(words) { return .english }
    return Session.language(
      option: asked, at: GlobalOptions.directory(of: folders(in: words)),
      environment: Environment.all())
  }()

  /// The value of `--language`, looked for before anything is parsed: mistakes are told in it too.
  static func option(in words: [String]) -> Language? {
    values(of: "--language", in: words).last.flatMap(Language.init)
  }

  /// The words without an option that was understood here already.
  static func withoutOption(_ words: [String]) -> [String] {
    var rest: [String] = []
    var place = words.startIndex
    while place < words.endIndex, words[place] != "--" {
      let isPair = words[place] == "--language"
      let found = option(in: Array(words[place...].prefix(isPair ? 2 : 1)))
      if found == nil { rest.append(words[place]) }
      place += found != nil && isPair ? 2 : 1
    }
    return rest + words[place...]
  }

  private static func folders(in words: [String]) -> [String] { values(of: "-C", in: words) }

  private static func values(of name: String, in words: [String]) -> [String] {
    var found: [String] = []
    for (place, word) in words.enumerated() {
      if word == "--" { break }
      if word == name, place + 1 < words.count { found.append(words[place + 1]) }
      if word.hasPrefix("\(name)=") { found.append(String(word.dropFirst(name.count + 1))) }
    }
    return found
  }

  /// Whether a script or a page is made, and not a help or a mistake told.
  private static func isForEverybody(_ words: [String]) -> Bool {
    if words.contains(where: { $0.hasPrefix("--generate-completion-script") }) { return true }
    if words.contains("--experimental-dump-help") { return true }
    let command = GlobalOptions.moved(words)
    return command.first == "completions"
      && command.contains { word in Completions.shells.contains { $0.name == word } }
      && command.contains("--help") == false && command.contains("-h") == false
  }
}

/// A text for people, said in the language of this run.
func say(_ template: Phrase.Template) -> String { Phrase(template).text(in: Spoken.language) }
