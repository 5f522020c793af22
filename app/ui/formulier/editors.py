"""The editor of each kind of field. Which one it is follows from the definition; nothing else decides."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from app.models.forms.definition import Column, Field
from app.ui.qt import override
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.choice import Choice, EditableChoice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented

AT_ONCE = frozenset({"keuze", "meer", "janee"})
"""Kinds of field that are answered with one press; others may appear because of it, so they are written at once."""

LINES_REQUIRED, LINES_OPTIONAL = 3, 2
"""What must be answered shows a little more room than what may stay empty."""

MOST_SEGMENTS = 6
LONGEST_SEGMENTS = 60
TONE_STATES = {"": "accent", "goed": "good", "let_op": "warn", "slecht": "bad", "info": "info"}
"""Options stand next to each other up to this many, and this many characters together; else in a list that opens."""


class Editor(Protocol):
    """What every editor can do, besides being a widget. `changed` comes for what a person does, not for `set_value`."""

    changed: Any

    def value(self) -> Any: ...

    def set_value(self, value: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What editors need to know besides their field.

    Attributes:
        personen: names to choose from where a person is asked.
        vandaag: today, against which "over zes weken" is understood.
    """

    personen: tuple[str, ...]
    vandaag: Callable[[], date]


def make_editor(field: Field, around: Surroundings) -> QWidget:
    """Make the editor for a field; it is an `Editor` and a widget."""
    # Imported here: a grid of cells is itself made of these editors.
    from app.ui.formulier.matrix import MatrixEditor
    from app.ui.formulier.rijen import RowsEditor

    match field.soort:
        case "rijen":
            return RowsEditor(field, around)
        case "matrix":
            return MatrixEditor(field)
        case "meer":
            return SeveralEditor(field)
        case "keuze" | "janee":
            return _one_of(field)
        case "tekst":
            return GrowingText(min_lines=LINES_REQUIRED if field.verplicht else LINES_OPTIONAL)
        case kind:
            return make_cell(kind, around)


def make_cell(kind: str, around: Surroundings, column: Column | None = None) -> QWidget:
    """Make the editor for a single text, date, person or choice, on its own or as a cell of a row."""
    match kind:
        case "keuze":
            options = column.opties if column else ()
            return Choice([(each.id, each.label) for each in options])
        case "persoon":
            return EditableChoice(around.personen)
        case "datum":
            return DateField(today=around.vandaag, compact=column is not None, keep_text=True)
        case "regel":
            return LineField()
        case _:
            return GrowingText(min_lines=1)


def _one_of(field: Field) -> QWidget:
    if len(field.opties) <= MOST_SEGMENTS and sum(len(each.label) for each in field.opties) <= LONGEST_SEGMENTS:
        return Segmented([(each.id, each.label, TONE_STATES[each.toon]) for each in field.opties])
    return Choice([(each.id, each.label) for each in field.opties])


class SeveralEditor(CheckList):
    """Editor of a field of kind `meer`: an option that stands alone clears the others, and the others clear it."""

    def __init__(self, field: Field) -> None:
        super().__init__([(each.id, each.label) for each in field.opties])
        self._alone = frozenset(each.id for each in field.opties if each.alleen)
        self._before: list[str] = []
        self.changed.connect(self._settle)  # the first to hear it: whoever else listens reads the settled value

    @override
    def set_value(self, value: Iterable[str]) -> None:
        super().set_value(value)
        self._before = self.value()

    def _settle(self) -> None:
        ticked = self.value()
        new = set(ticked) - set(self._before)
        if new & self._alone:
            ticked = [each for each in ticked if each in new]
        elif new:
            ticked = [each for each in ticked if each not in self._alone]
        self.set_value(ticked)
