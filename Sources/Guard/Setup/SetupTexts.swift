import Wording

/// What `init` writes into files, in the language of whoever sets the repository up. Names of keys,
/// branches and commands stay as they are.
struct SetupTexts {
  private let language: Language

  init(_ language: Language) { self.language = language }

  func line(_ phrase: Phrase) -> String { phrase.text(in: language) }

  /// A text of several lines.
  func said(_ phrase: Phrase) -> [String] {
    line(phrase).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What stands at the top of the policy file.
  static let policyHead = Phrase(
    """
    The rules of this repository's branches, as gitflow-guard keeps them.
    What stands here are the defaults: any line may go. The file counts once it is on develop.
    gitflow-guard policy check   says whether it is valid
    gitflow-guard rules          lists the rules
    """)

  /// What stands above each key of the policy file.
  static let policyKeys: [String: Phrase] = [
    "mode": Phrase("enforce, or advise: every refusal becomes a warning."),
    "lanes": Phrase(
      """
      Classes of branches; the first pattern that fits a branch decides.
      * is anything but /, ** also /, {owner} one part: whose branch it is.
      """),
    "promotions": Phrase(
      """
      What a lane may receive, and how. A lane that is not named here is free.
      fresh: the newest develop was pulled first; entry: the results are described;
      same-tree: what arrives is exactly what was promoted.
      """),
    "experiments": Phrase(
      """
      Where results are described. sections: fields that each entry fills in, such as
      [Hypothesis, Data, Metrics, Conclusion]; exempt: paths that owe no entry, such as docs/**;
      metrics: which direction is better, such as f1: higher.
      """),
    "rules": Phrase("Other severities, such as own-work: error or entry-format: off."),
    "trust": Phrase("[messages] lets the subjects of merges tell where a change came from."),
    "tags": Phrase("Tags and the lane that they must stand on, such as \"v*\": main."),
    "owners": Phrase("Who each {owner} is, such as anna: [anna@example.org, \"@anna.k\"]."),
    "waivers": Phrase(
      "Breaches that were allowed: { rule, commit or branch, reason, by, until: 2026-12-31 }."),
    "baseline": Phrase("This commit and its ancestors are never judged."),
    "messages": Phrase("The language of messages: auto, en or ru."),
    "layout": Phrase("Paths that must be there, and files that change together with their lock."),
    "file-size": Phrase("The largest new file for a path, such as \"models/**\": 50MiB."),
  ]

  /// What stands in an empty journal: seen by who writes in it, not by who reads it.
  static let journal = Phrase(
    """
    The team's journal of experiments. Each experiment gets an entry under a heading of its own:
    gitflow-guard experiments new   adds one here with all that is known already.
    """)

  /// What stands above the template.
  static let template = Phrase(
    """
    gitflow-guard experiments new copies this: {{…}} is filled in, <…> is what the writer says.
    """)

  /// What stands above our line in `.gitattributes`.
  static let attributes = Phrase("# Two people's entries are joined and never conflict.")

  /// What stands above the CI file.
  static let pipeline = Phrase(
    """
    Judges merge requests and pushes by the policy in .gitflow-guard.yml.
    It needs the whole history: what a short clone can't answer stays undecided.
    """)

  /// What names the image that its job runs in.
  static let pipelineImage = Phrase(
    "The variable GITFLOW_GUARD_IMAGE names an image with git and gitflow-guard.")

  // The files of the team's layout.

  static let readme = Phrase(
    """
    # The project

    - **app** — the program that runs: `app.py`
    - **data** — what models are trained and tested on
    - **models** — trained models and their parameters
    - **notebooks** — notebooks with trials and prototypes
    - **src** — the code
    - **experiments** — what was tried and what came out
    - **config** — settings
    - **tests** — the tests
    - **requirements.in** — libraries that are used; `pip-compile` makes `requirements.txt` of it
    """)

  static let app = Phrase("The program that runs.")

  static let requirements = Phrase(
    "# The libraries that are used, one a line; pip-compile makes requirements.txt.")
}
