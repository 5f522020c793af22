"""Beside the agenda: when and with whom, how far it is, and what to take along on paper."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import lang, weekdag
from app.models.tijden import duur
from app.storage.besprekingen import Agenda
from app.ui.besprekingen.regel import OPEN_STATES
from app.ui.theme import scale
from app.ui.widgets.bars import MiniBar
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small, Text


class Zijkant(QWidget):
    """Three cards. The view connects the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.change = Button("Wijzig", icon="potlood", small=True)
        self.call_off = Button("Afgelasten", "quiet", small=True)
        self.mark_held = Button("Markeer als gehouden", small=True)
        self.agenda = Button("Agenda in Word", icon="document", small=True)
        self.blank = Button("Leeg formulier A.6 in Word", icon="document", small=True)
        self._when = Text("", "strong")
        self._group = Muted("")
        self._present = Text("")
        self._bar = MiniBar("Vastgesteld")
        self._done = Text("")
        self._time = Small("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1.5))
        for card in (self._meeting(), self._progress(), self._paper()):
            column.addWidget(card)
        column.addStretch(1)

    def show_agenda(self, agenda: Agenda, today: date) -> None:
        """Show a meeting."""
        meeting = agenda.bespreking
        self._when.setText(wanneer(agenda))
        self._group.setText(f"groep {agenda.groep.naam}" if agenda.groep else "meer groepen")
        self._present.setText("\n".join(meeting.aanwezigen) or "Nog niemand ingevuld")
        states = [each.staat for each in agenda.regels]
        done = sum(staat not in OPEN_STATES for staat in states)
        self._bar.set_part(done, len(states))
        self._bar.setVisible(bool(states))
        self._done.setText(f"{done} van {len(states)} vastgesteld" if states else "Er staat nog niemand op de agenda.")
        spent = duur(agenda.seconden)
        self._time.setText(f"{spent} besproken" if spent else "")
        self._time.setVisible(bool(spent))
        begun = any(staat != "leeg" for staat in states)
        self.call_off.setVisible(not begun and not meeting.gehouden)
        passed = meeting.datum is not None and meeting.datum <= today
        self.mark_held.setVisible(passed and not meeting.gehouden)

    def _meeting(self) -> Card:
        card = Card("Wanneer en met wie")
        card.add(self._when)
        card.add(self._group)
        card.add(Small("Aanwezig"))
        card.add(self._present)
        card.add(Flow(self.change, self.call_off))
        return card

    def _progress(self) -> Card:
        card = Card("Hoe ver")
        card.add(self._bar)
        card.add(self._done)
        card.add(self._time)
        card.body.addWidget(self.mark_held, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _paper(self) -> Card:
        card = Card("Voor op papier", quiet=True)
        for button in (self.agenda, self.blank):
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card


def wanneer(agenda: Agenda) -> str:
    """Day and time of a meeting, e.g. `maandag 23 november 2026, 14:00`."""
    meeting = agenda.bespreking
    day = f"{weekdag(meeting.datum)} {lang(meeting.datum)}" if meeting.datum else "datum nog niet bekend"
    return ", ".join(part for part in (day, meeting.tijd) if part)
