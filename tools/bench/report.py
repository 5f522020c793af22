"""The A.6 report in Word against a bare python-docx script that writes the same paragraphs and tables."""

import gc
import time
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from typing import Any

from app.exports.sjabloon import template_path
from app.exports.stof import VerslagStof
from app.exports.verslag import maak_verslag
from app.models.bespreking import Formulier
from app.models.forms.definition import Column, Field, FormDefinition
from app.models.leerling import Leerling
from app.models.school import School
from app.storage.definities import load_definition
from tools.bench.figures import Row, row_of_medians

LIMIT = 1.5
FLAT = 1.3
FEW, SOME, MANY = 8, 80, 800
USUAL_ROWS = 5
SENTENCE = "Na de uitleg begint het kind zelf, met de stappen op een kaart op tafel. "

Block = str | list[list[str]]
"""A paragraph, or a table as rows of cells."""


def measure(runs: int) -> Iterator[Row]:
    """The whole report, and what a row of a table costs in a long one.

    Parameters:
        runs: of each kind.
    """
    stof = filled(USUAL_ROWS)
    blocks = blocks_of(stof)
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(runs + 1):
        ours.append(timed(lambda: report(stof)))
        bare.append(timed(lambda: script(blocks)))
    yield row_of_medians("A.6 report, whole form / bare python-docx", ours[1:], bare[1:], "ms", LIMIT)
    yield _flatness(max(runs // 2, 5))


def _flatness(runs: int) -> Row:
    """What one more row costs in a table of 800 rows against one of 80.

    Differences of medians would be mostly noise; the quickest of the runs is the one that nothing disturbed.
    """
    stoffen = {rows: filled(rows) for rows in (FEW, SOME, MANY)}
    taken: dict[int, list[float]] = {rows: [] for rows in stoffen}
    for _ in range(runs):
        for rows, stof in stoffen.items():
            taken[rows].append(timed(lambda stof=stof: report(stof)))  # type: ignore[misc]
    few, some, many = (min(taken[rows]) for rows in (FEW, SOME, MANY))
    long, short = (many - some) / (MANY - SOME), (some - few) / (SOME - FEW)
    return Row("A.6 report, per table row at 800 / at 80 rows", long, short, "ms", FLAT, runs)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    gc.collect()
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def report(stof: VerslagStof) -> bytes:
    """The report as the program makes it."""
    file = BytesIO()
    maak_verslag(stof, template_path(None), volledig=True).save(file)
    return file.getvalue()


def script(blocks: list[Block]) -> bytes:
    """The same words in the same order, as the manual of python-docx shows it."""
    import docx

    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=len(block[0]))
        for row, texts in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def blocks_of(stof: VerslagStof) -> list[Block]:
    """What stands in the report."""
    import docx
    from docx.text.paragraph import Paragraph

    document = docx.Document(BytesIO(report(stof)))
    return [
        block.text if isinstance(block, Paragraph) else [[cell.text for cell in row.cells] for row in block.rows]
        for block in document.iter_inner_content()
    ]


def filled(rows: int) -> VerslagStof:
    """A form in which every field is filled in, with so many rows in each table that grows."""
    definitie, _ = load_definition("leerlingbespreking", None)
    formulier = Formulier(datum=date(2026, 11, 23), spreker="Juf Iris", antwoorden=answers(definitie, rows))
    return VerslagStof(
        School(naam="De Meetlat"), Leerling(roepnaam="Sam", achternaam="Voorbeeld"), formulier, definitie, ib="De IB'er"
    )


def answers(definitie: FormDefinition, rows: int) -> dict[str, dict[str, Any]]:
    """An answer to every field."""
    return {section.id: {field.id: _answer(field, rows) for field in section.velden} for section in definitie.secties}


def _answer(field: Field, rows: int) -> Any:
    match field.soort:
        case "tekst":
            return SENTENCE * 4
        case "keuze" | "janee":
            return field.opties[0].id
        case "meer":
            return [option.id for option in field.opties]
        case "datum":
            return "2026-12-14"
        case "rijen":
            return [{"_id": str(at), **{column.id: _cell(column) for column in field.kolommen}} for at in range(rows)]
        case "matrix":
            return {row.id: {column.id: SENTENCE for column in field.kolommen} for row in field.rijen}
        case _:
            return "Iris Voorbeeld"


def _cell(column: Column) -> str:
    if column.soort == "keuze":
        return str(column.opties[0].id)
    return "2026-12-14" if column.soort == "datum" else SENTENCE
