"""Somebody who pushes: good things that have to land, bad things that must not."""

import os
import random
import re

# What git says where another push came first. Nobody is refused by that for good.
RACE = re.compile(r"cannot lock ref|fetch first|non-fast-forward|failed to update ref|"
                  r"incorrect old value|stale info|remote contains work|unable to create .*lock")


class Wrong(Exception):
    """A good push was refused, or a bad one was not."""


class Person:
    def __init__(self, machine, server, repository, name, seed):
        self.machine, self.server, self.name = machine, server, name
        self.url = server.url(repository, name)
        self.folder = machine.path(f"clone-{server.name}-{seed}-{len(os.listdir(machine.folder))}")
        self.dice = random.Random(seed)
        self.count = 0
        self.good = self.bad = self.races = 0
        self.git("clone", "-q", self.url, self.folder, folder=machine.folder)

    def git(self, *words, check=True, folder=None):
        return self.machine.run("git", *words, folder=folder or self.folder, check=check,
                                environment=self.server.variables(self.name))

    def push(self, *words):
        return self.git("push", "--no-progress", "origin", *words, check=False)

    # What is allowed.

    def accepted(self, *words):
        """A push that has to land; one that another came before is tried again."""
        for _ in range(20):
            done = self.push(*words)
            if done.returncode == 0:
                self.good += 1
                return
            if RACE.search(done.stderr) is None or "refused:" in done.stderr:
                break
            self.races += 1
        raise Wrong(f"{self.name}: {' '.join(words)} was refused\n{done.stderr}")

    def experiment(self):
        self.count += 1
        name = f"experiment/{self.name}-{self.count}"
        self.git("fetch", "-q", "origin")
        self.git("checkout", "-q", "--no-track", "-B", name, "origin/develop")
        self.write(f"src/{self.name}_{self.count}.py", f"step = {self.count}\n")
        self.git("commit", "-q", "-m", f"Try {self.count}")
        return name

    def write(self, path, text):
        with open(f"{self.folder}/{path}", "w", encoding="utf-8") as file:
            file.write(text)
        self.git("add", path)

    def good_experiment(self):
        self.accepted(self.experiment())

    def bring(self, experiment):
        """The newest develop and the experiment in one's own branch, described."""
        own = f"intermediate/{self.name}"
        self.git("fetch", "-q", "origin")
        known = self.git("rev-parse", "-q", "--verify", f"refs/heads/{own}", check=False)
        if known.returncode == 0:
            self.git("checkout", "-q", own)
            self.git("merge", "-q", "--no-edit", "origin/develop")
        else:
            self.git("checkout", "-q", "--no-track", "-b", own, "origin/develop")
        if experiment:
            self.git("merge", "-q", "--no-ff", "--no-edit", experiment)
            self.write(f"experiments/{self.name}-{self.count}.md",
                       f"# {experiment}\n\nIt works.\n")
            self.git("commit", "-q", "-m", f"Describe {experiment}")
        return own

    def good_landing(self):
        """An experiment all the way into develop, in one push or in two."""
        experiment = self.experiment()
        own = self.bring(experiment)
        if self.dice.random() < 0.5:
            self.accepted(experiment, own)
        for _ in range(60):
            self.git("checkout", "-q", "-B", "develop", "origin/develop")
            self.git("merge", "-q", "--no-ff", "--no-edit", own)
            done = self.push("develop", own, experiment)
            if done.returncode == 0:
                self.good += 1
                return
            # Somebody's landing came first: then the branch is stale, and says so.
            stale = "stale-source" in done.stderr or "fetch first" in done.stderr
            others = re.sub(r"  (stale-source|foxtrot-merge) ", "", done.stderr)
            if not stale and RACE.search(done.stderr) is None:
                raise Wrong(f"{self.name}: a landing was refused\n{others}")
            self.races += 1
            self.bring(None)
        raise Wrong(f"{self.name}: sixty landings came first")

    # What is not.

    def refused(self, *words, before=()):
        done = self.push(*words)
        said = done.stderr
        if done.returncode == 0:
            raise Wrong(f"{self.name}: {' '.join(words)} has landed")
        if "refused:" not in said or "hook declined" not in said:
            if RACE.search(said):
                self.races += 1
                return False
            raise Wrong(f"{self.name}: {' '.join(words)} was not refused by the guard\n{said}")
        self.bad += 1
        return True

    def bad_push(self):
        for _ in range(20):
            if self.one_bad_push():
                return
        raise Wrong(f"{self.name}: twenty races in a row")

    def one_bad_push(self):
        self.git("fetch", "-q", "origin")
        # A name of its own for each: it must not be on the server.
        name = self.experiment().replace("experiment/", "bad/")
        self.git("branch", "-q", "-M", name)
        way = self.dice.randrange(9 if self.server.knows_people else 8)
        if way == 0:
            return self.refused("HEAD:develop")
        if way == 1:
            self.git("checkout", "-q", "-B", "develop", "origin/develop")
            self.git("merge", "-q", "--no-ff", "-m", f"Merge branch 'intermediate/{self.name}'",
                     name)
            return self.refused("develop")
        if way == 2:
            return self.refused("--force", "origin/main:develop") \
                if self.has_landed() else self.refused(":develop")
        if way == 3:
            return self.refused(":main")
        if way == 4:
            return self.refused(f"HEAD:refs/replace/{self.id('origin/main')}")
        if way == 5:
            return self.refused(name, "HEAD:main")
        if way == 6:
            self.git("checkout", "-q", "-B", "develop", "origin/develop")
            self.git("merge", "-q", "--squash", name)
            self.git("commit", "-q", "-m", "All at once")
            return self.refused("--atomic", "develop", name)
        if way == 7:
            return self.refused("--force", "HEAD:develop")
        return self.refused(f"HEAD:intermediate/not-{self.name}")

    def has_landed(self):
        return self.id("origin/develop") != self.id("origin/main")

    def id(self, revision):
        return self.git("rev-parse", revision).stdout.strip()
