"""The personal data of a pupil, new or known."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.leerling import Leerling, met_sorteernaam
from app.models.leerling_invoer import klacht_geboortedatum, klacht_naam
from app.models.records import values_of
from app.models.school import Groep
from app.storage.ongedaan import Schrijf
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.edit_dialog import EditDialog, day_of, day_problem, fill_day
from app.ui.widgets.form_rows import FormRow
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented

JAARGROEPEN = tuple(str(each) for each in range(1, 9))


class LeerlingDialog(EditDialog):
    """Asks for name, birthday and group; the answer is what is to be written.

    Parameters:
        leerling: as it is now, or a blank one.
        groepen: the groups to choose from.
        today: today's date, asked each time.
    """

    def __init__(
        self,
        parent: QWidget | None,
        leerling: Leerling,
        groepen: Sequence[Groep],
        today: Callable[[], date],
        *,
        new: bool = False,
    ) -> None:
        title = "Leerling toevoegen" if new else "Gegevens van de leerling"
        super().__init__(parent, title, accept="Toevoegen" if new else "Opslaan")
        self._leerling = leerling
        self._groepen = {each.id: each for each in groepen}
        self._today = today
        self.roepnaam = LineField(leerling.roepnaam)
        self.voorvoegsel = LineField(leerling.voorvoegsel, characters=9)
        self.achternaam = LineField(leerling.achternaam)
        self.voornamen = LineField(leerling.voornamen)
        self.geboortedatum = DateField(today=today)
        self.geslacht = Segmented([("jongen", "jongen"), ("meisje", "meisje")])
        self.groep = Choice([(each.id, each.naam) for each in groepen], empty="Nog geen groep")
        codes = (*JAARGROEPEN, *({leerling.jaargroep} - {"", *JAARGROEPEN}))
        self.jaargroep = Choice([(each, each) for each in codes], empty="Onbekend")
        self._lay_out()
        fill_day(self.geboortedatum, leerling.geboortedatum)
        self.geslacht.set_value(leerling.geslacht)
        self.groep.set_value(leerling.groep or "")
        self.jaargroep.set_value(leerling.jaargroep)
        self.groep.changed.connect(self._on_group)

    def _lay_out(self) -> None:
        add = self.fields.add_row
        self._name = add("Roepnaam", self.roepnaam, stretch=3)
        add("Tussenvoegsel", self.voorvoegsel, beside=True, stretch=2)
        add("Achternaam", self.achternaam, beside=True, stretch=4)
        add("Voornamen", self.voornamen, optional=True)
        self._born = add("Geboortedatum", self.geboortedatum, "Bijvoorbeeld 2-3-2017", optional=True)
        add("Geslacht", self.geslacht, optional=True)
        add("Groep", self.groep, "In welke groep het kind zit")
        add("Jaargroep", self.jaargroep, "Het leerjaar van het kind zelf", beside=True)

    def _on_group(self) -> None:
        """A group of one year tells the pupil's year."""
        groep = self._groepen.get(self.groep.value())
        if groep is not None and len(groep.jaargroepen) == 1:
            self.jaargroep.set_value(groep.jaargroepen[0])

    def check(self) -> Iterable[tuple[FormRow, str]]:
        born = day_of(self.geboortedatum)
        return (
            (self._name, klacht_naam(self.roepnaam.value(), self.achternaam.value())),
            day_problem(self._born, klacht_geboortedatum(born, self._today())),
        )

    def answer(self) -> Schrijf:
        """The pupil with all its fields, the sort key too."""
        filled = replace(
            self._leerling,
            roepnaam=self.roepnaam.value().strip(),
            voornamen=self.voornamen.value().strip(),
            voorvoegsel=self.voorvoegsel.value().strip(),
            achternaam=self.achternaam.value().strip(),
            geboortedatum=day_of(self.geboortedatum),
            geslacht=self.geslacht.value(),
            groep=self.groep.value() or None,
            jaargroep=self.jaargroep.value(),
        )
        return Schrijf("leerling", filled.id, met_sorteernaam(values_of(filled)))
