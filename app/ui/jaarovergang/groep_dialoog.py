"""Asks for a group of the new year."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.models.groepsteam import opgeschoond
from app.models.jaarovergang.groepen import NieuweGroep
from app.models.school import Medewerker
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.line_field import LineField

JAREN = tuple((str(year), f"groep {year}") for year in range(1, 9))


class NieuweGroepDialog(Dialog):
    """Name, years and teachers; the answer is the `NieuweGroep`.

    Parameters:
        others: names of the other new groups, which this one can't have.
    """

    def __init__(
        self,
        parent: QWidget | None,
        group: NieuweGroep,
        staff: Sequence[Medewerker],
        others: Sequence[str],
        *,
        title: str,
        accept: str = "Bewaren",
    ) -> None:
        super().__init__(parent, title, accept=accept)
        self._group = group
        self._others = {each.strip().casefold() for each in others}
        self.naam = LineField(group.naam, characters=14)
        self.jaargroepen = CheckList(JAREN)
        self.jaargroepen.set_value(group.jaargroepen)
        self.leerkrachten = CheckList([(each.id, each.naam) for each in staff])
        self.leerkrachten.set_value(group.leerkrachten)
        form = FormRows()
        form.add_row("Naam", self.naam, "Zoals 5/6 of 1/2 A. Liefst zoals in je administratie.")
        form.add_row("Jaargroepen", self.jaargroepen, "Bij een combinatiegroep kies je er meer dan één.")
        form.add_row("Leerkrachten", self.leerkrachten, "Weet je het nog niet? Dat kan ook later.", optional=True)
        self.add(form)

    def complaint(self) -> str:
        """A group needs a name of its own."""
        name = self.naam.value().strip()
        if not name:
            return "Geef de groep een naam, zoals 5/6."
        if name.casefold() in self._others:
            return f"Er is al een groep {name}. Kies een andere naam."
        return ""

    def answer(self) -> NieuweGroep:
        """The group as filled in; days of teachers who are no longer there go."""
        teachers = tuple(self.leerkrachten.value())
        reporter = self._group.verslag_door
        other = tuple(each for each in self._group.jaargroepen if each not in dict(JAREN))
        return replace(
            self._group,
            naam=self.naam.value().strip(),
            jaargroepen=(*self.jaargroepen.value(), *other),
            leerkrachten=teachers,
            dagen=opgeschoond(self._group.dagen, teachers),
            verslag_door=reporter if reporter in teachers else None,
        )
