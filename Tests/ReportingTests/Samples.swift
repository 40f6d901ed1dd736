import FlowPolicy
import GitModel
import GuardTesting
import Reporting
import Wording

/// Values that the tests of this target share. Nothing in them depends on the machine.
enum Samples {
  static let tool = Tool(version: "1.2.3")
  static let policy = PolicyOrigin(
    text: "develop:.gitflow-guard.yml", isTrusted: true, sha256: "00ff")
  static let lanes = Policy().lanes

  /// An id whose forty digits repeat one byte.
  static func id(_ byte: UInt8) -> ObjectID {
    ObjectID(bytes: Array(repeating: byte, count: 20)) ?? ObjectID(bytes: Array(0..<20))!
  }

  static func source(_ branch: BranchName, _ byte: UInt8) -> Attribution {
    Attribution(branch: branch, lane: Policy().match(branch), head: id(byte), kind: .ref)
  }

  static func report(
    _ findings: [Finding] = [], gaps: [Gap] = [], notes: [Phrase] = [],
    subjects: [Judgement.Judged]? = nil, occasion: Occasion = .merge, title: Phrase? = nil,
    policy: PolicyOrigin = policy
  ) -> Report {
    let develop = Judgement.Judged(
      ref: "refs/heads/develop", lane: "develop", before: id(0xd0), after: nil, steps: 1)
    return Report(
      tool: tool, command: "verify", occasion: occasion, title: title, policy: policy,
      judgement: Judgement(
        subjects: subjects ?? [develop], findings: findings, gaps: gaps, notes: notes),
      seconds: 0.04)
  }

  static func text(
    _ report: Report, _ verbosity: TextRenderer.Verbosity = .normal,
    _ part: TextRenderer.Part = .refusalsOnly, style: Style = .plain
  ) -> String {
    let renderer = TextRenderer(style: style, verbosity: verbosity, part: part)
    return String(decoding: renderer.render(report), as: UTF8.self)
  }

  static let branchFlow = Finding(
    rule: .branchFlow, severity: .error, ref: "refs/heads/develop",
    source: source("experiment/resnet", 0xe1),
    message: "develop takes only intermediate branches; experiment/resnet is an experiment branch",
    details: ["the way: experiment/resnet → intermediate/anna → develop → main"],
    remedy: Remedy([
      .init(.abort, "git merge --abort"),
      .init(.enter, "git switch intermediate/anna"),
      .init(.sync, "git pull origin develop"),
      .init(.bring, "git merge --no-ff experiment/resnet"),
      .init(.describe, "gitflow-guard experiments new experiment/resnet"),
      .init(
        .deliver,
        "git push -u origin intermediate/anna        # then open the merge request into develop"),
    ]))

  static func directCommit(_ number: UInt8, ref: RefName = "refs/heads/develop") -> Finding {
    Finding(
      rule: .directCommit, severity: .error, ref: ref, commit: id(number),
      message: "develop takes merges only, and this commit has one parent",
      details: ["\(id(number).short) Change number \(number)"],
      remedy: Remedy([
        .init(.keep, "git branch rescue develop"),
        .init(.restore, "git reset --keep origin/develop"),
      ]))
  }

  static let deletion = Finding(
    rule: .branchDeletion, severity: .error, ref: "refs/heads/main",
    message: "main is protected and may not be deleted",
    remedy: Remedy([.init(.deliver, "git push origin main")]))

  static let ownWork = Finding(
    rule: .ownWork, severity: .warning, ref: "refs/heads/intermediate/anna", commit: id(7),
    path: "src/train.py",
    message: "src/train.py was changed here, and no experiment branch holds that content",
    details: ["0707070707 Try a smaller step"],
    remedy: Remedy([.init(.bring, "git switch -c experiment/step 0707070707")]))

  static let shallow = Gap(
    rule: .staleSource, ref: "refs/heads/develop",
    cause: EvidenceGap(
      question: "is d0d0d0d0d0 an ancestor of e1e1e1e1e1", reason: .shallow,
      remedy: ["git fetch --unshallow"]), blocks: true)

  static let waiver = Waiver(
    rule: .directCommit, target: .commit("0101010101"), reason: "the release could not wait",
    by: "anna", until: Day(year: 2026, month: 12, day: 31)!)

  static let brokenPolicy: NoVerdict = {
    var failure = NoVerdict(
      tool: tool, command: "verify", code: "policy", message: "unknown key “lane”", exitCode: 2)
    failure.remedy = ["gitflow-guard policy check"]
    (failure.file, failure.line, failure.column) = (".gitflow-guard.yml", 3, 7)
    return failure
  }()

  /// A report that holds one of everything, on a repository that has all files.
  static let everything: Report = {
    var waived = directCommit(1)
    waived.waivedBy = waiver
    var format = Finding(
      rule: .entryFormat, severity: .warning, ref: "refs/heads/develop",
      path: "experiments/Журнал 1.md", message: "experiments/Журнал 1.md:12 lacks Data")
    format.line = 12
    let open = Gap(
      rule: .ownWork, ref: "refs/heads/develop",
      cause: EvidenceGap(question: "what does a1 hold", reason: .partial, remedy: []),
      blocks: false)
    var report = Samples.report(
      [branchFlow, ownWork, waived, format], gaps: [shallow, open], notes: ["free while set up"],
      subjects: [
        Judgement.Judged(
          ref: "refs/heads/develop", lane: "develop", before: id(0xd0), after: nil, steps: 1,
          source: source("experiment/resnet", 0xe1))
      ])
    report.context.journal = "experiments/journal.md"
    report.context.repositoryURI = "https://anna:secret@git.example.org:8443/team/model.git?x#y"
    report.context.rulesOff = [.branchOwner]
    return report
  }()
}
