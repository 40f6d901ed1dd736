"""Other hook managers with one job that does nothing, as they are installed from PyPI."""

import glob
import os
import shutil
import subprocess
import sys

from . import hooks
from .histories import URL
from .runs import Case, Surprise

PACKAGES = ("lefthook", "prek", "pre-commit", "commit-check")
LEFTHOOK = 'pre-push:\n  jobs:\n    - run: "true"\n'
PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: nothing
        name: nothing
        language: system
        entry: "true"
        stages: [pre-push]
        always_run: true
        pass_filenames: false
"""


class Peers:
    """Installs the packages into an environment of their own, which goes with the run."""

    def __init__(self, bench):
        self.bench = bench
        self.folder = os.path.join(bench.scratch, "peers")
        subprocess.run([sys.executable, "-m", "venv", self.folder], check=True)
        self.bin = os.path.join(self.folder, "bin")
        self.run(os.path.join(self.bin, "pip"), "install", "--quiet",
                 "--disable-pip-version-check", *PACKAGES, inherit=True)
        bench.environment["PATH"] = self.bin + os.pathsep + bench.environment["PATH"]

    def run(self, *command, folder=None, inherit=False):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True,
                              env=None if inherit else self.bench.environment)
        if done.returncode != 0:
            raise Surprise(f"{' '.join(command[:3])}: {done.stderr}")
        return done.stdout

    def versions(self):
        listed = self.run(os.path.join(self.bin, "pip"), "list", "--format=freeze")
        found = dict(line.split("==") for line in listed.split() if "==" in line)
        return [f"{name} {found.get(name) or found.get(name.replace('-', '_'), '?')}"
                for name in PACKAGES]

    def repository(self, source, name):
        """A copy, so that each manager has the hooks to itself."""
        folder = os.path.join(self.folder, f"repository-{name}")
        shutil.copytree(source, folder, symlinks=True)
        hooks_folder = os.path.join(folder, ".git", "hooks")
        shutil.rmtree(hooks_folder, ignore_errors=True)
        os.makedirs(hooks_folder)
        for path, text in (("lefthook.yml", LEFTHOOK), (".pre-commit-config.yaml", PRE_COMMIT)):
            with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
                file.write(text)
        self.run("git", "add", "lefthook.yml", ".pre-commit-config.yaml", folder=folder)
        return folder, os.path.join(hooks_folder, "pre-push")

    def cases(self, binary, histories, source):
        """git, ours, and theirs: by their hook file, and lefthook's own binary."""
        given = histories.push_line(source, "develop")
        result = [hooks.reference(source),
                  hooks.landing(binary, histories, source, "gitflow-guard, a whole judgement"),
                  Case("gitflow-guard, by its hook file",
                       [hooks.wrapper(binary, histories, source), "origin", URL], source, given)]
        for name, setup in (("lefthook", ("lefthook", "install")),
                            ("prek", ("prek", "install", "-t", "pre-push")),
                            ("pre-commit", ("pre-commit", "install", "-t", "pre-push"))):
            folder, hook = self.repository(source, name)
            self.run(*setup, folder=folder)
            if name == "lefthook":
                own, = glob.glob(f"{self.folder}/lib/*/site-packages/lefthook/bin/*/lefthook")
                result.append(Case("lefthook's binary, an empty job",
                                   [own, "run", "pre-push", "origin", URL], folder, given))
            result.append(Case(f"{name} by its hook file, an empty job", [hook, "origin", URL],
                               folder, given))
        folder, _ = self.repository(source, "commit-check")
        result.append(Case("commit-check --no-force-push",
                           [os.path.join(self.bin, "commit-check"), "--no-force-push"], folder,
                           given))
        return result
