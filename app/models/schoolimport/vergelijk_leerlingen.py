"""What the file means for the pupils."""

from datetime import date
from typing import Any

from app.models.leerling import Leerling
from app.models.schoolimport.aanlevering import LeerlingRegel, is_stabiel, is_voorletters
from app.models.schoolimport.velden import dag
from app.models.schoolimport.vergelijking import Vergelijking, losgelaten, maak_post, met_vinkje
from app.models.schoolimport.voorstel import NIEUW, TERUG, VERTREK, WEG, WIJZIGEN, Post


def posten(v: Vergelijking) -> list[Post]:
    """New, changed, leaving, returning and missing pupils; never one whose identity is still a question."""
    known = {each.id: each for each in v.bestand.leerlingen}
    found: list[Post | None] = []
    for row in v.aanlevering.leerlingen:
        if row.id in v.leerlingen.onzeker:
            continue
        record = known.get(v.leerlingen.paren.get(row.id, ""))
        if row.is_vertrokken(v.vandaag):
            found.append(_vertrek(v, row, record))
        elif record is None:
            told = _waarden(v, row, None)
            found.append(maak_post(v, Leerling, NIEUW, None, told, id=row.id, naam=row.naam, regel=row.regel))
        elif record.gearchiveerd_op is not None:
            found.append(_terug(v, row, record))
        else:
            told = _waarden(v, row, record)
            found.append(maak_post(v, Leerling, WIJZIGEN, record, told, naam=record.naam, regel=row.regel))
    gone = [post for each in ontbrekend(v) for post in _weg(v, each)]
    lost = losgelaten(v, v.bestand.leerlingen, v.aanlevering.leerlingen, v.leerlingen)
    return [*(each for each in found if each is not None), *gone, *lost]


def ontbrekend(v: Vergelijking) -> list[Leerling]:
    """Pupils at school whom the administration knew, and who are not in this file.

    Someone entered by hand may just not be in the administration yet, and is left alone.
    """
    named = set(v.leerlingen.paren.values())
    named |= {each for onzeker in v.leerlingen.onzeker.values() for each in onzeker.kandidaten}
    unread = v.aanlevering.overgeslagen
    return [
        each
        for each in v.bestand.leerlingen
        if each.id not in named
        and each.gearchiveerd_op is None
        and (each.bron_key or each.eckid or v.bestand.is_door_import(each.id))
        and each.bron_key not in unread
        and each.eckid not in unread
    ]


def vertrokken_en_onbekend(v: Vergelijking) -> int:
    """How many pupils of the file had left before they were ever known here; they are not taken in."""
    known = v.leerlingen.paren.keys() | v.leerlingen.onzeker.keys()
    return sum(1 for row in v.aanlevering.leerlingen if row.id not in known and row.is_vertrokken(v.vandaag))


def _waarden(v: Vergelijking, row: LeerlingRegel, record: Leerling | None) -> dict[str, Any]:
    """What the file holds of a pupil; a field that it does not hold is not in it."""
    klas = v.indeling.groep_van.get(row.id)
    told: dict[str, Any] = {
        "roepnaam": row.roepnaam,
        "voornamen": row.voornamen,
        "achternaam": row.achternaam,
        "geboortedatum": row.geboortedatum,
        "geslacht": row.geslacht,
        "jaargroep": v.indeling.jaargroep_van.get(row.id, ""),
        "groep": v.groep_van_klas[klas] if klas else None,
        "instroomdatum": row.instroomdatum,
        "uitstroomdatum": row.uitstroomdatum,
        "bron_key": row.key if is_stabiel(row.key) else "",
        "eckid": row.eckid,
    }
    if record is not None and record.naam and is_voorletters(row.voornamen):
        del told["voornamen"]
    held = {veld: waarde for veld, waarde in told.items() if waarde}
    # With a surname the file says that there is no prefix too.
    return {**held, "voorvoegsel": row.voorvoegsel} if row.achternaam else held


def _vertrek(v: Vergelijking, row: LeerlingRegel, record: Leerling | None) -> Post | None:
    if record is None or record.gearchiveerd_op is not None:
        return None
    last = min(row.uitstroomdatum or v.vandaag, v.vandaag)
    told: dict[str, Any] = {"gearchiveerd_op": last.isoformat()}
    if row.uitstroomdatum:
        told["uitstroomdatum"] = row.uitstroomdatum
    return maak_post(v, Leerling, VERTREK, record, told, naam=record.naam, regel=row.regel)


def _terug(v: Vergelijking, row: LeerlingRegel, record: Leerling) -> Post | None:
    told = {**_waarden(v, row, record), "gearchiveerd_op": None, "uitstroomdatum": row.uitstroomdatum}
    since = dag(date.fromisoformat((record.gearchiveerd_op or "")[:10]))
    toelichting = f"Staat sinds {since} in het archief."
    return maak_post(v, Leerling, TERUG, record, told, naam=row.naam, regel=row.regel, toelichting=toelichting)


def _weg(v: Vergelijking, record: Leerling) -> list[Post]:
    told = {"gearchiveerd_op": v.vandaag.isoformat()}
    post = maak_post(v, Leerling, WEG, record, told, naam=record.naam, toelichting=_WEG)
    return [met_vinkje(post, False)] if post else []


_WEG = "Gaat naar het archief als je dit aanvinkt; alles over dit kind blijft bewaard."
