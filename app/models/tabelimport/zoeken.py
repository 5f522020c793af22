"""Which pupil a row is about: by name and birthday, or by name and group; never by name alone, never a guess."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from app.models.datums import lang
from app.models.leerling import Leerling
from app.models.namen import volledige_naam
from app.models.tabelimport.koppen import kaal
from app.models.tabelimport.regels import Zoek
from app.models.tabelimport.waarden import Afgekeurd


def plat(naam: str) -> str:
    """Letters and digits of a name, without accents and case: what two spellings of it have in common."""
    letters = unicodedata.normalize("NFKD", naam.casefold())
    return re.sub(r"[^a-z0-9]", "", letters) or letters.strip()


class Wijzer:
    """Finds pupils.

    Parameters:
        leerlingen: all pupils, also those who left.
        groepen: names of the groups by id.
    """

    def __init__(self, leerlingen: Iterable[Leerling], groepen: Mapping[str, str]) -> None:
        self._groepen = groepen
        self._by_name: dict[str, list[Leerling]] = defaultdict(list)
        self._by_day: dict[object, list[Leerling]] = defaultdict(list)
        for each in leerlingen:
            for naam in _spellings(each):
                self._by_name[naam].append(each)
            self._by_day[each.geboortedatum].append(each)

    def groep(self, leerling: Leerling) -> str:
        """Name of the pupil's group, empty without one."""
        return self._groepen.get(leerling.groep or "", "")

    def vind(self, wie: Zoek) -> Leerling:
        """The one pupil that a row is about.

        Raises:
            Afgekeurd: nobody, somebody else, or more than one; its str says which and what to do.
        """
        named = next(filter(None, (self._by_name.get(plat(naam)) for naam in wie.namen)), [])
        present = [each for each in named if not each.gearchiveerd_op]
        if not present:
            raise Afgekeurd(self._nobody(wie, gone=bool(named)))
        found = self._narrowed(wie, present)
        if not found:
            raise Afgekeurd(self._somebody_else(wie))
        if len(found) > 1:
            more = "zet de geboortedatum erbij" if wie.geboortedatum is None else "zet de groep erbij"
            raise Afgekeurd(f"Er zijn {len(found)} leerlingen die {wie.naam} kunnen zijn; {more}.")
        return found[0]

    def _narrowed(self, wie: Zoek, named: Sequence[Leerling]) -> Sequence[Leerling]:
        if wie.geboortedatum is not None:
            same_day = [each for each in named if each.geboortedatum == wie.geboortedatum]
            if same_day:
                named = same_day
            else:  # somebody whose birthday isn't known here yet, if the group says it is the one
                ageless = [each for each in named if each.geboortedatum is None]
                return [each for each in ageless if wie.groep and self._in_group(each, wie)]
        if wie.groep and (wie.geboortedatum is None or len(named) > 1):
            named = [each for each in named if self._in_group(each, wie)]
        if wie.jaargroep and len(named) > 1:
            named = [each for each in named if each.jaargroep == _group_words(wie.jaargroep)] or named
        return named

    def _in_group(self, leerling: Leerling, wie: Zoek) -> bool:
        wanted = _group_words(wie.groep)
        return wanted in (_group_words(self.groep(leerling)), leerling.jaargroep)

    def _nobody(self, wie: Zoek, *, gone: bool) -> str:
        if gone:
            return f"{wie.naam} is niet meer op school; haal de regel weg."
        born = [each for each in self._by_day.get(wie.geboortedatum, ()) if wie.geboortedatum]
        if len(born) == 1 and wie.geboortedatum:
            return (
                f"{wie.naam} staat niet bij de leerlingen; op {lang(wie.geboortedatum)} is wel {born[0].naam} geboren. "
                "Maak de naam hier en in de tabel gelijk."
            )
        return f"{wie.naam} staat niet bij de leerlingen; verbeter de naam, of lees eerst EDEXML in."

    def _somebody_else(self, wie: Zoek) -> str:
        if wie.geboortedatum is not None:
            return f"{wie.naam} staat hier met een andere geboortedatum; kijk na welke klopt."
        group = _group_words(wie.groep)
        return f"{wie.naam} zit hier niet in groep {group}; verbeter de groep of zet de geboortedatum erbij."


def _spellings(leerling: Leerling) -> set[str]:
    """The ways in which a list may write a pupil's name: roepnaam or given names, with and without the prefix."""
    first = leerling.voornamen.split(" ")[0]
    given = {leerling.roepnaam or first, leerling.voornamen or leerling.roepnaam, first or leerling.roepnaam}
    prefixes = {leerling.voorvoegsel, ""}
    whole = {volledige_naam(each, prefix, leerling.achternaam) for each in given for prefix in prefixes}
    return {plat(each) for each in whole | given} - {""}


def _group_words(text: str) -> str:
    """A group without what lists put before it: `Groep 5/6a` becomes `5 6a`."""
    return kaal(text).removeprefix("groep").removeprefix("gr ").strip()
