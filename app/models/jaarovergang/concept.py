"""What the user has chosen so far, as text: kept until the new year is written, and laid on the school of then."""

import json
from dataclasses import replace
from typing import Any

from app.models.jaarovergang.groepen import NieuweGroep
from app.models.jaarovergang.overgang import Overgang, Stap, deel_in, voorstel
from app.models.jaarovergang.stand import Stand
from app.models.jaarovergang.stappen import jaargroep_na
from app.models.leerling import Leerling

VERSIE = 1
"""Of the shape of the text; another one is not read."""


def als_tekst(overgang: Overgang) -> str:
    """The groups, and of the pupils only what differs from what is proposed."""
    usual = deel_in(overgang.stand, overgang.groepen).stappen
    chosen = {
        each.id: [step.soort, step.groep, *_zit(each)]
        for each in overgang.stand.leerlingen
        if (step := overgang.stappen[each.id]) != usual[each.id]
    }
    return json.dumps(
        {
            "versie": VERSIE,
            "schooljaar": overgang.stand.schooljaar,
            "groepen": [_als_lijst(each) for each in overgang.groepen],
            "leerlingen": chosen,
            "plannen": sorted(overgang.plannen),
            "gezien": sorted(each.id for each in overgang.stand.groepsplannen),
        }
    )


def uit_tekst(tekst: str, stand: Stand) -> Overgang:
    """The choices on the school as it is now.

    Who came or moved since is proposed a group as usual, and who left is left out. A text of another school year, or an
    empty one, gives the usual proposal.
    """
    read: dict[str, Any] = json.loads(tekst) if tekst else {}
    if (read.get("versie"), read.get("schooljaar")) != (VERSIE, stand.schooljaar):
        return voorstel(stand)
    made = deel_in(stand, tuple(_als_groep(each) for each in read["groepen"]))
    groups = {None, *(each.id for each in made.groepen)}
    steps = dict(made.stappen)
    for each in stand.leerlingen:
        soort, groep, *zat = read["leerlingen"].get(each.id, ("", None))
        if zat == _zit(each) and groep in groups:
            steps[each.id] = Stap(soort, groep, jaargroep_na(each.jaargroep, soort))
    plans = {each.id for each in stand.groepsplannen}
    kept = (plans & set(read["plannen"])) | (made.plannen - set(read["gezien"]))
    return replace(made, stappen=steps, plannen=frozenset(kept))


def _zit(leerling: Leerling) -> list[str | None]:
    return [leerling.jaargroep, leerling.groep]


def _als_lijst(groep: NieuweGroep) -> dict[str, Any]:
    return {name: getattr(groep, name) for name in NieuweGroep.__dataclass_fields__}


def _als_groep(velden: dict[str, Any]) -> NieuweGroep:
    lists = {name: tuple(velden[name]) for name in ("jaargroepen", "leerkrachten")}
    return NieuweGroep(**{**velden, **lists})
