"""Spreadsheets as small as they can be, for tests: xlsx and ods."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"

Cel = str | int | float | bool | date


def xlsx(**bladen: Sequence[Sequence[Cel]]) -> bytes:
    """A workbook; sheets by name, with their rows."""
    return xlsx_van(
        {
            naam: "".join(
                f'<row r="{row}">'
                + "".join(_cell(f"{chr(65 + at)}{row}", each) for at, each in enumerate(cells))
                + "</row>"
                for row, cells in enumerate(rows, 1)
            )
            for naam, rows in bladen.items()
        }
    )


def xlsx_van(bladen: dict[str, str]) -> bytes:
    """A workbook of sheets by name, each with the XML of its rows."""
    numbered = list(enumerate(bladen.items(), 1))
    sheets = "".join(f'<sheet name="{naam}" sheetId="{n}" r:id="rId{n}"/>' for n, (naam, _rows) in numbered)
    ties = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _sheet in numbered
    )
    parts = {
        "_rels/.rels": _ties(f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _ties(
            ties + f'<Relationship Id="rIdS" Type="{_REL}/styles" Target="styles.xml"/>'
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/>'
        "</cellXfs></styleSheet>",
    }
    for n, (_naam, rows) in numbered:
        parts[f"xl/worksheets/sheet{n}.xml"] = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return packed(parts)


def ods(rows: Sequence[Sequence[Cel]]) -> bytes:
    """A LibreOffice sheet."""
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, cells))}</table:table-row>" for cells in rows)
    names = " ".join(f'xmlns:{each}="{_OASIS}:{each}:1.0"' for each in ("office", "table", "text"))
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>"
        f'<table:table table:name="Blad1">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0"/>',
        }
    )


def packed(parts: dict[str, str]) -> bytes:
    """A zip of texts by name."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for naam, text in parts.items():
            archive.writestr(naam, text)
    return made.getvalue()


def _ties(inside: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'


def _cell(place: str, value: Cel) -> str:
    match value:
        case bool():
            return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
        case date():
            return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
        case int() | float():
            return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""


def _ods_cell(value: Cel) -> str:
    match value:
        case bool():
            kind = f'boolean" office:boolean-value="{str(value).lower()}'
        case date():
            kind = f'date" office:date-value="{value.isoformat()}'
        case int() | float():
            kind = f'float" office:value="{value}'
        case _:
            kind = "string"
    return f'<table:table-cell office:value-type="{kind}"><text:p>{escape(str(value))}</text:p></table:table-cell>'
