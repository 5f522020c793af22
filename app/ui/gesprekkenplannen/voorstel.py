"""The proposal: a day at a time, and who has no time yet. A conversation is taken up, and put down elsewhere."""

from collections import Counter
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.bezetting import Afspraakvraag, Plek
from app.models.gespreksplanning import NietGepast, Rooster
from app.models.roosterbeeld import PLEK, VAST, dagbeeld, haal_uit, verzet
from app.storage.planbord import Planbord
from app.ui.gesprekkenplannen.keuzes import Keuzes
from app.ui.gesprekkenplannen.roostermodel import Kolom, Namen
from app.ui.gesprekkenplannen.roostertabel import RoosterTable
from app.ui.gesprekkenplannen.woorden import count_words, day_words, group_words
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.banner import Banner
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.labels import Muted
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row

HOW = "Klik op een gesprek of druk op Enter om het te verplaatsen; Delete haalt het eruit."
HOLDING = "{wie} verplaatsen: kies een vrije plek of een ander gesprek van de groep. Esc laat alles staan."
FIXED = "Dit gesprek stond al vast. Verplaats het in de lijst van de groep."
MOST_SEGMENTS = 7
LEFT_COLUMNS = (
    Column("naam", "Leerling", 26, stretch=1, role="strong", sort="volgorde"),
    Column("groep", "Groep", 14),
    Column("reden", "Waarom niet", 40, stretch=3),
)


class ProposalPanel(QWidget):
    """What is proposed.

    Signals:
        changed: the proposal is different now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rooster = Rooster()
        self._bord: Planbord | None = None
        self._keuzes = Keuzes((), (), (), 1)
        self._days: tuple[date, ...] = ()
        self._held: Plek | Afspraakvraag | None = None
        self.days: Segmented | Choice = Choice()
        self.words = Muted(HOW)
        self.trouble = Banner("warn", "Dat kan niet")
        self.short = Banner("warn", "Niet iedereen heeft een tijd")
        self.table = RoosterTable()
        self.left = DataTable("Gesprekken zonder tijd", LEFT_COLUMNS, identity="vraag")
        self._lay_out()
        self.table.pressed_at.connect(self._on_pressed)
        self.table.taken_out.connect(self._on_taken_out)
        self.table.let_go.connect(self._let_go)
        self.left.row_activated.connect(self._take_up_left)

    def _lay_out(self) -> None:
        sheet = Card()
        self._chooser = QVBoxLayout()
        sheet.add(self._chooser)
        sheet.add(self.words)
        sheet.add(self.trouble)
        sheet.add(self.table)
        self._left_card = Card("Nog zonder tijd")
        self._left_card.add(Muted("Kies iemand om een plek te geven, of begin opnieuw met meer tijd."))
        self._left_card.add(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        column.addWidget(self.short)
        column.addWidget(sheet)
        column.addWidget(self._left_card)
        column.addStretch(1)
        self.trouble.hide()
        self.short.hide()

    def show_proposal(self, bord: Planbord, keuzes: Keuzes, rooster: Rooster) -> None:
        """Show a new proposal, from its first day on."""
        self._bord, self._keuzes, self.rooster, self._held = bord, keuzes, rooster, None
        self._days = tuple(sorted({each.datum for each in keuzes.blokken}))
        first = next((each.datum for each in rooster.plekken), self._days[0] if self._days else None)
        self._offer_days(first.isoformat() if first else "")
        self._show()

    def _offer_days(self, chosen: str) -> None:
        """Few days stand side by side, many in a list; each with how many it holds."""
        per_day = Counter(each.datum for each in self.rooster.plekken)
        options = [(day.isoformat(), f"{day_words(day)} ({per_day[day]})") for day in self._days]
        old = self.days
        few = len(options) <= MOST_SEGMENTS
        self.days = Segmented(options, clearable=False) if few else Choice(options, empty=None)
        accessible.name(self.days, "Dag")
        self.days.set_value(chosen)
        self.days.changed.connect(self._show)
        self._chooser.addWidget(self.days)
        old.hide()  # else it is a window for a moment when it was put there just now
        old.setParent(None)
        old.deleteLater()

    def day(self) -> date | None:
        """The day on screen."""
        return date.fromisoformat(self.days.value()) if self.days.value() else None

    def _show(self) -> None:
        bord, day = self._bord, self.day()
        if bord is None or day is None:
            return
        keuzes = self._keuzes
        groups = [each for each in keuzes.groepen if any(b.groep == each.groep.id for b in keuzes.blokken)]
        beeld = dagbeeld(self.rooster, keuzes.blokken, self._vast(), day, keuzes.minuten)
        columns = [
            Kolom(each.groep.id, group_words(each.groep), bord.medewerkers.get(each.leraren.get(day, ""), ""))
            for each in groups
        ]
        held = self._held if isinstance(self._held, Plek) else None
        if isinstance(self._held, Afspraakvraag):
            held = Plek(self._held, date.min, "00:00")
        self.table.show_day(beeld, columns, Namen(bord.namen, bord.ouders), held)
        self._show_left(bord)
        self.words.setText(HOLDING.format(wie=self._name(held.vraag)) if held else HOW)

    def _vast(self) -> tuple[Plek, ...]:
        return self._bord.vast if self._bord else ()

    def _show_left(self, bord: Planbord) -> None:
        groups = {each.groep.id: group_words(each.groep) for each in bord.groepen}
        self.left.set_rows([self._left_row(each, groups) for each in self.rooster.past_niet])
        count = len(self.rooster.past_niet)
        self._left_card.setVisible(count > 0)
        self.short.setVisible(count > 0)
        if count:
            told = count_words(count, "gesprek past", "gesprekken passen")
            self.short.set("warn", f"{told} niet", "Onder het rooster staat wie het zijn en waarom.")
        self._left_card.heading.setText(f"Nog zonder tijd: {count_words(count, 'gesprek', 'gesprekken')}")
        rows = min(count, 8)
        height = self.left.verticalHeader().defaultSectionSize()
        self.left.setFixedHeight(self.left.horizontalHeader().sizeHint().height() + rows * height + 2)

    def _left_row(self, each: NietGepast, groups: dict[str, str]) -> Row:
        vraag = each.vraag
        return {
            "vraag": vraag,
            "naam": self._name(vraag),
            "volgorde": vraag.volgorde,
            "groep": groups.get(vraag.groep, ""),
            "reden": each.reden,
        }

    def _name(self, vraag: Afspraakvraag) -> str:
        bord = self._bord
        return Namen(bord.namen, bord.ouders).van(Plek(vraag, date.min, "00:00")) if bord else ""

    def _on_pressed(self, tijd: str, groep: str) -> None:
        """Take up what stands here, or put down what is held."""
        vak = self.table.days.beeld.vakken.get((tijd, groep))
        self._complain("")
        if self._held is not None:
            self._put_down(tijd, groep)
        elif vak is not None and vak.soort == PLEK and vak.plek is not None:
            self._take_up(vak.plek)
        elif vak is not None and vak.soort == VAST:
            self._complain(FIXED)

    def _take_up(self, what: Plek | Afspraakvraag) -> None:
        self._held = what
        self._show()
        accessible.announce(self, self.words.text())
        self.table.setFocus()

    def _take_up_left(self, row: Row) -> None:
        self._complain("")
        self._take_up(row["vraag"])

    def _let_go(self) -> None:
        self._held = None
        self._complain("")
        self._show()

    def _put_down(self, tijd: str, groep: str) -> None:
        held, day = self._held, self.day()
        assert held is not None and day is not None
        vraag = held.vraag if isinstance(held, Plek) else held
        if isinstance(held, Plek) and (held.datum, held.tijd, vraag.groep) == (day, tijd, groep):
            self._let_go()
            return
        if vraag.groep != groep:
            self._complain("Kies een plek bij de eigen groep.")
            return
        found = verzet(self.rooster, vraag, day, tijd, self._keuzes.blokken, self._vast())
        if isinstance(found, Rooster):
            self._held = None
            self._renew(found)
            accessible.announce(self, f"{self._name(vraag)} staat nu op {day_words(day)} om {tijd}.")
        else:
            self._complain(found)

    def _on_taken_out(self, tijd: str, groep: str) -> None:
        vak = self.table.days.beeld.vakken.get((tijd, groep))
        if vak is not None and vak.soort == PLEK and vak.plek is not None:
            self._held = None
            self._renew(haal_uit(self.rooster, vak.plek.vraag))

    def _renew(self, rooster: Rooster) -> None:
        self.rooster = rooster
        self._offer_days(self.days.value())
        self._show()
        self.changed.emit()

    def _complain(self, sentence: str) -> None:
        if sentence:
            self.trouble.set("warn", "Dat kan niet", sentence)
        self.trouble.setVisible(bool(sentence))
