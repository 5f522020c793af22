"""Pictures of the table import: a list of the Proefschool, with a mistake or two, as an IB'er would paste it."""

import csv

from PySide6.QtGui import QGuiApplication

from app.resources import resource
from app.ui.tabelimport.view import TabelimportView
from tools.shots.set import Act, Set
from tools.stage import pause

HEADINGS = (
    "Leerling",
    "Stamgroep",
    "Moeder",
    "E-mail moeder",
    "Gezag moeder",
    "Zorgniveau",
    "OPP van",
    "OPP tot",
    "BSN",
)
PUPILS = 24


def columns(scene: Set, _name: str) -> None:
    """What the columns are taken for."""
    view = _pasted(scene)
    scene.until(view.columns.isVisible)


def preview(heap: str) -> Act:
    """The act of looking at what becomes of the rows.

    Parameters:
        heap: `nieuw` or `fout`.
    """

    def act(scene: Set, _name: str) -> None:
        view = _pasted(scene)
        scene.until(view.columns.isVisible)
        view.go_on.click()
        scene.until(view.preview.isVisible)
        assert view.preview.tabs is not None
        view.preview.tabs.set_value(heap)
        view.preview.tabs.changed.emit()
        view.preview.table.selectRow(0)
        pause(1)

    return act


def _pasted(scene: Set) -> TabelimportView:
    scene.go("tabelimport")
    view = scene.view
    assert isinstance(view, TabelimportView)
    rows = [HEADINGS, *map(_row, range(PUPILS), _pupils())]
    QGuiApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
    view.other.click()
    view.choose.paste.click()
    return view


def _pupils() -> list[dict[str, str]]:
    with resource("proefschool", "leerlingen.csv").open(encoding="utf-8", newline="") as file:
        known = [each for each in csv.DictReader(file, delimiter=";") if not each["vertrokken"]]
    return known[:: max(len(known) // PUPILS, 1)][:PUPILS]


def _row(number: int, pupil: dict[str, str]) -> tuple[str, ...]:
    surname = f"{pupil['achternaam']}{', ' + pupil['tussenvoegsel'] if pupil['tussenvoegsel'] else ''}"
    mistake = number % 8 == 5
    mother = f"Anna {pupil['achternaam']}"
    level = "6" if mistake else str(number % 4)
    opp = ("01-08-2026", "31-07-2027") if number % 5 == 0 else ("", "")
    mail = "geen idee" if number % 8 == 3 else f"anna{number}@voorbeeld.nl"
    group = "8" if number == 7 else pupil["groep"]
    return (f"{surname}, {pupil['roepnaam']}", group, mother, mail, "ja", level, *opp, "")
