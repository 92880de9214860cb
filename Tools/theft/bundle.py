"""A bundle's text as lists and dictionaries, to be changed and written again with sums that hold (BundleFile/FORMAT.md)."""
import base64
import gzip
import hashlib
import json
import struct
import zlib

FULL = 65280
END = bytes.fromhex("1f8b08040000000000ff0600424302001b0003000000000000000000")


def digits(data, count=None):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")[:count]


def data(digits_):
    return base64.urlsafe_b64decode(digits_ + "=" * (-len(digits_) % 4))


class Bundle:
    def __init__(self, path):
        lines = gzip.open(path).read().split(b"\n")
        if lines.pop():
            raise ValueError(f"{path} does not end with a line feed")
        self.lines = [json.loads(line) for line in lines]

    @property
    def head(self):
        return self.lines[0]

    @property
    def seal(self):
        return self.lines[-1].get("seal")

    @seal.setter
    def seal(self, seal):
        self.lines[-1].pop("seal", None)
        if seal is not None:
            self.lines[-1]["seal"] = seal

    def transactions(self, stream):
        return [line for line in self.lines if line["t"] == "tx" and line["stream"] == stream]

    def content_id(self):
        return hashlib.sha256(self._body()).hexdigest()

    def _body(self):
        return b"".join(_line(line) for line in self.lines[:-1])

    def write(self, path):
        """Sums and counts are made anew; the seal stays as it is."""
        body, end = self._body(), self.lines[-1]
        counts, subjects = {}, []
        for line in self.lines[1:-1]:
            for group in line.get("changes", []):
                if isinstance(group[0], str):
                    subjects.append(group[0].split(":")[0])
                kind = subjects[group[0]] if isinstance(group[0], int) else subjects[-1]
                counts[kind] = counts.get(kind, 0) + len(group) - 1
        end.update(bytes=len(body), lines=len(self.lines) - 1, sha256=hashlib.sha256(body).hexdigest(), changes=counts)
        with open(path, "wb") as file:
            file.write(_packed(body + _line(end)))


def _line(line):
    type_ = line["t"]
    rest = {key: value for key, value in line.items() if key != "t"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f'{text[:-1]},"t":"{type_}"}}\n'.encode()


def _packed(text):
    out, start = b"", 0
    while start < len(text):
        end = min(start + FULL, len(text))
        if end < len(text):
            feed = text.rfind(b"\n", start, end)
            end = feed + 1 if feed >= start else end
        block, start = text[start:end], end
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(block) + packer.flush()
        out += bytes.fromhex("1f8b08040000000000ff060042430200") + struct.pack("<H", len(packed) + 25) + packed
        out += struct.pack("<II", zlib.crc32(block), len(block))
    return out + END


# The expanded canonical form of transactions that set texts, which is all that a thief here writes.


def _number(number):
    out = b""
    while number >= 0x80:
        out, number = out + bytes([number & 0x7F | 0x80]), number >> 7
    return out + bytes([number])


def _text(text):
    return _number(len(text.encode())) + text.encode()


def chain_hash(previous, incarnation, first, wall, command, context, changes):
    """`context` as (id, seq, 8 bytes), `changes` as (kind, id, field, text)."""
    form = (previous or bytes(32)) + b"\1" + incarnation + _number(first) + _number(wall << 1) + _text(command) + _text("")
    form += _number(len(context)) + b"".join(id_ + _number(seq) + short for id_, seq, short in context)
    form += _number(len(changes))
    for kind, id_, field, text in changes:
        form += _text(kind) + id_ + _text(field) + b"\1\1" + _text(text) + _number(0)
    return hashlib.sha256(form).digest()


def tip_statement(stream):
    return b"afterword tip 1\n" + data(stream["id"]) + stream["to"].to_bytes(8, "big") + data(stream["end"])
