"""Builds a repository of a shape by git fast-import, and names every breach that it holds."""

import collections
import json
import subprocess

from . import breaches
from .story import POLICY, History


def tell(story):
    """Tells the whole story; the last landing is a plain one of Anna's."""
    shape = story.shape
    scenes = schedule(story)
    ended = 0
    while story.out.commits < shape.commits - 2 * shape.commits_of_a_landing or scenes:
        due = scenes.pop(ended, None)
        for scene in due or [lambda told: told.ordinary()]:
            scene(story)
        ended += 1
        if ended % shape.promoted_every == 0:
            story.ordinary(plain=True)
            story.promote()
        if story.out.commits >= shape.commits:
            scenes = {ended: sum(scenes.values(), [])} if scenes else {}
    story.ordinary("anna", plain=True)


def schedule(story):
    """Which scenes are played at which turn."""
    shape = story.shape
    turns = max(4, int(shape.commits / shape.commits_of_a_landing))
    scenes = collections.defaultdict(list)
    for scene in breaches.SCENES:
        for _ in range(shape.breaches):
            scenes[story.random.randrange(2, turns)].append(scene)
    return scenes


def refs(story):
    """Every branch here and at the remote. The last landing has not been pushed: the remote's
    develop is one merge behind, and the last experiment one commit."""
    here = {"main": story.main, "develop": story.develop.mark}
    here |= {f"intermediate/{owner}": mark for owner, mark in story.people.items()}
    there = dict(here)
    for branch, tip, before in story.kept:
        here[branch], there[branch] = tip, tip
    there["develop"] = story.states[-2].mark
    there[branch] = before
    return here, there


class Failure(Exception):
    """git has ended with an error."""


def build(folder, shape, environment, commit_graph=False, bare=False):
    """Makes the repository. Gives the newest experiment branch and the breaches: for each branch
    the rule, the commit's id and the path, oldest first."""
    def git(*arguments, **more):
        try:
            return subprocess.run(["git", "-C", folder, *arguments], env=environment, check=True,
                                  stdout=subprocess.PIPE, text=True, **more).stdout
        except subprocess.CalledProcessError as error:
            raise Failure(str(error)) from error

    subprocess.run(["git", "init", "--quiet", "--initial-branch=develop",
                    *(["--bare"] if bare else []), folder], env=environment, check=True)
    with subprocess.Popen(["git", "-C", folder, "fast-import", "--quiet", "--done"],
                          env=environment, stdin=subprocess.PIPE) as importer:
        story = History(importer.stdin, shape)
        tell(story)
        here, there = refs(story)
        for name, mark in here.items():
            story.out.ref(f"refs/heads/{name}", mark)
        for name, mark in there.items():
            story.out.ref(f"refs/remotes/origin/{name}", mark)
        for mark in {mark for _, _, mark, _ in story.findings}:
            story.out.ref(f"refs/planted/{mark}", mark)
        story.out.end()
        importer.stdin.close()
    if importer.returncode != 0:
        raise Failure("git fast-import failed")
    ids = planted(git)
    git("update-ref", "-d", "refs/heads/scaffold")
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    for key, value in (("remote.origin.url", "https://forge.example.org/team/model.git"),
                       ("user.name", "Anna"), ("user.email", "anna@example.org")):
        git("config", key, value)
    if not bare:
        git("reset", "--quiet", "--hard")
    git("pack-refs", "--all")
    if commit_graph:
        git("commit-graph", "write", "--reachable")
    findings = [{"ref": f"refs/heads/{branch}", "rule": rule, "commit": ids[mark], "path": path}
                for branch, rule, mark, path in story.findings]
    return story.kept[-1][0], findings


def planted(git):
    """The commits' ids by their marks; takes the refs that told them away again."""
    listed = git("for-each-ref", "--format=%(refname) %(objectname)", "refs/planted/")
    ids = {int(name.rsplit("/", 1)[1]): oid
           for name, oid in (line.split() for line in listed.splitlines())}
    git("update-ref", "--stdin", input="".join(
        f"delete refs/planted/{mark}\n" for mark in ids))
    return ids


def expected(shape, findings):
    """What the file of expected findings holds."""
    return json.dumps({"shape": vars(shape), "policy": POLICY, "findings": findings}, indent=1)
