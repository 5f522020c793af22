"""Planned conversations as they are written: many at once, from Parro, or one; moved, called off, or nobody came."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from app.models.bezetting import Plek
from app.models.gesprek import Gesprek
from app.models.gespreksregels import Verwacht, wie_houdt
from app.models.ids import new_id
from app.models.leerling import Leerling
from app.models.parrovoorstel import GELIJK, WEG, Parropost
from app.models.tijden import als_minuten
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.gesprekken import met_school
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.planbord import Planbord
from app.storage.vervangingen import vervangingen


def zet_vast(archive: Archive, bord: Planbord, plekken: Iterable[Plek], author: str) -> tuple[Schrijf, ...]:
    """Write a whole proposal; what was planned by someone else in the meantime stays as it is.

    Parameters:
        bord: what was planned on.

    Returns:
        What takes it back.
    """
    taken = _gevuld(archive, bord)
    work = []
    for plek in plekken:
        vraag = plek.vraag
        line = Verwacht(vraag.leerling, vraag.ouder or None, vraag.extra)
        if taken.get(line) in ("gepland", "gehouden"):
            continue
        when = {"datum": plek.datum, "tijd": plek.tijd, "minuten": vraag.minuten, "medewerker": plek.leraar or None}
        work.append(_schrijf(bord, line, None, {**when, "groep": vraag.groep, "bron": "", "staat": "gepland"}))
    return schrijf(archive, work, author)


def neem_over(archive: Archive, bord: Planbord, posten: Iterable[Parropost], author: str) -> tuple[Schrijf, ...]:
    """Write what was chosen of a proposal from Parro: new times, moved ones, and those that are gone.

    Returns:
        What takes it back.
    """
    taken = _gevuld(archive, bord)
    work = []
    for post in posten:
        line = Verwacht(post.kind.id, post.ouder or None, post.extra)
        if post.soort == WEG and post.gesprek is not None:
            work.append(Schrijf.weg(post.gesprek))
        elif post.tijd is not None and post.soort != GELIJK:
            if post.gesprek is None and taken.get(line) in ("gepland", "gehouden"):
                continue
            teacher = _houdt(archive, bord, post.kind.groep, post.tijd.datum)
            values: dict[str, Any] = {
                "datum": post.tijd.datum,
                "tijd": post.tijd.tijd,
                "minuten": post.tijd.minuten or bord.soort.minuten,
                "groep": post.kind.groep,
                "bron": "parro",
                "staat": "gepland",
            }
            if teacher:
                values["medewerker"] = teacher
            work.append(_schrijf(bord, line, post.gesprek, values))
    return schrijf(archive, work, author)


def plan_een(archive: Archive, gesprek: Gesprek, today: date, author: str) -> tuple[Schrijf, ...]:
    """Plan one conversation, new or known; school year, group, teacher and length are filled in where they miss.

    Parameters:
        gesprek: with at least a pupil, a kind and a day.

    Returns:
        What takes it back.
    """
    return schrijf(archive, [Schrijf.van(met_school(archive, replace(gesprek, staat="gepland"), today))], author)


def verplaats(
    archive: Archive, gesprek_id: str, datum: date, tijd: str, reden: str, medewerker: str | None, author: str
) -> tuple[Schrijf, ...]:
    """Give a conversation another time; one that was called off, or to which nobody came, is planned again.

    Parameters:
        medewerker: id of who holds it then, as `Planblad.houdt_op` proposes.

    Returns:
        What takes it back.
    """
    values = {"datum": datum, "tijd": tijd, "reden": reden.strip(), "medewerker": medewerker, "staat": "gepland"}
    return schrijf(archive, [Schrijf("gesprek", gesprek_id, values)], author)


def zeg_af(archive: Archive, gesprek_id: str, reden: str, author: str) -> tuple[Schrijf, ...]:
    """Call a conversation off; the pupil needs another one.

    Returns:
        What takes it back.
    """
    return schrijf(archive, [Schrijf("gesprek", gesprek_id, {"staat": "afgezegd", "reden": reden.strip()})], author)


def niet_verschenen(archive: Archive, gesprek_id: str, author: str) -> tuple[Schrijf, ...]:
    """Note that nobody came; the pupil needs another one.

    Returns:
        What takes it back.
    """
    return schrijf(archive, [Schrijf("gesprek", gesprek_id, {"staat": "niet_verschenen"})], author)


def botsingen(archive: Archive, gesprek: Gesprek) -> tuple[str, ...]:
    """What else the teacher, the pupil or the family has at the time of a conversation: a sentence each."""
    if gesprek.datum is None or not gesprek.tijd:
        return ()
    leerling = archive.get(Leerling, gesprek.leerling)
    begin = als_minuten(gesprek.tijd)
    end = begin + max(gesprek.minuten, 1)
    found = []
    for row in archive.query(_DIE_DAG, (gesprek.datum.isoformat(), gesprek.id)):
        other = to_record(Gesprek, row)
        other_begin = als_minuten(other.tijd)
        if other_begin >= end or begin >= other_begin + max(other.minuten, 1):
            continue
        naam = f"{row['roepnaam'] or row['voornamen']} {row['voorvoegsel']} {row['achternaam']}"
        naam = " ".join(naam.split())
        if other.leerling == gesprek.leerling:
            found.append(f"Er is dan al een gesprek over {naam}, om {other.tijd}.")
        elif leerling and leerling.gezin and row["gezin"] == leerling.gezin:
            found.append(f"Dit gezin heeft dan al een gesprek over {naam}, om {other.tijd}.")
        elif gesprek.medewerker and other.medewerker == gesprek.medewerker:
            found.append(f"De leerkracht heeft dan al een gesprek over {naam}, om {other.tijd}.")
    return tuple(found)


def _gevuld(archive: Archive, bord: Planbord) -> dict[Verwacht, str]:
    """The state of each conversation of the moment that stands, as it is now."""
    standing = archive.all(Gesprek, schooljaar=bord.plan.schooljaar, moment=bord.basis)
    return {Verwacht(each.leerling, each.ouder, each.extra): each.staat for each in standing if each.staat in _STAAT}


def _houdt(archive: Archive, bord: Planbord, groep: str, dag: date) -> str | None:
    """Who holds the conversations of a group on a day, also on one that isn't of the moment."""
    found = bord.groep(groep)
    return wie_houdt(found.groep, vervangingen(archive, groep), dag) if found else None


def _schrijf(bord: Planbord, line: Verwacht, gesprek: Gesprek | None, values: dict[str, Any]) -> Schrijf:
    if gesprek is not None:
        return Schrijf("gesprek", gesprek.id, values)
    fixed = {"schooljaar": bord.plan.schooljaar, "soort": bord.soort.id, "moment": bord.basis}
    who = {"leerling": line.leerling, "ouder": line.ouder, "extra": line.extra}
    return Schrijf("gesprek", new_id(), {**fixed, **who, **values})


_STAAT = ("gepland", "gehouden", "niet_nodig")
_DIE_DAG = """
    SELECT g.*, l.gezin, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam
    FROM gesprek g JOIN leerling l ON l.id = g.leerling
    WHERE g.datum = ? AND g.id <> ? AND g.staat = 'gepland' AND g.tijd <> '' AND g.verwijderd_op IS NULL
    ORDER BY g.tijd, g.id"""
