"""From a proposal and the user's ticks to what is written."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from app.models.leerling import Leerling, met_sorteernaam
from app.models.records import values_of
from app.models.schoolimport.voorstel import NIEUW, Keuze, Post, Voorstel

_NAAM = frozenset({"roepnaam", "voornamen", "voorvoegsel", "achternaam"})
_SOORTEN = ("school", "medewerker", "groep", "leerling")
"""In this order each record is written after those that it points to."""


class NietKlaar(ValueError):
    """The user has not decided everything yet. Its str is one Dutch sentence: what to do first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schrijfwerk:
    """Fields of one record to write.

    Attributes:
        actie: key of `ACTIES`, to count by.
        waarden: values by field.
    """

    soort: str
    id: str
    actie: str
    waarden: dict[str, Any] = field(default_factory=dict)


def schrijfwerk(voorstel: Voorstel, keuze: Keuze) -> tuple[Schrijfwerk, ...]:
    """Work out what to write, in an order in which every reference leads to something.

    Parameters:
        voorstel: the proposal, without open questions.
        keuze: the ticks. A reference to a new group or person that was unticked is left out.

    Raises:
        NietKlaar: a question is open, or a doubt has not been set aside.
    """
    if voorstel.vragen:
        open_ = len(voorstel.vragen)
        wie = "1 persoon of die" if open_ == 1 else f"{open_} personen of ze"
        raise NietKlaar(f"Zeg eerst van {wie} al in Ruggespraak {'staat' if open_ == 1 else 'staan'}.")
    if voorstel.bezwaren and not keuze.bezwaren_opzij:
        raise NietKlaar("Bevestig eerst dat dit het goede bestand is; daarna kun je overnemen.")
    absent = {post.id for post in voorstel.van(actie=NIEUW) if not keuze.is_aan(post)}
    found = [_of_post(post, keuze, absent) for post in voorstel.posten]
    chosen = [each for each in found if each.waarden]
    return tuple(sorted(chosen, key=lambda each: _SOORTEN.index(each.soort)))


def _of_post(post: Post, keuze: Keuze, absent: Collection[str]) -> Schrijfwerk:
    waarden: dict[str, Any] = {}
    for each in post.wijzigingen:
        if not keuze.is_aan(post, each.veld) or (each.veld == "groep" and each.nieuw in absent):
            continue
        is_team = each.veld == "leerkrachten"
        waarden[each.veld] = tuple(one for one in each.nieuw if one not in absent) if is_team else each.nieuw
    if post.soort == "leerling" and _NAAM & waarden.keys():
        present = values_of(post.record) if isinstance(post.record, Leerling) else {}
        waarden["sorteernaam"] = met_sorteernaam({**present, **waarden})["sorteernaam"]
    return Schrijfwerk(soort=post.soort, id=post.id, actie=post.actie, waarden=waarden)
