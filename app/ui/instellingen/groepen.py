"""The groups of this school year: their teachers, whose day it is, and who stands in."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout

from app.models.groepsteam import periode_in_woorden, team_in_woorden
from app.models.ids import new_id
from app.models.records import covers, values_of
from app.models.school import Groep, Medewerker, Vervanging
from app.storage import school
from app.storage.archive import Archive, now
from app.storage.vervangingen import lopend_of_komend
from app.ui.instellingen.deel import Deel
from app.ui.instellingen.groep_dialoog import GroepDialog
from app.ui.instellingen.mensen import Lijst, Regel
from app.ui.instellingen.vervanging_dialoog import VervangingDialog
from app.ui.place import Place
from app.ui.widgets.buttons import Button
from app.ui.widgets.chip import Chip

NO_SUBSTITUTES = "Er vervangt nu niemand. Wie vervangt, houdt in die tijd de gesprekken en schrijft de verslagen."


class Bezetting(NamedTuple):
    """What this part shows."""

    groepen: list[Groep]
    medewerkers: list[Medewerker]
    leerlingen: dict[str, int]
    vervangingen: list[Vervanging]


class GroepenDeel(Deel):
    """The groups of this school year, and who stands in for whom."""

    words = "Groepen"
    lead = "Wie er voor een groep staat, en wanneer. In het groepsraster zet je niveaus en plannen van een hele groep."

    def build(self) -> None:
        """A button and a list, twice."""
        add = Button("Groep toevoegen", "primary", icon="plus")
        add.clicked.connect(self._add)
        self._list = Lijst("Er zijn nog geen groepen. Lees een EDEXML-bestand in, of voeg ze zelf toe.")
        self._substitutes = Lijst(NO_SUBSTITUTES, "Vervangingen")
        self.add_substitute = Button("Vervanging toevoegen", icon="plus", small=True)
        self.add_substitute.clicked.connect(self._add_substitute)
        self._substitutes.add_beside_heading(self.add_substitute)
        self._now = Bezetting([], [], {}, [])
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.addWidget(add)
        row.addStretch(1)
        self.body.addWidget(self._list)
        self.body.addWidget(self._substitutes)

    def read(self) -> None:
        """Show the groups as they are."""
        self.context.db.ask(partial(_bezetting, self.context.vandaag()), self._show, owner=self)

    def _show(self, found: Bezetting) -> None:
        self._now = found
        today = self.context.vandaag()
        names = {each.id: each.naam for each in found.medewerkers}
        here = [each for each in found.vervangingen if covers(each.van, each.tot, today)]
        self._list.show_entries([self._group(each, names, here) for each in found.groepen])
        self._substitutes.show_entries([self._substitute(each, names) for each in found.vervangingen])
        self.add_substitute.setEnabled(bool(found.groepen and found.medewerkers))

    def _group(self, group: Groep, names: dict[str, str], here: Sequence[Vervanging]) -> Regel:
        teachers = team_in_woorden(group, names) or "nog geen leerkracht"
        reporter = names.get(group.verslag_door or "", "") if len(group.leerkrachten) > 1 else ""
        count = self._now.leerlingen.get(group.id, 0)
        parts = (teachers, f"verslag: {reporter}" if reporter else "", f"{count} leerlingen")
        chips = [
            Chip(f"vervanging: {names.get(each.medewerker, '')}", "info") for each in here if each.groep == group.id
        ]
        return Regel(f"Groep {group.naam}", " · ".join(filter(None, parts)), self._buttons(group), chips)

    def _substitute(self, each: Vervanging, names: dict[str, str]) -> Regel:
        group = next((group.naam for group in self._now.groepen if group.id == each.groep), "?")
        whom = names.get(each.vervangt, "de hele groep")
        runs = covers(each.van, each.tot, self.context.vandaag())
        edit, end = Button("Wijzig", small=True), Button("Stopt vandaag" if runs else "Haal weg", "quiet", small=True)
        spoken = f"vervanging door {names.get(each.medewerker, '')} in groep {group}"
        for button in (edit, end):
            button.setAccessibleName(f"{button.text()}: {spoken}")
        edit.clicked.connect(partial(self._edit_substitute, each))
        end.clicked.connect(partial(self._end_substitute, each))
        about = f"voor {whom}, {periode_in_woorden(each)}"
        title = f"{names.get(each.medewerker, 'Iemand die weg is')} in groep {group}"
        return Regel(title, about, [edit, end], [Chip("nu", "info")] if runs else [])

    def _buttons(self, group: Groep) -> list[Button]:
        grid, edit = Button("Groepsraster", small=True), Button("Wijzig", small=True)
        end = Button("Hef op", "quiet", small=True)
        for button in (grid, edit, end):
            button.setAccessibleName(f"{button.text()} groep {group.naam}")
        grid.clicked.connect(partial(self.place_requested.emit, Place("groepsraster", group.id)))
        edit.clicked.connect(partial(self._edit, group))
        end.clicked.connect(partial(self._end, group))
        return [grid, edit, end]

    def _add(self) -> None:
        new = Groep(schooljaar=self.context.school.schooljaar)
        answer = GroepDialog.ask(self, new, self._now.medewerkers)
        if answer:
            self.write("groep", new_id(), {**answer, "schooljaar": self.context.school.schooljaar})

    def _edit(self, group: Groep) -> None:
        answer = GroepDialog.ask(self, group, self._now.medewerkers)
        if answer:
            self.write("groep", group.id, answer)

    def _end(self, group: Groep) -> None:
        self.write("groep", group.id, {"opgeheven_op": self.context.vandaag().isoformat()})
        back = partial(self.write, "groep", group.id, {"opgeheven_op": None})
        self.undo.offer(f"Groep {group.naam} is opgeheven.", back)

    def _add_substitute(self) -> None:
        self._ask_substitute(Vervanging(van=self.context.vandaag()))

    def _edit_substitute(self, each: Vervanging) -> None:
        self._ask_substitute(each)

    def _ask_substitute(self, each: Vervanging) -> None:
        found = self._now
        answer = VervangingDialog.ask(
            self, each, found.groepen, found.medewerkers, found.vervangingen, self.context.vandaag
        )
        if answer:
            self.write("vervanging", answer.id, values_of(answer))

    def _end_substitute(self, each: Vervanging) -> None:
        """Who stands in today does so for the last time; what has yet to begin is taken away."""
        today = self.context.vandaag()
        if covers(each.van, each.tot, today):
            last: dict[str, date | str | None] = {"tot": today}
            words = "Vandaag is de laatste dag van de vervanging."
        else:
            last, words = {"verwijderd_op": now()}, "De vervanging is weggehaald."
        self.write("vervanging", each.id, last)
        back = partial(self.write, "vervanging", each.id, {"tot": each.tot, "verwijderd_op": None})
        self.undo.offer(words, back)


def _bezetting(today: date, archive: Archive) -> Bezetting:
    return Bezetting(
        school.groepen(archive),
        school.medewerkers(archive),
        school.leerlingen_per_groep(archive),
        lopend_of_komend(archive, today),
    )
