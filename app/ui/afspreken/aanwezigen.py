"""Who is present: names of staff and contacts to choose from, and any other name typed."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.choice import EditableChoice
from app.ui.widgets.flow import Flow


class NameChoice(EditableChoice):
    """A name that is chosen or typed; Enter takes it, and does not close the dialog around it.

    Signals:
        entered: a whole name is there.
    """

    entered = Signal()

    def __init__(self, options: Iterable[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(options, parent)
        self.activated.connect(self._on_entered)

    def _on_entered(self, _index: int = 0) -> None:
        self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.value():
            event.accept()
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Aanwezigen(QWidget):
    """The names of those present; a click on a name takes it away.

    Parameters:
        known: names to choose from.

    Signal `changed` comes for what a person does, not for `set_value`.
    """

    changed = Signal()

    def __init__(self, known: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = tuple(known)
        self._names: list[str] = []
        self.choice = NameChoice(self._known)
        self._chosen = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        column.addWidget(self._chosen)
        column.addWidget(self.choice)
        self.setFocusProxy(self.choice)
        self.choice.entered.connect(self._take)

    def value(self) -> tuple[str, ...]:
        """The names, also one that is typed but not entered yet."""
        return tuple(dict.fromkeys((*self._names, *filter(None, [self.choice.value()]))))

    def set_value(self, names: Iterable[str]) -> None:
        """Show exactly these names."""
        self._names = list(dict.fromkeys(names))
        self._rebuild()

    def add(self, names: Iterable[str]) -> None:
        """Put names after those that are there."""
        self.set_value((*self._names, *names))

    def _take(self) -> None:
        name = self.choice.value()
        if name:
            self.choice.set_value("")
            self.add([name])
            self.changed.emit()

    def _remove(self, name: str) -> None:
        self._names.remove(name)
        self._rebuild()
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _rebuild(self) -> None:
        self._chosen.clear()
        for name in self._names:
            button = Button(name, icon="kruis", small=True)
            button.setToolTip(f"Haal {name} weg")
            button.setAccessibleDescription("Aanwezig; druk om weg te halen")
            button.clicked.connect(partial(self._remove, name))
            self._chosen.add(button)
        self._chosen.setVisible(bool(self._names))
        self.choice.set_options(each for each in self._known if each not in self._names)
