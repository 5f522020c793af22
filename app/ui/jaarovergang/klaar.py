"""The last step: what was done, what now, and the way back as long as there is one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import lang
from app.storage.jaarovergang_terug import Gedaan
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Text

WHAT_NOW = (
    "Lees in augustus het EDEXML-bestand van het nieuwe schooljaar in. De groepen worden dan herkend, en nieuwe "
    "leerlingen komen erbij."
)
BACK = "Alles komt dan terug zoals het was: groepen, jaargroepen en wie van school ging."


class DonePanel(QWidget):
    """A new year that stands ready, or why none can be prepared now.

    Signals:
        groups_wanted, import_wanted, plan_wanted: where to go now.
        back_wanted: take the whole of it back.
    """

    groups_wanted = Signal()
    import_wanted = Signal()
    plan_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Banner("good", "")
        self.groups = Button("Naar de leerlingen", "primary", icon="leerlingen")
        self.plan = Button("Jaarplanning van de gesprekken", icon="kalender")
        self.file = Button("EDEXML inlezen", icon="importeer")
        self.back = Button("Terugdraaien …", icon="ongedaan")
        self._now = Card("Wat nu?")
        self._now.add(Text(WHAT_NOW))
        self._now.add(Flow(self.groups, self.plan, self.file))
        self._way_back = Card("Toch niet?", quiet=True)
        self.why_not = Muted()
        self._way_back.add(self.why_not)
        self._way_back.add(Flow(self.back))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        for widget in (self.notice, self._now, self._way_back):
            column.addWidget(widget)
        column.addStretch(1)
        self.groups.clicked.connect(self.groups_wanted)
        self.plan.clicked.connect(self.plan_wanted)
        self.file.clicked.connect(self.import_wanted)
        self.back.clicked.connect(self.back_wanted)

    def show_done(self, done: Gedaan, detail: str = "") -> None:
        """Say that the new year stands ready.

        Parameters:
            detail: figures, right after it was written.
        """
        told = f"Op {lang(done.op)} door {done.door} klaargezet." if done.door else f"Op {lang(done.op)} klaargezet."
        self.notice.set("good", f"Schooljaar {done.naar} staat klaar", " ".join(filter(None, (told, detail))))
        self._way_back.show()
        self.why_not.setText(done.bezwaar or BACK)
        self.back.setVisible(not done.bezwaar)

    def show_refusal(self, sentence: str) -> None:
        """Say why no new year can be prepared now."""
        self.notice.set("info", "Er is nu geen schooljaar klaar te zetten", sentence)
        self._way_back.hide()
