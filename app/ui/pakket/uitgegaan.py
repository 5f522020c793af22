"""What left the school of one pupil, and what the parents answered, as cards on the pupil's page."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.consult import Verstrekking
from app.models.datums import lang
from app.storage.archive import Archive
from app.storage.verstrekkingen import verstrekkingen
from app.ui.context import Context
from app.ui.pakket.toestemming import ToestemmingBlok
from app.ui.theme import scale
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Muted, Small, Text

EMPTY = "Er is nog niets gedeeld. Maak je een pakket, dan komt hier te staan voor wie, waarvoor en wat."
LETTERS = {"delen": "Brief om te delen", "zat": "Brief voor het ZAT"}


class ToestemmingKaart(Card):
    """The consent of the parents of a pupil: their answers, and letters to ask them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Toestemming van de ouders", parent=parent)
        self.block = ToestemmingBlok(context, waarvoor=LETTERS)
        self.add(self.block)

    def show_pupil(self, leerling: str) -> None:
        """Show the answers of this pupil's parents."""
        self.block.show_pupils([leerling])


class UitgegaanKaart(Card):
    """What left the school, newest first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Wat de school uit ging", parent=parent)
        self._context = context
        self._sheet: QWidget | None = None
        self._shown: tuple[Verstrekking, ...] | None = None

    def show_pupil(self, leerling: str) -> None:
        """Show what left of this pupil."""
        self._context.db.ask(partial(_read, leerling), self._show, owner=self)

    def _show(self, found: tuple[Verstrekking, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        if self._sheet is not None:
            self.body.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1.5))
        for each in found:
            entry = QVBoxLayout()
            column.addLayout(entry)
            _fill(entry, each)
        if not found:
            column.addWidget(Muted(EMPTY))
        self.add(self._sheet)
        self._sheet.show()


def _fill(column: QVBoxLayout, each: Verstrekking) -> None:
    column.setSpacing(scale.space(0.25))
    day = lang(each.datum) if each.datum else ""
    column.addWidget(Text(" · ".join(part for part in (day, each.aan) if part), "strong"))
    column.addWidget(Text(each.waarom))
    column.addWidget(Small(", ".join(each.wat)).make_selectable())
    if each.grond:
        column.addWidget(Small(f"Grond: {each.grond}").make_selectable())


def _read(leerling: str, archive: Archive) -> tuple[Verstrekking, ...]:
    return verstrekkingen(archive, leerling)
