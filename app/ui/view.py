"""What every view is, so that the window can show any of them without knowing it."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.storage.archive import Change
from app.ui.context import Context
from app.ui.place import Place


class View(QWidget):
    """A screen of the program. The window makes one of each kind, when it is first asked for.

    A view reads what it shows itself (`context.db.ask`), writes through the archive, and learns of every change, its
    own too, by `refresh`. It never knows another view: to go elsewhere it emits `place_requested`.

    Attributes:
        title: what the window's title says while this view is shown; never the name of a pupil.
        kinds: kinds of record that this view shows; a change of one of them makes it stale.
        full_window: whether rail and top bar make room, so that nothing else is on screen.
    """

    place_requested = Signal(object)
    """A `Place` to go to."""

    back_requested = Signal()
    """Go back to where the user came from; to Vandaag when there is no such place."""

    section_found = Signal(str)
    """What is shown belongs to this entry of the rail, which could not be known before it was read."""

    title: ClassVar[str] = ""
    kinds: ClassVar[frozenset[str]] = frozenset()
    full_window: bool = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def show_place(self, place: Place) -> None:
        """Show a record or a part of it. Called each time the user comes here, before the view is visible."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again what is shown, and keep scroll position, selection and what is being typed."""

    def leave(self) -> None:
        """Hand pending typing to the database (`db.ask` is enough; the queue keeps the order).

        Called before another place is shown, at lock, at close and at the end of the session. It may be called twice.
        """

    def is_saved(self) -> bool:
        """Whether the archive has everything that was typed here. The window does not take down a view that says no."""
        return True

    def concerns(self, change: Change) -> bool:
        """Whether a change makes this view stale. Override to look further than the kind of record."""
        return change.kind in self.kinds

    def only_leerling(self) -> str | None:
        """Id of the one pupil who may be named anywhere on the screen, or None when all may."""
        return None

    def is_over(self) -> bool:
        """Whether what one came here to do is done: no place to come back to, the way back leads past it."""
        return False

    def about_leerling(self) -> str | None:
        """Id of the pupil whom the screen is about, for a note about that pupil; None when it is about several."""
        return self.only_leerling()
