"""A folder for one run, and the processes that live in it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time


class Machine:
    """Everything that is started here ends with it."""

    def __init__(self, binary):
        self.folder = tempfile.mkdtemp(prefix="guard-servers-")
        # Servers run as other users.
        os.chmod(self.folder, 0o755)
        self.binary = self.path("gitflow-guard")
        shutil.copy(binary, self.binary)
        os.chmod(self.binary, 0o755)
        self.processes = []
        self.cleanings = []
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": self.path("home"), "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
            "GIT_AUTHOR_NAME": "Anna", "GIT_AUTHOR_EMAIL": "anna@example.org",
            "GIT_COMMITTER_NAME": "Anna", "GIT_COMMITTER_EMAIL": "anna@example.org",
        }
        os.mkdir(self.path("home"))
        self.write("home/.gitconfig", "[safe]\n\tdirectory = *\n[init]\n\tdefaultBranch = main\n"
                   "[gc]\n\tauto = 0\n[receive]\n\tautogc = false\n")

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, text, mode=0o644):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(self.path(name), mode)
        return self.path(name)

    def run(self, *command, folder=None, check=True, environment=None, given=None):
        done = subprocess.run(
            command, cwd=folder or self.folder, env={**self.environment, **(environment or {})},
            input=given, capture_output=True, text=True, errors="replace")
        if check and done.returncode:
            raise RuntimeError(f"{' '.join(command)}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def start(self, *command, environment=None):
        log = open(self.path("servers.log"), "ab")
        process = subprocess.Popen(
            command, cwd=self.folder, env={**self.environment, **(environment or {})},
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        log.close()
        self.processes.append(process)
        return process

    @staticmethod
    def signal(process, number):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            pass  # it has ended by itself

    def close(self):
        for process in reversed(self.processes):
            # Its children as well: each was given a group of its own.
            self.signal(process, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                self.signal(process, signal.SIGKILL)
                process.wait()
        for clean in reversed(self.cleanings):
            try:
                clean()
            except (OSError, RuntimeError) as error:
                print(f"servers: {error}", file=sys.stderr)
        shutil.rmtree(self.folder, ignore_errors=True)


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


def wait_for(port=None, path=None):
    """Until somebody listens there."""
    for _ in range(200):
        try:
            if port:
                socket.create_connection(("127.0.0.1", port), 1).close()
            else:
                with socket.socket(socket.AF_UNIX) as place:
                    place.connect(path)
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"nothing listens at {port or path}")
