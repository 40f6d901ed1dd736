"""Tells what was compared and where the two disagree."""

import collections

from .verdicts import RULES


def table(verdicts, findings, differences):
    """Per rule: what git finds, what the audit finds, and how often they disagree."""
    by_git = collections.Counter(rule for _, rule in verdicts.found)
    steps = {step.oid: step for step in verdicts.steps}
    by_audit = collections.Counter(
        rule for commit, rule in findings if rule != "merge-method" or (
            commit in steps and steps[commit].is_merge))
    apart = collections.defaultdict(lambda: [0, 0])
    for one in differences:
        apart[one.rule][0 if one.git else 1] += 1
    lines = [f"{'rule':20}{'git':>8}{'audit':>8}{'git alone':>12}{'audit alone':>13}"]
    for rule in RULES:
        if by_git[rule] or by_audit[rule]:
            lines.append(f"{rule:20}{by_git[rule]:8}{by_audit[rule]:8}"
                         f"{apart[rule][0]:12}{apart[rule][1]:13}")
    return "\n".join(lines)


def gaps(found, shown):
    for gap in found[:shown]:
        print(f"the audit could not say: {gap['rule']}: {gap['question']} ({gap['reason']})")
    if len(found) > shown:
        print(f"and {len(found) - shown} more questions that it could not answer")


def tell(verdicts, findings, differences, shown):
    merges = sum(step.is_merge for step in verdicts.steps)
    again = [merge for merge in verdicts.merges.values() if not merge.is_forward]
    left_out = sum(len(merge.left_out) for merge in again)
    gaps = sum(merge.gap is not None for merge in again)
    kinds = collections.defaultdict(list)
    for one in differences:
        kinds[one.rule, "git alone" if one.git else "audit alone", ", ".join(one.kinds)].append(one)
    for (rule, side, kind), group in kinds.items():
        print(f"\n{rule}, {side}: {kind} ({len(group)})")
        for one in group[:shown]:
            print(f"  {one.commit}")
            print(f"    git:   {one.git or 'nothing wrong'}")
            print(f"    audit: {one.audit or 'nothing wrong'}")
            if rule == "merge-content":
                print(f"    look:  git show --remerge-diff {one.commit[:12]}")
        if len(group) > shown:
            print(f"  and {len(group) - shown} more")
    print(f"\n{len(verdicts.steps)} commits on the chain, {merges} merges; "
          f"{len(again)} merged again, {left_out} paths left out"
          + (f", {gaps} without an answer from git" if gaps else ""))
    print(table(verdicts, findings, differences))
    print("no disagreement" if not differences else f"{len(differences)} disagreements")


def against_planted(planted, verdicts, findings, ref):
    """Whether what was planted in the history is what both have found; says where not."""
    wanted = {(one["commit"], one["rule"]) for one in planted if one["ref"] == ref}
    paths = {(one["commit"], one["path"]) for one in planted
             if one["ref"] == ref and one["path"] and one["rule"] == "merge-content"}
    good = True
    for who, found in (("git", set(verdicts.found)), ("the audit", set(findings))):
        steps = {step.oid for step in verdicts.steps if step.is_merge}
        found = {(commit, rule) for commit, rule in found if rule in RULES
                 and (rule != "merge-method" or commit in steps)}
        for commit, rule in sorted(wanted - found):
            print(f"planted, and {who} does not find it: {rule} in {commit}")
        for commit, rule in sorted(found - wanted):
            print(f"not planted, and {who} finds it: {rule} in {commit}")
        good = good and wanted == found
    for commit, path in sorted(paths):
        if commit in verdicts.merges and path not in verdicts.merges[commit].breach:
            print(f"planted in {path}, and git finds it elsewhere: merge-content in {commit}")
            good = False
    print(f"{len(wanted)} breaches were planted in {ref}" + (
        "; git and the audit find these and no others" if good else ""))
    return good
