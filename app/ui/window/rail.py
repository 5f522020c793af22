"""The rail at the left: the few places everything starts from."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.chip import badge_size, paint_badge
from app.ui.widgets.paint import control_height, focus_ring, plain, rounded

ABOVE = (
    ("vandaag", "Vandaag"),
    ("leerlingen", "Leerlingen"),
    ("besprekingen", "Besprekingen"),
    ("gesprekken", "Gesprekken"),
    ("routes", "Route"),
    ("consulten", "Consulten"),
)
BELOW = (("instellingen", "Instellingen"), ("handleiding", "Handleiding"))


class RailButton(QPushButton):
    """One entry: icon, word and, where something asks for attention, a count.

    Parameters:
        name: name of the entry, its icon and the view it leads to.
        words: what it says.
    """

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)  # handed to the line above, they make PySide learn what a QIcon is
        self.name = name
        self._count = 0
        self._compact = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many things ask for attention here; 0 shows nothing."""
        self._count = count
        asks = f", {count} te laat" if count else ""
        self.setAccessibleName(f"{self.text()}{asks}")
        self.setToolTip(self.accessibleName() if self._compact else "")
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon only."""
        self._compact = compact
        self.set_count(self._count)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        side = scale.metrics().height()
        words = 0 if self._compact else scale.metrics("strong").horizontalAdvance(self.text()) + scale.space(1.25)
        return QSize(words + side + scale.space(3), control_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        fill = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else ""
        rounded(painter, rect, scale.CORNER, palette.colour(fill) if fill else None)
        if self.hasFocus():
            focus_ring(painter, rect, scale.CORNER)
        ink = palette.colour("accent" if self.isChecked() else "muted")
        side = scale.metrics().height()
        x = (rect.width() - side) / 2 if self._compact else scale.space(1.5)
        paint_icon(painter, self.name, QRectF(x, (rect.height() - side) / 2, side, side), ink)
        if not self._compact:
            painter.setPen(palette.colour("accent") if self.isChecked() else palette.colour("ink"))
            painter.setFont(scale.font("strong" if self.isChecked() else "body"))
            words = rect.adjusted(x + side + scale.space(1.25), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._count:
            self._paint_count(painter, rect)

    def _paint_count(self, painter: QPainter, rect: QRectF) -> None:
        size = badge_size(str(self._count))
        y = 0.0 if self._compact else (rect.height() - size.height()) / 2
        right = rect.right() - (0 if self._compact else scale.space(1.25))
        paint_badge(painter, QRectF(right - size.width(), y, size.width(), size.height()), str(self._count))


class Rail(QWidget):
    """Name of the program and the entries.

    Signals:
        chosen: name of the view of an entry.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scale.space(1), scale.space(9), scale.space(1), scale.space(2))
        layout.setSpacing(scale.space(0.25))
        for name, words in ABOVE:
            layout.addWidget(self._entry(name, words))
        layout.addStretch(1)
        for name, words in BELOW:
            layout.addWidget(self._entry(name, words))

    def button(self, name: str) -> RailButton:
        """The entry of that name."""
        return self._buttons[name]

    def mark(self, name: str) -> None:
        """Show where the user is; with a name that has no entry, nowhere in particular."""
        chosen = self._buttons.get(name)
        self._group.setExclusive(chosen is not None)
        for each in self._buttons.values():
            each.setChecked(each is chosen)

    def set_compact(self, compact: bool) -> None:
        """Make room in a narrow window by showing icons only."""
        if compact != self._compact:
            self._compact = compact
            for each in self._buttons.values():
                each.set_compact(compact)
            self.updateGeometry()
            self.update()

    def _entry(self, name: str, words: str) -> RailButton:
        button = RailButton(name, words, self)
        self._group.addButton(button)
        self._buttons[name] = button
        button.clicked.connect(partial(self.chosen.emit, name))
        return button

    @override
    def sizeHint(self) -> QSize:
        widest = max(each.sizeHint().width() for each in self._buttons.values())
        return QSize(widest + scale.space(2 if self._compact else 6), super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plain(painter, QRectF(self.rect()), palette.colour("rail"))
        plain(painter, QRectF(self.width() - 1, 0, 1, self.height()), palette.colour("line"))
        side = scale.metrics("heading").height()
        y = scale.space(4) - side / 2
        x = (self.width() - side) / 2 if self._compact else scale.space(2.5)
        paint_icon(painter, "logo", QRectF(x, y, side, side), palette.colour("accent"))
        if not self._compact:
            painter.setPen(palette.colour("ink"))
            painter.setFont(scale.font("heading"))
            room = QRectF(x + side + scale.space(1), y, self.width() - x - side, side)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "Ruggespraak")
