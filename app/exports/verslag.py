"""Verslag leerlingbespreking in Word: the IB'er's own short report, or the whole form with it."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.opschonen import clean
from app.exports.schrijver import Writer
from app.exports.stof import VerslagStof
from app.models.datums import als_datum, lang, leeftijd
from app.models.forms.answers import answer_of, cell_text, is_empty, plain_text, rows_of, section_state, visible
from app.models.forms.definition import Field, Section
from app.models.forms.roles import AFSPRAAKROLLEN
from app.models.verslag import begin_verslag

if TYPE_CHECKING:
    from docx.document import Document

TITEL = "Verslag leerlingbespreking"
NVT = "Niet van toepassing."
AFSPRAKEN = "Afspraken"
DASH = "- "


def maak_verslag(stof: VerslagStof, template: Path, *, volledig: bool = False) -> "Document":
    """Make the report (form A.6, section 8).

    Parameters:
        template: see `sjabloon.template_path`.
        volledig: True for the whole form behind the report.

    Raises:
        TemplateProblem: the template can't be used.
    """
    writer = Writer(template, f"{TITEL} {stof.leerling.naam}", stof.ib, stof.school.naam)
    writer.title(TITEL, stof.leerling.naam)
    writer.facts(_facts(stof))
    _write_report(writer, stof)
    if volledig:
        writer.heading("Het formulier")
        for section in stof.definitie.secties:
            _write_section(writer, stof, section)
    return writer.document


def report_text(stof: VerslagStof) -> str:
    """The IB'er's report, or what it would begin with while the IB'er has not written one."""
    return stof.formulier.verslag.strip() or begin_verslag(stof.definitie, stof.formulier)


def _facts(stof: VerslagStof) -> list[tuple[str, str]]:
    leerling, formulier = stof.leerling, stof.formulier
    born = ""
    if leerling.geboortedatum:
        age = leeftijd(leerling.geboortedatum, formulier.datum) if formulier.datum else None
        born = lang(leerling.geboortedatum) + (f" ({age} jaar)" if age is not None else "")
    version = f"versie {formulier.versie} (verbeterd)" if formulier.versie > 1 else ""
    return [
        ("Groep", stof.groep),
        ("Geboren", born),
        ("Besproken op", lang(formulier.datum) if formulier.datum else ""),
        ("Aanwezig", ", ".join(stof.aanwezigen)),
        ("Ingebracht door", formulier.spreker),
        ("Ondersteuningsniveau", "" if stof.niveau is None else str(stof.niveau)),
        ("Verslag door", stof.ib),
        ("Versie", version),
    ]


def _write_report(writer: Writer, stof: VerslagStof) -> None:
    """The IB'er's words. A list of agreements that the IB'er left as it was begun becomes a table."""
    begun = _blocks(begin_verslag(stof.definitie, stof.formulier))
    agreements = _agreement_rows(stof)
    for at, block in enumerate(_blocks(report_text(stof))):
        if at == 0 and begun and block == begun[0]:
            continue  # which meeting it was stands above already
        untouched = block in begun and len(block) - 1 == len(agreements)
        if untouched and block[0].casefold() == AFSPRAKEN.casefold():
            writer.heading(block[0])
            writer.table(("Wat", "Wie", "Uiterlijk"), agreements, (5, 2, 2))
        else:
            _write_block(writer, block)


def _blocks(text: str) -> list[list[str]]:
    """The parts of a report, between empty lines, each as its lines."""
    found = ([line.rstrip() for line in block.split("\n") if line.strip()] for block in clean(text).split("\n\n"))
    return [lines for lines in found if lines]


def _write_block(writer: Writer, lines: list[str]) -> None:
    """A heading is a line of its own above others; what begins with a dash is a list."""
    is_heading = len(lines) > 1 and not lines[0].startswith(DASH)
    if is_heading:
        writer.heading(lines[0])
    for line in lines[is_heading:]:
        writer.paragraph(line.removeprefix(DASH), "List Bullet" if line.startswith(DASH) else "Normal")


def _agreement_rows(stof: VerslagStof) -> list[tuple[str, str, str]]:
    found = []
    for rol in AFSPRAAKROLLEN:
        for _, field in stof.definitie.fields_by_role(rol):
            if visible(field, stof.formulier.antwoorden) and not _is_nvt(stof, field.sectie):
                found += [_agreement(field, row) for row in rows_of(field, stof.formulier.antwoorden)]
    return found


def _agreement(field: Field, row: "object") -> tuple[str, str, str]:
    assert isinstance(row, dict)
    texts = {rol: row.get(column.id) if (column := field.column(rol)) else "" for rol in ("wat", "wie", "voor")}
    due = als_datum(texts["voor"])
    return str(texts["wat"] or ""), str(texts["wie"] or ""), lang(due) if due else ""


def _is_nvt(stof: VerslagStof, section: str) -> bool:
    form = stof.formulier
    return section_state(stof.definitie, form.antwoorden, form.secties, section) == "nvt"


def _write_section(writer: Writer, stof: VerslagStof, section: Section) -> None:
    """A section with what was filled in; one in which nothing stands leaves no trace."""
    answers = stof.formulier.antwoorden
    if _is_nvt(stof, section.id):
        writer.heading(section.titel, 2)
        writer.paragraph(NVT)
        return
    shown = [each for each in section.velden if visible(each, answers) and not is_empty(answer_of(each, answers))]
    if not shown:
        return
    writer.heading(section.titel, 2)
    for field in shown:
        writer.label(field.kort)
        _write_answer(writer, field, stof)


def _write_answer(writer: Writer, field: Field, stof: VerslagStof) -> None:
    value = answer_of(field, stof.formulier.antwoorden)
    if field.soort == "rijen":
        head = [column.label for column in field.kolommen]
        rows = [
            [cell_text(column, row.get(column.id)) for column in field.kolommen]
            for row in rows_of(field, stof.formulier.antwoorden)
        ]
        writer.table(head, rows, [column.breedte for column in field.kolommen])
    elif field.soort == "matrix":
        rows = [
            [row.label, *(str(value.get(row.id, {}).get(column.id, "")) for column in field.kolommen)]
            for row in field.rijen
            if not is_empty(value.get(row.id))
        ]
        writer.table(["", *(column.label for column in field.kolommen)], rows, [1, *(3 for _ in field.kolommen)])
    else:
        writer.paragraph(plain_text(field, value))
