"""Kill the program in the midst of typing, again and again, and look what is left.

`python -m tests.faults.kill --rounds 300` does it by hand; `test_kill.py` does it for every change.
"""

import argparse
import json
import multiprocessing
import os
import random
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerContext
from multiprocessing.reduction import DupFd
from pathlib import Path
from typing import Any

from app.models.bespreking import Formulier
from app.storage.archive import Archive

from . import typer
from .clock import now
from .school import KEY, filled_archive

PROMISE_SECONDS = 1.0
"""What stood on the screen so long ago is in the archive, whatever happens (docs/architectuur.md)."""

KILL_AFTER_SECONDS = (0.3, 3.0)
"""From the first key on."""

AT_A_TIME = 2
START_SECONDS = 20.0


@dataclass
class Outcome:
    """What one round showed.

    Attributes:
        keys: number of keys that were typed.
        fields: number of fields they went into.
        lost: age in seconds, at the kill, of the oldest key that is not in the archive; 0 when all is there.
        complaints: what is not as promised; empty when all is well.
    """

    seed: int
    keys: int = 0
    fields: int = 0
    lost: float = 0.0
    complaints: list[str] = field(default_factory=list)


Run = Callable[[str, str, int, int], None]
State = tuple[float, list[str]]


def one_round(context: ForkServerContext, run: Run, folder: Path, seed: int) -> Outcome:
    """Let somebody type, kill the program at a random moment and read the archive.

    Parameters:
        run: the program with somebody who types in it.
        folder: an empty one for the archive.
        seed: of all chance in this round.
    """
    made = filled_archive(folder)
    after = random.Random(f"kill {seed}").uniform(*KILL_AFTER_SECONDS)
    told, killed_at = type_and_kill(context, run, folder, made.formulier, seed=seed, after=after)
    outcome = Outcome(seed, keys=sum(map(len, told.values())), fields=len(told))
    archive = Archive(folder, KEY)
    try:
        _compare(archive, made.formulier, told, killed_at, outcome)
        outcome.complaints += archive.check()
    finally:
        archive.close()
    return outcome


def nursery() -> ForkServerContext:
    """Where programs are born quickly: what takes long is loading, and that is done once for all of them."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([typer.__name__])
    return context


def rounds(count: int, first_seed: int = 0, run: Run = typer.run) -> Iterator[Outcome]:
    """Do so many rounds, two at a time, in folders that are removed afterwards."""
    context = nursery()
    with tempfile.TemporaryDirectory() as top, ThreadPoolExecutor(AT_A_TIME) as pool:
        seeds = range(first_seed, first_seed + count)
        yield from pool.map(lambda seed: one_round(context, run, Path(top) / str(seed), seed), seeds)


def type_and_kill(
    context: ForkServerContext, run: Run, folder: Path, form: str, *, seed: int, after: float
) -> tuple[dict[str, list[State]], float]:
    """What was told of each field, and when the process was killed: `after` seconds from its first key."""
    ours, theirs = os.pipe()
    process = context.Process(target=_type, args=(run, str(folder), form, seed, DupFd(theirs)), daemon=True)
    process.start()
    os.close(theirs)
    killed: list[float] = []

    def kill() -> None:
        killed.append(now())
        process.kill()

    with os.fdopen(ours, "rb") as told:
        lines = [told.readline()]
        timer = threading.Timer(after, kill)
        timer.start()
        lines += told
        timer.join()
        process.join(START_SECONDS)
    if process.exitcode != -9:
        raise RuntimeError(f"the typer ended by itself with {process.exitcode}")
    return _by_field(lines), killed[0]


def _type(run: Run, folder: str, form: str, seed: int, out: Any) -> None:
    run(folder, form, seed, out.detach())


def _by_field(lines: Iterable[bytes]) -> dict[str, list[State]]:
    found: dict[str, list[State]] = {}
    for line in lines:
        if line.endswith(b"\n"):
            moment, path, texts = json.loads(line)
            found.setdefault(path, []).append((moment, texts))
    return found


def _compare(archive: Archive, form: str, told: dict[str, list[State]], killed_at: float, outcome: Outcome) -> None:
    formulier = archive.get(Formulier, form)
    assert formulier is not None
    for path, states in told.items():
        section, _, name = path.partition(".")
        kept = texts_of(formulier.antwoorden.get(section, {}).get(name))
        lost = _age_of_lost(kept, states, killed_at)
        if lost is None:
            outcome.complaints.append(f"{path}: what is kept never stood on the screen: {kept} / {states[-1][1]}")
        else:
            outcome.lost = max(outcome.lost, lost)
            if lost > PROMISE_SECONDS:
                outcome.complaints.append(f"{path}: a key of {lost:.2f} s before the kill is gone")
    outcome.complaints += _history_complaints(archive, formulier)


def _age_of_lost(kept: list[str], states: list[State], killed_at: float) -> float | None:
    """Age of the oldest key after the kept state; 0 when that is the last, None when it never stood there."""
    seen = [[], *(texts for _, texts in states)]
    for at in reversed(range(len(seen))):
        if seen[at] == kept:
            return killed_at - states[at][0] if at < len(states) else 0.0
    return None


def texts_of(value: Any) -> list[str]:
    """The texts in an answer, as the screen shows them one after the other."""
    if isinstance(value, list):
        return [text for row in value for name, text in row.items() if name != "_id" and text]
    return [value] if value else []


def _history_complaints(archive: Archive, formulier: Formulier) -> list[str]:
    """What history says has to be what is; each value follows on the one before it, and nothing is open any more."""
    found, last = [], {}
    for revision in archive.history(formulier.id):
        before = last.get(revision.field)
        if revision.parent != (before.id if before else None) or not revision.sealed:
            found.append(f"history of {revision.field} is broken")
        last[revision.field] = revision
    for section, answers in formulier.antwoorden.items():
        for name, value in answers.items():
            said = last.get(f"antwoorden/{section}.{name}")
            if said is None or said.value != value:
                found.append(f"history of {section}.{name} says something else than its state")
    return found


def report(outcomes: list[Outcome]) -> str:
    """The figures of a run in a few lines."""
    lost = sorted(each.lost for each in outcomes)
    keys = sum(each.keys for each in outcomes)
    lines = [
        f"{len(outcomes)} rounds, {keys} keys in {sum(each.fields for each in outcomes)} fields",
        f"oldest key lost: {lost[-1]:.2f} s before the kill; median {lost[len(lost) // 2]:.2f} s; "
        f"nothing lost in {sum(not each for each in lost)} rounds",
    ]
    lines += [f"seed {each.seed}: {complaint}" for each in outcomes for complaint in each.complaints]
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill the program in the midst of typing.")
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0, help="of the first round")
    options = parser.parse_args()
    outcomes = list(rounds(options.rounds, options.seed))
    print(report(outcomes))
    return 1 if any(each.complaints for each in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
