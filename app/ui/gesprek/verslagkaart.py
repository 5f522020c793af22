"""The card about the report of a conversation: where it is, and what one can do next."""

from datetime import date

from PySide6.QtCore import Signal

from app.models.datums import als_datum, lang
from app.models.gespreksregels import formulier_nodig
from app.models.gespreksstand import gespreksstand
from app.storage.gesprekslijst import Gespreksblad
from app.ui.afspreken.woorden import STANDEN
from app.ui.gesprek.opdrachten import Getoond
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Text

FULL = "Vanaf niveau {} vraagt het gespreksbeleid een volledig verslag."


class ReportCard(Card):
    """Where the report is.

    Signals:
        wanted: `maak`, `samen`, `open`, `elders` or `hier`.
        taken_over: the note was taken over in ParnasSys, or not.
    """

    wanted = Signal(str)
    taken_over = Signal(bool)

    def __init__(self) -> None:
        super().__init__("Verslag")
        self.state = Chip("")
        self.add_beside_heading(self.state)
        self.words = Text("")
        self.make = self._button("Maak verslag", "maak", "document")
        self.together = self._button("Vul samen in", "samen", "besprekingen")
        self.open_button = self._button("Open het verslag", "open", "document")
        self.elsewhere = self._button("Verslag staat in ParnasSys", "elders", "vink")
        self.here = self._button("Toch hier maken", "hier", "")
        self.over = CheckBox("Overgenomen in ParnasSys")
        self.over.changed.connect(self._on_over)
        self.add(self.words)
        self.add(Flow(self.make, self.together, self.open_button, self.elsewhere, self.here))
        self.add(self.over)

    def _button(self, words: str, what: str, icon: str) -> Button:
        button = Button(words, icon=icon)
        button.setObjectName(what)
        button.clicked.connect(self._tell)
        return button

    def _tell(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def _on_over(self) -> None:
        self.taken_over.emit(self.over.value())

    def show_report(self, shown: Getoond, today: date) -> None:
        """Show where the report of a conversation is."""
        gesprek = shown.blad.gesprek
        begun = shown.formulier is not None
        closed = begun and shown.formulier is not None and shown.formulier.vastgesteld_op is not None
        elsewhere = bool(gesprek.verslag_op) and gesprek.verslag_elders
        only_note = bool(gesprek.verslag_op) and not begun and not elsewhere
        expected = gesprek.staat in ("gepland", "gehouden")
        self.setVisible(expected or begun)
        self.state.set(*_state(shown, today))
        self.words.setText(_words(shown, today))
        self.words.setVisible(bool(self.words.text()))
        self.make.setVisible(not closed and not elsewhere)
        self.make.setText(
            "Verder met het verslag" if begun else "Maak toch een verslag" if only_note else "Maak verslag"
        )
        self.make.set_kind("primary" if gesprek.staat == "gehouden" and not gesprek.verslag_op else "secondary")
        self.together.setVisible(not closed and not elsewhere and not only_note)
        self.open_button.setVisible(closed)
        tick = not formulier_nodig(shown.blad.niveau, shown.blad.beleid)
        self.elsewhere.setVisible(tick and gesprek.staat == "gehouden" and not gesprek.verslag_op and not begun)
        self.here.setVisible(elsewhere and not begun)
        self.over.setVisible(closed)
        self.over.set_value(gesprek.overgenomen_op is not None)


def _state(shown: Getoond, today: date) -> tuple[str, str, str]:
    gesprek = shown.blad.gesprek
    if gesprek.verslag_op:
        return STANDEN[gespreksstand(gesprek, today)]
    if is_late(shown.blad, today):
        return ("te laat", "bad", "klok")
    if shown.formulier is not None:
        return ("begonnen", "info", "half")
    return ("nog maken", "warn", "klok") if gesprek.staat == "gehouden" else ("na het gesprek", "neutral", "")


def _words(shown: Getoond, today: date) -> str:
    gesprek, last = shown.blad.gesprek, shown.blad.uiterlijk
    since = als_datum(gesprek.verslag_op)
    if since is not None and gesprek.verslag_elders:
        return f"Het verslag staat in ParnasSys sinds {lang(since)}."
    if since is not None:
        made = "Vastgesteld op" if shown.formulier else "De notitie is het verslag, sinds"
        return f"{made} {lang(since)}."
    full = FULL.format(shown.blad.beleid.niveau_vanaf) if formulier_nodig(shown.blad.niveau, shown.blad.beleid) else ""
    if last is None:
        return f"Je kunt het verslag al samen invullen tijdens het gesprek. {full}".strip()
    due = f"Het verslag had klaar moeten zijn op {lang(last)}." if last < today else f"Uiterlijk op {lang(last)}."
    return f"{due} {full}".strip()


def is_late(blad: Gespreksblad, today: date) -> bool:
    """Whether the report should have been there."""
    return blad.uiterlijk is not None and blad.uiterlijk < today and not blad.gesprek.verslag_op
