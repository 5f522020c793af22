"""The bar above the views: the way to search, what is saved, and the lock."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.buttons import Button
from app.ui.widgets.chip import Chip
from app.ui.widgets.paint import control_height, focus_ring, keycap, keycap_size, plain, rounded
from app.ui.widgets.save_state import SaveState

SEARCH_WORDS = "Zoek leerling, verslag of opdracht"


class SearchButton(QPushButton):
    """Looks like a search field and opens the palette: there is one place to type, wherever one clicks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(SEARCH_WORDS)  # as in `RailButton`
        self.setAccessibleName("Zoeken (Ctrl K)")
        self.setAutoDefault(True)  # Enter opens it too
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        words = scale.metrics().horizontalAdvance(SEARCH_WORDS) + keycap_size("Ctrl K").width()
        return QSize(words + scale.space(9), control_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scale.space(20), control_height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        edge = palette.colour("border" if self.underMouse() else "line")
        rounded(painter, rect, scale.CORNER, palette.colour("ground"), edge)
        if self.hasFocus():
            focus_ring(painter, rect, scale.CORNER)
        side = scale.metrics().height()
        muted = palette.colour("muted")
        paint_icon(painter, "zoek", QRectF(scale.space(1.25), (rect.height() - side) / 2, side, side), muted)
        key = QRectF(0, 0, *keycap_size("Ctrl K").toTuple())
        key.moveTo(rect.right() - key.width() - scale.space(1), (rect.height() - key.height()) / 2)
        left = scale.space(2) + side
        room = QRectF(left, 0, key.left() - left - scale.space(1), rect.height())
        painter.setPen(muted)
        painter.setFont(scale.font())
        words = scale.metrics().elidedText(SEARCH_WORDS, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        keycap(painter, key, "Ctrl K", muted, palette.colour("edge"))


class TopBar(QWidget):
    """Search, save state and lock.

    Signals:
        search_wanted, lock_wanted: the user asks for it.
    """

    search_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, demo: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchButton()
        self.search.clicked.connect(self.search_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(scale.space(3), scale.space(1), scale.space(3), scale.space(1))
        layout.setSpacing(scale.space(2))
        layout.addWidget(self.search)
        layout.addStretch(1)
        if demo:
            layout.addWidget(Chip("Proefschool", "info"))
        self.saved = SaveState()
        self.saved.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)  # the search makes room first
        layout.addWidget(self.saved)
        if not demo:
            lock = Button("Vergrendel", icon="slot")
            lock.setToolTip("Vergrendel (Ctrl L)")
            lock.clicked.connect(self.lock_wanted)
            layout.addWidget(lock)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        plain(painter, QRectF(self.rect()), palette.colour("surface"))
        plain(painter, QRectF(0, self.height() - 1, self.width(), 1), palette.colour("line"))
