"""Who in the file is who in the archive.

A stable key decides, then the ECK iD (UWLR may leave out the key). Where neither helps (dummy keys, people entered by
hand, a school that changed administrations) people who look alike are offered, and the user says who is who: a file
must never be the reason that one child's record gets the name of another.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from app.models.leerling import Leerling
from app.models.school import Medewerker
from app.models.schoolimport.aanlevering import LeerlingRegel, MedewerkerRegel, is_stabiel, is_voorletters
from app.models.schoolimport.voorstel import Antwoorden

ANDER_PERSOON = "De sleutel hoort hier bij iemand met een andere naam. Is dit dezelfde persoon?"
LIJKT_OP = "Er is al iemand die hierop lijkt. Is dit dezelfde persoon?"
BEZET = "Deze persoon is al bij een andere regel gekozen. Kies opnieuw."


@dataclass(frozen=True, slots=True)
class Persoon:
    """What people are recognised by, in the file and in the archive alike."""

    id: str
    key: str
    eckid: str
    voornamen: frozenset[str]
    achternaam: str
    geboortedatum: date | None = None

    @classmethod
    def van(cls, bron: LeerlingRegel | MedewerkerRegel | Leerling | Medewerker) -> "Persoon":
        """The recognisable side of a row or record."""
        key = bron.key if isinstance(bron, LeerlingRegel | MedewerkerRegel) else bron.bron_key
        given = [bron.roepnaam] if isinstance(bron, Medewerker) else [bron.roepnaam, *bron.voornamen.split()[:1]]
        return cls(
            id=bron.id,
            key=key if is_stabiel(key) else "",
            eckid="" if isinstance(bron, Medewerker) else bron.eckid,
            voornamen=frozenset(plain for plain in map(_plain_given, given) if plain),
            achternaam=_plain(bron.achternaam),
            geboortedatum=bron.geboortedatum if isinstance(bron, LeerlingRegel | Leerling) else None,
        )


@dataclass(frozen=True, slots=True)
class Onzeker:
    """A row of which the user has to say who it is: the candidates, most likely first, and why it is asked."""

    kandidaten: tuple[str, ...]
    reden: str


@dataclass(slots=True)
class Koppelingen:
    """Who is who.

    Attributes:
        paren: id in the archive by id of the row.
        onzeker: by id of the row; rows that are in neither are new.
    """

    paren: dict[str, str] = field(default_factory=dict)
    onzeker: dict[str, Onzeker] = field(default_factory=dict)


def is_precies(row: Persoon, other: Persoon) -> bool:
    """Whether name and birthday are the same in full, so that the answer is almost certainly yes."""
    return (
        row.geboortedatum is not None
        and row.geboortedatum == other.geboortedatum
        and bool(row.achternaam)
        and row.achternaam == other.achternaam
        and bool(row.voornamen & other.voornamen)
    )


def koppel(rijen: Sequence[Persoon], bekend: Sequence[Persoon], antwoorden: Antwoorden) -> Koppelingen:
    """Find for each row the person it is about.

    Parameters:
        rijen: people in the file; bekend: people in the archive.
        antwoorden: what the user has said so far.
    """
    gevonden = Koppelingen()
    taken: set[str] = set()
    known_ids = {each.id for each in bekend}
    open_rows: list[Persoon] = []
    for row in rijen:
        said = antwoorden.get(row.id)
        if said in known_ids and said not in taken:
            gevonden.paren[row.id] = said
            taken.add(said)
        elif row.id not in antwoorden or said is not None:
            open_rows.append(row)
    for row, other in _by_key(open_rows, [each for each in bekend if each.id not in taken]):
        if _contradicts(row, other):
            gevonden.onzeker[row.id] = Onzeker((other.id,), ANDER_PERSOON)
        elif other.id not in taken:
            gevonden.paren[row.id] = other.id
            taken.add(other.id)
    _look_alikes(
        [row for row in open_rows if row.id not in gevonden.paren],
        [each for each in bekend if each.id not in taken],
        antwoorden,
        gevonden,
    )
    return gevonden


def _by_key(rijen: Iterable[Persoon], bekend: Sequence[Persoon]) -> Iterable[tuple[Persoon, Persoon]]:
    keys = {each.key: each for each in bekend if each.key}
    eckids = {each.eckid: each for each in bekend if each.eckid}
    for row in rijen:
        other = keys.get(row.key) or eckids.get(row.eckid)
        if other is not None:
            yield row, other


def _contradicts(row: Persoon, other: Persoon) -> bool:
    """Whether two with the same key can hardly be one: another administration may have given the key to another child.

    An ECK iD is given out nationally, so two different ones are two children and two equal ones are one.
    """
    if row.eckid and other.eckid:
        return row.eckid != other.eckid
    if row.geboortedatum and other.geboortedatum:
        return row.geboortedatum != other.geboortedatum and not _same_name(row, other)
    return not _same_given(row, other) and row.achternaam != other.achternaam


def _look_alikes(
    rijen: Iterable[Persoon], bekend: Sequence[Persoon], antwoorden: Antwoorden, gevonden: Koppelingen
) -> None:
    by_day = _grouped((each.geboortedatum, each) for each in bekend)
    by_name = _grouped((each.achternaam, each) for each in bekend)
    ageless = _grouped((each.achternaam, each) for each in bekend if each.geboortedatum is None)
    for row in rijen:
        if row.geboortedatum is None:
            near = by_name.get(row.achternaam, [])
        else:
            near = [*by_day.get(row.geboortedatum, []), *ageless.get(row.achternaam, [])]
        alike = [each.id for each in near if _same_name(row, each)]
        earlier = gevonden.onzeker.get(row.id)
        found = tuple(dict.fromkeys([*(earlier.kandidaten if earlier else ()), *alike]))
        if row.id in antwoorden:
            gevonden.onzeker[row.id] = Onzeker(found, BEZET)
        elif found:
            gevonden.onzeker[row.id] = Onzeker(found, earlier.reden if earlier else LIJKT_OP)


K = TypeVar("K")


def _grouped(pairs: Iterable[tuple[K, Persoon]]) -> Mapping[K, list[Persoon]]:
    found: dict[K, list[Persoon]] = defaultdict(list)
    for key, each in pairs:
        found[key].append(each)
    return found


def _same_name(row: Persoon, other: Persoon) -> bool:
    """Whether two names can be of one person; a part that one of them lacks does not tell them apart."""
    surname = row.achternaam == other.achternaam or not row.achternaam or not other.achternaam
    return surname and _same_given(row, other)


def _same_given(row: Persoon, other: Persoon) -> bool:
    if row.voornamen & other.voornamen or not row.voornamen or not other.voornamen:
        return True
    # `J` may stand for `Joke`, as staff often have initials only.
    return any(one.startswith(two[0]) and 1 in (len(one), len(two)) for one in row.voornamen for two in other.voornamen)


def _plain_given(text: str) -> str:
    return _plain(text[0] if is_voorletters(text) else text)


def _plain(text: str) -> str:
    """Letters and digits only, without accents and case: how two spellings of one name become the same."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9]", "", letters) or letters.strip()
