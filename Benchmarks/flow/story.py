"""Tells a history in the team's flow: landings on develop, promotions to main.

What a landing is reported for is noted where it follows from the model (its source lacks the newest
develop, it brings no entry); what a breach adds to that, breaches.py notes. Memory does not grow
with the history: of develop, only the newest landings are remembered.
"""

import collections
import random
import subprocess
import tempfile

from . import subjects
from .writer import Writer

PEOPLE = ("anna", "boris", "vera", "gleb", "daria", "egor", "zoya", "ivan", "kira", "lev")
POLICY = 'version: 1\nexperiments:\n  entry: { exempt: ["docs/**"] }\n'
ATTRIBUTES = "experiments/**/*.md merge=union\n"
NEWLY_LANDED = 16


def person(number):
    name = PEOPLE[number % len(PEOPLE)]
    return name if number < len(PEOPLE) else f"{name}{number // len(PEOPLE)}"


def signature(name):
    return f"{name.capitalize()} <{name}@example.org>"


class State:
    """A commit of develop with the journal that new entries go to."""

    def __init__(self, mark, journal, landing):
        self.mark, self.journal, self.landing = mark, journal, landing


class Side:
    """Somebody's intermediate branch, on its way to develop."""

    def __init__(self, owner, state):
        self.owner, self.branch = owner, f"intermediate/{owner}"
        self.mark = state.mark
        self.seen = state.landing      # the newest landing that it has pulled
        self.files = {}                # what it brings beyond develop
        self.before = {}               # the texts that its changes of shared journals began with
        self.journal = state.journal
        self.entries = 0
        self.names = []


class History:
    def __init__(self, stream, shape):
        self.out = Writer(stream)
        self.shape = shape
        self.random = random.Random(shape.seed)
        self.landings = self.requests = self.touched = self.experiments = 0
        self.changes = collections.deque(maxlen=NEWLY_LANDED)
        self.unpromoted = {}
        self.kept = collections.deque(maxlen=max(1, shape.kept))
        self.people = {}
        self.findings = []             # (branch, rule, mark, path)
        self.start()

    # --- files -----------------------------------------------------------------------------------

    def source(self, number):
        number %= self.shape.files
        width = -(-self.shape.files // self.shape.folders)
        return f"src/group{number // width:04}/part{number:05}.py"

    def next_source(self):
        """A path that no landing of late has touched."""
        self.touched += 1
        return self.source(self.touched)

    def start(self):
        self.out.begin()
        files = {self.source(number): f"part = {number}\n" for number in range(self.shape.files)}
        files |= {"README.md": "# A model\n", ".gitflow-guard.yml": POLICY,
                  ".gitattributes": ATTRIBUTES, "experiments/README.md": "Results stand here.\n"}
        self.texts = {path: text for path, text in files.items() if path.startswith("src/")}
        mark = self.out.commit("Start\n", [], files, signature("anna"))
        self.main = mark
        self.states = collections.deque([State(mark, (0, 0), 0)], maxlen=NEWLY_LANDED)

    @property
    def develop(self):
        return self.states[-1]

    def journal_path(self, number):
        return f"experiments/part{number // 100:03}/journal{number:05}.md"

    # --- an intermediate branch ------------------------------------------------------------------

    def begin(self, lag=0, owner=None):
        """A branch off develop as it was so many landings ago."""
        owner = owner or person(self.random.randrange(self.shape.people))
        lag = min(lag, len(self.states) - 1, len(self.changes))
        return Side(owner, self.states[-1 - lag])

    def commit(self, side, message, files, parents=()):
        side.mark = self.out.commit(message, [side.mark, *parents], files, signature(side.owner))
        side.files.update(files)

    def experiment(self, side, files=None, tries=None):
        """An experiment branch off the side, and its merge into the side."""
        self.experiments += 1
        branch = f"experiment/e{self.experiments:07}"
        tip, before, work = side.mark, side.mark, {}
        for part in range(tries or self.shape.tries):
            changed = files if files is not None and part == 0 else {
                self.next_source(): f"part = {self.experiments}.{part}\n"}
            before = tip
            tip = self.out.commit(f"Try {self.experiments}.{part}\n", [tip], changed, signature(side.owner))
            work.update(changed)
        self.kept.append((branch, tip, before))
        side.names.append(branch)
        self.commit(side, f"Merge branch '{branch}' into {side.branch}\n", work, [tip])

    def sync(self, side):
        """Pulls the newest develop, as a merge; nothing where the side has it."""
        if side.seen == self.develop.landing:
            return
        landed = {}
        for landing, change, _ in self.changes:
            if landing > side.seen:
                landed.update(change)
        for path in landed.keys() & side.files.keys():
            landed[path] = self.joined(path, side, theirs=landed[path])
        subject = self.random.choice((
            f"Merge branch 'develop' into {side.branch}\n",
            f"Merge branch 'develop' of {subjects.HOST}/team/model into {side.branch}\n",
            f"Merge remote-tracking branch 'origin/develop' into {side.branch}\n"))
        side.mark = self.out.commit(
            subject, [side.mark, self.develop.mark], landed, signature(side.owner))
        side.files.update({path: landed[path] for path in landed.keys() & side.files.keys()})
        side.before = {path: self.texts.get(path) or "" for path in side.before}
        side.seen, side.journal = self.develop.landing, self.develop.journal

    def describe(self, side, shared=None):
        """An entry for all that the side brings."""
        self.requests += 1
        names = side.names or [side.branch]
        text = "".join(
            f"\n## {name}\n\n**Hypothesis:** try {number} of {self.requests}\n"
            f"**Metrics:** f1 = 0.{self.requests % 89 + 10}\n"
            for number, name in enumerate(names))
        shared = self.random.random() < self.shape.shared if shared is None else shared
        if shared:
            number, _ = side.journal
            path = self.journal_path(number)
            old = side.files.get(path, self.base_text(side, path))
            side.before.setdefault(path, old)
            files = {path: (old or "# Experiments\n") + text}
        else:
            batch = self.requests // 200
            folder = f"experiments/part{batch // 50:03}/batch{batch:05}"
            files = {f"{folder}/e{self.requests:07}.md": text.lstrip("\n")}
        self.commit(side, f"Describe {names[0]}\n", files)
        side.entries += len(names)

    def base_text(self, side, path):
        """A journal's text as it was at the side's start."""
        text = self.texts.get(path) or ""
        for landing, change, old in reversed(self.changes):
            if landing > side.seen and path in change:
                text = old[path] or ""
        return text

    def joined(self, path, side, theirs=None, ours=None):
        """What git's union merge makes of a journal on two sides."""
        base = side.before.get(path) or ""
        first = side.files[path] if ours is None else ours
        second = side.files[path] if theirs is None else theirs
        # Where one side has no journal any more it is a conflict, and the text that is left stands.
        if first is None or second is None:
            return second if first is None else first
        if base in (first, second):
            return second if first == base else first
        with tempfile.TemporaryDirectory() as folder:
            names = []
            for name, text in (("ours", first), ("base", base), ("theirs", second)):
                names.append(f"{folder}/{name}")
                with open(names[-1], "w", encoding="utf-8") as file:
                    file.write(text)
            return subprocess.run(["git", "merge-file", "--union", "-p", *names], check=True,
                                  capture_output=True, text=True).stdout

    # --- develop ---------------------------------------------------------------------------------

    def found(self, rule, mark, path=None, branch="develop"):
        self.findings.append((branch, rule, mark, path))

    def subject(self, source, target="develop"):
        self.requests += 1
        forms = subjects.ALL
        name = self.shape.subjects
        form = self.random.choice(list(forms.values())) if name == "mixed" else forms[name]
        return form(source, target, self.requests)

    def automatic(self, side):
        """The files in which merging the side into develop differs from develop."""
        files = dict(side.files)
        for path in side.before:
            files[path] = self.joined(path, side, ours=self.texts.get(path) or "")
        return files

    def land(self, side, subject=None, files=None, more=(), owes=True):
        """Merges the side into develop. `files` is what the merge holds where it is not git's own;
        `more` are further sides, as in an octopus; `owes` is whether an entry is due."""
        sides = [side, *more]
        files = self.automatic(side) if files is None else files
        stale = any(one.seen < self.develop.landing for one in sides)
        mark = self.out.commit(
            subject or self.subject(side.branch),
            [self.develop.mark, *(one.mark for one in sides)], files, signature(side.owner))
        if stale:
            self.found("stale-source", mark)
        if owes and sum(one.entries for one in sides) == 0:
            self.found("experiment-entry", mark)
        for one in sides:
            self.people[one.owner] = one.mark
        self.move(mark, files, sum(one.entries for one in sides))
        return mark

    def direct(self, message, files, entries=0, owes=True, by="boris"):
        """A plain commit on develop."""
        mark = self.out.commit(message, [self.develop.mark], files, signature(by))
        self.found("direct-commit", mark)
        if owes and entries == 0:
            self.found("experiment-entry", mark)
        self.move(mark, files, entries)
        return mark

    def move(self, mark, files, entries=0):
        """Develop stands at a new commit that differs from the last in these files."""
        self.landings += 1
        old = {path: self.texts.get(path) for path in files}
        self.changes.append((self.landings, files, old))
        self.unpromoted.update(files)
        number, count = self.develop.journal
        current = {self.journal_path(number), self.journal_path(number - 1)}
        for path, text in files.items():
            if not path.startswith("experiments/") or path in current:
                self.texts[path] = text
        count += entries
        if count >= self.shape.journal_entries:
            self.texts.pop(self.journal_path(number - 1), None)
            number, count = number + 1, 0
        self.states.append(State(mark, (number, count), self.landings))

    def promote(self, more=None):
        """Merges develop into main."""
        files = self.unpromoted | (more or {})
        self.main = self.out.commit(self.subject("develop", "main"),
                                    [self.main, self.develop.mark], files, signature("vera"))
        self.unpromoted = {}
        return self.main

    def ordinary(self, owner=None, plain=False):
        """One landing as the shape has it; a plain one is neither stale nor late."""
        chance = 1.0 if plain else self.random.random()
        stale = chance < self.shape.stale
        late = stale or chance < self.shape.stale + self.shape.lagged
        side = self.begin(self.random.randint(1, self.shape.lag) if late else 0, owner)
        for _ in range(self.random.randint(1, self.shape.experiments)):
            self.experiment(side)
        early = late and self.random.random() < 0.5
        if early:
            self.describe(side)
        if late and not stale:
            self.sync(side)
        if not early:
            self.describe(side)
        self.land(side)
