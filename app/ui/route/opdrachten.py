"""What the page of a route asks of the archive; each runs on the database thread."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.models.contact import Contact
from app.models.route import Mpo, Route, Routebericht
from app.models.routes.definition import EINDE, Besluit
from app.models.uitnodiging import Brief, mpo_brieven
from app.storage import mpo as mpos
from app.storage import opp as opps
from app.storage import routes
from app.storage.archive import Archive
from app.storage.contacten import contacten
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.routeblad import Routeblad, routeblad
from app.storage.routestap import Zet
from app.ui.context import Context
from app.ui.place import Place
from app.ui.route.dialogen import Gezet, Verteld

Back = tuple[Schrijf, ...]


@dataclass(frozen=True, slots=True)
class Getoond:
    """A route as the page shows it.

    Attributes:
        mensen: names to choose from for who decided; who is at move, as far as known, first.
    """

    blad: Routeblad
    mensen: tuple[str, ...]

    @property
    def ouders(self) -> tuple[str, ...]:
        """Names of the parents."""
        return tuple(each.ouder.naam for each in self.blad.ouders if each.ouder.naam)

    def kort(self, station: str) -> str:
        """The name of a station on the line."""
        return self.blad.definitie.station(station).kort

    def gevolg(self, besluit: Besluit) -> str:
        """What follows from a decision, in a sentence; empty when the route stays where it is."""
        if not besluit.leidt_naar:
            return ""
        if besluit.leidt_naar == EINDE:
            return "Daarna kun je de route beëindigen."
        return f"Daarna kun je verder naar {self.kort(besluit.leidt_naar)}."


def read(route: str, context: Context, archive: Archive) -> Getoond | None:
    """A route with all that belongs beside it; None when there is none any more."""
    blad = routeblad(archive, route, context.vandaag())
    if blad is None:
        return None
    return Getoond(blad, _people(contacten(archive), blad, context.gebruiker))


def step(route: Route, what: str, made: Gezet, context: Context, archive: Archive) -> Back:
    """`verder`, `terug`, `overslaan` or `einde`."""
    zet, author, today = Zet(made.datum, made.door, made.reden), context.gebruiker, context.vandaag()
    if what == "einde":
        return routes.beeindig(archive, route.id, zet, author, today)
    move = {"verder": routes.verder, "terug": routes.terug, "overslaan": routes.sla_over}[what]
    return move(archive, route.id, made.naar, zet, author, today)


def remove(route: Route, context: Context, archive: Archive) -> Back:
    """Take a route away that was begun by mistake."""
    return routes.haal_weg(archive, route.id, context.gebruiker)


def decide(route: Route, besluit: str, made: Gezet, context: Context, archive: Archive) -> Back:
    """Record a decision."""
    zet = Zet(made.datum, made.door, made.reden)
    return routes.besluit(archive, route.id, besluit, made.waarden, zet, context.gebruiker, context.vandaag())


def tick(
    route: Route, station: str, vereiste: str, day: date | None, words: str, context: Context, archive: Archive
) -> Back:
    """Record that something is there, or with no day that it isn't."""
    return routes.vereiste(archive, route.id, (station, vereiste), day, words, context.gebruiker)


def tell(route: Route, station: str, asked: str, told: Verteld, context: Context, archive: Archive) -> Back:
    """Record that somebody was informed."""
    message = Routebericht(
        route=route.id, station=station, informeren=asked, wie=told.wie, op=told.op, hoe=told.hoe, door=told.door
    )  # fmt: skip
    return routes.bericht(archive, message, context.gebruiker, context.vandaag())


def untell(_route: Route, message: Routebericht, context: Context, archive: Archive) -> Back:
    """Take a message away."""
    return routes.bericht_weg(archive, message.id, context.gebruiker)


def next_mpo(shown: Getoond, user: str) -> Mpo:
    """An MPO to begin with: who came the last time, else the parents; with the coördinator where that is asked."""
    blad = shown.blad
    last = blad.mpos[0].mpo if blad.mpos else None
    return Mpo(
        route=blad.route.id,
        partijen=last.partijen if last else (),
        anderen=last.anderen if last else (*shown.ouders, user),
        coordinator=any(each.coordinator for each in blad.hier.station.vereisten),
    )


def invitations(shown: Getoond, mpo: Mpo, user: str) -> tuple[Brief, ...]:
    """The letters to the parents and parties who are asked to an MPO."""
    blad = shown.blad
    parties = next((each.partijen for each in blad.mpos if each.mpo.id == mpo.id), ())
    parents = [(each.ouder, each.ouderschap) for each in blad.ouders]
    return mpo_brieven(mpo, blad.leerling, blad.groep.naam if blad.groep else "", parents, parties, user)


def plan_mpo(_route: Route, mpo: Mpo, context: Context, archive: Archive) -> Back:
    """Call an MPO."""
    return mpos.mpo_maak(archive, mpo, context.gebruiker)


def change_mpo(_route: Route, mpo: Mpo, context: Context, archive: Archive) -> Back:
    """Change an MPO."""
    return mpos.mpo_wijzig(archive, mpo, context.gebruiker)


def remove_mpo(_route: Route, mpo: Mpo, context: Context, archive: Archive) -> Back:
    """Take an MPO away that will not be held."""
    return mpos.mpo_verwijder(archive, mpo.id, context.gebruiker)


def outcome(_route: Route, mpo: Mpo, uitkomst: str, words: str, context: Context, archive: Archive) -> Back:
    """Record what an MPO came to."""
    return mpos.mpo_uitkomst(archive, mpo.id, uitkomst, words, context.gebruiker, context.vandaag())


def headmaster(_route: Route, mpo: Mpo, told: Verteld, context: Context, archive: Archive) -> Back:
    """Record that the directeur knows the outcome of an MPO; with agreement the route ends by this."""
    zet = Zet(told.op, told.door)
    return mpos.mpo_directeur(archive, mpo.id, zet, told.hoe, context.gebruiker, context.vandaag())


def minutes(mpo: Mpo, context: Context, archive: Archive) -> str:
    """Begin the minutes, or give those that were begun. Raises DefinitionError."""
    return mpos.begin_notulen(archive, mpo.id, context.gebruiker, context.gebruiker, context.vandaag())


def opp(shown: Getoond, context: Context, archive: Archive) -> Place:
    """The form of the OPP, at the parents' answer where that misses; begun when there is none that can be used.

    Raises DefinitionError.
    """
    stand = shown.blad.opp
    if stand.formulier is not None and (stand.loopt or stand.geldig is None):
        return Place("formulier", stand.formulier.id, stand.vraag)
    new = opps.begin(archive, shown.blad.leerling.id, context.gebruiker, context.gebruiker, context.vandaag())
    return Place("formulier", new)


def take_back(back: Back, context: Context, archive: Archive) -> Back:
    """Bring everything back to how it was."""
    return schrijf(archive, back, context.gebruiker)


def _people(known: Iterable[Contact], blad: Routeblad, user: str) -> tuple[str, ...]:
    """Who can have decided: of the role that is at move first, then the user, then the others."""
    rol, known = blad.hier.station.aan_zet, list(known)
    first = [user] if rol == "ib" else [each.naam for each in known if each.rol == rol]
    return tuple(dict.fromkeys(filter(None, (*first, user, *(each.naam for each in known)))))
