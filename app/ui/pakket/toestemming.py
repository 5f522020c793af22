"""The consent of the parents: what each of them answered, what that allows, and the letter that asks for it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.aanvraag import OverLeerling
from app.models.consult import Toestemming
from app.models.datums import als_datum, kort
from app.models.toestemming import OPEN, Oordeel, Toestemmingstabel
from app.storage.aanvragen import over_leerling
from app.storage.archive import Archive, Change
from app.storage.definities import load_toestemmingstabel
from app.storage.toestemmingen import OuderStand, Toestemmingsstand, neem_terug, nieuw_antwoord, stand
from app.ui.context import Context
from app.ui.exporteren.opslaan import SaveDocument, ToSave
from app.ui.pakket.antwoord import AntwoordDialog
from app.ui.pakket.brieven import toestemmingsbrief
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small, Text

STATES = {"getekend": "good", "mondeling": "warn", "geinformeerd": "warn", "geweigerd": "bad"}
NOBODY = "Er is nog geen ouder met gezag bekend. Vul dat eerst bij de leerling in."

Gelezen = tuple[OverLeerling, Toestemmingsstand]
Over = Callable[[], Mapping[str, str | Sequence[str]]]
"""What a letter says: `met`, `waarom` and `stukken` of `toestemmingsbrief`."""


class ToestemmingBlok(QWidget):
    """The parents who are asked, a line each, of one or several pupils. It reads itself and writes what is answered.

    Parameters:
        leerlingen: ids of the pupils.
        waarvoor: keys of `TOESTEMMING_VOOR`: a letter can be made for each.
        over: tells what a letter says; asked when it is made.

    Signals:
        changed: the answers were read, or are different now.
    """

    changed = Signal()

    def __init__(
        self,
        context: Context,
        leerlingen: Sequence[str] = (),
        waarvoor: Mapping[str, str] | None = None,
        over: Over | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pupils = tuple(leerlingen)
        self._waarvoor = waarvoor or {"delen": "Toestemmingsbrief maken"}
        self._over = over
        self._tabel: Toestemmingstabel = {}
        self._read_ones: tuple[Gelezen, ...] = ()
        self._sheet: QWidget | None = None
        self._shown: object = None
        self.save = SaveDocument(context)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.space(1))
        self._column.addWidget(self.save)

    def show_pupils(self, leerlingen: Sequence[str]) -> None:
        """Show the parents of these pupils, as they are now."""
        if self._pupils != tuple(leerlingen):
            self.save.hide()  # nothing of another child stays on screen
        self._pupils = tuple(leerlingen)
        self.read()

    def read(self) -> None:
        """Read the answers again."""
        question = partial(_read, self._pupils, self._context)
        self._context.db.ask(question, self._show, owner=self)

    def oordelen(self) -> dict[str, Oordeel]:
        """What the parents of each pupil allow, by the pupil's name; empty until it was read."""
        return {over.leerling.naam: each.oordeel for over, each in self._read_ones}

    def grond(self) -> str:
        """On what ground something may be shared, in words."""
        return "; ".join(each.grond for _, each in self._read_ones if each.grond)

    def _show(self, found: tuple[Toestemmingstabel, tuple[Gelezen, ...]]) -> None:
        if found != self._shown:  # what is the same keeps its focus
            self._shown = found
            self._tabel, self._read_ones = found
            self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        for over, each in self._read_ones:
            if len(self._read_ones) > 1:
                column.addWidget(Text(over.leerling.naam, "strong"))
            for ouder in each.ouders:
                column.addWidget(self._line(over.leerling.id, ouder))
            if not each.ouders:
                column.addWidget(Muted(NOBODY))
        if any(each.ouders for _, each in self._read_ones):
            column.addWidget(Flow(*(self._letter(*each) for each in self._waarvoor.items())))
        self._column.insertWidget(0, self._sheet)
        self._sheet.show()

    def _line(self, leerling: str, ouder: OuderStand) -> QWidget:
        answer = ouder.antwoord
        rule = self._tabel.get(answer.antwoord if answer else OPEN, self._tabel[OPEN])
        day = als_datum(answer.datum) if answer else None
        chip = Chip(rule.label, STATES.get(rule.id, "neutral"))
        when = [Small(kort(day, self._context.vandaag()))] if day else []
        record = Link("Antwoord vastleggen" if answer is None else "Nieuw antwoord", small=True)
        record.setAccessibleName(f"{record.text()} van {ouder.naam}")
        record.clicked.connect(partial(self._record, leerling, ouder.naam))
        line = Flow(Text(ouder.naam, "strong", wrap=False), chip, *when, record)
        if ouder.los:
            mistake = Link("Haal weg", small=True)
            mistake.setAccessibleName(f"Haal het antwoord van {ouder.naam} weg")
            mistake.clicked.connect(partial(self._take_away, ouder.los))
            line.add(mistake)
        return line

    def _letter(self, waarvoor: str, words: str) -> Button:
        button = Button(words, icon="document", small=True)
        button.clicked.connect(partial(self._make_letters, waarvoor))
        return button

    def _record(self, leerling: str, ouder: str) -> None:
        answer = AntwoordDialog.ask(self.window(), ouder, self._tabel, self._context.vandaag())
        if answer is not None:
            purpose = next(iter(self._waarvoor))
            record = nieuw_antwoord(leerling, answer, purpose, self._context.vandaag())
            self._context.db.ask(partial(_write, record, self._context.gebruiker), self._written, owner=self)

    def _take_away(self, los: str) -> None:
        self._context.db.ask(partial(_take_back, los, self._context.gebruiker), self._written, owner=self)

    def _written(self, _change: Change | None) -> None:
        self.read()

    def _make_letters(self, waarvoor: str) -> None:
        told = self._over() if self._over is not None else {}
        for over, _ in self._read_ones:
            document = _document(over, waarvoor, self._tabel, self._context, told)
            if document is not None:
                self.save.save(document)


def _document(
    over: OverLeerling,
    waarvoor: str,
    tabel: Toestemmingstabel,
    context: Context,
    told: Mapping[str, str | Sequence[str]],
) -> ToSave | None:
    return toestemmingsbrief(
        over,
        waarvoor,
        tabel,
        context,
        met=str(told.get("met", "")),
        waarom=str(told.get("waarom", "")),
        stukken=tuple(told.get("stukken", ())),
    )


def _read(pupils: tuple[str, ...], context: Context, archive: Archive) -> tuple[Toestemmingstabel, tuple[Gelezen, ...]]:
    tabel = load_toestemmingstabel(context.own_forms)
    found = ((over_leerling(archive, each, context.vandaag()), each) for each in pupils)
    return tabel, tuple((over, stand(archive, each, tabel)) for over, each in found if over is not None)


def _take_back(los: str, author: str, archive: Archive) -> None:
    neem_terug(archive, los, author)


def _write(record: Toestemming, author: str, archive: Archive) -> Change:
    return archive.add(record, author)
