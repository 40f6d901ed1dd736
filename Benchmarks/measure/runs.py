"""Runs commands one after another in turn, so that a machine that gets slower does so for all.

Times drift from machine to machine and from hour to hour: what is read is the ratio of two medians of
the same run. A command that does not end as expected stops everything: a refusal or a crash would be
quick, and no measure of anything.
"""

import dataclasses
import os
import re
import shutil
import statistics
import subprocess
import time

WARM_UPS = 2


class Surprise(Exception):
    """A command has ended otherwise than it had to."""


@dataclasses.dataclass
class Case:
    name: str
    command: list
    folder: str
    given: bytes = b""
    status: int = 0             # the exit status that it must end with
    times: list = dataclasses.field(default_factory=list, repr=False)     # milliseconds
    instructions: int = None

    @property
    def median(self):
        return statistics.median(self.times)

    @property
    def quartiles(self):
        low, _, high = statistics.quantiles(self.times, n=4)
        return low, high


def clean(home):
    """Nothing of this machine's configuration and nothing of a CI system's variables."""
    return {"HOME": home, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}


def installed(binary, folder):
    """A copy as `make install` leaves one. The page cache has it in small pieces, as it has a file
    that was read from the disk; one that was written at once it has in large ones."""
    place = os.path.join(folder, os.path.basename(binary))
    subprocess.run(["install", "-m", "755", binary, place], check=True)
    return place


def written_at_once(binary, folder):
    """A copy that the page cache has in pieces as large as the system makes them."""
    place = os.path.join(folder, os.path.basename(binary) + "-at-once")
    with open(binary, "rb") as file:
        content = file.read()
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o755)
    written = os.write(descriptor, content)
    os.close(descriptor)
    if written != len(content):
        raise Surprise(f"{place} was not written at once")
    return place


class Bench:
    def __init__(self, scratch):
        self.scratch = scratch
        self.environment = clean(scratch)

    def once(self, case):
        """The wall time of one run, in milliseconds."""
        program = shutil.which(case.command[0], path=self.environment["PATH"]) or case.command[0]
        given, said = (os.path.join(self.scratch, name) for name in ("given", "said"))
        with open(given, "wb") as file:
            file.write(case.given)
        os.chdir(case.folder)
        actions = [(os.POSIX_SPAWN_OPEN, 0, given, os.O_RDONLY, 0),
                   (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                   (os.POSIX_SPAWN_OPEN, 2, said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
        begin = time.perf_counter_ns()
        child = os.posix_spawn(program, case.command, self.environment, file_actions=actions)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        elapsed = (time.perf_counter_ns() - begin) / 1e6
        if status != case.status:
            with open(said, encoding="utf-8", errors="replace") as file:
                raise Surprise(f"{case.name} ended with {status}:\n{file.read()[:2000]}")
        return elapsed

    def same(self, one, other):
        """Stops where two commands that are to be compared do not print the same."""
        said = [subprocess.run(case.command, cwd=case.folder, env=self.environment, check=True,
                               capture_output=True).stdout for case in (one, other)]
        if said[0] != said[1]:
            raise Surprise(f"{one.name} and {other.name} do not print the same")

    def interleave(self, cases, runs, warm_ups=WARM_UPS):
        """Each round runs every case once and begins with another one."""
        for number in range(warm_ups + runs):
            shift = number % len(cases)
            for case in cases[shift:] + cases[:shift]:
                elapsed = self.once(case)
                if number >= warm_ups:
                    case.times.append(elapsed)
        return cases

    def count(self, case):
        """The instructions of one run by callgrind, which do not drift; None where it is not
        installed. Of a shell that becomes the engine only the shell would be counted."""
        if not shutil.which("valgrind", path=self.environment["PATH"]):
            return None
        seen = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *case.command],
            cwd=case.folder, env=self.environment, input=case.given, capture_output=True)
        found = re.search(rb"Collected : (\d+)", seen.stderr)
        if found and seen.returncode == case.status:
            case.instructions = int(found.group(1))
        return case.instructions

    def anonymous(self, case):
        """The peak of anonymous memory of one run and all its processes, in KiB: RssAnon of
        /proc/PID/status, looked at every two milliseconds."""
        os.chdir(case.folder)
        with subprocess.Popen(case.command, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
            peak = 0
            while child.poll() is None:
                peak = max(peak, sum(map(held, family(child.pid))))
                time.sleep(0.002)
        if child.returncode != case.status:
            raise Surprise(f"{case.name} ended with {child.returncode}")
        return peak


def family(process):
    """A process and all that it has started."""
    found = [process]
    try:
        with open(f"/proc/{process}/task/{process}/children", encoding="ascii") as file:
            for child in file.read().split():
                found += family(int(child))
    except OSError:
        pass  # it has ended meanwhile
    return found


def held(process):
    try:
        with open(f"/proc/{process}/status", encoding="ascii", errors="replace") as file:
            found = re.search(r"RssAnon:\s+(\d+) kB", file.read())
            return int(found.group(1)) if found else 0
    except OSError:
        return 0
