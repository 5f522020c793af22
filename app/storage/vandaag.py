"""What asks for attention today, gathered for the first page."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from app.models.jaarovergang.tijd import is_tijd, volgend_schooljaar
from app.models.namen import volledige_naam
from app.storage.archive import ANSWERS, Archive, now
from app.storage.overleg_vandaag import KomendOverleg, overleggen
from app.storage.school import Aantallen, aantallen

if TYPE_CHECKING:
    from app.models.bespreking import Afspraak

LOOK_AHEAD_DAYS = 7
"""Agreements and evaluations show themselves this long before their day."""

LOOK_BACK_DAYS = 28
"""A planned meeting that was never marked as held stays in sight this long."""

MOST = 50
"""Per list; what is beyond is counted, never silently left out."""


class KomendeBespreking(NamedTuple):
    """A meeting that is not held yet.

    Attributes:
        leerlingen: number of pupils on its agenda.
        besproken: how many of those have a form.
    """

    id: str
    datum: date
    tijd: str
    groep: str
    onderwerp: str
    leerlingen: int
    besproken: int


class Taak(NamedTuple):
    """An agreement or evaluation that is due.

    Attributes:
        id: of the `Afspraak`.
        leerling, naam: the pupil.
        formulier: id of the newest version of the form it comes from, or None when made by hand.
    """

    id: str
    leerling: str
    naam: str
    groep: str
    wat: str
    wie: str
    voor: date
    formulier: str | None


class OpenFormulier(NamedTuple):
    """A form that still asks for something.

    Attributes:
        soort: name of the form.
        vraagt: `invullen` (not closed yet), `verslag` (no report made), `dossier` (report not in the dossier) or
            `parnassys` (the note of a conversation not taken over).
        sectie: for `invullen`, id of the section in which was last typed, or empty.
    """

    id: str
    leerling: str
    naam: str
    groep: str
    datum: date | None
    soort: str
    vraagt: str
    sectie: str = ""


class OudeAantekening(NamedTuple):
    """A working note whose day to tidy up has come."""

    id: str
    leerling: str
    naam: str
    opruimen_op: date


class Vandaag(NamedTuple):
    """All of the first page.

    Attributes:
        overleggen: meetings with people from outside.
        te_laat: number of agreements and evaluations whose day has passed.
        aantallen: what the school has; a fresh one is told what to do first.
        nieuw_jaar: the school year to prepare, from 1 June until that is done; else empty.
    """

    besprekingen: tuple[KomendeBespreking, ...]
    afspraken: tuple[Taak, ...]
    evaluaties: tuple[Taak, ...]
    formulieren: tuple[OpenFormulier, ...]
    aantekeningen: tuple[OudeAantekening, ...]
    overleggen: tuple[KomendOverleg, ...]
    te_laat: int
    aantallen: Aantallen
    nieuw_jaar: str = ""

    @property
    def is_leeg(self) -> bool:
        """Whether nothing asks for attention."""
        meetings, due = (*self.besprekingen, *self.overleggen), (*self.afspraken, *self.evaluaties)
        return not (meetings or due or self.formulieren or self.aantekeningen)


def vandaag(archive: Archive, day: date) -> Vandaag:
    """Gather what asks for attention.

    Parameters:
        archive: where to look.
        day: today.
    """
    return Vandaag(
        besprekingen=_besprekingen(archive, day),
        afspraken=_taken(archive, "afspraak", day),
        evaluaties=_taken(archive, "evaluatie", day),
        formulieren=_formulieren(archive),
        aantekeningen=_aantekeningen(archive, day),
        overleggen=overleggen(archive, day - timedelta(days=LOOK_BACK_DAYS), MOST),
        te_laat=te_laat(archive, day),
        aantallen=aantallen(archive),
        nieuw_jaar=_nieuw_jaar(archive, day),
    )


def _nieuw_jaar(archive: Archive, day: date) -> str:
    row = archive.query(_JAAR)[0]
    if not row["leerlingen"] or not is_tijd(row["schooljaar"] or "", day):
        return ""
    return volgend_schooljaar(row["schooljaar"])


def te_laat(archive: Archive, day: date) -> int:
    """Number of agreements and evaluations whose day has passed."""
    return int(archive.query(_LATE, (day.isoformat(),))[0][0])


def vink_af(archive: Archive, *, afspraak: str, author: str) -> "Afspraak":
    """Mark an agreement as done.

    Parameters:
        afspraak: its id.
        author: who ticks it.

    Returns:
        The agreement as it was, for `zet_terug`.

    Raises:
        KeyError: no such agreement.
    """
    from app.models.bespreking import Afspraak

    before = archive.get(Afspraak, afspraak)
    if before is None:
        raise KeyError(f"afspraak {afspraak}")
    archive.write("afspraak", afspraak, {"staat": "gedaan", "afgerond_op": now()}, author)
    return before


def zet_terug(archive: Archive, *, before: "Afspraak", author: str) -> None:
    """Undo `vink_af`."""
    archive.write("afspraak", before.id, {"staat": before.staat, "afgerond_op": before.afgerond_op}, author)


def _besprekingen(archive: Archive, day: date) -> tuple[KomendeBespreking, ...]:
    since = day - timedelta(days=LOOK_BACK_DAYS)
    return tuple(
        KomendeBespreking(
            id=row["id"],
            datum=date.fromisoformat(row["datum"]),
            tijd=row["tijd"],
            groep=row["groep"] or "",
            onderwerp=row["onderwerp"],
            leerlingen=row["leerlingen"],
            besproken=row["besproken"],
        )
        for row in archive.query(_BESPREKINGEN, (since.isoformat(), MOST))
    )


def _taken(archive: Archive, soort: str, day: date) -> tuple[Taak, ...]:
    until = day + timedelta(days=LOOK_AHEAD_DAYS)
    return tuple(
        Taak(
            id=row["id"],
            leerling=row["leerling"],
            naam=_name(row),
            groep=row["groep"] or "",
            wat=row["wat"],
            wie=row["wie"],
            voor=date.fromisoformat(row["voor"]),
            formulier=row["formulier"],
        )
        for row in archive.query(_TAKEN, (soort, until.isoformat(), MOST))
    )


def _formulieren(archive: Archive) -> tuple[OpenFormulier, ...]:
    return tuple(_open_formulier(archive, row) for row in archive.query(_FORMULIEREN, (MOST,)))


def _open_formulier(archive: Archive, row: Any) -> OpenFormulier:
    if row["vastgesteld_op"] is None:
        vraagt = "invullen"
    elif not row["verslag"]:
        vraagt = "verslag"
    else:
        vraagt = "parnassys" if row["gesprek"] else "dossier"
    return OpenFormulier(
        id=row["id"],
        leerling=row["leerling"],
        naam=_name(row),
        groep=row["groep"] or "",
        datum=date.fromisoformat(row["datum"]) if row["datum"] else None,
        soort=row["soort"],
        vraagt=vraagt,
        sectie=_last_section(archive, row["id"]) if vraagt == "invullen" else "",
    )


def _last_section(archive: Archive, formulier: str) -> str:
    """Where in a form was last typed: the history knows."""
    rows = archive.query(_LAST_ANSWER, (formulier, f"{ANSWERS}/%"))
    return str(rows[0]["field"]).removeprefix(f"{ANSWERS}/").partition(".")[0] if rows else ""


def _aantekeningen(archive: Archive, day: date) -> tuple[OudeAantekening, ...]:
    return tuple(
        OudeAantekening(row["id"], row["leerling"], _name(row), date.fromisoformat(row["opruimen_op"]))
        for row in archive.query(_AANTEKENINGEN, (day.isoformat(), MOST))
    )


def _name(row: Any) -> str:
    return volledige_naam(row["roepnaam"] or row["voornamen"].split(" ")[0], row["voorvoegsel"], row["achternaam"])


_PUPIL = "l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam, g.naam AS groep"

# Of a form that was corrected after vaststellen only the newest version counts.
_NEWEST = "NOT EXISTS (SELECT 1 FROM formulier later WHERE later.vorige = f.id AND later.verwijderd_op IS NULL)"

_BESPREKINGEN = """
    SELECT b.id, b.datum, b.tijd, b.onderwerp, g.naam AS groep,
        count(a.id) AS leerlingen, count(a.formulier) AS besproken
    FROM bespreking b
    LEFT JOIN groep g ON g.id = b.groep
    LEFT JOIN agendapunt a ON a.bespreking = b.id AND a.verwijderd_op IS NULL
    WHERE b.datum >= ? AND b.gehouden = 0 AND b.verwijderd_op IS NULL
    GROUP BY b.id ORDER BY b.datum, b.tijd LIMIT ?"""

_TAKEN = f"""
    SELECT a.id, a.leerling, a.wat, a.wie, a.voor, {_PUPIL},
        (SELECT f.id FROM formulier f WHERE f.stam = a.formulier AND f.verwijderd_op IS NULL
         ORDER BY f.versie DESC LIMIT 1) AS formulier
    FROM afspraak a
    JOIN leerling l ON l.id = a.leerling AND l.verwijderd_op IS NULL AND l.gearchiveerd_op IS NULL
    LEFT JOIN groep g ON g.id = l.groep
    WHERE a.staat = 'open' AND a.soort = ? AND a.voor <= ? AND a.verwijderd_op IS NULL
    ORDER BY a.voor, a.id LIMIT ?"""

_JAAR = """
    SELECT (SELECT schooljaar FROM school WHERE verwijderd_op IS NULL ORDER BY id LIMIT 1) AS schooljaar,
        EXISTS (SELECT 1 FROM leerling WHERE gearchiveerd_op IS NULL AND verwijderd_op IS NULL) AS leerlingen"""

_LATE = """
    SELECT count(*) FROM afspraak a
    JOIN leerling l ON l.id = a.leerling AND l.verwijderd_op IS NULL AND l.gearchiveerd_op IS NULL
    WHERE a.staat = 'open' AND a.voor < ? AND a.verwijderd_op IS NULL"""

# Of an application there is no report to make: what follows it stands with its consult.
_FORMULIEREN = f"""
    SELECT f.id, f.leerling, f.datum, f.soort, f.vastgesteld_op, f.verslag <> '' AS verslag, c.id AS gesprek, {_PUPIL}
    FROM formulier f
    JOIN leerling l ON l.id = f.leerling AND l.verwijderd_op IS NULL AND l.gearchiveerd_op IS NULL
    LEFT JOIN groep g ON g.id = l.groep
    LEFT JOIN gesprek c ON c.formulier = f.stam AND c.verwijderd_op IS NULL
    WHERE f.in_dossier_op IS NULL AND (c.overgenomen_op IS NULL OR f.vastgesteld_op IS NULL)
        AND f.verwijderd_op IS NULL AND {_NEWEST}
        AND (f.vastgesteld_op IS NOT NULL OR f.antwoorden <> '{{}}')
        AND (f.vastgesteld_op IS NULL OR NOT EXISTS (SELECT 1 FROM consult k WHERE k.formulier = f.stam))
    ORDER BY f.datum DESC, f.id DESC LIMIT ?"""

_LAST_ANSWER = "SELECT field FROM revisie WHERE record = ? AND field LIKE ? ORDER BY clock DESC LIMIT 1"

_AANTEKENINGEN = """
    SELECT w.id, w.leerling, w.opruimen_op, l.roepnaam, l.voornamen, l.voorvoegsel, l.achternaam
    FROM werkaantekening w JOIN leerling l ON l.id = w.leerling
    WHERE w.opruimen_op <= ? AND w.verwijderd_op IS NULL AND l.verwijderd_op IS NULL
    ORDER BY w.opruimen_op LIMIT ?"""
