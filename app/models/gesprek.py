"""Conversations with parents and children: planned, held, reported; and what a moment of the year asks besides."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from app.models.records import SEARCHED, Record

GESPREK_STATEN: dict[str, str] = {
    "gepland": "gepland",
    "gehouden": "gehouden",
    "afgezegd": "afgezegd",
    "niet_verschenen": "niet verschenen",
    "niet_nodig": "niet nodig",
}
"""States of a conversation. `afgezegd` and `niet_verschenen` leave the pupil in need of another one; `niet_nodig` is an
optional conversation that nobody asked for."""

OVERIG = "overig"
"""Kind of a conversation outside the moments of the year."""

EXTRA: dict[str, str] = {"": "", "opp": "over het OPP"}
"""Why a pupil has one conversation more than the others at a moment (policy on conversations: startgesprek)."""

BRON: dict[str, str] = {"": "zelf gepland", "parro": "uit Parro", "achteraf": "achteraf afgevinkt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesprek(Record):
    """One conversation about one pupil.

    Attributes:
        schooljaar: e.g. `2026-2027`.
        soort: id of a kind of the policy, or `OVERIG`.
        moment: id of a moment of the policy, or empty outside the moments.
        groep: id of the `Groep` the pupil sat in.
        extra: key of `EXTRA`.
        ouder: id of the `Ouder` with whom it is when parents each have their own conversation, else None.
        medewerker: id of the `Medewerker` who holds it and owes the report, or None.
        datum: day on which it is planned or was held.
        tijd: start, `HH:MM`, or empty.
        minuten: length including changeover; 0 when free.
        staat: key of `GESPREK_STATEN`.
        bron: key of `BRON`: where the time came from.
        reden: why it was cancelled, moved or not needed.
        aanleiding: for a conversation outside the moments: what it follows from, in words.
        afspraak: id of the `Afspraak` it follows from, or None.
        plan: id of the `Plan` it is about, or None.
        aanwezig: names of who is present, besides teacher, parents and pupil.
        zonder_leerling: whether the pupil stays away, though the kind has pupils present; the cause decides that.
        notitie: a quick note, of a phone call say.
        formulier: id of the `Formulier` that reports it (`stam`), or None.
        verslag_op: ISO date on which its report was there, vastgesteld here or written in ParnasSys, or None.
        verslag_elders: whether the report was written in ParnasSys and not here.
        overgenomen_op: ISO date on which the note was taken over in ParnasSys, or None.
    """

    kind: ClassVar[str] = "gesprek"
    schooljaar: str = ""
    soort: str = OVERIG
    moment: str = ""
    leerling: str = ""
    groep: str | None = None
    extra: str = ""
    ouder: str | None = None
    medewerker: str | None = None
    datum: date | None = None
    tijd: str = ""
    minuten: int = 0
    staat: str = "gepland"
    bron: str = ""
    reden: str = field(default="", metadata=SEARCHED)
    aanleiding: str = field(default="", metadata=SEARCHED)
    afspraak: str | None = None
    plan: str | None = None
    aanwezig: tuple[str, ...] = ()
    zonder_leerling: bool = False
    notitie: str = field(default="", metadata=SEARCHED)
    formulier: str | None = None
    verslag_op: str | None = None
    verslag_elders: bool = False
    overgenomen_op: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Momentkeuze(Record):
    """What the school decided about one moment of one year, on top of the policy; id by `derived_id(jaar, sleutel)`.

    Attributes:
        moment: id of a moment of the policy; with `/8` behind it, of one jaargroep only.
        van, tot: own dates instead of those that follow from the rule, or None.
        vervalt: whether the moment is skipped this year.
        reden: why, in words.
        check_notitie: PDCA: what the conversations show of wellbeing and results.
        act_notitie: PDCA: what the school does with it.
    """

    kind: ClassVar[str] = "momentkeuze"
    schooljaar: str = ""
    moment: str = ""
    van: date | None = None
    tot: date | None = None
    vervalt: bool = False
    reden: str = ""
    check_notitie: str = field(default="", metadata=SEARCHED)
    act_notitie: str = field(default="", metadata=SEARCHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plannertaak(Record):
    """That the planner of a moment was opened for a group; id by `derived_id(jaar, moment, groep)`.

    Attributes:
        gedaan_op: ISO date, or None when ticked by mistake.
    """

    kind: ClassVar[str] = "plannertaak"
    schooljaar: str = ""
    moment: str = ""
    groep: str = ""
    gedaan_op: str | None = None
