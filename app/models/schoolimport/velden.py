"""Fields side by side: what is here, what the file says, and how both read on screen."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from app.models.records import Record
from app.models.school import ROLLEN
from app.models.schoolimport.bestand import Bestand
from app.models.schoolimport.voorstel import Wijziging

LABELS: dict[str, str] = {
    "roepnaam": "roepnaam",
    "voornamen": "voornamen",
    "voorvoegsel": "tussenvoegsel",
    "achternaam": "achternaam",
    "geboortedatum": "geboortedatum",
    "geslacht": "geslacht",
    "jaargroep": "jaargroep",
    "groep": "groep",
    "bron_key": "sleutel in de administratie",
    "bron_keys": "sleutel in de administratie",
    "eckid": "ECK iD",
    "instroomdatum": "op school sinds",
    "uitstroomdatum": "laatste schooldag",
    "gearchiveerd_op": "in het archief sinds",
    "rollen": "rol",
    "email": "e-mailadres",
    "uit_dienst_op": "uit dienst sinds",
    "naam": "naam",
    "schooljaar": "schooljaar",
    "jaargroepen": "jaargroepen",
    "leerkrachten": "leerkrachten",
    "opgeheven_op": "opgeheven sinds",
    "brin": "brincode",
}
"""Names of fields on screen."""

_KOPPELING = frozenset({"bron_key", "bron_keys", "eckid"})
_DAGEN = frozenset({"gearchiveerd_op", "uit_dienst_op", "opgeheven_op"})


def wijzigingen(
    bestand: Bestand,
    kind: type[Record],
    record: Record | None,
    waarden: Mapping[str, Any],
    namen: Mapping[str, str],
) -> tuple[Wijziging, ...]:
    """The fields in which a record differs from what the file says.

    A value that was typed here after the last import stays, unless the file has come with something new since.

    Parameters:
        record: as it is now, None when it is new.
        waarden: what the file says, for the fields that it holds.
        namen: names of groups and staff by id.
    """
    found = []
    for veld, nieuw in waarden.items():
        oud = getattr(record, veld) if record is not None else _default(kind, veld)
        if not _same(oud, nieuw):
            by_hand = (
                record is not None and veld not in _KOPPELING and _same(bestand.laatst_ingelezen(record, veld), nieuw)
            )
            found.append(
                Wijziging(
                    veld=veld,
                    label=LABELS[veld],
                    oud=oud,
                    nieuw=nieuw,
                    oud_tekst=in_woorden(veld, oud, namen),
                    nieuw_tekst=in_woorden(veld, nieuw, namen),
                    aan=not by_hand,
                    met_de_hand=by_hand,
                )
            )
    return tuple(found)


def in_woorden(veld: str, waarde: Any, namen: Mapping[str, str]) -> str:
    """A value as it is shown; empty for no value."""
    if not waarde:
        return ""
    if veld in _DAGEN:
        return dag(date.fromisoformat(waarde[:10]))
    if isinstance(waarde, date):
        return dag(waarde)
    if veld == "rollen":
        return ", ".join(ROLLEN[each] for each in waarde)
    if veld == "groep":
        return namen.get(waarde, "")
    if veld == "leerkrachten":
        return ", ".join(filter(None, (namen.get(each, "") for each in waarde)))
    return "/".join(waarde) if isinstance(waarde, tuple) else str(waarde)


def dag(day: date) -> str:
    """A day as people write it, e.g. `2-3-2017`."""
    return f"{day.day}-{day.month}-{day.year}"


def _same(one: Any, two: Any) -> bool:
    if isinstance(one, tuple) and isinstance(two, tuple):
        return sorted(one) == sorted(two)
    return bool(one == two)


def _default(kind: type[Record], veld: str) -> Any:
    return next(each.default for each in fields(kind) if each.name == veld)
