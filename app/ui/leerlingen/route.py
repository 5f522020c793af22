"""The card of the dossier about the ondersteuningsroute: begin one, or where it is."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.models.datums import kort
from app.models.route import Route
from app.models.routes.definition import Station
from app.storage.archive import Archive
from app.storage.routedefinities import route_definitie
from app.storage.routes import mist
from app.ui.context import Context
from app.ui.place import NIEUW, Place
from app.ui.routewoorden import mover, since_words
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small
from app.ui.woorden import count_words


@dataclass(frozen=True, slots=True)
class Routeregel:
    """A route of the pupil.

    Attributes:
        station: where it is, or ended.
        mist: how many things miss before it can go on.
    """

    route: Route
    station: Station
    mist: int


class RouteCard(RefilledCard):
    """Where the route of a pupil is, and those that ended; each a link to its page.

    Signals:
        place_wanted: a `Place` to go to.
    """

    place_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Ondersteuningsroute")
        self._context = context
        self._pupil = ""
        self.begin = Button("Begin een route", icon="plus", small=True)
        self.begin.clicked.connect(self._begin)
        self.add(Flow(self.begin))

    def show_pupil(self, pupil: str) -> None:
        """Read the routes of a pupil; nothing of another child stays on screen."""
        if pupil != self._pupil:
            self.hide()
        self._pupil = pupil
        question = partial(_read, pupil, self._context.vandaag())
        self._context.db.ask(question, partial(self._show, pupil), owner=self)

    def _show(self, pupil: str, lines: tuple[Routeregel, ...]) -> None:
        if pupil != self._pupil:
            return
        today = self._context.vandaag()
        self.begin.setVisible(all(each.route.beeindigd_op for each in lines))
        column = self.renew((pupil, lines, today))
        self.show()
        if column is None:
            return
        column.setSpacing(scale.space(1))
        if not lines:
            column.addWidget(Muted("Als de basisondersteuning niet genoeg is."))
        for each in lines:
            link = Link(_title(each))
            link.clicked.connect(partial(self.place_wanted.emit, Place("route", each.route.id)))
            column.addWidget(Flow(link, _state(each, today)))
            column.addWidget(Small(_about(each, today)))

    def _begin(self) -> None:
        self.place_wanted.emit(Place("route", NIEUW, self._pupil))


def _title(each: Routeregel) -> str:
    return "Beëindigde route" if each.route.beeindigd_op else each.station.kort


def _state(each: Routeregel, today: date) -> Chip:
    if each.route.beeindigd_op is not None:
        return Chip(kort(each.route.beeindigd_op, today))
    if each.mist:
        return Chip(f"mist {count_words(each.mist, 'ding', 'dingen')}", "warn", "waarschuwing")
    return Chip("alles is er", "good", "vink")


def _about(each: Routeregel, today: date) -> str:
    if each.route.beeindigd_op is not None:
        return each.route.einde
    since = each.route.sinds
    day = f"sinds {since_words(since, today)}" if since else ""
    return " · ".join(filter(None, (day, f"aan zet: {mover(each.station.aan_zet)}")))


def _read(pupil: str, today: date, archive: Archive) -> tuple[Routeregel, ...]:
    found = archive.all(Route, leerling=pupil)
    return tuple(_line(archive, each, today) for each in reversed(found))


def _line(archive: Archive, route: Route, today: date) -> Routeregel:
    station = route_definitie(archive, route.definitie).station(route.station)
    return Routeregel(route, station, 0 if route.beeindigd_op else len(mist(archive, route.id, today)))
