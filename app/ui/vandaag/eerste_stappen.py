"""What a fresh school does first."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.storage.school import Aantallen
from app.ui.place import Place
from app.ui.proefschool import open_proefschool
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Heading, Muted, Text
from app.ui.widgets.sign import RoundSign, Sign


class FirstSteps(Card):
    """The road to the first meeting, with what is done ticked off.

    Signals:
        place_requested: the place where a step is taken.
    """

    place_requested = Signal(object)

    def __init__(self, has: Aantallen) -> None:
        super().__init__()
        self._has_primary = False
        top = QHBoxLayout()
        self.add(top)
        top.setSpacing(scale.space(2))
        top.addWidget(RoundSign("ster"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        top.addLayout(words, 1)
        words.setSpacing(scale.space(0.25))
        words.addStretch(1)
        words.addWidget(Heading("Wat wil je eerst doen?"))
        words.addWidget(Muted("In drie stappen ben je klaar voor de eerste leerlingbespreking."))
        words.addStretch(1)
        self.body.addSpacing(scale.space(1))
        self._add_step(
            bool(has.groepen and has.leerlingen),
            "Haal de school binnen",
            "Lees het EDEXML-bestand uit je leerlingadministratie in. Groepen, leerlingen en leerkrachten staan er dan "
            "in één keer in. Liever zelf typen? Dat kan ook.",
            (("EDEXML inlezen", Place("importeren")), ("Zelf invoeren", Place("leerlingen"))),
        )
        self._add_step(
            bool(has.besprekingen),
            "Plan een leerlingbespreking",
            "Kies een dag en een groep, en welke leerlingen je bespreekt.",
            (("Bespreking plannen", Place("besprekingen", part="nieuw")),),
        )
        self._add_step(
            False,
            "Bespreek en leg vast",
            "Vul formulier A.6 in tijdens het gesprek. Alles wordt meteen bewaard, en het verslag in Word is direct "
            "klaar.",
            (("Lees hoe dat gaat", Place("handleiding", part="bespreekmodus")),),
        )

        look = Link("Kijk eerst rond in de Proefschool, met verzonnen leerlingen")
        look.clicked.connect(open_proefschool)
        self.body.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_step(self, done: bool, title: str, text: str, actions: tuple[tuple[str, Place], ...]) -> None:
        row = QHBoxLayout()
        row.setSpacing(scale.space(2))
        row.setContentsMargins(0, scale.space(1), 0, scale.space(1))
        sign = Sign("vink" if done else "ring", "good" if done else "muted")
        sign.setAccessibleName("gedaan" if done else "nog te doen")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(scale.space(0.25))
        words.addWidget(Text(title, "strong"))
        words.addWidget(Muted(text))
        for place, (caption, where) in enumerate(actions):
            first = not done and not place and not self._has_primary
            self._has_primary |= first
            button = Button(caption, "primary" if first else "secondary", small=True)
            button.clicked.connect(partial(self.place_requested.emit, where))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget()
        holder.setLayout(row)
        self.add(holder)
