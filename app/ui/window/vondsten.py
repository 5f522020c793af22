"""What the palette shows: lines under headings, from the archive and from the list of things to do."""

from dataclasses import dataclass

from app.models.datums import kort
from app.storage import zoeken
from app.storage.archive import Archive
from app.storage.zoeken import Treffer
from app.ui.place import Place
from app.ui.window.opdrachten import Opdracht

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


def zoek(text: str, only: str | None, archive: Archive) -> list[Vondst]:
    """Look in the archive.

    Parameters:
        text: what was typed.
        only: id of the one pupil who may be named on the screen, or None.
    """
    pupils = zoeken.leerlingen(archive, text, only=only)
    forms = zoeken.formulieren(archive, text, only=only) if len(text.strip()) >= SHORTEST_TEXT else []
    if 0 < len(pupils) <= FEW:
        own = zoeken.formulieren_van(archive, [each.id for each in pupils])
        found = {each.id for each in forms}
        forms = [*forms, *(each for each in own if each.id not in found)]
    lines = _under("Leerlingen", pupils, "leerlingen") + _under("Formulieren en verslagen", forms, "document")
    lines += _under("Ondersteuningsroutes", _routes(archive, text, only, pupils), "routes")
    agreements = zoeken.afspraken(archive, text, only=only) if len(text.strip()) >= SHORTEST_TEXT else []
    annexes = zoeken.bijlagen(archive, text, only=only) if len(text.strip()) >= SHORTEST_TEXT else []
    lines += _under("Afspraken", agreements, "afspraak") + _under("Bijlagen", annexes, "document")
    if only is None:
        lines += _under("Besprekingen", zoeken.besprekingen(archive, text), "besprekingen")
        lines += _under("Groepen", zoeken.groepen(archive, text), "groep")
        lines += _under("Contacten", zoeken.contacten(archive, text), "mensen")
    return lines


def _routes(archive: Archive, text: str, only: str | None, pupils: list[Treffer]) -> list[Treffer]:
    """Those with the words in them, and of few pupils found by name their own."""
    found = zoeken.routes(archive, text, only=only) if len(text.strip()) >= SHORTEST_TEXT else []
    own = zoeken.routes_van(archive, [each.id for each in pupils]) if 0 < len(pupils) <= FEW else []
    known = {each.id for each in found}
    return [*found, *(each for each in own if each.id not in known)]


def te_doen(found: list[Opdracht]) -> list[Vondst]:
    """Things to do as lines."""
    lines = [Vondst(each.words, each.icon, place=each.place, act=each.act, shortcut=each.shortcut) for each in found]
    return [Vondst("Opdrachten", heading=True), *lines] if lines else []


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
