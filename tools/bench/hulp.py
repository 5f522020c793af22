"""Opens the board of routes, a dossier and the list of consults, in turns a long one and a short one.

`python -m tools.bench.hulp FEW MANY RUNS` prints one line of JSON: what -> seconds with few and with many.
"""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tools.bench.figures import Row, row_of_medians
from tools.environment import ROOT

if TYPE_CHECKING:
    from app.storage.archive import Archive
    from app.ui.place import Place
    from tools.stage import Stage

LIMIT = 1.3
LATER_MILLISECONDS = 60
FILLED_LATER = ("routes", "consulten")
"""Views that show a first screen before they know all."""

LAST = "Dossier"
"""Surname of the pupil with the long history."""


class Size(NamedTuple):
    """How much a school has.

    Attributes:
        routes: pupils on the route.
        events: what was recorded of one pupil.
        consults: applications, of which the first page shows twenty.
    """

    routes: int
    events: int
    consults: int


FEW, MANY = Size(5, 20, 20), Size(500, 2_000, 500)
"""In both the first page of each list is full, so that as much has to be shown."""

NAMES = {
    "routes": f"board of routes, {MANY.routes} / {FEW.routes}",
    "leerling": f"dossier, {MANY.events:,} / {FEW.events} events",
    "consulten": f"list of consults, {MANY.consults} / {FEW.consults}",
}


def make_hulp(folder: Path, size: Size, day: date) -> Path:
    """A school with pupils on the route, one pupil of whom a lot was recorded, and consults."""
    from app.models.school import School
    from app.storage import keys
    from app.storage.archive import Archive
    from tools.bench.archives import AUTHOR

    folder.mkdir(parents=True)
    archive = Archive(folder, keys.DEMO_KEY)
    try:
        for part in (_add_routes, _add_events, _add_consults):
            with archive.batch():
                part(archive, size, day)
        archive.add(School(naam="De Meetlat"), AUTHOR)
    finally:
        archive.close()
    return folder


def _add_routes(archive: "Archive", size: Size, day: date) -> None:
    from app.models.leerling import Leerling
    from app.storage.routedefinities import load_route
    from app.storage.routes import Aanvang, begin
    from app.storage.routestap import Zet
    from tools.bench.archives import AUTHOR

    keuze = load_route(archive, "po2001")
    for number in range(size.routes):
        leerling = Leerling(roepnaam="Sam", achternaam=f"Route{number}", sorteernaam=f"route{number:05}")
        archive.add(leerling, AUTHOR)
        aanvang = Aanvang(keuze, "Een complexe vraag.", "Drie plannen met evaluatie.")
        begin(archive, leerling.id, aanvang, Zet(day - timedelta(number % 300), AUTHOR), AUTHOR, day)


def _add_events(archive: "Archive", size: Size, day: date) -> None:
    from app.models.bespreking import Afspraak
    from app.models.gesprek import Gesprek
    from app.models.leerling import Leerling
    from app.models.school import schooljaar_op
    from tools.bench.archives import AUTHOR

    much = Leerling(roepnaam="Noa", achternaam=LAST, sorteernaam="dossier")
    archive.add(much, AUTHOR)
    for number in range(size.events // 2):
        when = day - timedelta(number + 1)
        archive.add(
            Gesprek(
                leerling=much.id,
                schooljaar=schooljaar_op(when),
                datum=when,
                staat="gehouden",
                notitie=f"Gesprek {number}",
            ),
            AUTHOR,
        )
        done = Afspraak(leerling=much.id, wat=f"Afspraak {number}", voor=when, staat="gedaan", afgerond_op=str(when))
        archive.add(done, AUTHOR)


def _add_consults(archive: "Archive", size: Size, day: date) -> None:
    """Of two pupils each, so that each row has a name to look up; all a concept, of which most has to be worked out."""
    from app.models.leerling import Leerling
    from app.storage import consulten
    from tools.bench.archives import AUTHOR

    for number in range(size.consults):
        pupils = [Leerling(roepnaam=name, achternaam=f"Consult{number}") for name in ("Bo", "Kim")]
        for each in pupils:
            archive.add(each, AUTHOR)
        when = day - timedelta(number % 300)
        consult = consulten.begin(archive, "eenmalig_consult", [each.id for each in pupils], AUTHOR, dag=when)
        form = consulten.find_consult(archive, consult).formulier
        archive.write_answer(form or "", "hulpvraag.hulpvraag", "Hoe houden we ze samen aan het werk?", AUTHOR)


def measure(few: Path, many: Path, runs: int) -> Iterator[Row]:
    """How much longer opening takes where there is much.

    Parameters:
        few, many: folders of archives with the demo's key.
    """
    command = [sys.executable, "-m", "tools.bench.hulp", str(few), str(many), str(runs)]
    child = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    for view, (in_few, in_many) in json.loads(child.stdout.splitlines()[-1]).items():
        many_ms, few_ms = ([1000 * each for each in series] for series in (in_many, in_few))
        yield row_of_medians(NAMES[view], many_ms, few_ms, "ms", LIMIT)


def main(few: str, many: str, runs: str) -> None:
    """Measure in this process and print the figures."""
    from app.models.leerling import Leerling
    from app.ui.place import Place
    from tools.stage import Stage, pause

    stages = [Stage(Path(folder)) for folder in (few, many)]
    pupils: list[str] = []
    for stage in stages:
        stage.db.ask(lambda archive: [each.id for each in archive.all(Leerling, achternaam=LAST)], pupils.extend)
        stage.settle()
    taken: dict[str, list[list[float]]] = {}
    for view in NAMES:
        series: list[list[float]] = [[], []]
        for _ in range(int(runs) + 2):
            for stage, pupil, times in zip(stages, pupils, series, strict=True):
                stage.go(Place("handleiding"))  # from elsewhere, as one comes to it
                gc.collect()
                began = time.perf_counter()
                _open(stage, Place(view, pupil if view == "leerling" else ""))
                times.append(time.perf_counter() - began)
                pause(LATER_MILLISECONDS)  # what comes in behind the first picture is not part of the next
                stage.settle()
        taken[view] = [times[2:] for times in series]  # the first two also import
    print(json.dumps(taken), flush=True)
    for stage in stages:
        stage.close()


def _open(stage: "Stage", place: "Place") -> None:
    """Go there, until it is read and painted. What misses on a route, and the rest of a long list, comes in later."""
    from PySide6.QtWidgets import QApplication

    main = stage.session.main
    if place.view not in FILLED_LATER or main is None:
        stage.go(place)
        return
    main.router.go(place)
    view: Any = main.router.view
    while not view.is_filled:
        QApplication.processEvents()
        time.sleep(0.001)  # else the database thread waits for this one
    QApplication.processEvents()


if __name__ == "__main__":
    main(*sys.argv[1:])
