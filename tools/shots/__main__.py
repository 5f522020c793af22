"""Pictures every view and makes every document: `python -m tools.shots OUT`, or `--docs DIR` for those of the docs."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tools.environment import ROOT
from tools.shots.looks import LOOKS, Look
from tools.shots.selection import FOR_THE_DOCS, smaller
from tools.shots.sheet import write_sheet

PATIENCE_SECONDS = 300


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="tools.shots", description="Pictures of every view, and every document.")
    parser.add_argument("out", type=Path, metavar="OUT", nargs="?", help="folder for pictures and documents")
    parser.add_argument("--docs", type=Path, metavar="DIR", help="renew the pictures of README and docs in this folder")
    options = parser.parse_args(arguments)
    if not options.out and not options.docs:
        parser.error("OUT or --docs DIR is needed")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="ruggespraak-shots-") as work:
        out = (options.out or Path(work) / "out").absolute()
        out.mkdir(parents=True, exist_ok=True)
        wrong = picture(out, Path(work))
        if options.docs:
            write_docs(out, options.docs)
    for name, reason in wrong:
        print(f"NOT RIGHT: {name}: {reason}", file=sys.stderr)
    if options.out:
        print(f"{len(list(out.glob('*.png')))} pictures: {out / 'index.html'}")
    return 1 if wrong else 0


def picture(out: Path, work: Path) -> list[tuple[str, str]]:
    """Play all scenes in all looks, make the documents and the sheet.

    Returns:
        Scene or document and what was wrong with it.
    """
    demo = work / "proefschool"
    subprocess.run([sys.executable, "-m", "tools.proefschool", str(demo)], cwd=ROOT, check=True)
    with ThreadPoolExecutor(max(1, (os.cpu_count() or 1) // 2 + 1)) as pool:
        played = list(pool.map(partial(play, out, demo, work), LOOKS))
    wrong = [each for told in played for each in told]
    documents = out / "documenten"
    made = subprocess.run(
        [sys.executable, "-m", "tools.shots.documents", str(_copy(demo, work / "documents")), str(documents)],
        cwd=ROOT,
        check=False,
    )
    if made.returncode:
        wrong.append(("documenten", "they could not all be made"))
    write_sheet(out, sorted(out.glob("*.png")), sorted(documents.glob("*")))
    return wrong


def play(out: Path, demo: Path, work: Path, look: Look) -> list[tuple[str, str]]:
    """Play all scenes in one look; what was wrong."""
    own = _copy(demo, work / look.suffix)  # an archive is open in one process at a time
    played = subprocess.run(
        [sys.executable, "-m", "tools.shots.play", str(out), str(own), look.suffix],
        cwd=ROOT,
        env=os.environ | look.environment(work),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    print(f"{look.suffix}: done", file=sys.stderr)
    try:
        told = json.loads(played.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        return [(look.suffix, f"ended with {played.returncode}\n{played.stderr[-4000:]}")]
    if told["wrong"]:
        print(played.stderr, file=sys.stderr)
    return [(f"{name} ({look.suffix})", reason) for name, reason in told["wrong"].items()]


def write_docs(out: Path, folder: Path) -> None:
    """Put the pictures that README and docs show into their folder, small enough to keep in the repository."""
    folder.mkdir(parents=True, exist_ok=True)
    for taken, kept in _chosen(out):
        smaller(taken, folder / f"{kept}.png")


def _chosen(out: Path) -> Iterator[tuple[Path, str]]:
    for name, kept in FOR_THE_DOCS.items():
        yield out / f"{name}.png", kept


def _copy(folder: Path, to: Path) -> Path:
    shutil.copytree(folder, to)
    return to


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
