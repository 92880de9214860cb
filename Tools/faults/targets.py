"""What is put under faults: one command of the program each, and what must hold whatever happens to it."""
import glob
import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing


class Broken(Exception):
    """An invariant does not hold."""


def expect(condition, what):
    if not condition:
        raise Broken(what)


class Target:
    """A command that is run once. Its effect is wholly there or not at all; it is there when the command said so."""

    def __init__(self, program):
        self.program = program

    def environment(self, folder, machine="laptop"):
        return dict(
            os.environ, AFTERWORD_STORE=f"{folder}/{machine}/store.sqlite", XDG_STATE_HOME=f"{folder}/{machine}-state",
            AFTERWORD_MACHINE=machine, SWIFT_BACKTRACE="enable=no")

    def run(self, folder, *arguments, machine="laptop", **extra):
        environment = self.environment(folder, machine)
        environment.update(extra)
        return subprocess.run(
            [self.program, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)

    def done(self, folder, *arguments, machine="laptop"):
        result = self.run(folder, *arguments, machine=machine)
        expect(result.returncode == 0, f"`{' '.join(arguments)}` failed: {result.stderr.decode().strip()[-300:]}")
        return result.stdout.decode()

    def setup(self, folder):
        self.done(folder, "add", "organisation", "Old Acme", "notes=" + "x" * 4000)
        self.done(folder, "add", "person", "Dana")

    def arguments(self, folder):
        raise NotImplementedError

    def names(self, folder):
        """The organisations that the store shows, after SQLite has found it sound."""
        store = f"{folder}/laptop/store.sqlite"
        if not os.path.exists(store):
            return None
        listed = self.run(folder, "list", "organisations", "--json")
        expect(listed.returncode in (0, 1), f"the store does not open: {listed.stderr.decode().strip()[-300:]}")
        with closing(sqlite3.connect(store)) as database:
            expect(database.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "SQLite finds the store damaged")
        rows = json.loads(listed.stdout or b'{"rows": []}')["rows"]
        return sorted(row["title"] for row in rows)

    def check(self, folder, acknowledged):
        """Raises `Broken`."""
        before, after = self.before(), self.after()
        found = self.names(folder)
        expect(found in (before, after), f"neither as before nor as after: {found}")
        expect(not acknowledged or found == after, f"acknowledged, but not there: {found}")
        self.check_litter(folder)
        self.done(folder, "add", "person", "Next")
        self.check_store_litter(folder)

    def check_store_litter(self, folder):
        expect(not glob.glob(f"{folder}/laptop/*.new*"), "the next start leaves what was left beside the store")

    def check_litter(self, folder):
        patterns = ["/*/*.new", "/*/.afterword-*", "/.afterword-*"]
        litter = [path for pattern in patterns for path in glob.glob(folder + pattern)]
        expect(len(litter) <= 1, f"left behind: {litter}")

    def before(self):
        return ["Old Acme"]

    def after(self):
        return ["Old Acme"]


class Add(Target):
    def arguments(self, folder):
        return ["add", "organisation", "New"]

    def after(self):
        return ["New", "Old Acme"]


class FirstStart(Add):
    def setup(self, folder):
        pass

    def before(self):
        return None

    def after(self):
        return ["New"]

    def check(self, folder, acknowledged):
        found = self.names(folder)
        expect(found in (None, [], ["New"]), f"half a store: {found}")
        expect(not acknowledged or found == ["New"], "acknowledged, but not there")
        self.check_litter(folder)
        self.done(folder, "add", "person", "Next")
        self.check_store_litter(folder)


class ImportNotes(Target):
    """Both notes are one commit: all of it or nothing."""

    def setup(self, folder):
        super().setup(folder)
        os.makedirs(f"{folder}/notes")
        for name in ("one", "two"):
            with open(f"{folder}/notes/{name}.txt", "w") as file:
                file.write(f"2026-11-{12 if name == 'one' else 13} interview {name}\nShe will call back by Friday.\n")

    def arguments(self, folder):
        return ["import", f"{folder}/notes"]

    def check(self, folder, acknowledged):
        expect(self.names(folder) == ["Old Acme"], "what was there is not")
        listed = self.run(folder, "list", "documents", "--json")
        found = len(json.loads(listed.stdout or b'{"rows": []}')["rows"])
        expect(found in (0, 2), f"{found} of two notes")
        expect(not acknowledged or found == 2, "acknowledged, but not there")
        self.done(folder, "import", f"{folder}/notes")
        self.check_litter(folder)


class Export(Target):
    """The file is absent or whole."""
    file = "out/backup.afterword"

    def setup(self, folder):
        super().setup(folder)
        os.makedirs(f"{folder}/out")

    def arguments(self, folder):
        return ["export", f"{folder}/{self.file}"]

    def target(self, folder):
        return f"{folder}/{self.file}"

    def check(self, folder, acknowledged):
        expect(self.names(folder) == ["Old Acme"], "the store has changed")
        exists = os.path.exists(self.target(folder))
        expect(exists or not acknowledged, "acknowledged, but not there")
        if exists:
            self.done(folder, "verify", self.target(folder))
        litter = glob.glob(f"{folder}/out/.afterword-*")
        expect(len(litter) <= 1, f"left behind: {litter}")
        self.done(folder, "export", f"{folder}/out/next.afterword")
        expect(not glob.glob(f"{folder}/out/.afterword-*"), "the next start leaves what was left behind")


class Replace(Export):
    """The file is the old one or the new one, each whole."""

    def setup(self, folder):
        super().setup(folder)
        self.done(folder, "export", self.target(folder))
        self.done(folder, "add", "person", "Later")

    def arguments(self, folder):
        return super().arguments(folder) + ["--replace"]

    def check(self, folder, acknowledged):
        expect(os.path.exists(self.target(folder)), "the old file is gone")
        held = json.loads(self.done(folder, "verify", self.target(folder), "--json"))["transactions"]
        expect(held in (2, 3), f"{held} transactions, which no export wrote")
        expect(not acknowledged or held == 3, "acknowledged, but the file is the old one")
        super().check(folder, acknowledged)


class Delta(Export):
    file = "out/delta.afterword"

    def setup(self, folder):
        super().setup(folder)
        self.done(folder, "export", f"{folder}/out/first.afterword")
        self.done(folder, "add", "person", "Later")

    def arguments(self, folder):
        return super().arguments(folder) + ["--since", f"{folder}/out/first.afterword"]


class Other(Target):
    """Something from another machine's bundle."""

    def setup(self, folder):
        super().setup(folder)
        self.done(folder, "export", f"{folder}/first.afterword")
        self.done(folder, "import", f"{folder}/first.afterword", machine="desktop")
        self.done(folder, "add", "organisation", "New", machine="desktop")
        self.done(folder, "export", f"{folder}/other.afterword", machine="desktop")

    def after(self):
        return ["New", "Old Acme"]


class ImportBundle(Other):
    def arguments(self, folder):
        return ["import", f"{folder}/other.afterword", "--yes"]


class Restore(Other):
    def arguments(self, folder):
        return ["restore", f"{folder}/other.afterword", "--yes"]

    def check(self, folder, acknowledged):
        super().check(folder, acknowledged)
        if acknowledged:
            expect(glob.glob(f"{folder}/laptop/*.before-restore*"), "the old store was not kept")
        self.done(folder, "restore", f"{folder}/other.afterword", "--yes")
        self.check_store_litter(folder)


class Sync(Other):
    def setup(self, folder):
        super().setup(folder)
        os.makedirs(f"{folder}/shared")
        self.done(folder, "sync", f"{folder}/shared", "--no-encrypt", machine="desktop")

    def arguments(self, folder):
        return ["sync", f"{folder}/shared", "--no-encrypt", "--yes"]

    def check(self, folder, acknowledged):
        super().check(folder, acknowledged)
        self.done(folder, "sync", f"{folder}/shared", "--no-encrypt")
        for path in glob.glob(f"{folder}/shared/*.afterword"):
            self.done(folder, "verify", path)
        expect(not glob.glob(f"{folder}/shared/.afterword-*"), "the next start leaves what was left behind")


class Upgrade(Target):
    """The first start of a version with other kinds rebuilds every derived table."""

    def setup(self, folder):
        super().setup(folder)
        with closing(sqlite3.connect(f"{folder}/laptop/store.sqlite")) as database:
            database.execute("UPDATE meta SET value = 'older' WHERE key = 'kinds'")
            database.commit()

    def arguments(self, folder):
        return ["list", "organisations"]


TARGETS = {
    "add": Add, "first-start": FirstStart, "import-notes": ImportNotes, "export": Export, "replace": Replace,
    "delta": Delta, "import-bundle": ImportBundle, "restore": Restore, "sync": Sync, "upgrade": Upgrade,
}
