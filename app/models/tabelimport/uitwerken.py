"""What a table would change in the archive: row by row, with what is wrong; nothing is written here."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.models.leerling import Leerling
from app.models.tabelimport.gezinnen import Gezinnen
from app.models.tabelimport.indeling import Indeling
from app.models.tabelimport.ondersteuning import niveaustap, planstap
from app.models.tabelimport.ouders import Ouders
from app.models.tabelimport.regels import Fout, Inhoud, Niveauregel, lees_rijen
from app.models.tabelimport.stand import Bekend, Stand, Stap, Werk, tegenspraak
from app.models.tabelimport.tabel import Tabel
from app.models.tabelimport.waarden import Afgekeurd
from app.models.tabelimport.zoeken import Wijzer

NIEUW, FOUT, NIETS = "nieuw", "fout", "niets"


@dataclass(frozen=True, slots=True)
class Rij:
    """What becomes of one row.

    Attributes:
        regel: line in the file.
        naam: name of the pupil, as in the archive, or as in the table when it isn't found.
        groep: name of the group.
        gevolgen: what changes, in words.
        fouten: what is wrong; then nothing of the row is taken.
    """

    regel: int
    naam: str
    groep: str = ""
    gevolgen: tuple[str, ...] = ()
    fouten: tuple[Fout, ...] = ()

    @property
    def soort(self) -> str:
        """`FOUT`, `NIEUW` for a row that changes something, or `NIETS`."""
        return FOUT if self.fouten else NIEUW if self.gevolgen else NIETS


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a table would change.

    Attributes:
        rijen: in the order of the table.
        werk: what has to be written.
    """

    rijen: tuple[Rij, ...] = ()
    werk: tuple[Werk, ...] = ()

    def van(self, soort: str) -> tuple[Rij, ...]:
        """The rows of which that becomes."""
        return tuple(each for each in self.rijen if each.soort == soort)

    @property
    def aantallen(self) -> Mapping[tuple[str, bool], int]:
        """Number of records by kind, and whether they are new."""
        return Counter((each.soort, each.nieuw) for each in self.werk)


def werk_uit(tabel: Tabel, indeling: Indeling, bekend: Bekend, vandaag: date) -> Uitkomst:
    """Work out what a table would change.

    A pupil is never made, a record never doubled, an empty cell changes nothing. A row with anything wrong is left out
    whole. With the same table again there is no work.

    Parameters:
        indeling: one about which `klachten` has nothing to say.
        vandaag: today; a level without a day holds from then.
    """
    wijzer = Wijzer(bekend.leerlingen, bekend.groepen)
    found = [(each, *_pupil(each, wijzer)) for each in lees_rijen(tabel, indeling, vandaag)]
    good = [(leerling, each.gezin) for each, leerling, _ in found if leerling is not None and not each.fouten]
    rows = _Uitwerking(bekend, Gezinnen(good), vandaag)
    rijen = []
    for each, leerling, problem in found:
        fouten = (*each.fouten, *problem)
        naam, groep = (leerling.naam, wijzer.groep(leerling)) if leerling else (each.wie.naam, each.wie.groep)
        gevolgen: tuple[str, ...] = ()
        if leerling is not None and not fouten:
            gevolgen, fouten = rows.neem(leerling, each)
        rijen.append(Rij(each.regel, naam, groep, gevolgen, fouten))
    return Uitkomst(tuple(rijen), rows.stand.werk())


def fouten_tekst(tabel: Tabel, uitkomst: Uitkomst) -> str:
    """The rows that were left out, as a table to paste elsewhere: as they were, with what is wrong behind them."""
    cells = dict(zip(tabel.regels, tabel.rijen, strict=True))
    wrong = ((str(each.regel), *cells[each.regel], " ".join(map(str, each.fouten))) for each in uitkomst.van(FOUT))
    return "".join("\t".join(row) + "\n" for row in (("Regel", *tabel.kop, "Wat is er mis"), *wrong))


class _Uitwerking:
    """Takes rows one after another."""

    def __init__(self, bekend: Bekend, gezinnen: Gezinnen, vandaag: date) -> None:
        self.stand = Stand(bekend)
        self._gezinnen = gezinnen
        self._ouders = Ouders(self.stand)
        self._vandaag = vandaag
        self._niveaus: dict[tuple[str, date | None], tuple[int, int]] = {}

    def neem(self, leerling: Leerling, inhoud: Inhoud) -> tuple[tuple[str, ...], tuple[Fout, ...]]:
        """What a row changes, and what stands in its way."""
        try:
            steps = self._steps(leerling, inhoud)
            self.stand.doe(steps, inhoud.regel)
        except Afgekeurd as problem:
            return (), (Fout("", str(problem)),)
        self._ouders.onthoud(steps)
        return tuple(each.tekst for each in steps if each.tekst), ()

    def _steps(self, leerling: Leerling, inhoud: Inhoud) -> list[Stap]:
        now = self.stand.nu(Leerling, leerling.id) or leerling
        steps = self._gezinnen.stappen(now, inhoud.gezin) if inhoud.gezin else []
        for each in steps:
            now = each.record if isinstance(each.record, Leerling) else now
        steps += self._ouders.stappen(now, inhoud.ouders)
        if inhoud.niveau is not None:
            steps.append(self._level(leerling, inhoud.niveau, inhoud.regel))
        return [*steps, *(planstap(self.stand, leerling, each) for each in dict.fromkeys(inhoud.plannen))]

    def _level(self, leerling: Leerling, said: Niveauregel, regel: int) -> Stap:
        level, line = self._niveaus.setdefault((leerling.id, said.vanaf or self._vandaag), (said.niveau, regel))
        if level != said.niveau:
            raise tegenspraak(line, "het niveau vanaf die dag")
        return niveaustap(self.stand, leerling, said, self._vandaag)


def _pupil(inhoud: Inhoud, wijzer: Wijzer) -> tuple[Leerling | None, tuple[Fout, ...]]:
    if not inhoud.wie.namen or (inhoud.wie.geboortedatum is None and not inhoud.wie.groep):
        return None, ()
    try:
        return wijzer.vind(inhoud.wie), ()
    except Afgekeurd as problem:
        return None, (Fout("", str(problem)),)
