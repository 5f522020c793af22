"""Who in the file is who in the archive: asked where only the user can tell."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.schoolimport.voorstel import Voorstel, Vraag, antwoorden_waar_gelijk
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.form_rows import FormRow, FormRows

AT_ONCE = 20
"""Questions on screen; the next ones follow."""

NOBODY = "niemand"


class QuestionsPanel(QWidget):
    """Questions with their candidates.

    Signals:
        answered: answers by id of the question, as `compare` takes them.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: tuple[Vraag, ...] = ()
        self._same: Mapping[str, str | None] = {}
        self.rows: dict[str, FormRow] = {}
        self.notice = Banner("info", "")
        self.same = self.notice.add_action("", self._accept_same, "primary")
        self.next: Button | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.space(2))
        self._column.addWidget(self.notice)
        self._card: Card | None = None

    def show_questions(self, proposal: Voorstel) -> None:
        """Ask what the proposal asks."""
        self._questions = proposal.vragen[:AT_ONCE]
        self._same = antwoorden_waar_gelijk(proposal)
        more = len(proposal.vragen) - len(self._questions)
        count = len(proposal.vragen)
        who = "1 persoon weet Ruggespraak niet zeker wie het is"
        who = who if count == 1 else f"{count} personen weet Ruggespraak niet zeker wie het zijn"
        self.notice.set("info", f"Van {who}", _why(more))
        self.same.setVisible(bool(self._same))
        self.same.setText(f"Zelfde naam en geboortedatum: {len(self._same)} keer bevestigen")
        if self._card is not None:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = self._build_card()
        self._column.addWidget(self._card)

    def _build_card(self) -> Card:
        card = Card("Wie is wie?")
        fields = FormRows()
        self.rows = {}
        for each in self._questions:
            options = [(one.id, ", ".join(filter(None, (one.naam, one.toelichting)))) for one in each.kandidaten]
            choice = Choice([*options, (NOBODY, f"Niemand van hen: dit is een nieuwe {each.soort}")])
            about = " ".join(filter(None, (each.toelichting and f"{each.toelichting}.", each.reden)))
            self.rows[each.id] = fields.add_row(f"{each.naam} in het bestand is", choice, about)
        card.add(fields)
        self.next = Button("Verder", "primary", icon="pijl-rechts")
        self.next.clicked.connect(self._on_next)
        card.body.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _accept_same(self) -> None:
        self.answered.emit(dict(self._same))

    def _on_next(self) -> None:
        answers: dict[str, str | None] = {}
        for question, row in self.rows.items():
            assert isinstance(row.widget, Choice)
            value = row.widget.value()
            row.set_error("" if value else "Kies wie dit is, of kies ‘niemand van hen’.")
            answers[question] = None if value == NOBODY else value
        missing = [row for row in self.rows.values() if row.error()]
        if missing:
            missing[0].widget.setFocus()
        else:
            self.answered.emit(answers)


def _why(more: int) -> str:
    later = f" Daarna volgen er nog {more}." if more > 0 else ""
    return f"Wijs ze aan, dan komt niemand er dubbel in.{later}"
