"""Opens the views of one school year in a school with one year and in one with ten, in turns.

`python -m tools.bench.gesprekken ONE TEN RUNS` prints one line of JSON: view -> seconds with one year and with ten.
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
WHAT = {
    "gesprekken": "year plan and coverage grid",
    "gespreksmoment": "list of a group",
    "leraar": "list of a teacher",
    "leerling": "page of a pupil",
}


def measure(one: Path, ten: Path, runs: int) -> Iterator[Row]:
    """How much longer a view of one school year takes to open when there are ten of them.

    Parameters:
        one, ten: folders of archives with the demo's key.
        runs: of each view in each school.
    """
    command = [sys.executable, "-m", "tools.bench.gesprekken", str(one), str(ten), str(runs)]
    child = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    for view, (in_one, in_ten) in json.loads(child.stdout.splitlines()[-1]).items():
        ten_ms, one_ms = ([1000 * each for each in series] for series in (in_ten, in_one))
        yield row_of_medians(f"{WHAT[view]}, ten years / one", ten_ms, one_ms, "ms", LIMIT)


def main(one: str, ten: str, runs: str) -> None:
    """Measure in this process and print the figures."""
    from app.storage.archive import Archive
    from app.ui.place import Place
    from tools.stage import Stage

    stages = [Stage(Path(folder)) for folder in (one, ten)]

    def places_in(stage: Stage) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}

        def read(archive: Archive) -> None:
            here = "opgeheven_op IS NULL AND verwijderd_op IS NULL ORDER BY naam"
            groups = [str(row[0]) for row in archive.query(f"SELECT id FROM groep WHERE {here}")]
            pupils = archive.query(
                "SELECT id FROM leerling WHERE groep IS NOT NULL AND jaargroep = '4' ORDER BY sorteernaam"
            )
            teachers = archive.query("SELECT id FROM medewerker ORDER BY achternaam")
            found["gespreksmoment"] = [Place("gespreksmoment", "start", each) for each in groups]
            found["leraar"] = [Place("gespreksmoment", "", f"leraar:{row[0]}") for row in teachers]
            found["leerling"] = [Place("leerling", str(row[0])) for row in pupils]
            found["gesprekken"] = [Place("gesprekken")] * len(groups)

        stage.db.ask(read)
        stage.settle()
        return found

    offered = [places_in(stage) for stage in stages]
    taken: dict[str, list[list[float]]] = {}
    for view in WHAT:
        series: list[list[float]] = [[], []]
        for places in zip(*(each[view][: int(runs) + 2] for each in offered), strict=False):
            for stage, place, times in zip(stages, places, series, strict=True):
                stage.go(Place("handleiding"))  # from elsewhere, as one comes to it
                gc.collect()
                began = time.perf_counter()
                stage.go(place)
                times.append(time.perf_counter() - began)
        taken[view] = [times[2:] for times in series]  # the first two also import
    print(json.dumps(taken), flush=True)
    for stage in stages:
        stage.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
