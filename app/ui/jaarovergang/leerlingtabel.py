"""The pupils in a table: what they do at the end of the year, and where they go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.models.jaarovergang.controle import te_beslissen
from app.models.jaarovergang.overgang import Overgang
from app.models.jaarovergang.stappen import BLIJFT, OVER, SLAAT_OVER, STAPPEN, WEG
from app.models.leerling import Leerling
from app.ui.qt import override
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row, Tag

COLUMNS = (
    Column("naam", "Naam", 16, stretch=3, role="strong", sort="sorteernaam"),
    Column("nu", "Groep nu", 8),
    Column("jaar", "Jaar nu", 7),
    Column("stap", "Wat gebeurt er?", 20, stretch=1),
    Column("jaar_straks", "Jaar straks", 10),
    Column("straks", "Groep straks", 11, stretch=1),
    Column("let_op", "Kijk even", 12, stretch=2),
)

KEYS = {Qt.Key.Key_O: OVER, Qt.Key.Key_B: BLIJFT, Qt.Key.Key_S: SLAAT_OVER, Qt.Key.Key_W: WEG}
"""One letter sets the step of all selected rows."""

_STATES = {
    OVER: ("neutral", "pijl-rechts"),
    BLIJFT: ("warn", "half"),
    SLAAT_OVER: ("info", "pijl-omhoog"),
    WEG: ("accent", "streep"),
}
_ORDER = {step: place for place, step in enumerate((BLIJFT, SLAAT_OVER, WEG, OVER))}


class PupilTable(DataTable):
    """Letters set the step of the selected pupils, Enter goes to the choice of a group.

    Signals:
        step_wanted: key of `STAPPEN`.
    """

    step_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Leerlingen en wat ze gaan doen", COLUMNS, multiple=True, parent=parent)
        self.setAccessibleDescription("O: gaat over. B: blijft. S: slaat een jaar over. W: gaat van school.")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        step = KEYS.get(Qt.Key(event.key())) if plain else None
        if step is not None:
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)


def pupil_rows(made: Overgang, shown: Callable[[Leerling], bool]) -> list[Row]:
    """A row for each pupil that is to be shown."""
    old = {each.id: each.naam for each in made.stand.groepen}
    new = {each.id: each.naam for each in made.groepen}
    return [_row(made, each, old, new) for each in made.stand.leerlingen if shown(each)]


def _row(made: Overgang, pupil: Leerling, old: dict[str, str], new: dict[str, str]) -> Row:
    step = made.stappen[pupil.id]
    gone = step.soort == WEG
    look = te_beslissen(made, pupil)
    state, icon = _STATES[step.soort]
    return {
        "id": pupil.id,
        "naam": pupil.naam,
        "sorteernaam": pupil.sorteernaam,
        "nu": old.get(pupil.groep or "", ""),
        "jaar": pupil.jaargroep,
        "stap": Tag(STAPPEN[step.soort], state, icon, order=_ORDER[step.soort]),
        "jaar_straks": "" if gone else step.jaargroep,
        "straks": "" if gone else new.get(step.groep or "", "geen"),
        "let_op": Tag(look, "warn", "waarschuwing") if look else None,
    }


def asked_words(rows: Sequence[Row]) -> str:
    """How many pupils are chosen, in words."""
    return {0: "Kies een of meer leerlingen.", 1: "1 leerling gekozen:"}.get(
        len(rows), f"{len(rows)} leerlingen gekozen:"
    )
