"""What a row says about parents: known ones are updated, new ones are tied, nobody comes in twice."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.models.leerling import GEZAG, Leerling, Ouder, Ouderschap
from app.models.tabelimport.regels import UIT_KOP
from app.models.tabelimport.stand import Stand, Stap, nieuw, stap
from app.models.tabelimport.waarden import Afgekeurd
from app.models.tabelimport.zoeken import plat

_VAN_OUDER = ("telefoon", "email", "adres", "tolk", "bijzonderheden")
_VAN_BAND = ("relatie", "gezag", "eigen_gesprek")
_WOORDEN = {
    "email": "e-mail",
    "tolk": "tolk voor",
    "eigen_gesprek": "apart gesprek",
}


class Ouders:
    """Finds the parent that a row means, among those of the pupil, of the family, and of the table so far."""

    def __init__(self, stand: Stand) -> None:
        self._stand = stand
        self._by_name: dict[str, dict[str, None]] = defaultdict(dict)
        self._children: dict[str, set[str]] = defaultdict(set)
        for each in stand.alle(Ouder):
            self._by_name[plat(each.naam)][each.id] = None
        for tie in stand.alle(Ouderschap):
            self._children[tie.ouder].add(tie.leerling)

    def stappen(self, leerling: Leerling, gezegd: Sequence[Mapping[str, Any]]) -> list[Stap]:
        """The steps for the parents on one row.

        Parameters:
            leerling: as it would be, with its family.
            gezegd: what the row says of each parent.

        Raises:
            Afgekeurd: one name stands there twice.
        """
        if len({plat(each["naam"]) for each in gezegd}) < len(gezegd):
            raise Afgekeurd("Beide ouders hebben dezelfde naam; haal er een weg of zet de voornaam erbij.")
        ties = self._stand.van(Ouderschap, leerling.id)
        place = max((each.volgorde for each in ties), default=-1) + 1
        found: list[Stap] = []
        for said in gezegd:
            found += self._ouder(leerling, said, ties, place)
            place += 1
        return found

    def onthoud(self, stappen: Sequence[Stap]) -> None:
        """Know from now on the parents that these steps brought in."""
        for each in stappen:
            if isinstance(each.record, Ouder):
                self._by_name[plat(each.record.naam)][each.record.id] = None
            elif isinstance(each.record, Ouderschap):
                self._children[each.record.ouder].add(each.record.leerling)

    def _ouder(
        self, leerling: Leerling, said: Mapping[str, Any], ties: Sequence[Ouderschap], place: int
    ) -> Iterator[Stap]:
        own = {tie.ouder: tie for tie in ties}
        of_person = {name: said[name] for name in _VAN_OUDER if name in said}
        of_tie = {name: said[name] for name in _VAN_BAND if name in said}
        named = [each for one in self._by_name.get(plat(said["naam"]), ()) if (each := self._stand.nu(Ouder, one))]
        person = next((each for each in named if each.id in own), None)
        if person is not None:
            tie = own[person.id]
            if not tie.relatie and UIT_KOP in said:
                of_tie.setdefault("relatie", said[UIT_KOP])
            yield _update(person, of_person, person.naam)
            yield _update(tie, of_tie, person.naam)
            return
        of_tie.setdefault("relatie", said.get(UIT_KOP, ""))
        shared = next((each for each in named if self._is_same(each, leerling, said)), None)
        if shared is None:
            shared = Ouder(naam=said["naam"], **of_person)
            yield nieuw(shared, "", *of_person)
            words = f"nieuwe ouder {shared.naam}"
        else:
            yield _update(shared, of_person, shared.naam)
            words = f"{shared.naam} is ook ouder van dit kind"
        new = Ouderschap(leerling=leerling.id, ouder=shared.id, volgorde=place, **of_tie)
        about = ", ".join(filter(None, (new.relatie, GEZAG[new.gezag] if "gezag" in said else "")))
        yield nieuw(new, f"{words} ({about})" if about else words, *of_tie)

    def _is_same(self, person: Ouder, leerling: Leerling, said: Mapping[str, Any]) -> bool:
        """Whether a namesake is the same person: a parent of the same family, or with the same address or number."""
        children = (self._stand.nu(Leerling, each) for each in self._children[person.id])
        family = leerling.gezin and any(each is not None and each.gezin == leerling.gezin for each in children)
        address = person.email and person.email.casefold() == str(said.get("email", "")).casefold()
        number = person.telefoon and _digits(person.telefoon) == _digits(str(said.get("telefoon", "")))
        return bool(family or address or number)


def _update(record: Ouder | Ouderschap, said: Mapping[str, Any], naam: str) -> Stap:
    """The step that gives a known record what a row says; another way of writing the same is no change."""
    velden = {name: _as_known(name, getattr(record, name), value) for name, value in said.items()}
    parts = []
    for name, value in velden.items():
        before = getattr(record, name)
        if before != value:
            old = _words(before) if before not in ("", "onbekend", False) else ""
            words = f"{_WOORDEN.get(name, name)} {old} wordt" if old else _WOORDEN.get(name, name)
            parts.append(f"{words} {_words(value)}")
    return stap(record, f"{naam}: {', '.join(parts)}" if parts else "", **velden)


def _as_known(name: str, before: Any, value: Any) -> Any:
    if name == "telefoon":
        return before if _digits(before) == _digits(value) else value
    if isinstance(before, str) and isinstance(value, str):
        return before if before.casefold() == value.casefold() else value
    return value


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value) or "leeg"


def _digits(text: str) -> str:
    """A number as it is dialled within the country."""
    digits = "".join(filter(str.isdigit, text))
    return "0" + digits[2:] if digits.startswith("31") else digits
