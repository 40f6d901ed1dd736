"""Whether a step adds an entry under the folder of the experiments.

By flow.md's row on `experiment-entry` and decision 0007: new text files are found by git's own
comparison, sections are counted. This is a second reading of the same words, not the engine's.
"""

import collections
import dataclasses
import re
import unicodedata

from . import content, markdown

FILE, LINK, SUBMODULE = ("100644", "100755", "100664"), "120000", "160000"
JOURNAL_LIMIT, FILE_LIMIT = 64 << 20, 1 << 20
POINTER = b"version https://git-lfs.github.com/spec/"

DESCRIBED = {"hypothesis", "data", "metrics", "result", "conclusion"}
ORIGINS = {"branch", "author", "date", "base", "commits"}
SPELLINGS = {
    "гипотеза": "hypothesis", "гипотезы": "hypothesis", "hypotheses": "hypothesis",
    "данные": "data", "метрики": "metrics", "метрика": "metrics", "metric": "metrics",
    "результат": "result", "результаты": "result", "results": "result", "вывод": "conclusion",
    "выводы": "conclusion", "conclusions": "conclusion", "ветка": "branch", "ветки": "branch",
    "branches": "branch", "автор": "author", "авторы": "author", "authors": "author",
    "дата": "date", "основа": "base", "база": "base", "коммиты": "commits", "коммит": "commits",
    "commit": "commits"}
WHOLE = ""      # the section of a text without headings
FIELD = re.compile(r"\s*(?:[-+*]\s+)?(?:\*\*|__)(.{1,60}?)(?:\*\*|__)\s*:?\s*(.*)$")
HOLLOW = re.compile(r"(?:todo|tbd|tba|fixme|xxx)\b.{0,80}|<[^<>]*>|\{\{.*\}\}", re.I)

SETTINGS = {".gitflow-guard.yml", ".gitflow-guard.yaml", ".gitattributes", ".gitlab-ci.yml",
            ".github/workflows/gitflow-guard.yml", ".gitea/workflows/gitflow-guard.yml"}
LAYOUT = {"app/app.py", "README.md", "requirements.in", "requirements.txt",
          *(f"{name}/.gitkeep" for name in
            ("config", "data", "models", "notebooks", "src", "tests"))}


@dataclasses.dataclass
class Change:
    path: str
    before: tuple               # mode and blob; None where there was nothing
    after: tuple
    is_moved: bool = False      # by git's rename detection, within the folder


def is_blank(text):
    return all(char.isspace() or unicodedata.category(char) in ("Cf", "Cc", "Zs", "Zl", "Zp")
               for char in text)


class Entries:
    def __init__(self, git, blobs, policy):
        self.git, self.blobs, self.policy = git, blobs, policy
        self.known = {}

    def changes(self, tip):
        """By step, what differs from the first parent under the folder."""
        listed = self.git.text(
            "log", "--first-parent", "-m", "--raw", "--no-abbrev", "-M", "-z",
            "--format=tformat:%x01%H", tip, "--", self.policy.directory)
        found = {}
        for record in listed.split("\x01")[1:]:
            oid, *fields = record.split("\0")
            found[oid[:40]] = list(self.read(collections.deque(field for field in fields if field)))
        return found

    def read(self, fields):
        while fields:
            head = fields.popleft().lstrip("\n")
            if not head:
                continue
            modes = head[1:].split(" ")
            before, after = [None if not int(mode, 8) else (mode, blob)
                             for mode, blob in ((modes[0], modes[2]), (modes[1], modes[3]))]
            if modes[4][0] == "R":
                yield Change(fields.popleft(), before, None, is_moved=True)
                yield Change(fields.popleft(), None, after, is_moved=True)
            else:
                yield Change(fields.popleft(), before, after)

    # --- what counts -----------------------------------------------------------------------------

    def is_journal(self, path):
        inside = path[len(self.policy.directory) + 1:]
        return any(matches(pattern, inside) for pattern in self.policy.files)

    def is_template(self, path):
        return path[len(self.policy.directory) + 1:].lower() == "template.md"

    def text(self, side, path):
        """The text of one side of a change; None for what is none."""
        if side is None or side[0] not in FILE or self.is_template(path):
            return None
        data = self.blobs.read(side[1])
        limit = JOURNAL_LIMIT if self.is_journal(path) else FILE_LIMIT
        if data is None or len(data) > limit or data.startswith(POINTER) or b"\0" in data[:8000]:
            return None
        text = data.decode(errors="replace")
        return None if is_blank(text) else text

    def added(self, changes):
        """Why a step adds an entry; None where it does not."""
        before = after = 0
        for change in changes:
            if self.is_journal(change.path):
                old = self.sections(change.before, change.path)
                new = self.sections(change.after, change.path)
                if old and new and (old == [WHOLE]) != (new == [WHOLE]):
                    # A text without headings has no section that could have been moved.
                    old, new = ([] if one == [WHOLE] else one for one in (old, new))
                before += len(old)
                after += len(new)
            elif change.is_moved:
                # What was no journal may have become one, or the other way round.
                before += self.text(change.before, change.path) is not None
                after += self.text(change.after, change.path) is not None
            elif (change.before is None or change.before[0] not in FILE) and (
                    self.text(change.after, change.path)):
                return f"{change.path} is a new text file"
        return f"{before} sections have become {after}" if after > before else None

    def sections(self, side, path):
        key = side and (side[1], side[0], path)
        if key not in self.known:
            text = self.text(side, path)
            self.known[key] = [] if text is None else sections(text, self.policy.sections)
        return self.known[key]

    # --- what owes none --------------------------------------------------------------------------

    def owes(self, changes):
        """Whether changed paths (to git's letters) are more than settings and exempt paths."""
        journal = f"{self.policy.directory}/journal.md"
        template = f"{self.policy.directory}/TEMPLATE.md"
        for path, status in changes.items():
            is_setup = path in SETTINGS or (
                status == "A" and (path in LAYOUT or path in (journal, template)))
            if not is_setup and not any(matches(p, path) for p in self.policy.exempt):
                return True
        return False

    def judge(self, steps, changes):
        """The steps that lack an entry."""
        trees, missing = set(), []
        for step in steps:
            if step.parents and step.tree not in trees and not (
                    self.added(changes.get(step.oid, []))):
                missing.append(step)
            trees.add(step.tree)
        before = self.git.names([f"{step.parents[0]}^{{tree}}" for step in missing])
        paths = content.differences(self.git, [(tree, step.tree)
                                               for tree, step in zip(before, missing)])
        return [step.oid for step, changed in zip(missing, paths) if self.owes(changed)]


def matches(pattern, path):
    """git-like: `*` stays within a part, `**/` takes any number of parts."""
    expression = re.escape(pattern).replace(r"\*\*/", "(?:.*/)?").replace(r"\*\*", ".*")
    expression = expression.replace(r"\*", "[^/]*").replace(r"\?", "[^/]")
    return re.fullmatch(expression, path) is not None


def field_of(name, own=()):
    key = name.strip().rstrip(":：.").strip().lower()
    key = SPELLINGS.get(key, key)
    return key if key in DESCRIBED | ORIGINS or key in own else None


def sections(text, own=()):
    """The headings that count as sections and say something; a text without any is one."""
    own = {name.lower() for name in own}
    found = markdown.parts(text)
    headed = [part for part in found if part.level and not is_blank(part.heading)]
    if not headed or all(field_of(part.heading, own) for part in headed):
        return [WHOLE] if says_something(found, own) else []
    counted, inside = [], None
    for place, part in enumerate(headed):
        if inside is not None and part.level > inside:
            continue        # a part of an entry that gives its fields
        inside = None
        if place and field_of(part.heading, own):
            continue
        below = [field_of(part.heading, own)]
        following = []
        for other in headed[place + 1:]:
            if other.level <= part.level:
                break
            following.append(other)
        direct = {fields for line in part.lines if (fields := line_field(line, own))}
        direct |= {name for other in following if (name := field_of(other.heading, own))}
        if len(direct & (DESCRIBED | own)) > 1 and not any(
                line_field(line, own) for other in following
                if not field_of(other.heading, own) for line in other.lines):
            inside = part.level
            below = [part, *following]
        else:
            below = [part]
            for other in following:
                if not field_of(other.heading, own):
                    break
                below.append(other)
        is_group = bool(following) and below == [part]
        if is_group or says_something(below, own, part.heading):
            counted.append(part.heading)
    return counted


def line_field(line, own):
    found = FIELD.match(line)
    return field_of(found[1], own) if found else None


def says_something(found, own, heading=""):
    """Whether parts hold more than blanks, placeholders and where an entry comes from."""
    values, free, origins = [], [], []
    for part in found:
        name = field_of(part.heading, own) if part.level and part.heading != heading else None
        for line in part.lines:
            line = markdown.COMMENT.sub("", line)
            if is_blank(line):
                continue
            field = FIELD.match(line)
            key = field_of(field[1], own) if field else name
            (origins if key in ORIGINS else values if key else free).append(
                field[2] if field and field_of(field[1], own) else line)
    if any(not is_hollow(line) for line in values + free):
        return True
    if values or free:
        return False
    if origins:
        return any(not is_hollow(line) for line in origins)
    return bool(heading) and not HOLLOW.fullmatch(heading)


def is_hollow(line):
    words = line.strip()
    return not any(char.isalnum() for char in words) or HOLLOW.fullmatch(words) is not None
