"""Asking for days of a school year: one day, or a period without school."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.models.datums import als_datum
from app.models.jaarcontrole import parse_in_jaar
from app.models.schooljaar import VrijePeriode
from app.ui.widgets.date_field import DateField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented

OWN_KINDS = (("studiedag", "studiedag"), ("vrij", "andere vrije dag"))


def year_field(schooljaar: str, today: Callable[[], date], day: date | None) -> DateField:
    """A date field in which a date without a year is one of that school year."""
    field = DateField(partial(parse_in_jaar, schooljaar=schooljaar), today)
    field.set_value(day.isoformat() if day else "")
    return field


class DagDialog(Dialog):
    """Asks for one day; the answer is a `date`.

    Parameters:
        check: says why a day can't be, or nothing.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        label: str,
        schooljaar: str,
        day: date | None,
        check: Callable[[date], str],
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent, title, characters=48)
        self._check = check
        self.day = year_field(schooljaar, today, day)
        form = FormRows()
        form.add_row(label, self.day)
        self.add(form)

    def complaint(self) -> str:
        """A day that can be."""
        day = als_datum(self.day.value())
        return self.day.problem() or ("Vul een datum in." if day is None else self._check(day))

    def answer(self) -> date | None:
        """The day."""
        return als_datum(self.day.value())


class VrijDialog(Dialog):
    """Asks for a period without school; the answer is a `VrijePeriode`. Of a shipped holiday only the days.

    Parameters:
        check: says why a period can't be, or nothing.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        period: VrijePeriode,
        check: Callable[[VrijePeriode], str],
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent, title, characters=52)
        self._period, self._check = period, check
        self.soort = Segmented(OWN_KINDS, clearable=False)
        self.soort.set_value(period.soort)
        self.naam = LineField(period.naam)
        self.van = year_field(period.schooljaar, today, period.van)
        self.tot = year_field(period.schooljaar, today, period.tot)
        form = FormRows()
        if not period.vakantie:
            form.add_row("Wat is het?", self.soort)
            form.add_row("Naam", self.naam, "Zoals Studiedag rekenen. Zo staat het in de jaarplanning.")
        form.add_row("Eerste vrije dag", self.van)
        hint = "" if period.vakantie else "Laat leeg als het één dag is."
        form.add_row("Laatste vrije dag", self.tot, hint, optional=not period.vakantie)
        self.add(form)

    def complaint(self) -> str:
        """Days of this year that are not free already."""
        return self.van.problem() or self.tot.problem() or self._check(self.answer())

    def answer(self) -> VrijePeriode:
        """The period."""
        period = replace(self._period, van=als_datum(self.van.value()), tot=als_datum(self.tot.value()))
        if self._period.vakantie:
            return period
        return replace(period, soort=self.soort.value(), naam=self.naam.value().strip())
