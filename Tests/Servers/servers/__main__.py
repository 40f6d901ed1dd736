"""Runs the servers one after another; the exit status says whether all held."""

import argparse
import concurrent.futures
import os
import sys
import time

from .kinds import KINDS, people_of
from .libraries import try_both
from .machine import Machine
from .people import Person, Wrong

# Repository names that paths, quoting and URLs stumble over. gitolite allows none of them.
ODD_NAMES = ["with space.git", "with:colon.git", 'with "quote" and it\'s.git', "жук-ü.git"]


def options():
    parser = argparse.ArgumentParser(prog="Tests/Servers/run", description=__doc__)
    parser.add_argument("binary", help="the gitflow-guard to try")
    parser.add_argument("--pushes", type=int, default=200, help="to each server (default 200)")
    parser.add_argument("--pushers", type=int, default=8, help="at once (default 8, at most)")
    parser.add_argument("--server", action="append", choices=list(KINDS), default=[])
    return parser.parse_args()


def begin(machine, server, name):
    """A repository with main and develop, and then the guard."""
    place = server.create(name)
    seed = machine.path(f"seed-{server.name}-{abs(hash(name))}")
    machine.run("git", "init", "-q", "-b", "main", seed)
    for folder in ("src", "experiments"):
        os.mkdir(f"{seed}/{folder}")
        with open(f"{seed}/{folder}/README.md", "w", encoding="ascii") as file:
            file.write("Here\n")
    machine.run("git", "add", ".", folder=seed)
    machine.run("git", "commit", "-q", "-m", "Begin", folder=seed)
    anna = people_of(1)[0]
    machine.run("git", "push", "-q", server.url(name, anna), "main", "main:develop", folder=seed,
                environment=server.variables(anna))
    server.install(place)
    return place


def work(person, pushes):
    """As many pushes, half of them bad, in an order of the person's own."""
    kinds = ["bad"] * (pushes // 2) + ["landing"] * (pushes // 8)
    kinds += ["experiment"] * (pushes - len(kinds))
    person.dice.shuffle(kinds)
    for kind in kinds:
        {"bad": person.bad_push, "landing": person.good_landing,
         "experiment": person.good_experiment}[kind]()


def check(machine, server, place, people):
    """Nothing broken, and nothing on the protected branches that is not the flow's."""
    server.inspect(place, "git", "fsck", "--strict", "--no-dangling")
    server.inspect(place, machine.binary, "audit", "main", "develop")
    refs = server.inspect(place, "git", "for-each-ref", "--format=%(refname)").stdout.split()
    allowed = {"refs/heads/main", "refs/heads/develop"}
    allowed |= {f"refs/heads/intermediate/{person.name}" for person in people}
    others = [ref for ref in refs if ref not in allowed
              and ref.startswith("refs/heads/experiment/") is False]
    if others:
        raise Wrong(f"{server.name}: these refs should not be there: {others}")


def crowd(machine, server, chosen):
    place = begin(machine, server, "model.git")
    people = [Person(machine, server, "model.git", name, seed)
              for seed, name in enumerate(people_of(chosen.pushers))]
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(len(people)) as pool:
        share = -(-chosen.pushes // len(people))
        for done in [pool.submit(work, person, share) for person in people]:
            done.result()
    seconds = time.monotonic() - start
    if server.name == "nginx":
        try_both(people[0])
    check(machine, server, place, people)
    good, bad, races = (sum(getattr(person, key) for person in people)
                        for key in ("good", "bad", "races"))
    print(f"{server.name:10}{good:8}{bad:8}{races:8}{seconds:9.1f}   fsck and audit clean")


def odd_names(machine, server):
    for number, name in enumerate(ODD_NAMES):
        place = begin(machine, server, name)
        person = Person(machine, server, name, people_of(8)[number], number)
        person.good_landing()
        person.bad_push()
        check(machine, server, place, [person])
    print(f"{server.name:10}paths with spaces, colons, quotes and UTF-8: good in, bad out")


def main():
    chosen = options()
    machine = Machine(os.path.abspath(chosen.binary))
    try:
        print(f"{'':10}{'good in':>8}{'bad out':>8}{'races':>8}{'seconds':>9}")
        for name in chosen.server or KINDS:
            server = KINDS[name](machine)
            crowd(machine, server, chosen)
            if name != "gitolite":
                odd_names(machine, server)
    except (Wrong, RuntimeError) as error:
        print(f"servers: {error}", file=sys.stderr)
        log = machine.path("servers.log")
        if os.path.exists(log):
            with open(log, encoding="utf-8", errors="replace") as file:
                sys.stderr.write(file.read()[-2000:])
        sys.exit(1)
    finally:
        machine.close()


if __name__ == "__main__":
    main()
