"""What a hook costs, beside git's own start-up."""

import os
import subprocess

from .histories import URL
from .runs import Case


def reference(folder):
    return Case("git rev-parse HEAD", ["git", "rev-parse", "HEAD"], folder)


def measured(binary, histories, folder):
    """The hook as git starts it, without its shell."""
    hook = [binary, "hook", "pre-push", "origin", URL]
    work = histories.push_line(folder, histories.last_experiment(folder))
    return [
        Case("pre-push, nothing to judge", hook, folder),
        landing(binary, histories, folder, "pre-push, landing on develop"),
        Case("pre-push, experiment branch", hook, folder, work),
    ]


def cases(binary, histories, folder):
    """git's start-up twice (the second time tells the noise), then the hooks."""
    again = reference(folder)
    again.name = "rev-parse, again"
    return [
        reference(folder), again, *measured(binary, histories, folder),
        Case("the landing, through sh wrapper",
             [wrapper(binary, histories, folder), "origin", URL], folder,
             histories.push_line(folder, "develop")),
    ]


def wrapper(binary, histories, folder):
    """The hook file that `gitflow-guard install` writes."""
    subprocess.run([binary, "install"], cwd=folder, env=histories.bench.environment, check=True,
                   capture_output=True)
    return os.path.join(folder, ".git", "hooks", "pre-push")


def landing(binary, histories, folder, name):
    return Case(name, [binary, "hook", "pre-push", "origin", URL], folder,
                histories.push_line(folder, "develop"))
