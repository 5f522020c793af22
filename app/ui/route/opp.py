"""The OPP of the pupil: how it stands, and what is still asked of it."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.datums import lang
from app.storage.opp import Oppstand
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.fact import fact
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small
from app.ui.widgets.sign import Sign
from app.ui.woorden import period_words


class OppCard(RefilledCard):
    """Period, destination, next evaluation and what the law still asks; the button opens or begins the form.

    Signals:
        wanted: the OPP is to be opened, or begun.
        older: id of the form of an OPP that is over.
    """

    wanted = Signal()
    older = Signal(str)

    def __init__(self) -> None:
        super().__init__("OPP")
        self.state = Chip("")
        self.add_beside_heading(self.state)
        self.button = Button("Open het OPP", icon="document", small=True)
        self.button.clicked.connect(self.wanted)
        self.last = Button("Open het vorige", icon="document", small=True)
        self.last.clicked.connect(self._tell_last)
        self._last = ""
        self._buttons = Flow(self.button, self.last)
        self.add(self._buttons)

    def _tell_last(self) -> None:
        self.older.emit(self._last)

    def show_opp(self, stand: Oppstand, today: date, *, can: bool) -> None:
        """Show how the OPP of a pupil stands.

        Parameters:
            can: whether a new one can be begun here.
        """
        self.state.set(*_state(stand))
        usable = stand.formulier is not None and (stand.loopt or stand.geldig is None)
        over = stand.formulier is not None and not usable
        self._last = stand.formulier.id if stand.formulier is not None else ""
        elsewhere = stand.formulier is None and stand.loopt
        new = "Maak een nieuw OPP" if over else "Vul het hier in" if elsewhere else "Maak het OPP"
        self.button.setText("Open het OPP" if usable else new)
        self.button.setVisible(usable or can)
        self.last.setVisible(over)
        self._buttons.setVisible(usable or can or over)
        column = self.renew((stand, today))
        if column is None:
            return
        column.setSpacing(scale.space(1))
        column.addWidget(Muted("Het OPP loopt; het is niet hier gemaakt." if elsewhere else stand.zin))
        for label, words in _facts(stand, today):
            column.addWidget(fact(label, words))
        for sentence in stand.aandacht:
            column.addWidget(_asked(sentence))


def _asked(sentence: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scale.space(0.75))
    row.addWidget(Sign("ring", "warn", 1.0), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Small(sentence), 1)
    return line


def _state(stand: Oppstand) -> tuple[str, str, str]:
    if stand.plan is None:
        return ("nog niet", "warn", "waarschuwing")
    if stand.is_klaar:
        return ("loopt", "good", "vink")
    return ("begonnen", "info", "half") if stand.geldig is None else ("afgelopen", "warn", "klok")


def _facts(stand: Oppstand, today: date) -> Iterator[tuple[str, str]]:
    if stand.plan is None:
        return
    yield "Looptijd", period_words(stand.plan, today)
    if stand.inhoud.uitstroombestemming:
        yield "Uitstroombestemming", stand.inhoud.uitstroombestemming
    if stand.inhoud.evaluatie_op:
        yield "Volgende evaluatie", lang(stand.inhoud.evaluatie_op)
