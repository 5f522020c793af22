"""Instellingen: a list of parts at the left, one of them at a time."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.context import Context
from app.ui.instellingen.beveiliging import BeveiligingDeel
from app.ui.instellingen.contacten import ContactenDeel
from app.ui.instellingen.deel import Deel
from app.ui.instellingen.eigen import EigenDeel
from app.ui.instellingen.gespreksbeleid import BeleidDeel
from app.ui.instellingen.groepen import GroepenDeel
from app.ui.instellingen.mensen import MedewerkersDeel
from app.ui.instellingen.over import OverDeel
from app.ui.instellingen.reservekopie import ReservekopieDeel
from app.ui.instellingen.school import IkDeel, SchoolDeel
from app.ui.instellingen.schooljaar import SchooljaarDeel
from app.ui.instellingen.weergave import WeergaveDeel
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets.page import Page, Scroll
from app.ui.widgets.side_list import SideList

DELEN: Mapping[str, type[Deel]] = {
    "school": SchoolDeel,
    "schooljaar": SchooljaarDeel,
    "gespreksbeleid": BeleidDeel,
    "ik": IkDeel,
    "medewerkers": MedewerkersDeel,
    "groepen": GroepenDeel,
    "contacten": ContactenDeel,
    "beveiliging": BeveiligingDeel,
    "reservekopie": ReservekopieDeel,
    "formulieren": EigenDeel,
    "weergave": WeergaveDeel,
    "over": OverDeel,
}
"""Part of the place -> what shows it, in the order of the list."""

WIDEST = 100
"""Width in grid steps past which a part no longer stretches."""


class InstellingenView(View):
    """The parts of Instellingen; each is made when it is first asked for."""

    title = "Instellingen"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._made: dict[str, Deel] = {}
        self._name = ""
        self._list = SideList([(name, part.words) for name, part in DELEN.items()])
        self._list.chosen.connect(self._choose)
        self._scroll = Scroll()
        self._page = Page("Instellingen", scroll=False)
        row = QHBoxLayout()
        self._page.add(row, 1)
        row.setSpacing(scale.space(4))
        left = QVBoxLayout()
        row.addLayout(left, 1)
        left.addWidget(self._list)
        row.addWidget(self._scroll, 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)

    def show_place(self, place: Place) -> None:
        """Show a part (`part`), and in it one record (`id`); the school when none is named."""
        name = place.part if place.part in DELEN else next(iter(DELEN))
        if name not in self._made:
            part = DELEN[name](self.context)
            if not part.fills:
                part.setMaximumWidth(scale.space(WIDEST))
            part.place_requested.connect(self.place_requested)
            self._made[name] = part
            self._scroll.body.addWidget(part)
        if name != self._name:
            self._scroll.verticalScrollBar().setValue(0)  # where the part before stood says nothing about this one
        self._name = name
        for other, made in self._made.items():
            made.setVisible(other == name)
        self._list.mark(name)
        self._made[name].point_at(place.id)
        self._made[name].read()

    def part(self, name: str) -> Deel:
        """A part that was shown."""
        return self._made[name]

    def _choose(self, name: str) -> None:
        self.place_requested.emit(Place("instellingen", part=name))
