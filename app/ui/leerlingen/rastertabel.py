"""The grid itself: a cursor that walks by arrows, digits that set a level, and an editor that opens in the cell."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from app.models.datums import parse_datum
from app.models.leerling import NIVEAUS, Plan
from app.storage.groepsraster import RasterRij
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.date_field import NOT_UNDERSTOOD
from app.ui.widgets.line_field import LineField
from app.ui.widgets.paint import focus_ring
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row, Tag
from app.ui.woorden import level_state, level_words

Index = QModelIndex | QPersistentModelIndex

COLUMNS = (
    Column("naam", "Leerling", 22, stretch=2, role="strong", sort="sorteernaam"),
    Column("jaargroep", "Jaar", 5),
    Column("niveau", "Niveau", 11),
    Column("handelingsplan", "Handelingsplan", 22, stretch=1),
    Column("van", "OPP vanaf", 13, sort="van_dag"),
    Column("tot", "OPP tot en met", 13, sort="tot_dag"),
)
PLACE = {column.key: place for place, column in enumerate(COLUMNS)}
DAYS = ("van", "tot")
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class GroupGrid(DataTable):
    """Pupils in rows; level, handelingsplan and OPP in columns.

    Parameters:
        today: today's date, asked each time.

    Signals:
        level_set: id of a pupil, and the level.
        plan_set: id of a pupil, and of the groepsplan; empty for no handelingsplan.
        day_set: id of a pupil, `van` or `tot` of the OPP, and the date or None.
        opened: id of a pupil whose dossier is wanted.
        complained: what could not be understood, in a sentence; empty when all is well again.
    """

    level_set = Signal(str, int)
    plan_set = Signal(str, str)
    day_set = Signal(str, str, object)
    opened = Signal(str)
    complained = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Niveaus, handelingsplannen en OPP van de groep", COLUMNS, parent=parent)
        self._today = today
        self._plans: Sequence[Plan] = ()
        self._editor: LineField | None = None
        self._editing = ("", "")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAccessibleDescription("0 tot en met 5 zet het niveau, Enter opent een cel, Delete maakt hem leeg.")
        self.clicked.connect(self._on_clicked)

    def show_group(self, rows: Sequence[RasterRij], plans: Sequence[Plan]) -> None:
        """Show the pupils of a group; the cursor stays in its cell."""
        self._plans = plans
        names = {plan.id: plan.onderwerp for plan in plans}
        before, column = self.current_row(), self.currentIndex().column()
        self.set_rows([_row(each, names) for each in rows])
        ids = [row["id"] for row in self.rows()]
        if before is not None and before["id"] in ids:
            self._move(ids.index(before["id"]), max(column, 0))
        elif ids:
            self._move(0, PLACE["niveau"])

    def _move(self, row: int, column: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)

    def _cell(self) -> tuple[str, str]:
        """Id of the pupil and key of the column of the cursor."""
        row = self.current_row()
        place = self.currentIndex().column()
        return (str(row["id"]), COLUMNS[place].key) if row is not None and place >= 0 else ("", "")

    def _on_clicked(self, index: Index) -> None:
        self._move(index.row(), index.column())
        if COLUMNS[index.column()].key != "naam":
            self.open_cell()

    def open_cell(self, typed: str = "") -> None:
        """Open the cell of the cursor: a menu to choose from, a line for a date, or the dossier.

        Parameters:
            typed: what was typed already, for a date.
        """
        pupil, key = self._cell()
        if key == "niveau":
            self._choose([(f"&{each}  {level_words(each)}", partial(self._set_level, each)) for each in NIVEAUS])
        elif key == "handelingsplan":
            options = [("&0  geen", partial(self._set_plan, 0))]
            options += [
                (f"&{n}  {each.onderwerp}", partial(self._set_plan, n)) for n, each in enumerate(self._plans, 1)
            ]
            self._choose(options)
        elif key in DAYS:
            self._open_line(pupil, key, typed)
        elif pupil:
            self.opened.emit(pupil)

    def _choose(self, options: Sequence[tuple[str, Callable[[], None]]]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, choose in options:
            menu.addAction(words, choose)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))

    def _set_level(self, level: int) -> None:
        self.level_set.emit(self._cell()[0], level)
        self._move(self.currentIndex().row() + 1, self.currentIndex().column())

    def _set_plan(self, number: int) -> None:
        """Choose a groepsplan by its number in the menu; 0 is none."""
        if number <= len(self._plans):
            self.plan_set.emit(self._cell()[0], self._plans[number - 1].id if number else "")
            self._move(self.currentIndex().row() + 1, self.currentIndex().column())

    def _open_line(self, pupil: str, key: str, typed: str) -> None:
        row = self.current_row()
        known = row[f"{key}_dag"] if row is not None else None
        self._editing = (pupil, key)
        self._editor = LineField(parent=self.viewport())
        self._editor.setAccessibleName(f"{COLUMNS[PLACE[key]].title}, bijvoorbeeld 1-9-2026")
        self._editor.setText(typed or (f"{known.day}-{known.month}-{known.year}" if known else ""))
        self._editor.setGeometry(self.visualRect(self.currentIndex()))
        self._editor.installEventFilter(self)
        self._editor.show()
        self._editor.setFocus()
        if not typed:
            self._editor.selectAll()

    def _close_line(self) -> None:
        if self._editor is not None:
            editor, self._editor = self._editor, None
            editor.removeEventFilter(self)
            editor.hide()
            editor.deleteLater()
            self.complained.emit("")

    def _accept_line(self) -> bool:
        """Take the date over; False when it is none, and then the sentence is told."""
        if self._editor is None:
            return True
        text = self._editor.value().strip()
        day = parse_datum(text, self._today()) if text else None
        if text and day is None:
            self.complained.emit(NOT_UNDERSTOOD)
            return False
        pupil, key = self._editing
        self._close_line()
        self.day_set.emit(pupil, key, day)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._editor or self._editor is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut and not self._accept_line():
            self._close_line()
            self.complained.emit(NOT_UNDERSTOOD)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close_line()
                self.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._accept_line():
                    self.setFocus()
                    self._move(self.currentIndex().row() + 1, self.currentIndex().column())
                return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pupil, key = self._cell()
        text = event.text()
        if not pupil or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in OPENING:
            self.open_cell()
        elif event.key() in CLEARING and key in DAYS:
            self.day_set.emit(pupil, key, None)
        elif event.key() in CLEARING and key == "handelingsplan":
            self.plan_set.emit(pupil, "")
        elif text.isalnum() and key in DAYS:
            self.open_cell(text)
        elif text.isdecimal() and key == "handelingsplan":
            self._set_plan(int(text))
        elif text.isdecimal() and int(text) in NIVEAUS:
            self._set_level(int(text))
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            cell = QRectF(self.visualRect(self.currentIndex())).adjusted(1, 1, -1, -1)
            focus_ring(QPainter(self.viewport()), cell, scale.CORNER - 2)


def _row(each: RasterRij, names: dict[str, str]) -> Row:
    opp = each.opp
    return {
        "id": each.leerling.id,
        "naam": each.leerling.naam,
        "sorteernaam": each.leerling.sorteernaam,
        "jaargroep": each.leerling.jaargroep,
        "niveau": _level(each.niveau),
        "handelingsplan": _plan(each, names),
        "van": _day(opp.van) if opp else None,
        "van_dag": opp.van if opp else None,
        "tot": _day(opp.tot) if opp else None,
        "tot_dag": opp.tot if opp else None,
    }


def _level(level: int | None) -> Tag | None:
    return None if level is None else Tag(level_words(level), level_state(level), order=level)


def _plan(each: RasterRij, names: dict[str, str]) -> tuple[Tag, ...] | None:
    plan = each.handelingsplan
    if plan is None:
        return None
    tag = Tag(names.get(plan.groepsplan or "") or plan.onderwerp or "eigen periode", "info")
    return (tag, Tag(f"+{each.meer_plannen}")) if each.meer_plannen else (tag,)


def _day(day: date | None) -> str | None:
    return f"{day.day}-{day.month}-{day.year}" if day else None
