"""The ondersteuningsroute of one pupil: where it is, how it came there, who was told, and the overleg along the way."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from app.models.records import SEARCHED, Record

STAPSOORTEN: dict[str, str] = {
    "begin": "begonnen",
    "verder": "verder",
    "terug": "terug",
    "overslaan": "overgeslagen",
    "besluit": "besluit",
    "einde": "beëindigd",
}

MPO_UITKOMSTEN: dict[str, str] = {
    "": "nog niet bekend",
    "overeenstemming": "ouders en school zijn het eens",
    "geen_overeenstemming": "ouders en school zijn het niet eens",
    "vervolg": "er komt nog een overleg",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Record):
    """The way of one pupil along the stations; it keeps the version of the route it began with.

    Attributes:
        definitie: id of the `Definitie` that holds its TOML.
        station: id of the station where it is.
        sinds: day on which it came there.
        aanleiding: the complex question, in words.
        tekort: how it was shown that basic support does not suffice.
        beeindigd_op: day on which it ended, or None.
        einde: why it ended.
    """

    kind: ClassVar[str] = "route"
    leerling: str = ""
    definitie: str = ""
    station: str = ""
    sinds: date | None = None
    begonnen_op: date | None = None
    aanleiding: str = field(default="", metadata=SEARCHED)
    tekort: str = field(default="", metadata=SEARCHED)
    beeindigd_op: date | None = None
    einde: str = field(default="", metadata=SEARCHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Routestap(Record):
    """One step or decision on a route; never changed, only followed by another.

    Attributes:
        nr: the how manieth of its route, from 1.
        soort: key of `STAPSOORTEN`.
        van, naar: ids of stations; equal for a decision.
        besluit: id of a decision of the station, or empty.
        waarden: what was recorded with the decision, by id of its question.
        door: name of who decided.
        reden: why; asked for when going back, skipping and ending.
    """

    kind: ClassVar[str] = "routestap"
    route: str = ""
    leerling: str = ""
    nr: int = 1
    soort: str = "begin"
    van: str = ""
    naar: str = ""
    besluit: str = ""
    waarden: dict[str, Any] = field(default_factory=dict)
    datum: date | None = None
    door: str = ""
    reden: str = field(default="", metadata=SEARCHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Routebericht(Record):
    """That somebody was informed along a route: who, when, how, by whom.

    Attributes:
        station: at which station.
        stap: id of the `Routestap` it is about, or None.
        informeren: id of who had to be told at that station, or empty when it was told besides.
        waarover: in words.
        wie: in words, or the name of a contact.
        hoe: e.g. `telefoon`, `e-mail`, `gesprek`, `brief`.
        door: name of who told it; empty in what was recorded before this was asked.
    """

    kind: ClassVar[str] = "routebericht"
    route: str = ""
    leerling: str = ""
    station: str = ""
    stap: str | None = None
    informeren: str = ""
    wie: str = ""
    op: date | None = None
    hoe: str = ""
    waarover: str = ""
    door: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routevereiste(Record):
    """That something which must be there before a hand-over is there; id by `derived_id(route, station, vereiste)`.

    Attributes:
        aanwezig_op: day on which it was there, or None.
        toelichting: where it is or why it is not needed.
    """

    kind: ClassVar[str] = "routevereiste"
    route: str = ""
    leerling: str = ""
    station: str = ""
    vereiste: str = ""
    aanwezig_op: date | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mpo(Record):
    """A MeerPartijenOverleg on a route.

    Attributes:
        station: at which station it was called.
        partijen: ids of `Contact`.
        anderen: names of others at the table: parents, pupil, teacher.
        coordinator: whether the coördinator deelverband joins.
        formulier: id (`stam`) of the `Formulier` with the minutes, or None.
        uitkomst: key of `MPO_UITKOMSTEN`.
        toelichting: the outcome in words.
        directeur_op: day on which the directeur was told the outcome, or None.
    """

    kind: ClassVar[str] = "mpo"
    route: str = ""
    leerling: str = ""
    station: str = ""
    datum: date | None = None
    tijd: str = ""
    plaats: str = ""
    partijen: tuple[str, ...] = ()
    anderen: tuple[str, ...] = ()
    agenda: str = field(default="", metadata=SEARCHED)
    coordinator: bool = False
    formulier: str | None = None
    uitkomst: str = ""
    toelichting: str = field(default="", metadata=SEARCHED)
    directeur_op: date | None = None
