"""The repositories that are measured on, each built once in a run."""

import os
import shutil
import subprocess

import flow

URL = "https://forge.example.org/team/model.git"


class Histories:
    """- keep: a folder that outlives the run, for who measures often; else they go with it."""

    def __init__(self, bench, keep=None):
        self.bench = bench
        self.folder = keep or os.path.join(bench.scratch, "histories")
        os.makedirs(self.folder, exist_ok=True)

    def get(self, name, graph=True, **shape):
        """The folder of a history, packed as a clone of it is: what fast-import leaves has chains of
        deltas up to 50 objects long, with the newest at their far ends. What was kept is taken
        where the shape is the same.
        """
        folder = os.path.join(self.folder, name)
        said = os.path.join(folder, ".git", "shape")
        wanted = f"{flow.Shape(**shape)!r}, packed"
        if os.path.exists(said):
            with open(said, encoding="utf-8") as file:
                if file.read() == wanted:
                    return folder
        shutil.rmtree(folder, ignore_errors=True)
        flow.build(folder, flow.Shape(**shape), self.bench.environment, commit_graph=graph)
        self.git(folder, "repack", "-a", "-d", "-f", "-q")
        with open(said, "w", encoding="utf-8") as file:
            file.write(wanted)
        return folder

    def left_lying(self, name, source, merges):
        """A copy of a history with a branch intermediate/late that is so many merges behind; its
        objects are the same files."""
        folder = os.path.join(self.folder, name)
        if os.path.exists(folder):
            return folder
        shutil.copytree(source, folder, symlinks=True, copy_function=link_objects)
        start = self.git(folder, "rev-parse", f"refs/heads/develop~{merges}")
        entry = "## intermediate/late\n\nIt works.\n"
        subprocess.run(
            ["git", "-C", folder, "fast-import", "--quiet"], env=self.bench.environment, check=True,
            input=f"commit refs/heads/intermediate/late\n"
                  f"committer Late <late@example.org> 1600000000 +0000\ndata 9\nDescribe\n\n"
                  f"from {start}\nM 100644 inline src/late.py\ndata 5\na = 1\n"
                  f"M 100644 inline experiments/late.md\ndata {len(entry)}\n{entry}\n".encode())
        self.git(folder, "pack-refs", "--all")
        self.git(folder, "commit-graph", "write", "--reachable")
        return folder

    def crowded(self, name, source, count):
        """A copy of a history with so many packed references beside its branches, and without the
        symbolic origin/HEAD, which git lists as what it points to and we do not."""
        folder = os.path.join(self.folder, name)
        if os.path.exists(folder):
            return folder
        shutil.copytree(source, folder, symlinks=True, copy_function=link_objects)
        tip = self.git(folder, "rev-parse", "refs/heads/main")
        self.git(folder, "symbolic-ref", "--delete", "refs/remotes/origin/HEAD")
        self.git(folder, "pack-refs", "--all")
        place = os.path.join(folder, ".git", "packed-refs")
        with open(place, encoding="utf-8") as file:
            lines = [line for line in file.read().splitlines() if line[0] not in "#^"]
        lines += [f"{tip} refs/changes/{number % 100:02}/{number}/1" for number in range(count)]
        lines.sort(key=lambda line: line.split(" ", 1)[1])
        with open(place, "w", encoding="utf-8") as file:
            file.write("# pack-refs with: sorted \n" + "\n".join(lines) + "\n")
        return folder

    def git(self, folder, *arguments):
        return subprocess.run(["git", "-C", folder, *arguments], env=self.bench.environment,
                              check=True, capture_output=True, text=True).stdout.strip()

    def push_line(self, folder, branch):
        """What git tells pre-push of a branch whose remote state is known here."""
        after = self.git(folder, "rev-parse", "--verify", f"refs/heads/{branch}")
        before = self.git(folder, "rev-parse", "--verify", f"refs/remotes/origin/{branch}")
        return f"refs/heads/{branch} {after} refs/heads/{branch} {before}\n".encode()

    def last_experiment(self, folder):
        """The one of which the remote lacks a commit."""
        names = self.git(folder, "for-each-ref", "--format=%(refname:lstrip=2)",
                         "refs/heads/experiment/").split()
        return max(names)


def link_objects(source, target):
    """git never writes to a file of objects again, so two repositories may share them."""
    copy = os.link if f"{os.sep}objects{os.sep}" in source else shutil.copy2
    return copy(source, target)
