"""The bar above the form in bespreekmodus: which child, who speaks, whether all is saved, how long it takes."""

from datetime import date

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.models.datums import kort
from app.models.leerling import EXTERN_VANAF, PLANSOORTEN
from app.storage.formulieren import Blad
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import EditableChoice
from app.ui.widgets.labels import Text
from app.ui.widgets.save_state import SaveState

ROOM_FOR_LABEL, ROOM_FOR_KIND = 180, 150
"""Widths in grid steps below which the words before the speaker, and the kind of conversation, give their room to the
state of this child."""


class Kop(QWidget):
    """Name and state at the left, who speaks and the way out at the right.

    Signals:
        speaker_changed: name of who speaks from now on.
        close_wanted: the user leaves bespreekmodus.
    """

    speaker_changed = Signal(str)
    close_wanted = Signal()

    def __init__(self, blad: Blad, speaker: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved = SaveState()
        self._minutes = Text("", "small", wrap=False)
        self._speaker = EditableChoice(blad.medewerkers)
        self._speaker.set_value(speaker)
        accessible.name(self._speaker, "Aan het toetsenbord", "Wie er spreekt, staat bij de woorden als auteur.")
        self._speaker.changed.connect(self._on_speaker)
        close = Button("Sluit bespreekmodus", shortcut="Esc")
        close.clicked.connect(self.close_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(scale.space(3), scale.space(1.25), scale.space(3), scale.space(1.25))
        row.setSpacing(scale.space(1.5))
        row.addWidget(Text(blad.leerling.naam, "heading", wrap=False))
        self._kind = Chip(blad.definitie.titel, "accent") if blad.gesprek else None
        chips = ([self._kind] if self._kind else []) + _chips(blad, today)
        for chip in chips:
            row.addWidget(chip)
        for chip in chips[:-1]:  # where room is narrow only the last one, the longest, is shortened
            chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addStretch(1)
        row.addWidget(self.saved)
        row.addWidget(self._minutes)
        self._label = Text("Aan het toetsenbord", "small", wrap=False)
        row.addWidget(self._label)
        row.addWidget(self._speaker)
        row.addWidget(close)

    def show_minutes(self, minutes: int) -> None:
        """Show how long this child has been discussed."""
        self._minutes.setText(f"{minutes} min")
        self._minutes.setAccessibleName(f"{minutes} minuten besproken")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.setVisible(self.width() >= scale.space(ROOM_FOR_LABEL))
        if self._kind is not None:
            self._kind.setVisible(self.width() >= scale.space(ROOM_FOR_KIND))

    def _on_speaker(self) -> None:
        self.speaker_changed.emit(self._speaker.value())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), palette.colour("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), palette.colour("line"))


def _chips(blad: Blad, today: date) -> list[Chip]:
    chips = [Chip(f"groep {blad.groep.naam}")] if blad.groep else []
    if blad.niveau is not None:
        chips.append(Chip(f"niveau {blad.niveau}", "warn" if blad.niveau >= EXTERN_VANAF else "neutral"))
    for plan in blad.plannen:
        if plan.leerling:
            until = f" t/m {kort(plan.tot, today)}" if plan.tot else ""
            chips.append(Chip(f"{PLANSOORTEN[plan.soort]}{until}", "info"))
    return chips
