"""The white sheet on which everything stands that belongs together."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.chip import chip_size
from app.ui.widgets.labels import Heading
from app.ui.widgets.paint import rounded


class Card(QWidget):
    """A surface with round corners and a thin line.

    Parameters:
        heading: title above the content, none when empty.
        quiet: for explanation aside: the ground shows through.

    Put content into `body` (a QVBoxLayout) or by `add`.
    """

    def __init__(self, heading: str = "", *, quiet: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(scale.space(2.5), scale.space(2), scale.space(2.5), scale.space(2.5))
        self.body.setSpacing(scale.space(1))
        self._top: QHBoxLayout | None = None
        self.heading = Heading(heading)
        if heading:
            self._heading_row()

    def add(self, content: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget, or a layout that is still empty, below what is there."""
        if isinstance(content, QWidget):
            self.body.addWidget(content, stretch)
        else:
            self.body.addLayout(content, stretch)

    def add_beside_heading(self, widget: QWidget) -> None:
        """Put a chip, button or small text at the right of the heading; in cards side by side headings stay in line."""
        row = self._heading_row()
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        above = max((widget.sizeHint().height() - _heading_height()) // 2, 0)
        margins, inside = self.body.contentsMargins(), row.contentsMargins()
        margins.setTop(min(margins.top(), max(scale.space(2) - above, 0)))
        inside.setBottom(min(inside.bottom(), max(scale.space(0.5) - above, 0)))
        self.body.setContentsMargins(margins)
        row.setContentsMargins(inside)

    def _heading_row(self) -> QHBoxLayout:
        if self._top is None:
            self._top = QHBoxLayout()
            self.body.insertLayout(0, self._top)
            self._top.setSpacing(scale.space(1))
            self._top.setContentsMargins(0, 0, 0, scale.space(0.5))
            self._top.addStrut(_heading_height())
            self._top.addWidget(self.heading, 1)
        return self._top

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        fill = palette.colour("rail" if self._quiet else "surface")
        rounded(QPainter(self), QRectF(self.rect()), scale.CARD_CORNER, fill, palette.colour("line"))


def _heading_height() -> int:
    """Of every heading, with a chip beside it or without."""
    return max(scale.metrics("heading").height(), chip_size("").height())


class RefilledCard(Card):
    """A card that is filled again only when what it shows has changed."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._shown: object = None
        self._content: QWidget | None = None

    def shows(self, about: object) -> bool:
        """Whether it shows this already."""
        return about == self._shown

    def renew(self, about: object) -> QVBoxLayout | None:
        """An empty column to fill, or None when it already shows this."""
        if self.shows(about):
            return None
        self._shown = about
        if self._content is not None:
            self._let_go(self._content)
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        self.body.insertWidget(1, self._content)
        return column

    def _let_go(self, content: QWidget) -> None:
        """The keyboard stays where it was: Qt would pass it on to what comes next, and scroll there."""
        held: QWidget | None = self.window().focusWidget()
        if held is not None and content.isAncestorOf(held):
            at = _buttons(content).index(held) if held in _buttons(content) else 0
            held.clearFocus()
            QTimer.singleShot(0, self, partial(self._take_up, at))

    def _take_up(self, at: int) -> None:
        buttons = _buttons(self._content) if self._content is not None else []
        if buttons and self.window().focusWidget() is None:
            buttons[min(at, len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)


def _buttons(content: QWidget) -> list[QAbstractButton]:
    return [each for each in content.findChildren(QAbstractButton) if each.isVisibleTo(content)]
