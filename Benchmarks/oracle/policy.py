"""What of a policy the oracle needs to know, read by a small reader of its own."""

import dataclasses
import re


@dataclasses.dataclass
class Policy:
    directory: str = "experiments"
    files: tuple = ("**/*.md",)
    exempt: tuple = ()
    sections: tuple = ()
    requires: frozenset = frozenset()
    sources: tuple = ()         # branches whose chain the branch may be fast-forwarded to


class Unreadable(Exception):
    """The policy holds something that this reader does not know."""


FOREIGN = """\
version: 1
lanes:
  develop: {branch}
  experiment: "**"
promotions:
  develop: {{ from: [experiment], by: [merge], requires: [fresh, entry] }}
experiments:
  directory: {directory}
"""

DEFAULTS = {
    "lanes": {"main": "main", "develop": "develop", "intermediate": "intermediate/{owner}",
              "experiment": "**"},
    "promotions": {
        "intermediate": {"from": ["experiment", "develop"]},
        "develop": {"from": ["intermediate"], "by": ["merge"], "requires": ["fresh", "entry"]},
        "main": {"from": ["develop"], "by": ["merge", "fast-forward"], "requires": ["same-tree"]}},
}


def foreign(branch, directory):
    """A policy for a repository that never knew one: the branch is its develop."""
    quoted = '"' + branch.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return FOREIGN.format(branch=quoted, directory=directory)


def read(text, branch):
    """The policy as it judges a branch."""
    settings = DEFAULTS | mapping(text)
    lane = next((name for name, pattern in settings["lanes"].items()
                 if fits(pattern, branch)), None)
    promotion = settings["promotions"].get(lane)
    if promotion is None or "commit" in promotion.get("by", ["commit"]):
        raise Unreadable(f"{branch} is no protected branch by this policy")
    experiments = settings.get("experiments") or {}
    entry = experiments.get("entry") or {}
    sources = ()
    if "fast-forward" in promotion["by"]:
        sources = tuple(settings["lanes"][name] for name in promotion["from"])
        if any("*" in name or "{" in name for name in sources):
            raise Unreadable("fast-forwards onto lanes of several branches are not known here")
    known = Policy()
    return Policy(
        directory=experiments.get("directory", known.directory),
        files=tuple(experiments.get("files", known.files)), exempt=tuple(entry.get("exempt", ())),
        sections=tuple(entry.get("sections", ())),
        requires=frozenset(promotion.get("requires", ())), sources=sources)


def fits(pattern, branch):
    if isinstance(pattern, list):
        return any(fits(one, branch) for one in pattern)
    expression = re.escape(pattern).replace(r"\*\*", ".*").replace(r"\*", "[^/]*")
    return re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", expression), branch) is not None


# --- YAML, as far as policies are written in it ------------------------------------------------------

def mapping(text):
    """Block mappings by indentation, flow lists and mappings, plain and quoted words."""
    lines = []
    for line in text.splitlines():
        line = re.sub(r"(^|\s)#(?=([^\"']*[\"'][^\"']*[\"'])*[^\"']*$).*", "", line).rstrip()
        if line.strip():
            lines.append((len(line) - len(line.lstrip()), line.strip()))
    value, rest = block(lines, 0)
    if rest:
        raise Unreadable(f"what is {rest[0][1]!r}?")
    return value


def block(lines, indent):
    result = {}
    while lines and lines[0][0] == indent:
        key, colon, rest = lines[0][1].partition(":")
        if not colon or key.startswith("-"):
            raise Unreadable(f"what is {lines[0][1]!r}?")
        lines = lines[1:]
        if rest.strip():
            result[word(key)] = flow(rest.strip())
        elif lines and lines[0][0] > indent:
            result[word(key)], lines = block(lines, lines[0][0])
        else:
            result[word(key)] = None
    return result, lines


def flow(text):
    value, rest = one(text.strip())
    if rest.strip():
        raise Unreadable(f"what is {rest!r}?")
    return value


def one(text):
    """A value at the start of a text, and what follows."""
    if text[:1] in ("[", "{"):
        close = "]" if text[0] == "[" else "}"
        items, rest = [], text[1:].lstrip()
        while not rest.startswith(close):
            item, rest = one(rest)
            rest = rest.lstrip()
            if close == "}":
                value, rest = one(rest[1:].lstrip())
                item, rest = (item, value), rest.lstrip()
            items.append(item)
            rest = rest.removeprefix(",").lstrip()
            if not rest:
                raise Unreadable("a list or mapping over several lines")
        return (dict(items) if close == "}" else items), rest[1:]
    quoted = re.match(r'"((?:[^"\\]|\\.)*)"|\'((?:[^\']|\'\')*)\'', text)
    if quoted:
        return word(quoted[0]), text[quoted.end():]
    plain = re.match(r"[^,\[\]{}:]*(?::(?! )[^,\[\]{}:]*)*", text)
    return word(plain[0].strip()), text[plain.end():]


def word(text):
    text = text.strip()
    if text.startswith('"'):
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    return text[1:-1].replace("''", "'") if text.startswith("'") else text
