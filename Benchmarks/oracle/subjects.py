"""What git's own merge subjects say.

Sources: git's builtin/fmt-merge-msg.c, and for what older releases wrote its history (`Merge remote
branch`, up to 1.7; `Merge commit 'origin/x'`, up to 1.6). A forge quotes the target (GitLab) or
names a pull request.
"""

import re

NAMED = re.compile(
    r"Merge (?P<kind>branch|remote branch|remote-tracking branch|commit) "
    r"'(?P<name>[^ ]+)'(?: of (?P<address>.+?))?(?: into (?P<target>[^']+))?$")
SEVERAL = re.compile(r"Merge (?:remote-tracking )?branches (?P<names>'.+')(?: of .+?)?(?: into .+)?$")
QUOTED = re.compile(r"'([^ ]+?)'(?=,| and |$)")


def pulled(subject, branch):
    """How git's subject says that a branch of this name was merged; None where it does not."""
    if found := NAMED.match(subject):
        kind, name = found["kind"], found["name"]
        name = name.removeprefix("refs/heads/").removeprefix("refs/remotes/")
        if kind == "commit" and "/" not in name:
            return None     # an id, or a name that may be anything
        if name == branch and kind in ("branch", "remote branch", "remote-tracking branch"):
            return kind
        remote, _, rest = name.partition("/")
        return kind if kind != "branch" and remote and rest == branch else None
    if found := SEVERAL.match(subject):
        names = [name.partition("/")[2] if "remote-tracking" in subject else name
                 for name in QUOTED.findall(found["names"])]
        return "branches" if branch in names else None
    return None
