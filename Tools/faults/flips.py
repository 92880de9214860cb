#!/usr/bin/env python3
"""Flips single bits of a store's file: each must be noticed by `doctor` or be without effect, and none may crash a command.

usage: flips.py [--program PATH] [--each N] [--anywhere N] [--seed S] [--repair]
  --each N       flips in the pages of each table and index
  --anywhere N   flips anywhere in the file
  --repair       also mends what was noticed, and counts how often all came back
"""
import argparse
import collections
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing

HERE = os.path.dirname(os.path.abspath(__file__))
LOOKS = [["list", "organisations", "--json"], ["list", "people", "--json"], ["conflicts", "--json"],
         ["find", "acme", "--json"], ["history", "--json"]]
# Tables of kinds that the store has no rows of are pages without content.
TABLES = """meta name sqlite_autoindex_name_1 subject subject_uuid stream stream_incarnation context tx tx_position change
  contested alias found_data found_content found_docsize cell_change followed organisation person setting
  signature certificate erased forgotten
  person_organisation sqlite_schema""".split()


class Machine:
    def __init__(self, program, folder, name):
        self.program, self.folder, self.name = program, folder, name
        self.store = f"{folder}/{name}/store.sqlite"

    def run(self, *arguments):
        environment = dict(
            os.environ, AFTERWORD_STORE=self.store, XDG_STATE_HOME=f"{self.folder}/{self.name}-state",
            AFTERWORD_MACHINE=self.name, SWIFT_BACKTRACE="enable=no")
        return subprocess.run(
            [self.program, *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)

    def done(self, *arguments):
        result = self.run(*arguments)
        assert result.returncode == 0, f"{arguments}: {result.stderr.decode()[-300:]}"

    def shown(self):
        return [(result.returncode, result.stdout) for result in (self.run(*look) for look in LOOKS)]

    def backup(self):
        """What a backup of it holds; nothing where none can be written."""
        path = f"{self.folder}/flip.afterword"
        written = self.run("export", path, "--replace")
        if written.returncode != 0:
            return None
        end = subprocess.run(f"zcat '{path}' | tail -1", shell=True, capture_output=True).stdout
        os.unlink(path)
        return end


def make(program, folder):
    """Two machines that met and differ, a joined pair, a deleted row, one forgotten, a text of many versions, a search."""
    laptop, desktop = Machine(program, folder, "laptop"), Machine(program, folder, "desktop")
    box = folder + "/box"
    os.makedirs(box)
    for number in range(12):
        laptop.done("add", "organisation", f"Acme {number}", "notes=" + "word " * (number * 30))
    for name in ("Dana Whitfield", "Dana Whitfeld", "Noor"):
        laptop.done("add", "person", name, "organisation=acme 3")
    laptop.done("sync", box, "--no-encrypt")
    desktop.done("sync", box, "--no-encrypt", "--yes")
    laptop.done("set", "acme 1", "website=a.example")
    desktop.done("set", "acme 1", "website=b.example")
    for number in range(8):
        laptop.done("set", "acme 2", f"notes=one\ntwo {number}\nthree")
    desktop.done("delete", "noor", "--yes")
    desktop.done("join", "dana whitfield", "dana whitfeld", "--yes")
    for machine in (desktop, laptop, desktop, laptop):
        machine.done("sync", box, "--yes")
    desktop.done("forget", "acme 7", "--yes")
    for machine in (desktop, laptop):
        machine.done("sync", box)
    laptop.done("find", "acme")
    return laptop


def pages(store):
    """The pages of each table and index."""
    with closing(sqlite3.connect(store)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = database.execute("PRAGMA page_size").fetchone()[0]
        found = collections.defaultdict(list)
        for name, page in database.execute("SELECT name, pageno FROM dbstat"):
            if name in TABLES:
                found[name].append(page)
    return size, found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=HERE + "/../../.build/debug/afterword")
    parser.add_argument("--each", type=int, default=25)
    parser.add_argument("--anywhere", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repair", action="store_true")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix="flips.", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
    try:
        sys.exit(try_all(make(os.path.abspath(options.program), folder), options, rng))
    finally:
        shutil.rmtree(folder)


def try_all(machine, options, rng):
    size, found = pages(machine.store)
    whole = open(machine.store, "rb").read()
    shown, backup = machine.shown(), machine.backup()
    flips = [(name, rng.choice(numbers) - 1) for name, numbers in sorted(found.items()) for _ in range(options.each)]
    places = [(name, page * size + rng.randrange(size)) for name, page in flips]
    places += [("anywhere", rng.randrange(len(whole))) for _ in range(options.anywhere)]
    counts = collections.defaultdict(collections.Counter)
    for name, place in places:
        bit = 1 << rng.randrange(8)
        flipped = bytearray(whole)
        flipped[place] ^= bit
        outcome = judge(machine, flipped, shown, backup, options.repair)
        counts[name][outcome] += 1
        if outcome in ("SILENT", "CRASH"):
            print(f"{outcome}: {name}, byte {place}, bit {bit}, seed {options.seed}", flush=True)
    for name, count in counts.items():
        print(f"{name:24}", ", ".join(f"{number} {what}" for what, number in sorted(count.items())))
    bad = sum(count["SILENT"] + count["CRASH"] for count in counts.values())
    print(f"{len(places)} flips, {bad} silent or crashing")
    return 1 if bad else 0


def judge(machine, flipped, shown, backup, repairs):
    put(machine.store, flipped)
    doctor = machine.run("doctor")
    if doctor.returncode not in (0, 1, 4):
        return "CRASH"
    now = machine.shown()
    if any(code < 0 or code > 128 for code, _ in now):
        return "CRASH"
    if doctor.returncode == 0:
        return "without effect" if now == shown and machine.backup() == backup else "SILENT"
    if not repairs:
        return "noticed"
    mended = machine.run("doctor", "--repair")
    if mended.returncode not in (0, 1, 4):
        return "CRASH"
    whole = mended.returncode == 0 and machine.backup() == backup and machine.shown() == shown
    if mended.returncode == 0 and not whole:
        return "SILENT"
    return "noticed and mended" if whole else "noticed"


def put(path, content):
    for suffix in ("-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.unlink(path + suffix)
    folder = os.path.dirname(path)
    for name in os.listdir(folder):
        if ".before-restore" in name:
            os.unlink(folder + "/" + name)
    with open(path, "wb") as file:
        file.write(content)


if __name__ == "__main__":
    main()
