"""The application: from whom the question comes, what it is, and what came along from the leerlingbespreking."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.models.bespreking import Formulier
from app.models.consult import Consult
from app.models.consulten.definition import VRAGERS, Consultsoort
from app.models.forms.answers import answer_of, plain_text, visible
from app.models.forms.definition import Field, FormDefinition
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import Card, RefilledCard
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.chip import Chip
from app.ui.widgets.fact import fact
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Text

QUESTION = "hulpvraag"
TAKEN_OVER = ("factoren", "acties")
"""Roles of what comes along from the leerlingbespreking."""

PARENTS = "ouders_"
"""How the roles begin of what the form asks about parents."""

MOST_LINES = 3
"""Lines of one answer that are shown; all of it stands in the form."""


class ApplicationCard(RefilledCard):
    """The question in the words of the form, and the way to the form.

    Signals:
        form_wanted: open the form, at this field (`sectie.veld`) or, when empty, where one was.
    """

    form_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("Aanvraag")
        self.state = Chip("")
        self.add_beside_heading(self.state)
        self.open_button = Button("Open de aanvraag", icon="document")
        self.open_button.clicked.connect(self._open)
        self.add(Flow(self.open_button))

    def show_application(self, form: Formulier | None, definitie: FormDefinition | None, *, editable: bool) -> None:
        """Show what stands in the form."""
        self.open_button.setVisible(form is not None)
        self.open_button.setText("Vul de aanvraag in" if editable else "Open de aanvraag")
        closed = form is not None and form.vastgesteld_op is not None
        self.state.setVisible(closed or editable)
        self.state.set(
            "vastgesteld" if closed else "nog open", "good" if closed else "neutral", "vink" if closed else ""
        )
        column = self.renew((form, definitie))
        if column is None or form is None or definitie is None:
            return
        question = next(iter(_answers(form, definitie, (QUESTION,))), None)
        column.addWidget(Text(question[1]) if question else Muted("De hulpvraag staat er nog niet."))
        for field, words in _answers(form, definitie, TAKEN_OVER):
            column.addWidget(fact(field.kort, _few_lines(words)))

    def _open(self) -> None:
        self.form_wanted.emit("")


class AskersCard(Card):
    """From whom the question comes.

    Signals:
        edited: fields of the consult to write.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__("Van wie komt de vraag?")
        self.boxes: CheckList | None = None
        self._kinds: tuple[str, ...] = ()

    def show_askers(self, consult: Consult, soort: Consultsoort) -> None:
        """Show who asks."""
        if soort.vragers != self._kinds or self.boxes is None:
            self._renew(soort.vragers)
        assert self.boxes is not None
        self.boxes.set_value(consult.vragers)
        self.boxes.setEnabled(consult.status == "concept")

    def focus_first(self) -> None:
        """Go to the first box."""
        if self.boxes is not None:
            self.boxes.setFocus()

    def _renew(self, kinds: tuple[str, ...]) -> None:
        if self.boxes is not None:
            self.body.removeWidget(self.boxes)
            self.boxes.hide()
            self.boxes.deleteLater()
        self._kinds = kinds
        self.boxes = CheckList([(each, VRAGERS[each]) for each in kinds])
        self.boxes.changed.connect(self._on_changed)
        self.add(self.boxes)

    def _on_changed(self) -> None:
        assert self.boxes is not None
        self.edited.emit({"vragers": tuple(self.boxes.value())})


class ParentsCard(RefilledCard):
    """What the form knows about parents and kernpartners; what misses leads to its field.

    Signals:
        field_wanted: path of a field, `sectie.veld`.
    """

    field_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("Ouders en anderen")

    def show_parents(self, form: Formulier | None, definitie: FormDefinition | None) -> None:
        """Show what was answered, in the order of the form."""
        fields = [] if form is None or definitie is None else list(_about_parents(form, definitie))
        self.setVisible(bool(fields))
        column = self.renew((form, definitie))
        if column is not None:
            for field, words in fields:
                self._add_fact(column, field, words)

    def _add_fact(self, column: QVBoxLayout, field: Field, words: str) -> None:
        if words:
            column.addWidget(fact(field.kort, words))
        else:
            link = Link("nog niet ingevuld")
            link.setAccessibleName(f"{field.kort}: nog niet ingevuld")
            link.clicked.connect(partial(self.field_wanted.emit, field.pad))
            column.addWidget(fact(field.kort, Flow(link)))


def _answers(form: Formulier, definitie: FormDefinition, roles: tuple[str, ...]) -> Iterator[tuple[Field, str]]:
    for rol in roles:
        for _, field in definitie.fields_by_role(rol):
            words = plain_text(field, answer_of(field, form.antwoorden))
            if words:
                yield field, words


def _about_parents(form: Formulier, definitie: FormDefinition) -> Iterator[tuple[Field, str]]:
    """The fields of the sections about parents; one that has no answer and no meaning for the program is left out."""
    for section in definitie.secties:
        if any(field.rol.startswith(PARENTS) for field in section.velden):
            for field in section.velden:
                words = plain_text(field, answer_of(field, form.antwoorden))
                if visible(field, form.antwoorden) and (words or field.rol):
                    yield field, words


def _few_lines(words: str) -> str:
    lines = words.splitlines()
    more = len(lines) - MOST_LINES
    return words if more <= 1 else "\n".join((*lines[:MOST_LINES], f"… en nog {more} regels"))
