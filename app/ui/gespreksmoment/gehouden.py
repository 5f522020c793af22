"""The quick road: many conversations ticked at once, with one day and the place of their report."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.datums import als_datum
from app.ui.widgets.banner import Banner
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.date_field import DateField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.woorden import count_words

FULL = (
    "Voor {wie} vraagt het gespreksbeleid een volledig verslag. Het gesprek vink je af, het verslag blijft open staan."
)


@dataclass(frozen=True, slots=True)
class Gehouden:
    """What was answered.

    Attributes:
        datum: day on which they were held.
        verslag_elders: whether their reports are in ParnasSys.
    """

    datum: date
    verslag_elders: bool


class HeldDialog(Dialog):
    """Asks when conversations were held; the answer is `Gehouden`.

    Parameters:
        aantal: how many conversations.
        gepland: whether some of them were planned.
        dag: the day that is proposed.
        vol: names of pupils for whom a tick is too little.
    """

    def __init__(
        self,
        parent: QWidget | None,
        aantal: int,
        gepland: bool,
        dag: date,
        vol: tuple[str, ...],
        today: Callable[[], date],
    ) -> None:
        title = f"{count_words(aantal, 'gesprek', 'gesprekken')} gehouden"
        super().__init__(parent, title, accept="Vink af", characters=56)
        self._today = today
        self.fields = FormRows()
        self.datum = DateField(today=today)
        self.elders = CheckBox("Het verslag staat in ParnasSys", checked=True)
        hint = "Wat gepland was en al geweest is, houdt de eigen dag" if gepland else "Bijvoorbeeld gisteren of 8 sep"
        self._day = self.fields.add_row("Gehouden op", self.datum, hint)
        self.fields.add_widget(self.elders)
        if vol:
            self.fields.add_widget(Banner("info", "Daarna nog een verslag", FULL.format(wie=_listed(vol))))
        self.add(self.fields)
        self.datum.set_value(dag.isoformat())
        self.datum.setFocus()
        self.datum.line.selectAll()

    def complaint(self) -> str:
        """What was held, was held on a day that has come."""
        self.fields.clear_errors()
        day = als_datum(self.datum.value())
        if day is None:
            self._day.set_error(self.datum.problem() or "Vul in op welke dag de gesprekken waren.")
        elif day > self._today():
            self._day.set_error("Deze dag moet nog komen. Vul in op welke dag de gesprekken waren.")
        return "Kijk nog even naar de dag." if self.fields.focus_first_error() else ""

    def answer(self) -> Gehouden:
        """When, and where the reports are."""
        day = als_datum(self.datum.value())
        assert day is not None  # checked
        return Gehouden(day, self.elders.value())


def _listed(names: tuple[str, ...]) -> str:
    if len(names) > 3:
        return f"{names[0]}, {names[1]} en nog {len(names) - 2}"
    return " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))
