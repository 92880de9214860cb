#!/usr/bin/env python3
"""Runs the program's commands while the disk fails under them.

  sweep      counts the file operations of a command, then runs it once for each of them and each kind of fault
  powerloss  traces a command and checks the states that a power cut could leave
  controls   the same with traces as a careless program would leave them: each must be caught

usage: faults.py {sweep|powerloss|controls|all} [TARGET …] [--program PATH] [--max N] [--seed S]
"""
import argparse
import collections
import os
import random
import shutil
import subprocess
import sys
import tempfile

import powerloss
from targets import TARGETS, Broken

HERE = os.path.dirname(os.path.abspath(__file__))
MODES = ["eio", "enospc", "short", "kill", "kill-after", "torn-kill"]


class Bench:
    """A folder with one target set up, copied anew for each run."""

    def __init__(self, name, program, shim, limit, rng):
        self.name, self.shim, self.limit, self.rng = name, shim, limit, rng
        self.target = TARGETS[name](program)
        self.work = tempfile.mkdtemp(prefix="faults.", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
        self.folder = self.work + "/run"
        os.makedirs(self.folder)
        self.target.setup(self.folder)
        self.folders = [os.path.relpath(folder, self.folder) for folder, _, _ in os.walk(self.folder)]
        self.base = powerloss.snapshot(self.folder)
        self.failures = collections.Counter()
        self.examples = {}
        self.runs = 0

    def reset(self):
        self.make(self.base, self.folder)

    def make(self, files, place):
        """Files with the folders that there were before, empty ones too."""
        powerloss.materialise(files, self.folder, place)
        for folder in self.folders:
            os.makedirs(f"{place}/{folder}", exist_ok=True)

    def run(self, **fault):
        return self.target.run(
            self.folder, *self.target.arguments(self.folder), LD_PRELOAD=self.shim, FAULT_PATH=self.folder, **fault)

    def check(self, key, folder, acknowledged):
        self.runs += 1
        try:
            self.target.check(folder, acknowledged)
        except Broken as error:
            self.failures[key] += 1
            self.examples.setdefault(key, str(error))

    def sample(self, points):
        points = list(points)
        if len(points) <= self.limit:
            return points
        # The end is always tried: there the command has said that it is done.
        return sorted(self.rng.sample(points[:-1], self.limit - 1)) + points[-1:]

    def close(self):
        shutil.rmtree(self.work, ignore_errors=True)


def sweep(bench):
    bench.reset()
    log, count = bench.work + "/log", bench.work + "/count"
    result = bench.run(FAULT_LOG=log)
    assert result.returncode == 0, result.stderr.decode()
    operations = [line.split()[1] for line in open(log)]
    bench.check(("no fault",), bench.folder, True)
    silent = collections.Counter()
    for mode in MODES:
        for number in bench.sample(range(1, len(operations) + 1)):
            bench.reset()
            result = bench.run(FAULT_N=str(number), FAULT_MODE=mode, FAULT_COUNT=count)
            key = (mode, operations[number - 1], number)
            bench.check(key, bench.folder, result.returncode == 0)
            if mode in ("eio", "enospc") and result.returncode != 0 and not result.stderr:
                silent[key] += 1
    summary = dict(collections.Counter(operations))
    print(f"sweep {bench.name}: {len(operations)} operations {summary}, {bench.runs} runs, "
          f"{sum(bench.failures.values())} violations, {sum(silent.values())} without a message", flush=True)
    return sum(bench.failures.values()) + sum(silent.values())


def traced(bench):
    bench.reset()
    files = powerloss.snapshot(bench.folder)
    path = bench.work + "/trace"
    if os.path.exists(path):
        os.remove(path)
    result = bench.run(FAULT_TRACE=path, FAULT_OPS="all")
    assert result.returncode == 0, result.stderr.decode()
    return files, powerloss.load(path)


def crash_states(bench, files, trace, meta, policies):
    copy = bench.work + "/crashed"
    for count in bench.sample(range(len(trace) + 1)):
        for policy in policies:
            state = powerloss.state(files, trace, count, bench.rng, policy, meta)
            bench.make(state, copy)
            bench.check((meta, policy, count), copy, acknowledged=count == len(trace))


def power_loss(bench):
    files, trace = traced(bench)
    for meta in ("posix", "ext4"):
        crash_states(bench, files, trace, meta, ("none", "all", "random", "random"))
    print(f"powerloss {bench.name}: {len(trace)} operations, {bench.runs} crash states, "
          f"{sum(bench.failures.values())} violations", flush=True)
    return sum(bench.failures.values())


def controls(bench):
    """For targets that write one file."""
    files, trace = traced(bench)
    careless = {
        "no fsync": powerloss.without_fsync(trace), "no folder fsync": powerloss.without_folder_fsync(trace),
        "in place": powerloss.in_place(trace, bench.target.target(bench.folder)),
    }
    missed = 0
    for name, changed in careless.items():
        bench.failures.clear()
        crash_states(bench, files, changed, "posix", ("none", "random", "random"))
        caught = sum(bench.failures.values())
        print(f"control {bench.name}, {name}: {caught} violations, {'caught' if caught else 'MISSED'}", flush=True)
        missed += caught == 0
    bench.failures.clear()
    return missed


def build_shim(work):
    shim = work + "/faultshim.so"
    subprocess.run(
        ["cc", "-O2", "-shared", "-fPIC", "-o", shim, HERE + "/faultshim.c", "-ldl", "-pthread"], check=True)
    return shim


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["sweep", "powerloss", "controls", "all"])
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--program", default=HERE + "/../../.build/debug/afterword")
    parser.add_argument("--max", type=int, default=1000, help="points of each run that are tried at most")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    work = tempfile.mkdtemp(prefix="faults.")
    bad = 0
    try:
        shim = build_shim(work)
        steps = {"sweep": sweep, "powerloss": power_loss, "controls": controls}
        for what, step in steps.items():
            if options.what not in (what, "all"):
                continue
            for name in options.targets or (["replace"] if what == "controls" else TARGETS):
                limit = 1000 if what == "controls" else options.max
                bench = Bench(name, program, shim, limit, random.Random(options.seed))
                bad += step(bench)
                for key, example in list(bench.examples.items())[:5] if what != "controls" else []:
                    print("  e.g.", *key, "→", example, flush=True)
                bench.close()
    finally:
        shutil.rmtree(work)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
