"""One of many: a list that opens."""

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QCompleter,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.accessible import is_wrong
from app.ui.widgets.paint import control_height, field_frame


class Choice(QComboBox):
    """A choice of one from a list; typing the first letters of a word chooses, the wheel only with focus.

    Parameters:
        options: pairs of value and words on screen.
        empty: words for "nothing chosen yet", which stands first in the list; None when something is always chosen.

    Signal `changed` comes for what a person chooses, not for `set_value`.
    """

    changed = Signal()

    def __init__(
        self, options: Iterable[tuple[str, str]] = (), *, empty: str | None = "Kies …", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._empty = empty
        self._typed = ""
        self._since_key = QElapsedTimer()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setItemDelegate(QStyledItemDelegate(self))  # the default one ignores the stylesheet's padding
        self.setMaxVisibleItems(14)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_options(options)
        self.activated.connect(self._on_activated)

    def set_options(self, options: Iterable[tuple[str, str]]) -> None:
        """Offer other options; the present choice stays when it is among them."""
        before = self.value() if self.count() else ""
        with QSignalBlocker(self):
            self.clear()
            if self._empty is not None:
                self.addItem(self._empty, "")
            for value, words in options:
                self.addItem(words, value)
        self.set_value(before)

    def value(self) -> str:
        """The chosen value, empty when nothing is chosen."""
        return self.currentData() or ""

    def set_value(self, value: str) -> None:
        """Choose `value`; one that is not offered counts as nothing chosen."""
        with QSignalBlocker(self):
            place = self.findData(value)
            self.setCurrentIndex(place if place >= 0 else 0 if self._empty is not None or not value else -1)
        self.update()

    def _on_activated(self, _index: int) -> None:
        self.changed.emit()

    def _choose(self, place: int) -> None:
        if place != self.currentIndex():
            self.setCurrentIndex(place)
            self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        on = self._since_key.isValid() and self._since_key.elapsed() < QApplication.keyboardInputInterval()
        key = event.text().casefold()
        if key.isprintable() and (key.strip() or (key and on)):  # a space goes on with words, and else opens the list
            self._typed = self._typed + key if on else key
            self._since_key.start()
            found = self._find(self._typed)
            if found is not None:
                self._choose(found)
        else:
            self._since_key.invalidate()
            super().keyPressEvent(event)

    def _find(self, typed: str) -> int | None:
        """The option that begins so, else one with a word that does; the same letter again goes to the next."""
        repeated = len(set(typed)) == 1
        wanted = typed[0] if repeated else typed
        first = 0 if self._empty is None else 1
        options = [(place, self.itemText(place).casefold()) for place in range(first, self.count())]
        starts = [place for place, text in options if text.startswith(wanted)]
        found = starts or [place for place, text in options if f" {wanted}" in text]
        if repeated:
            found = [place for place in found if place > self.currentIndex()] or found
        return found[0] if found else None

    @override
    def showPopup(self) -> None:
        self.view().installEventFilter(self)
        _fit(self.view(), self)
        super().showPopup()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Tab: True, Qt.Key.Key_Backtab: False}
            if event.key() in steps:  # takes what the list stands at and goes on, as in a field
                place = self.view().currentIndex().row()
                self.hidePopup()
                self._choose(place)
                self.focusNextPrevChild(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_widest(self) + scale.space(3) + control_height(), control_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), round(control_height() * 3.5)), control_height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_choice(painter, self)
        inner = QRectF(self.rect()).adjusted(scale.space(1.5) + 1, 0, -control_height() * 0.9, 0)
        painter.setFont(self.font())
        painter.setPen(palette.colour("ink" if self.value() and self.isEnabled() else "muted"))
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, round(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class EditableChoice(QComboBox):
    """A choice from a list in which one can also type something else, e.g. a person who is not of the staff.

    Parameters:
        options: what is offered; typing shows the ones that hold the typed letters. Tab takes the only one of which a
            word begins with them.
    """

    changed = Signal()

    def __init__(self, options: Iterable[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit()
        self._line.setProperty("kaal", True)
        self._line.setFrame(False)
        self._line.installEventFilter(self)
        self.setEditable(True)
        self.setLineEdit(self._line)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._matches = QListView()
        self._matches.setObjectName("keuzelijst")  # by which the theme dresses it as the list of a choice
        completer.setPopup(self._matches)
        self._matches.setItemDelegate(QStyledItemDelegate(self._matches))  # that of completers ignores padding
        self._matches.installEventFilter(self)
        self.setCompleter(completer)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.set_options(options)
        self.editTextChanged.connect(self._on_text)  # also what is taken from the list of those that match

    def set_options(self, options: Iterable[str]) -> None:
        """Offer other options; what is filled in stays."""
        before = self.currentText()
        with QSignalBlocker(self):
            self.clear()
            self.addItems(list(options))
            self.setCurrentIndex(-1)
            self.setEditText(before)
        _fit(self._matches, self)

    def value(self) -> str:
        """What is filled in, chosen or typed."""
        return self.currentText().strip()

    def set_value(self, value: str) -> None:
        """Fill in `value`."""
        if value != self.currentText():
            with QSignalBlocker(self):
                self.setEditText(value)
                line = self.lineEdit()
                if line is not None and not self.hasFocus():
                    line.setCursorPosition(0)  # a name longer than the field is read from its beginning

    def _on_text(self, _text: str) -> None:
        self.changed.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._line.setCursorPosition(0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 22 + control_height(), control_height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(control_height() * 3, control_height())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_line()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._line and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place_line()  # Qt puts it back in its own place when items, style or screen change
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab and event.type() == QEvent.Type.KeyPress
        if is_tab and watched is self._matches and not self._matches.currentIndex().isValid():
            self._take_only_match()
        return super().eventFilter(watched, event)

    def _take_only_match(self) -> None:
        completer = self.completer()
        if completer is not None and completer.completionCount() == 1:
            only, typed = completer.currentCompletion(), self.value().casefold()
            if f" {only}".casefold().find(f" {typed}") >= 0:
                self.setEditText(only)

    def _place_line(self) -> None:
        inner = self.rect().adjusted(scale.space(1.5) - 1, 3, -round(control_height() * 0.9), -3)
        self._line.setGeometry(inner)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_choice(QPainter(self), self)


def _widest(box: QComboBox) -> int:
    return max((box.fontMetrics().horizontalAdvance(box.itemText(place)) for place in range(box.count())), default=0)


def _fit(popup: QAbstractItemView, box: QComboBox) -> None:
    """Make the list of a choice as wide as its longest line: the choice may stand in a narrow cell."""
    popup.setMinimumWidth(_widest(box) + scale.space(5))


def paint_choice(painter: QPainter, box: QComboBox) -> None:
    """Frame and arrow of both kinds of choice."""
    focus = box.hasFocus()
    rect = QRectF(box.rect())
    field_frame(painter, rect, focus=focus, wrong=is_wrong(box), enabled=box.isEnabled())
    side = scale.metrics().height() * 0.9
    arrow = QRectF(rect.right() - side - scale.space(1), rect.center().y() - side / 2, side, side)
    paint_icon(painter, "pijl-omlaag", arrow, palette.colour("muted"))
