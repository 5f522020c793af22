"""What lies beside the form: why it is asked, what was agreed last time, what helped before. All of this one pupil."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.bespreking import Afspraak
from app.models.datums import kort
from app.models.forms.definition import Section
from app.models.lijkt_op import Actie
from app.storage.formulieren import Blad
from app.ui.theme import scale
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small, Text

RESULTS = {
    "werkte": ("werkte", "good", "vink"),
    "werkte_deels": ("werkte deels", "warn", "half"),
    "werkte_niet": ("werkte niet", "bad", "kruis"),
}
ORDER = ("werkte_niet", "werkte", "werkte_deels")
MOST_ACTIONS = 8
STATES = {"open": ("open", "neutral"), "gedaan": ("gedaan", "good"), "vervallen": ("vervallen", "neutral")}


class Terzijde(QWidget):
    """The column at the right of a form.

    Parameters:
        blad: the form with what belongs beside it.
        today: decides what is overdue.
    """

    def __init__(self, blad: Blad, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = Card("Waarom deze vraag?", quiet=True)
        self._hint_text = Muted()
        self._hint.add(self._hint_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1.5))
        # During a conversation the agreements of last time stand on top of the form itself.
        afspraken = None if blad.gesprek and not blad.formulier.vastgesteld_op else _afspraken(blad, today)
        for card in (afspraken, _doel(blad), _acties(blad)):
            if card is not None:
                column.addWidget(card)
        column.addWidget(self._hint)
        column.addStretch(1)

    def show_section(self, section: Section) -> None:
        """Explain another section."""
        self._hint_text.setText(section.hint)
        self._hint.setVisible(bool(section.hint))


def _afspraken(blad: Blad, today: date) -> Card | None:
    if blad.vorige is None or not blad.vorige_afspraken:
        return None
    when = f" · {kort(blad.vorige.datum, today)}" if blad.vorige.datum else ""
    card = Card(f"Vorige afspraken{when}")
    for afspraak in sorted(blad.vorige_afspraken, key=lambda each: (each.staat != "open", each.voor or date.max)):
        card.add(entry(afspraak.wat, _about(afspraak, today), _state_chip(afspraak, today)))
    return card


def _about(afspraak: Afspraak, today: date) -> str:
    until = f"uiterlijk {kort(afspraak.voor, today)}" if afspraak.voor and afspraak.staat == "open" else ""
    return " · ".join(part for part in (afspraak.wie, until, afspraak.resultaat) if part)


def _state_chip(afspraak: Afspraak, today: date) -> Chip:
    if afspraak.staat == "open" and afspraak.voor and afspraak.voor < today:
        return Chip("te laat", "bad", "klok")
    words, state = STATES[afspraak.staat]
    return Chip(words, state)


def _doel(blad: Blad) -> Card | None:
    if not blad.doel:
        return None
    card = Card("Doel dat nu loopt")
    card.add(Text(blad.doel))
    return card


def _acties(blad: Blad) -> Card | None:
    known = [each for each in blad.acties if each.resultaat in RESULTS]
    if not known:
        return None
    card = Card("Wat hielp eerder")
    for actie in sorted(known, key=lambda each: ORDER.index(each.resultaat))[:MOST_ACTIONS]:
        card.add(_actie(actie))
    return card


def _actie(actie: Actie) -> QWidget:
    words, state, icon = RESULTS[actie.resultaat]
    about = " · ".join(part for part in (actie.periode, actie.opmerking) if part)
    return entry(actie.actie, about, Chip(words, state, icon))


def entry(text: str, about: str, chip: Chip) -> QWidget:
    """A line of text, below it who and when, and its state in a word."""
    entry = QWidget()
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, scale.space(0.25), 0, scale.space(0.5))
    column.setSpacing(scale.space(0.25))
    column.addWidget(Text(text))
    below = Flow()
    below.add(chip)
    column.addWidget(below)
    if about:
        column.addWidget(Small(about))
    return entry
