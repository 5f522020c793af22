"""Choosing pupils for a meeting: from the group, or any pupil by name, each with the reason to discuss them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.storage import kandidaten
from app.storage.archive import Archive
from app.storage.besprekingen import Keuze
from app.storage.kandidaten import Kandidaat
from app.ui.database import Database
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import Heading, Muted, Small, Text
from app.ui.widgets.layouts import empty
from app.ui.widgets.line_field import LineField
from app.ui.widgets.page import Scroll

ROWS_IN_VIEW = 6
SEARCH_PAUSE_MILLISECONDS = 120


@dataclass(frozen=True, slots=True)
class Vraag:
    """Which pupils to offer.

    Attributes:
        groep: id of a group, or empty for those of the whole school for whom there is a reason.
        text: when not empty, pupils with this name, of any group; those of this one first.
    """

    groep: str
    meeting: date
    today: date
    text: str = ""


class SearchLine(LineField):
    """A search field whose Enter takes the first that was found, and does not close the dialog around it."""

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Aanbod(QWidget):
    """Offers pupils with a button each; those with a reason stand on top.

    Signals:
        chosen: a `Kandidaat`.
    """

    chosen = Signal(object)

    def __init__(self, db: Database, vraag: Vraag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._db = db
        self._vraag = vraag
        self._asked: Vraag | None = None
        self._found: list[Kandidaat] = []
        self._taken: Collection[str] = ()
        self.search = SearchLine()
        accessible.name(self.search, "Zoek een leerling", "Enter kiest de eerste die is gevonden.")
        self._list = Scroll()
        self._list.body.setContentsMargins(0, 0, 0, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._list.body.addLayout(self._rows)
        self._list.body.addStretch(1)
        self._list.setMinimumHeight(scale.space(ROWS_IN_VIEW * 5))
        self._none = Muted("")
        self._buttons = QButtonGroup(self)  # one stop for Tab, with arrows between: a group has thirty pupils
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._read)
        self.search.changed.connect(self._pause.start)
        self.search.entered.connect(self._take_first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        for widget in (Heading("Kies een leerling"), Small("Zoek op naam, ook buiten de groep"), self.search):
            column.addWidget(widget)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self._read()

    def offer(self, groep: str, meeting: date) -> None:
        """Offer the pupils of another group, or for another day."""
        self._vraag = Vraag(groep, meeting, self._vraag.today)
        self._read()

    def set_taken(self, taken: Collection[str]) -> None:
        """Leave out pupils that are chosen already, by id."""
        self._taken = taken
        self._show(self._found)

    def _read(self) -> None:
        vraag = Vraag(self._vraag.groep, self._vraag.meeting, self._vraag.today, self.search.value().strip())
        if vraag != self._asked:
            self._asked = vraag
            self._db.ask(partial(_find, vraag), partial(self._answer, vraag), owner=self)

    def _answer(self, vraag: Vraag, found: list[Kandidaat]) -> None:
        if vraag == self._asked:  # a later question overtakes an earlier one
            self._show(found)

    def _show(self, found: list[Kandidaat]) -> None:
        self._found = found
        empty(self._rows)
        free = self.offered()
        for each in free:
            self._rows.addWidget(self._row(each))
        self._none.setText("" if free else self._nothing())
        self._none.setVisible(not free)

    def _row(self, each: Kandidaat) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, scale.space(0.25), scale.space(1), scale.space(0.25))
        button = Button(each.naam, icon="plus", small=True)
        button.setAccessibleDescription(each.reden)
        button.clicked.connect(partial(self._take, each))
        self._buttons.addButton(button)
        line.addWidget(button)
        other = each.groep if self.search.value().strip() or not self._vraag.groep else ""
        about = " · ".join(part for part in (f"groep {other}" if other else "", each.reden) if part)
        line.addWidget(Small(about), 1)
        return row

    def _nothing(self) -> str:
        if self.search.value().strip():
            return "Geen leerling gevonden met deze naam."
        if self._taken and self._found:
            return "Iedereen staat op de agenda."
        if self._vraag.groep:
            return "Deze groep heeft nog geen leerlingen. Zoek op naam."
        return "Niemand is vanzelf aan de beurt. Kies een groep of zoek op naam."

    def offered(self) -> list[Kandidaat]:
        """Who can be chosen now, in order."""
        return [each for each in self._found if each.leerling not in self._taken]

    def _take_first(self) -> None:
        self._pause.stop()
        free = self.offered()
        if free and self._asked is not None and self._asked.text == self.search.value().strip():
            self._take(free[0])

    def _take(self, each: Kandidaat) -> None:
        self.search.set_value("")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(each)
        self._read()


class Gekozen(QWidget):
    """The pupils who were chosen, with the reason for each.

    Signals:
        changed: somebody came or went.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reasons: dict[str, LineField] = {}
        self._rows: dict[str, QWidget] = {}
        self._none = Muted("Nog niemand. Kies links wie je bespreekt.")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.space(1))
        self._heading = Heading("Op de agenda")
        self._why = Small("Schrijf er kort bij waarom je dit kind bespreekt")
        for widget in (self._heading, self._none, self._why):
            self._column.addWidget(widget)
        self._why.hide()
        self._column.addStretch(1)

    def keuzes(self) -> tuple[Keuze, ...]:
        """Who was chosen, in order, with the reasons as they are now."""
        return tuple(Keuze(leerling, field.value().strip()) for leerling, field in self._reasons.items())

    def add(self, each: Kandidaat) -> None:
        """Put a pupil at the end, with the proposed reason."""
        if each.leerling in self._rows:
            return
        reason = LineField(each.reden)
        accessible.name(reason, f"Waarom bespreek je {each.naam}?")
        away = IconButton("kruis", f"Haal {each.naam} weg")
        away.clicked.connect(partial(self._remove, each.leerling))
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, scale.space(0.5))
        column.setSpacing(scale.space(0.25))
        top = QHBoxLayout()
        column.addLayout(top)
        top.addWidget(Text(each.naam, "strong"), 1)
        top.addWidget(away)
        column.addWidget(reason)
        self._rows[each.leerling], self._reasons[each.leerling] = row, reason
        self._column.insertWidget(self._column.count() - 1, row)
        self._tell()

    def _remove(self, leerling: str) -> None:
        del self._reasons[leerling]
        row = self._rows.pop(leerling)
        row.hide()
        row.deleteLater()
        self._tell()

    def _tell(self) -> None:
        self._none.setVisible(not self._rows)
        self._why.setVisible(bool(self._rows))
        self._heading.setText(f"Op de agenda ({len(self._rows)})" if self._rows else "Op de agenda")
        self.changed.emit()


class Kiezer(QWidget):
    """Both sides: who can be chosen, and who was.

    Parameters:
        already: ids of pupils who are on the agenda before.
    """

    def __init__(self, db: Database, vraag: Vraag, already: Iterable[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._already = frozenset(already)
        self.aanbod = Aanbod(db, vraag)
        self.gekozen = Gekozen()
        self.aanbod.set_taken(self._already)
        self.aanbod.chosen.connect(self.gekozen.add)
        self.gekozen.changed.connect(self._mark_taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(3))
        row.addWidget(self.aanbod, 1)
        row.addWidget(self.gekozen, 1)
        self.setFocusProxy(self.aanbod.search)

    def keuzes(self) -> tuple[Keuze, ...]:
        """Who was chosen, with the reasons."""
        return self.gekozen.keuzes()

    def _mark_taken(self) -> None:
        self.aanbod.set_taken(self._already | {each.leerling for each in self.keuzes()})


def _find(vraag: Vraag, archive: Archive) -> list[Kandidaat]:
    if vraag.text:
        return kandidaten.gezocht(archive, vraag.text, vraag.meeting, vraag.today, vraag.groep)
    if vraag.groep:
        return kandidaten.van_groep(archive, vraag.groep, vraag.meeting, vraag.today)
    return kandidaten.van_school(archive, vraag.meeting, vraag.today)
