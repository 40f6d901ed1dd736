import FlowPolicy
import GitModel
import Reporting

/// A CI whose file `init` writes.
public enum PipelineKind: String, CaseIterable, Sendable {
  case gitlab, github, gitea, none
}

/// The CI file that runs `verify`, for one policy.
struct PipelineFile {
  /// Where it goes.
  let path: TreePath
  let text: String
  /// For GitLab, whose jobs stand in one file: that file, where it has to be made.
  let entrance: (path: TreePath, text: String)?

  /// Where each kind of them goes.
  static let paths: [TreePath] = [
    ".gitlab/gitflow-guard.yml", ".github/workflows/gitflow-guard.yml",
    ".gitea/workflows/gitflow-guard.yml",
  ]

  /// nil where none is wanted.
  init?(_ kind: PipelineKind, _ policy: Policy, _ texts: SetupTexts) {
    let comment = texts.said(SetupTexts.pipeline).map { "# \($0)\n" }.joined()
    let image = "# \(texts.line(SetupTexts.pipelineImage))\n"
    let branches = BranchFilter(policy)
    switch kind {
    case .none: return nil
    case .gitlab:
      path = Self.paths[0]
      text = comment + image + Self.gitlab(branches)
      entrance = (".gitlab-ci.yml", Self.include + "\n")
    case .github:
      path = Self.paths[1]
      text = comment + image + Self.actions(branches, isGitHub: true)
      entrance = nil
    case .gitea:
      path = Self.paths[2]
      text = comment + image + Self.actions(branches, isGitHub: false)
      entrance = nil
    }
  }

  /// The line by which a GitLab file takes the job in.
  static let include = "include: [{ local: .gitlab/gitflow-guard.yml }]"

  /// In containers the clone belongs to another user, whom git and the guard trust only when told.
  private static func trust(_ variable: String) -> String {
    "git config --global --add safe.directory \"$\(variable)\""
  }

  private static let gitlabFormats =
    "--format text --format gitlab=gl-code-quality-report.json --format junit=gitflow-guard.xml"

  private static func gitlab(_ branches: BranchFilter) -> String {
    """
    gitflow-guard:
      image:
        name: $GITFLOW_GUARD_IMAGE
        entrypoint: [""]
      variables:
        GIT_DEPTH: 0
      rules:
        - if: '$CI_PIPELINE_SOURCE == "merge_request_event"'
        - if: '$CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH =~ /\(branches.expression)/'
      artifacts:
        when: always
        reports:
          codequality: gl-code-quality-report.json
          junit: gitflow-guard.xml
      script:
        - \(trust("CI_PROJECT_DIR"))
        - gitflow-guard verify \(gitlabFormats)

    """
  }

  private static func actions(_ branches: BranchFilter, isGitHub: Bool) -> String {
    let queue = isGitHub ? "  merge_group:\n" : ""
    // The team chooses the image, and a name of its own is no tag that somebody else could move.
    return """
      name: gitflow-guard

      on:
        pull_request:
          types: [opened, synchronize, reopened, edited]
      \(queue)  push:
          branches: [\(branches.globs.joined(separator: ", "))]

      permissions:
        contents: read

      jobs:
        verify:
          runs-on: ubuntu-latest
          container: ${{ vars.GITFLOW_GUARD_IMAGE }} # zizmor: ignore[unpinned-images]
          steps:
            - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
              with:
                fetch-depth: 0
                persist-credentials: false
            - run: |
                \(trust("GITHUB_WORKSPACE"))
                gitflow-guard verify\(isGitHub ? " --format text --format github" : "")

      """
  }
}

/// The branches whose pushes are judged: those of every lane that receives something.
struct BranchFilter {
  /// For GitHub and those that follow it, quoted where YAML needs it.
  let globs: [String]
  /// For GitLab, without the slashes around it.
  let expression: String

  init(_ policy: Policy) {
    let sources = policy.lanes.filter { policy.promotion(into: $0) != nil }.map(\.pattern.source)
    let plain = sources.allSatisfy { source in
      source.utf8.allSatisfy { Self.isPlain($0) }
    }
    guard plain, sources.isEmpty == false else {
      // Signs that one of the two takes for others: every push is judged, which asks no more.
      globs = ["\"**\""]
      expression = "."
      return
    }
    globs = sources.map { source in
      let glob = source.replacing("{owner}", with: "*")
      return glob.contains("*") || glob == "true" || glob == "false" ? "\"\(glob)\"" : glob
    }
    expression = "^(" + sources.map(Self.expression).joined(separator: "|") + ")$"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_./*{}".utf8.contains(byte)
    }
  }

  private static func expression(_ source: String) -> String {
    var result = ""
    var rest = source[...]
    while let first = rest.first {
      if rest.hasPrefix("{owner}") {
        result += "[^\\/]+"
        rest = rest.dropFirst("{owner}".count)
      } else if rest.hasPrefix("**") {
        result += ".*"
        rest = rest.dropFirst(2)
        // `**/` is also nothing.
        if rest.hasPrefix("/") {
          result = String(result.dropLast(2)) + "(.*\\/)?"
          rest = rest.dropFirst()
        }
      } else {
        switch first {
        case "*": result += "[^\\/]*"
        case "/", ".", "{", "}", "-": result += "\\\(first)"
        default: result.append(first)
        }
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
