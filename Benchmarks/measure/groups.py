"""The groups of cases that are measured, each beside the targets that the project has set."""

import dataclasses
import json
import subprocess

from . import audits, document, hooks, peers
from .runs import Case, Surprise, written_at_once


class Plan:
    """How much is measured."""

    def __init__(self, binary, bench, histories, chosen):
        self.binary, self.bench, self.histories = binary, bench, histories
        self.runs, self.long_runs, self.full = chosen.runs, chosen.long_runs, chosen.full
        self.small = 1_000
        self.middle = 100_000 if chosen.full else 3_000
        self.large = 1_000_000 if chosen.full else 10_000
        self.probe = chosen.probe
        self.usual = [name for name in ALL if (name != "peers" or chosen.peers)
                      and (name != "refs" or chosen.probe)]

    def landings(self, commits):
        """A repository for pushes, with a commit-graph."""
        return self.histories.get(f"push{commits}", commits=commits)

    @property
    def behind(self):
        """How many merges the branch of ``late`` is behind."""
        return 2_000 if self.full else self.large // 20

    def late(self):
        """The largest of these with a branch that was left lying."""
        return self.histories.left_lying(
            f"late{self.large}", self.landings(self.large), self.behind)

    def audited(self, commits):
        return self.histories.get(f"audit{commits}", commits=commits, **audits.SHAPE)

    def rules(self):
        said = subprocess.run([self.binary, "rules", "--format", "json"], check=True,
                              capture_output=True, env=self.bench.environment).stdout
        return [rule["rule"] for rule in json.loads(said)["data"]]


def start(plan):
    """A hook from start to exit."""
    folder = plan.landings(plan.small)
    cases = hooks.cases(plan.binary, plan.histories, folder)
    at_once = written_at_once(plan.binary, plan.bench.scratch)
    cases += [dataclasses.replace(case, name=f"{case.name}, written at once", times=[],
                                  command=[at_once, *case.command[1:]]) for case in cases[2:4]]
    plan.bench.interleave(cases, plan.runs, warm_ups=5)
    for case in cases[:5]:
        plan.bench.count(case)
    targets = {"pre-push, nothing to judge": 0.5, "pre-push, landing on develop": 1.0,
               "the landing, through sh wrapper": 1.5}
    return "\n\n".join((
        "## A hook, from start to exit",
        f"{plan.small:,} commits; {plan.runs} runs of each. The second `rev-parse` tells the noise. The "
        "program is a copy as `make install` leaves it; the last two rows are of one that was written at "
        "once, which the page cache has in larger pieces.",
        document.rows(cases, cases[0], targets)))


def growth(plan):
    """A push as the history grows."""
    sizes = (plan.small, plan.middle, plan.large)
    cases = [hooks.landing(plan.binary, plan.histories, plan.landings(size),
                           f"pre-push, landing on develop, {size:,} commits") for size in sizes]
    plan.bench.interleave(cases, plan.runs)
    for case in cases:
        plan.bench.count(case)
    # The gate's size, whatever is measured otherwise: it needs one run and no clock.
    gate = hooks.landing(plan.binary, plan.histories, plan.landings(10_000),
                         "pre-push at 10,000 commits")
    count = plan.bench.count(gate)
    said = "" if count is None else (
        f"\n\nInstructions of that push at 10,000 commits: {count / 1e6:.2f} M (target ≤ 2.0 M).")
    return "\n\n".join((
        "## A push as the history grows",
        f"A landing on develop, divided by the same at {plan.small:,} commits; all with a "
        f"commit-graph; {plan.runs} runs of each.",
        document.rows(cases, cases[0], {cases[-1].name: 1.5}))) + said


def bases(plan):
    """A branch that is thousands of merges behind."""
    folder, usual = plan.late(), plan.landings(plan.large)
    source, target = "intermediate/late", "develop"
    cases = [
        Case("git merge-base", ["git", "merge-base", f"origin/{target}", source], folder),
        Case("gitflow-guard verify of that branch",
             [plan.binary, "verify", "--source", source, "--target", target], folder, status=1),
        hooks.landing(plan.binary, plan.histories, folder, "pre-push of another, which is not"),
        hooks.landing(plan.binary, plan.histories, usual, "the same where no branch is behind"),
    ]
    alone = "our merge base alone"
    if plan.probe:
        ids = [plan.histories.git(folder, "rev-parse", name) for name in (f"origin/{target}", source)]
        cases.insert(1, Case(alone, [plan.probe, "merge-base", *ids], folder))
        plan.bench.same(cases[0], cases[1])
    plan.bench.interleave(cases, plan.runs)
    return "\n\n".join((
        "## A branch that is far behind",
        f"`{source}` is {plan.behind:,} merges behind in a history of {plan.large:,} commits, with "
        "a commit-graph. The merge base alone is what `bench-probe` prints, which asks the engine's "
        "reader this one question. `verify` does all that it has to: it also makes the merge and "
        "refuses the branch as stale.",
        document.rows(cases, cases[0], {alone: 0.6})))


def crowd(plan):
    """A few branches among many other references."""
    count = 100_000
    folder = plan.histories.crowded(f"refs{count}", plan.landings(plan.small), count)
    listing = ["--format=%(objectname) %(refname)", "refs/heads", "refs/remotes"]
    cases = [
        Case("git for-each-ref refs/heads refs/remotes", ["git", "for-each-ref", *listing], folder),
        Case("the same by our reader", [plan.probe, "branches"], folder),
        Case("git for-each-ref 'refs/*/main', which looks at all of them",
             ["git", "for-each-ref", "refs/*/main"], folder),
        hooks.landing(plan.binary, plan.histories, folder, "pre-push, landing on develop"),
    ]
    plan.bench.same(cases[0], cases[1])
    plan.bench.interleave(cases, plan.runs)
    return "\n\n".join((
        "## A few branches among many references",
        f"{count:,} packed references of a forge (`refs/changes/…`) beside the branches.",
        document.rows(cases, cases[0], {}),
        f"Our reader beside git where it looks at all: {cases[1].median / cases[2].median:.2f} "
        "(target ≤ 0.2). Where git looks for the place as well, both cost what a start costs."))


def history(plan):
    """An audit of a whole history."""
    tables = []
    for size in (plan.middle, plan.large):
        folder = plan.audited(size)
        cases = audits.cases(plan.binary, plan.histories, folder, plan.rules())
        plan.bench.interleave(cases, plan.long_runs, warm_ups=1)
        targets = {cases[2].name: 0.5, cases[3].name: 0.3, cases[4].name: 3}
        tables.append(f"{size:,} commits\n\n{document.rows(cases, cases[0], targets)}")
    return "\n\n".join((
        "## An audit of a whole history",
        "Divided by `git log --first-parent -m --name-only -- experiments` without a commit-graph; "
        f"the audit has one. {plan.long_runs} runs of each. The tree has "
        f"{audits.SHAPE['files']:,} files; 2 % of the landings are stale and so have to be merged "
        "again, which only `merge-content`, the sixth rule, does. The fifth, `experiment-entry`, reads "
        "the journals, as `git log -p` does and `--name-only` does not.", *tables))


def memory(plan):
    """What an audit holds."""
    lines, peaks = [], {}
    for size in (plan.middle, plan.large):
        cases = audits.cases(plan.binary, plan.histories, plan.audited(size), plan.rules())
        peaks[size] = plan.bench.anonymous(cases[2])
        lines.append(f"| {size:,} | {peaks[size] / 1024:.1f} |")
    if not peaks[plan.middle]:
        raise Surprise("the audit was gone before its memory could be seen")
    return "\n\n".join((
        "## What an audit holds",
        "Peak of anonymous memory (`RssAnon` of all its processes, looked at every 2 ms), five rules, "
        "one process.",
        "\n".join(("| commits | MiB |", "| ---: | ---: |", *lines)),
        f"Ratio: {peaks[plan.large] / peaks[plan.middle]:.1f} (target ≤ 5 from 100,000 to 1,000,000)."))


def others(plan):
    """Other hook managers."""
    known = peers.Peers(plan.bench)
    cases = known.cases(plan.binary, plan.histories, plan.landings(plan.small))
    plan.bench.interleave(cases, max(10, plan.runs // 3))
    names = {case.name: case for case in cases}
    ours, theirs = cases[1], names["lefthook's binary, an empty job"]
    return "\n\n".join((
        "## Beside other hook managers",
        f"A pre-push hook; theirs run one job, `true`. {', '.join(known.versions())}, as installed "
        "from PyPI.",
        document.rows(cases, cases[0], {}),
        f"Ours, a whole judgement, beside lefthook's binary: {ours.median / theirs.median:.2f} "
        f"(target ≤ 0.1); beside prek: "
        f"{ours.median / names['prek by its hook file, an empty job'].median:.2f}."))


ALL = {"hook": start, "growth": growth, "merge-base": bases, "refs": crowd,
       "audit": history, "memory": memory, "peers": others}
