"""Plausible command lines. A move is concrete but for symbols such as `@item:3`, which stand for the third follow-up at that time."""
import json

from mishaps import KINDS

PEOPLE = ["Dana Whitfield", "Carla Mendes", "Jörg Weiß", "Siân O'Neill", "山田 太郎", "Григорий Ёлкин", "Łukasz Åkerström",
          "Ann Lee", "Dr. Lena Vogt", "Mo", "محمد الفارسي", "Zoë \"Zo\" Dubois"]
FIRMS = ["Acme", "Finch Foods", "Straße AG", "O'Rourke & Sons", "Hollis & Marr", "Łódź Sp. z o.o.", "株式会社 東京", "-dash", "A"]
ROLES = ["Line lead", "clerk", "Senior Backend Engineer", "Pflegefachkraft (m/w/d)", "cook"]
WORDS = ["left a message", "she needs two more days", "asked about Kafka", "he'll ring on Tuesday", "50 % travel, \"maybe\"",
         "ﬁne — naïve café", "first\nsecond", "-", "--", "", "x" * 300, "tab\there", "bell\u0007"]
DAYS = ["today", "yesterday", "tomorrow", "friday", "by friday", "next tuesday", "2026-06-20", "12 june", "3d", "2w", "15th",
        "3/4", "2026-02-30", "31 november", "29 feb 2027", "someday", "", "0000-00-00", "9999-12-31", "last week", "in a week",
        "next business day", "a fortnight", "1 June 2026 10:30"]
CHANNELS = ["call", "email", "post", "card", "visit", "message", "fax"]
KINDS = ["people", "organisations", "opportunities", "interviews", "promises", "touches", "letters", "findings",
         "participations", "settings", "documents", "materials", "decisions", "person", "nonsense"]
SETTINGS = [("name", "Sam Rees"), ("zone", "Europe/London"), ("zone", "Nowhere/Bad"), ("cap", "3"), ("cap", "lots"),
            ("dates.order", "month-first"), ("timezone", "UTC"), ("playbook", "reflective"), ("playbook", "agressive"),
            ("holidays", "2026-12-25"), ("import.archive-after", "30"), ("signature", "S. Rees")]
PLAYBOOKS = ["persistent", "reflective", "executive", "value-added", "recruiter", "agressive"]
RULES = ["thank-you-note.after", "break-the-silence.after", "nonsense.after"]
ANSWERS = ["\r", "y\r", "n\r", "q\r", "1\r", "2\r", "9\r", "yesterday\r", "2026-06-12\r", "dunno\r", "Sam Rees\r", "\x03", "\x04", "?\r",
           "y", "n", "q", "e", "1", " ", "\x1b[A", "ünïcode\r", "x" * 200 + "\r"]
EDITORS = {
    "append": 'echo "my own words" >> "$1"', "leave": "true", "empty": ': > "$1"', "fail": 'echo half >> "$1"; exit 1',
    "die": 'echo half >> "$1"; kill -9 $$', "binary": "printf '\\377\\376\\000' > \"$1\"", "remove": 'rm "$1"'}

# `find` is not among them: it keeps the search index up to date.
LOOKING = {"today", "plan", "why", "promises", "offers", "materials", "references", "show", "list", "read", "when",
           "history", "conflicts", "duplicates", "status", "prepare", "script", "help", "manual", "completions", "doctor"}


class Moves:
    """Draws moves from a seeded generator."""

    def __init__(self, rng, notes):
        self.rng, self.notes = rng, notes

    def any(self, items):
        return self.rng.choice(items)

    def thing(self):
        return self.any([
            "@row:people", "@row:organisations", "@row:opportunities", "@row:interviews", "@row:promises", "@row:touches",
            "@row:letters", "@name", "@name", "@name", "@name", self.any(PEOPLE), self.any(FIRMS), "zz", "setting:zone", "a"])

    def field(self):
        return self.any([
            "sector=" + self.any(WORDS), "notes=" + self.any(WORDS), "name=" + self.any(PEOPLE + FIRMS), "stage=offer", "stage=rejected",
            "stage=nonsense", "deadline=" + self.any(DAYS), "closed_on=" + self.any(DAYS), "tags=+warm,-cold", "email=a@b.example",
            "organisation=@name", "start=" + self.any(DAYS), "foo=1", "due=" + self.any(DAYS), "kept=" + self.any(DAYS), "archived=yes",
            "role=" + self.any(ROLES), "title=", "=", "novalue", "kind=phone", "part=hiring-manager", "website=acme.example"])

    def add(self):
        return self.any([
            lambda: ["add", "organisation", self.any(FIRMS)],
            lambda: ["add", "person", self.any(PEOPLE), *self.maybe("organisation=@name"), *self.maybe("email=x@y.example")],
            lambda: ["add", "opportunity", self.any(ROLES), *self.maybe("organisation=@name")],
            lambda: ["add", "opportunity", "role=" + self.any(ROLES)],
            lambda: ["add", "interview", "opportunity=@row:opportunities", "start=" + self.any(DAYS), *self.maybe("kind=phone")],
            lambda: ["add", "participation", "interview=@row:interviews", "person=@row:people"],
            lambda: ["add", "promise", "text=" + self.any(WORDS), "opportunity=@row:opportunities", "due=" + self.any(DAYS)],
            lambda: ["add", "finding", "interview=@row:interviews", "kind=question", "text=" + self.any(WORDS)],
            lambda: ["add", "setting", *self.setting()],
            lambda: ["add", "touch", "person=@row:people", "channel=call", "direction=sent", "day=" + self.any(DAYS)],
            lambda: ["add", "material", "title=" + self.any(WORDS)],
            lambda: ["add", "nonsense", "x"], lambda: ["add"]])()

    def setting(self):
        name, value = self.any(SETTINGS)
        return [name, "value=" + value]

    def maybe(self, *words):
        return words if self.rng.random() < 0.5 else ()

    def heard(self):
        what = self.any([
            ["--next", "second round", *self.maybe("--by", self.any(DAYS))], ["--offer", *self.maybe("--deadline", self.any(DAYS))],
            ["--rejected", *self.maybe("--feedback", self.any(WORDS))], ["--filled"], ["--withdrawn"], ["--accepted"], ["--silent"],
            ["--offer", "--rejected"], []])
        return ["heard", self.any(["@row:opportunities", "@name"]), *what, *self.maybe("--on", self.any(DAYS))]

    def writing(self):
        """A command that may change the store."""
        item = self.any(["@item", "@item", "@item", "@name", "zz"])
        return self.any([
            self.add, self.add, self.add, self.heard,
            lambda: ["set", self.thing(), self.field(), *self.maybe(self.field())],
            lambda: ["set", self.thing(), self.field()],
            lambda: ["done", item], lambda: ["skip", item], lambda: ["snooze", item, *self.maybe(self.any(DAYS))],
            lambda: ["log", self.any(CHANNELS), self.any(["@row:people", "@name"]), self.any(WORDS), *self.maybe("--on", self.any(DAYS)),
                     *self.maybe("--received")],
            lambda: ["delete", self.thing(), *self.maybe("--yes")], lambda: ["undelete", self.thing()],
            lambda: ["undo"], lambda: ["undo"], lambda: ["undo", "@transaction"], lambda: ["undo", "--redo"], lambda: ["redo"],
            lambda: ["letter", item, *self.maybe(self.any(["--keep", "--show", "--print", "--eml", "--mailto", "--brief"]))],
            lambda: ["letter", "sent", item, "--yes", *self.maybe("--on", self.any(DAYS)), *self.maybe("--announced", self.any(DAYS))],
            lambda: ["playbook", "set", self.any(PLAYBOOKS), self.any(RULES), self.any(["2d", "4d", "lots", "1w"])],
            lambda: ["playbook", "use", self.any(PLAYBOOKS), *self.maybe("@name")],
            lambda: ["edit", self.thing()], lambda: ["reflect", *self.maybe("@name")],
            lambda: ["debrief", *self.maybe("@name")], lambda: ["negotiate", "@row:opportunities", "--ask"],
            lambda: ["note", self.any(WORDS)], lambda: ["proposals"], lambda: ["pause", "@row:opportunities"],
            lambda: ["import", self.any(self.notes), *self.maybe("--on", self.any(DAYS)), *self.maybe("--dry-run")],
            lambda: ["import", "-"], lambda: ["import", "missing.txt"], lambda: ["import", "."],
            lambda: ["join", self.thing(), self.thing()], lambda: ["unjoin", self.thing()],
            lambda: ["resolve", *self.maybe("@answer")], lambda: ["rebuild"],
            lambda: ["export", self.any(["a.afterword", "a.afterword", "folder/", ".", "/dev/null/x"]), *self.maybe("--redact")],
            lambda: ["restore", "a.afterword", "--yes"], lambda: ["settings", *self.any(SETTINGS)], lambda: ["setup"],
            lambda: [self.any(["frobnicate", "remove", "-x", "--foo", "", "don"]), *self.maybe("x")],
        ])()

    def looking(self):
        item = self.any(["@item", "@name", "zz"])
        words = self.any([
            lambda: [], lambda: ["today"], lambda: ["plan"], lambda: ["why", item], lambda: ["promises"], lambda: ["offers"],
            lambda: ["materials"], lambda: ["references"], lambda: ["show", self.thing()], lambda: ["show"],
            lambda: ["list", self.any(KINDS)], lambda: ["list", "people", "+warm"], lambda: ["list", "interviews", "from:" + self.any(DAYS)],
            lambda: ["find", "@word"], lambda: ["find", self.any(WORDS)], lambda: ["find", '"' + self.any(ROLES) + '"'],
            lambda: ["read", self.any(self.notes)], lambda: ["when", self.any(DAYS)], lambda: ["history", *self.maybe("@name")],
            lambda: ["conflicts"], lambda: ["duplicates"], lambda: ["status"], lambda: ["prepare", *self.maybe("@name")],
            lambda: ["script", item], lambda: ["help"], lambda: ["help", self.any(["set", "letter", "sync", "zz"])],
            lambda: ["playbook", "list"], lambda: ["playbook", "show", self.any(PLAYBOOKS)], lambda: ["playbook", "compare", "@name"],
            lambda: ["doctor"], lambda: ["settings"], lambda: ["manual"], lambda: ["verify", "a.afterword"], lambda: ["key", "show"],
        ])()
        return words + (["--json"] if words and self.rng.random() < 0.25 else [])

    def step(self, machines):
        """One step of a history: where, what, and how it is answered."""
        looks = self.rng.random() < 0.35
        step = {"machine": self.rng.randrange(machines), "words": self.looking() if looks else self.writing()}
        step["words"] = [f"{word}:{self.rng.randrange(9)}" if word.startswith("@") else _numbered(word, self.rng) for word in step["words"]]
        if self.rng.random() < 0.5:
            step["answers"] = [self.any(ANSWERS) for _ in range(self.rng.randrange(5))]
        elif self.rng.random() < 0.2:
            step["input"] = self.any(WORDS)
        step["editor"] = self.any(list(EDITORS))
        if self.rng.random() < 0.12:
            step["words"] = [f"@suggested:{self.rng.randrange(9)}"]
        if machines > 1 and self.rng.random() < 0.2:
            step["words"] = self.any([["sync", "../shared"], ["sync", "../shared", "--yes", "--no-encrypt"], ["sync", "../empty"]])
        elif machines > 1 and self.rng.random() < 0.25:
            step = {"machine": step["machine"], "mishap": self.any(KINDS), "seed": self.rng.randrange(1 << 30)}
        return step


def _numbered(word, rng):
    """`organisation=@name` with the number of the row that is meant."""
    return f"{word}:{rng.randrange(9)}" if "=@" in word else word


def script(steps):
    return "\n".join(json.dumps(step, ensure_ascii=False) for step in steps)
