"""Consults of the samenwerkingsverband: the application, its annexes, who got it and what came of it."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from app.models.records import SEARCHED, Record

CONSULT_STATUSSEN: dict[str, str] = {
    "concept": "concept",
    "volledig": "volledig",
    "ingediend": "ingediend",
    "toegekend": "toegekend",
    "afspraak": "afspraak gemaakt",
    "gevoerd": "gevoerd",
    "afgerond": "afgerond",
    "vervolg": "vervolg aangevraagd",
    "ingetrokken": "ingetrokken",
}

BIJLAGE_STATEN: dict[str, str] = {
    "": "nog niet bekeken",
    "bijgevoegd": "bijgevoegd",
    "niet_aanwezig": "niet aanwezig",
    "niet_nodig": "niet nodig",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Consult(Record):
    """An application for a consult, for one pupil or for several with the same question.

    Attributes:
        soort: id of a kind in `resources/consulten`.
        definitie: id of the `Definitie` with the text of that kind as it was when this began.
        leerling: the pupil it is filed under: the first of `leerlingen`.
        leerlingen: ids of all pupils it is about.
        status: key of `CONSULT_STATUSSEN`.
        formulier: id (`stam`) of the `Formulier` with the application.
        verslag: id (`stam`) of the `Formulier` with the report of the conversation, or None.
        vragers: who asks: `leerkracht`, `ib`, `ouders`.
        stappen: `{step in the portal: ISO date on which it was done}`.
        consulent: id of `Contact`, or None.
        voorbereiding, reis, gesprek: minutes spent by the consulent; together at most 240 for a startgesprek.
        afspraak_op, afspraak_tijd: the appointment.
        uitkomst: `genoeg`, `vervolg` or empty.
        vervolg_van: id of the `Consult` that this one follows, or None.
    """

    kind: ClassVar[str] = "consult"
    soort: str = ""
    definitie: str = ""
    leerling: str = ""
    leerlingen: tuple[str, ...] = ()
    status: str = "concept"
    formulier: str | None = None
    verslag: str | None = None
    vragers: tuple[str, ...] = ()
    stappen: dict[str, str] = field(default_factory=dict)
    consulent: str | None = None
    voorbereiding: int = 0
    reis: int = 0
    gesprek: int = 0
    begonnen_op: date | None = None
    ingediend_op: date | None = None
    toegekend_op: date | None = None
    afspraak_op: date | None = None
    afspraak_tijd: str = ""
    gevoerd_op: date | None = None
    afgerond_op: date | None = None
    uitkomst: str = ""
    vervolg_van: str | None = None
    opmerking: str = field(default="", metadata=SEARCHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlagepunt(Record):
    """One line of the checklist of annexes; id by `derived_id(consult or route, punt)`.

    Attributes:
        van: id of the `Consult` or `Route`.
        punt: id of the line in the kind or station.
        staat: key of `BIJLAGE_STATEN`.
    """

    kind: ClassVar[str] = "bijlagepunt"
    van: str = ""
    leerling: str = ""
    punt: str = ""
    staat: str = ""
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlage(Record):
    """A file that belongs to a pupil; its contents stand, encrypted, beside the database.

    Attributes:
        van: id of the `Consult`, `Route` or `Mpo` it was added to, or None for the pupil's dossier.
        punt: line of the checklist it answers, or empty.
        naam: its file name as the user knows it.
        soort: media type, e.g. `application/pdf`.
        grootte: bytes.
        sleutel: key of this file alone, hexadecimal; useless without the database.
        vingerafdruk: SHA-256 of the contents, hexadecimal.
        toegevoegd_op: ISO instant.
    """

    kind: ClassVar[str] = "bijlage"
    leerling: str = ""
    van: str | None = None
    punt: str = ""
    naam: str = field(default="", metadata=SEARCHED)
    soort: str = ""
    grootte: int = 0
    sleutel: str = ""
    vingerafdruk: str = ""
    toegevoegd_op: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verstrekking(Record):
    """That something of a pupil left the school: to whom, why and on what ground. Never changed.

    Attributes:
        van: id of the `Consult` or `Route` it was for, or None.
        aan: to whom, in words.
        waarom: for what.
        grond: on what ground: which consent, given when.
        wat: names of the documents.
    """

    kind: ClassVar[str] = "verstrekking"
    leerling: str = ""
    van: str | None = None
    datum: date | None = None
    aan: str = ""
    waarom: str = ""
    grond: str = ""
    wat: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemming(Record):
    """What one parent answered when asked for consent, outside a form that asks for it.

    It is never changed: a new answer is a new record, and the latest one counts. A mistake is taken away.

    Attributes:
        ouder: name of the parent, as in the consent of a form.
        waarvoor: what was asked: key of `TOESTEMMING_VOOR`.
        antwoord: id of a rule of the table of consent (`resources/toestemming.toml`).
        grond: from what it appears, in words.
    """

    kind: ClassVar[str] = "toestemming"
    leerling: str = ""
    ouder: str = ""
    waarvoor: str = "delen"
    antwoord: str = "open"
    datum: date | None = None
    grond: str = ""


TOESTEMMING_VOOR: dict[str, str] = {
    "delen": "gegevens delen",
    "zat": "aanmelding bij het ZAT",
}
"""What consent is asked for."""
