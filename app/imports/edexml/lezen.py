"""Reads an EDEXML file."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from app.imports.edexml.controle import controleer
from app.imports.edexml.elementen import Elementen
from app.imports.edexml.regels import Regels
from app.imports.edexml.xmlstroom import XmlStroom
from app.imports.problem import ImportProblem
from app.models.schoolimport.aanlevering import Aanlevering

MAX_BYTES = 50 * 1024 * 1024
"""A school of 2,000 pupils with every field filled in takes some 3 MB."""

_BEGIN = 256
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")


def _never() -> bool:
    return False


def _nobody(_done: int, _total: int) -> None:
    """The listener to progress when nobody listens."""


def read_edexml(
    bron: Path | bytes,
    *,
    naam: str = "",
    max_bytes: int = MAX_BYTES,
    cancelled: Callable[[], bool] = _never,
    progress: Callable[[int, int], None] = _nobody,
) -> Aanlevering:
    """Read an EDEXML file whole, or not at all.

    Fields that may not be kept never leave the parser. Rows that can't be used are left out with a warning.

    Parameters:
        bron: the file, or its contents.
        naam: name of it in sentences; the file's own name when left out.
        max_bytes: a larger file is refused unread.
        cancelled: asked often; True stops the reading.
        progress: told the bytes read and the size.

    Raises:
        ImportProblem: the file can't be used; its str says what, where and what to do.
        ImportCancelled: `cancelled` said so.
    """
    if isinstance(bron, bytes):
        naam = naam or "Het bestand"
        _check_size(len(bron), naam, max_bytes)
        return _read(BytesIO(bron), XmlStroom(naam, max_bytes), naam, cancelled, partial(_tell, progress, len(bron)))
    naam = naam or bron.name
    try:
        if not bron.is_file():
            raise ImportProblem(f"{naam} is er niet of is geen bestand: kies het EDEXML-bestand opnieuw.")
        size = bron.stat().st_size
        _check_size(size, naam, max_bytes)
        with bron.open("rb") as stream:
            return _read(stream, XmlStroom(naam, max_bytes), naam, cancelled, partial(_tell, progress, size))
    except OSError:
        raise ImportProblem(
            f"{naam} kan niet worden gelezen: kijk of het bestand nog bestaat en of een ander programma het openhoudt."
        ) from None


def _tell(progress: Callable[[int, int], None], size: int, done: int) -> None:
    progress(done, size)


def _check_size(size: int, naam: str, max_bytes: int) -> None:
    if size > max_bytes:
        raise ImportProblem(
            f"{naam} is {size / 1024**2:.0f} MB en dat is te groot voor een EDEXML-bestand (hoogstens "
            f"{max_bytes / 1024**2:.0f} MB): kies het bestand van één school, zonder bijlagen."
        )


def _read(
    stream: BinaryIO, stroom: XmlStroom, naam: str, cancelled: Callable[[], bool], progress: Callable[[int], None]
) -> Aanlevering:
    begin = stream.read(_BEGIN)
    stream.seek(0)
    if not begin.strip():
        raise ImportProblem(f"{naam} is leeg: maak in ParnasSys of Esis een nieuw EDEXML-bestand en kies dat.")
    if begin.startswith(_ZIP):
        raise ImportProblem(f"{naam} is een ingepakt bestand (zip): pak het uit en kies het XML-bestand dat erin zit.")
    regels = Regels(naam)
    elementen = Elementen(stroom, stroom.open(begin), regels.add)
    stroom.feed(stream, progress, cancelled)
    if not elementen.is_edexml:
        raise stroom.no_edexml()
    controleer(regels, naam)
    return regels.aanlevering(met_medewerkers="leerkrachten" in elementen.secties)
