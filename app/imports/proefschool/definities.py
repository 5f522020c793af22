"""The texts of forms, routes and consults with which the Proefschool began: as they ship now."""

import hashlib
import tomllib
from functools import cache

from app.imports.proefschool.mensen import FIRST_DAY
from app.models.bespreking import Definitie
from app.models.ids import dated_id
from app.resources import resource


@cache
def definitie(map_: str, naam: str) -> Definitie:
    """The kept text of a file in `resources`.

    Parameters:
        map_: folder, e.g. `formulieren`.
        naam: of the file, without `.toml`.
    """
    tekst = resource(map_, f"{naam}.toml").read_text(encoding="utf-8")
    vingerafdruk = hashlib.sha256(tekst.encode()).hexdigest()
    return Definitie(
        id=dated_id(FIRST_DAY, "definitie", vingerafdruk),
        naam=naam,
        versie=tomllib.loads(tekst).get("versie", 1),
        vingerafdruk=vingerafdruk,
        tekst=tekst,
    )
