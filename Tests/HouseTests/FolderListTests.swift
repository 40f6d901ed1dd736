import Testing

/// Folders and the lists that name what is in them agree.
@Suite struct FolderListTests {
  static let catalogPath = "Sources/FlowPolicy/RuleCatalog.swift"
  static let rulesFolder = "Sources/FlowPolicy/Rules"
  static let hooksFolder = "Sources/Intake/Hooks"
  static let providersPath = "Sources/Intake/CIProviders.swift"
  static let providersFolder = "Sources/Intake/CI"

  /// The hooks that git knows, so that a helper's file beside them is told apart.
  static let gitHooks: Set<String> = [
    "applypatch-msg", "commit-msg", "post-applypatch", "post-checkout", "post-commit",
    "post-merge", "post-receive", "post-rewrite", "post-update", "pre-applypatch",
    "pre-auto-gc", "pre-commit", "pre-merge-commit", "pre-push", "pre-rebase", "pre-receive",
    "prepare-commit-msg", "proc-receive", "push-to-checkout", "reference-transaction", "update",
  ]

  /// The types that the catalog lists: lines such as `BranchFlow(),`.
  static func listed(in catalog: String) -> [String] {
    catalog.split(separator: "\n").compactMap { line in
      let text = line.drop { $0 == " " }
      let name = text.prefix { $0.isLetter || $0.isNumber }
      let rest = text.dropFirst(name.count)
      guard name.first?.isUppercase == true, rest == "()," || rest == "()" else { return nil }
      return String(name)
    }
  }

  /// `PrePush` for `pre-push`.
  static func typeName(of hook: String) -> String {
    hook.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  @Test func everyRuleHasItsFileAndItsLine() throws {
    let catalog = try #require(House.file(Self.catalogPath), "\(Self.catalogPath) is missing")
    let listed = Self.listed(in: catalog.text)
    let files = House.names(in: Self.rulesFolder).map { String($0.dropLast(".swift".count)) }
    #expect(
      listed.isEmpty == false, "\(Self.catalogPath) lists no rule, in lines such as BranchFlow(),")
    #expect(Set(listed).count == listed.count, "a rule is listed twice")
    #expect(
      Set(files).subtracting(listed).sorted() == [],
      "these files of \(Self.rulesFolder) have no line in \(Self.catalogPath)")
    #expect(
      Set(listed).subtracting(files).sorted() == [],
      "these rules of \(Self.catalogPath) have no file in \(Self.rulesFolder)")
  }

  @Test func aRulesFileDefinesItsRule() {
    for file in House.swiftFiles(under: Self.rulesFolder) {
      let name = file.path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      #expect(file.text.contains("struct \(name): Rule"), "\(file.path) defines no rule \(name)")
    }
  }

  @Test func everyCIProviderHasItsFileAndItsLine() throws {
    let catalog = try #require(House.file(Self.providersPath), "\(Self.providersPath) is missing")
    let listed = Self.listed(in: catalog.text)
    let files = House.names(in: Self.providersFolder).map { String($0.dropLast(".swift".count)) }
    #expect(listed.isEmpty == false && Set(listed).count == listed.count)
    #expect(
      Set(files).subtracting(listed).sorted() == [],
      "these files of \(Self.providersFolder) have no line in \(Self.providersPath)")
    #expect(
      Set(listed).subtracting(files).sorted() == [],
      "these providers of \(Self.providersPath) have no file in \(Self.providersFolder)")
    for file in House.swiftFiles(under: Self.providersFolder) {
      #expect(file.text.contains("https://"), "\(file.path) names no documentation")
    }
  }

  @Test func everyHookHasItsWrapperAndItsIntake() {
    let wrappers = House.names(in: "hooks")
    #expect(wrappers.isEmpty == false, "hooks/ is missing or empty (make hooks renews it)")
    let files = House.names(in: Self.hooksFolder)
    for wrapper in wrappers {
      #expect(Self.gitHooks.contains(wrapper), "hooks/\(wrapper) is no hook that git knows")
      let file = Self.typeName(of: wrapper) + ".swift"
      #expect(files.contains(file), "hooks/\(wrapper) has no \(Self.hooksFolder)/\(file)")
    }
    for hook in Self.gitHooks where files.contains(Self.typeName(of: hook) + ".swift") {
      #expect(
        wrappers.contains(hook), "\(Self.hooksFolder) knows \(hook); hooks/\(hook) is missing")
    }
  }

  static let formatsFolder = "Sources/Reporting/Formats"
  static let formatsPath = "Sources/Reporting/ReportFormat.swift"

  @Test func everyFormatHasItsFile() throws {
    let list = try #require(House.file(Self.formatsPath))
    // Lines such as `case .json: JSONRenderer()`.
    let renderers = list.lines.compactMap { line -> String? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].hasPrefix("    case .") else { return nil }
      return String(parts[1].drop { $0 == " " }.prefix { $0.isLetter })
    }
    let files = House.names(in: Self.formatsFolder).map { String($0.dropLast(".swift".count)) }
      .filter { $0.contains("+") == false && $0.hasSuffix("TextRenderer") == false }
    #expect(renderers.count > 5, "\(Self.formatsPath) lists no formats")
    #expect(
      Set(files) == Set(renderers),
      "\(Self.formatsFolder) and \(Self.formatsPath) name different formats")
  }

  @Test func listsAreReadAsTheyAreWritten() {
    let catalog =
      "  public static let all: [any Rule] = [\n    BranchFlow(),\n    MergeMethod()\n  ]"
    #expect(Self.listed(in: catalog) == ["BranchFlow", "MergeMethod"])
    #expect(Self.typeName(of: "prepare-commit-msg") == "PrepareCommitMsg")
  }
}
