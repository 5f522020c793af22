"""The evaluation of a form: what was to be reached, beside what came of it (form A.6, section 8)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.bespreking import Afspraak
from app.models.datums import kort, lang
from app.models.forms.answers import answer_of, is_empty, plain_text
from app.models.forms.definition import Field
from app.ui.formulier.controller import FormController
from app.ui.formulier.editors import Surroundings
from app.ui.formulier.sectie import make_row
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.fact import fact
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted, Small, Text
from app.ui.widgets.page import Scroll

AIMS = ("doel", "doel_meting", "gewenste_situatie", "evaluatie_wijze")
OUTCOME = "evaluatie_doel_bereikt"
STATES = {"open": ("open", "warn"), "gedaan": ("gedaan", "good"), "vervallen": ("vervallen", "neutral")}


class EvaluationPanel(QWidget):
    """Left what was aimed at and agreed, right the questions of the evaluation.

    Signals:
        done: the evaluation was held; its outcome in words.
    """

    done = Signal(str)

    def __init__(
        self,
        controller: FormController,
        afspraken: list[Afspraak],
        today: Callable[[], date],
        around: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        scroll = Scroll()
        margin = scale.space(3)
        scroll.body.setContentsMargins(margin, 0, margin, margin)
        row = QHBoxLayout()
        scroll.body.addLayout(row)
        row.setSpacing(scale.space(2))
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(scale.space(2))
            row.addLayout(side, 1)
        left.addWidget(self._aims())
        left.addWidget(self._agreements(afspraken, today()))
        left.addStretch(1)
        right.addWidget(self._questions(around))
        right.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        controller.answered.connect(self._show_done)
        self._show_done("")

    def focus_first(self) -> None:
        """Put the cursor in the first question."""
        self._form.rows[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _aims(self) -> Card:
        card = Card("Dit wilden we bereiken")
        for rol in AIMS:
            for _, field in self._controller.definitie.fields_by_role(rol):
                text = plain_text(field, answer_of(field, self._controller.antwoorden))
                if text:
                    card.add(fact(field.kort, text))
        return card

    def _agreements(self, afspraken: list[Afspraak], today: date) -> Card:
        card = Card("Dit spraken we af")
        for afspraak in afspraken:
            if afspraak.soort == "evaluatie":
                continue
            words, state = STATES[afspraak.staat]
            about = Flow()
            about.add(Chip(words, state))
            until = f"uiterlijk {kort(afspraak.voor, today)}" if afspraak.voor else ""
            about.add(Small(" · ".join(part for part in (afspraak.wie, until, afspraak.resultaat) if part)))
            card.add(Text(afspraak.wat))
            card.add(about)
        if all(each.soort == "evaluatie" for each in afspraken):
            card.add(Muted("Er waren geen afspraken."))
        return card

    def _questions(self, around: Surroundings) -> Card:
        card = Card("Dit kwam eruit")
        planned = self._date_planned()
        if planned:
            card.add_beside_heading(Small(planned))
        self._form = FormRows()
        for _, field in self._controller.definitie.fields():
            if field.moment == "evaluatie":
                make_row(self._form, field, self._controller, around)
        card.add(self._form)
        self._done = Button("De evaluatie is klaar", "primary", shortcut="Ctrl+Return")
        self._done.clicked.connect(self._finish)
        self._note = Muted("Kies eerst of het doel bereikt is. Dan kun je de evaluatie afronden.")
        card.add(self._note)
        card.add(self._done)
        card.body.setAlignment(self._done, Qt.AlignmentFlag.AlignLeft)
        return card

    def _date_planned(self) -> str:
        found = self._controller.definitie.field_by_role("evaluatie_datum")
        value = answer_of(found[1], self._controller.antwoorden) if found else None
        return f"gepland op {lang(date.fromisoformat(value))}" if value else ""

    def _outcome(self) -> Field | None:
        found = self._controller.definitie.field_by_role(OUTCOME)
        return found[1] if found else None

    def _show_done(self, _path: str) -> None:
        outcome = self._outcome()
        known = outcome is not None and not is_empty(self._controller.value(outcome.pad))
        self._done.setEnabled(known)
        self._note.setVisible(not known)

    def _finish(self) -> None:
        self._controller.flush()
        outcome = self._outcome()
        if outcome is not None:
            self.done.emit(f"{outcome.kort}: {plain_text(outcome, self._controller.value(outcome.pad))}")
