"""What the board is sifted by: a name, which route, and whether it runs or ended."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.widgets.choice import Choice
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented

RUNS, ENDED = "lopend", "beeindigd"


class RouteSieve(QWidget):
    """The fields above the list.

    Signals:
        changed: the user wants to see other routes.
        down: from the name one wants to go to the list.
    """

    changed = Signal()
    down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineField()
        self.route = Choice(empty=None)
        self.state = Segmented([(RUNS, "Lopend"), (ENDED, "Beëindigd")], clearable=False)
        self.state.set_value(RUNS)
        fields = FormRows()
        fields.add_row("Zoek op naam of groep", self.name, stretch=3)
        self._which = fields.add_row("Route", self.route, beside=True, stretch=3)
        fields.add_row("Welke", self.state, beside=True, stretch=3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(fields)
        self._which.hide()
        self.name.installEventFilter(self)
        for field in (self.name, self.route, self.state):
            field.changed.connect(self.changed)

    def set_routes(self, routes: Sequence[tuple[str, str]]) -> None:
        """Offer these routes; with one there is nothing to choose."""
        self.route.set_options(routes)
        if routes and not self.route.value():
            self.route.set_value(routes[0][0])
        self._which.setVisible(len(routes) > 1)

    def fits(self, *words: str) -> bool:
        """Whether all that was typed is found in these words."""
        there = " ".join(words).casefold()
        return all(part in there for part in self.name.value().casefold().split())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            self.down.emit()
            return True
        return super().eventFilter(watched, event)
