"""Which column of a table holds what: guessed from its headings, and changed by the user."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.models.tabelimport.koppen import Koppen
from app.models.tabelimport.tabel import Tabel

NAMEN = ("roepnaam", "achternaam", "naam")
HERKENNEN = (*NAMEN, "tussenvoegsel", "geboortedatum", "groep", "jaargroep")
"""Fields that only say who a row is about."""

VOORBEELDEN = 3


@dataclass(frozen=True, slots=True)
class Indeling:
    """What each column is taken for.

    Attributes:
        kolommen: id of a `Veld` for each column, empty for one that is left alone.
        relaties: what the headings say of a parent, by number of the parent, e.g. `{1: "moeder"}`.
    """

    kolommen: tuple[str, ...]
    relaties: Mapping[int, str] = field(default_factory=dict)

    def kolom(self, veld: str) -> int | None:
        """Place of the column that holds a field, or None."""
        return self.kolommen.index(veld) if veld and veld in self.kolommen else None

    def met(self, kolom: int, veld: str) -> "Indeling":
        """The same with one column taken for something else; the column that was it before is left alone."""
        cleared = ["" if each == veld else each for each in self.kolommen]
        cleared[kolom] = veld
        return replace(self, kolommen=tuple(cleared))

    @property
    def velden(self) -> frozenset[str]:
        """All fields that have a column."""
        return frozenset(filter(None, self.kolommen))


def raad(tabel: Tabel, koppen: Koppen) -> Indeling:
    """Take the columns for what their headings say; of two that say the same the first is taken."""
    taken: dict[str, int] = {}
    relaties: dict[int, str] = {}
    for place, kop in enumerate(tabel.kop):
        found = koppen.veld(kop)
        if found is not None and found.veld not in taken:
            taken[found.veld] = place
            if found.relatie:
                relaties.setdefault(int(found.veld[len("ouder")]), found.relatie)
    by_place = {place: veld for veld, place in taken.items()}
    return Indeling(tuple(by_place.get(place, "") for place in range(len(tabel.kop))), relaties)


def voorbeelden(tabel: Tabel, kolom: int) -> tuple[str, ...]:
    """The first different texts in a column, by which people know what it is."""
    found: dict[str, None] = {}
    for row in tabel.rijen:
        if row[kolom]:
            found[row[kolom]] = None
        if len(found) == VOORBEELDEN:
            break
    return tuple(found)


def klachten(indeling: Indeling) -> Sequence[str]:
    """What the columns lack: one Dutch sentence each, none when the table can be read."""
    velden = indeling.velden
    found: list[str] = []
    if not velden & set(NAMEN):
        found.append("Wijs aan in welke kolom de naam van de leerling staat.")
    if not velden & {"geboortedatum", "groep"}:
        found.append(
            "Wijs ook de geboortedatum of de groep aan; aan een naam alleen is een leerling niet te herkennen."
        )
    if not velden - set(HERKENNEN):
        found.append("Wijs aan wat je wilt inlezen: ouders, gezin, niveau, handelingsplan of OPP.")
    for column, needs, what in _NEEDS:
        if velden & column and needs not in velden:
            found.append(what)
    return found


_OUDERVELDEN = ("relatie", "gezag", "telefoon", "email", "adres", "tolk", "eigen_gesprek", "bijzonderheden")
_NEEDS: tuple[tuple[frozenset[str], str, str], ...] = (
    *(
        (
            frozenset(f"ouder{number}_{each}" for each in _OUDERVELDEN),
            f"ouder{number}_naam",
            f"Wijs ook de naam van ouder {number} aan; zonder naam is niet te zien over welke ouder het gaat.",
        )
        for number in (1, 2)
    ),
    (
        frozenset({"niveau_vanaf", "niveau_toelichting"}),
        "niveau",
        "Wijs ook het niveau zelf aan, of laat de kolommen erover weg.",
    ),
    (frozenset({"plan_soort", "plan_onderwerp", "plan_tot"}), "plan_van", "Wijs ook aan vanaf wanneer het plan loopt."),
    (frozenset({"opp_tot"}), "opp_van", "Wijs ook aan vanaf wanneer het OPP loopt."),
)
