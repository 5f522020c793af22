"""A plan with its period: handelingsplan or OPP of a pupil, groepsplan of a group."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.leerling import Plan
from app.models.leerling_invoer import klacht_periode
from app.storage.dossier import bijlage_bij
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.edit_dialog import EditDialog, day_of, day_problem, fill_day
from app.ui.widgets.form_rows import FormRow
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Muted
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented
from app.ui.woorden import period_words, plan_words

SOORTEN = ("handelingsplan", "opp")
"""Plans of one pupil."""


class PlanDialog(EditDialog):
    """Asks for a plan; the answer is the `Plan`.

    Parameters:
        plan: as it is now, or one to begin with; of a groepsplan the kind cannot change.
        groepsplannen: of the pupil's group; a handelingsplan that is an annex of one has its period (A.6, section 4).
        today: today's date, asked each time.
    """

    def __init__(
        self,
        parent: QWidget | None,
        plan: Plan,
        groepsplannen: Sequence[Plan],
        today: Callable[[], date],
        *,
        new: bool = False,
    ) -> None:
        what = "Groepsplan" if plan.soort == "groepsplan" else "Plan"
        super().__init__(parent, f"{what} toevoegen" if new else what, accept="Toevoegen" if new else "Opslaan")
        self._plan = plan
        self._groepsplannen = {each.id: each for each in groepsplannen}
        self.soort = Segmented([(each, plan_words(each)) for each in SOORTEN], clearable=False)
        options = [(each.id, f"{each.onderwerp} ({period_words(each, today())})") for each in groepsplannen]
        self.groepsplan = Choice(options, empty="Geen: het plan heeft een eigen periode")
        self.onderwerp = LineField(plan.onderwerp)
        self.van = DateField(today=today)
        self.tot = DateField(today=today)
        self.opmerking = GrowingText(plan.opmerking, min_lines=2)
        self.explanation = Muted()
        self._lay_out()
        self._fill()
        self.soort.changed.connect(self._adapt)
        self.groepsplan.changed.connect(self._on_groepsplan)

    def _lay_out(self) -> None:
        add = self.fields.add_row
        self._kind = add("Soort plan", self.soort)
        self._annex = add("Hoort bij groepsplan", self.groepsplan, "Het handelingsplan is daar een bijlage van")
        self._subject = add("Onderwerp", self.onderwerp, "Bijvoorbeeld rekenen")
        self.fields.add_widget(self.explanation)
        self._from = add("Loopt vanaf", self.van)
        self._until = add("Tot en met", self.tot, beside=True)
        add("Opmerking", self.opmerking, optional=True)

    def _fill(self) -> None:
        plan = self._plan
        self._kind.setVisible(plan.soort in SOORTEN)
        self.soort.set_value(plan.soort)
        self.groepsplan.set_value(plan.groepsplan or "")
        fill_day(self.van, plan.van)
        fill_day(self.tot, plan.tot)
        self._adapt()

    def _on_groepsplan(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            known = {each.onderwerp for each in self._groepsplannen.values()}
            if not self.onderwerp.value().strip() or self.onderwerp.value() in known:
                self.onderwerp.set_value(chosen.onderwerp)
            fill_day(self.van, chosen.van)
            fill_day(self.tot, chosen.tot)
        self._adapt()

    def _chosen(self) -> Plan | None:
        is_annex = self.soort.value() == "handelingsplan"
        return self._groepsplannen.get(self.groepsplan.value()) if is_annex else None

    def _adapt(self) -> None:
        """Show what goes with the kind of plan; the period of an annex is its groepsplan's."""
        is_annex = self._chosen() is not None
        self._annex.setVisible(self.soort.value() == "handelingsplan" and bool(self._groepsplannen))
        self._subject.setVisible(self.soort.value() != "opp")
        self.explanation.setText("De periode is die van het groepsplan." if is_annex else "")
        self.explanation.setVisible(is_annex)
        for field in (self.van, self.tot):
            field.setEnabled(not is_annex)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        if self._chosen() is not None:
            return
        if self._plan.soort == "groepsplan" and not self.onderwerp.value().strip():
            yield self._subject, "Vul in waar het groepsplan over gaat."
        yield day_problem(self._from)
        yield day_problem(self._until)
        van, tot = day_of(self.van), day_of(self.tot)
        complaint = klacht_periode(van, tot, tot_nodig=self._plan.soort == "groepsplan")
        yield (self._from if van is None else self._until), complaint

    def answer(self) -> Plan:
        """The plan; an annex has the period of its groepsplan."""
        is_opp = self.soort.value() == "opp"
        filled = replace(
            self._plan,
            soort=self.soort.value() or self._plan.soort,
            onderwerp="" if is_opp else self.onderwerp.value().strip(),
            groepsplan=None,
            van=day_of(self.van),
            tot=day_of(self.tot),
            opmerking=self.opmerking.value().strip(),
        )
        chosen = self._chosen()
        return bijlage_bij(filled, chosen) if chosen is not None else filled
