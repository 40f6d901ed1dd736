"""Compares `gitflow-guard audit` with what git itself says, for every commit of a branch.

Shares no code with the engine, and asks git alone. Prints every disagreement with its kind and git's
evidence. Exit code: 0 without one, 1 with, 2 where nothing could be compared.
"""

import argparse
import json
import os
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from oracle import audit, differences, policy, report, verdicts  # noqa: E402
from oracle.git import Git, Unanswered  # noqa: E402


def options():
    parser = argparse.ArgumentParser(prog="oracle", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository")
    parser.add_argument("branch", help="a local branch")
    parser.add_argument("--binary", required=True, help="the gitflow-guard to compare with")
    parser.add_argument("--policy", help="the policy file (default: one that names the branch as "
                        "develop and lets anything be merged into it)")
    parser.add_argument("--experiments", default="docs", metavar="FOLDER",
                        help="the folder of the entries, where no policy is given (default: docs)")
    parser.add_argument("--expected", metavar="FILE", help="what flow-history has planted")
    parser.add_argument("--show", type=int, default=5, help="disagreements of each kind to print")
    parser.add_argument("--json", metavar="FILE", help="gets every disagreement")
    parser.add_argument("--jobs", type=int, help="of the audit")
    return parser.parse_args()


def main():
    chosen = options()
    with tempfile.TemporaryDirectory(prefix="oracle") as scratch:
        try:
            return compare(chosen, scratch)
        except (Unanswered, audit.Failed, policy.Unreadable, OSError) as error:
            print(f"oracle: {error}", file=sys.stderr)
            return 2


def compare(chosen, scratch):
    git = Git(os.path.abspath(chosen.repository), scratch)
    if git.judged_is_shallow():
        raise Unanswered("a shallow clone knows too little: git fetch --unshallow")
    tip = git.tip(chosen.branch)
    if tip is None:
        raise Unanswered(f"there is no branch {chosen.branch}")
    path = chosen.policy and os.path.abspath(chosen.policy)
    if path is None:
        path = os.path.join(scratch, "policy.yml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(policy.foreign(chosen.branch, chosen.experiments))
    with open(path, encoding="utf-8") as file:
        rules = policy.read(file.read(), chosen.branch)
    git.ask("commit-graph", "write", "--stdin-commits", given=f"{tip}\n".encode())
    forwards = [oid for name in rules.sources if (oid := git.tip(name))]
    said = verdicts.judge(git, tip, chosen.branch, rules, forwards, note)
    if said.unproved:
        raise Unanswered(f"git merge-base contradicts the walk at {said.unproved[0]}")
    note("asking the audit")
    told, findings = audit.run(os.path.abspath(chosen.binary), os.path.abspath(chosen.repository),
                               chosen.branch, path, git.environment, chosen.jobs)
    judged = told["subjects"][0]["after"]
    if judged != tip:
        raise Unanswered(f"the audit judged {judged}, and {chosen.branch} stands at {tip}")
    apart = differences.find(git, said, findings)
    note("")
    report.gaps(told["gaps"], chosen.show)
    report.tell(said, findings, apart, chosen.show)
    if chosen.json:
        with open(chosen.json, "w", encoding="utf-8") as file:
            json.dump([vars(one) for one in apart], file, indent=1)
    good = not apart and not told["gaps"]
    if chosen.expected:
        with open(chosen.expected, encoding="utf-8") as file:
            planted = json.load(file)["findings"]
        ref = f"refs/heads/{chosen.branch}"
        good = report.against_planted(planted, said, findings, ref) and good
    return 0 if good else 1


def note(text):
    """Progress, where somebody looks."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
