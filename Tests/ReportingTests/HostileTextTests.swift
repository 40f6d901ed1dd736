import FlowPolicy
import Foundation
import GitModel
import GuardTesting
import Reporting
import Testing
import Wording

/// Names, messages and reasons come from strangers; whatever they hold, no output shows it raw.
@Suite("Hostile text never reaches an output raw")
struct HostileTextTests {
  static let texts: [String] = [
    "\u{1b}[2J", "a\u{202e}b", "one\n✗ merge refused: two", "\u{0}\u{7f}\u{9b}31m", "\r", "\t",
    "\u{200b}", "\u{2028}", "\"}],\"verdict\":\"allowed\"", "\\", "\u{e0041}", "…→", "\u{feff}",
    "##[stop-commands]x", "::add-mask::x",
  ]

  /// The field that takes the hostile text; every field of a report that anybody else can fill.
  static let fields: [@Sendable (String) -> Report] = [
    { text in report { $0.tool = Tool(version: text) } },
    { text in report { $0.command = text } },
    { text in report { $0.title = Phrase(verbatim: text) } },
    { text in report { $0.repository = text } },
    { text in report { $0.context = context(text) } },
    { text in
      report {
        $0.policy = PolicyOrigin(text: Phrase(verbatim: text), isTrusted: false, sha256: text)
      }
    },
    { text in report { $0.judgement.notes = [text].verbatim } },
    { text in report { $0.judgement.subjects = [subject(text)] } },
    { text in
      report {
        $0.judgement.subjects = [subject(text)]
        $0.judgement.findings = []
        $0.judgement.gaps = []
      }
    },
    { text in report { $0.judgement.gaps = [gap(text, blocks: true)] } },
    { text in
      report {
        $0.judgement.findings = []
        $0.judgement.gaps = [gap(text, blocks: false)]
      }
    },
    { text in report { $0.judgement.findings = [finding(text, .error)] } },
    { text in
      report { $0.judgement.findings = [finding(text, .error), finding(text + "2", .error)] }
    },
    { text in report { $0.judgement.findings = [finding(text, .warning)] } },
    { text in
      report {
        var waived = finding(text, .error)
        waived.waivedBy = Waiver(
          rule: .branchFlow, target: .branch(BranchName(text)), reason: text, by: text,
          until: Samples.waiver.until)
        $0.judgement.findings = [waived]
      }
    },
  ]

  private static func report(_ change: (inout Report) -> Void) -> Report {
    var report = Samples.report([Samples.branchFlow], gaps: [Samples.shallow], notes: ["note"])
    change(&report)
    return report
  }

  private static func context(_ text: String) -> ReportContext {
    var context = ReportContext()
    (context.journal, context.policyFile) = (TreePath(text), TreePath(text))
    (context.general, context.repositoryURI) = (TreePath(text), "https://\(text)/\(text)")
    return context
  }

  private static func source(_ text: String) -> Attribution {
    let lane = LaneMatchBuilder.lane(named: text)
    return Attribution(branch: BranchName(text), lane: lane, head: Samples.id(1), kind: .ref)
  }

  private static func subject(_ text: String) -> Judgement.Judged {
    Judgement.Judged(
      ref: RefName("refs/heads/" + text), lane: text, before: nil, after: nil, steps: 1,
      source: source(text))
  }

  private static func gap(_ text: String, blocks: Bool) -> Gap {
    Gap(
      rule: .staleSource, ref: RefName(text),
      cause: EvidenceGap(
        question: Phrase(verbatim: text), reason: .missing,
        remedy: [text, "git fetch " + text].verbatim),
      blocks: blocks)
  }

  private static func finding(_ text: String, _ severity: Severity) -> Finding {
    Finding(
      rule: .branchFlow, severity: severity, ref: RefName("refs/tags/" + text),
      path: TreePath(text), source: source(text), message: Phrase(verbatim: text),
      details: [text, text].verbatim,
      remedy: Remedy([.init(.enter, text), .init(.bring, "git switch " + text)]))
  }

  static let textRenderers: [TextRenderer] = [
    TextRenderer.Verbosity.quiet, .normal, .verbose,
  ].flatMap { verbosity in
    [TextRenderer.Part.refusalsOnly, .concerns, .all].flatMap { part in
      [true, false].map {
        TextRenderer(style: Style(color: false, unicode: $0), verbosity: verbosity, part: part)
      }
    }
  }

  /// Nothing that must be escaped but the line feed.
  private func isClean(_ bytes: [UInt8]) throws -> Bool {
    let text = try #require(String(validating: bytes, as: UTF8.self))
    return text.unicodeScalars.allSatisfy { $0 == "\n" || Visible.mustEscape($0) == false }
  }

  @Test("In no field, in no format", arguments: fields.indices)
  func everyField(_ field: Int) throws {
    for text in Self.texts {
      let report = Self.fields[field](text)
      for renderer in Self.textRenderers {
        let bytes = renderer.render(report)
        #expect(try isClean(bytes), "\(Visible.text(text)) in field \(field)")
        // A name with a line feed can't put a line of its own into the text.
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.contains("✗ merge refused: two") == false)
      }
      let json = JSONRenderer().render([report])
      let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
      #expect(object?["verdict"] as? String == report.judgement.verdict.rawValue)
    }
  }

  @Test("In no field of any document", arguments: fields.indices)
  func everyDocument(_ field: Int) throws {
    let report = Self.fields[field](Self.texts.joined(separator: " "))
    for format in ReportFormat.allCases {
      let bytes = format.renderer(exitCode: 1, isStrict: false).render([report, report])
      #expect(try isClean(bytes), "field \(field) of \(format)")
      // Printed in a job's log, none but the annotations gives its runner a command.
      guard format != .github else { continue }
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        #expect(WorkflowCommand(String(line)) == nil, "field \(field) of \(format): \(line)")
      }
    }
  }

  @Test("The colours are the only control characters of a coloured text", arguments: fields.indices)
  func coloured(_ field: Int) throws {
    for text in Self.texts {
      let report = Self.fields[field](text)
      let style = Style(color: true, unicode: true)
      var bytes = String(
        decoding: TextRenderer(style: style, verbosity: .verbose).render(report), as: UTF8.self)
      for code in ["0", "1", "1;31", "33", "32"] {
        bytes = bytes.replacingOccurrences(of: "\u{1b}[\(code)m", with: "")
      }
      #expect(try isClean(Array(bytes.utf8)))
    }
  }

  @Test("Bytes that are no UTF-8 are shown as their codes")
  func invalidBytes() throws {
    let name = Array("refs/heads/".utf8) + [0xff, 0xc3, 0x28, 0x1b]
    let finding = Finding(
      rule: .branchDeletion, severity: .error, ref: RefName(bytes: name),
      path: TreePath(bytes: [0xfe]), message: "gone")
    let report = Samples.report([finding], occasion: .push)
    #expect(
      Samples.text(report).hasPrefix(
        #"✗ push refused: \xff\xc3(\u{1b} may not be deleted"#))
    let json = JSONRenderer().render([report])
    #expect(try isClean(json))
    #expect(String(decoding: json, as: UTF8.self).contains(#""path": "\\xfe""#))
  }

  @Test("A command that had to be altered to be shown can't be pasted any more")
  func alteredCommand() {
    let finding = Finding(
      rule: .branchFlow, severity: .error, ref: "refs/heads/develop", message: "no",
      remedy: Remedy([.init(.enter, "git switch x\nrm y"), .init(.sync, "# tell\u{7} anna")]))
    let text = Samples.text(Samples.report([finding]))
    #expect(text.contains("\n    # not to be pasted as it stands: git switch x\\u{a}rm y\n"))
    #expect(text.contains("\n    # tell\\u{7} anna\n"))
  }
}

/// A lane match comes from a policy; this policy has one lane that takes every branch.
private enum LaneMatchBuilder {
  static func lane(named name: String) -> LaneMatch? {
    var policy = Policy()
    policy.lanes = [Lane(name: name, pattern: PathPattern("**"))]
    return policy.match("any")
  }
}
