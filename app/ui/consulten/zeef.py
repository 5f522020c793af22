"""What the list of consults is sifted by: how far they are, and words."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.consult import CONSULT_STATUSSEN
from app.models.consulten.statussen import EINDE
from app.ui.qt import override
from app.ui.widgets.choice import Choice
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.line_field import LineField

OPEN = "open"
PAUSE_MILLISECONDS = 90


class Sieve(QWidget):
    """The fields above the list.

    Signals:
        status_changed: another status is wanted.
        typed: other words.
        down: from the words one wants to go to the list.
    """

    status_changed = Signal()
    typed = Signal()
    down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = LineField()
        self.status = Choice(_options({}), empty="Alles")
        self.status.set_value(OPEN)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.typed)
        self.words.changed.connect(self._pause.start)
        self.words.installEventFilter(self)
        self.status.changed.connect(self.status_changed)
        fields = FormRows()
        fields.add_row("Zoek op leerling, hulpvraag of consulent", self.words, stretch=3)
        fields.add_row("Hoe ver", self.status, beside=True, stretch=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fields)

    def show_counts(self, per_status: Mapping[str, int]) -> None:
        """Say how many there are behind each choice."""
        self.status.set_options(_options(per_status))

    def fits(self, *texts: str) -> bool:
        """Whether each typed word begins a word in one of these texts."""
        return all(_begins(word, " ".join(texts)) for word in self._typed())

    def touches(self, text: str) -> bool:
        """Whether one of the typed words begins a word in this text."""
        return any(_begins(word, text) for word in self._typed())

    def clear(self) -> None:
        """Show everything."""
        self.words.set_value("")
        self.status.set_value("")
        self.status_changed.emit()

    def _typed(self) -> list[str]:
        return self.words.value().casefold().split()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            self.down.emit()
            return True
        return super().eventFilter(watched, event)


def _begins(word: str, text: str) -> bool:
    return any(each.startswith(word) for each in text.casefold().split())


def _options(per_status: Mapping[str, int]) -> list[tuple[str, str]]:
    open_ones = sum(count for status, count in per_status.items() if status not in EINDE)
    counts = {OPEN: open_ones, **{status: per_status.get(status, 0) for status in CONSULT_STATUSSEN}}
    words = {OPEN: "Wat nog loopt", **CONSULT_STATUSSEN}
    return [(status, f"{_capital(words[status])} ({count})" if count else _capital(words[status]))
            for status, count in counts.items()]  # fmt: skip


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
