"""Somebody stands in for a teacher for a while."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.datums import als_datum
from app.models.groepsteam import klacht_vervanging
from app.models.school import Groep, Medewerker, Vervanging
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows

ALL_OF_THEM = "de hele groep"


class VervangingDialog(Dialog):
    """Asks who stands in, for whom and how long; the answer is a `Vervanging`.

    Parameters:
        known: all substitutions that have been entered, to see which overlap.
    """

    def __init__(
        self,
        parent: QWidget | None,
        each: Vervanging,
        groups: Sequence[Groep],
        staff: Sequence[Medewerker],
        known: Sequence[Vervanging],
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent, "Vervanging" if each.groep else "Vervanging toevoegen", characters=56)
        self._each, self._known = each, known
        self._groups = {group.id: group for group in groups}
        self._names = {member.id: member.naam for member in staff}
        self.groep = Choice([(group.id, f"groep {group.naam}") for group in groups])
        self.medewerker = Choice(self._names.items())
        self.vervangt = Choice(empty=ALL_OF_THEM)
        self.van, self.tot = DateField(today=today), DateField(today=today)
        form = FormRows()
        form.add_row("Groep", self.groep)
        form.add_row("Wie vervangt?", self.medewerker, "Staat diegene er niet bij? Voeg die eerst toe bij Medewerkers.")
        form.add_row("Voor wie?", self.vervangt)
        form.add_row("Eerste dag", self.van)
        form.add_row("Laatste dag", self.tot, "Laat leeg als je dat nog niet weet.", optional=True)
        self.add(form)
        self.groep.changed.connect(self._offer_teachers)
        self.groep.set_value(each.groep)
        self._offer_teachers()
        self.medewerker.set_value(each.medewerker)
        self.vervangt.set_value(each.vervangt)
        self.van.set_value(each.van.isoformat() if each.van else "")
        self.tot.set_value(each.tot.isoformat() if each.tot else "")

    def _offer_teachers(self) -> None:
        group = self._groups.get(self.groep.value())
        teachers = group.leerkrachten if group else ()
        self.vervangt.set_options([(each, self._names[each]) for each in teachers if each in self._names])

    def complaint(self) -> str:
        """Who, where and when, without two at once."""
        if not self.groep.value():
            return "Kies voor welke groep het is."
        problem = self.van.problem() or self.tot.problem()
        return problem or klacht_vervanging(self.answer(), self._known, self._names)

    def answer(self) -> Vervanging:
        """The substitution."""
        return replace(
            self._each,
            groep=self.groep.value(),
            medewerker=self.medewerker.value(),
            vervangt=self.vervangt.value(),
            van=als_datum(self.van.value()),
            tot=als_datum(self.tot.value()),
        )
