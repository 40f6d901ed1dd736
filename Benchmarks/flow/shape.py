"""How large a history is, and of which form."""

import dataclasses


@dataclasses.dataclass
class Shape:
    """What a history looks like; the same shape gives the same commits, byte for byte."""

    commits: int = 1_000
    seed: int = 1
    files: int = 300
    folders: int = 10
    people: int = 3
    experiments: int = 1          # at most so many in one landing
    tries: int = 3                # commits of an experiment
    kept: int = 20                # experiment branches that are still there
    shared: float = 1.0           # share of entries that go into a shared journal
    stale: float = 0.0            # share of landings whose source lacks the newest develop
    lagged: float = 0.0           # share of landings that pulled develop late
    lag: int = 3                  # how many landings such a source may be behind
    breaches: int = 0             # how often each kind of breach is planted
    promoted_every: int = 10      # landings to a promotion into main
    journal_entries: int = 40     # entries until a new journal is begun
    subjects: str = "mixed"       # or one of subjects.ALL

    def check(self):
        """Says what is wrong with the shape; None where it can be built."""
        window = self.tries * self.experiments * 2 * (self.lag + 3)
        if self.files < window:
            return f"{self.files} files are too few: {window} keep the landings apart"
        if not 1 <= self.folders <= self.files:
            return "there must be as many files as folders, or more"
        if min(self.people, self.experiments, self.tries, self.lag, self.promoted_every) < 1:
            return "people, experiments, tries, lag and promotions count from 1"
        return None

    @property
    def commits_of_a_landing(self):
        """On average."""
        each = (self.experiments + 1) / 2 * (self.tries + 1) + 2
        return each + self.lagged + 1 / self.promoted_every
