"""What the palette shows: lines under headings, from the archive and from the list of things to do."""

from dataclasses import dataclass, field

from app.models.datums import kort
from app.storage import zoeken
from app.storage.archive import Archive
from app.storage.zoeken import Treffer
from app.ui.place import Place
from app.ui.window.opdrachten import Opdracht, Rang, rang

SHORTEST_TEXT = 2
"""Letters from which the words inside forms are looked at; a single one is in nearly all of them."""

FEW = 3
"""With so few pupils found by name, their forms come along."""


@dataclass(frozen=True, slots=True)
class Vondst:
    """One line of the palette.

    Attributes:
        words: what it is called; under: what stands beside that; fragment: see `Treffer`.
        heading: True for a heading, which can't be chosen.
        place: where it leads; act: what it does instead.
    """

    words: str
    icon: str = ""
    under: str = ""
    fragment: str = ""
    heading: bool = False
    place: Place | None = None
    act: str = ""
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class Gevonden:
    """What the archive has: who and what is called so, and what has the words in it."""

    namen: list[Vondst] = field(default_factory=list)
    inhoud: list[Vondst] = field(default_factory=list)


def zoek(text: str, only: str | None, archive: Archive) -> Gevonden:
    """Look in the archive.

    Parameters:
        text: what was typed.
        only: id of the one pupil who may be named on the screen, or None.
    """
    pupils = zoeken.leerlingen(archive, text, only=only)
    names = _under("Leerlingen", pupils, "leerlingen")
    if only is None:
        names += _under("Groepen", zoeken.groepen(archive, text), "groep")
        names += _under("Besprekingen", zoeken.besprekingen(archive, text), "besprekingen")
        names += _under("Contacten", zoeken.contacten(archive, text), "mensen")
    return Gevonden(names, _inhoud(archive, text, only, pupils))


def _inhoud(archive: Archive, text: str, only: str | None, pupils: list[Treffer]) -> list[Vondst]:
    long = len(text.strip()) >= SHORTEST_TEXT
    forms = zoeken.formulieren(archive, text, only=only) if long else []
    if 0 < len(pupils) <= FEW:
        own = zoeken.formulieren_van(archive, [each.id for each in pupils])
        found = {each.id for each in forms}
        forms = [*forms, *(each for each in own if each.id not in found)]
    lines = _under("Formulieren en verslagen", forms, "document")
    lines += _under("Ondersteuningsroutes", _routes(archive, text, only, pupils), "routes")
    consults = zoeken.consulten_van(archive, [each.id for each in pupils]) if 0 < len(pupils) <= FEW else []
    lines += _under("Consulten", consults, "consulten")
    agreements = zoeken.afspraken(archive, text, only=only) if long else []
    annexes = zoeken.bijlagen(archive, text, only=only) if long else []
    return lines + _under("Afspraken", agreements, "afspraak") + _under("Bijlagen", annexes, "document")


def _routes(archive: Archive, text: str, only: str | None, pupils: list[Treffer]) -> list[Treffer]:
    """Those with the words in them, and of few pupils found by name their own."""
    found = zoeken.routes(archive, text, only=only) if len(text.strip()) >= SHORTEST_TEXT else []
    own = zoeken.routes_van(archive, [each.id for each in pupils]) if 0 < len(pupils) <= FEW else []
    known = {each.id for each in found}
    return [*found, *(each for each in own if each.id not in known)]


def op_volgorde(typed: str, todo: list[Opdracht], found: Gevonden) -> list[Vondst]:
    """All lines, what is most likely meant first: see `Rang`.

    Parameters:
        todo: the tasks that fit what was typed, best first.
    """
    meant = [each for each in todo if rang(each, typed) < Rang.VERWANT]
    first = _te_doen("Opdrachten", meant)
    last = _te_doen("Andere opdrachten" if meant else "Opdrachten", todo[len(meant) :])
    if meant and rang(meant[0], typed) is Rang.GENOEMD:
        return [*first, *found.namen, *found.inhoud, *last]
    return [*found.namen, *first, *found.inhoud, *last]


def _te_doen(heading: str, tasks: list[Opdracht]) -> list[Vondst]:
    lines = [Vondst(each.words, each.icon, place=each.place, act=each.act, shortcut=each.shortcut) for each in tasks]
    return [Vondst(heading, heading=True), *lines] if lines else []


def _under(heading: str, found: list[Treffer], icon: str) -> list[Vondst]:
    lines = [
        Vondst(each.titel, icon, _beside(each), each.fragment.replace("\n", " "), place=_place(each)) for each in found
    ]
    return [Vondst(heading, heading=True), *lines] if lines else []


def _beside(treffer: Treffer) -> str:
    day = kort(treffer.datum) + f" {treffer.datum.year}" if treffer.datum else ""
    return " · ".join(each for each in (treffer.onder, day) if each)


def _place(treffer: Treffer) -> Place:
    if treffer.kind == "groep":
        return Place("leerlingen", treffer.id)
    if treffer.kind == "contact":
        return Place("instellingen", treffer.id, "contacten")
    if treffer.kind == "afspraak":
        return Place("leerling", treffer.leerling or "")
    return Place(treffer.kind, treffer.id)
