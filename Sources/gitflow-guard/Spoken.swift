import Guard
import Wording

/// The language of this run: what `--language` asks for, else the person's configuration, the
/// policy and the locale, in this order. It is found out when something is printed and not before.
enum Spoken {
  static let language: Language = {
    let words = Array(CommandLine.arguments.dropFirst())
    let asked = option(in: words)
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

  private static func isForEverybody(_ words: [String]) -> Bool {
    words.contains("--experimental-dump-help") || words.first == "completions"
      || words.contains { $0.hasPrefix("--generate-completion-script") }
  }
}

/// A text for people, said in the language of this run.
func say(_ template: Phrase.Template) -> String { Phrase(template).text(in: Spoken.language) }
