"""The first three steps: welcome, the school, and who begins."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.models.school import REGIOS, ROLLEN, Medewerker, School, schooljaar_op
from app.ui.theme import scale
from app.ui.welkom.stap import Stap
from app.ui.widgets.buttons import Link
from app.ui.widgets.choice import Choice
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.sign import Sign

PROMISES = (
    (
        "slot",
        "Alles blijft op deze computer",
        "Wat je typt wordt versleuteld bewaard in een eigen map op deze computer. Er gaat niets naar internet.",
    ),
    (
        "mensen",
        "Eén kring van vertrouwen",
        "Wie een wachtzin voor dit archief heeft, kan er álles in lezen: gesprekken, verslagen en aantekeningen. "
        "Deel het dus alleen met wie dat mag.",
    ),
    (
        "sleutel",
        "Alleen jullie hebben de sleutel",
        "Je kiest zo een wachtzin en krijgt een herstelcode op papier. Zijn die allebei weg, dan kan niemand het "
        "archief nog openen. Ook de makers van het programma niet.",
    ),
)


class WelkomStap(Stap):
    """What the program is, and what one should know before beginning.

    Signals:
        demo_wanted: first look at the invented school.
    """

    demo_wanted = Signal()
    next_words = "Begin"

    def __init__(self) -> None:
        super().__init__(
            "Welkom bij Ruggespraak",
            "Hiermee bereid je leerlingbesprekingen voor, leg je ze vast terwijl je praat, en heb je het verslag klaar "
            "voordat de leerkracht de deur uit is.",
        )
        for icon, title, text in PROMISES:
            row = QHBoxLayout()
            self.column.addLayout(row)
            row.setSpacing(scale.space(1.5))
            row.addWidget(Sign(icon, "accent", 1.4), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            row.addLayout(words, 1)
            words.setSpacing(scale.space(0.25))
            words.addWidget(Text(title, "strong"))
            words.addWidget(Muted(text))
        look = Link("Bekijk eerst de Proefschool, met verzonnen leerlingen")
        look.clicked.connect(self.demo_wanted)
        self.column.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)


class SchoolStap(Stap):
    """Which school."""

    def __init__(self, today: date) -> None:
        super().__init__("Je school", "De naam komt boven je verslagen te staan. Je kunt alles later nog veranderen.")
        self.naam, self.plaats = LineField(), LineField()
        self.regio = Segmented(tuple(REGIOS.items()))
        this_year = schooljaar_op(today)
        next_year = schooljaar_op(today.replace(year=today.year + 1, day=1))
        self.schooljaar = Choice(((this_year, this_year), (next_year, next_year)), empty=None)
        self.require(self.rows.add_row("Naam van de school", self.naam), "Vul de naam van je school in.")
        self.rows.add_row("Plaats", self.plaats, optional=True)
        row = self.rows.add_row(
            "Vakantieregio", self.regio, "Hiervan hangen de schoolvakanties af. De regio staat in de schoolgids."
        )
        self.require(row, "Kies de regio van je school.")
        self.rows.add_row("Schooljaar", self.schooljaar)
        self.column.addWidget(self.rows)

    def school(self) -> School:
        """The school as filled in."""
        return School(
            naam=self.naam.value().strip(),
            plaats=self.plaats.value().strip(),
            regio=self.regio.value(),
            schooljaar=self.schooljaar.value(),
        )


class IkStap(Stap):
    """Who begins."""

    def __init__(self) -> None:
        super().__init__("Wie ben jij?", "Je naam komt bij wat je schrijft, zodat later te zien is van wie het is.")
        self.roepnaam, self.voorvoegsel, self.achternaam = LineField(), LineField(characters=8), LineField()
        self.rol = Choice(tuple(ROLLEN.items()), empty=None)
        self.rol.set_value("ib")
        self.require(self.rows.add_row("Voornaam", self.roepnaam), "Vul je voornaam in.")
        self.rows.add_row("Tussenvoegsel", self.voorvoegsel, optional=True)
        self.require(self.rows.add_row("Achternaam", self.achternaam), "Vul je achternaam in.")
        self.rows.add_row("Wat doe je op school?", self.rol)
        self.column.addWidget(self.rows)

    def medewerker(self) -> Medewerker:
        """The user as filled in."""
        return Medewerker(
            roepnaam=self.roepnaam.value().strip(),
            voorvoegsel=self.voorvoegsel.value().strip(),
            achternaam=self.achternaam.value().strip(),
            rollen=(self.rol.value(),),
        )
