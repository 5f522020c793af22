"""A row that goes on below when it does not fit: chips, buttons and options at any text size."""

from PySide6.QtCore import QChildEvent, QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import scale


class FlowLayout(QLayout):
    """Lays the children of a widget out like words on lines; each line is as high as its highest.

    It keeps no layout items. PySide goes on knowing a `QWidgetItem` that Python has once seen, also when Qt has deleted
    it, and ends the program when another object comes to lie at its address. So here the children of the widget are the
    list, nobody asks a layout for its items (`itemAt`, `takeAt`), and a layout goes into another one while it is still
    empty: for one that is filled PySide asks the items itself. The tests watch over all three.
    """

    def __init__(self, host: QWidget, gap: float = 1, line_gap: float | None = None) -> None:
        super().__init__(host)
        self._host = host
        self._gap = scale.space(gap)
        self._line_gap = scale.space(gap if line_gap is None else line_gap)
        self._wishes: list[tuple[QWidget, QSize]] | None = None
        self._heights: dict[int, int] = {}  # by width: Qt asks some ten times before it is content
        self.setContentsMargins(QMargins())

    @override
    def addWidget(self, widget: QWidget) -> None:
        self.addChildWidget(widget)
        self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        raise TypeError("only widgets flow")

    @override
    def invalidate(self) -> None:
        self._wishes = None
        self._heights.clear()
        super().invalidate()

    @override
    def count(self) -> int:
        return 0

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        sizes = [size for _, size in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    @override
    def minimumSize(self) -> QSize:
        result = QSize()
        for each, _ in self._shown():
            result = result.expandedTo(_least(each))
        return result

    def _shown(self) -> list[tuple[QWidget, QSize]]:
        """What flows, with the size it would like."""
        if self._wishes is None:
            children = (each for each in self._host.children() if isinstance(each, QWidget))
            shown = [each for each in children if not each.isHidden() and not each.isWindow()]
            self._wishes = [(each, _wish(each)) for each in shown]
        return self._wishes

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Fill lines from the left; returns the height they take."""
        y = rect.y()
        lines = self._lines(rect.width())
        for line in lines:
            height = max(size.height() for _, size in line)
            x = rect.x()
            for widget, size in line:
                if move:
                    widget.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._gap
            y += height + self._line_gap
        return y - rect.y() - (self._line_gap if lines else 0)

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        lines: list[list[tuple[QWidget, QSize]]] = []
        used = 0
        for each, wish in self._shown():
            size = _within(each, wish, width)
            if not lines or used + self._gap + size.width() > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((each, size))
            used += self._gap + size.width()
        return lines


def _wish(widget: QWidget) -> QSize:
    """The size a widget would like, as Qt's own layouts reckon it."""
    size = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    return size.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())


def _least(widget: QWidget) -> QSize:
    """The size below which a widget does not go, as Qt's own layouts reckon it."""
    wish, least, policy = widget.sizeHint(), widget.minimumSizeHint(), widget.sizePolicy()
    width = least.width() if _shrinks(policy.horizontalPolicy()) else max(wish.width(), least.width())
    height = least.height() if _shrinks(policy.verticalPolicy()) else max(wish.height(), least.height())
    fixed = widget.minimumSize()
    size = QSize(width, height).boundedTo(widget.maximumSize())
    return QSize(fixed.width() or size.width(), fixed.height() or size.height()).expandedTo(QSize(0, 0))


def _shrinks(policy: QSizePolicy.Policy) -> bool:
    return bool(policy.value & QSizePolicy.PolicyFlag.ShrinkFlag.value)


def _within(widget: QWidget, wish: QSize, width: int) -> QSize:
    """The size a widget would like, narrowed and then heightened when the whole line is too short for it."""
    if wish.width() <= width:
        return wish
    narrow = max(width, _least(widget).width())
    height = widget.heightForWidth(narrow) if widget.hasHeightForWidth() else wish.height()
    return QSize(narrow, max(height, widget.minimumHeight()))


class Flow(QWidget):
    """A widget with a `FlowLayout`.

    Parameters:
        gap: between the widgets, in grid steps.
        line_gap: between the lines; the same when None.
    """

    def __init__(
        self, *widgets: QWidget, gap: float = 1, line_gap: float | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap, line_gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Put a widget after what is there."""
        self._flow.addWidget(widget)

    @override
    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        layout = self.layout()  # none yet while it is made
        if layout is not None:
            layout.invalidate()  # Qt itself tells a layout only of items that go

    def clear(self) -> None:
        """Remove all widgets."""
        for child in self.children():
            if isinstance(child, QWidget):
                child.hide()  # Qt shows what was just added a moment later: without a parent that would be a window
                child.setParent(None)
                child.deleteLater()
