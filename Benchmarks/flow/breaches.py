"""Breaches of the flow, and what looks like one and is none, each as a little scene.

A scene begins and ends with develop in good order. What a landing is reported for by its shape alone
(stale, without an entry) is noted by History; a scene notes the rest.
"""

from . import contents
from . import subjects
from .writer import EXECUTABLE, LINK, SUBMODULE, Content

PICKED = "0123456789abcdef0123456789abcdef01234567"


def brought(story, described=True, **start):
    """A side with an experiment, and its entry in a file of its own."""
    side = story.begin(**start)
    story.experiment(side)
    if described:
        story.describe(side, shared=False)
    return side


def direct(story):
    path = story.next_source()
    story.direct("Fix it quickly\n", {path: f"fixed = {story.touched}\n"})


def direct_described(story):
    side = brought(story)
    story.direct("Describe it at least\n", side.files, entries=1)


def cherry_pick(story):
    side = brought(story, described=False)
    story.direct(f"Try it\n\n(cherry picked from commit {PICKED})\n", side.files)


def squash(story):
    side = brought(story)
    story.direct(f"Squash of {side.branch}\n", side.files, entries=1)


def revert(story):
    story.ordinary(plain=True)
    _, _, old = story.changes[-1]
    story.direct(f'Revert "Merge it"\n\nThis reverts commit {PICKED}.\n', old, owes=False)


def roll_back(story):
    """The same by the flow: owes no entry, and breaches nothing."""
    story.ordinary(plain=True)
    _, _, old = story.changes[-1]
    side = story.begin()
    story.commit(side, "Roll back\n", old)
    story.land(side, files=old, owes=False)


def octopus(story):
    story.ordinary(plain=True)
    sides = [brought(story, owner="anna", lag=story.random.choice((0, 0, 1))),
             brought(story, owner="boris")]
    mark = story.land(sides[0], "Merge branches 'intermediate/anna' and 'intermediate/boris'\n",
                      files=sides[0].files | sides[1].files, more=sides[1:])
    story.found("merge-method", mark)


def foxtrot(story):
    """Somebody commits to develop, pulls what has landed meanwhile, and pushes."""
    side = brought(story)
    landed = story.out.commit(story.subject(side.branch), [story.develop.mark, side.mark],
                              side.files, "Anna <anna@example.org>")
    direct(story)
    words = story.random.choice(subjects.PULLS).format("develop")
    mark = story.out.commit(f"{words}\n", [story.develop.mark, landed], side.files,
                            "Boris <boris@example.org>")
    story.found("foxtrot-merge", mark)
    story.found("stale-source", mark)
    story.move(mark, side.files, entries=1)


def fork_of_the_same_name(story):
    story.requests += 1
    words = story.random.choice(subjects.FORKS).format("develop", story.requests)
    story.land(brought(story), words)


# --- what is no entry ----------------------------------------------------------------------------

def not_described(story):
    story.land(brought(story, described=False))


def no_entries(story):
    """Landings that touch the folder of the experiments and add no entry."""
    number = story.requests
    path = f"experiments/odd{number:07}.md"
    files = [
        {path: "\u00a0\n \u200b\n"},
        {path: "<!-- nothing to see -->\n"},
        {path: Content(LINK, "README.md")},
        {path: Content(SUBMODULE, PICKED)},
        {f"experiments/odd{number:07}.bin": Content("100644", b"\0\1\2")},
        {f"Experiments/odd{number:07}.md": f"## experiment/e{number}\n\nIt works.\n"},
        {f"\u0435xperiments/odd{number:07}.md": f"## experiment/e{number}\n\nIt works.\n"},
        {"experiments/TEMPLATE.md": f"## <branch>\n\n**Metrics:** <number {number}>\n"},
    ]
    side = brought(story, described=False)
    story.commit(side, "Describe it\n", story.random.choice(files))
    story.land(side)


def edited_entries(story):
    """An earlier entry that is edited, moved or taken away is none that was added."""
    side = brought(story)
    path, text = next((path, text) for path, text in side.files.items()
                      if path.startswith("experiments/"))
    story.land(side)
    changes = [
        {path: text.replace("**Hypothesis:**", "**Hypothesis:** not to")},
        {path: None, path.replace("/batch", "/moved"): text},
        {path: None},
        {path: text.replace("## ", "# ")},
    ]
    side = brought(story, described=False)
    story.commit(side, "Describe it\n", story.random.choice(changes))
    story.land(side)


def entries_of_other_forms(story):
    """What counts as an entry although it looks different."""
    number = story.requests
    path, name = f"experiments/other{number:07}.md", f"experiment/o{number:07}"
    files = [
        {path: Content(EXECUTABLE, f"## {name}\n\nIt works.\n")},
        {path: f"{name}\n---\n\nIt works.\n"},
        {path: f"## {name}\r\n\r\nIt works.\r\n"},
        {path: f"It works ({name}).\n"},
        {path: f"---\nbranch: {name}\nmetrics: f1 = 0.9\n---\n"},
        {path: f"# {name}\n\n**Гипотеза:** так лучше\n**Вывод:** да\n"},
        {f"experiments/{number:07}.txt": f"{name} works\n"},
        {f"experiments/deep/er/{number:07}.rst": f"{name}\n====\n"},
    ]
    side = brought(story, described=False)
    story.commit(side, "Describe it\n", story.random.choice(files))
    side.entries = 1
    story.land(side)


def exempt(story):
    number = story.requests
    files = [
        {f"docs/page{number:07}.md": "How to set it up\n"},
        {".gitlab-ci.yml": f"# {number}\n"},
        {".gitattributes": f"# {number}\nexperiments/**/*.md merge=union\n"},
        {"docs/index.md": f"Pages: {number}\n", ".gitlab-ci.yml": f"# {number}\n"},
    ]
    side = story.begin()
    story.commit(side, "Set up\n", story.random.choice(files))
    story.land(side, owes=False)


# --- main ----------------------------------------------------------------------------------------

def hotfix(story):
    """A commit on main, which the next promotion then carries along; then it is taken back."""
    path = f"src/hotfix{story.requests:07}.py"
    main_commit(story, "Fix main\n", {path: "hot = True\n"})
    story.ordinary(plain=True)
    story.found("promotion-drift", story.promote(), branch="main")
    main_commit(story, "Take it back\n", {path: None})


def altered_promotion(story):
    path = f"src/slipped{story.requests:07}.py"
    story.ordinary(plain=True)
    mark = story.promote({path: "slipped = True\n"})
    story.found("promotion-drift", mark, branch="main")
    story.found("merge-content", mark, path, branch="main")
    main_commit(story, "Take it back\n", {path: None})


def main_commit(story, message, files):
    story.main = story.out.commit(message, [story.main], files, "Vera <vera@example.org>")
    story.found("direct-commit", story.main, branch="main")


SCENES = (
    direct, direct_described, cherry_pick, squash, revert, roll_back, octopus, foxtrot,
    fork_of_the_same_name, not_described, no_entries, edited_entries, entries_of_other_forms,
    exempt, hotfix, altered_promotion, *contents.SCENES)
