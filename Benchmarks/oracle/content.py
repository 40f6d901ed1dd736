"""What a merge holds beyond what git's own merge of its parents gives.

The merge is git's `ort`, as `git log --remerge-diff` runs it; `git merge-tree --stdin` is the same
for many at once. Attributes are those at the root of the first parent, where somebody would have
merged; they lie in the scratch repository's work tree, since git reads them nowhere else.
"""

import collections
import dataclasses
import os
import subprocess

from .git import Unanswered


@dataclasses.dataclass
class Merge:
    """What git says of one merge."""

    oid: str
    ours: str
    theirs: str
    tree: str
    is_forward: bool = False    # the first parent is an ancestor of the second
    automatic: str = None       # the tree that merging gives; None where git gave no answer
    conflicts: set = dataclasses.field(default_factory=set)
    kinds: set = dataclasses.field(default_factory=set)      # of git's messages
    renamed: set = dataclasses.field(default_factory=set)
    changes: dict = dataclasses.field(default_factory=dict)  # path to status, all that differ
    breach: list = dataclasses.field(default_factory=list)   # paths that must not differ
    gap: str = None

    @property
    def left_out(self):
        return sorted(set(self.changes) - set(self.breach))


def judge(git, steps, topology, note=lambda text: None):
    """Every two-parent merge of the steps, by its id. Several heads at once are no subject."""
    pairs = [step for step in steps if len(step.parents) == 2]
    trees = git.names([f"{step.parents[1]}^{{tree}}" for step in pairs])
    attributes = git.names([f"{step.parents[0]}:.gitattributes" for step in pairs])
    merges, groups = {}, collections.defaultdict(list)
    for step, tree, attribute in zip(pairs, trees, attributes):
        merge = Merge(step.oid, *step.parents, step.tree)
        merges[step.oid] = merge
        if topology.has_newest(step, step.parents[1]):
            merge.automatic, merge.is_forward = tree, True
        else:
            groups[attribute].append(merge)
    for place, (attribute, group) in enumerate(groups.items()):
        note(f"merging again: attributes {place + 1} of {len(groups)}, {len(group)} merges")
        merge_again(git, attribute, group)
    compare(git, list(merges.values()))
    return merges


def merge_again(git, attribute, group):
    path = os.path.join(git.folder, ".gitattributes")
    if os.path.lexists(path):
        os.remove(path)
    if attribute:
        with open(path, "wb") as file:
            file.write(git.ask("cat-file", "blob", attribute))
    waiting = list(group)
    while waiting:
        done = ask(git, waiting)
        if done < len(waiting):
            # git ends at a merge that it can't make (an object that is not there).
            waiting[done].gap = "git gave no answer"
            done += 1
        waiting = waiting[done:]


def ask(git, group):
    """Lets git make the merges; gives how many it made."""
    lines = "".join(f"{merge.ours} {merge.theirs}\n" for merge in group)
    asked = os.path.join(git.folder, ".git", "asked")
    with open(asked, "w", encoding="utf-8") as file:
        file.write(lines)
    done = 0
    with open(asked, "rb") as given, subprocess.Popen(
            ["git", "-C", git.folder, "merge-tree", "--stdin", "-z", "--messages",
             "--allow-unrelated-histories"], env=git.environment, stdin=given,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        fields = Fields(process.stdout)
        for merge in group:
            if not fields.merge(merge):
                merge.automatic = None
                break
            done += 1
    return done


class Fields:
    """Reads what `git merge-tree --stdin -z` prints: for each merge its status, its tree, the
    entries in conflict, and the messages with the paths that they are about."""

    def __init__(self, stream):
        self.stream, self.rest, self.found = stream, b"", collections.deque()

    def next(self):
        while not self.found:
            chunk = self.stream.read1(1 << 16)
            if not chunk:
                return None
            *whole, self.rest = (self.rest + chunk).split(b"\0")
            self.found.extend(whole)
        return self.found.popleft().decode(errors="surrogateescape")

    def merge(self, merge):
        status, merge.automatic = self.next(), self.next()
        if status not in ("0", "1") or merge.automatic is None:
            return False
        while entry := self.next():
            merge.conflicts.add(entry.split("\t", 1)[1])
        while count := self.next():
            paths = [self.next() for _ in range(int(count))]
            kind, _ = self.next(), self.next()
            merge.kinds.add(kind)
            if kind is not None and kind.startswith("CONFLICT"):
                merge.conflicts.update(paths)
        return True


def compare(git, merges):
    """Fills in which paths differ from the automatic merge, and which of them must not."""
    differing = [merge for merge in merges if merge.automatic and merge.automatic != merge.tree]
    changes = differences(git, [(merge.automatic, merge.tree) for merge in differing])
    for merge, merge.changes in zip(differing, changes):
        merge.breach = sorted(path for path in merge.changes
                              if not touches(path, merge.conflicts))
        if merge.breach and not merge.is_forward:
            merge.renamed = renames(git, merge)
            merge.breach = [path for path in merge.breach if path not in merge.renamed]


def differences(git, pairs):
    """For each pair of trees the paths that differ, with git's letter."""
    listed = git.text("diff-tree", "--stdin", "-r", "--no-renames", "--name-status", "-z",
                      given="".join(f"{one} {other}\n" for one, other in pairs))
    place, result = 0, []
    for one, other in pairs:
        head = f"{one} {other}\n"
        if not listed.startswith(head, place):
            raise Unanswered(f"git diff-tree said nothing of {head}")
        place += len(head)
        changes = {}
        # A change is a letter, NUL, the path, NUL; the next pair's line begins with an id.
        while listed[place + 1:place + 2] == "\0":
            end = listed.index("\0", place + 2)
            changes[listed[place + 2:end]] = listed[place]
            place = end + 1
        result.append(changes)
    return result


def touches(path, conflicts):
    """Whether a path is in conflict, or stands above or below one that is."""
    if path in conflicts:
        return True
    return any(path.startswith(other + "/") or other.startswith(path + "/") for other in conflicts)


def bases(git, merge):
    try:
        return git.text("merge-base", "--all", merge.ours, merge.theirs).split()
    except Unanswered:  # they have none: git ends with 1
        return []


def renames(git, merge):
    """The old and new names that either side has renamed since a merge base."""
    found = set()
    for base in bases(git, merge):
        for side in (merge.ours, merge.theirs):
            fields = git.text("diff-tree", "-r", "-z", "-M", "-l7000", "--diff-filter=R",
                              "--name-status", base, side).split("\0")[:-1]
            for place in range(0, len(fields), 3):
                found.update(fields[place + 1:place + 3])
    return found
