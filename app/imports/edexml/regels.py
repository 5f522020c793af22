"""Rows of text become rows of checked values; what can't be used is left out, with a warning that says where."""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.imports.edexml import waarden
from app.imports.edexml.elementen import Ruw
from app.imports.problem import ImportProblem
from app.imports.tekst import schoon
from app.models.schoolimport.aanlevering import (
    Aanlevering,
    GroepRegel,
    Koppeling,
    LeerlingRegel,
    MedewerkerRegel,
    Waarschuwing,
)

MAX_KEY = 256
MAX_ROWS = 60_000
"""Rows in all; the largest schools have some thousand pupils."""

MAX_WARNINGS = 500
_SAMENGESTELD = "samengestelde_groep"


class Regels:
    """Collects the rows of a file.

    Parameters:
        naam: name of the file, for sentences.
    """

    def __init__(self, naam: str) -> None:
        self._naam = naam
        self._school: Ruw | None = None
        self._vestigingen: dict[str, str] = {}
        self.groepen: list[GroepRegel] = []
        self.leerlingen: list[LeerlingRegel] = []
        self.medewerkers: list[MedewerkerRegel] = []
        self._warnings: list[Waarschuwing] = []
        self._rows = self._warned = 0
        self._skipped: set[str] = set()
        self._make: dict[str, Callable[[Ruw], None]] = {
            "school": self._add_school,
            "vestiging": self._add_vestiging,
            "groep": self._add_groep,
            _SAMENGESTELD: self._add_groep,
            "leerling": self._add_leerling,
            "leerkracht": self._add_medewerker,
        }

    def add(self, ruw: Ruw) -> None:
        """Take in one row.

        Raises:
            ImportProblem: the school year is no school year, or there are more rows than any school has.
        """
        self._rows += 1
        if self._rows > MAX_ROWS:
            raise ImportProblem(
                f"{self._naam} bevat meer dan {MAX_ROWS} leerlingen, groepen en medewerkers (regel {ruw.regel}): maak "
                "een bestand van één school."
            )
        self._make[ruw.soort](ruw)

    def warn(self, regel: int, wie: str, tekst: str) -> None:
        """Remember that something could not be used."""
        self._warned += 1
        if self._warned <= MAX_WARNINGS:
            self._warnings.append(Waarschuwing(regel=regel, wie=wie, tekst=tekst))

    def aanlevering(self, *, met_medewerkers: bool) -> Aanlevering:
        """All that was taken in."""
        schooljaar, brin, gemaakt_op = self._read_school()
        return Aanlevering(
            bron=self._naam,
            schooljaar=schooljaar,
            brin=brin,
            gemaakt_op=gemaakt_op,
            vestigingen=self._vestigingen,
            groepen=tuple(self.groepen),
            leerlingen=tuple(self.leerlingen),
            medewerkers=tuple(self.medewerkers) if met_medewerkers else None,
            waarschuwingen=self._sorted_warnings(),
            overgeslagen=frozenset(self._skipped),
        )

    def _sorted_warnings(self) -> tuple[Waarschuwing, ...]:
        shown = sorted(self._warnings, key=lambda each: each.regel)
        more = self._warned - len(shown)
        tekst = f"er zijn nog {more} waarschuwingen; laat de administratie het bestand nakijken."
        return (*shown, *([Waarschuwing(regel=0, wie="", tekst=tekst)] if more else []))

    def _add_school(self, ruw: Ruw) -> None:
        self._school = ruw
        schooljaar = _text(ruw, "schooljaar")
        if schooljaar and not waarden.is_schooljaar(schooljaar):
            raise ImportProblem(
                f"{self._naam} heeft geen geldig schooljaar (regel {ruw.regel}): het hoort als 2026-2027 in het "
                "bestand te staan; kies in je leerlingadministratie het schooljaar en maak het bestand opnieuw."
            )

    def _read_school(self) -> tuple[str, str, date | None]:
        if self._school is None:
            return "", "", None
        brin = _text(self._school, "brincode").upper()
        if brin and not waarden.is_brin(brin):
            self.warn(self._school.regel, "de school", "de brincode is geen brincode en is niet overgenomen.")
            brin = ""
        return _text(self._school, "schooljaar"), brin, waarden.datum(_text(self._school, "aanmaakdatum"))

    def _add_vestiging(self, ruw: Ruw) -> None:
        self._vestigingen.setdefault(ruw.key[:MAX_KEY], _text(ruw, "naam"))

    def _add_groep(self, ruw: Ruw) -> None:
        wie = f"groep {_text(ruw, 'naam')}".strip()
        if not ruw.key or not _keys_fit(ruw):
            self.warn(ruw.regel, wie, "de groep heeft geen bruikbare sleutel en is overgeslagen.")
            return
        self.groepen.append(
            GroepRegel(
                regel=ruw.regel,
                key=ruw.key,
                naam=_text(ruw, "naam") or ruw.key.lstrip("#"),
                jaargroep=self._jaargroep(ruw, wie),
                samengesteld=ruw.soort == _SAMENGESTELD,
            )
        )

    def _add_leerling(self, ruw: Ruw) -> None:
        namen = _namen(ruw)
        wie = _wie("leerling", namen, ruw)
        if not self._is_usable(ruw, namen, wie):
            return
        own = [each.key for each in ruw.verwijzingen if each.soort == "groep"]
        places = [each.key for each in ruw.verwijzingen if each.soort == "vestiging"]
        self.leerlingen.append(
            LeerlingRegel(
                regel=ruw.regel,
                key=ruw.key,
                eckid=ruw.eckid,
                **namen,
                geboortedatum=self._datum(ruw, wie, "geboortedatum"),
                geslacht=self._code(ruw, wie, "geslacht", waarden.GESLACHT),
                jaargroep=self._jaargroep(ruw, wie),
                groep=own[0] if own else "",
                samengesteld=tuple(each.key for each in ruw.verwijzingen if each.soort == _SAMENGESTELD),
                vestiging=places[0] if places else "",
                instroomdatum=self._datum(ruw, wie, "instroomdatum"),
                uitstroomdatum=self._datum(ruw, wie, "uitstroomdatum"),
            )
        )

    def _add_medewerker(self, ruw: Ruw) -> None:
        namen = _namen(ruw)
        wie = _wie("medewerker", namen, ruw)
        roles = [schoon(each) for each in ruw.velden.get("rol", [])]
        if roles and all(each.upper() == waarden.OUDER for each in roles):
            self.warn(ruw.regel, wie, "staat als ouder bij het personeel en is niet overgenomen.")
            return
        if not self._is_usable(ruw, namen, wie):
            return
        self.medewerkers.append(
            MedewerkerRegel(
                regel=ruw.regel,
                key=ruw.key,
                eckid=ruw.eckid,
                **namen,
                email=_text(ruw, "emailadres"),
                rollen=_rollen(roles),
                groepen=tuple(Koppeling(groep=each.key, rollen=_rollen(each.rollen)) for each in ruw.verwijzingen),
            )
        )

    def _is_usable(self, ruw: Ruw, namen: dict[str, str], wie: str) -> bool:
        for veld in ruw.te_lang:
            self.warn(ruw.regel, wie, f"het veld {veld} is te lang en is niet overgenomen.")
        if not _keys_fit(ruw):
            self.warn(ruw.regel, wie, "de sleutel is langer dan EDEXML toestaat; deze regel is overgeslagen.")
            return False
        if any(namen.values()):
            return True
        self.warn(ruw.regel, wie, "heeft geen naam en is overgeslagen; vul de naam in de administratie in.")
        self._skipped.update(each for each in (ruw.key, ruw.eckid) if each)
        return False

    def _datum(self, ruw: Ruw, wie: str, veld: str) -> date | None:
        text = _text(ruw, veld)
        day = waarden.datum(text)
        if text and day is None:
            self.warn(ruw.regel, wie, f"de {veld} is geen bestaande dag (jjjj-mm-dd) en is niet overgenomen.")
        return day

    def _jaargroep(self, ruw: Ruw, wie: str) -> str:
        return self._code(ruw, wie, "jaargroep", {code: code for code in waarden.JAARGROEPEN})

    def _code(self, ruw: Ruw, wie: str, veld: str, codes: dict[str, str]) -> str:
        text = _text(ruw, veld).upper()
        if text and text not in codes:
            self.warn(ruw.regel, wie, f"het veld {veld} heeft een onbekende waarde en is niet overgenomen.")
        return codes.get(text, "")


def _text(ruw: Ruw, veld: str) -> str:
    texts = ruw.velden.get(veld, [])
    return schoon(texts[0]) if texts else ""


def _keys_fit(ruw: Ruw) -> bool:
    return len(ruw.key) <= MAX_KEY and len(ruw.eckid) <= MAX_KEY


def _namen(ruw: Ruw) -> dict[str, Any]:
    roepnaam, voornamen = _text(ruw, "roepnaam"), _text(ruw, "voornamen")
    # Initials are all that is left to call someone by when neither name is there.
    return {
        "roepnaam": roepnaam,
        "voornamen": voornamen or ("" if roepnaam else _text(ruw, "voorletters")),
        "voorvoegsel": _text(ruw, "voorvoegsel"),
        "achternaam": _text(ruw, "achternaam"),
    }


def _wie(soort: str, namen: dict[str, Any], ruw: Ruw) -> str:
    naam = " ".join(part for part in (namen["roepnaam"] or namen["voornamen"], namen["achternaam"]) if part)
    return f"{soort} {naam or ruw.key[:20]}".strip()


def _rollen(texts: list[str]) -> tuple[str, ...]:
    known = dict.fromkeys(waarden.rol(schoon(each)) for each in texts if each.strip())
    return tuple(known)
