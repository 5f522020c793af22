"""The hand-over dossier in Word, for the RVZ and the coördinator (Ondersteuningsroute): chosen part by part."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.invulling import write_form
from app.exports.schrijver import Fact, Writer
from app.exports.tekst import blokken, punten
from app.exports.vel import Proefregel, Proefvel, Vel
from app.models.datums import kort, lang, leeftijd
from app.models.forms.answers import answer_of, plain_text
from app.models.leerling import GEZAG
from app.models.overdracht import Ingevuld, Mporegel, Overdracht
from app.models.route import MPO_UITKOMSTEN, STAPSOORTEN, Routestap
from app.models.school import School
from app.models.verslag import begin_verslag

if TYPE_CHECKING:
    from docx.document import Document

TITEL = "Overdrachtsdossier"
RESULTATEN = {"werkte": "werkte", "werkte_deels": "werkte deels", "werkte_niet": "werkte niet"}
_VRAAG = ("hulpvraag", "gewenste_situatie", "doel")
"""Roles of the answers that tell the ondersteuningsvraag."""


@dataclass(frozen=True, slots=True)
class OverdrachtStof:
    """For the dossier.

    Attributes:
        kies: keys of `DELEN` that go in.
        aan: for whom it is, in words.
        waarom: what for, in words.
    """

    school: School
    overdracht: Overdracht
    kies: Collection[str]
    dag: date
    aan: str = ""
    waarom: str = ""
    ib: str = ""


def maak_overdracht(stof: OverdrachtStof, template: Path) -> "Document":
    """Write the dossier.

    Raises:
        TemplateProblem: the template can't be used.
    """
    name = stof.overdracht.over.leerling.naam
    writer = Writer(template, title=f"{TITEL} · {name}", subject=TITEL, author=stof.ib, school=stof.school.naam)
    writer.title(TITEL, name)
    writer.facts(_facts(stof), per_row=2)
    _write_parents(writer, stof)
    _write_parts(writer, stof.overdracht, stof.kies)
    return writer.finish()


def proef(overdracht: Overdracht, kies: Collection[str]) -> tuple[Proefregel, ...]:
    """The words of the chosen parts, to look at beforehand."""
    vel = Proefvel()
    _write_parts(vel, overdracht, kies)
    return tuple(vel.regels)


def aanwezige_delen(overdracht: Overdracht) -> tuple[str, ...]:
    """Keys of `DELEN` about which something is known."""
    return tuple(deel for deel in DELEN if proef(overdracht, (deel,)))


def _write_parts(vel: Vel, overdracht: Overdracht, kies: Collection[str]) -> None:
    for deel, (titel, write) in DELEN.items():
        if deel in kies and _has_words(overdracht, write):
            vel.heading(titel)
            write(vel, overdracht)


def _has_words(overdracht: Overdracht, write: "Schrijfdeel") -> bool:
    vel = Proefvel()
    write(vel, overdracht)
    return bool(vel.regels)


def _facts(stof: OverdrachtStof) -> list[Fact]:
    over, route = stof.overdracht.over, stof.overdracht.route
    pupil = over.leerling
    born = (
        f"{lang(pupil.geboortedatum)} ({leeftijd(pupil.geboortedatum, stof.dag)} jaar)" if pupil.geboortedatum else ""
    )
    station = _station(stof.overdracht, route.station)
    facts = [
        ("Voor", stof.aan),
        ("Waarvoor", stof.waarom),
        ("Geboren", born),
        ("Groep", over.groep),
        ("Ondersteuningsniveau", "" if over.niveau is None else str(over.niveau)),
        ("Op de route sinds", lang(route.begonnen_op) if route.begonnen_op else ""),
        ("Nu bij", station),
        ("Door", ", ".join(part for part in (stof.ib, stof.school.naam) if part)),
        ("Datum", lang(stof.dag)),
    ]
    return [fact for fact in facts if fact[1].strip()]


def _write_parents(writer: Writer, stof: OverdrachtStof) -> None:
    rows = [
        (ouder.naam, tie.relatie, GEZAG.get(tie.gezag, tie.gezag), ouder.telefoon)
        for ouder, tie in stof.overdracht.over.ouders
    ]
    if rows:
        writer.label("Ouders en verzorgers")
        writer.table(("Naam", "Relatie", "Gezag", "Telefoon"), rows, (7, 5, 5, 6), caption="Ouders en verzorgers")


def _vraag(vel: Vel, stof: Overdracht) -> None:
    for label, text in (("Waarom deze route", stof.route.aanleiding), ("Waarom het niet genoeg is", stof.route.tekort)):
        if text.strip():
            vel.label(label)
            vel.prose(punten(text))
    if stof.bespreking is None:
        return
    for rol in _VRAAG:
        found = stof.bespreking.definitie.field_by_role(rol)
        text = plain_text(found[1], answer_of(found[1], stof.bespreking.formulier.antwoorden)) if found else ""
        if found and text.strip():
            vel.label(found[1].kort)
            vel.prose(punten(text))


def _opp(vel: Vel, stof: Overdracht) -> None:
    if stof.opp is not None:
        write_form(vel, stof.opp.definitie, stof.opp.formulier)


def _gesprekken(vel: Vel, stof: Overdracht) -> None:
    rows = [(_dag(each.datum), each.wat, each.met, each.uitkomst) for each in stof.gesprekken]
    if rows:
        vel.table(("Datum", "Gesprek", "Met wie", "Wat eruit kwam"), rows, (4, 6, 6, 9), caption="Gesprekken")


def _acties(vel: Vel, stof: Overdracht) -> None:
    rows = [
        (each.actie, each.periode or _dag(each.datum), each.door, _result(each.resultaat, each.opmerking))
        for each in stof.acties
        if each.actie.strip()
    ]
    if rows:
        vel.table(("Wat is gedaan", "Wanneer", "Door", "Wat het opbracht"), rows, (8, 5, 4, 8), caption="Acties")


def _result(resultaat: str, opmerking: str) -> str:
    return ": ".join(part for part in (RESULTATEN.get(resultaat, ""), opmerking) if part)


def _besluiten(vel: Vel, stof: Overdracht) -> None:
    rows = [(_dag(each.datum), _stap(stof, each), each.door, each.reden) for each in stof.stappen]
    if rows:
        vel.table(("Datum", "Stap of besluit", "Door", "Waarom"), rows, (4, 9, 5, 7), caption="Besluiten")
    meetings = [
        (_dag(each.datum), _outcome(each), ", ".join(each.tafel)) for each in stof.mpos if each.datum or each.uitkomst
    ]
    if meetings:
        vel.label("MeerPartijenOverleg")
        vel.table(("Datum", "Uitkomst", "Aan tafel"), meetings, (4, 9, 12), caption="MeerPartijenOverleg")
    told = [(_dag(each.op), each.wie, each.waarover, each.hoe, each.door) for each in stof.berichten]
    if told:
        vel.label("Wie is geïnformeerd")
        vel.table(("Datum", "Wie", "Waarover", "Hoe", "Door"), told, (4, 6, 7, 3, 5), caption="Wie is geïnformeerd")


def _outcome(mpo: Mporegel) -> str:
    return "\n".join(filter(None, (MPO_UITKOMSTEN.get(mpo.uitkomst, mpo.uitkomst), mpo.toelichting)))


def _stap(stof: Overdracht, stap: Routestap) -> str:
    if stap.besluit:
        station = next((each for each in stof.definitie.stations if each.id == stap.van), None)
        besluit = station.besluit(stap.besluit) if station else None
        if besluit is None:
            return stap.besluit
        asked = [(each, str(stap.waarden.get(each.id) or "")) for each in besluit.vraagt]
        told = [f"{each.titel}: {each.label(answer)}" for each, answer in asked if answer]
        return "\n".join([besluit.titel, *told])
    word = STAPSOORTEN.get(stap.soort, stap.soort)
    return f"{word[:1].upper()}{word[1:]}: {_station(stof, stap.naar or stap.van)}"


def _station(stof: Overdracht, station_id: str) -> str:
    return next((each.titel for each in stof.definitie.stations if each.id == station_id), station_id)


def _verslagen(vel: Vel, stof: Overdracht) -> None:
    for each in stof.verslagen:
        text = _report(each)
        if text.strip():
            day = lang(each.formulier.datum) if each.formulier.datum else ""
            vel.heading(" van ".join(part for part in (each.definitie.titel, day) if part), 2)
            for block in blokken(text, each.definitie.verslag):
                if block.kop:
                    vel.heading(block.kop, 3)
                vel.prose(block.regels)


def _report(each: Ingevuld) -> str:
    """The report as the IB'er wrote it, or as it begins; without a first line that only says what stands above it."""
    text = each.formulier.verslag.strip() or begin_verslag(each.definitie, each.formulier)
    first, _, rest = text.partition("\n")
    return rest if first.startswith(f"{each.definitie.titel} van ") else text


def _dag(day: date | None) -> str:
    return f"{kort(day)} {day.year}" if day else ""


Schrijfdeel = Callable[[Vel, Overdracht], None]

DELEN: Mapping[str, tuple[str, Schrijfdeel]] = {
    "vraag": ("De ondersteuningsvraag", _vraag),
    "opp": ("Het OPP", _opp),
    "gesprekken": ("Gesprekken tot nu toe", _gesprekken),
    "acties": ("Wat is gedaan en wat het opbracht", _acties),
    "besluiten": ("Besluiten en de redenen", _besluiten),
    "verslagen": ("Verslagen van leerlingbesprekingen", _verslagen),
}
"""Parts of the dossier: title, and what writes it."""
