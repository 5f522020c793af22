"""The days of a school year in words, and the facts at its head."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.datums import kort, lang, weekdag
from app.models.kalender import Kalender, Week
from app.ui.instellingen.mensen import Regel
from app.ui.widgets.chip import Chip
from app.ui.widgets.fact import fact
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Heading


class Feiten(Flow):
    """How many school days a year has, and when its first weeks are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)

    def show_calendar(self, days: Kalender) -> None:
        """Show another year."""
        self.clear()
        weeks = [days.schoolweek(number) for number in (1, 2)]
        for name, value in (
            ("Schooldagen", str(len(days.alle_schooldagen))),
            ("Eerste schoolweek", _week(weeks[0])),
            ("Tweede schoolweek", _week(weeks[1])),
        ):
            self.add(fact(name, Heading(value)))


def dag_en_datum(day: date) -> str:
    """A day in full, e.g. `maandag 31 augustus 2026`."""
    return f"{weekdag(day)} {lang(day)}"


def reeks(van: date, tot: date) -> str:
    """First and last day, short, e.g. `17 okt tot en met 25 okt 2026`."""
    return dag_en_datum(van) if van == tot else f"{_short(van, tot)} tot en met {kort(tot)} {tot.year}"


def korte_periode(van: date, tot: date) -> str:
    """A period as a list shows it: one day in full, more with their weekdays."""
    if van == tot:
        return dag_en_datum(van)
    return f"{weekdag(van)} {_short(van, tot)} tot en met {weekdag(tot)} {kort(tot)} {tot.year}"


def feestdagen_in_woorden(days: Kalender) -> list[Regel]:
    """The public holidays on which there would have been school, as one entry; nothing where there are none.

    Good Friday has an entry of its own: of that one the school decides itself.
    """
    outside = [each for each in days.vrij if each.soort == "feestdag" and not each.sleutel and each.van.weekday() < 5]
    free = [each for each in outside if days.vrij_op(each.van) == each]
    if not free:
        return []
    told = ", ".join(f"{each.naam} ({kort(each.van)})" for each in free)
    return [Regel("Feestdagen", f"{told}. Die tellen vanzelf mee.", (), [Chip("vanzelf")])]


def _short(van: date, tot: date) -> str:
    return kort(van) if van.year == tot.year else f"{kort(van)} {van.year}"


def _week(week: Week | None) -> str:
    if week is None:
        return "is er niet"
    return f"{kort(week.schooldagen[0])} – {kort(week.schooldagen[-1])}"
