"""The dialog with which a route begins."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from app.ui.widgets.banner import Banner
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.edit_dialog import EditDialog, day_of, day_problem, fill_day
from app.ui.widgets.form_rows import FormRow
from app.ui.widgets.growing_text import GrowingText


@dataclass(frozen=True, slots=True)
class Begonnen:
    """What a route begins with.

    Attributes:
        soort: name of the chosen route.
        aanleiding: the complex question; tekort: how it was shown that basic support does not suffice.
    """

    soort: str
    datum: date
    aanleiding: str
    tekort: str


class BeginDialoog(EditDialog):
    """Asks what a route begins with; the answer is a `Begonnen`.

    Parameters:
        naam: of the pupil, so that nobody begins for another child of that name.
        options: name and title of the routes of the school; which one is asked only when there are several.
        mistakes: what is wrong with routes of the school's own that can't be used.
        known: the question and what was tried, as far as the dossier tells; to be edited.
    """

    def __init__(
        self,
        parent: QWidget | None,
        naam: str,
        options: Sequence[tuple[str, str]],
        mistakes: Sequence[str],
        known: tuple[str, str],
        today: Callable[[], date],
    ) -> None:
        super().__init__(parent, f"Ondersteuningsroute voor {naam}", accept="Begin de route", characters=68)
        self._today = today
        self.soort = Choice(options, empty=None)
        self.aanleiding, self.tekort = GrowingText(known[0], min_lines=3), GrowingText(known[1], min_lines=3)
        self.datum = DateField(today=today)
        if mistakes:
            self.body.insertWidget(0, Banner("warn", "Niet elke eigen route is te gebruiken", "\n".join(mistakes)))
        add = self.fields.add_row
        which = add("Welke route?", self.soort)
        from_dossier = " Overgenomen uit het dossier: pas het aan."
        self._question = add(
            "Wat is de complexe ondersteuningsvraag?",
            self.aanleiding,
            "Wat vraagt dit kind, concreet?" + (from_dossier if known[0] else ""),
        )
        self._shown = add(
            "Waaruit blijkt dat de basisondersteuning niet genoeg is?",
            self.tekort,
            "Wat is er gedaan, hoe lang, en wat leverde het op?" + (from_dossier if known[1] else ""),
        )
        self._day = add("Begint op", self.datum)
        which.setVisible(len(options) > 1)
        fill_day(self.datum, today())
        self.first = self.aanleiding

    def check(self) -> Iterable[tuple[FormRow, str]]:
        yield self._question, "" if self.aanleiding.value().strip() else "Schrijf eerst op wat de vraag is."
        yield self._shown, "" if self.tekort.value().strip() else "Schrijf op waaruit dat blijkt."
        yield day_problem(self._day, "" if day_of(self.datum) else "Vul in op welke dag de route begint.")

    def answer(self) -> Begonnen:
        """What the route begins with."""
        day = day_of(self.datum) or self._today()
        return Begonnen(self.soort.value(), day, self.aanleiding.value().strip(), self.tekort.value().strip())
