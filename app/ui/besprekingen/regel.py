"""One pupil on the agenda: name, reason, how far it is, and the way to begin. Nothing else about the pupil."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.models.tijden import duur
from app.storage.besprekingen import Agendaregel
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Small, Text
from app.ui.widgets.line_field import LineField

STATES = {
    "leeg": ("nog niet begonnen", "neutral", "ring"),
    "bezig": ("bezig", "warn", "half"),
    "vastgesteld": ("vastgesteld", "good", "vink"),
    "dossier": ("in het dossier", "good", "vink"),
}
ACTIONS = {"leeg": "Bespreek", "bezig": "Ga verder", "vastgesteld": "Verslag", "dossier": "Verslag"}
OPEN_STATES = ("leeg", "bezig")


class Grip(QWidget):
    """Where a row is taken to drag it.

    Signals:
        dragged: place of the pointer on the screen.
        dropped: the row was let go.
    """

    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip("Sleep naar een andere plaats, of gebruik Alt + pijl omhoog of omlaag")

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(2.5), scale.space(4))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragged.emit(event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("muted"))
        middle = QPointF(self.rect().center())
        step = scale.space(0.75)
        for across in (-0.5, 0.5):
            for down in (-1, 0, 1):
                painter.drawEllipse(middle + QPointF(across, down) * step, 1.5, 1.5)


class AgendaRow(QWidget):
    """A row of the agenda.

    Signals, each with the id of the agendapunt first:
        open_wanted: discuss this pupil, go on, or see the report.
        remove_wanted: take the pupil off the agenda.
        reason_edited: the reason was typed in; `reason_left`: and is complete.
        dragged: with the place of the pointer; dropped; moved: with -1 or +1.
    """

    open_wanted = Signal(str)
    remove_wanted = Signal(str)
    reason_edited = Signal(str)
    reason_left = Signal(str)
    dragged = Signal(str, QPoint)
    dropped = Signal(str)
    moved = Signal(str, int)

    def __init__(self, regel: Agendaregel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.punt = regel.punt.id
        self.name = regel.naam
        self.staat = regel.staat
        self._kept = regel.punt.reden
        self.grip = Grip()
        self._number = Text("", "muted", wrap=False)
        self._chip = Chip("")
        self._about = Small("")
        self.reason = LineField(regel.punt.reden)
        accessible.name(self.reason, f"Waarom bespreken jullie {regel.naam}?")
        self.button = Button("Bespreek")
        self.away = IconButton("kruis", f"Haal {regel.naam} van de agenda")
        self._build()
        self._connect()
        self.show_regel(regel)

    def show_regel(self, regel: Agendaregel, of_group: str = "") -> None:
        """Show how far it is now; a reason that is being typed stays.

        Parameters:
            of_group: name of the group that the meeting is about; only another one is named.
        """
        self.staat = regel.staat
        words, state, icon = STATES[regel.staat]
        self._chip.set(words, state, icon)
        self._about.setText(
            " · ".join(part for part in (_other_group(regel, of_group), duur(regel.punt.seconden)) if part)
        )
        # What was typed and is not written yet, or was refused, stays.
        if not self.reason.hasFocus() and self.reason.value().strip() == self._kept:
            self.reason.set_value(regel.punt.reden)
        self._kept = regel.punt.reden
        self.button.setText(ACTIONS[regel.staat])
        self.button.setAccessibleDescription(regel.naam)
        self.away.setVisible(regel.staat in OPEN_STATES)

    def set_place(self, place: int, *, next_up: bool) -> None:
        """Show its number; the first one still to discuss has the button that asks for attention."""
        self._number.setText(f"{place + 1}")
        self.button.set_kind("primary" if next_up else "secondary")

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab comes by, in order."""
        return self.reason, self.button, self.away

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, scale.space(1), 0, scale.space(1))
        row.setSpacing(scale.space(1))
        row.addWidget(self.grip)
        self._number.setMinimumWidth(scale.metrics().horizontalAdvance("00"))
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(scale.space(0.5))
        top = QHBoxLayout()
        words.addLayout(top)
        top.setSpacing(scale.space(1))
        top.addWidget(Text(self.name, "strong"))
        top.addWidget(self._chip)
        top.addWidget(self._about, 1)
        words.addWidget(self.reason)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignBottom)
        self._keep_room()

    def _keep_room(self) -> None:
        """Buttons of all rows stand under each other, also where one cannot be taken off the agenda."""
        policy = self.away.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.away.setSizePolicy(policy)
        widest = max(scale.metrics().horizontalAdvance(each) for each in ACTIONS.values())
        self.button.setMinimumWidth(widest + scale.space(4))

    def _connect(self) -> None:
        self.button.clicked.connect(self._on_open)
        self.away.clicked.connect(self._on_remove)
        self.reason.changed.connect(self._on_reason)
        self.reason.editingFinished.connect(self._on_reason_left)
        self.grip.dragged.connect(self._on_dragged)
        self.grip.dropped.connect(self._on_dropped)
        for keys, call in (("Alt+Up", self._up), ("Alt+Down", self._down)):
            shortcut = QShortcut(QKeySequence(keys), self, call)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _on_open(self) -> None:
        self.open_wanted.emit(self.punt)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self.punt)

    def _on_reason(self) -> None:
        self.reason_edited.emit(self.punt)

    def _on_reason_left(self) -> None:
        self.reason_left.emit(self.punt)

    def _on_dragged(self, at: QPoint) -> None:
        self.dragged.emit(self.punt, at)

    def _on_dropped(self) -> None:
        self.dropped.emit(self.punt)

    def _up(self) -> None:
        self.moved.emit(self.punt, -1)

    def _down(self) -> None:
        self.moved.emit(self.punt, +1)


def _other_group(regel: Agendaregel, of_group: str) -> str:
    return f"groep {regel.groep}" if regel.groep not in ("", of_group) else ""
