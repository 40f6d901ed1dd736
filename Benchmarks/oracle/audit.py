"""What `gitflow-guard audit` says."""

import json
import subprocess


class Failed(Exception):
    """The audit has ended without an answer."""


def run(binary, repository, branch, policy, environment, jobs=None):
    """The report, as JSON, and its findings: by commit and rule."""
    command = [binary, "audit", branch, "--policy", policy, "--format", "json", "-C", repository]
    done = subprocess.run(command + (["--jobs", str(jobs)] if jobs else []), env=environment,
                          capture_output=True)
    try:
        report = json.loads(done.stdout)
    except ValueError as error:
        raise Failed(f"exit code {done.returncode}, and no JSON: "
                     f"{done.stderr.decode(errors='replace')[:400]}") from error
    if "error" in report:
        raise Failed(f"exit code {done.returncode}: {report['error']}")
    wanted = {"allowed": 0, "refused": 1, "undecided": 3}[report["verdict"]]
    if done.returncode != wanted:
        raise Failed(f"{report['verdict']}, and exit code {done.returncode}")
    findings = {}
    for finding in report["findings"]:
        findings.setdefault((finding["commit"], finding["rule"]), []).append(finding)
    return report, findings
