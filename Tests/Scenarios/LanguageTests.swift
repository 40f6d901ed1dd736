import Foundation
import GuardTesting
import Testing

/// The guard speaks to each in their own language, and to programs always alike.
@Suite struct LanguageTests {
  private static let russian = ["LC_ALL": "ru_RU.UTF-8"]

  /// A clone with a commit right on develop, made past the hooks.
  private func stage(_ policy: String? = nil) throws -> (team: Team, anna: ScratchRepository) {
    let team = try Team(policy: policy)
    let anna = try team.member("anna")
    try anna.git(
      ["commit", "-q", "--allow-empty", "-m", "Straight to develop"],
      environment: ["GITFLOW_GUARD": "0"])
    return (team, anna)
  }

  private func push(
    _ anna: ScratchRepository, _ environment: [String: String] = [:]
  ) throws -> String {
    let push = try anna.git(
      ["push", "origin", "develop"], expecting: nil, environment: environment)
    #expect(push.status == 1, "\(push)")
    return push.stderr
  }

  private static let refused = "✗ push отклонён: develop не принимает прямых коммитов"

  @Test func theLocaleDecidesWhereNobodyElseDoes() throws {
    let (_, anna) = try stage()
    #expect(try push(anna).contains("push refused: develop takes no direct commits"))
    #expect(try push(anna, ["LC_ALL": "C.UTF-8"]).contains("✗ push refused:"))
    let said = try push(anna, Self.russian)
    #expect(said.contains(Self.refused) && said.contains("сделайте так:"), "\(said)")
    #expect(said.contains("refused") == false && said.contains("do this") == false, "\(said)")
  }

  @Test func thePolicyGoesBeforeTheLocaleAndThePersonBeforeThePolicy() throws {
    let (team, anna) = try stage("messages: ru\n")
    let utf8 = ["LC_ALL": "C.UTF-8"]
    #expect(try push(anna, utf8).contains(Self.refused))
    try anna.git("config", "gitflow-guard.language", "en")
    #expect(try push(anna, Self.russian).contains("✗ push refused:"))
    for options in [["--language", "ru"], ["--language=ru"]] {
      let words = ["verify", "--range", "origin/develop..develop", "--ref", "develop"]
      let said = try anna.run(team.binary, words + options, environment: utf8).stderr
      #expect(said.contains(Self.refused), "\(said)")
      let before = try anna.run(team.binary, options + words, environment: utf8).stderr
      #expect(before.contains(Self.refused), "\(before)")
    }
  }

  @Test func programsReadTheSame() throws {
    let (team, anna) = try stage()
    func object(_ environment: [String: String]) throws -> [String: Any] {
      let outcome = try anna.run(
        team.binary,
        ["verify", "--range", "origin/develop..develop", "--ref", "develop", "--format", "json"],
        environment: environment)
      return try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output)) as? [String: Any])
    }
    let (english, russian) = (try object(["LC_ALL": "C"]), try object(Self.russian))
    #expect(english.keys.sorted() == russian.keys.sorted())
    func findings(_ object: [String: Any]) throws -> [[String: Any]] {
      try #require(object["findings"] as? [[String: Any]])
    }
    for (one, other) in zip(try findings(english), try findings(russian)) {
      #expect(one.keys.sorted() == other.keys.sorted())
      #expect(one["rule"] as? String == other["rule"] as? String)
      #expect((other["message"] as? String)?.contains(/\p{Cyrillic}/) == true)
      #expect((one["message"] as? String)?.contains(/\p{Cyrillic}/) == false)
    }
  }

  /// Each command's help (but for `hook`, which hands everything on), in which no English heading or sentence is left.
  @Test(arguments: [
    "", "init", "install", "uninstall", "doctor", "status", "dry-run", "verify", "audit",
    "experiments", "experiments list", "experiments new", "experiments show",
    "experiments compare", "policy", "policy check", "policy show", "policy schema", "explain",
    "rules", "hook-script", "completions",
  ]) func helpIsSaidWhole(_ command: String) throws {
    let folder = try ScratchFolder()
    let words = command.split(separator: " ").map(String.init) + ["--help"]
    let binary = try GuardBinary.path()
    // `completions` is English in what it prints for shells, and asked for help by a person.
    let help = try folder.run(binary, words + ["--language", "ru"]).stdout
    #expect(help.contains("ОПИСАНИЕ: ") && help.contains("ИСПОЛЬЗОВАНИЕ: "), "\(help)")
    for word in [
      "OVERVIEW", "USAGE", "OPTIONS:", "ARGUMENTS:", "Show ", "(default", "<options>",
      "<subcommand>", " the ", " and ",
    ] {
      #expect(help.contains(word) == false, "\(word): \(help)")
    }
    let english = try folder.run(binary, words).stdout
    #expect(english.contains("OVERVIEW: ") && english.contains(/\p{Cyrillic}/) == false)
  }

  /// A terminal's width cuts sentences; what is cut is said all the same.
  @Test(arguments: ["40", "60", "80", "200"]) func helpIsSaidAtEveryWidth(_ columns: String) throws
  {
    let folder = try ScratchFolder()
    let help = try folder.run(
      try GuardBinary.path(), ["audit", "--help"],
      environment: Self.russian.merging(["COLUMNS": columns]) { $1 }
    ).stdout
    for word in ["Show", "default", "values", "help information"] {
      #expect(help.contains(word) == false, "\(word): \(help)")
    }
    let width = Int(columns) ?? 80
    for line in help.split(separator: "\n") where line.contains("ИСПОЛЬЗОВАНИЕ") == false {
      #expect(line.count <= max(width, 60), "\(line)")
    }
  }

  /// `--language` counts wherever it stands, and for a hook that somebody runs by hand.
  @Test func theOptionCountsBeforeAndAfterTheCommand() throws {
    let (team, anna) = try stage()
    for words in [
      ["--language", "ru", "help", "verify"], ["help", "verify", "--language", "ru"],
      ["--language", "ru"], ["--language=ru", "policy"], ["--language", "ru", "help", "help"],
    ] {
      let outcome = try anna.run(team.binary, words)
      #expect(outcome.status == 0 && outcome.stdout.contains("ОПИСАНИЕ: "), "\(words): \(outcome)")
    }
    let (old, new) = (try anna.id("origin/develop"), try anna.id("develop"))
    let pushed = Array("refs/heads/develop \(new) refs/heads/develop \(old)\n".utf8)
    let hook = try anna.run(
      team.binary, ["--language", "ru", "hook", "pre-push", "origin", team.origin.path],
      input: pushed, environment: ["LC_ALL": "C.UTF-8"])
    #expect(hook.status == 1 && hook.stderr.contains(Self.refused), "\(hook)")
    try anna.git("config", "gitflow-guard.language", "ru")
    #expect(try push(anna, ["LC_ALL": "C.UTF-8"]).contains(Self.refused))
    let english = try anna.run(
      team.binary, ["--language", "en", "hook", "pre-push", "origin", team.origin.path],
      input: pushed, environment: Self.russian)
    #expect(english.stderr.contains("push refused: "), "\(english)")
  }

  @Test(arguments: [
    (["verify", "--frmat"], "Ошибка: неизвестный параметр '--frmat'. Может быть, '--format'?"),
    (["verify", "--format"], "Ошибка: не хватает значения для '--format <format>'"),
    (["status", "--color", "blue"], "Допустимо: 'auto', 'always' или 'never'."),
    (["audit", "--jobs", "0"], "Ошибка: --jobs принимает число от 1, а не 0"),
    (
      ["explain", "x"], "gitflow-guard: нет правила \"x\": gitflow-guard rules перечисляет правила"
    ),
    (["verify", "--format", "xml"], "--format команды verify знает "),
    (["policy", "show", "x", "y"], "Ошибка: лишних аргументов 2: 'x', 'y'"),
    (["verify"], "gitflow-guard: не удалось открыть репозиторий в "),
  ]) func mistakesAreToldInRussian(_ words: [String], _ said: String) throws {
    let folder = try ScratchFolder()
    let outcome = try folder.run(try GuardBinary.path(), words, environment: Self.russian)
    #expect(outcome.stderr.contains(said), "\(outcome)")
    #expect(outcome.stderr.contains("Error") == false)
  }

  /// What is made for everybody does not depend on who makes it.
  @Test(arguments: [
    ["--experimental-dump-help"], ["completions", "fish"], ["--quiet", "completions", "zsh"],
    ["policy", "schema"],
  ])
  func documentsAreInEnglish(_ words: [String]) throws {
    let scratch = try ScratchRepository()
    let binary = try GuardBinary.path()
    let russian = try scratch.run(binary, words, environment: Self.russian)
    let english = try scratch.run(binary, words, environment: ["LC_ALL": "C"])
    #expect(russian.output == english.output && english.output.isEmpty == false)
    #expect(russian.stdout.contains(/\p{Cyrillic}/) == false)
  }

  @Test func aHookWithoutItsEngineIsUnderstoodToo() throws {
    let (_, anna) = try stage()
    let hook = anna.path + "/.git/hooks/pre-push"
    let script = try String(contentsOfFile: hook, encoding: .utf8)
    let lost = script.replacing(/\nengine='[^']*'/, with: "\nengine='/nowhere/gitflow-guard'")
    try lost.write(toFile: hook, atomically: false, encoding: .utf8)
    let path = ["PATH": try anna.folder.pathWithoutTheGuard()]
    func push(_ environment: [String: String]) throws -> ScratchOutcome {
      try anna.git(
        ["push", "origin", "develop"], expecting: nil, environment: path.merging(environment) { $1 }
      )
    }
    let russian = try push(Self.russian)
    #expect(russian.status != 0 && russian.stderr.contains("программа не найдена"), "\(russian)")
    let english = try push(["LC_ALL": "C"])
    #expect(english.stderr.contains("the engine was not found"), "\(english)")
    try anna.git("config", "gitflow-guard.language", "ru")
    #expect(try push(["LC_ALL": "C"]).stderr.contains("программа не найдена"))
  }

  @Test func statusAndDoctorAndInitAreSaid() throws {
    let team = try Team()
    let anna = try team.member("anna")
    try anna.experiment("experiment/a")
    let status = try team.run("status", in: anna, environment: Self.russian)
    #expect(status.stdout.contains("experiment/a: 1 коммит, которых нет в develop"), "\(status)")
    #expect(status.stdout.contains("дальше:") && status.stdout.contains("next:") == false)
    let doctor = try team.run("doctor", in: anna, environment: Self.russian)
    #expect(doctor.stderr.contains("политика: верна") && doctor.stderr.contains("история: полная"))
    let entry = try team.run("experiments", "new", in: anna, environment: Self.russian)
    #expect(entry.stderr.contains("новая запись для experiment/a"), "\(entry)")
    let list = try team.run("experiments", "list", in: anna, environment: Self.russian)
    #expect(list.stdout.hasPrefix("запись"), "\(list)")
    let audit = try team.run("audit", in: anna, environment: Self.russian)
    #expect(audit.stderr.contains("✓ аудит: main, develop"), "\(audit)")
  }
}
