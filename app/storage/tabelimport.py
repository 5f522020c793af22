"""The archive's side of a table: what it would change, and writing what the user approved."""

from datetime import date

from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.tabelimport.indeling import Indeling
from app.models.tabelimport.stand import Bekend
from app.models.tabelimport.tabel import Tabel
from app.models.tabelimport.uitwerken import Uitkomst, werk_uit
from app.storage.archive import Archive
from app.storage.ongedaan import Schrijf, schrijf

MERK = " (tabel)"
"""Stands behind the author's name in what a table brought in, so that history can tell."""


class Verouderd(Exception):
    """The archive changed since the user saw what the table would do; nothing was written.

    Attributes:
        uitkomst: what it would do now.
    """

    def __init__(self, uitkomst: Uitkomst) -> None:
        super().__init__()
        self.uitkomst = uitkomst


def uitkomst(archive: Archive, tabel: Tabel, indeling: Indeling, vandaag: date) -> Uitkomst:
    """What a table would change."""
    return werk_uit(tabel, indeling, _bekend(archive), vandaag)


def neem_over(
    archive: Archive, tabel: Tabel, indeling: Indeling, vandaag: date, gezien: Uitkomst, author: str
) -> tuple[Schrijf, ...]:
    """Write what the user approved: all of it, or nothing.

    Parameters:
        gezien: what the user saw and approved.
        author: name of the user.

    Returns:
        What takes it back, for `app.storage.ongedaan.schrijf`; empty when there was nothing to write.

    Raises:
        Verouderd: it would now do something else than what was seen.
        StorageError: the environment refused.
    """
    now = uitkomst(archive, tabel, indeling, vandaag)
    if now.rijen != gezien.rijen:
        raise Verouderd(now)
    return schrijf(archive, (Schrijf(each.soort, each.id, each.waarden) for each in now.werk), author + MERK)


def _bekend(archive: Archive) -> Bekend:
    return Bekend(
        leerlingen=archive.all(Leerling),
        groepen={row["id"]: row["naam"] for row in archive.query(_GROEPEN)},
        ouders=archive.all(Ouder),
        ouderschappen=archive.all(Ouderschap),
        niveaus=archive.all(Niveau),
        plannen=archive.all(Plan),
    )


_GROEPEN = "SELECT id, naam FROM groep WHERE verwijderd_op IS NULL AND opgeheven_op IS NULL"
