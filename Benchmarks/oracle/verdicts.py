"""What git's answers say about every step, rule by rule."""

import dataclasses

from . import chain, content, entries, subjects
from .git import Blobs

RULES = ("direct-commit", "merge-method", "stale-source", "foxtrot-merge", "experiment-entry",
         "merge-content", "promotion-drift")


@dataclasses.dataclass
class Verdicts:
    steps: list
    merges: dict            # content.Merge by commit
    found: dict             # (commit, rule) to git's evidence, in words
    entry_changes: dict     # by commit, what it changes under the experiments' folder
    entries: entries.Entries
    unproved: list          # where `git merge-base` contradicts the one pass over the history


def judge(git, tip, branch, policy, forwards=(), note=lambda text: None):
    """- forwards: the tips of the branches to which this one may be fast-forwarded."""
    note("reading the chain")
    steps = chain.read(git, tip)
    judged = above_forward(git, steps, forwards)
    note("reading what stands above what")
    topology = chain.Topology(git, steps)
    reader = entries.Entries(git, Blobs(git), policy)
    result = Verdicts(judged, {}, {}, {}, reader, [])
    found = result.found
    for step in judged:
        if len(step.parents) == 1:
            found[step.oid, "direct-commit"] = "one parent"
        heads = step.parents[1:]
        if len(heads) > 1:
            found[step.oid, "merge-method"] = f"{len(step.parents)} parents"
        elif heads and topology.is_old(step, heads[0]):
            found[step.oid, "merge-method"] = "the second parent is an ancestor of the first"
        late = [head for head in heads if not topology.has_newest(step, head)]
        if late and "fresh" in policy.requires:
            found[step.oid, "stale-source"] = (
                f"git merge-base --is-ancestor {step.parents[0][:10]} {late[0][:10]} says no")
        if heads and (how := subjects.pulled(step.subject, branch)):
            found[step.oid, "foxtrot-merge"] = f"{how}: {step.subject}"
    result.unproved = topology.check([step for step in judged if step.is_merge])
    note("merging again")
    result.merges = content.judge(git, judged, topology, note)
    for oid, merge in result.merges.items():
        if merge.breach:
            shown = ", ".join(f"{merge.changes[path]} {path}" for path in merge.breach[:4])
            found[oid, "merge-content"] = f"{len(merge.breach)} paths: {shown}"
    if "entry" in policy.requires:
        note("reading journals")
        result.entry_changes = reader.changes(tip)
        for oid in reader.judge(steps, result.entry_changes):
            number = len(result.entry_changes.get(oid, []))
            found[oid, "experiment-entry"] = (
                f"{number} changes under {policy.directory}/, none adds an entry")
    if "same-tree" in policy.requires:
        drift(git, judged, found)
    return result


def above_forward(git, steps, tips):
    """The steps down to the newest that a branch of the policy's fast-forwards stands on."""
    chains = set()
    for tip in tips:
        chains.update(git.text("rev-list", "--first-parent", tip).split())
    place = max((step.place for step in steps if step.oid in chains), default=-1)
    return steps[place + 1:]


def drift(git, steps, found):
    heads = [(step, head) for step in steps for head in step.parents[1:]]
    trees = git.names([f"{head}^{{tree}}" for _, head in heads])
    for (step, head), tree in zip(heads, trees):
        if tree != step.tree:
            found[step.oid, "promotion-drift"] = f"its tree is not that of {head[:10]}"
