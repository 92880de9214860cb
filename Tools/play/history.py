"""Plays a history of moves on one or more machines and checks the laws after each."""
import os
import re
import shlex
import shutil
import tempfile

import laws
from machine import Machine
from mishaps import Mishaps
from moves import EDITORS, LOOKING

NAMES = ["laptop", "desktop", "laptop", "tablet", "debian"]
ID = 8


class Broken(Exception):
    """A law that did not hold, with what was typed and shown."""


class Play:
    def __init__(self, program, notes, machines, shifts=(), clock=None):
        self.folder = tempfile.mkdtemp(prefix="monkey.", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
        self.machines = [Machine(program, f"{self.folder}/m{n}", NAMES[n % len(NAMES)]) for n in range(machines)]
        for machine, shift in zip(self.machines, shifts):
            machine.clock, machine.shift = clock, shift
        for folder in ("shared", "empty"):
            os.makedirs(f"{self.folder}/{folder}")
        self.mishaps = Mishaps(self.folder, self.machines)
        self.editors = {}
        for name, body in EDITORS.items():
            self.editors[name] = f"{self.folder}/{name}.sh"
            with open(self.editors[name], "w") as file:
                file.write(f"#!/bin/sh\n{body}\n")
            os.chmod(self.editors[name], 0o755)
        for machine in self.machines:
            for note in notes:
                shutil.copy(note, machine.folder)
        self.last = [None] * machines
        self.commands = 0

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def play(self, steps):
        try:
            for step in steps:
                self.take(step)
            self.finish()
        finally:
            self.close()

    def finish(self):
        for machine in self.machines:
            self.demand(machine, None, laws.sound(machine))
        if len(self.machines) > 1:
            self.demand(self.machines[0], None, self.mishaps.agreement())
            for machine in self.machines:
                self.demand(machine, None, laws.sound(machine))
        if len(self.machines) == 1 and os.path.exists(self.machines[0].store):
            self.demand(self.machines[0], None, laws.no_conflict(self.machines[0]))

    def take(self, step):
        at = step["machine"] % len(self.machines)
        machine = self.machines[at]
        if "mishap" in step:
            shown = self.mishaps.befall(at, step["mishap"], step["seed"])
            return self.demand(machine, shown, shown and laws.ends_well(shown))
        words = self.resolved(machine, step["words"], at)
        if words is None:
            return
        looks = not words or words[0] in LOOKING or words[:2] in (["playbook", "list"], ["playbook", "show"])
        before = laws.footprint(machine) if looks else None
        steps_back = step.get("undone") and words and words[0] not in ("undo", "redo") and not looks
        # A store that is made by it stays, empty.
        views = laws.views(machine) if steps_back and os.path.exists(machine.store) else None
        shown = self.run(machine, words, step)
        self.last[at] = shown
        self.demand(machine, shown, laws.ends_well(shown))
        if looks and laws.footprint(machine) != before:
            self.demand(machine, shown, "a command that looks has written")
        if step["words"][:1] and step["words"][0].startswith("@suggested"):
            # A command's bare name answers with how it is used.
            self.demand(machine, shown, shown.code == 2 and len(words) > 1 and "a suggested command is wrong usage")
        if steps_back and shown.code == 0 and "Undo" in shown.text:
            self.undone(machine, shown, views)

    def run(self, machine, words, step):
        self.commands += 1
        variables = {"EDITOR": self.editors[step["editor"]], "VISUAL": self.editors[step["editor"]]}
        if "answers" in step:
            return machine.type(words, step["answers"], **variables)
        return machine.run(*words, input=step.get("input"), **variables)

    def undone(self, machine, shown, before):
        """Law 4: undone, done again and undone again, every view is what it was: what one command did is one step back."""
        after = laws.views(machine)
        for command in ("undo", "redo", "undo", "redo"):
            said = machine.run(command)
            self.demand(machine, said, said.code not in (0, 1) and f"{command} fails")
            if said.code != 0:
                return
            if command == "undo":
                undone = laws.views(machine)
                self.demand(machine, shown, before and laws.differing(before, undone))
            else:
                self.demand(machine, said, laws.differing(after, laws.views(machine)))
        self.demand(machine, shown, undone == after and "undo changes no view")

    def demand(self, machine, shown, why):
        if why:
            typed = "" if shown is None else "afterword " + shlex.join(shown.words)
            said = "" if shown is None else shown.text[-1500:]
            raise Broken(f"{why}\n  {machine.name}$ {typed}\n{said}")

    # Symbols -----------------------------------------------------------------------------------------------------------

    def resolved(self, machine, words, at):
        if words and words[0].startswith("@suggested"):
            return self.suggested(at, int(words[0].split(":")[1]))
        return [re.sub(r"@([a-z]+(?::[a-z]+)?):(\d+)$", lambda found: self.symbol(machine, found[1], int(found[2])), word)
                for word in words]

    def symbol(self, machine, symbol, number):
        found = self.candidates(machine, symbol)
        return found[number % len(found)] if found else "beef0000"

    def candidates(self, machine, symbol):
        kind, _, detail = symbol.partition(":")
        if not os.path.exists(machine.store):
            return []
        if kind == "item":
            plan = machine.run("plan", "--json").json
            return [item["id"][:ID] for item in (plan or {}).get("items", [])]
        if kind == "row":
            return [row["id"][:ID] for row in machine.rows(detail)]
        if kind == "transaction":
            return re.findall(r"\b[0-9a-f]{8}\b", machine.run("history").output)
        if kind == "answer":
            return re.findall(r"afterword resolve ([0-9a-f]{8})", machine.run("conflicts").output)
        shown = [row["fields"].get("name") for kind in ("people", "organisations") for row in machine.rows(kind)]
        names = [name for name in shown if isinstance(name, str)]
        return names if kind == "name" else [word for name in names for word in name.split() if word.isalpha()]

    def suggested(self, at, number):
        """A command that the last output of this machine suggests, as it stands."""
        found = suggestions(self.last[at].output + "\n" + self.last[at].talk) if self.last[at] else []
        return found[number % len(found)] if found else None


PLACEHOLDER = re.compile(r"^[A-Z][A-Z…|]+$|^<|^\[|…|\.\.\.|=[A-Z]+$")


def suggestions(text):
    """The command lines that a text suggests: between back-quotes, or after `afterword` to the end of its sentence."""
    found = re.findall(r"`afterword ([^`\n]+)`", text)
    found += re.findall(r"\b(?:Undo|Undo it|Undo both|Redo|Next|next):\s+afterword ([^\n`]+?)\.?(?:, or |; |\n|$)", text)
    lines = []
    for line in found:
        try:
            words = shlex.split(line)
        except ValueError:
            raise Broken(f"a suggested command cannot be typed: afterword {line}") from None
        if words and not any(PLACEHOLDER.search(word) for word in words):
            lines.append(words)
    return lines
