"""Conversations as they are written: ticked for a whole group, reported elsewhere, not needed, outside the moments."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from app.models.gesprek import OVERIG, Gesprek
from app.models.gespreksregels import Verwacht, vult, wie_houdt
from app.models.jaarplan import Gespreksmoment, Jaarplan
from app.models.leerling import Leerling
from app.models.school import Groep
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.schooljaren import beleid_van, dit_schooljaar
from app.storage.vervangingen import vervangingen

ACHTERAF = "achteraf"


def vink_af(
    archive: Archive,
    plan: Jaarplan,
    moment: Gespreksmoment,
    wie: Iterable[Verwacht],
    datum: date,
    *,
    verslag_elders: bool,
    author: str,
) -> tuple[Schrijf, ...]:
    """Tick conversations of a moment as held: those that were planned, and those the program did not know of.

    Parameters:
        wie: the lines of the list.
        datum: the day of those that were not planned, and of planned ones that were held another day.
        verslag_elders: whether their reports stand in ParnasSys already.

    Returns:
        What takes it back.
    """
    values: dict[str, Any] = {"staat": "gehouden", "datum": datum}
    if verslag_elders:
        values |= {"verslag_op": datum.isoformat(), "verslag_elders": True, "overgenomen_op": datum.isoformat()}
    return _op_regels(archive, plan, moment, wie, values, author)


def niet_nodig(
    archive: Archive, plan: Jaarplan, moment: Gespreksmoment, wie: Iterable[Verwacht], reden: str, author: str
) -> tuple[Schrijf, ...]:
    """Note that conversations are not needed: an optional one that nobody asked for, say.

    Returns:
        What takes it back.
    """
    return _op_regels(archive, plan, moment, wie, {"staat": "niet_nodig", "reden": reden}, author)


def verslag_elders(archive: Archive, ids: Iterable[str], op: date, author: str) -> tuple[Schrijf, ...]:
    """Tick that the reports of conversations stand in ParnasSys.

    Returns:
        What takes it back.
    """
    day = op.isoformat()
    done = {"verslag_op": day, "verslag_elders": True, "overgenomen_op": day}
    return schrijf(archive, [Schrijf("gesprek", each, done) for each in ids], author)


def wijzig(archive: Archive, ids: Iterable[str], values: dict[str, Any], author: str) -> tuple[Schrijf, ...]:
    """Write the same fields of one or more conversations.

    Returns:
        What takes it back.
    """
    return schrijf(archive, [Schrijf("gesprek", each, values) for each in ids], author)


def overig(archive: Archive, gesprek: Gesprek, today: date, author: str) -> tuple[str, tuple[Schrijf, ...]]:
    """Add a conversation outside the moments: school year, group and teacher are filled in.

    Parameters:
        gesprek: with at least a pupil.

    Returns:
        Its id, and what takes it back.
    """
    whole = met_school(archive, replace(gesprek, soort=OVERIG, moment=""), today)
    return whole.id, schrijf(archive, [Schrijf.van(whole)], author)


def telefoonnotitie(archive: Archive, leerling: str, tekst: str, today: date, author: str) -> tuple[Schrijf, ...]:
    """Keep a quick note of a phone call: a conversation that was held today and needs no other report.

    Returns:
        What takes it back.
    """
    note = Gesprek(
        leerling=leerling,
        datum=today,
        staat="gehouden",
        aanleiding="telefoon",
        notitie=tekst,
        verslag_op=today.isoformat(),
    )
    return overig(archive, note, today, author)[1]


def nieuw(archive: Archive, plan: Jaarplan, moment: Gespreksmoment, wie: Verwacht, datum: date | None) -> Gesprek:
    """A conversation of a moment that is not in the archive yet; with group, teacher, kind and length filled in."""
    blank = Gesprek(
        schooljaar=plan.schooljaar,
        soort=moment.soort.id,
        moment=moment.basis,
        leerling=wie.leerling,
        ouder=wie.ouder,
        extra=wie.extra,
        datum=datum,
        minuten=moment.soort.minuten,
    )
    return met_school(archive, blank, datum or date.today())


def gesprek_van(archive: Archive, plan: Jaarplan, moment: Gespreksmoment, wie: Verwacht) -> Gesprek | None:
    """The conversation that fills a line, or None while there is none."""
    rows = archive.query(_VAN_REGEL, (wie.leerling, plan.schooljaar, moment.basis))
    return next((each for row in rows if vult(each := to_record(Gesprek, row), wie)), None)


def _op_regels(
    archive: Archive,
    plan: Jaarplan,
    moment: Gespreksmoment,
    wie: Iterable[Verwacht],
    values: dict[str, Any],
    author: str,
) -> tuple[Schrijf, ...]:
    work = []
    for line in wie:
        known = gesprek_van(archive, plan, moment, line)
        if known is None:
            new = replace(nieuw(archive, plan, moment, line, values.get("datum")), bron=ACHTERAF, **values)
            work.append(Schrijf.van(new))
        else:
            work.append(Schrijf("gesprek", known.id, _for_known(known, values)))
    return schrijf(archive, work, author)


def _for_known(gesprek: Gesprek, values: dict[str, Any]) -> dict[str, Any]:
    """A planned conversation keeps its own day when that has come; a report that is there stays as it is."""
    datum = values.get("datum")
    planned = gesprek.datum if datum and gesprek.datum and gesprek.datum <= datum else datum
    kept = {name: value for name, value in values.items() if name in ("staat", "reden")}
    if planned is not None:
        kept["datum"] = planned
    if gesprek.verslag_op is None:
        kept |= {name: values[name] for name in ("verslag_op", "verslag_elders", "overgenomen_op") if name in values}
    return kept


def met_school(archive: Archive, gesprek: Gesprek, today: date) -> Gesprek:
    """A conversation with what misses filled in: school year, group, who holds it, and its length by the policy."""
    leerling = archive.get(Leerling, gesprek.leerling)
    groep = archive.get(Groep, gesprek.groep or (leerling.groep if leerling else None))
    day = gesprek.datum or today
    holder = wie_houdt(groep, vervangingen(archive, groep.id), day) if groep else None
    schooljaar = gesprek.schooljaar or dit_schooljaar(archive, today)
    soort = beleid_van(archive, schooljaar).soort(gesprek.soort)
    return replace(
        gesprek,
        schooljaar=schooljaar,
        groep=groep.id if groep else None,
        medewerker=gesprek.medewerker or holder,
        minuten=gesprek.minuten or (soort.minuten if soort else 0),
    )


_VAN_REGEL = """
    SELECT * FROM gesprek WHERE leerling = ? AND schooljaar = ? AND moment = ? AND verwijderd_op IS NULL
    ORDER BY staat = 'gehouden' DESC, datum DESC, id DESC"""
