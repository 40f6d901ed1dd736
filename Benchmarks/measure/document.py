"""Writes docs/benchmarks.md: what is measured stands between markers, all else is left alone."""

import datetime
import os
import platform
import re
import subprocess

TITLE = """# Benchmarks

`make bench` writes the parts of this page that stand between markers; what stands elsewhere is
written by hand. [Benchmarks/](../Benchmarks/README.md) says what each case is.
"""


def machine(binary):
    """Of which kind the machine is, and which versions were measured."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"model name\s*:\s*(.*)", file.read())
    with open("/etc/os-release", encoding="utf-8") as file:
        system = re.search(r'PRETTY_NAME="?([^"\n]*)', file.read())
    version = subprocess.run([binary, "--version"], capture_output=True, text=True).stdout.strip()
    git = subprocess.run(["git", "--version"], capture_output=True, text=True).stdout.strip()
    return ", ".join((
        model[1].strip() if model else platform.machine(), f"{os.cpu_count()} processors",
        system[1] if system else platform.system(), git, f"gitflow-guard {version}",
        datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")))


def ratio(value):
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"


def rows(cases, base, targets):
    """A table of cases beside the one that all are divided by.

    - targets: by name of case, what the ratio is to be at most.
    """
    lines = ["| case | ratio | target | median, ms | quartiles, ms | instructions |",
             "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for case in cases:
        low, high = case.quartiles
        count = "" if case.instructions is None else f"{case.instructions / 1e6:.2f} M"
        target = targets.get(case.name)
        lines.append(
            f"| {case.name} | {ratio(case.median / base.median)} "
            f"| {'' if target is None else f'≤ {target}'} | {case.median:.2f} "
            f"| {low:.2f} to {high:.2f} | {count} |")
    return "\n".join(lines)


def write(path, sections):
    """Puts each section (name to text) between its markers; a new one goes to the end."""
    page = TITLE
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            page = file.read()
    for name, text in sections.items():
        begin, end = f"<!-- begin: {name} -->", f"<!-- end: {name} -->"
        whole = f"{begin}\n{text.strip()}\n{end}"
        if begin in page and end in page:
            page = page[:page.index(begin)] + whole + page[page.index(end) + len(end):]
        else:
            page = f"{page.rstrip()}\n\n{whole}\n"
    with open(path, "w", encoding="utf-8") as file:
        file.write(page)
