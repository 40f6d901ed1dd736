"""Where git and the audit disagree, and of which kind each disagreement is."""

import dataclasses
import re
import tempfile

from . import content
from .git import Unanswered
from .verdicts import RULES

ATTRIBUTE = re.compile(r"\b(merge|text|eol|binary|crlf|filter|ident|working-tree-encoding)\b")


@dataclasses.dataclass
class Difference:
    commit: str
    rule: str
    git: str            # its evidence; "" where git finds nothing wrong
    audit: str          # its message; "" where the audit finds nothing wrong
    kinds: list


def find(git, verdicts, findings):
    """- findings: the audit's, by commit and rule."""
    steps = {step.oid: step for step in verdicts.steps}
    said = {}
    for (commit, rule), found in findings.items():
        # Of the methods only merges are git's to tell; a branch's squash is attribution.
        if rule not in RULES or (rule == "merge-method" and (
                commit not in steps or not steps[commit].is_merge)):
            continue
        said[commit, rule] = found[0]["message"]
    result = []
    for commit, rule in sorted(verdicts.found.keys() ^ said.keys()):
        evidence = verdicts.found.get((commit, rule), "")
        kinds = kinds_of(git, verdicts, commit, rule)
        result.append(Difference(commit, rule, evidence, said.get((commit, rule), ""), kinds))
    order = {step.oid: -step.place for step in verdicts.steps}
    return sorted(result, key=lambda one: (one.rule, order.get(one.commit, 0)))


def kinds_of(git, verdicts, commit, rule):
    if rule == "merge-content" and commit in verdicts.merges:
        try:
            return sorted(kinds_of_merge(git, verdicts.merges[commit])) or ["not explained"]
        except Unanswered as error:
            return [f"git can't say: {error}"]
    if rule == "experiment-entry":
        return kinds_of_entry(verdicts, commit)
    if rule == "foxtrot-merge":
        return ["subject of an older git" if re.search(
            "^(remote branch|commit)", verdicts.found.get((commit, rule), "")) else "subject"]
    return ["not explained"]


# --- merges ------------------------------------------------------------------------------------------

def kinds_of_merge(git, merge):
    """What there is in a merge that git and libgit2 are known to treat differently."""
    if merge.gap:
        return {merge.gap}
    if merge.is_forward:
        return set()
    kinds = set()
    number = len(content.bases(git, merge))
    if number != 1:
        kinds.add("several merge bases" if number else "no merge base")
    for message in merge.kinds:
        if "directory rename" in (message or "") or "due to directory" in (message or ""):
            kinds.add("folder renamed")
        elif message and "file/directory" in message:
            kinds.add("file and folder")
        elif message and "submodule" in message:
            kinds.add("submodule")
        elif message and "rename" in message:
            kinds.add("rename in conflict")
    renamed = merge.renamed or content.renames(git, merge)
    near = merge.breach or list(merge.changes) or sorted(merge.conflicts)
    if renamed:
        kinds.add("renames" if any(path in renamed for path in near) else "renames elsewhere")
    if attributes(git, merge):
        kinds.add("attributes")
    for path in near[:20]:
        kinds |= kinds_of_path(git, merge, path)
    return kinds


def attributes(git, merge):
    """Whether files below the root, which nothing here looks at, speak of merging as well."""
    listed = git.text("ls-tree", "-r", "-z", merge.ours).split("\0")
    inner = [line.split("\t")[0].split()[2] for line in listed if line.endswith("/.gitattributes")]
    return any(ATTRIBUTE.search(git.text("cat-file", "blob", oid)) for oid in inner[:50])


def entry(git, tree, path):
    listed = git.text("--literal-pathspecs", "ls-tree", "-z", tree, "--", path)
    return tuple(listed.split("\t")[0].split()[::2]) if listed else None


def kinds_of_path(git, merge, path):
    kinds = set()
    bases = content.bases(git, merge)
    sides = [entry(git, tree, path) for tree in (*bases[:1], merge.ours, merge.theirs)]
    modes = {side[0] for side in sides if side}
    if "160000" in modes:
        return {"submodule"}
    if "120000" in modes:
        kinds.add("symbolic link")
    if len(modes) > 1:
        kinds.add("mode changed")
    if len(sides) == 3 and all(sides) and modes <= {"100644", "100755"}:
        base, ours, theirs = (git.ask("cat-file", "blob", side[1]) for side in sides)
        if any(b"\0" in data[:8000] for data in (base, ours, theirs)):
            return kinds | {"binary"}
        if ours != base != theirs and ours != theirs:
            kinds.add("both sides changed the file")
            result = entry(git, merge.automatic, path)
            automatic = result and git.ask("cat-file", "blob", result[1])
            if joined(git, ours, base, theirs) != automatic:
                kinds.add("diff algorithm")
    return kinds


def joined(git, ours, base, theirs):
    """What git makes of three contents with the plain Myers diff; its merges use `histogram`."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            names.append(f"{folder}/{name}")
            with open(names[-1], "wb") as file:
                file.write(data)
        try:
            return git.ask("merge-file", "-p", *names)
        except Unanswered:
            return None


# --- entries -----------------------------------------------------------------------------------------

def kinds_of_entry(verdicts, commit):
    touched = verdicts.entry_changes.get(commit, [])
    reader = verdicts.entries
    kinds = set()
    if why := reader.added(touched):
        kinds.add("new text file" if why.endswith("text file") else "sections counted")
    if any(change.before and change.after is None for change in touched):
        kinds.add("a file is gone")
    if any(reader.is_journal(change.path) for change in touched):
        kinds.add("journal")
    return sorted(kinds) or ["nothing under the folder"]
