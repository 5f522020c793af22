"""What the file means for the staff."""

from collections.abc import Iterable
from typing import Any

from app.models.school import Medewerker
from app.models.schoolimport.aanlevering import MedewerkerRegel, is_stabiel
from app.models.schoolimport.vergelijking import Vergelijking, losgelaten, maak_post, met_vinkje
from app.models.schoolimport.voorstel import NIEUW, TERUG, WEG, WIJZIGEN, Post

_WEG = "Komt op ‘uit dienst’ als je dit aanvinkt."


def posten(v: Vergelijking) -> list[Post]:
    """New, changed, returning and missing staff; nothing at all when the file holds no staff."""
    known = {each.id: each for each in v.bestand.medewerkers}
    found: list[Post | None] = []
    for row in v.aanlevering.medewerkers or ():
        if row.id in v.medewerkers.onzeker:
            continue
        record = known.get(v.medewerkers.paren.get(row.id, ""))
        told = _waarden(row, record)
        actie = NIEUW if record is None else WIJZIGEN
        if record is not None and record.uit_dienst_op is not None:
            actie, told = TERUG, {**told, "uit_dienst_op": None}
        found.append(maak_post(v, Medewerker, actie, record, told, id=row.id, naam=row.naam, regel=row.regel))
    for gone in _ontbrekend(v):
        told = {"uit_dienst_op": v.vandaag.isoformat()}
        post = maak_post(v, Medewerker, WEG, gone, told, naam=gone.naam, toelichting=_WEG)
        found.append(met_vinkje(post, False) if post else None)
    lost = losgelaten(v, v.bestand.medewerkers, v.aanlevering.medewerkers or (), v.medewerkers)
    return [*(each for each in found if each is not None), *lost]


def _ontbrekend(v: Vergelijking) -> list[Medewerker]:
    if v.aanlevering.medewerkers is None:
        return []
    named = set(v.medewerkers.paren.values())
    named |= {each for onzeker in v.medewerkers.onzeker.values() for each in onzeker.kandidaten}
    return [
        each
        for each in v.bestand.medewerkers
        if each.id not in named and each.uit_dienst_op is None and (each.bron_key or v.bestand.is_door_import(each.id))
    ]


def _waarden(row: MedewerkerRegel, record: Medewerker | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "roepnaam": row.roepnaam or row.voornamen.split(" ")[0],
        "achternaam": row.achternaam,
        "email": row.email,
        "rollen": _rollen(row.rollen, record.rollen if record else ()),
        "bron_key": row.key if is_stabiel(row.key) else "",
    }
    if record is not None and record.roepnaam and not row.roepnaam:
        del told["roepnaam"]  # someone known as Joke does not become J.
    held = {veld: waarde for veld, waarde in told.items() if waarde}
    return {**held, "voorvoegsel": row.voorvoegsel} if row.achternaam else held


def _rollen(told: Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    """The roles known here and those of the file: one given by hand is not taken away, and none gives a right."""
    both = dict.fromkeys([*known, *told])
    return tuple(each for each in both if each != "overig" or len(both) == 1 or each in known)
