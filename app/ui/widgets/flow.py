"""A row that goes on below when it does not fit: chips, buttons and options at any text size."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import scale


class FlowLayout(QLayout):
    """Lays its widgets out like words on lines; each line is as high as its highest."""

    def __init__(self, parent: QWidget | None = None, gap: float = 1, line_gap: float | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = scale.space(gap)
        self._line_gap = scale.space(gap if line_gap is None else line_gap)
        self.setContentsMargins(QMargins())

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    @override
    def minimumSize(self) -> QSize:
        result = QSize()
        for item in self._items:
            if not item.isEmpty():
                result = result.expandedTo(item.minimumSize())
        return result

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Fill lines from the left; returns the height they take."""
        y = rect.y()
        lines = self._lines(rect.width())
        for line in lines:
            height = max(size.height() for _, size in line)
            x = rect.x()
            for item, size in line:
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._gap
            y += height + self._line_gap
        return y - rect.y() - (self._line_gap if lines else 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = self._size_within(item, width)
            if not lines or used + self._gap + size.width() > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((item, size))
            used += self._gap + size.width()
        return lines

    @staticmethod
    def _size_within(item: QLayoutItem, width: int) -> QSize:
        """The size an item would like, narrowed and then heightened when the whole line is too short for it."""
        size = item.sizeHint()
        if size.width() <= width:
            return size
        narrow = max(width, item.minimumSize().width())
        height = item.heightForWidth(narrow) if item.hasHeightForWidth() else size.height()
        return QSize(narrow, height)


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

    def clear(self) -> None:
        """Remove all widgets."""
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
