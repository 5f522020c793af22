"""How far a list is, in one line: a bar, and the same in words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.storage.gesprekslijst import Lijstregel
from app.ui.gespreksmoment.tabel import without_report
from app.ui.theme import scale
from app.ui.widgets.bars import Part, StackedBar
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.woorden import count_words


class Progress(QWidget):
    """Held, planned, to do, not needed; and the reports that miss."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = StackedBar("Gesprekken")
        self.words = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        column.addWidget(self.bar)
        column.addWidget(self.words)

    def show_progress(self, regels: Sequence[Lijstregel], today: date) -> None:
        """Count these conversations."""
        held = sum(each.staat == "gehouden" for each in regels)
        planned = sum(each.staat == "gepland" for each in regels)
        skipped = sum(each.staat == "niet_nodig" for each in regels)
        left = len(regels) - held - planned - skipped
        missing = [each for each in regels if without_report(each)]
        late = sum(each.te_laat(today) for each in missing)
        parts = (
            Part("gehouden", held, "good"), Part("gepland", planned, "info"),
            Part("nog te doen", left, "warn"), Part("niet nodig", skipped),
        )  # fmt: skip
        self.bar.set_parts(parts)
        chips = [
            *([Chip(f"{held} gehouden", "good", "vink")] if held else []),
            *([Chip(f"{planned} gepland", "info", "kalender")] if planned else []),
            *([Chip(f"{left} nog te doen", "warn", "ring")] if left else []),
            *([Chip(f"{skipped} niet nodig", "neutral", "streep")] if skipped else []),
            *([Chip(_reports(len(missing), late), "bad" if late else "warn", "document")] if missing else []),
        ]
        self.words.clear()
        for chip in chips:
            self.words.add(chip)


def _reports(missing: int, late: int) -> str:
    words = f"{count_words(missing, 'verslag ontbreekt', 'verslagen ontbreken')}"
    return f"{words}, {late} te laat" if late else words
