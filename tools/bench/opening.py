"""Opens dossiers and forms in a small and a large school, in turns: `python -m tools.bench.opening SMALL LARGE RUNS`.

From going there until everything is read and painted. Prints one line of JSON: view -> seconds in the small and in the
large school.
"""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tools.bench.figures import Row, row_of_medians
from tools.environment import ROOT

LIMIT = 1.3
VIEWS = {"leerling": "leerling", "formulier": "id"}
"""View -> column of a form with the id of what it shows: all pupils opened have as much in their dossier."""


def measure(small: Path, large: Path, runs: int) -> Iterator[Row]:
    """How much longer opening takes in a large school.

    Parameters:
        small, large: folders of archives with the demo's key.
        runs: of each view in each school.
    """
    command = [sys.executable, "-m", "tools.bench.opening", str(small), str(large), str(runs)]
    child = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    for view, (in_small, in_large) in json.loads(child.stdout.splitlines()[-1]).items():
        large_ms, small_ms = ([1000 * each for each in series] for series in (in_large, in_small))
        what = {"leerling": "dossier", "formulier": "form"}[view]
        yield row_of_medians(f"opening a {what}, 20,000 / 200 pupils", large_ms, small_ms, "ms", LIMIT)


def main(small: str, large: str, runs: str) -> None:
    """Measure in this process and print the figures."""
    from app.storage.archive import Archive
    from app.ui.place import Place
    from tools.stage import Stage

    stages = [Stage(Path(folder)) for folder in (small, large)]

    def ids_in(stage: Stage, column: str) -> list[str]:
        found: list[str] = []

        def read(archive: Archive) -> list[str]:
            return [str(row[0]) for row in archive.query(f"SELECT {column} FROM formulier ORDER BY id")]

        stage.db.ask(read, found.extend)
        stage.settle()
        step = max(len(found) // (int(runs) + 2), 1)
        return found[::step][: int(runs) + 2]

    taken: dict[str, list[list[float]]] = {}
    for view, column in VIEWS.items():
        series: list[list[float]] = [[], []]
        for ids in zip(*(ids_in(stage, column) for stage in stages), strict=True):
            for stage, record, times in zip(stages, ids, series, strict=True):
                gc.collect()
                began = time.perf_counter()
                stage.go(Place(view, record))
                times.append(time.perf_counter() - began)
        taken[view] = [times[2:] for times in series]  # the first two also import and parse
    print(json.dumps(taken), flush=True)
    for stage in stages:
        stage.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
