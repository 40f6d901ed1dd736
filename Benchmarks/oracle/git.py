"""Asks git. Nothing of this machine's configuration has a say, and nothing is written to the
repository that is asked about: what a merge makes goes to a scratch repository that borrows the
objects."""

import os
import subprocess


class Unanswered(Exception):
    """git has ended with an error."""


class Git:
    def __init__(self, repository, scratch):
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": os.path.join(scratch, "home"), "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_ATTR_NOSYSTEM": "1", "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
        os.makedirs(self.environment["HOME"], exist_ok=True)
        with open(os.path.join(scratch, "home", ".gitconfig"), "w", encoding="utf-8") as file:
            file.write("[safe]\n\tdirectory = *\n[core]\n\tquotePath = false\n"
                       "[gc]\n\tauto = 0\n[advice]\n\tgraftFileDeprecated = false\n")
        self.folder = repository
        objects = self.text("rev-parse", "--git-path", "objects").strip()
        self.borrow(os.path.join(repository, objects), scratch)

    def borrow(self, objects, scratch):
        """From here on git is asked in the scratch repository, whose work tree is empty."""
        own = os.path.join(scratch, "work")
        subprocess.run(["git", "init", "--quiet", own], env=self.environment, check=True)
        alternates = os.path.join(own, ".git", "objects", "info", "alternates")
        with open(alternates, "w", encoding="utf-8") as file:
            file.write(os.path.abspath(objects) + "\n")
        self.judged, self.folder = self.folder, own

    def judged_is_shallow(self):
        return self.text("rev-parse", "--is-shallow-repository", folder=self.judged) == "true\n"

    def tip(self, branch):
        """The id of a branch of the repository as an audit takes it: the remote's state, and where
        there is none the local branch. None where there is neither."""
        listed = self.text(
            "for-each-ref", "--format=%(refname) %(objectname)", f"refs/remotes/*/{branch}",
            f"refs/heads/{branch}", folder=self.judged).split()
        places = dict(zip(listed[::2], listed[1::2]))
        for name in (f"refs/remotes/origin/{branch}", *sorted(places, reverse=True)):
            if name in places:
                return places[name]
        return None

    def ask(self, *arguments, given=None, folder=None):
        """What git answers, as bytes."""
        done = subprocess.run(["git", "-C", folder or self.folder, *arguments], input=given,
                              env=self.environment, capture_output=True)
        if done.returncode != 0:
            raise Unanswered(f"git {' '.join(arguments[:4])}: {done.stderr.decode(errors='replace')}")
        return done.stdout

    def text(self, *arguments, given=None, folder=None):
        return self.ask(*arguments, given=given and given.encode(), folder=folder).decode(
            errors="surrogateescape")

    def yes(self, *arguments):
        """For commands that answer by 0 and 1."""
        done = subprocess.run(["git", "-C", self.folder, *arguments], env=self.environment,
                              capture_output=True)
        if done.returncode > 1:
            raise Unanswered(done.stderr.decode(errors="replace"))
        return done.returncode == 0

    def stream(self, *arguments):
        return subprocess.Popen(["git", "-C", self.folder, *arguments], env=self.environment,
                                stdout=subprocess.PIPE)

    def names(self, questions):
        """The id of each named object, in order; None for what is not there."""
        if not questions:
            return []
        answers = self.text("cat-file", "--batch-check=%(objectname)",
                            given="".join(f"{question}\n" for question in questions))
        return [None if answer.endswith((" missing", " ambiguous")) else answer
                for answer in answers.splitlines()]


class Blobs:
    """Reads contents by `git cat-file --batch`; remembers the last few."""

    def __init__(self, git):
        self.process = subprocess.Popen(
            ["git", "-C", git.folder, "cat-file", "--batch"], env=git.environment,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.known = {}

    def read(self, oid):
        """The content; None where the object is not there."""
        if oid in self.known:
            return self.known[oid]
        self.process.stdin.write(oid.encode() + b"\n")
        self.process.stdin.flush()
        head = self.process.stdout.readline().split()
        content = None
        if head[-1] != b"missing":
            size = int(head[2])
            content = self.process.stdout.read(size)
            self.process.stdout.read(1)
        if len(self.known) > 2_000:
            self.known.clear()
        self.known[oid] = content
        return content

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()
