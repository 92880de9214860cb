"""What befalls machines between commands: copies, restores in place, lost state, sudden ends; and the law that holds in the end."""
import os
import random
import shutil
import subprocess

import laws

KINDS = ["clone", "keep", "bring back", "bring all back", "lose state", "kill", "bundle", "take"]
# Rows in no order are no promise; whose name a machine has depends on where one stands.
EXCHANGED = [view for view in laws.VIEWS if view[0] == "list"] + [("conflicts",)]


class Mishaps:
    """On machines whose folders lie beside one another, with a folder of bundles that any of them may take."""

    def __init__(self, folder, machines):
        self.bundles, self.kept, self.machines = folder + "/bundles", folder + "/kept", machines
        os.makedirs(self.bundles)
        os.makedirs(self.kept)

    def befall(self, at, kind, seed):
        rng, machine = random.Random(seed), self.machines[at]
        if kind == "clone":
            other = self.machines[rng.randrange(len(self.machines))]
            if other is not machine and os.path.exists(other.store):
                for part in ("data", "state"):
                    _replace(f"{other.folder}/{part}", f"{machine.folder}/{part}")
        elif kind == "keep":
            for part in ("data", "state"):
                _replace(f"{machine.folder}/{part}", f"{self.kept}/{at}/{part}")
        elif kind in ("bring back", "bring all back"):
            for part in ("data", "state") if kind == "bring all back" else ("data",):
                if os.path.isdir(f"{self.kept}/{at}/{part}"):
                    _overwrite(f"{self.kept}/{at}/{part}", f"{machine.folder}/{part}")
        elif kind == "lose state":
            if os.path.exists(machine.store):
                shutil.rmtree(machine.folder + "/state", ignore_errors=True)
        elif kind == "kill":
            self._kill(machine, rng)
        elif kind == "bundle":
            machine.run("export", f"{self.bundles}/{seed % 5}.afterword", "--replace")
        elif kind == "take":
            found = sorted(os.listdir(self.bundles))
            if found:
                return machine.run("import", f"{self.bundles}/{rng.choice(found)}", "--yes")
        return None

    @staticmethod
    def _kill(machine, rng):
        words = rng.choice([["add", "organisation", f"Firm {rng.randrange(99)}"], ["sync", "../shared", "--no-encrypt", "--yes"]])
        process = subprocess.Popen(
            [machine.program, *machine.words(words)], env=machine.environment({}), cwd=machine.folder,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(rng.random() * 0.1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def agreement(self):
        """Law of exchange: machines that have all heard of one another show the same, from equal logs."""
        for _ in range(len(self.machines) + 1):
            for machine in self.machines:
                shown = machine.run("sync", "../shared", "--no-encrypt", "--yes")
                if shown.code != 0:
                    return f"the last sync fails: {machine.name}: {shown.text[-600:]}"
        first = None
        for machine in self.machines:
            content = (machine.run("export", "agreed.afterword", "--replace", "--json").json or {}).get("content_id")
            views = [machine.run(*view, "--json").output for view in EXCHANGED]
            first = first or (content, views)
            if content != first[0]:
                return f"{machine.folder}: another log than the first: {content}, {first[0]}"
            for view, mine, others in zip(EXCHANGED, views, first[1]):
                if mine != others:
                    return f"{machine.folder}: {' '.join(view)} differs: {laws.difference(others, mine)}"
        return None


def _replace(source, target):
    shutil.rmtree(target, ignore_errors=True)
    if os.path.isdir(source):
        shutil.copytree(source, target)


def _overwrite(source, target):
    """The contents of files in place, as a backup program puts them back; what was not kept is removed."""
    for folder, _, files in os.walk(target):
        for file in files:
            if not os.path.exists(folder.replace(target, source, 1) + "/" + file):
                os.remove(f"{folder}/{file}")
    for folder, _, files in os.walk(source):
        place = folder.replace(source, target, 1)
        os.makedirs(place, exist_ok=True)
        for file in files:
            with open(f"{folder}/{file}", "rb") as kept, open(f"{place}/{file}", "wb") as out:
                out.write(kept.read())
