"""The third step: the new year in figures, what comes along, what stays behind, and the yes."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import kort
from app.models.jaarovergang.controle import fouten, waarschuwingen
from app.models.jaarovergang.overgang import NIETS, Overgang
from app.models.jaarovergang.tijd import is_tijd
from app.ui.jaarovergang.kaarten import figures_card, others_card, planned_card, what_happens_card
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.columns import Columns
from app.ui.widgets.labels import Muted

PLANS = "Een groepsplan blijft bij de oude groep. Vink aan welke verder gaan: de nieuwe groep krijgt een kopie."


class CheckPanel(QWidget):
    """What will be written.

    Signals:
        changed: the new `Overgang`, and in words what was done.
        sure_changed: the user says that it is time, or takes that back.
    """

    changed = Signal(object, str)
    sure_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made = NIETS
        self._today = date.min
        self.wrong = Banner("bad", "Dit moet eerst anders")
        self.doubts = Banner("warn", "Is dit het goede moment?")
        self.sure = CheckBox("Ja, ik wil het nieuwe schooljaar nu al klaarzetten")
        self.plans: dict[str, CheckBox] = {}
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.space(2))
        for widget in (self.wrong, self.doubts, self.sure):
            self._column.addWidget(widget)
        self.sure.changed.connect(self.sure_changed)

    def show_proposal(self, made: Overgang, today: date) -> None:
        """Show what would be written."""
        self._made, self._today = made, today
        wrong, doubts = fouten(made), waarschuwingen(made.stand, today)
        self.wrong.setVisible(bool(wrong))
        self.wrong.set("bad", "Dit moet eerst anders", "\n".join(wrong))
        self.doubts.setVisible(bool(doubts))
        self.doubts.set("warn", "Is dit het goede moment?", "\n".join(doubts))
        self.sure.setVisible(not is_tijd(made.stand.schooljaar, today))
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = self._build(made)
        self._column.addWidget(self._content, 1)

    def may_write(self) -> bool:
        """Whether nothing is wrong, and before June the user said that it is time."""
        early = not is_tijd(self._made.stand.schooljaar, self._today)
        return not fouten(self._made) and (not early or self.sure.value())

    def _build(self, made: Overgang) -> QWidget:
        columns = Columns()
        for card in (figures_card(made), others_card(made), self._plan_card(made)):
            if card is not None:
                columns.wide.addWidget(card)
        columns.wide.addStretch(1)
        for card in (what_happens_card(made), planned_card(made, self._today)):
            if card is not None:
                columns.narrow.addWidget(card)
        columns.narrow.addStretch(1)
        return columns

    def _plan_card(self, made: Overgang) -> Card | None:
        """Groepsplannen that have not ended: each can go on in the group where most of its children come."""
        self.plans = {}
        if not made.stand.groepsplannen:
            return None
        card = Card("Groepsplannen meenemen?")
        card.add(Muted(PLANS))
        old = {each.id: each.naam for each in made.stand.groepen}
        follow = made.vervolg()
        for plan in made.stand.groepsplannen:
            to = follow.get(plan.groep or "")
            if to is None:
                continue
            until = f", tot en met {kort(plan.tot, self._today)}" if plan.tot else ""
            box = CheckBox(
                f"{plan.onderwerp}: van {old.get(plan.groep or '', '?')} naar {to.naam}{until}", plan.id in made.plannen
            )
            box.changed.connect(partial(self._take_plan, plan.id))
            self.plans[plan.id] = box
            card.add(box)
        return card if self.plans else None

    def _take_plan(self, plan: str) -> None:
        self._made = self._made.met_plan(plan, self.plans[plan].value())
        self.changed.emit(self._made, "")
