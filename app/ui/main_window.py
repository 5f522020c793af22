"""The unlocked program: rail and top bar around one view at a time, and all wiring between them in one block."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.models.school import School
from app.storage.archive import Archive, Change
from app.storage.school import the_school
from app.storage.vandaag import te_laat
from app.ui.context import Context
from app.ui.place import Place
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.page import page_key
from app.ui.window.bewaard import SaveWatch
from app.ui.window.rail import Rail
from app.ui.window.router import Router
from app.ui.window.topbar import TopBar
from app.ui.window.views import SECTIONS

if TYPE_CHECKING:
    from app.ui.afspreken.notitie import PhoneNotes
    from app.ui.window.palet import Palet
    from app.ui.window.vondsten import Vondst

ROOMY_STEPS = 132
"""Width in grid steps below which the rail shows icons only."""

COUNT_MILLISECONDS = 300
"""After a change: a batch of many agreements is counted once."""


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
        self.rail = Rail(self)
        self.top = TopBar(context.demo, self)
        self.stack = QStackedWidget(self)
        self.router = Router(context, self.stack)
        self.stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._palet: Palet | None = None
        self._notes: PhoneNotes | None = None
        self._late = QTimer(self, singleShot=True, interval=COUNT_MILLISECONDS)
        self._watch = SaveWatch(context.db, self.router.is_saved, self.top.saved)
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self._late.start()

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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        right = QVBoxLayout()
        layout.addLayout(right, 1)
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addWidget(self.stack, 1)

    def _connect(self) -> None:
        """Who tells whom: all wiring between the parts of the window. Views only know `place_requested`."""
        self.rail.chosen.connect(self._on_rail)
        self.top.search_wanted.connect(self.open_palet)
        self.top.lock_wanted.connect(self.lock_wanted)
        self.router.arrived.connect(self._on_arrived)
        self.router.section_found.connect(self.rail.mark)
        self.context.db.changed.connect(self._on_change)
        self._late.timeout.connect(self._count_late)

    def _add_shortcuts(self) -> None:
        for keys, action in (
            ("Alt+Left", self.router.back),
            ("Alt+Right", self.router.forward),
            ("Ctrl+K", self.open_palet),
            ("Ctrl+L", self.lock_wanted.emit),
            ("Ctrl+S", self._save_now),
            ("Ctrl+T", self.note_call),
            ("F1", self._help),
            ("Ctrl+1", partial(self.go, Place("vandaag"))),
            ("Ctrl+2", partial(self.go, Place("leerlingen"))),
            ("Ctrl+3", partial(self.go, Place("besprekingen"))),
            ("Ctrl+4", partial(self.go, Place("gesprekken"))),
            ("Ctrl+5", partial(self.go, Place("routes"))),
            ("Ctrl+6", partial(self.go, Place("consulten"))),
        ):
            QShortcut(QKeySequence(keys), self, action)

    def open_palet(self) -> None:
        """Ask what the user looks for; with one pupil on screen, nobody else is named."""
        if self._palet is None:
            from app.ui.window.palet import Palet

            self._palet = Palet(self.context, self)
            self._palet.chosen.connect(self._on_chosen)
        view = self.router.view
        self._palet.open(view.only_leerling() if view is not None else None)

    def note_call(self) -> None:
        """A quick note of a phone call: about the pupil on screen, else about whoever is chosen."""
        if self._notes is None:
            from app.ui.afspreken.notitie import PhoneNotes
            from app.ui.widgets.undo_bar import UndoBar

            self._notes = PhoneNotes(self.context, self, UndoBar(self.stack))
        view = self.router.view
        self._notes.ask(view.about_leerling() if view is not None else None)

    def _on_chosen(self, vondst: "Vondst") -> None:
        if vondst.place is not None:
            self.go(vondst.place)
            return
        from app.ui.proefschool import open_proefschool
        from app.ui.window.opdrachten import LOCK, NOTE

        if vondst.act == LOCK:
            self.lock_wanted.emit()
        elif vondst.act == NOTE:
            self.note_call()
        else:
            open_proefschool()

    def _help(self) -> None:
        """The page of the manual about what is on screen."""
        from app.ui.handleiding.hoofdstukken import chapter_for

        if self.router.place is not None and self.router.place.view != "handleiding":
            self.go(Place("handleiding", part=chapter_for(self.router.place.view)))

    def _save_now(self) -> None:
        """Ctrl+S: everything is kept already, but who presses it wants to see that."""
        self.flush()
        self._watch.look()

    def _on_change(self, change: Change) -> None:
        if change.kind in ("afspraak", "leerling"):
            self._late.start()
        elif change.kind == "school":
            self.context.db.ask(the_school, self._take_school, owner=self)

    def _take_school(self, school: School) -> None:
        self.context.school = school

    def _count_late(self) -> None:
        self.context.db.ask(
            partial(_late_on, self.context.vandaag()), self.rail.button("vandaag").set_count, owner=self
        )

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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not page_key(self.stack, event):  # nothing in the view has the focus: the keys are still for the view
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.isAncestorOf(self.window().focusWidget()):
            self.stack.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_compact(self.width() < scale.space(ROOMY_STEPS))


def _late_on(day: date, archive: Archive) -> int:
    return te_laat(archive, day)
