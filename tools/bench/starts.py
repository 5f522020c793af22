"""Starts of the program against starts of a bare window: how long until it is painted, how much memory it takes.

Every start is a process of its own. Theirs and ours take turns, so that whatever else the machine does hits both.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.bench.figures import Row, row_of_medians
from tools.environment import ROOT

PATIENCE_SECONDS = 60
MEGABYTE = 1024 * 1024


def measure(locked: Path, demo: Path, runs: int) -> Iterator[Row]:
    """Time to the first paint, and memory.

    Parameters:
        locked: data folder with an archive that has a passphrase.
        demo: data folder in which the Proefschool was made before.
        runs: starts of each kind.
    """
    kinds = {"bare": ["bare"], "unlock": ["unlock", str(locked)], "main": ["main", str(demo)]}
    for command in kinds.values():  # the first start reads everything from disk and writes the bytecode
        start(command)
    taken: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(runs):
        for name, command in kinds.items():
            taken[name].append(start(command)[0])
    bare = taken["bare"]
    yield row_of_medians("unlock window painted / bare window", taken["unlock"], bare, "s", 1.3)
    yield row_of_medians("main window with Proefschool painted / bare window", taken["main"], bare, "s", 2.0)
    yield from _memory(kinds, max(runs // 4, 3))


def _memory(kinds: dict[str, list[str]], runs: int) -> Iterator[Row]:
    kinds = {"bare": kinds["bare"], "main": kinds["main"], "visit": ["visit", kinds["main"][1]]}
    used: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(runs):
        for name, series in used.items():
            series.append(start([*kinds[name], "weigh"])[1] / MEGABYTE)
    yield row_of_medians("memory, Proefschool open / bare window", used["main"], used["bare"], "MB", 2.5)
    yield row_of_medians("memory, every view visited / bare window", used["visit"], used["bare"], "MB")


def start(command: Sequence[str]) -> tuple[float, int]:
    """One start.

    Returns:
        Seconds until the window was painted, and bytes of memory in use at the end.

    Raises:
        RuntimeError: it did not paint in time, or ended otherwise.
    """
    began = time.monotonic_ns()
    try:
        child = subprocess.run(
            [sys.executable, "-m", "tools.bench.child", *command],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=True,
        )
        told = json.loads(child.stdout.splitlines()[-1])
    except subprocess.TimeoutExpired as error:
        raise RuntimeError(
            f"{command[0]}: nothing painted within {PATIENCE_SECONDS} s\n{_text(error.stderr)}"
        ) from error
    except subprocess.CalledProcessError as error:
        raise RuntimeError(f"{command[0]}: ended with {error.returncode}\n{error.stderr}") from error
    except (IndexError, ValueError) as error:
        raise RuntimeError(f"{command[0]}: ended before it painted\n{child.stderr}") from error
    return (told["painted"] - began) / 1e9, told["resident"]


def environment() -> dict[str, str]:
    """Ours, with bytecode as an installed program has it, whatever the caller's Python may write."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "ruggespraak-bench-bytecode")}


def _text(output: bytes | str | None) -> str:
    return output.decode(errors="replace") if isinstance(output, bytes) else output or ""
