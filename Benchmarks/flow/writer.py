"""Speaks the language of git fast-import, and keeps nothing but the number of the last mark."""

FIRST_DATE = 1_600_000_000
MINUTE = 60

REGULAR, EXECUTABLE, LINK, SUBMODULE = "100644", "100755", "120000", "160000"


class Content:
    """What a path holds where it is no plain text file: a mode and bytes (or a commit's id)."""

    def __init__(self, mode, text):
        self.mode, self.text = mode, text

    def __eq__(self, other):
        return isinstance(other, Content) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.mode, self.text))


class Writer:
    """Files are written inline, so that only commits take marks; a mark is a number from 1."""

    def __init__(self, stream, branch="refs/heads/scaffold"):
        self.stream, self.branch = stream, branch
        self.commits = 0
        self.pieces = []
        self.size = 0

    def raw(self, data):
        self.pieces.append(data)
        self.size += len(data)
        if self.size > 1 << 18:
            self.flush()

    def flush(self):
        self.stream.write(b"".join(self.pieces))
        self.pieces, self.size = [], 0

    def begin(self):
        self.raw(b"feature done\nreset %s\n" % self.branch.encode())

    def commit(self, message, parents, files, person):
        """A commit with the first parent's files and these on top (path to text or Content; None
        takes a path away). Gives its mark."""
        self.commits += 1
        text = message.encode()
        date = FIRST_DATE + self.commits * MINUTE
        head = (f"commit {self.branch}\nmark :{self.commits}\n"
                f"committer {person} {date} +0000\ndata {len(text)}\n").encode()
        self.raw(head + text + b"\n")
        for place, parent in enumerate(parents):
            self.raw(b"%s :%d\n" % (b"merge" if place else b"from", parent))
        for path, content in files.items():
            self.file(path, content)
        return self.commits

    def file(self, path, content):
        if content is None:
            self.raw(f"D {path}\n".encode())
            return
        mode, text = REGULAR, content
        if isinstance(content, Content):
            mode, text = content.mode, content.text
        if mode == SUBMODULE:
            self.raw(f"M {mode} {text} {path}\n".encode())
            return
        data = text if isinstance(text, bytes) else text.encode()
        self.raw(f"M {mode} inline {path}\ndata {len(data)}\n".encode() + data + b"\n")

    def ref(self, name, mark):
        self.raw(f"reset {name}\nfrom :{mark}\n\n".encode())

    def end(self):
        self.raw(b"done\n")
        self.flush()
