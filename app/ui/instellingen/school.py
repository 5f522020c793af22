"""The school and the user."""

from functools import partial

from app.models.school import REGIOS, ROLLEN, Medewerker, School, is_schooljaar
from app.storage.archive import Archive
from app.storage.school import groepen, the_school
from app.ui.instellingen.deel import Deel, write_when_left
from app.ui.place import Place
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented

FIXED_YEAR = (
    "Je groepen en leerlingen zitten in dit jaar. Naar een ander jaar ga je met ‘Nieuw schooljaar voorbereiden’: "
    "dan gaan ze mee."
)


class SchoolDeel(Deel):
    """Name, place, region and school year."""

    words = "School"
    lead = "Deze gegevens staan boven elk verslag."

    def build(self) -> None:
        """One card with the school's fields."""
        self._school = School()
        self._naam, self._plaats = LineField(), LineField()
        self._brin, self._schooljaar = LineField(characters=8), LineField(characters=12)
        self._regio = Segmented(list(REGIOS.items()), clearable=False)
        form = FormRows()
        form.add_row("Naam van de school", self._naam)
        form.add_row("Plaats", self._plaats)
        form.add_row(
            "BRIN-nummer", self._brin, "Vier tekens. Het programma kijkt ermee of een EDEXML van jouw school is."
        )
        self._year_row = form.add_row("Schooljaar", self._schooljaar, "Zoals 2026-2027.")
        self._this_year = Text("")
        self._fixed_year_row = form.add_row("Schooljaar", self._this_year, FIXED_YEAR)
        form.add_row("Vakantieregio", self._regio, "De regio waarin de school haar vakanties heeft.")
        card = Card()
        card.add(form)
        self.body.addWidget(card)
        self.body.addWidget(self._next_year())
        for field, name in (
            (self._naam, "naam"),
            (self._plaats, "plaats"),
            (self._brin, "brin"),
        ):
            write_when_left(field, partial(self._change, name))
        write_when_left(self._schooljaar, self._change_year)
        self._regio.changed.connect(self._change_region)

    def _next_year(self) -> Card:
        card = Card("Naar een nieuw schooljaar")
        card.add(Muted("Alle leerlingen gaan in één keer een jaar verder. Je ziet eerst wat er verandert."))
        self.next_year = Button("Nieuw schooljaar voorbereiden", icon="kalender")
        self.next_year.clicked.connect(partial(self.place_requested.emit, Place("jaarovergang")))
        card.add(Flow(self.next_year))
        return card

    def read(self) -> None:
        """Show the school as it is."""
        self.context.db.ask(_read, self._show, owner=self)

    def _show(self, found: tuple[School, bool]) -> None:
        school, has_groups = found
        self._school = self.context.school = school
        self._this_year.setText(school.schooljaar)
        self._year_row.setVisible(not has_groups)
        self._fixed_year_row.setVisible(has_groups)
        self._naam.set_value(school.naam)
        self._plaats.set_value(school.plaats)
        self._brin.set_value(school.brin)
        self._schooljaar.set_value(school.schooljaar)
        self._regio.set_value(school.regio)

    def _change(self, name: str, value: str) -> None:
        self.write("school", self._school.id, {name: value})

    def _change_year(self, value: str) -> None:
        is_year = is_schooljaar(value)
        self._year_row.set_error("" if is_year else "Schrijf het schooljaar als 2026-2027: twee jaren na elkaar.")
        if is_year:
            self._change("schooljaar", value)

    def _change_region(self) -> None:
        self._change("regio", self._regio.value())


def _read(archive: Archive) -> tuple[School, bool]:
    school = the_school(archive)
    year = school.schooljaar
    return school, is_schooljaar(year) and bool(groepen(archive, schooljaar=year))


class IkDeel(Deel):
    """The user: the name under which is written."""

    words = "Mijn gegevens"
    lead = "Onder deze naam staat wat jij schrijft, ook in het verslag."

    def build(self) -> None:
        """One card with the user's fields."""
        self._roepnaam, self._voorvoegsel, self._achternaam = LineField(), LineField(characters=10), LineField()
        self._email = LineField()
        self._rollen = CheckList(ROLLEN.items())
        form = FormRows()
        form.add_row("Roepnaam", self._roepnaam, stretch=3)
        form.add_row("Voorvoegsel", self._voorvoegsel, optional=True, beside=True, stretch=2)
        form.add_row("Achternaam", self._achternaam, beside=True, stretch=4)
        form.add_row("E-mail", self._email, optional=True)
        form.add_row("Wat doe je op school?", self._rollen)
        self._card = Card()
        self._card.add(form)
        self._nobody = Muted("Voor jouw wachtzin is nog geen medewerker bekend. Voeg jezelf toe bij Medewerkers.")
        self.body.addWidget(self._card)
        self.body.addWidget(self._nobody)
        for field, name in (
            (self._roepnaam, "roepnaam"),
            (self._voorvoegsel, "voorvoegsel"),
            (self._achternaam, "achternaam"),
            (self._email, "email"),
        ):
            write_when_left(field, partial(self._change, name))
        self._rollen.changed.connect(self._change_roles)

    def read(self) -> None:
        """Show the user as known."""
        me = self.context.ik
        self.context.db.ask(lambda archive: archive.get(Medewerker, me), self._show, owner=self)

    def _show(self, me: Medewerker | None) -> None:
        self._card.setVisible(me is not None)
        self._nobody.setVisible(me is None)
        if me is not None:
            self.context.gebruiker = me.naam
            self._roepnaam.set_value(me.roepnaam)
            self._voorvoegsel.set_value(me.voorvoegsel)
            self._achternaam.set_value(me.achternaam)
            self._email.set_value(me.email)
            self._rollen.set_value(me.rollen)

    def _change(self, name: str, value: str) -> None:
        self.write("medewerker", self.context.ik, {name: value})

    def _change_roles(self) -> None:
        self.write("medewerker", self.context.ik, {"rollen": tuple(self._rollen.value())})
