"""Pushes by a library that is not git: it tells of a refusal only to those who ask."""

from dulwich.client import get_transport_and_path
from dulwich.repo import Repo

from .people import Wrong


def push(person, source, target):
    """What the server says of one ref: None where it was let through."""
    repository = Repo(person.folder)
    client, path = get_transport_and_path(person.url)
    tip = repository.refs[source.encode()]
    result = client.send_pack(
        path, lambda refs: {target.encode(): tip}, repository.generate_pack_data)
    return (result.ref_status or {}).get(target.encode())


def try_both(person):
    """One good and one bad push."""
    name = person.experiment()
    said = push(person, f"refs/heads/{name}", f"refs/heads/{name}")
    if said is not None:
        raise Wrong(f"dulwich: {name} was refused: {said}")
    person.good += 1
    person.git("commit", "-q", "--allow-empty", "-m", "One more")
    said = push(person, f"refs/heads/{name}", "refs/heads/develop")
    if said is None or "hook declined" not in said:
        raise Wrong(f"dulwich: {name} went into develop: {said}")
    person.bad += 1
