"""What kind of file something is, by what stands in it: an ending says nothing, and a program can have any name."""

import codecs
import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from app.models.bijlagesoort import EINDEN, MOST_BYTES, SOORTEN, Bijlagesoort
from app.storage.errors import Refused

_START = 1024
_BLOCK = 1024 * 1024

_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"#!")
_IMAGES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"GIF8[79]a"), "image/gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST_LIST = 4 * 1024 * 1024
"""Bytes of the list of parts at the end of a zip; a document has hundreds of parts, and a trap has millions."""

_ZIP_END, _ZIP64_END = b"PK\x05\x06", b"PK\x06\x07"
_ZIP_TAIL = 66_000

_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


class BijlageGeweigerd(Refused):
    """A file that can't be an annex; `str()` of it says why, and what to do instead."""


def herken(file: BinaryIO, naam: str, grootte: int) -> Bijlagesoort:
    """Find out what a file is.

    Parameters:
        file: open at any place; it is left at any place.
        naam: its file name, for the sentence; of plain text it has to end in `.txt`.
        grootte: bytes.

    Raises:
        BijlageGeweigerd: empty, too large, a program, or a kind that is not taken.
    """
    if not grootte:
        raise BijlageGeweigerd(f"‘{naam}’ is leeg: kijk of je het goede bestand hebt.")
    if grootte > MOST_BYTES:
        raise BijlageGeweigerd(
            f"‘{naam}’ is groter dan {MOST_BYTES // 1024**2} MB: maak het kleiner, of voeg alleen het deel toe dat je "
            "nodig hebt."
        )
    file.seek(0)
    start = file.read(_START)
    if start.startswith(_PROGRAMS):
        raise BijlageGeweigerd(
            f"‘{naam}’ is een programma: dat kan geen bijlage zijn. Kies een document of afbeelding."
        )
    media = _by_start(file, start, naam)
    if not media and naam.lower().endswith(tuple(f".{each}" for each in EINDEN if each != "txt")):
        raise _damaged(naam)
    if not media:
        kinds = ", ".join(each for each in EINDEN[:-2] if each != "jpeg")
        raise BijlageGeweigerd(
            f"‘{naam}’ is geen soort bestand dat een bijlage kan zijn ({kinds}): bewaar het als PDF en voeg dat toe."
        )
    return SOORTEN[media]


def _by_start(file: BinaryIO, start: bytes, naam: str) -> str:
    if b"%PDF-" in start:
        return "application/pdf"
    for pattern, media in _IMAGES:
        if pattern.match(start):
            return media
    if start.startswith(b"PK\x03\x04"):
        return _zipped(file, naam)
    if start.startswith(_OLD_OFFICE):
        return _old_office(file, naam)
    return "text/plain" if naam.lower().endswith(".txt") and _is_text(file) else ""


def _zipped(file: BinaryIO, naam: str) -> str:
    """A zip is a document when its parts are those of one."""
    if not _has_short_list(file):
        raise _damaged(naam)
    try:
        with zipfile.ZipFile(file) as parts:
            names = set(parts.namelist())
            said = parts.read("mimetype") if "mimetype" in names and parts.getinfo("mimetype").file_size < 200 else b""
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, KeyError):
        raise _damaged(naam) from None
    if any(name.lower().endswith(("vbaproject.bin", "script-lc.xml")) for name in names):
        raise _with_macros(naam)
    if "word/document.xml" in names:
        return next(media for media, soort in SOORTEN.items() if soort.einde == "docx")
    if "xl/workbook.xml" in names:
        return next(media for media, soort in SOORTEN.items() if soort.einde == "xlsx")
    media = said.decode("ascii", "replace").strip()
    return media if media in SOORTEN and SOORTEN[media].einde in ("odt", "ods") else ""


def _has_short_list(file: BinaryIO) -> bool:
    """Whether a zip is one that can be looked into without filling the memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _ZIP_TAIL))
    tail = file.read()
    at = tail.rfind(_ZIP_END)
    return at >= 0 and _ZIP64_END not in tail and int.from_bytes(tail[at + 12 : at + 16], "little") <= _LARGEST_LIST


def _old_office(file: BinaryIO, naam: str) -> str:
    """A file of Word before 2007: a small disk of its own, in which the names of the parts stand as UTF-16."""
    wanted = {name: name.encode("utf-16-le") for name in ("WordDocument", "_VBA_PROJECT")}
    found: set[str] = set()
    file.seek(0)
    tail = b""
    for block in _read(file):
        seen = tail + block
        found |= {name for name, spelt in wanted.items() if spelt in seen}
        tail = seen[-64:]
    if "_VBA_PROJECT" in found:
        raise _with_macros(naam)
    return "application/msword" if found else ""


def _is_text(file: BinaryIO) -> bool:
    """Whether all of it can be read as text: UTF-8, or what Windows wrote before that."""
    return any(_decodes(file, coding) for coding in ("utf-8", "cp1252"))


def _decodes(file: BinaryIO, coding: str) -> bool:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(coding)()
    try:
        is_odd = any(_NO_TEXT.search(decoder.decode(block)) for block in _read(file))
        decoder.decode(b"", True)  # nothing may be left of a letter
    except UnicodeDecodeError:
        return False
    return not is_odd


def _read(file: BinaryIO) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block


def _damaged(naam: str) -> BijlageGeweigerd:
    return BijlageGeweigerd(f"‘{naam}’ is beschadigd: open het in zijn eigen programma en bewaar het opnieuw.")


def _with_macros(naam: str) -> BijlageGeweigerd:
    return BijlageGeweigerd(
        f"In ‘{naam}’ zitten macro's, kleine programma's: bewaar het zonder macro's of als PDF en voeg dat toe."
    )
