"""Takes pictures of the program's window, with the dialogs and menus that stand over it."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.ui.qt import override
from app.ui.theme import palette
from tools.stage import pause

FEWEST_COLOURS = 8
"""A picture with fewer is empty, whatever the view believes."""

SHADE = 90
APPEAR_MILLISECONDS = 120
DIALOG_MILLISECONDS = 200
DIALOG_PATIENCE_MILLISECONDS = 4_000


STRAYS = frozenset({Qt.WindowType.Widget, Qt.WindowType.Window})


class NotRight(Exception):
    """A view could not be pictured."""


class Camera:
    """Takes pictures into one folder.

    Parameters:
        folder: where the pictures go.
        suffix: what each name ends with, e.g. `licht-100`.
    """

    def __init__(self, folder: Path, suffix: str) -> None:
        self.folder = folder
        self.suffix = suffix
        self.taken: list[Path] = []
        self._errors: list[str] = []
        self._windows = _StrayWindows(self._errors)
        sys.excepthook = self._note

    def take(self, name: str, window: QWidget) -> Path:
        """Picture a window as one sees it now.

        Raises:
            NotRight: something went wrong while it was being drawn, or it is empty.
        """
        pause(APPEAR_MILLISECONDS)
        picture = compose(window)
        if colours(picture.toImage()) < FEWEST_COLOURS:
            raise NotRight("the picture is empty")
        self.complain()
        path = self.folder / f"{name}-{self.suffix}.png"
        if not picture.save(str(path)):
            raise NotRight(f"{path} could not be written")
        self.taken.append(path)
        return path

    def take_dialog(self, name: str, window: QWidget, opener: Callable[[], object]) -> None:
        """Picture a window with the dialog that a call opens and waits for; then cancel it.

        Raises:
            NotRight: no dialog came, or it went wrong.
        """
        wrong: list[BaseException] = []
        seen: list[QWidget] = []
        look = QTimer(interval=DIALOG_MILLISECONDS)

        def look_once() -> None:
            dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if dialog is None:
                return
            look.stop()
            seen.append(dialog)
            try:
                self.take(name, window)
            except NotRight as error:
                wrong.append(error)
            finally:
                dialog.reject() if isinstance(dialog, QDialog) else dialog.close()

        look.timeout.connect(look_once)
        look.start()
        opener()  # comes back when the dialog is closed, or before it opens
        waited = 0
        while not seen and waited < DIALOG_PATIENCE_MILLISECONDS:
            pause(DIALOG_MILLISECONDS)
            waited += DIALOG_MILLISECONDS
        look.stop()
        if wrong:
            raise wrong[0]
        if not seen:
            raise NotRight("no dialog opened")

    def complain(self) -> None:
        """Say what went wrong unseen since the last time, such as an exception in a slot.

        Raises:
            NotRight: something did.
        """
        errors = "; ".join(self._errors)
        self._errors.clear()
        if errors:
            raise NotRight(errors)

    def _note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        self._errors.append(f"{kind.__name__}: {error}")


class _StrayWindows(QObject):
    """Notes widgets that were shown before they had a parent: each is a window for a moment, and takes the focus."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__()
        self._errors = errors
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.windowType() in STRAYS:
            name = type(watched).__name__
            if watched.isWindow() and name != "Shell":
                self._errors.append(f"{name} was a window of its own for a moment")
        return False


def compose(window: QWidget) -> QPixmap:
    """The window and over it, in their places, the dialogs and menus of the program."""
    picture = window.grab()
    over = [each for each in QApplication.topLevelWidgets() if each is not window and _stands_over(each, window)]
    if not over:
        return picture
    painter = QPainter(picture)
    if any(each.isModal() for each in over):
        painter.fillRect(window.rect(), QColor(0, 0, 0, SHADE))
    for each in sorted(over, key=QWidget.isModal, reverse=True):
        place = QRect(_position(each, window), each.size())
        painter.fillRect(place.adjusted(-1, -1, 1, 1), palette.colour("edge"))
        painter.drawPixmap(place.topLeft(), each.grab())
    painter.end()
    return picture


def _stands_over(widget: QWidget, window: QWidget) -> bool:
    return widget.isVisible() and widget.windowType() != Qt.WindowType.ToolTip and widget.width() <= window.width()


def _position(widget: QWidget, window: QWidget) -> QPoint:
    if widget.isModal():  # window managers put a dialog in the middle of its window
        middle = window.rect().center() - widget.rect().center()
        return QPoint(max(middle.x(), 0), max(middle.y(), 0))
    return window.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0)))


def colours(image: QImage) -> int:
    """How many colours a coarse look at an image finds."""
    step = max(image.width() // 160, 1)
    columns, rows = range(0, image.width(), step), range(0, image.height(), step)
    return len({image.pixel(x, y) for x in columns for y in rows})
