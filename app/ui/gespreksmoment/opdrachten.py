"""What the list of conversations asks of the archive; each runs on the database thread."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from app.models.gesprek import Gesprek
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.models.school import Groep, Medewerker
from app.models.uitnodiging import Brief
from app.storage import gesprekken
from app.storage.archive import Archive, now
from app.storage.gesprekslijst import Lijstregel, groepslijst
from app.storage.gespreksverslag import begin_verslag
from app.storage.leden import groepen_van, jaargroepen_van
from app.storage.lerarenlijst import lerarenlijst
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.schooljaren import dit_schooljaar, jaarplan
from app.storage.uitnodigingen import uitnodigingen
from app.ui.context import Context
from app.ui.gespreksmoment.gehouden import Gehouden
from app.ui.place import Place

LERAAR = "leraar:"
"""Begin of the part of a `Place` that shows the conversations of one teacher; the id follows."""

AHEAD = timedelta(21)
"""A teacher sees the conversations of a moment this long before it begins; those of the whole year say little."""

Back = tuple[Schrijf, ...]


@dataclass(frozen=True, slots=True)
class Lijst:
    """What is shown.

    Attributes:
        basis: id of the moment in the policy; empty for a teacher.
        momenten: those of the lines, with their days.
        groep: whose list it is, or None for a teacher or a school without groups.
        leerkracht: who holds the conversations, or None.
    """

    plan: Jaarplan
    basis: str
    groep: Groep | None
    groepen: tuple[Groep, ...]
    leerkracht: Medewerker | None
    regels: tuple[Lijstregel, ...]

    @property
    def momenten(self) -> tuple[Gespreksmoment, ...]:
        """The moments of the lines, each once; without lines those of the policy."""
        of_lines = tuple(dict.fromkeys(each.moment.sleutel for each in self.regels))
        found = [each for each in self.plan.momenten if each.sleutel in of_lines]
        return tuple(found) or tuple(each for each in self.plan.momenten if each.basis == self.basis)

    @property
    def facultatief(self) -> bool:
        """Whether none of the pupils needs a conversation unless it is asked for."""
        return bool(self.momenten) and not any(each.verplicht for each in self.momenten)


def read(place: Place, today: date, archive: Archive) -> Lijst:
    """The list of a place: of a group at a moment, or of a teacher."""
    if place.part.startswith(LERAAR):
        return _of_teacher(place.part.removeprefix(LERAAR), today, archive)
    wanted = archive.get(Groep, place.part)
    year = (wanted.schooljaar if wanted else "") or dit_schooljaar(archive, today)
    plan = jaarplan(archive, year).alleen(jaargroepen_van(archive, year, today))
    groepen = tuple(groepen_van(archive, year, today))
    groep = wanted or (groepen[0] if groepen else None)
    known = [basis for basis, _ in plan.kolommen]
    basis = place.id.partition("/")[0]
    basis = basis if basis in known else next(iter(known), "")
    found = groepslijst(archive, plan, basis, groep.id, today) if groep else None
    teacher = archive.get(Medewerker, found.leerkracht) if found else None
    return Lijst(plan, basis, groep, groepen, teacher, found.regels if found else ())


def _of_teacher(medewerker: str, today: date, archive: Archive) -> Lijst:
    year = dit_schooljaar(archive, today)
    plan = jaarplan(archive, year)
    groepen = tuple(groepen_van(archive, year, today))
    lines = lerarenlijst(archive, plan, medewerker, today)
    now_or_soon = tuple(each for each in lines if each.gesprek or (each.moment.van or date.max) <= today + AHEAD)
    return Lijst(plan, "", None, groepen, archive.get(Medewerker, medewerker), now_or_soon)


def tick(plan: Jaarplan, chosen: Sequence[Lijstregel], answer: Gehouden, author: str, archive: Archive) -> Back:
    """Tick conversations as held; where a tick is too little, the report stays open."""

    def write(moment: Gespreksmoment, lines: list[Lijstregel], full: bool) -> Back:
        return gesprekken.vink_af(
            archive,
            plan,
            moment,
            [each.wie for each in lines],
            answer.datum,
            verslag_elders=answer.verslag_elders and not full,
            author=author,
        )

    return _per_moment(archive, chosen, write)


def not_needed(plan: Jaarplan, chosen: Sequence[Lijstregel], reden: str, author: str, archive: Archive) -> Back:
    """Note that conversations are not needed."""

    def write(moment: Gespreksmoment, lines: list[Lijstregel], _full: bool) -> Back:
        return gesprekken.niet_nodig(archive, plan, moment, [each.wie for each in lines], reden, author)

    return _per_moment(archive, chosen, write)


def reported_elsewhere(ids: Iterable[str], today: date, author: str, archive: Archive) -> Back:
    """Tick that the reports stand in ParnasSys."""
    return gesprekken.verslag_elders(archive, ids, today, author)


def change(ids: Iterable[str], values: dict[str, Any], author: str, archive: Archive) -> Back:
    """Write the same of several conversations."""
    return gesprekken.wijzig(archive, ids, values, author)


def undone(chosen: Iterable[Gesprek], author: str, archive: Archive) -> Back:
    """Make conversations to be done again: what was planned is planned, what was only ticked was never there."""
    planned = {"staat": "gepland", "reden": "", "verslag_op": None, "verslag_elders": False, "overgenomen_op": None}
    gone = {"verwijderd_op": now()}
    ticked = (each.bron == gesprekken.ACHTERAF and not each.formulier for each in chosen)
    work = [Schrijf("gesprek", each.id, gone if away else planned) for each, away in zip(chosen, ticked, strict=True)]
    return schrijf(archive, work, author)


def begin_report(plan: Jaarplan, regel: Lijstregel, context: Context, archive: Archive) -> str:
    """Begin the report of a conversation, or give the one that was begun, for who holds it. Raises DefinitionError."""
    today, author = context.vandaag(), context.gebruiker
    gesprek = regel.gesprek
    with archive.batch():
        if gesprek is None or gesprek.staat not in ("gepland", "gehouden"):
            gesprek = gesprekken.nieuw(archive, plan, regel.moment, regel.wie, today)
            archive.add(gesprek, author)
        holds = archive.get(Medewerker, gesprek.medewerker)
        return begin_verslag(archive, gesprek.id, holds.naam if holds else author, author, today)


def letters(ids: Iterable[str], archive: Archive) -> tuple[Brief, ...]:
    """The invitations to conversations."""
    return uitnodigingen(archive, ids)


def _per_moment(
    archive: Archive,
    chosen: Sequence[Lijstregel],
    write: Callable[[Gespreksmoment, list[Lijstregel], bool], Back],
) -> Back:
    """Write in one transaction what differs by moment, and by whether a full report is needed."""
    back: Back = ()
    with archive.batch():
        for (_, full), lines in groupby(sorted(chosen, key=_kind), key=_kind):
            together = list(lines)
            back = (*write(together[0].moment, together, full), *back)
    return back


def _kind(regel: Lijstregel) -> tuple[str, bool]:
    return regel.moment.sleutel, regel.formulier_nodig
