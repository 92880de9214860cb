"""The built program on one machine's store, by pipes or on a pseudo-terminal."""
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import termios
import time

DAY = "2026-06-15"
HOUR = 3600
# By how much the clocks of machines are wrong: hours and days, ahead and behind.
SHIFTS = [0, 0, 0, 2 * HOUR, -5 * HOUR, 40 * HOUR, -3 * 24 * HOUR, 400 * 24 * HOUR]
PATIENCE = 60


class Shown:
    """What one run printed and how it ended."""

    def __init__(self, words, code, output, talk="", interrupted=False):
        self.words, self.code, self.output, self.talk, self.interrupted = words, code, output, talk, interrupted

    @property
    def text(self):
        return self.output + self.talk

    @property
    def json(self):
        try:
            return json.loads(self.output)
        except ValueError:
            return None


class Machine:
    def __init__(self, program, folder, name="laptop"):
        self.program, self.folder, self.name, self.today = program, folder, name, DAY
        # The library that shifts the clock, and by how many seconds.
        self.clock, self.shift = None, 0
        os.makedirs(folder, exist_ok=True)

    @property
    def store(self):
        return self.folder + "/data/afterword/afterword.sqlite"

    def environment(self, variables):
        return {
            "HOME": self.folder, "XDG_DATA_HOME": self.folder + "/data", "XDG_STATE_HOME": self.folder + "/state",
            "XDG_CONFIG_HOME": self.folder + "/config", "TMPDIR": self.folder, "PATH": "/usr/bin:/bin", "TZ": "UTC",
            "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "AFTERWORD_MACHINE": self.name, "TERM": "xterm", "COLUMNS": "400",
            # A crash ends at once instead of drawing its stack.
            "SWIFT_BACKTRACE": "enable=no", "PAGER": "cat",
            **({"LD_PRELOAD": self.clock, "CLOCK_SHIFT": str(self.shift)} if self.clock and self.shift else {}),
            **variables}

    def words(self, words):
        """The day is given to every command but those that only answer about themselves; the page of the day too, whose
        numbers are suggested."""
        about_itself = ("help", "manual", "completions", "drafts", "schema")
        if {"--help", "--version", "--today"} & set(words) or words and (
            words[0] in about_itself or words[0].startswith("--experimental")
        ):
            return list(words)
        end = words.index("--") if "--" in words else len(words)
        return [*words[:end], "--today", self.today, *words[end:]]

    def run(self, *words, input=None, **variables):
        words = self.words(list(words))
        try:
            done = subprocess.run(
                [self.program, *words], env=self.environment(variables), cwd=self.folder, capture_output=True,
                timeout=PATIENCE, **({"stdin": subprocess.DEVNULL} if input is None else {"input": input.encode()}))
        except subprocess.TimeoutExpired:
            return Shown(words, "hangs", "")
        return Shown(
            words, done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    def type(self, words, answers, **variables):
        """Runs on a terminal of 80 columns; each answer is typed when the program waits for one, Ctrl-D after the last."""
        words = self.words(list(words))
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            variables = {"COLUMNS": "80", **variables}
            os.execve(self.program, [self.program, *words], self.environment(variables))
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        shown, code = _converse(pid, terminal, list(answers))
        return Shown(words, code, shown, interrupted="\x03" in answers)

    def rows(self, kind):
        """The rows of a kind that a list shows, as JSON."""
        found = self.run("list", kind, "--json").json
        return found if isinstance(found, list) else (found or {}).get("rows", [])


def _converse(pid, terminal, answers):
    shown, end, quiet = b"", time.time() + PATIENCE, time.time()
    while time.time() < end:
        if select.select([terminal], [], [], 0.02)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            if not data:
                break
            shown, quiet = shown + data, time.time()
        elif _waits(pid) or time.time() - quiet > 1.5:
            os.write(terminal, (answers.pop(0) if answers else "\x04").encode())
            quiet = time.time()
            time.sleep(0.03)
    else:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
        return shown.decode("utf-8", "replace"), "hangs"
    status = os.waitpid(pid, 0)[1]
    os.close(terminal)
    return shown.decode("utf-8", "replace").replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)


def _waits(pid):
    """Whether the program sleeps in read(2) of its standard input."""
    try:
        call = open(f"/proc/{pid}/syscall").read().split()
    except OSError:
        return False
    return call[:2] == ["0", "0x0"]


def shifting_clock(folder):
    """The library that shifts a program's clock, built into the folder; None where there is no C compiler."""
    compiler = shutil.which("cc") or shutil.which("clang")
    library = folder + "/clock.so"
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "clock.c")
    if not compiler or subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, source], capture_output=True).returncode:
        return None
    return library
