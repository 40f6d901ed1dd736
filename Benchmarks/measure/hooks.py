"""What a hook costs, beside git's own start-up."""

import os
import subprocess

from .histories import URL
from .runs import Case


def reference(folder):
    return Case("git rev-parse HEAD", ["git", "rev-parse", "HEAD"], folder)


def cases(binary, histories, folder):
    """git's start-up twice (the second time tells the noise), then the hooks."""
    hook = [binary, "hook", "pre-push", "origin", URL]
    landing = histories.push_line(folder, "develop")
    work = histories.push_line(folder, histories.last_experiment(folder))
    again = reference(folder)
    again.name = "rev-parse, again"
    return [
        reference(folder), again,
        Case("pre-push, nothing to judge", hook, folder),
        Case("pre-push, landing on develop", hook, folder, landing),
        Case("pre-push, experiment branch", hook, folder, work),
        Case("the landing, through sh wrapper",
             [wrapper(binary, histories, folder), "origin", URL], folder, landing),
    ]


def wrapper(binary, histories, folder):
    """The hook file that `gitflow-guard install` writes."""
    subprocess.run([binary, "install"], cwd=folder, env=histories.bench.environment, check=True,
                   capture_output=True)
    return os.path.join(folder, ".git", "hooks", "pre-push")


def landing(binary, histories, folder, name):
    return Case(name, [binary, "hook", "pre-push", "origin", URL], folder,
                histories.push_line(folder, "develop"))
