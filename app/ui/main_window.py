"""The unlocked program: rail and top bar around one view at a time, and all wiring between them in one block."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.place import Place
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.window.rail import Rail
from app.ui.window.router import Router
from app.ui.window.topbar import TopBar
from app.ui.window.views import SECTIONS

ROOMY_STEPS = 132
"""Width in grid steps below which the rail shows icons only."""


class MainWindow(QWidget):
    """Everything one sees once the archive is open. It is taken down at lock and made anew after it.

    Signals:
        lock_wanted: the user wants to lock now.
        title_changed: what the window's title should say; never the name of a pupil.
    """

    lock_wanted = Signal()
    title_changed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.title = ""
        self.rail = Rail()
        self.top = TopBar(context.demo)
        self.stack = QStackedWidget()
        self.router = Router(context, self.stack)
        self.stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self._connect()
        self._add_shortcuts()

    def go(self, place: Place) -> None:
        """Go to a place, as if the user asked for it."""
        self.router.go(place)

    def resume(self, way: tuple[Place, ...]) -> None:
        """Show where the user was, or home."""
        self.router.resume(way)

    def is_saved(self) -> bool:
        """Whether the archive has everything that was typed."""
        return self.router.is_saved()

    def flush(self) -> None:
        """Hand everything that is still being typed to the database."""
        self.router.leave()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._on_rail)
        self.top.lock_wanted.connect(self.lock_wanted)
        self.router.arrived.connect(self._on_arrived)

    def _add_shortcuts(self) -> None:
        for keys, action in (
            ("Alt+Left", self.router.back),
            ("Alt+Right", self.router.forward),
            ("Ctrl+L", self.lock_wanted.emit),
        ):
            QShortcut(QKeySequence(keys), self, action)

    def _on_rail(self, name: str) -> None:
        self.router.go(Place(name))

    def _on_arrived(self, place: Place) -> None:
        view = self.router.view
        full = bool(view and view.full_window)
        self.rail.setVisible(not full)
        self.top.setVisible(not full)
        if view is not None and not view.isAncestorOf(self.focusWidget()):
            self.stack.setFocus()  # so that Tab begins in the view; nothing has a ring yet
        self.rail.mark(SECTIONS.get(place.view, ""))
        self.title = view.title if view else ""
        self.title_changed.emit(self.title)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_compact(self.width() < scale.space(ROOMY_STEPS))
