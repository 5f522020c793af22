"""The report of a leerlingbespreking or a conversation in Word: the short report, or the whole form behind it."""

from collections.abc import Mapping
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.exports.invulling import counts, write_form
from app.exports.schrijver import Fact, Writer
from app.exports.stof import VerslagStof
from app.exports.tekst import Blok, blokken
from app.models.datums import lang, leeftijd
from app.models.forms.answers import cell_text, rows_of
from app.models.forms.definition import Field
from app.models.forms.roles import AFSPRAAKROLLEN
from app.models.verslag import begin_verslag

if TYPE_CHECKING:
    from docx.document import Document

FORMULIER = "Het formulier"
_HEAD = ("Wat", "Wie", "Uiterlijk")
_SHARES = (10, 5, 5)
_ROLES = ("wat", "wie", "voor")

Row = tuple[str, ...]


def maak_verslag(stof: VerslagStof, template: Path, *, volledig: bool = False) -> "Document":
    """Make the report (form A.6, section 8).

    Parameters:
        template: see `sjabloon.template_path`.
        volledig: True for the whole form behind the report.

    Raises:
        TemplateProblem: the template can't be used.
    """
    formulier, naam, titel = stof.formulier, stof.leerling.naam, verslagtitel(stof)
    day = lang(formulier.datum) if formulier.datum else ""
    writer = Writer(
        template,
        title=" · ".join(part for part in (titel, naam, day) if part),
        subject=stof.titel,
        author=stof.ib,
        school=stof.school.naam,
    )
    writer.title(titel, naam)
    writer.facts(_facts(stof), per_row=2)
    reported = _write_report(writer, stof)
    if volledig:
        writer.heading(FORMULIER, new_page=reported)
        if formulier.spreker:
            writer.hint(f"In de woorden van {formulier.spreker}.")
        write_form(writer, stof.definitie, formulier)
    return writer.finish()


def verslagtitel(stof: VerslagStof) -> str:
    """What the document is called, e.g. `Verslag leerlingbespreking`.

    An OPP is a plan and reports nothing; what is called a report already is not called so twice.
    """
    if stof.definitie.field_by_role("opp_van") or stof.titel.startswith("Verslag"):
        return stof.titel
    return f"Verslag {stof.titel[:1].lower()}{stof.titel[1:]}"


def report_blocks(stof: VerslagStof) -> list[Blok]:
    """The IB'er's report, or what it would begin with while the IB'er has not written one, in parts."""
    text = stof.formulier.verslag
    if not text.strip():
        text = begin_verslag(stof.definitie, stof.formulier, stof.titel)
    return blokken(text, stof.definitie.verslag)


def _facts(stof: VerslagStof) -> list[Fact]:
    """Who the pupil is on the left and what the form tells of on the right; then what asks for more room."""
    left, right = _filled(_about_pupil(stof)), _filled(_about_form(stof))
    formulier = stof.formulier
    rest = [
        ("Versie", f"{formulier.versie} (verbeterd)" if formulier.versie > 1 else ""),
        ("Aanwezig", ", ".join(stof.aanwezigen)),
    ]
    return [*(fact for pair in zip_longest(left, right) for fact in pair if fact), *_filled(rest)]


def _filled(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if all(part.strip() for part in fact)]


def _about_pupil(stof: VerslagStof) -> list[Fact]:
    leerling, formulier = stof.leerling, stof.formulier
    born = ""
    if leerling.geboortedatum:
        age = leeftijd(leerling.geboortedatum, formulier.datum) if formulier.datum else None
        born = lang(leerling.geboortedatum) + (f" ({age} jaar)" if age is not None else "")
    niveau = "" if stof.niveau is None else str(stof.niveau)
    return [("Groep", stof.groep), ("Geboren", born), ("Ondersteuningsniveau", niveau)]


def _about_form(stof: VerslagStof) -> list[Fact]:
    """In the words of its definition."""
    kop, formulier, gesprek = stof.definitie.verslagkop, stof.formulier, stof.gesprek
    day = lang(formulier.datum) if formulier.datum else ""
    time = f"{gesprek.tijd} uur" if gesprek and gesprek.tijd else ""
    return [
        (kop.datum, ", ".join(part for part in (day, time) if part)),
        ("Moment", gesprek.moment if gesprek else ""),
        (kop.spreker, formulier.spreker or ("" if kop.auteur else stof.ib)),
        (kop.auteur, stof.ib),
    ]


def _write_report(writer: Writer, stof: VerslagStof) -> bool:
    """The IB'er's words; agreements that still stand as they were begun are a table. Whether there were any."""
    begun = blokken(begin_verslag(stof.definitie, stof.formulier, stof.titel), stof.definitie.verslag)
    leads = frozenset(field.kort for _, field in stof.definitie.fields())
    blocks = report_blocks(stof)
    if begun and blocks[:1] == begun[:1]:
        del blocks[0]  # which meeting it was stands above already
    for block in blocks:
        if block.kop:
            writer.heading(block.kop)
        rows = _as_rows(block, begun, _agreement_rows(stof, block.kop))
        if rows:
            writer.table(_HEAD, rows, _SHARES, caption=block.kop)
        else:
            writer.prose(block.regels, leads)
    return bool(blocks)


def _as_rows(block: Blok, begun: list[Blok], rows: list[Row]) -> list[Row]:
    """The list of agreements as rows of a table; an item that the IB'er changed stands whole in the first column.

    Returns:
        Nothing where no item stands as it was begun, or where there are paragraphs between them.
    """
    first = next((each for each in begun if each.kop == block.kop), None)
    if first is None or len(first.regels) != len(rows) or not all(regel.punt for regel in block.regels):
        return []
    known = {regel.tekst: row for regel, row in zip(first.regels, rows, strict=True)}
    if not any(regel.tekst in known for regel in block.regels):
        return []
    return [known.get(regel.tekst, (regel.tekst, "", "")) for regel in block.regels]


def _agreement_rows(stof: VerslagStof, heading: str) -> list[Row]:
    """The agreements that the report begins with under a heading."""
    fields = [
        field
        for rol in AFSPRAAKROLLEN
        for _, field in stof.definitie.fields_by_role(rol)
        if field.verslag == heading and counts(stof.definitie, stof.formulier, field)
    ]
    return [_agreement(field, row) for field in fields for row in rows_of(field, stof.formulier.antwoorden)]


def _agreement(field: Field, row: Mapping[str, Any]) -> Row:
    columns = [field.column(rol) for rol in _ROLES]
    return tuple(cell_text(column, row.get(column.id)) if column else "" for column in columns)
