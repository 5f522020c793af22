"""The one top-level window: what fills it changes from welcome or unlock page to the program and back."""

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import scale

if TYPE_CHECKING:
    from app.ui.widgets.banner import Banner

PROGRAM = "Ruggespraak"
USUAL_STEPS = QSize(164, 102)
"""Size of the very first window, in grid steps."""

FRAME_STEPS = 6
"""What is kept free for the title bar that the system puts on it: on a small laptop the window fits exactly."""

APPEAR_MILLISECONDS = 25
"""What the window's first picture gets to reach the screen before anything else is loaded."""


class Shell(QWidget):
    """Shows one page at a time, and above it a notice when something went wrong.

    Signals:
        painted: the window is on the screen for the first time.
        close_wanted: the user or the system wants to close; nothing is closed until `close_now`.
    """

    close_wanted = Signal()
    painted = Signal()

    def __init__(self, geometry: str = "") -> None:
        super().__init__()
        self._painted = False
        self._may_close = False
        self._page: QWidget | None = None
        self._notice: Banner | None = None
        self._noticed = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setMinimumSize(scale.space(70), scale.space(50))
        self._place(geometry)
        self.set_title("")

    @property
    def page(self) -> QWidget | None:
        """What fills the window."""
        return self._page

    def show_page(self, page: QWidget) -> None:
        """Fill the window with another page; the one that was there is hidden and still its maker's."""
        if self._page is not None:
            self._page.hide()
            self._layout.removeWidget(self._page)
        self._page = page
        self._layout.addWidget(page, 1)
        page.show()

    def set_title(self, title: str) -> None:
        """Title of the window: the program, and where the user is; never the name of a pupil."""
        self.setWindowTitle(f"{title} – {PROGRAM}" if title else PROGRAM)

    def notify(self, state: str, title: str, text: str = "") -> None:
        """Say above the page what went wrong; it stays until it is put away or something else is said."""
        if self._notice is None:
            from app.ui.widgets.banner import Banner

            self._notice = Banner(state, title, text, dismissible=True)
            frame = QVBoxLayout()
            self._layout.insertLayout(0, frame)
            frame.setContentsMargins(scale.space(2), scale.space(1), scale.space(2), scale.space(1))
            frame.addWidget(self._notice)
        self._noticed = state
        self._notice.set(state, title, text)
        self._notice.show()

    def withdraw(self, state: str) -> None:
        """Take a notice back, if one of this state is in sight."""
        if self._notice is not None and self._noticed == state:
            self._notice.hide()

    def geometry_text(self) -> str:
        """Place and size, for the next start."""
        return b64encode(self.saveGeometry().data()).decode("ascii")

    def close_now(self) -> None:
        """Close without asking anybody."""
        self._may_close = True
        self.close()

    def _place(self, geometry: str) -> None:
        try:
            known = QByteArray(b64decode(geometry, validate=True))
        except ValueError:
            known = QByteArray()
        if known.isEmpty() or not self.restoreGeometry(known):
            room = QGuiApplication.primaryScreen().availableSize()
            frame = QSize(0, scale.space(FRAME_STEPS))
            self.resize((USUAL_STEPS * scale.space()).boundedTo(room - frame))

    # Methods of the window, so that a timer forgets them when the window is gone.

    def _tell_painted(self) -> None:
        self.painted.emit()

    def _want_to_close(self) -> None:
        self.close_wanted.emit()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        from app.ui.widgets.tab_order import tab  # at the first Tab: it names the namespace `Qt`, see `theme.style`

        return tab(self, forward)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._painted:
            self._painted = True
            QTimer.singleShot(APPEAR_MILLISECONDS, self, self._tell_painted)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            QTimer.singleShot(0, self, self._want_to_close)  # Qt does nothing with a close inside a close
