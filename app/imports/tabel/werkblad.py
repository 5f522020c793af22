"""A spreadsheet becomes rows: xlsx and xls through python-calamine, ods by our own reader."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from app.imports.problem import ImportProblem
from app.imports.tabel import ods
from app.imports.tabel.grenzen import binnen_grenzen
from app.imports.tekst import schoon
from app.models.tabelimport.tabel import Regel, Tabel, maak_tabel

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MAX_UITGEPAKT = 300 * 1024 * 1024
"""Bytes of a spreadsheet without its packing; 100,000 rows of 30 columns take some 200 MB."""

MAX_CELLEN = 8_000_000
"""The library takes room for every cell up to the last one, so one stray word far away may ask more than there is."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PIECE = 1 << 20
_CELL = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""")
_LONGEST = 64
_NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def is_werkblad(data: bytes) -> bool:
    """Whether a file is packed as spreadsheets are."""
    return data.startswith((_ZIP, _OLE))


def lees(data: bytes, naam: str, is_kop: Callable[[str], bool]) -> Tabel:
    """Read the sheet with the list: the first whose headings are known, else the first with rows.

    Parameters:
        data: the file.
        naam: its name, for sentences.
        is_kop: whether a text is a known heading.

    Raises:
        ImportProblem: the file can't be used; its str says what, where and what to do.
    """
    sheets = _ods_sheets if data.startswith(_ZIP) and _is_ods(data, naam) else _excel_sheets
    tables = [table for table in sheets(data, naam, is_kop) if table.rijen]
    if not tables:
        raise ImportProblem(f"{naam} heeft geen rijen: kies een bestand met een regel per persoon.")
    known = [table for table in tables if any(map(is_kop, table.kop))]
    return (known or tables)[0]


def _ods_sheets(data: bytes, naam: str, is_kop: Callable[[str], bool]) -> Iterator[Tabel]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            sheets = list(ods.bladen(packed))
    except (*_NO_ZIP, *ods.Onleesbaar):
        raise _damaged(naam) from None
    for sheet, rows in sheets:
        source = naam if len(sheets) == 1 else f"{naam}, blad {schoon(sheet)}"
        texts = ((line, [_text(each) for each in cells]) for line, cells in rows)
        yield maak_tabel(binnen_grenzen(texts, source), source, is_kop)


def _excel_sheets(data: bytes, naam: str, is_kop: Callable[[str], bool]) -> Iterator[Tabel]:
    import python_calamine as calamine

    try:
        with calamine.load_workbook(BytesIO(data)) as book:
            names = [each.name for each in book.sheets_metadata if each.visible == calamine.SheetVisibleEnum.Visible]
            for sheet in names:
                source = naam if len(names) == 1 else f"{naam}, blad {schoon(sheet)}"
                yield maak_tabel(binnen_grenzen(_rows(book, sheet), source), source, is_kop)
    except calamine.PasswordError:
        raise ImportProblem(
            f"{naam} is met een wachtwoord beveiligd: open het in Excel, bewaar het zonder wachtwoord en kies het dan."
        ) from None
    except (calamine.CalamineError, OSError, ValueError):
        raise _damaged(naam) from None


def _rows(book: "CalamineWorkbook", sheet: str) -> Iterator[Regel]:
    found = book.get_sheet_by_name(sheet)
    for line, cells in enumerate(found.to_python(skip_empty_area=False), 1):
        yield line, [_text(each) for each in cells]


def _text(cell: object) -> str:
    """A cell as people see it."""
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nee"
        case datetime() if cell.time() != time():
            return f"{cell:%d-%m-%Y %H:%M}"
        case date():
            return f"{cell:%d-%m-%Y}"
        case time():
            return f"{cell:%H:%M}"
        case float() if cell.is_integer():
            return str(int(cell))
    return schoon(str(cell))


def _is_ods(data: bytes, naam: str) -> bool:
    """Whether a packed file is of LibreOffice, else it is of Excel.

    Raises:
        ImportProblem: it is neither, or would ask more memory than there is.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = packed.namelist()
            if not any(each.startswith("xl/") or each == ods.INHOUD for each in names):
                raise ImportProblem(
                    f"{naam} is een ingepakt bestand, geen tabel: pak het uit en kies het bestand met de lijst."
                )
            _check_cells(packed, naam)
            return ods.INHOUD in names
    except _NO_ZIP:
        raise _damaged(naam) from None


def _check_cells(packed: zipfile.ZipFile, naam: str) -> None:
    unpacked = columns = rows = 0
    for entry in packed.infolist():
        tail = b""
        with packed.open(entry) as stream:
            while piece := stream.read(_PIECE):
                unpacked += len(piece)
                for letters, digits in _CELL.findall(tail + piece):
                    columns, rows = max(columns, _number(letters)), max(rows, int(digits))
                tail = piece[-_LONGEST:]
                if unpacked > MAX_UITGEPAKT or columns * rows > MAX_CELLEN:
                    raise ImportProblem(
                        f"{naam} heeft te veel cellen, of een cel die heel ver van de lijst staat: kopieer alleen de "
                        "lijst naar een nieuw bestand en kies dat."
                    )


def _number(letters: bytes) -> int:
    """A column by number, e.g. 28 for `AB`."""
    number = 0
    for each in letters:
        number = number * 26 + each - ord("A") + 1
    return number


def _damaged(naam: str) -> ImportProblem:
    return ImportProblem(
        f"{naam} is beschadigd of van een soort die niet gelezen kan worden: open het in Excel of LibreOffice, bewaar "
        "het als xlsx of CSV en kies dat."
    )
