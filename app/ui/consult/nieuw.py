"""Beginning an application: which kind, and about which pupils."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.consulten.definition import Consultsoort
from app.storage.consultsoorten import Aanbod
from app.ui.afspreken.zoekleerling import PupilFinder
from app.ui.context import Context
from app.ui.database import Database
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted, Small, Text
from app.ui.widgets.segmented import Segmented

Kind = tuple[str, tuple[str, ...]]
"""What the dialog answers: id of the kind, and ids of the pupils, first the one it is filed under."""


HOW = "Typ een paar letters van de naam; Enter voegt toe."
NOBODY = "Kies over welke leerling het gaat."


class PupilsField(QWidget):
    """The pupils it is about, each with a way to take them off, and a name to look for others.

    Signals:
        changed: somebody was added or taken off.
    """

    changed = Signal()

    def __init__(self, db: Database, pupils: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._chosen = dict(pupils)
        self.finder = PupilFinder(db)
        self.finder.taken.connect(self._add)
        self.finder.name.changed.connect(self._show_found)
        self.finder.table.hide()
        self.setFocusProxy(self.finder)
        self._list = QVBoxLayout()
        self._list.setSpacing(scale.space(0.5))
        self._lines: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        column.addLayout(self._list)
        column.addWidget(self.finder)
        self._show()

    def value(self) -> tuple[str, ...]:
        """Ids, in the order in which they were chosen."""
        return tuple(self._chosen)

    def complaint(self) -> str:
        """Why this is not yet an answer: nobody is chosen, or a name was typed and not."""
        typed = self.finder.name.value().strip()
        if typed and not self.finder.table.rows():
            return f"Er is geen leerling gevonden met ‘{typed}’: typ een andere naam, of maak het veld leeg."
        if typed:
            return f"‘{typed}’ is nog niet gekozen: druk op Enter bij de naam, of maak het veld leeg."
        return "" if self._chosen else NOBODY

    def _add(self) -> None:
        row = self.finder.table.current_row()
        if row is not None and row["id"] not in self._chosen:
            self._chosen[str(row["id"])] = str(row["naam"])
            self._show()
            self.changed.emit()
        self.finder.name.set_value("")
        self.finder.table.set_rows(())
        self._show_found()
        self.finder.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_found(self) -> None:
        """Who is found takes room only while one looks for somebody."""
        self.finder.table.setVisible(bool(self.finder.name.value().strip()))

    def _take_off(self, pupil: str) -> None:
        del self._chosen[pupil]
        self._show()
        self.finder.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        for line in self._lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(pupil, naam) for pupil, naam in self._chosen.items()]
        for line in self._lines:
            self._list.addWidget(line)

    def _line(self, pupil: str, naam: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        off = IconButton("kruis", f"Haal {naam} weg")
        off.kind = "danger"  # the Enter that goes on must not undo a choice
        off.clicked.connect(partial(self._take_off, pupil))
        row.addWidget(Text(naam, "strong"), 1)
        row.addWidget(off)
        return line


class PupilsDialog(Dialog):
    """Ask about which pupils an application is. `ask` returns their ids, first the one it is filed under."""

    def __init__(self, parent: QWidget | None, context: Context, pupils: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent, "Over welke leerlingen gaat het?", accept="Bewaar")
        self.pupils = PupilsField(context.db, pupils)
        form = FormRows()
        form.add_row("Leerlingen met dezelfde vraag", self.pupils, f"{HOW} De aanvraag hoort bij de eerste.")
        self.add(form)
        self.body.addStretch(1)
        for changed in (self.pupils.changed, self.pupils.finder.name.changed):
            changed.connect(self.clear_complaint)

    def complaint(self) -> str:
        """At least one pupil."""
        return self.pupils.complaint()

    def answer(self) -> tuple[str, ...]:
        """The pupils."""
        return self.pupils.value()


class NewConsultDialog(Dialog):
    """Ask for the kind and the pupils. `ask` returns a `Kind`.

    Parameters:
        aanbod: the kinds that can be applied for.
        pupils: id and name of those it is about already.
    """

    def __init__(
        self,
        parent: QWidget | None,
        context: Context,
        aanbod: Aanbod,
        pupils: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(parent, "Nieuw consult", accept="Begin de aanvraag", characters=76)
        self._kinds = {each.id: each for each in lightest_first(each.soort for each in aanbod.soorten)}
        self.kind = Segmented([(each.id, each.kort) for each in self._kinds.values()], clearable=False)
        self._about = Text("")
        self._asks = Muted("")
        self.pupils = PupilsField(context.db, pupils)
        form = FormRows()
        form.add_row("Wat vraag je aan?", self.kind)
        form.add_widget(self._explanation())
        hint = f"{HOW} Meer leerlingen kan als de vraag dezelfde is."
        form.add_row("Over welke leerling gaat het?", self.pupils, hint)
        form.add_widget(Small("Wat al bekend is uit de leerlingbespreking, neem ik mee in de aanvraag."))
        for mistake in aanbod.fouten:
            self.add(Banner("warn", "Een eigen soort consult doet niet mee", mistake))
        self.add(form)
        self.body.addStretch(1)  # it grows with who is found, and keeps its height: what is left over goes below
        self.kind.set_value(next(iter(self._kinds), ""))
        self.kind.changed.connect(self._on_kind)
        for changed in (self.kind.changed, self.pupils.changed, self.pupils.finder.name.changed):
            changed.connect(self.clear_complaint)
        self._on_kind()

    def _explanation(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0.5))
        column.addWidget(self._about)
        column.addWidget(self._asks)
        return sheet

    def _on_kind(self) -> None:
        kind = self._kinds.get(self.kind.value())
        if kind is not None:
            self._about.setText(kind.toelichting)
            self._asks.setText(_asks(kind))

    def complaint(self) -> str:
        """At least one pupil, and no more than the kind allows."""
        kind = self._kinds[self.kind.value()]
        sentence = self.pupils.complaint()
        if len(self.pupils.value()) > 1 and not kind.groep:
            sentence = f"‘{kind.kort}’ gaat over één leerling: haal de anderen weg."
        return sentence

    def answer(self) -> Kind:
        """The kind and the pupils."""
        return self.kind.value(), self.pupils.value()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.pupils.value():
            self.kind.setFocus(Qt.FocusReason.OtherFocusReason)


def lightest_first(kinds: Iterable[Consultsoort]) -> list[Consultsoort]:
    """Kinds by what they ask: of the school in annexes, then of the consulent, whose hours may have a bound."""
    return sorted(kinds, key=lambda kind: (sum(each.verplicht == "ja" for each in kind.bijlagen), not kind.max_minuten))


def _asks(kind: Consultsoort) -> str:
    """What it takes, in a line."""
    needed = [each.titel for each in kind.bijlagen if each.verplicht == "ja"]
    parents = (
        "De ouders zijn bij het gesprek." if kind.ouders == "aanwezig" else "Of de ouders erbij zijn, kies je zelf."
    )
    annexes = f"Nodig als bijlage: {', '.join(needed)}." if needed else "Er is geen bijlage verplicht."
    most = f"De consulent heeft hoogstens {kind.max_minuten // 60} uur." if kind.max_minuten else ""
    return " ".join(filter(None, (parents, annexes, most)))
