"""A sheet of LibreOffice (ods) becomes rows.

Read here and not by python-calamine: that library never comes back from some damaged files of this kind, and takes room
for every repetition that a file claims.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from xml.etree.ElementTree import Element, ParseError, iterparse

from app.imports.tabel.grenzen import MAX_KOLOMMEN, MAX_RIJEN

INHOUD = "content.xml"
Onleesbaar = (ParseError, KeyError)
"""Errors that tell that a file is damaged, besides those of zip files and values."""

_NAME = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}{}".format
_TABLE, _ROW = _NAME("table", "table"), _NAME("table", "table-row")
_CELLS = (_NAME("table", "table-cell"), _NAME("table", "covered-table-cell"))
_PARAGRAPH = _NAME("text", "p")
_GAPS = (_NAME("text", "s"), _NAME("text", "tab"), _NAME("text", "line-break"))
_TIME = re.compile(r"PT([0-9]{1,2})H([0-9]{1,2})M.*")

Cel = str | float | bool | datetime | time


def bladen(packed: zipfile.ZipFile) -> Iterator[tuple[str, list[tuple[int, list[Cel]]]]]:
    """The sheets by name, each with its rows that aren't empty and their line.

    Raises:
        Onleesbaar, ValueError: the file is damaged.
    """
    with packed.open(INHOUD) as stream:
        if b"<!DOCTYPE" in stream.read(4096):
            raise ValueError("LibreOffice writes no document type, and entities can be made to explode")
    with packed.open(INHOUD) as stream:
        rows: list[tuple[int, list[Cel]]] = []
        line = 1
        for event, element in iterparse(stream, events=("start", "end")):
            if event == "start" and element.tag == _TABLE:
                rows, line = [], 1
            elif event == "end" and element.tag == _ROW:
                repeated = int(element.get(_NAME("table", "number-rows-repeated"), "1"))
                cells = _cells(element)
                rows += [(line + again, cells) for again in range(min(repeated, MAX_RIJEN + 1) if cells else 0)]
                line += repeated
                element.clear()
            elif event == "end" and element.tag == _TABLE:
                yield element.get(_NAME("table", "name"), ""), rows


def _cells(row: Element) -> list[Cel]:
    """The cells up to the last one that holds something; a little more than a list may have at most."""
    found: list[Cel] = []
    empty = 0
    for cell in row:
        if cell.tag in _CELLS:
            repeated = min(int(cell.get(_NAME("table", "number-columns-repeated"), "1")), MAX_KOLOMMEN + 1)
            value = _value(cell)
            if value == "":
                empty = min(empty + repeated, MAX_KOLOMMEN + 1)
            else:
                found += [*[""] * empty, *[value] * repeated]
                empty = 0
    return found


def _value(cell: Element) -> Cel:
    match cell.get(_NAME("office", "value-type")):
        case "float":
            return float(cell.get(_NAME("office", "value"), ""))
        case "boolean":
            return cell.get(_NAME("office", "boolean-value")) == "true"
        case "date":
            return datetime.fromisoformat(cell.get(_NAME("office", "date-value"), "")[:19])
        case "time" if found := _TIME.fullmatch(cell.get(_NAME("office", "time-value"), "")):
            return time(int(found[1]) % 24, int(found[2]))
    return " ".join(_inline(each) for each in cell if each.tag == _PARAGRAPH)


def _inline(element: Element) -> str:
    """The text of a paragraph; gaps are elements of their own."""
    inside = " " if element.tag in _GAPS else element.text or ""
    return inside + "".join(_inline(each) + (each.tail or "") for each in element)
