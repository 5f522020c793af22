"""One section of a form on screen: its fields below each other, asked only where they apply."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.models.forms.answers import answer_of, check_answer, plain_text
from app.models.forms.definition import Field, Section
from app.ui.formulier.controller import FormController
from app.ui.formulier.editors import AT_ONCE, Surroundings, make_editor
from app.ui.theme import scale
from app.ui.widgets.form_rows import FormRow, FormRows
from app.ui.widgets.labels import Heading, Muted, Small, Text


class SectionPage(QWidget):
    """The fields of one section, tied to the controller.

    Parameters:
        section: the section.
        controller: where answers go.
        around: what editors need besides.
        in_meeting: shows only the fields that are asked in the meeting.
    """

    def __init__(
        self,
        section: Section,
        controller: FormController,
        around: Surroundings,
        *,
        in_meeting: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.section = section
        self._controller = controller
        self._rows: dict[str, FormRow] = {}
        self._headings: dict[str, Heading] = {}
        self._form = FormRows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        column.addWidget(self._form)
        for field in section.velden:
            if field.in_bespreking or not in_meeting:
                self._add(field, around) if controller.may_edit(field) else self._add_text(field)
        if not self._form.count():
            self._form.add_widget(Muted("Hier is niets ingevuld."))
        controller.shown.connect(self._show_value)
        controller.answered.connect(self._after_answer)
        self._apply_conditions()

    def focus_first(self) -> None:
        """Put the cursor in the first field that is asked; in a text behind what stands there, to go on with it."""
        for path, row in self._rows.items():
            if self._controller.is_visible(self._controller.definitie.field(path)):
                row.widget.setFocus(Qt.FocusReason.TabFocusReason)
                if isinstance(row.widget, QPlainTextEdit):
                    row.widget.moveCursor(QTextCursor.MoveOperation.End)
                return

    def focus_field(self, path: str) -> None:
        """Put the cursor in a field, where it can be filled in."""
        if path in self._rows:
            self._rows[path].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self, path: str) -> FormRow | None:
        """The row of a field, or None where it can only be read."""
        return self._rows.get(path)

    def add_notice(self, path: str, notice: QWidget) -> None:
        """Put a notice right under a field."""
        row = self._rows[path].layout()
        assert isinstance(row, QVBoxLayout)
        row.insertWidget(row.indexOf(self._rows[path].widget) + 1, notice)

    def paths(self) -> tuple[str, ...]:
        """The fields on this page."""
        return tuple(self._rows)

    def holding(self, widget: QWidget | None) -> str | None:
        """Path of the field that a widget is part of, or None."""
        for path, row in self._rows.items():
            if widget is not None and (row is widget or row.isAncestorOf(widget)):
                return path
        return None

    def _add(self, field: Field, around: Surroundings) -> None:
        if field.kop:
            heading = Heading(field.kop)
            self._headings[field.pad] = heading
            self._form.add_widget(heading)
        self._rows[field.pad] = make_row(self._form, field, self._controller, around)

    def _add_text(self, field: Field) -> None:
        """An answer that can only be read; what was left empty is left out."""
        text = plain_text(field, self._controller.value(field.pad))
        if text and self._controller.is_visible(field):
            answer = QWidget()
            column = QVBoxLayout(answer)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(scale.space(0.5))
            column.addWidget(Small(field.kort))
            column.addWidget(Text(text).make_selectable())
            self._form.add_widget(answer)

    def _show_value(self, path: str, value: Any) -> None:
        if path in self._rows:
            editor: Any = self._rows[path].widget
            editor.set_value(value or _blank(self._controller.definitie.field(path)))

    def _after_answer(self, path: str) -> None:
        self._apply_conditions()
        if path in self._rows:
            field = self._controller.definitie.field(path)
            # Text that is no date is no answer: the date field tells of it, when somebody is done typing.
            self._rows[path].set_error(check_answer(field, answer_of(field, self._controller.antwoorden)) or "")

    def _apply_conditions(self) -> None:
        for path, row in self._rows.items():
            asked = self._controller.is_visible(self._controller.definitie.field(path))
            if row.isHidden() == asked:
                row.setVisible(asked)
        self._show_headings()

    def _show_headings(self) -> None:
        """A heading stands only above something that is asked."""
        current: Heading | None = None
        shown: dict[Heading, bool] = {}
        for path, row in self._rows.items():
            current = self._headings.get(path, current)
            if current is not None:
                shown[current] = shown.get(current, False) or not row.isHidden()
        for heading, visible in shown.items():
            if heading.isHidden() == visible:
                heading.setVisible(visible)


def make_row(form: FormRows, field: Field, controller: FormController, around: Surroundings) -> FormRow:
    """Put a field on screen, showing its answer and tied to the controller."""
    editor: Any = make_editor(field, around)
    optional = not (field.verplicht or field.verplicht_als)
    row = form.add_row(field.label, editor, field.hint, optional=optional)
    editor.set_value(controller.value(field.pad) or _blank(field))
    set_read_only(editor, not controller.may_edit(field))
    editor.changed.connect(partial(controller.edited, field.pad, editor.value, at_once=field.soort in AT_ONCE))
    return row


def set_read_only(editor: Any, read_only: bool) -> None:
    """Make an editor readable only, in the way its kind knows: text stays selectable."""
    for name in ("set_read_only", "setReadOnly"):
        if hasattr(editor, name):
            getattr(editor, name)(read_only)
            return
    editor.setEnabled(not read_only)


def _blank(field: Field) -> Any:
    return {"rijen": [], "meer": [], "matrix": {}}.get(field.soort, "")
