"""What the program needs to know before it plans: for whom, on which days, how long, and with what break."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.models.bezetting import Afspraakvraag, Blok
from app.models.gespreksplanning import plaatsen
from app.models.tijden import lees_tijd
from app.storage.planbord import ONBEKENDE_DUUR, Planbord, Plangroep
from app.ui.gesprekkenplannen.dagtijden import DayTimes
from app.ui.gesprekkenplannen.woorden import count_words, group_words
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.columns import Columns
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Small
from app.ui.widgets.layouts import empty
from app.ui.widgets.line_field import LineField

OUDERS = ("15:00", "17:00")
IN_DE_KLAS = ("09:00", "12:00")
"""Usual times: with parents after school, with the child alone in class."""

SHORTEST, LONGEST = 3, 120
MOST_NAMED = 4
MOST_BELOW = 10
"""More groups than this stand in two columns."""


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What was chosen.

    Attributes:
        vragen: conversations to plan, with the length that was chosen.
        groepen: the groups they are of.
        blokken: when there is time.
        minuten: length, with the changeover.
    """

    vragen: tuple[Afspraakvraag, ...]
    groepen: tuple[Plangroep, ...]
    blokken: tuple[Blok, ...]
    minuten: int


class ChoicePanel(QWidget):
    """For whom and when.

    Signals:
        changed: something else was chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bord: Planbord | None = None
        self._boxes: dict[str, CheckBox] = {}
        self.all_on = Button("Alle groepen", small=True)
        self.all_off = Button("Geen", small=True)
        self.minuten = LineField(characters=5)
        self.pauze_van = LineField(characters=7)
        self.pauze_tot = LineField(characters=7)
        self.dagen = DayTimes()
        self.sum = Small("")
        self.short = Banner("warn", "Er zijn te weinig plekken")
        self._lay_out()
        self.all_on.clicked.connect(partial(self._tick_all, True))
        self.all_off.clicked.connect(partial(self._tick_all, False))
        self.dagen.changed.connect(self._count)
        for field in (self.minuten, self.pauze_van, self.pauze_tot):
            field.changed.connect(self._count)

    def _lay_out(self) -> None:
        who, when = Card("Voor wie"), Card("Wanneer")
        self._groups = QGridLayout()
        self._groups.setSpacing(0)
        who.add_beside_heading(self.sum)
        who.add(self.short)
        who.add(self._groups)
        who.add(Flow(self.all_on, self.all_off))
        who.body.addStretch(1)
        self._form = FormRows()
        self._length = self._form.add_row("Minuten", self.minuten, "Met wisselen")
        self._break = self._form.add_row("Pauze van", self.pauze_van, "Hoeft niet", beside=True)
        self._form.add_row("Pauze tot", self.pauze_tot, "Hoeft niet", beside=True)
        when.add(self._form)
        when.body.addSpacing(scale.space(1))
        when.add(self.dagen)
        when.body.addStretch(1)
        columns = Columns()
        columns.wide.addWidget(who)
        columns.narrow.addWidget(when)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)
        self.short.hide()

    def show_board(self, bord: Planbord, groep: str) -> None:
        """Offer the groups and days of a moment; what was chosen for the same moment stays.

        Parameters:
            groep: id of the group that is ticked to begin with; of all groups when empty.
        """
        again = self._bord is not None and (self._bord.plan.schooljaar, self._bord.basis) == (
            bord.plan.schooljaar, bord.basis,
        )  # fmt: skip
        ticked = {key for key, box in self._boxes.items() if box.value()} if again else set()
        self._bord = bord
        self._show_groups(bord, ticked if again else {groep} if bord.groep(groep) else set(_unplanned(bord)))
        if not again:
            self.minuten.set_value(str(bord.soort.minuten or ONBEKENDE_DUUR))
        self.dagen.show_days(bord.dagen, *(OUDERS if bord.soort.ouders else IN_DE_KLAS))
        self._count()

    def _show_groups(self, bord: Planbord, ticked: set[str]) -> None:
        empty(self._groups)
        self._boxes = {}
        down = len(bord.groepen) if len(bord.groepen) <= MOST_BELOW else (len(bord.groepen) + 1) // 2
        for number, each in enumerate(bord.groepen):
            box = CheckBox(_words(each, bord), each.groep.id in ticked)
            box.changed.connect(self._count)
            self._boxes[each.groep.id] = box
            self._groups.addWidget(box, number % down, number // down)

    def _tick_all(self, on: bool) -> None:
        for box in self._boxes.values():
            box.set_value(on)
        self._count()

    def complaint(self) -> str:
        """What is still missing, in a sentence; empty when planning can begin."""
        self._form.clear_errors()
        if self._minutes() is None:
            self._length.set_error(f"Typ een getal van {SHORTEST} tot en met {LONGEST}.")
        if self._pauses() is None:
            self._break.set_error("Typ twee tijden, zoals 10:15 en 10:30, of laat allebei leeg.")
        if self._form.focus_first_error():
            return "Kijk nog even naar de rode regels."
        if not any(box.value() for box in self._boxes.values()):
            return "Kies minstens één groep."
        if not self.keuzes().vragen:
            return "In deze groepen heeft iedereen al een tijd."
        return self.dagen.complaint()

    def keuzes(self) -> Keuzes:
        """What is chosen now."""
        assert self._bord is not None
        minutes, pauses = self._minutes() or ONBEKENDE_DUUR, self._pauses() or ()
        groepen = tuple(each for each in self._bord.groepen if self._boxes[each.groep.id].value())
        blokken = tuple(
            Blok(day, van, tot, each.groep.id, each.leraren.get(day, ""), pauses)
            for each in groepen
            for day, (van, tot) in self.dagen.value().items()
            if day in each.dagen
        )
        vragen = tuple(vraag._replace(minuten=minutes) for each in groepen for vraag in each.vragen)
        return Keuzes(vragen, groepen, blokken, minutes)

    def _minutes(self) -> int | None:
        text = self.minuten.value().strip()
        return int(text) if text.isdecimal() and len(text) < 4 and SHORTEST <= int(text) <= LONGEST else None

    def _pauses(self) -> tuple[tuple[str, str], ...] | None:
        van, tot = lees_tijd(self.pauze_van.value()), lees_tijd(self.pauze_tot.value())
        if van == tot == "":
            return ()
        return ((van, tot),) if van and tot and van < tot else None

    def _count(self) -> None:
        """Say at once whether there is room enough."""
        if self._bord is None:
            return
        chosen = self.keuzes()
        room = {each.groep.id: plaatsen(chosen.blokken, self._bord.vast, each.groep.id, chosen.minuten)
                for each in chosen.groepen}  # fmt: skip
        needed = count_words(len(chosen.vragen), "gesprek", "gesprekken")
        self.sum.setText(f"{needed} · {count_words(sum(room.values()), 'plek', 'plekken')}")
        short = [each for each in chosen.groepen if len(each.vragen) > room[each.groep.id]]
        self.short.setVisible(bool(short and self.dagen.value()))
        if short:
            told = [
                f"{group_words(each.groep)}: {len(each.vragen)} gesprekken, {room[each.groep.id]} plekken"
                for each in short[:MOST_NAMED]
            ]
            more = [f"en nog {count_words(len(short) - MOST_NAMED, 'groep', 'groepen')}"] * (len(short) > MOST_NAMED)
            words = f"{'; '.join([*told, *more])}. Kies er een dag bij of meer tijd; wie niet past, noem ik."
            self.short.set("warn", "Er zijn te weinig plekken", words)
        self.changed.emit()


def _unplanned(bord: Planbord) -> list[str]:
    return [each.groep.id for each in bord.groepen if each.vragen]


def _words(each: Plangroep, bord: Planbord) -> str:
    teachers = dict.fromkeys(bord.medewerkers.get(who, "") for who in each.leraren.values())
    state = f"nog {len(each.vragen)} van {each.nodig}" if each.vragen else "alles heeft een tijd"
    return " · ".join(filter(None, (group_words(each.groep), ", ".join(filter(None, teachers)), state)))
