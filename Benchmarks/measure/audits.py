"""What an audit costs, beside `git log` over the same history."""

import os

from .runs import Case

EXACT = ("direct-commit", "merge-method", "stale-source", "foxtrot-merge", "experiment-entry")
# The late and the stale sources make merges that have to be made again; wide trees make trees dear.
SHAPE = {"stale": 0.02, "lagged": 0.2, "files": 2_000, "folders": 40, "people": 8, "shared": 0.7,
         "experiments": 2}
# Those of them that read no file's content.
SHAPED = EXACT[:4]
LOG = ["log", "--first-parent", "-m", "--name-only", "develop", "--", "experiments"]
# What git reads where it shows what `experiment-entry` has to know.
PATCHES = ["log", "--first-parent", "-m", "-p", "develop", "--", "experiments"]
# The same as git's `-c`, for a program that has none.
WITHOUT_GRAPH = ["GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=core.commitGraph", "GIT_CONFIG_VALUE_0=false"]


def policy(scratch, name, known, on):
    """A policy file by which only these rules judge."""
    path = os.path.join(scratch, f"{name}.yml")
    off = [rule for rule in known if rule not in on]
    with open(path, "w", encoding="utf-8") as file:
        file.write("version: 1\nrules:\n" + "".join(f'  {rule}: off\n' for rule in off))
    return path


def cases(binary, histories, folder, known):
    """git without and with a commit-graph; the audit by five rules and by six, in one process and
    in two; then by the four that read no content, and git where it reads it; and main, which
    develop never gets. What it finds (the stale sources) makes it end with 1.

    - known: the names of the engine's rules.
    """
    git = ["git", "-C", folder]
    scratch = histories.bench.scratch
    four = policy(scratch, "four", known, SHAPED)
    five = policy(scratch, "five", known, EXACT)
    six = policy(scratch, "six", known, (*EXACT, "merge-content"))
    audit = [binary, "audit", "develop", "-C", folder, "--format", "json"]
    main = [binary, "audit", "main", "-C", folder, "--format", "json", "--policy", six, "--jobs", "1"]
    return [
        Case("git log, no commit-graph", [*git, "-c", "core.commitGraph=false", *LOG], folder),
        Case("git log, with a commit-graph", [*git, *LOG], folder),
        Case("audit by five rules, one process", [*audit, "--policy", five, "--jobs", "1"], folder,
             status=1),
        Case("audit by five rules, two processes", [*audit, "--policy", five, "--jobs", "2"],
             folder, status=1),
        Case("audit by six rules, one process", [*audit, "--policy", six, "--jobs", "1"], folder,
             status=1),
        Case("audit by six rules, two processes", [*audit, "--policy", six, "--jobs", "2"], folder,
             status=1),
        Case("audit by four rules, without entries", [*audit, "--policy", four, "--jobs", "1"],
             folder, status=1),
        Case("audit by four rules, two processes", [*audit, "--policy", four, "--jobs", "2"],
             folder, status=1),
        Case("git log -p, no commit-graph", [*git, "-c", "core.commitGraph=false", *PATCHES], folder),
        Case("git log of main, no commit-graph",
             [*git, "-c", "core.commitGraph=false", *("main" if word == "develop" else word for word in LOG)],
             folder),
        Case("audit of main by six rules, one process", main, folder),
        Case("audit of main by six rules, no commit-graph", ["env", *WITHOUT_GRAPH, *main], folder),
    ]
