extension SetupTexts {
  static let english = SetupTexts(
    policyHead: [
      "The rules of this repository's branches, as gitflow-guard keeps them.",
      "What stands here are the defaults: any line may go. The file counts once it is on develop.",
      "gitflow-guard policy check   says whether it is valid",
      "gitflow-guard rules          lists the rules",
    ],
    policyKeys: [
      "mode": ["enforce, or advise: every refusal becomes a warning."],
      "lanes": [
        "Classes of branches; the first pattern that fits a branch decides.",
        "* is anything but /, ** also /, {owner} one part: whose branch it is.",
      ],
      "promotions": [
        "What a lane may receive, and how. A lane that is not named here is free.",
        "fresh: the newest develop was pulled first; entry: the results are described;",
        "same-tree: what arrives is exactly what was promoted.",
      ],
      "experiments": [
        "Where results are described. sections: fields that each entry fills in, such as",
        "[Hypothesis, Data, Metrics, Conclusion]; exempt: paths that owe no entry, such as docs/**;",
        "metrics: which direction is better, such as f1: higher.",
      ],
      "rules": ["Other severities, such as own-work: error or entry-format: off."],
      "trust": ["[messages] lets the subjects of merges tell where a change came from."],
      "tags": ["Tags and the lane that they must stand on, such as \"v*\": main."],
      "owners": ["Who each {owner} is, such as anna: [anna@example.org, \"@anna.k\"]."],
      "waivers": [
        "Breaches that were allowed: { rule, commit or branch, reason, by, until: 2026-12-31 }."
      ],
      "baseline": ["This commit and its ancestors are never judged."],
      "messages": ["The language of messages: auto, en or ru."],
      "layout": [
        "Paths that must be there, and files that change together with their lock."
      ],
      "file-size": ["The largest new file for a path, such as \"models/**\": 50MiB."],
    ],
    journal: [
      "The team's journal of experiments. Each experiment gets an entry under a heading of its own:",
      "gitflow-guard experiments new   adds one here with all that is known already.",
    ],
    template: [
      "gitflow-guard experiments new copies this: {{…}} is filled in, <…> is what the writer says."
    ],
    attributes: "# Two people's entries are joined and never conflict.",
    pipeline: [
      "Judges merge requests and pushes by the policy in .gitflow-guard.yml.",
      "It needs the whole history: what a short clone can't answer stays undecided.",
    ],
    pipelineImage: "The variable GITFLOW_GUARD_IMAGE names an image with git and gitflow-guard.",
    layout: Layout(
      readme: [
        "# The project", "",
        "- **app** — the program that runs: `app.py`",
        "- **data** — what models are trained and tested on",
        "- **models** — trained models and their parameters",
        "- **notebooks** — notebooks with trials and prototypes",
        "- **src** — the code",
        "- **experiments** — what was tried and what came out",
        "- **config** — settings",
        "- **tests** — the tests",
        "- **requirements.in** — libraries that are used; `pip-compile` makes `requirements.txt` of it",
      ],
      app: "The program that runs.",
      requirements: "# The libraries that are used, one a line; pip-compile makes requirements.txt."
    ),
    words: Words(
      written: "written", wouldWrite: "would be written", extended: "extended",
      wouldExtend: "would be extended", kept: "is there already",
      hooksPlanned: "the hooks would be installed in",
      ignored: "git was told to ignore, so that only -f adds:",
      next: "next:", commit: "commit it:",
      request: "commit it on your own branch, for a merge request into",
      everybody: "everybody, in their own clone:", check: "is the guard on here?",
      pipeline: "for merge requests in CI:", nothing: "all is there already: nothing was written",
      include: "add this to .gitlab-ci.yml, which was there already:"),
    hooks: Hooks(
      installed: "installed", renewed: "renewed", unchanged: "up to date",
      chained: "the hook that was there is kept and still runs",
      kept: "the file that was there is kept (git did not run it)", refused: "left as it is"))
}
