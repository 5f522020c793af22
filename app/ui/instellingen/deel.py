"""What every part of Instellingen is: a column of cards that reads itself and writes what changes at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.storage.archive import Archive, Change
from app.storage.ongedaan import Schrijf, schrijf
from app.ui.context import Context
from app.ui.theme import scale
from app.ui.widgets.labels import Muted, Title
from app.ui.widgets.line_field import LineField
from app.ui.widgets.undo_bar import UndoBar


class Deel(QWidget):
    """One part. A subclass fills `body` in `build` and shows what it reads in `read`.

    Attributes:
        words: its name in the list; lead: one line under its title.
        fills: whether it takes all the room there is, for a long list that scrolls itself.

    Signals:
        place_requested: a `Place` to go to.
    """

    place_requested = Signal(object)
    words: ClassVar[str] = ""
    lead: ClassVar[str] = ""
    fills: ClassVar[bool] = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(scale.space(2))
        self.body.addWidget(Title(self.words))
        self.body.addWidget(Muted(self.lead))
        self.undo = UndoBar(self)
        self.build()
        if not self.fills:
            self.body.addStretch(1)

    def build(self) -> None:
        """Put the cards into `body`."""

    def read(self) -> None:
        """Read what is shown. Called each time one comes here."""

    def point_at(self, record_id: str) -> None:
        """Bring one record into view; parts that show no list of records have nothing to do."""

    def write(self, kind: str, record_id: str, fields: dict[str, Any]) -> None:
        """Write fields of a record, in the name of the user, and read again."""
        work = partial(_write, kind, record_id, fields, self.context.gebruiker)
        self.context.db.ask(work, lambda _: self.read(), owner=self)

    def keep(self, words: str, *work: Schrijf) -> None:
        """Write records with a way back, and read again.

        Parameters:
            words: what was done, in a sentence.
        """
        self.context.db.ask(partial(_keep, work, self.context.gebruiker), partial(self._kept, words), owner=self)

    def _kept(self, words: str, back: tuple[Schrijf, ...]) -> None:
        self.read()
        if back:
            self.undo.offer(words, partial(self._take_back, back))

    def _take_back(self, back: tuple[Schrijf, ...]) -> None:
        self.context.db.ask(partial(_keep, back, self.context.gebruiker), lambda _: self.read(), owner=self)


@contextmanager
def same_focus(host: QWidget) -> Iterator[None]:
    """Give the focus back to the button of the same name when all on a widget is made anew, else to the one before."""
    before = _buttons(host)
    focus = host.window().focusWidget()  # also while a dialog that just closed still has the keyboard
    held = next((place for place, each in enumerate(before) if each is focus), None)
    yield
    after = _buttons(host)
    if held is not None and after:
        again = [each for each in after if each.accessibleName() == before[held].accessibleName()]
        (again or after[max(held - 1, 0) :] or after)[0].setFocus(Qt.FocusReason.OtherFocusReason)


def write_when_left(field: LineField, write: Callable[[str], object]) -> None:
    """Write a line when the focus leaves it, if it says something else than it did."""
    shown = [field.value()]

    def left() -> None:
        if field.isModified() and field.value().strip() != shown[0]:
            shown[0] = field.value().strip()
            field.setModified(False)
            write(shown[0])

    field.editingFinished.connect(left)


def _write(kind: str, record_id: str, fields: dict[str, Any], author: str, archive: Archive) -> Change:
    return archive.write(kind, record_id, fields, author)


def _keep(work: tuple[Schrijf, ...], author: str, archive: Archive) -> tuple[Schrijf, ...]:
    return schrijf(archive, work, author)


def _buttons(host: QWidget) -> list[QAbstractButton]:
    return [each for each in host.findChildren(QAbstractButton) if each.isVisibleTo(host)]
