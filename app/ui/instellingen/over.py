"""About the program: version, licence, and where the data is."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app import __version__
from app.ui.instellingen.deel import Deel
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small, Text

LEAVES = (
    "Niets gaat vanzelf naar buiten: het programma gebruikt geen internet en stuurt geen gegevens. Alleen wat jij zelf "
    "opslaat of kopieert (een Word-verslag, een notitie, een reservekopie) verlaat het archief. Een Word-verslag is "
    "niet versleuteld: zet het alleen waar het hoort."
)


class OverDeel(Deel):
    """Facts about the program and the archive."""

    words = "Over Ruggespraak"
    lead = "Vrije software, voor en door mensen uit het onderwijs."

    def build(self) -> None:
        """Version and licence, the folder, and what leaves the laptop."""
        card = Card()
        facts = (
            ("Versie", __version__),
            ("Licentie", "GPL-3.0-or-later: je mag het programma gebruiken, delen en aanpassen."),
            ("Jouw archief staat in", str(self.context.folder)),
        )
        for name, value in facts:
            card.add(Small(name))
            card.add(Text(value).make_selectable())
        button = Button("Open de map", icon="map")
        button.clicked.connect(self._open)
        row = Flow()
        row.add(button)
        card.add(row)
        self.body.addWidget(card)
        privacy = Card("Wat verlaat deze laptop?")
        privacy.add(Muted(LEAVES))
        self.body.addWidget(privacy)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.folder)))
