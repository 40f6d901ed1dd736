"""Merges that hold what merging does not give, and merges that only seem to.

Each scene lands files of its own first, so that two sides can meet in them.
"""

from .writer import EXECUTABLE, SUBMODULE, Content

PICKED = "0123456789abcdef0123456789abcdef01234567"
OTHER = "76543210fedcba9876543210fedcba9876543210"


def text(number, line=None, word="changed"):
    """Twenty lines like no other file's; one of them may be another."""
    lines = [f"line {place} of {number}" for place in range(1, 21)]
    if line is not None:
        lines[line - 1] = f"{word} in {number}"
    return "\n".join(lines) + "\n"


def landed(story, files):
    """Lands these files by the flow."""
    side = story.begin()
    story.experiment(side, files, tries=1)
    story.describe(side, shared=False)
    story.land(side)


def folder(story):
    story.requests += 1
    return f"scene/s{story.requests:07}", story.requests


def meet(story, theirs, ours, files=None):
    """Two sides begin at the same develop; ours lands first, theirs lands stale."""
    side, first = story.begin(), story.begin()
    story.experiment(first, ours, tries=1)
    story.describe(first, shared=False)
    story.land(first)
    story.experiment(side, theirs, tries=1)
    story.describe(side, shared=False)
    kept = {path: content for path, content in side.files.items() if path not in theirs}
    return story.land(side, files=None if files is None else kept | files)


def evil_fresh(story):
    where, number = folder(story)
    landed(story, {f"{where}/there": text(number)})
    side = story.begin()
    story.experiment(side)
    story.describe(side)
    path, content = story.random.choice((
        (f"{where}/new", "slipped in\n"), (f"{where}/there", None),
        (f"{where}/there", text(number, 3)), (f"{where}/there", Content(EXECUTABLE, text(number)))))
    mark = story.land(side, files=story.automatic(side) | {path: content})
    story.found("merge-content", mark, path)


def evil_stale(story):
    where, number = folder(story)
    landed(story, {f"{where}/a": text(number), f"{where}/b": text(number + 0.5)})
    path, content = story.random.choice((
        (f"{where}/new", "slipped in\n"), (f"{where}/c", text(number, 9)), (f"{where}/a", None)))
    theirs, ours = {f"{where}/b": text(number + 0.5, 3)}, {story.next_source(): f"other = {number}\n"}
    mark = meet(story, theirs, ours, theirs | {path: content})
    story.found("merge-content", mark, path)


def strategy_ours(story):
    """`git merge -s ours`: what came in is thrown away, in silence."""
    side = story.begin()
    story.experiment(side)
    story.describe(side, shared=False)
    story.found("merge-content", story.land(side, files={}, owes=False))


def conflict_by_hand(story, word="both"):
    where, number = folder(story)
    path = f"{where}/model"
    landed(story, {path: text(number)})
    meet(story, {path: text(number, 5, "theirs")}, {path: text(number, 5, "ours")},
         {path: text(number, 5, word)})


def conflict_for_ours(story):
    """`git merge -X ours`: the conflicting path holds our side."""
    conflict_by_hand(story, "ours")


def conflict_and_more(story):
    where, number = folder(story)
    path = f"{where}/model"
    landed(story, {path: text(number)})
    more = f"{where}/backdoor"
    mark = meet(story, {path: text(number, 5, "theirs")}, {path: text(number, 5, "ours")},
                {path: text(number, 5, "both"), more: "open\n"})
    story.found("merge-content", mark, more)


def conflict_of_deletion(story):
    where, number = folder(story)
    path = f"{where}/model"
    landed(story, {path: text(number)})
    meet(story, {path: None}, {path: text(number, 5)}, {path: None})


def both_added(story):
    where, number = folder(story)
    path = f"{where}/model"
    landed(story, {f"{where}/other": text(number)})
    meet(story, {path: text(number, 5, "theirs")}, {path: text(number, 9, "ours")},
         {path: text(number, 7, "both")})


def one_file_two_places(story):
    """Both sides change one file, and git joins them."""
    where, number = folder(story)
    path = f"{where}/model"
    landed(story, {path: text(number)})
    joined = text(number, 3).splitlines()
    joined[17] = f"changed in {number}"
    meet(story, {path: text(number, 18)}, {path: text(number, 3)},
         {path: "\n".join(joined) + "\n"})


def renamed(story, mine):
    """One side renames, the other edits; sometimes a hand has touched the result as well."""
    where, number = folder(story)
    old, new = f"{where}/old", f"{where}/new"
    landed(story, {old: text(number)})
    rename, edit = {old: None, new: text(number)}, {old: text(number, 4)}
    result = {old: None, new: text(number, 4, story.random.choice(("changed", "by hand")))}
    meet(story, rename if mine else edit, edit if mine else rename, result)


def renamed_here(story):
    renamed(story, mine=False)


def renamed_there(story):
    renamed(story, mine=True)


def folder_renamed(story, mine):
    """One side renames a folder, the other adds a file to it: git asks where it belongs."""
    where, number = folder(story)
    names = ("a", "b", "c")
    landed(story, {f"{where}/old/{name}": text(f"{number}{name}") for name in names})
    rename = {f"{where}/old/{name}": None for name in names}
    rename |= {f"{where}/new/{name}": text(f"{number}{name}") for name in names}
    added = text(f"{number} added")
    add = {f"{where}/old/added": added}
    result = {f"{where}/{story.random.choice(('old', 'new'))}/added": added}
    if mine:
        result |= rename | ({} if f"{where}/old/added" in result else {f"{where}/old/added": None})
    meet(story, rename if mine else add, add if mine else rename, result)


def folder_renamed_here(story):
    folder_renamed(story, mine=False)


def folder_renamed_there(story):
    folder_renamed(story, mine=True)


def joined_journals(story):
    """Both sides write to one shared journal, which git joins by itself."""
    side, first = story.begin(), story.begin()
    for one in (first, side):
        story.experiment(one)
        story.describe(one, shared=True)
        story.land(one)


def criss_cross(story):
    """Two sides pull each other before both land: there are two merge bases."""
    one, other = story.begin(owner="anna"), story.begin(owner="boris")
    for side in (one, other):
        story.experiment(side)
    first = one.mark
    one_files, other_files = dict(one.files), dict(other.files)
    story.commit(one, f"Merge branch '{other.branch}' into {one.branch}\n", other_files,
                 [other.mark])
    story.commit(other, f"Merge branch '{one.branch}' into {other.branch}\n", one_files, [first])
    for side in (one, other):
        story.describe(side, shared=False)
    story.land(one)
    files = {path: content for path, content in other.files.items() if path not in other_files}
    story.land(other, files={p: c for p, c in files.items() if p not in one_files})


def modes(story):
    """A submodule's commit and an executable bit, each moved by one side."""
    where, number = folder(story)
    landed(story, {f"{where}/module": Content(SUBMODULE, PICKED), f"{where}/run": text(number)})
    bump = {f"{where}/module": Content(SUBMODULE, OTHER)}
    bit = {f"{where}/run": Content(EXECUTABLE, text(number))}
    meet(story, *story.random.choice(((bump, bit), (bit, bump))))


SCENES = (
    evil_fresh, evil_stale, strategy_ours, conflict_by_hand, conflict_for_ours, conflict_and_more,
    conflict_of_deletion, both_added, one_file_two_places, renamed_here, renamed_there,
    folder_renamed_here, folder_renamed_there, joined_journals, criss_cross, modes)
