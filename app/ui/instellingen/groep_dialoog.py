"""A group: its years, its teachers, and whose day it is."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.models.groepsteam import SCHOOLWEEK, opgeschoond
from app.models.school import Groep, Medewerker
from app.ui.instellingen.regelveld import Jaargroepen
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.choice import Choice
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Text
from app.ui.widgets.line_field import LineField

NOBODY = "niet vast"
WHOSE_DAY = "wie er die dag is"


class Weekdagen(QWidget):
    """Whose day it is, from Monday to Friday.

    Signal `changed` comes for what a person chooses, not for `set_value`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scale.space(2))
        grid.setVerticalSpacing(scale.space(0.75))
        grid.setColumnStretch(1, 1)
        self._days: dict[str, Choice] = {}
        for place, (day, words) in enumerate(SCHOOLWEEK.items()):
            choice = Choice(empty=NOBODY)
            choice.changed.connect(self.changed)
            accessible.name(choice, f"Leerkracht op {words}")
            grid.addWidget(Text(words.capitalize(), wrap=False), place, 0)
            grid.addWidget(choice, place, 1, Qt.AlignmentFlag.AlignLeft)
            self._days[day] = choice

    def set_teachers(self, teachers: Iterable[tuple[str, str]]) -> None:
        """Offer other teachers, as pairs of id and name; who is still among them keeps the days."""
        offered = list(teachers)
        for choice in self._days.values():
            choice.set_options(offered)

    def value(self) -> dict[str, str]:
        """Id of the teacher by day; days of nobody in particular are left out."""
        return {day: choice.value() for day, choice in self._days.items() if choice.value()}

    def set_value(self, value: Mapping[str, str]) -> None:
        """Show whose days they are."""
        for day, choice in self._days.items():
            choice.set_value(value.get(day, ""))


class GroepDialog(Dialog):
    """Asks for a group; the answer is what is to be written. Days are asked where there is more than one teacher."""

    def __init__(self, parent: QWidget | None, group: Groep, staff: list[Medewerker]) -> None:
        super().__init__(parent, f"Groep {group.naam}" if group.naam else "Groep toevoegen")
        self._names = {each.id: each.naam for each in staff}
        self.naam = LineField(group.naam, characters=14)
        self.jaargroepen = Jaargroepen(group.jaargroepen)
        self.leerkrachten = CheckList(self._names.items())
        self.leerkrachten.set_value(group.leerkrachten)
        self.dagen, self.verslag_door = Weekdagen(), Choice(empty=WHOSE_DAY)
        form = FormRows()
        form.add_row("Naam", self.naam, "Zoals 5/6 of 1/2 A.")
        form.add_row("Jaargroepen", self.jaargroepen, "Bij een combinatiegroep kies je er meer dan één.")
        form.add_row("Leerkrachten", self.leerkrachten, optional=True)
        days = "Zo komt een gesprek bij wie er die dag is."
        self._duo = (
            form.add_row("Wie staat wanneer voor de groep?", self.dagen, days, optional=True),
            form.add_row(
                "Wie schrijft de verslagen?", self.verslag_door, "Bij wie een verslag als taak komt te staan."
            ),
        )
        self.add(form)
        self.leerkrachten.changed.connect(self._offer_teachers)
        self._offer_teachers()
        self.dagen.set_value(group.dagen)
        self.verslag_door.set_value(group.verslag_door or "")

    def _offer_teachers(self) -> None:
        teachers = [(each, self._names[each]) for each in self.leerkrachten.value()]
        self.dagen.set_teachers(teachers)
        self.verslag_door.set_options(teachers)
        for row in self._duo:
            row.setVisible(len(teachers) > 1)

    def complaint(self) -> str:
        """A group needs a name."""
        return "" if self.naam.value().strip() else "Geef de groep een naam, zoals 5/6."

    def answer(self) -> dict[str, Any]:
        """The fields to write."""
        teachers = tuple(self.leerkrachten.value())
        return {
            "naam": self.naam.value().strip(),
            "jaargroepen": self.jaargroepen.value(),
            "leerkrachten": teachers,
            "dagen": opgeschoond(self.dagen.value(), teachers),
            "verslag_door": (self.verslag_door.value() or None) if len(teachers) > 1 else None,
        }
