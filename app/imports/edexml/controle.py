"""What must hold between the rows of a file: keys are unique, references lead somewhere, there are pupils."""

from collections.abc import Iterable
from dataclasses import replace

from app.imports.edexml.regels import Regels
from app.imports.problem import ImportProblem
from app.models.schoolimport.aanlevering import Regel, is_stabiel


def controleer(regels: Regels, naam: str) -> None:
    """Refuse a file of which the identities can't be trusted; take out ties that lead nowhere, with a warning.

    Parameters:
        regels: the rows; changed in place.
        naam: name of the file, for sentences.

    Raises:
        ImportProblem: two rows with one key, or no pupils at all.
    """
    _unique(((each, each.key) for each in regels.groepen), naam, "groepen", "sleutel")
    _unique(((each, each.key) for each in regels.leerlingen if is_stabiel(each.key)), naam, "leerlingen", "sleutel")
    _unique(((each, each.eckid) for each in regels.leerlingen), naam, "leerlingen", "ECK iD")
    _unique(((each, each.key) for each in regels.medewerkers if is_stabiel(each.key)), naam, "medewerkers", "sleutel")
    if not regels.leerlingen:
        raise ImportProblem(
            f"{naam} is EDEXML, maar er staan geen leerlingen in: kies in je leerlingadministratie alle groepen en "
            "maak het bestand opnieuw."
        )
    known = {each.key for each in regels.groepen}
    _leerlingen(regels, known)
    _medewerkers(regels, known)


def _unique(rows: Iterable[tuple[Regel, str]], naam: str, wat: str, sleutel: str) -> None:
    seen: dict[str, Regel] = {}
    for row, key in rows:
        first = seen.setdefault(key, row)
        if key and first is not row:
            raise ImportProblem(
                f"{naam} heeft op regel {first.regel} en regel {row.regel} twee {wat} met dezelfde {sleutel}: laat "
                "dit in de leerlingadministratie herstellen en maak het bestand opnieuw; er is niets overgenomen."
            )


def _leerlingen(regels: Regels, known: set[str]) -> None:
    for place, row in enumerate(regels.leerlingen):
        samengesteld = tuple(each for each in row.samengesteld if each in known)
        if (row.groep and row.groep not in known) or samengesteld != row.samengesteld:
            regels.warn(row.regel, f"leerling {row.naam}", "hoort bij een groep die niet in het bestand staat.")
            groep = row.groep if row.groep in known else ""
            regels.leerlingen[place] = replace(row, groep=groep, samengesteld=samengesteld)


def _medewerkers(regels: Regels, known: set[str]) -> None:
    for place, row in enumerate(regels.medewerkers):
        groepen = tuple(each for each in row.groepen if each.groep in known)
        if groepen != row.groepen:
            regels.warn(row.regel, f"medewerker {row.naam}", "hoort bij een groep die niet in het bestand staat.")
            regels.medewerkers[place] = replace(row, groepen=groepen)
