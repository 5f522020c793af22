"""Reads a table from a file or from pasted text."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from app.imports.problem import ImportProblem
from app.imports.tabel import codering, gescheiden, werkblad
from app.imports.tabel.grenzen import MAX_BYTES, binnen_grenzen, check_bytes
from app.imports.tekst import schoon
from app.models.tabelimport.koppen import Koppen, parse_koppen
from app.models.tabelimport.tabel import Regel, Tabel, maak_tabel
from app.resources import resource

IsKop = Callable[[str], bool]

GEPLAKT = "De geplakte tabel"

_KOPPEN = "tabelkoppen.toml"
_ANDERS = ((b"%PDF", "een PDF"), (b"{\\rtf", "een tekstdocument"), (b"<?xml", "een XML-bestand"))


@cache
def bekende_koppen() -> Koppen:
    """The headings that are recognised, from `resources/tabelkoppen.toml`."""
    return parse_koppen(resource(_KOPPEN).read_text(encoding="utf-8"), _KOPPEN)


def lees_bestand(path: Path, is_kop: IsKop | None = None) -> Tabel:
    """Read a table from a file.

    Parameters:
        path: CSV or text with tabs (UTF-8, UTF-16 or Windows-1252), or an xlsx, xls or ods file, of which the first
            sheet with a list is read. What it is shows from its contents, not from its name.
        is_kop: whether a text is a known heading; without it those of pupils and parents are.

    Returns:
        The cells as text: dates as `dd-mm-jjjj`, whole numbers without decimals. Without known headings they are
        `kolom 1` and so on.

    Raises:
        ImportProblem: the file can't be used; its str says what, where and what to do.
    """
    naam = path.name
    try:
        if not path.is_file():
            raise ImportProblem(f"{naam} is er niet of is geen bestand: kies het bestand opnieuw.")
        check_bytes(path.stat().st_size, naam)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        raise ImportProblem(
            f"{naam} kan niet worden gelezen: kijk of het bestand nog bestaat en of een ander programma het openhoudt."
        ) from None
    check_bytes(len(data), naam)
    for begin, what in _ANDERS:
        if data.startswith(begin):
            raise ImportProblem(f"{naam} is {what}, geen tabel: kies een bestand uit Excel of een CSV-bestand.")
    if werkblad.is_werkblad(data):
        return werkblad.lees(data, naam, is_kop or bekende_koppen().is_kop)
    return _tabel(gescheiden.rijen(codering.als_tekst(data, naam), naam), naam, is_kop)


def lees_tekst(text: str, is_kop: IsKop | None = None) -> Tabel:
    """Read a table that was pasted: from Excel, from a web page, or lines with `;`, `,` or tabs.

    Parameters:
        text: what was pasted.
        is_kop: as in `lees_bestand`.

    Returns:
        As `lees_bestand`; line 1 is the first that was pasted.

    Raises:
        ImportProblem: it is too large, empty, or a quote isn't closed.
    """
    check_bytes(len(text), GEPLAKT)
    return _tabel(gescheiden.rijen(text.replace("\x00", ""), GEPLAKT), GEPLAKT, is_kop)


def _tabel(regels: Iterable[Regel], naam: str, is_kop: IsKop | None) -> Tabel:
    clean = ((line, [schoon(each) for each in cells]) for line, cells in binnen_grenzen(regels, naam))
    tabel = maak_tabel(clean, naam, is_kop or bekende_koppen().is_kop)
    if not tabel.rijen:
        raise ImportProblem(f"{naam} heeft geen rijen: kies een tabel met een regel per persoon.")
    return tabel
