"""What holds after every command, whatever was typed. A law answers with a sentence when it is broken, else with None."""
import hashlib
import os
import re

CODES = {0, 1, 2, 3, 4, 5}
INSIDE = re.compile(
    r"GRDB|Fatal error|Illegal instruction|reentrant|DecodingError|could not decode|Int64|Optional\(|keyNotFound"
    r"|Error Domain|NSError|CocoaError|NSCocoa|SELECT |INSERT |UPDATE .* SET|SQLITE_|no such (table|column)|constraint failed"
    r"|Missing expected argument|Unexpected argument|Missing value for|is invalid for '<|Swift\.|swift-|\.swift:\d"
    r"|<<<<<<<|>>>>>>>|\bnil\b|_row\b|Traceback")
VIEWS = [
    ("list", "organisations"), ("list", "people"), ("list", "opportunities"), ("list", "interviews"),
    ("list", "promises"), ("list", "touches"), ("list", "settings"), ("list", "documents"),
    ("list", "materials"), ("list", "findings"), ("list", "letters"), ("list", "participations"), ("list", "terms"),
    ("list", "decisions"), ("plan",), ("conflicts",), ("offers",), ("proposals",)]


def ends_well(shown):
    """Law 1: no crash, no inside talk, an exit code of the README's table."""
    if shown.code == "hangs":
        return "does not end"
    if shown.code not in CODES and not (shown.interrupted and shown.code in (130, -2)):
        return f"ends with {shown.code}"
    found = INSIDE.search(shown.text)
    return found and f"talks of its inside: {found.group()!r}"


def views(machine):
    return [machine.run(*view, "--json").output for view in VIEWS]


def footprint(machine):
    """The store's bytes and the names of all files, but for what SQLite keeps beside an open store and the numbers of the
    day's page, which the state folder remembers."""
    names = set()
    for folder, _, files in os.walk(machine.folder):
        names.update(f"{folder}/{file}" for file in files if not re.search(r"-(wal|shm)$|\.lock$|\.mark\.page$", file))
    data = open(machine.store, "rb").read() if os.path.exists(machine.store) else b""
    return names, hashlib.sha256(data).digest()


def no_conflict(machine):
    """Law 3: one machine alone never has a conflict."""
    found = machine.run("conflicts", "--json").json
    waiting = found.get("conflicts") if isinstance(found, dict) else found
    return waiting and f"{len(waiting)} conflicts on one machine alone: {str(waiting)[:200]}"


def sound(machine):
    """Law of the end: the store is whole by its own check."""
    if not os.path.exists(machine.store):
        return None
    shown = machine.run("doctor")
    return shown.code != 0 and "doctor: " + shown.text.strip()[:200]


def differing(before, after):
    """The first place where two lists of views differ."""
    for view, old, new in zip(VIEWS, before, after):
        if old != new:
            return f"{' '.join(view)} --json differs: {difference(old, new)}"
    return None


def difference(old, new):
    place = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
    return f"{old[max(0, place - 40):place + 60]!r} is now {new[max(0, place - 40):place + 60]!r}"
