"""The staff, and the list in which one adds, changes and takes out."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.models.ids import new_id
from app.models.leerling_invoer import klacht_email
from app.models.namen import volledige_naam
from app.models.school import ROLLEN, Medewerker
from app.storage import school
from app.ui.instellingen.deel import Deel, same_focus
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.chip import Chip
from app.ui.widgets.edit_dialog import EditDialog
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRow
from app.ui.widgets.labels import Muted, Small, Text
from app.ui.widgets.line_field import LineField

ROOM_FOR_WORDS = 24
"""Characters beside its buttons that an entry needs; with less the buttons go below."""


class Regel(NamedTuple):
    """An entry of a list: a name with chips beside it, a line about it, and what one can do with it."""

    naam: str
    over: str
    knoppen: Sequence[QAbstractButton] = ()
    chips: Sequence[Chip] = ()


class Lijst(Card):
    """Entries below each other.

    Parameters:
        empty: what stands there without entries.
    """

    def __init__(self, empty: str, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self._empty = empty
        self._sheet: QWidget | None = None

    def show_entries(self, entries: Sequence[Regel]) -> None:
        """Show other entries; the focus stays at the same button."""
        with same_focus(self):
            self._show_entries(entries)

    def _show_entries(self, entries: Sequence[Regel]) -> None:
        if self._sheet is not None:
            self.body.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        for entry in entries:
            column.addWidget(_Rij(entry))
        if not entries:
            column.addWidget(Muted(self._empty))
        self.add(self._sheet)
        self._sheet.show()  # at once, so that it can take the focus


class _Rij(QWidget):
    """One entry; its buttons stand beside the words, or below them where there is no room."""

    def __init__(self, entry: Regel) -> None:
        super().__init__()
        self._buttons = Flow(*entry.knoppen)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scale.space(1))
        words = QVBoxLayout()
        self._row.addLayout(words, 1)
        words.setSpacing(0)
        name = Text(entry.naam, "strong")
        words.addWidget(Flow(name, *entry.chips) if entry.chips else name)
        words.addWidget(Small(entry.over))
        if entry.knoppen:
            self._row.addWidget(self._buttons)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._buttons.minimumSizeHint().width(), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - self._buttons.sizeHint().width()
        directions = QBoxLayout.Direction
        is_wide = room >= scale.metrics().averageCharWidth() * ROOM_FOR_WORDS
        self._row.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self.setMinimumHeight(self._row.sizeHint().height())  # else a long list takes a line off the buttons


class MedewerkersDeel(Deel):
    """The staff."""

    words = "Medewerkers"
    lead = "Een rol geeft geen rechten: wie een wachtzin van dit archief heeft, kan alles lezen."

    def build(self) -> None:
        """A button and the list."""
        add = Button("Medewerker toevoegen", "primary", icon="plus")
        add.clicked.connect(self._add)
        self._list = Lijst("Er zijn nog geen medewerkers. Lees een EDEXML-bestand in, of voeg ze zelf toe.")
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.addWidget(add)
        row.addStretch(1)
        self.body.addWidget(self._list)

    def read(self) -> None:
        """Show the staff as it is."""
        self.context.db.ask(school.medewerkers, self._show, owner=self)

    def _show(self, staff: list[Medewerker]) -> None:
        self._list.show_entries([Regel(each.naam, _roles(each), self._buttons(each)) for each in staff])

    def _buttons(self, each: Medewerker) -> list[Button]:
        edit, leave = Button("Wijzig", small=True), Button("Uit dienst", "quiet", small=True)
        edit.setAccessibleName(f"Wijzig {each.naam}")
        leave.setAccessibleName(f"{each.naam} uit dienst")
        edit.clicked.connect(partial(self._edit, each))
        leave.clicked.connect(partial(self._let_go, each))
        return [edit, leave]

    def _add(self) -> None:
        answer = MedewerkerDialog.ask(self, Medewerker())
        if answer:
            self.write("medewerker", new_id(), answer)

    def _edit(self, each: Medewerker) -> None:
        answer = MedewerkerDialog.ask(self, each)
        if answer:
            self.write("medewerker", each.id, answer)

    def _let_go(self, each: Medewerker) -> None:
        today = self.context.vandaag().isoformat()
        self.write("medewerker", each.id, {"uit_dienst_op": today})
        back = partial(self.write, "medewerker", each.id, {"uit_dienst_op": None})
        self.undo.offer(f"{each.naam} is uit dienst.", back)


class MedewerkerDialog(EditDialog):
    """Asks for someone of the staff; the answer is what is to be written."""

    def __init__(self, parent: QWidget | None, each: Medewerker) -> None:
        super().__init__(parent, each.naam or "Medewerker toevoegen")
        self.roepnaam, self.voorvoegsel = LineField(each.roepnaam), LineField(each.voorvoegsel, characters=10)
        self.achternaam, self.email = LineField(each.achternaam), LineField(each.email)
        self.rollen = CheckList(ROLLEN.items())
        self.rollen.set_value(each.rollen)
        form = self.fields
        self._name = form.add_row("Roepnaam", self.roepnaam, stretch=3)
        form.add_row("Voorvoegsel", self.voorvoegsel, optional=True, beside=True, stretch=2)
        form.add_row("Achternaam", self.achternaam, stretch=4)
        self._mail = form.add_row("E-mail", self.email, optional=True)
        form.add_row("Rol op school", self.rollen)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        """A name is needed to be chosen by."""
        named = volledige_naam(self.roepnaam.value(), "", self.achternaam.value())
        return (
            (self._name, "" if named else "Vul een roepnaam of een achternaam in."),
            (self._mail, klacht_email(self.email.value())),
        )

    def answer(self) -> dict[str, Any]:
        """The fields to write."""
        return {
            "roepnaam": self.roepnaam.value().strip(),
            "voorvoegsel": self.voorvoegsel.value().strip(),
            "achternaam": self.achternaam.value().strip(),
            "email": self.email.value().strip(),
            "rollen": tuple(self.rollen.value()),
        }


def _roles(each: Medewerker) -> str:
    return ", ".join(ROLLEN.get(rol, rol) for rol in each.rollen)
