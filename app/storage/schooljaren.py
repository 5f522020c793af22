"""School years: their calendar, their policy and the year plan that follows from both."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from app.models.datums import als_datum
from app.models.forms.toml_table import DefinitionError
from app.models.gesprek import Momentkeuze
from app.models.gespreksbeleid.definition import Beleid
from app.models.gespreksbeleid.loader import parse_beleid
from app.models.ids import derived_id
from app.models.jaarplan import Jaarplan, maak_jaarplan
from app.models.kalender import Kalender, Vakanties, maak_kalender
from app.models.school import School, is_schooljaar, schooljaar_op
from app.models.schooljaar import Gespreksbeleid, Schooljaar, VrijePeriode
from app.models.vakanties import parse_vakanties
from app.resources import resource
from app.storage.archive import Archive
from app.storage.errors import Refused

STANDAARD = "wettelijke_tijdlijn"
"""The policy of a year for which the school chose none."""


def dit_schooljaar(archive: Archive, today: date) -> str:
    """The school year the school is in: its own word for it, else that of the calendar."""
    schools = archive.all(School)
    own = schools[0].schooljaar if schools else ""
    return own if is_schooljaar(own) else schooljaar_op(today)


def schooljaren(archive: Archive, today: date) -> tuple[str, ...]:
    """The present year and every earlier or later one of which there is something, newest first."""
    rows = archive.query(_JAREN)
    return tuple(
        sorted(
            {dit_schooljaar(archive, today), *(row["jaar"] for row in rows if is_schooljaar(row["jaar"] or ""))},
            reverse=True,
        )
    )


def het_jaar(archive: Archive, schooljaar: str) -> Schooljaar:
    """What the school decided about a year; a blank one when nothing."""
    found = archive.all(Schooljaar, naam=schooljaar)
    return found[0] if found else Schooljaar(id=derived_id("schooljaar", schooljaar), naam=schooljaar)


def kalender(archive: Archive, schooljaar: str) -> Kalender:
    """The days of a school year as this school has them."""
    jaar = het_jaar(archive, schooljaar)
    schools = archive.all(School)
    regio = jaar.regio or (schools[0].regio if schools else School().regio)
    eigen = archive.all(VrijePeriode, schooljaar=schooljaar)
    return maak_kalender(schooljaar, regio, vakanties(schooljaar), jaar, eigen)


def beleid_van(archive: Archive, schooljaar: str) -> Beleid:
    """The policy that holds in a school year.

    Raises:
        Refused: the school's own policy can't be read; the sentence names the place.
    """
    return beleid_met_naam(archive, het_jaar(archive, schooljaar).beleid)


def beleid_met_naam(archive: Archive, naam: str) -> Beleid:
    """A shipped policy by its name, or the school's own by its id; the default one when it is neither.

    Raises:
        Refused: the school's own policy can't be read; the sentence names the place.
    """
    own = archive.get(Gespreksbeleid, naam)
    if own is not None and not own.verwijderd_op:
        try:
            return _parsed(own.tekst, own.naam)
        except DefinitionError as error:
            raise Refused(str(error)) from error
    return meegeleverd().get(naam) or meegeleverd()[STANDAARD]


def beleidstekst(naam: str) -> str:
    """The TOML of a shipped policy.

    Raises:
        KeyError: none has that name.
    """
    if naam not in meegeleverd():
        raise KeyError(naam)
    return resource("gespreksbeleid", f"{naam}.toml").read_text("utf-8")


def jaarplan(archive: Archive, schooljaar: str) -> Jaarplan:
    """The plan of a school year.

    Raises:
        Refused: the school's own policy can't be read; the sentence names the place.
    """
    jaar = het_jaar(archive, schooljaar)
    given = {key: day for key, text in jaar.rapporten.items() if (day := als_datum(text))}
    keuzes = archive.all(Momentkeuze, schooljaar=schooljaar)
    return maak_jaarplan(kalender(archive, schooljaar), beleid_met_naam(archive, jaar.beleid), given, keuzes)


@cache
def vakanties(schooljaar: str) -> Vakanties | None:
    """The shipped holidays of a school year, or None."""
    path = resource("vakanties", f"{schooljaar}.toml")
    return parse_vakanties(path.read_text("utf-8"), path.name) if path.is_file() else None


@cache
def meegeleverd() -> Mapping[str, Beleid]:
    """The shipped policies by name, the default one first."""
    found = [
        parse_beleid(path.read_text("utf-8"), path.name) for path in sorted(resource("gespreksbeleid").glob("*.toml"))
    ]
    return {each.naam: each for each in sorted(found, key=lambda each: (each.naam != STANDAARD, each.titel))}


@cache
def _parsed(tekst: str, naam: str) -> Beleid:
    return parse_beleid(tekst, naam)


_JAREN = """
    SELECT naam AS jaar FROM schooljaar WHERE verwijderd_op IS NULL
    UNION SELECT schooljaar FROM groep WHERE verwijderd_op IS NULL
    UNION SELECT schooljaar FROM (
        WITH RECURSIVE jaren(schooljaar) AS (
            SELECT min(schooljaar) FROM gesprek
            UNION ALL
            SELECT (SELECT min(schooljaar) FROM gesprek WHERE schooljaar > jaren.schooljaar) FROM jaren
            WHERE jaren.schooljaar IS NOT NULL
        ) SELECT schooljaar FROM jaren WHERE schooljaar IS NOT NULL)"""
