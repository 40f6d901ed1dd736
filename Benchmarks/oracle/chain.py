"""A branch's first-parent chain, and what stands above what."""

import dataclasses
import random

SAMPLE = 100


@dataclasses.dataclass
class Step:
    oid: str
    parents: list
    tree: str
    subject: str
    place: int = 0      # from 0, the oldest

    @property
    def is_merge(self):
        return len(self.parents) > 1


def read(git, tip):
    """The steps from the oldest to the tip."""
    listed = git.ask("log", "-z", "--first-parent", "--encoding=UTF-8",
                     "--format=tformat:%H%n%P%n%T%n%s", tip)
    steps = []
    for record in listed.decode(errors="surrogateescape").split("\0"):
        if record:
            oid, parents, tree, subject = record.split("\n", 3)
            steps.append(Step(oid, parents.split(), tree, subject))
    steps.reverse()
    for place, step in enumerate(steps):
        step.place = place
    return steps


class Topology:
    """How every commit lies to the chain. The chain's ancestors of a commit are always its oldest
    part, so one number says how much of it a commit holds, and another which step first held it."""

    def __init__(self, git, steps):
        self.git = git
        places = {step.oid: step.place for step in steps}
        self.holds = dict(places)       # the newest step that a commit has; -1 for none
        self.since = dict(places)       # the oldest step that has the commit
        tip = steps[-1].oid
        for oid, parents in self.walk(tip, "--reverse"):
            if oid not in places:
                self.holds[oid] = max((self.holds[parent] for parent in parents), default=-1)
        for oid, parents in self.walk(tip):
            for parent in parents:
                if parent not in places:
                    self.since[parent] = min(self.since.get(parent, len(steps)), self.since[oid])

    def walk(self, tip, *more):
        with self.git.stream("rev-list", "--topo-order", "--parents", *more, tip) as process:
            for line in process.stdout:
                oid, *parents = line.decode().split()
                yield oid, parents

    def has_newest(self, step, head):
        """Whether a head that a step merges holds the step's first parent."""
        return self.holds[head] >= step.place - 1

    def is_old(self, step, head):
        """Whether a step's first parent has the head already."""
        return self.since[head] < step.place

    def check(self, steps, seed=1):
        """Asks `git merge-base --is-ancestor` about some of the merges, and gives those where it
        answers otherwise: there must be none."""
        pairs = [(step, head) for step in steps for head in step.parents[1:]]
        chosen = random.Random(seed).sample(pairs, min(SAMPLE, len(pairs)))
        return [step.oid for step, head in chosen
                if self.ancestor(step.parents[0], head) != self.has_newest(step, head)
                or self.ancestor(head, step.parents[0]) != self.is_old(step, head)]

    def ancestor(self, old, new):
        return self.git.yes("merge-base", "--is-ancestor", old, new)
