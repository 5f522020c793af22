"""What the list of pupils is sifted by: name, group, level, and whether those who left are shown."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.models.school import Groep
from app.storage.leerlingen import ALLE, ZONDER, Zeef
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.line_field import LineField
from app.ui.woorden import level_options

PAUSE_MILLISECONDS = 90
ROOMY_STEPS = 100
"""Width in grid steps from which everything stands on one line."""

WITHOUT = "zonder"


class SieveBar(QWidget):
    """The fields above the list.

    Signals:
        changed: the user wants to see other pupils.
        down: from the name one wants to go to the list.
        bars_toggled: whether the bars per group are to be seen.
    """

    changed = Signal()
    down = Signal()
    bars_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineField()
        self.group = Choice(empty="Alle groepen")
        self.level = Choice(level_options(), empty="Alle niveaus")
        self.left = CheckBox("Ook vertrokken leerlingen")
        self.bars = CheckBox("Niveaus per groep")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._lay_out()
        self._pause.timeout.connect(self.changed)
        self.name.changed.connect(self._pause.start)
        self.name.installEventFilter(self)
        for field in (self.group, self.level, self.left):
            field.changed.connect(self.changed)
        self.bars.changed.connect(self.bars_toggled)

    def _lay_out(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scale.space(1.5))
        fields = FormRows()
        fields.add_row("Zoek op naam", self.name, stretch=3)
        fields.add_row("Groep", self.group, beside=True, stretch=2)
        fields.add_row("Niveau", self.level, beside=True, stretch=2)
        self._row.addWidget(fields, 1)
        self._ticks = QBoxLayout(QBoxLayout.Direction.BottomToTop)
        self._row.addLayout(self._ticks)
        self._ticks.setSpacing(scale.space(0.5))
        self._ticks.addWidget(self.bars)
        self._ticks.addWidget(self.left)
        self._ticks.addStretch(1)

    def value(self) -> Zeef:
        """What to show."""
        chosen = self.group.value()
        level = self.level.value()
        return Zeef(
            groep=ZONDER if chosen == WITHOUT else chosen or ALLE,
            niveau=int(level) if level else None,
            tekst=self.name.value(),
            ook_vertrokken=self.left.value(),
        )

    def set_groups(self, groups: Sequence[Groep]) -> None:
        """Offer these groups."""
        self.group.set_options([*((each.id, each.naam) for each in groups), (WITHOUT, "Geen groep")])

    def choose_group(self, group: str) -> None:
        """Show only the pupils of a group; `ZONDER` for those without one."""
        self.group.set_value(group or WITHOUT)
        self.changed.emit()

    def clear(self) -> None:
        """Show all pupils."""
        for field in (self.name, self.group, self.level):
            field.set_value("")
        self.left.set_value(False)
        self.changed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the boxes to tick stand below the fields."""
        super().resizeEvent(event)
        is_wide = self.width() >= scale.space(ROOMY_STEPS)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        self._ticks.setDirection(directions.BottomToTop if is_wide else directions.LeftToRight)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            self.down.emit()
            return True
        return super().eventFilter(watched, event)
