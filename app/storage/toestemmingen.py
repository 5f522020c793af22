"""What the parents of a pupil answered, in a form or when asked by letter, judged by the one table of consent.

A parent is known by name, as in the form that asks for consent (form A.6, section 7).
"""

from dataclasses import dataclass
from datetime import date

from app.models.consult import Toestemming
from app.models.datums import als_datum, lang
from app.models.toestemming import OPEN, Antwoord, Oordeel, OuderGezag, Toestemmingstabel, antwoorden_uit, oordeel
from app.storage.archive import Archive
from app.storage.formulieren import OuderVan, definition_of, ouders_van
from app.storage.nieuwste import nieuwste_van


@dataclass(frozen=True, slots=True)
class OuderStand:
    """One parent who is asked.

    Attributes:
        antwoord: the latest answer, or None while there is none.
        los: id of the `Toestemming` that it comes from, empty when a form says it: only the first can be taken away.
    """

    van: OuderVan
    antwoord: Antwoord | None
    los: str = ""

    @property
    def naam(self) -> str:
        """Name of the parent."""
        return self.van.ouder.naam


@dataclass(frozen=True, slots=True)
class Toestemmingsstand:
    """How it stands with the consent of the parents of one pupil.

    Attributes:
        ouders: those who are asked: who has gezag, or of whom that is not known.
        grond: on what ground something is shared, in words; empty while nobody answered.
    """

    leerling: str
    ouders: tuple[OuderStand, ...]
    oordeel: Oordeel
    grond: str


def stand(archive: Archive, leerling: str, tabel: Toestemmingstabel) -> Toestemmingsstand:
    """Read the answers of all parents and judge them.

    Parameters:
        tabel: what may be done with which answer.
    """
    ouders = ouders_van(archive, leerling)
    answers = antwoorden(archive, leerling)
    loose = {_antwoord(each): each.id for each in archive.all(Toestemming, leerling=leerling)}
    latest = [(each, _latest(answers, each.ouder.naam)) for each in ouders if each.ouderschap.gezag != "nee"]
    asked = tuple(OuderStand(each, found, loose.get(found, "") if found else "") for each, found in latest)
    judged = oordeel(tabel, [OuderGezag(each.ouder.naam, each.ouderschap.gezag) for each in ouders], answers)
    told = (_words(each, tabel) for each in asked)
    return Toestemmingsstand(leerling, asked, judged, "; ".join(each for each in told if each))


def antwoorden(archive: Archive, leerling: str) -> list[Antwoord]:
    """The answers in the newest form that has any, and those that were recorded by themselves, oldest first."""
    found = [_antwoord(each) for each in archive.all(Toestemming, leerling=leerling)]
    for form in nieuwste_van(archive, leerling):
        told = antwoorden_uit(definition_of(archive, form.definitie), form.antwoorden)
        if any(each.antwoord not in ("", OPEN) for each in told):
            return [*(each for each in told if each.antwoord not in ("", OPEN)), *found]
    return found


def nieuw_antwoord(leerling: str, antwoord: Antwoord, waarvoor: str, vandaag: date) -> Toestemming:
    """What a parent answered, to be written.

    Parameters:
        waarvoor: key of `TOESTEMMING_VOOR`.
        vandaag: stands in where no day was told.
    """
    return Toestemming(
        leerling=leerling,
        ouder=antwoord.ouder,
        waarvoor=waarvoor,
        antwoord=antwoord.antwoord,
        datum=als_datum(antwoord.datum) or vandaag,
        grond=antwoord.grond,
    )


def neem_terug(archive: Archive, los: str, author: str) -> None:
    """Take away an answer that was recorded by mistake: an answer of the same day would not go before it."""
    archive.delete(Toestemming.kind, los, author)


def _antwoord(each: Toestemming) -> Antwoord:
    return Antwoord(each.ouder, each.antwoord, each.datum.isoformat() if each.datum else "", each.grond)


def _latest(answers: list[Antwoord], naam: str) -> Antwoord | None:
    own = [each for each in answers if " ".join(each.ouder.casefold().split()) == " ".join(naam.casefold().split())]
    return max(reversed(own), key=lambda each: each.datum, default=None)


def _words(each: OuderStand, tabel: Toestemmingstabel) -> str:
    if each.antwoord is None or each.antwoord.antwoord not in tabel:
        return ""
    day = als_datum(each.antwoord.datum)
    parts = (tabel[each.antwoord.antwoord].label, f"op {lang(day)}" if day else "", each.antwoord.grond)
    return f"{each.naam}: {', '.join(part for part in parts if part)}"
