"""The sections of a form as a list at the left: where one is, and how far each of them is."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.models.forms.definition import Section
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.paint import focus_ring, rounded

WIDEST = 34
"""Width in grid steps from which the title of a section may be shortened."""

STATE_WORDS = {"leeg": "leeg", "bezig": "bezig", "klaar": "klaar", "nvt": "n.v.t."}


class SectionItem(QAbstractButton):
    """One section: its number in a ring, its title, and its state.

    The state is told by the shape in the ring (number, filled number, tick, dash), by colour and by name.
    """

    def __init__(self, number: int, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section_id = section.id
        self._number = number
        self._state = "leeg"
        self.setText(section.kort)
        self.setToolTip(section.titel)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_state("leeg")

    def set_state(self, state: str) -> None:
        """Show how far the section is: `leeg`, `bezig`, `klaar` or `nvt`."""
        self._state = state
        self.setAccessibleName(f"{self._number}. {self.text()}, {STATE_WORDS[state]}")
        self.update()

    def state(self) -> str:
        """How far the section is."""
        return self._state

    @override
    def sizeHint(self) -> QSize:
        metrics = scale.metrics("strong")
        return QSize(metrics.horizontalAdvance(self.text()) + self._ring() + scale.space(4.5), self._ring() * 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), scale.space(WIDEST)), self._ring() * 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            rounded(painter, whole, scale.CORNER, palette.colour("surface"), palette.colour("line"))
        elif self.underMouse():
            rounded(painter, whole, scale.CORNER, palette.colour("hover"), palette.colour("hover"))
        if self.hasFocus():
            focus_ring(painter, whole, scale.CORNER)
        side = float(self._ring())
        ring = QRectF(scale.space(1.25), (self.height() - side) / 2, side, side)
        self._paint_ring(painter, ring)
        self._paint_words(painter, ring)

    def _paint_ring(self, painter: QPainter, ring: QRectF) -> None:
        done = self._state == "klaar"
        colour = palette.colour({"klaar": "good", "bezig": "accent"}.get(self._state, "muted"))
        painter.setPen(colour)
        painter.setBrush(colour if done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring.adjusted(0.5, 0.5, -0.5, -0.5))
        if done:
            inner = ring.adjusted(ring.width() * 0.2, ring.width() * 0.2, -ring.width() * 0.2, -ring.width() * 0.2)
            paint_icon(painter, "vink", inner, palette.colour("surface"))
            return
        painter.setFont(scale.font("small_strong" if self._state == "bezig" else "small"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, "–" if self._state == "nvt" else str(self._number))

    def _paint_words(self, painter: QPainter, ring: QRectF) -> None:
        painter.setFont(scale.font("strong" if self.isChecked() else "body"))
        painter.setPen(palette.colour("ink" if self.isChecked() else "muted"))
        left = ring.right() + scale.space(1.25)
        room = QRectF(left, 0, self.width() - left - scale.space(1), self.height())
        words = f"{self.text()} · n.v.t." if self._state == "nvt" else self.text()
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)

    def _ring(self) -> int:
        return round(scale.metrics().height() * 1.15)


class SectionList(QWidget):
    """The sections below each other; arrow keys walk through them.

    Signals:
        chosen: id of the section to go to.
    """

    chosen = Signal(str)

    def __init__(self, sections: tuple[Section, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, SectionItem] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0.25))
        for number, section in enumerate(sections, 1):
            item = SectionItem(number, section)
            self._group.addButton(item)
            self._items[section.id] = item
            column.addWidget(item)
        column.addStretch(1)
        self._group.buttonClicked.connect(self._on_clicked)

    def mark(self, section_id: str) -> None:
        """Show where one is; any other name than that of a section marks none."""
        self._group.setExclusive(False)
        for name, item in self._items.items():
            item.setChecked(name == section_id)
        self._group.setExclusive(True)

    def set_state(self, section_id: str, state: str) -> None:
        """Show how far a section is."""
        self._items[section_id].set_state(state)

    def state(self, section_id: str) -> str:
        """How far a section is shown to be."""
        return self._items[section_id].state()

    def _on_clicked(self, item: SectionItem) -> None:
        self.chosen.emit(item.section_id)
