"""A key in a form against a key in a bare text field, both with the same text: never may it wait for the database."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tools.bench.figures import Row, percentile
from tools.environment import ROOT

BATCH = 25
LIMIT = 1.5


class Typing:
    """A process that types when told to."""

    def __init__(self, *command: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.bench.typist", *command],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def tell(self, command: str) -> Any:
        """Its answer to a command.

        Raises:
            RuntimeError: the process ended.
        """
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the typist ended with {self._process.wait()}")
        return json.loads(line)

    def end(self) -> None:
        """Let it go; its archive is thrown away anyway."""
        self._process.kill()
        self._process.communicate()


def measure(folder: Path, form: str, keys: int) -> Iterator[Row]:
    """Median and 99th percentile.

    Parameters:
        folder: of an archive with the demo's key.
        form: id of an open form in it.
        keys: on each side.
    """
    ours = Typing("form", str(folder), form)
    try:
        bare = Typing("bare", *map(str, ours.tell("measures")))
        try:
            yield from _rows(ours, bare, keys)
        finally:
            bare.end()
    finally:
        ours.end()


def _rows(ours: Typing, bare: Typing, keys: int) -> Iterator[Row]:
    saves = ours.tell("saves")
    taken: tuple[list[float], list[float]] = [], []
    for _ in range(keys // BATCH):
        for typing, series in zip((ours, bare), taken, strict=True):
            series.extend(typing.tell(f"keys {BATCH}"))
    if ours.tell("saves") - saves < keys // BATCH:
        raise RuntimeError("the form was not saved while there was typing: this measured something else")
    yield _row("key to glyph in A.6 while saving / bare text field: median", median(taken[0]), median(taken[1]), taken)
    high = [percentile(series, 99) for series in taken]
    yield _row("key to glyph in A.6 while saving / bare text field: p99", high[0], high[1], taken)


def _row(name: str, ours: float, bare: float, taken: Sequence[Sequence[float]]) -> Row:
    return Row(name, ours * 1000, bare * 1000, "ms", LIMIT, len(taken[0]))
