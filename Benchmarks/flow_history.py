"""Builds a repository in the flow's shape, of any size, by git fast-import.

Each round of the history is six commits: three on an experiment branch, its merge into the
intermediate branch, an entry in the journal there, and the merge into develop. Every tenth round
develop is promoted to main. The last round has not been pushed yet: the remote-tracking develop
stands one merge behind, and the last experiment one commit.
"""

import subprocess

FIRST_DATE = 1_600_000_000
PERSON = "Anna <anna@example.org>"
ROUND = 6
PROMOTED_EVERY = 10
ENTRIES_IN_A_JOURNAL = 200
SOURCE_FILES = 300
KEPT_EXPERIMENTS = 20


class Writer:
    """Speaks fast-import's language; every blob and commit gets a mark."""

    def __init__(self, stream):
        self.stream = stream
        self.mark = 0
        self.commits = 0

    def line(self, text):
        self.stream.write(text.encode() + b"\n")

    def data(self, text):
        raw = text.encode()
        self.stream.write(b"data %d\n%s\n" % (len(raw), raw))

    def blob(self, text):
        self.mark += 1
        self.line("blob")
        self.line(f"mark :{self.mark}")
        self.data(text)
        return self.mark

    def commit(self, message, parents, files):
        """A commit with the first parent's files and these (path to blob) on top."""
        self.mark += 1
        self.commits += 1
        self.line("commit refs/heads/scaffold")
        self.line(f"mark :{self.mark}")
        self.line(f"committer {PERSON} {FIRST_DATE + self.commits * 60} +0000")
        self.data(message)
        for place, parent in enumerate(parents):
            self.line(f"{'merge' if place else 'from'} :{parent}")
        for path, blob in files.items():
            self.line(f"M 100644 :{blob} {path}")
        return self.mark

    def ref(self, name, commit):
        self.line(f"reset {name}")
        self.line(f"from :{commit}")
        self.line("")


def write(stream, commits):
    """Writes a history of about so many commits and its refs."""
    out = Writer(stream)
    out.line("reset refs/heads/scaffold")
    start = {f"src/part{number:03}.py": out.blob(f"part = {number}\n")
             for number in range(SOURCE_FILES)}
    start["README.md"] = out.blob("# A model\n")
    start[".gitflow-guard.yml"] = out.blob("version: 1\n")
    start["experiments/README.md"] = out.blob("Results are described here.\n")
    main = develop = out.commit("Start\n", [], start)

    unpromoted, kept, journal = {}, [], ""
    rounds = max(2, commits // ROUND)
    for number in range(rounds):
        branch = f"experiment/e{number:06}"
        tip, work, before_tip = develop, {}, develop
        for part in range(3):
            path = f"src/part{(number * 3 + part) % SOURCE_FILES:03}.py"
            work[path] = out.blob(f"part = {number}.{part}\n")
            before_tip = tip
            tip = out.commit(f"Try {number}.{part}\n", [tip], {path: work[path]})
        brought = out.commit(
            f"Merge branch '{branch}' into intermediate/anna\n", [develop, tip], work)
        if number % ENTRIES_IN_A_JOURNAL == 0:
            journal = "# Experiments\n"
        journal += f"\n## {branch}\n\nIt reaches 0.{number % 100:02}.\n"
        name = f"experiments/journal{number // ENTRIES_IN_A_JOURNAL:04}.md"
        work[name] = out.blob(journal)
        described = out.commit(f"Describe {branch}\n", [brought], {name: work[name]})
        before_landing = develop
        develop = out.commit(
            "Merge branch 'intermediate/anna' into develop\n", [develop, described], work)
        unpromoted.update(work)
        kept = kept[1 - KEPT_EXPERIMENTS:] + [(branch, tip)]
        if number % PROMOTED_EVERY == PROMOTED_EVERY - 1 and number < rounds - 1:
            main = out.commit("Merge branch 'develop'\n", [main, develop], unpromoted)
            unpromoted = {}

    branches = dict(kept) | {"main": main, "develop": develop, "intermediate/anna": described}
    for name, commit in branches.items():
        out.ref(f"refs/heads/{name}", commit)
        out.ref(f"refs/remotes/origin/{name}", commit)
    out.ref("refs/remotes/origin/develop", before_landing)
    out.ref(f"refs/remotes/origin/{kept[-1][0]}", before_tip)
    out.line("done")
    return kept[-1][0]


def build(folder, commits, environment, commit_graph=False):
    """Makes the repository; gives the name of the experiment branch that is to be pushed."""
    def git(*arguments):
        subprocess.run(["git", "-C", folder, *arguments], env=environment, check=True,
                       stdout=subprocess.DEVNULL)

    subprocess.run(["git", "init", "--quiet", "--initial-branch=develop", folder],
                   env=environment, check=True)
    with subprocess.Popen(["git", "-C", folder, "fast-import", "--quiet", "--done"],
                          env=environment, stdin=subprocess.PIPE) as importer:
        experiment = write(importer.stdin, commits)
        importer.stdin.close()
    if importer.returncode != 0:
        raise SystemExit("hook-cost: git fast-import failed")
    git("update-ref", "-d", "refs/heads/scaffold")
    git("remote", "add", "origin", "https://example.org/model.git")
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    git("config", "user.name", "Anna")
    git("config", "user.email", "anna@example.org")
    git("reset", "--quiet", "--hard")
    git("pack-refs", "--all")
    if commit_graph:
        git("commit-graph", "write", "--reachable")
    return experiment
