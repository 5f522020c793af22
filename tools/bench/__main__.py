"""Measures speed and memory, and prints a table of ratios: `python -m tools.bench [--json FILE] [--quick]`."""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from tools.bench import archives, gesprekken, hulp, keystrokes, opening, report, schooljaren, starts
from tools.bench.figures import Row, table
from tools.proefschool import DAY

PUPILS, YEARS = 600, 10
"""Of the school of which the years of conversations are measured: some 120,000 conversations."""

LIBRARIES = ("PySide6-Essentials", "sqlcipher3", "sqlite-utils", "cryptography", "python-docx")


class Runs(NamedTuple):
    """How often everything is measured."""

    starts: int
    keys: int
    openings: int
    reports: int
    years: int


USUAL = Runs(starts=15, keys=500, openings=36, reports=25, years=25)
QUICK = Runs(starts=5, keys=150, openings=8, reports=9, years=6)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="tools.bench", description="Speed and memory as ratios, taken in one run.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to this file too")
    parser.add_argument("--quick", action="store_true", help="fewer runs: for a first look, not for a verdict")
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="ruggespraak-bench-"))
    try:
        rows = list(measure(folder, QUICK if options.quick else USUAL))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    about = machine()
    print("\n" + table(rows))
    print("\n" + "\n".join(f"{name}: {value}" for name, value in about.items()))
    print(f"runs: {', '.join(sorted({str(row.runs) for row in rows}, key=int))}; {time.monotonic() - began:.0f} s")
    if options.json:
        figures = {"machine": about, "rows": [row.as_dict() for row in rows]}
        options.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0 if all(row.is_ok for row in rows) else 1


def measure(folder: Path, runs: Runs) -> Iterator[Row]:
    """All rows, said on standard error as they come."""
    made = prepare(folder)
    parts: tuple[Callable[[], Iterator[Row]], ...] = (
        lambda: starts.measure(made.locked, made.demo, runs.starts),
        lambda: keystrokes.measure(made.typing, made.form, runs.keys),
        lambda: opening.measure(made.small, made.large, runs.openings),
        lambda: gesprekken.measure(made.one_year, made.ten_years, runs.years),
        lambda: hulp.measure(made.few, made.many, runs.years),
        lambda: report.measure(runs.reports),
    )
    for part in parts:
        for row in part():
            print(f"  {row.name}: {row.ratio:.2f}", file=sys.stderr)
            yield row


class Made(NamedTuple):
    """What is measured on.

    Attributes:
        locked: data folder with a passphrase; demo: data folder with the Proefschool.
        typing: an archive with an open form, whose id is `form`.
        small, large: archives of 200 and 20,000 pupils.
        one_year, ten_years: archives of 600 pupils with conversations.
        few, many: archives with few and many routes and consults, and a pupil with a short and a long history.
    """

    locked: Path
    demo: Path
    typing: Path
    form: str
    small: Path
    large: Path
    one_year: Path
    ten_years: Path
    few: Path
    many: Path


def prepare(folder: Path) -> Made:
    """Make every archive, outside what is measured."""
    print("making the schools to measure on …", file=sys.stderr)
    locked, demo = folder / "locked", folder / "demo"
    archives.make_locked(locked)
    archives.make_demo(demo)
    small = archives.make_school(folder / "small", archives.SMALL)
    large = archives.make_school(folder / "large", archives.LARGE)
    typing = folder / "typing"
    one_year = schooljaren.make_years(folder / "one year", PUPILS, 1)
    ten_years = schooljaren.make_years(folder / "ten years", PUPILS, YEARS)
    few = hulp.make_hulp(folder / "few", hulp.FEW, DAY)
    many = hulp.make_hulp(folder / "many", hulp.MANY, DAY)
    form = archives.make_typing(typing)
    return Made(locked, demo, typing, form, small, large, one_year, ten_years, few, many)


def machine() -> dict[str, str]:
    """What was measured on."""
    from PySide6.QtCore import qVersion

    versions = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return {
        "machine": f"{platform.platform()}, {platform.machine()}, {os.cpu_count()} processors",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "qt": f"{qVersion()} on {os.environ['QT_QPA_PLATFORM']}",
        "libraries": versions,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
