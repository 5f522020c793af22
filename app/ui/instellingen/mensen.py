"""Staff and groups: lists in which one adds, changes and takes out."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.ids import new_id
from app.models.namen import volledige_naam
from app.models.school import ROLLEN, Groep, Medewerker
from app.storage import school
from app.storage.archive import Archive
from app.ui.instellingen.deel import Deel
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted, Small, Text
from app.ui.widgets.line_field import LineField

JAARGROEPEN = tuple((str(year), f"groep {year}") for year in range(1, 9))


class Lijst(Card):
    """Entries below each other: a name, a line about it, and what one can do with it."""

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._empty = empty
        self._sheet: QWidget | None = None

    def show_entries(self, entries: list[tuple[str, str, list[Button]]]) -> None:
        """Show other entries: name, about, buttons."""
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        for name, about, buttons in entries:
            row = QHBoxLayout()
            row.setSpacing(scale.space(1))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Text(name, "strong"))
            words.addWidget(Small(about))
            row.addLayout(words, 1)
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)
        if not entries:
            column.addWidget(Muted(self._empty))
        self.add(self._sheet)


class MedewerkersDeel(Deel):
    """The staff."""

    words = "Medewerkers"
    lead = "Een rol geeft geen rechten: wie een wachtzin van dit archief heeft, kan alles lezen."

    def build(self) -> None:
        """A button and the list."""
        add = Button("Medewerker toevoegen", "primary", icon="plus")
        add.clicked.connect(self._add)
        self._list = Lijst("Er zijn nog geen medewerkers. Lees een EDEXML-bestand in, of voeg ze zelf toe.")
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._list)

    def read(self) -> None:
        """Show the staff as it is."""
        self.context.db.ask(school.medewerkers, self._show, owner=self)

    def _show(self, staff: list[Medewerker]) -> None:
        self._list.show_entries([(each.naam, _roles(each), self._buttons(each)) for each in staff])

    def _buttons(self, each: Medewerker) -> list[Button]:
        edit, leave = Button("Wijzig", small=True), Button("Uit dienst", "quiet", small=True)
        edit.setAccessibleName(f"Wijzig {each.naam}")
        leave.setAccessibleName(f"{each.naam} uit dienst")
        edit.clicked.connect(partial(self._edit, each))
        leave.clicked.connect(partial(self._let_go, each))
        return [edit, leave]

    def _add(self) -> None:
        answer = MedewerkerDialog.ask(self, Medewerker())
        if answer:
            self.write("medewerker", new_id(), answer)

    def _edit(self, each: Medewerker) -> None:
        answer = MedewerkerDialog.ask(self, each)
        if answer:
            self.write("medewerker", each.id, answer)

    def _let_go(self, each: Medewerker) -> None:
        today = self.context.vandaag().isoformat()
        self.write("medewerker", each.id, {"uit_dienst_op": today})
        back = partial(self.write, "medewerker", each.id, {"uit_dienst_op": None})
        self.undo.offer(f"{each.naam} is uit dienst.", back)


class GroepenDeel(Deel):
    """The groups of this school year."""

    words = "Groepen"
    lead = "In het groepsraster zet je niveaus en plannen van een hele groep in één keer."

    def build(self) -> None:
        """A button and the list."""
        add = Button("Groep toevoegen", "primary", icon="plus")
        add.clicked.connect(self._add)
        self._list = Lijst("Er zijn nog geen groepen. Lees een EDEXML-bestand in, of voeg ze zelf toe.")
        self._staff: list[Medewerker] = []
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._list)

    def read(self) -> None:
        """Show the groups as they are."""
        self.context.db.ask(_groups_and_staff, self._show, owner=self)

    def _show(self, found: tuple[list[Groep], list[Medewerker], dict[str, int]]) -> None:
        groups, self._staff, counts = found
        names = {each.id: each.naam for each in self._staff}
        entries = []
        for group in groups:
            teachers = ", ".join(names[each] for each in group.leerkrachten if each in names) or "nog geen leerkracht"
            about = f"{teachers} · {counts.get(group.id, 0)} leerlingen"
            entries.append((f"Groep {group.naam}", about, self._buttons(group)))
        self._list.show_entries(entries)

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
        answer = GroepDialog.ask(self, Groep(schooljaar=self.context.school.schooljaar), self._staff)
        if answer:
            self.write("groep", new_id(), {**answer, "schooljaar": self.context.school.schooljaar})

    def _edit(self, group: Groep) -> None:
        answer = GroepDialog.ask(self, group, self._staff)
        if answer:
            self.write("groep", group.id, answer)

    def _end(self, group: Groep) -> None:
        self.write("groep", group.id, {"opgeheven_op": self.context.vandaag().isoformat()})
        back = partial(self.write, "groep", group.id, {"opgeheven_op": None})
        self.undo.offer(f"Groep {group.naam} is opgeheven.", back)


class MedewerkerDialog(Dialog):
    """Asks for someone of the staff; the answer is what is to be written."""

    def __init__(self, parent: QWidget | None, each: Medewerker) -> None:
        super().__init__(parent, each.naam or "Medewerker toevoegen")
        self.roepnaam, self.voorvoegsel = LineField(each.roepnaam), LineField(each.voorvoegsel, characters=10)
        self.achternaam, self.email = LineField(each.achternaam), LineField(each.email)
        self.rollen = CheckList(ROLLEN.items())
        self.rollen.set_value(each.rollen)
        form = FormRows()
        form.add_row("Roepnaam", self.roepnaam, stretch=3)
        form.add_row("Voorvoegsel", self.voorvoegsel, optional=True, beside=True, stretch=2)
        form.add_row("Achternaam", self.achternaam, stretch=4)
        form.add_row("E-mail", self.email, optional=True)
        form.add_row("Rol op school", self.rollen)
        self.add(form)

    def complaint(self) -> str:
        """A name is needed to be chosen by."""
        named = volledige_naam(self.roepnaam.value(), "", self.achternaam.value())
        return "" if named else "Vul een roepnaam of een achternaam in."

    def answer(self) -> dict[str, Any]:
        """The fields to write."""
        return {
            "roepnaam": self.roepnaam.value().strip(),
            "voorvoegsel": self.voorvoegsel.value().strip(),
            "achternaam": self.achternaam.value().strip(),
            "email": self.email.value().strip(),
            "rollen": tuple(self.rollen.value()),
        }


class GroepDialog(Dialog):
    """Asks for a group; the answer is what is to be written."""

    def __init__(self, parent: QWidget | None, group: Groep, staff: list[Medewerker]) -> None:
        super().__init__(parent, f"Groep {group.naam}" if group.naam else "Groep toevoegen")
        self.naam = LineField(group.naam, characters=14)
        self.jaargroepen = CheckList(JAARGROEPEN)
        self.jaargroepen.set_value(group.jaargroepen)
        self.leerkrachten = CheckList([(each.id, each.naam) for each in staff])
        self.leerkrachten.set_value(group.leerkrachten)
        form = FormRows()
        form.add_row("Naam", self.naam, "Zoals 5/6 of 1/2 A.")
        form.add_row("Jaargroepen", self.jaargroepen, "Bij een combinatiegroep kies je er meer dan één.")
        form.add_row("Leerkrachten", self.leerkrachten, optional=True)
        self.add(form)

    def complaint(self) -> str:
        """A group needs a name."""
        return "" if self.naam.value().strip() else "Geef de groep een naam, zoals 5/6."

    def answer(self) -> dict[str, Any]:
        """The fields to write."""
        return {
            "naam": self.naam.value().strip(),
            "jaargroepen": tuple(self.jaargroepen.value()),
            "leerkrachten": tuple(self.leerkrachten.value()),
        }


def _roles(each: Medewerker) -> str:
    return ", ".join(ROLLEN.get(rol, rol) for rol in each.rollen)


def _groups_and_staff(archive: Archive) -> tuple[list[Groep], list[Medewerker], dict[str, int]]:
    return school.groepen(archive), school.medewerkers(archive), school.leerlingen_per_groep(archive)
