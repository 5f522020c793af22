"""The agenda of a meeting as a list that can be put in another order, by hand or by keyboard."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.storage.besprekingen import Agendaregel
from app.ui.besprekingen.regel import OPEN_STATES, AgendaRow
from app.ui.qt import override
from app.ui.theme import palette
from app.ui.widgets import accessible


class AgendaList(QWidget):
    """Rows in order. Rows stay while the archive changes, so that nobody loses the cursor.

    Signals:
        open_wanted, remove_wanted, reason_edited, reason_left: of a row, with the id of its agendapunt.
        reordered: ids of the agendapunten in their new order.
    """

    open_wanted = Signal(str)
    remove_wanted = Signal(str)
    reason_edited = Signal(str)
    reason_left = Signal(str)
    reordered = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[AgendaRow] = []
        self._dragging = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def rows(self) -> tuple[AgendaRow, ...]:
        """The rows in order."""
        return tuple(self._rows)

    def row(self, punt: str) -> AgendaRow:
        """The row of an agendapunt.

        Raises:
            StopIteration: there is none.
        """
        return next(each for each in self._rows if each.punt == punt)

    def order(self) -> list[str]:
        """Ids of the agendapunten in order."""
        return [each.punt for each in self._rows]

    def show_regels(self, regels: Sequence[Agendaregel], of_group: str = "") -> None:
        """Show these, in this order; `of_group` is the name of the group that the meeting is about."""
        if self._dragging:
            return
        known = {each.punt: each for each in self._rows}
        for gone in known.keys() - {each.punt.id for each in regels}:
            self._column.removeWidget(known[gone])
            known[gone].hide()
            known[gone].deleteLater()
        self._rows = []
        for regel in regels:
            row = known.get(regel.punt.id) or self._new_row(regel)
            row.show_regel(regel, of_group)
            self._rows.append(row)
        self._arrange()

    def _new_row(self, regel: Agendaregel) -> AgendaRow:
        row = AgendaRow(regel)
        row.open_wanted.connect(self.open_wanted)
        row.remove_wanted.connect(self.remove_wanted)
        row.reason_edited.connect(self.reason_edited)
        row.reason_left.connect(self.reason_left)
        row.dragged.connect(self._drag)
        row.dropped.connect(self._drop)
        row.moved.connect(self._move_by)
        return row

    def _arrange(self) -> None:
        next_up = next((each for each in self._rows if each.staat in OPEN_STATES), None)
        for place, row in enumerate(self._rows):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.set_place(place, next_up=row is next_up)
        stops = [stop for row in self._rows for stop in row.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.update()

    def _move(self, row: AgendaRow, place: int) -> bool:
        if place == self._rows.index(row) or not 0 <= place < len(self._rows):
            return False
        self._rows.remove(row)
        self._rows.insert(place, row)
        self._column.removeWidget(row)
        self._arrange()
        return True

    def _move_by(self, punt: str, steps: int) -> None:
        row = self.row(punt)
        place = self._rows.index(row) + steps
        if self._move(row, place):
            accessible.announce(self, f"{row.name} staat nu op plaats {place + 1}")
            self.reordered.emit(self.order())

    def _drag(self, punt: str, at: QPoint) -> None:
        self._dragging = True
        row = self.row(punt)
        y = self.mapFromGlobal(at).y()
        others = [each for each in self._rows if each is not row]
        self._move(row, sum(each.geometry().center().y() < y for each in others))

    def _drop(self, _punt: str) -> None:
        if self._dragging:
            self._dragging = False
            self.reordered.emit(self.order())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(palette.colour("line"))
        for row in self._rows[1:]:
            painter.drawLine(0, row.y(), self.width(), row.y())
