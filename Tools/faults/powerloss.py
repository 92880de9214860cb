"""The states that a power cut may leave behind, from a trace of file operations with their data.

What survives a crash after operation c:
  * data: all that was written to a file before its last successful fsync; each later write is there, missing or torn at a
    512-byte boundary, independently of the others (caches reorder);
  * truncation and growth: like a write;
  * names (create, rename, unlink, link): durable with an fsync of the folder; before it
      posix  each pending name operation survives or not, independently
      ext4   they survive as a prefix in order, and an fsync of any file makes the name operations before it durable
"""
import os
import shutil
import struct
from dataclasses import dataclass

OPERATIONS = {0: "open", 1: "write", 2: "fsync", 3: "rename", 4: "truncate", 5: "unlink", 6: "link"}


@dataclass
class Operation:
    kind: str
    path: str
    other: str
    offset: int
    data: bytes


def load(path):
    """Reads a trace as `faultshim.c` writes it."""
    raw = open(path, "rb").read()
    at, trace = 0, []
    while at < len(raw):
        assert raw[at:at + 1] == b"T", f"the trace is damaged at byte {at}"
        kind, length, other_length, offset, count = struct.unpack_from("<BHHqQ", raw, at + 1)
        at += 22
        name = raw[at:at + length].decode()
        at += length
        other = raw[at:at + other_length].decode()
        at += other_length
        data = b""
        if kind == 1:
            data = raw[at:at + count]
            at += count
        trace.append(Operation(OPERATIONS[kind], name, other, offset, data))
    return trace


def snapshot(root):
    """The files below a folder: {path: bytes}."""
    files = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            if not os.path.islink(path):
                files[path] = open(path, "rb").read()
    return files


class Disk:
    """Names and contents, live and durable, with what is pending between them."""

    def __init__(self, files):
        self.contents = [bytearray(content) for content in files.values()]
        self.live = {path: number for number, path in enumerate(files)}
        self.durable = dict(self.live)
        self.pending_data = {}
        self.pending_names = []

    def apply(self, operation, meta):
        kind, path = operation.kind, operation.path
        if kind == "open":
            self.contents.append(bytearray())
            self.live[path] = len(self.contents) - 1
            self.pending_names.append(("create", path, None, self.live[path]))
        elif kind in ("write", "truncate"):
            if path in self.live:
                self.pending_data.setdefault(self.live[path], []).append(operation)
        elif kind == "fsync":
            self.flush(path, meta)
        elif kind in ("rename", "link", "unlink"):
            number = self.live.get(path) if kind == "link" else self.live.pop(path, None)
            if number is not None and kind != "unlink":
                self.live[operation.other] = number
            self.pending_names.append((kind, path, operation.other, number))

    def flush(self, path, meta):
        if path in self.live:
            for operation in self.pending_data.pop(self.live[path], []):
                write(self.contents[self.live[path]], operation)
            flushed = list(self.pending_names) if meta == "ext4" else []
        else:
            flushed = [
                one for one in self.pending_names
                if os.path.dirname(one[1]) == path or (one[2] and os.path.dirname(one[2]) == path)]
        for one in flushed:
            rename(self.durable, one)
            self.pending_names.remove(one)

    def crash(self, rng, policy, meta):
        """What is found afterwards: {path: bytes}. `policy` is none, all or random of what is pending."""
        if policy == "none":
            survivors = []
        elif policy == "all":
            survivors = self.pending_names
        elif meta == "ext4":
            survivors = self.pending_names[:rng.randrange(len(self.pending_names) + 1)]
        else:
            survivors = [one for one in self.pending_names if rng.random() < .5]
        names = dict(self.durable)
        for one in survivors:
            rename(names, one)
        return {path: bytes(self.content(number, rng, policy)) for path, number in names.items()
                if not path.endswith("-shm")}

    def content(self, number, rng, policy):
        content = bytearray(self.contents[number])
        for operation in [] if policy == "none" else self.pending_data.get(number, []):
            if policy == "all" or rng.random() < .5:
                write(content, operation)
            elif operation.kind == "write" and len(operation.data) > 512 and rng.random() < .3:
                cut = 512 * rng.randrange(1, (len(operation.data) + 511) // 512)
                write(content, Operation("write", "", "", operation.offset, operation.data[:cut]))
        return content


def write(content, operation):
    offset, data = operation.offset, operation.data
    if len(content) < offset:
        content.extend(b"\0" * (offset - len(content)))
    if operation.kind == "write":
        content[offset:offset + len(data)] = data
    else:
        del content[offset:]


def rename(names, change):
    kind, path, other, number = change
    if kind == "create":
        names[path] = number
    elif kind == "unlink":
        names.pop(path, None)
    elif kind == "link":
        names[other] = number
    elif path in names:
        names[other] = names.pop(path)
    elif number is not None:
        names[other] = number


def state(files, trace, count, rng, policy, meta):
    disk = Disk(files)
    for operation in trace[:count]:
        disk.apply(operation, meta)
    return disk.crash(rng, policy, meta)


def materialise(files, root, target):
    shutil.rmtree(target, ignore_errors=True)
    os.makedirs(target)
    for path, content in files.items():
        place = os.path.join(target, os.path.relpath(path, root))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "wb") as file:
            file.write(content)


# What a careless program would have done, made from the trace of a careful one: the checks must catch each.

def without_fsync(trace):
    return [one for one in trace if one.kind != "fsync"]


def without_folder_fsync(trace):
    folders = {os.path.dirname(one.path) for one in trace}
    return [one for one in trace if one.kind != "fsync" or one.path not in folders]


def in_place(trace, target):
    """Writes go straight to the target instead of to a temporary file that is linked or renamed to it."""
    temporary = next(one.path for one in trace if one.kind in ("rename", "link") and one.other == target)
    out = []
    for one in trace:
        if one.path == temporary and one.kind in ("rename", "link", "unlink"):
            continue
        out.append(Operation(one.kind, target if one.path == temporary else one.path, one.other, one.offset, one.data))
    return out
