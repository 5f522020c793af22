"""A parent or carer: once, whatever number of children they have here."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.leerling import GEZAG, Leerling, Ouder, Ouderschap
from app.models.leerling_invoer import klacht_email, klacht_telefoon
from app.storage.archive import Archive
from app.storage.dossier import andere_kinderen, ouder_toevoegen, zoek_ouders
from app.storage.formulieren import OuderVan
from app.storage.ongedaan import Schrijf
from app.ui.database import Database
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.choice import EditableChoice
from app.ui.widgets.edit_dialog import EditDialog
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRow
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Small
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented

RELATIES = ("moeder", "vader", "voogd", "pleegmoeder", "pleegvader", "stiefmoeder", "stiefvader", "oma", "opa")
PAUSE_MILLISECONDS = 200
SHORTEST = 2
"""Letters from which known people are looked up."""


class Known(QWidget):
    """People who are known already; choosing one shares the record."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Small("Staat al in Ruggespraak. Kies de persoon, dan vul je de gegevens niet dubbel in:")
        self.people = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0.5))
        column.addWidget(self._words)
        column.addWidget(self.people)
        self.hide()


class OuderDialog(EditDialog):
    """Asks for a parent or carer; the answer is what is to be written.

    Parameters:
        leerling: whose parent it is.
        van: the parent as known, or None for a new one; then people who are known already are offered.
        volgorde: place of a new one among the parents.
    """

    def __init__(
        self, parent: QWidget | None, db: Database, leerling: Leerling, van: OuderVan | None = None, volgorde: int = 0
    ) -> None:
        super().__init__(
            parent,
            "Ouder of verzorger" if van else "Ouder of verzorger toevoegen",
            accept="Opslaan" if van else "Toevoegen",
        )
        self._db = db
        self._leerling = leerling
        self._new = van is None
        self._ouder = van.ouder if van else Ouder()
        self._tie = van.ouderschap if van else Ouderschap(leerling=leerling.id, volgorde=volgorde)
        self.naam = LineField()
        self.known = Known()
        self.shared = Banner("info", "")
        self.relatie = EditableChoice(RELATIES)
        self.gezag = Segmented(list(GEZAG.items()), clearable=False)
        self.telefoon = LineField(characters=18)
        self.email = LineField()
        self.adres = LineField()
        self.bijzonderheden = GrowingText(min_lines=2)
        self.tolk = LineField(characters=24)
        self.eigen_gesprek = CheckBox("Deze ouder heeft een eigen gesprek", self._tie.eigen_gesprek)
        self.informatie = CheckBox("Ontvangt uitnodigingen en verslagen op eigen adres", self._tie.informatie)
        self._search = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._search.timeout.connect(self._look_up)
        self._lay_out()
        self._fill()
        self.relatie.set_value(self._tie.relatie)
        self.gezag.set_value(self._tie.gezag)
        if self._new:
            self.naam.changed.connect(self._search.start)
            self._look_up()
        else:
            self._tell_of_others()

    def _lay_out(self) -> None:
        add = self.fields.add_row
        self._name = add("Naam", self.naam)
        self.fields.add_widget(self.known)
        self.fields.add_widget(self.shared)
        self.shared.hide()
        add("Relatie tot het kind", self.relatie, "Bijvoorbeeld moeder of voogd", optional=True)
        add("Gezag", self.gezag, "Wie gezag heeft, wordt om toestemming gevraagd")
        self._phone = add("Telefoon", self.telefoon, optional=True)
        self._mail = add("E-mailadres", self.email, optional=True, beside=True)
        add("Adres", self.adres, optional=True)
        self.fields.add_widget(self.informatie)
        self.fields.add_widget(self.eigen_gesprek)
        self.fields.add_widget(Small("Zo krijgen ouders die gescheiden zijn ieder een gesprek en een uitnodiging."))
        add("Tolk nodig voor", self.tolk, "De taal, zoals Arabisch. Leeg als er geen tolk nodig is", optional=True)
        add("Bijzonderheden", self.bijzonderheden, "Bijvoorbeeld de taal, of wanneer je kunt bellen", optional=True)

    def _fill(self) -> None:
        ouder = self._ouder
        for field, value in (
            (self.naam, ouder.naam),
            (self.telefoon, ouder.telefoon),
            (self.email, ouder.email),
            (self.adres, ouder.adres),
            (self.bijzonderheden, ouder.bijzonderheden),
            (self.tolk, ouder.tolk),
        ):
            field.set_value(value)

    def _look_up(self) -> None:
        text = self.naam.value().strip()
        if len(text) < SHORTEST and not (not text and self._leerling.gezin):
            self._show_known([])
            return
        question = partial(_find, text, self._leerling)
        self._db.ask(question, self._show_known, owner=self)

    def _show_known(self, found: list[tuple[Ouder, str]]) -> None:
        self.known.people.clear()
        for ouder, kinderen in found:
            button = Button(f"{ouder.naam} (van {kinderen})" if kinderen else ouder.naam, icon="persoon", small=True)
            button.clicked.connect(partial(self._choose, ouder))
            self.known.people.add(button)
        self.known.setVisible(bool(found))

    def _choose(self, ouder: Ouder) -> None:
        self._search.stop()
        self._ouder = ouder
        self._fill()
        self._show_known([])
        self._tell_of_others()
        self.relatie.setFocus()

    def _tell_of_others(self) -> None:
        question = partial(_others, self._ouder.id, self._leerling.id)
        self._db.ask(question, self._show_others, owner=self)

    def _show_others(self, kinderen: str) -> None:
        self.shared.setVisible(bool(kinderen))
        words = f"Ook van {kinderen}: naam, telefoon, adres, tolk en bijzonderheden verander je voor allemaal."
        self.shared.set("info", words)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        return (
            (self._name, "" if self.naam.value().strip() else "Vul de naam in."),
            (self._phone, klacht_telefoon(self.telefoon.value())),
            (self._mail, klacht_email(self.email.value())),
        )

    def answer(self) -> tuple[Schrijf, ...]:
        """The person, and the tie to this pupil."""
        ouder = replace(
            self._ouder,
            naam=self.naam.value().strip(),
            telefoon=self.telefoon.value().strip(),
            email=self.email.value().strip(),
            adres=self.adres.value().strip(),
            bijzonderheden=self.bijzonderheden.value().strip(),
            tolk=self.tolk.value().strip(),
        )
        tie = replace(
            self._tie,
            ouder=ouder.id,
            relatie=self.relatie.value(),
            gezag=self.gezag.value() or "onbekend",
            eigen_gesprek=self.eigen_gesprek.value(),
            informatie=self.informatie.value(),
        )
        return ouder_toevoegen(ouder, tie)


def _find(text: str, leerling: Leerling, archive: Archive) -> list[tuple[Ouder, str]]:
    return zoek_ouders(archive, text, leerling)


def _others(ouder: str, leerling: str, archive: Archive) -> str:
    return andere_kinderen(archive, ouder, leerling)
