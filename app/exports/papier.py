"""For on paper: the blank form and the agenda of a meeting."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.invulling import SHORT, capital, matrix_head, matrix_shares, under_headings
from app.exports.schrijver import Fact, Writer
from app.exports.stof import AgendaPunt, AgendaStof, LeegStof
from app.models.datums import lang, weekdag
from app.models.forms.definition import Field, FormDefinition, Section

if TYPE_CHECKING:
    from docx.document import Document

AGENDA = "Agenda leerlingbespreking"
EVALUATION = "later, bij de evaluatie"
QUESTION, BOXES, BLANK = "question", "boxes", "blank"
BOX = "☐"
_NO_BREAK = "\u00a0"
_UNBROKEN = 48
"""Characters that always fit on one line."""

_LINES = 2
"""To write on, for an answer in one's own words."""

_EMPTY_ROWS = 3
_ROW = 454
"""Least height of a row to write in: eight millimetres, in twentieths of a point."""

_NOTES = 1134
"""Of a row with room for notes: two centimetres."""


def maak_leeg_formulier(stof: LeegStof, template: Path) -> "Document":
    """The form with room to write, for who rather begins on paper.

    Raises:
        TemplateProblem: the template can't be used.
    """
    definitie = stof.definitie
    title = f"Formulier {definitie.titel[:1].lower()}{definitie.titel[1:]}"
    writer = Writer(template, title=title, subject=definitie.titel, author=stof.ib, school=stof.school.naam)
    writer.title(title, "om op papier in te vullen")
    writer.facts(
        [
            ("Leerling", stof.leerling),
            ("Datum", lang(stof.datum) if stof.datum else ""),
            ("Groep", ""),
            ("Aanwezig", ""),
        ],
        per_row=2,
        height=_ROW,
    )
    for number, section in enumerate(definitie.secties, 1):
        _write_blank_section(writer, definitie, section, number)
    return writer.finish()


def _write_blank_section(writer: Writer, definitie: FormDefinition, section: Section, number: int) -> None:
    writer.heading(f"{number}. {section.titel}")
    if section.vraag:
        writer.hint(f"{section.vraag}   {_boxed('niet van toepassing')}" if section.nvt else section.vraag)
    for kop, fields in under_headings(section):
        asked = [field for field in fields if not field.als_gevuld]  # that one the program fills
        if kop and asked:
            writer.heading(kop, 3)
        for (form, when), group in groupby(asked, lambda field: (_form(field), _when(definitie, field))):
            if form == QUESTION:
                for field in group:
                    _write_question(writer, field, when)
            else:
                if when:
                    writer.hint(f"{capital(when)}.")
                short = [(field.label, _boxes(field)) for field in group]
                blank = form == BLANK
                writer.facts(short, per_row=2 if blank and len(short) > 1 else 1, height=_ROW if blank else 0)


def _form(field: Field) -> str:
    """How a field stands on paper: as a question with room below it, or short with boxes or a blank next to it."""
    if field.soort not in SHORT:
        return QUESTION
    return BOXES if field.opties else BLANK


def _boxes(field: Field) -> str:
    return "    ".join(_boxed(option.label) for option in field.opties)


def _boxed(text: str) -> str:
    """A box to tick, which stays on one line with its words; of very many words with the first one."""
    return f"{BOX} {text}".replace(" ", _NO_BREAK, 1 if len(text) > _UNBROKEN else -1)


def _write_question(writer: Writer, field: Field, when: str) -> None:
    aside = " ".join(part for part in (f"{capital(when)}." if when else "", field.hint) if part)
    writer.hint(f" {aside}" if aside else "", lead=field.label)
    if field.opties:
        writer.paragraph(_boxes(field))
    elif field.soort == "rijen":
        head = [column.label for column in field.kolommen]
        rows = [[""] * len(head)] * _EMPTY_ROWS
        writer.table(
            head, rows, [column.breedte for column in field.kolommen], height=_ROW, caption=field.kort, together=True
        )
    elif field.soort == "matrix":
        rows = [[capital(row.label), *("" for _ in field.kolommen)] for row in field.rijen]
        writer.table(matrix_head(field), rows, matrix_shares(field), height=_ROW, caption=field.kort, together=True)
    else:
        writer.lines(_LINES)


def _when(definitie: FormDefinition, field: Field) -> str:
    """When a question is answered at all, in as few words as possible; on screen it only shows then."""
    if field.moment == "evaluatie":
        return EVALUATION
    if field.toon_als is None:
        return ""
    options = definitie.field(field.toon_als.veld).opties
    others = [option.label for option in options if option.id not in field.toon_als.is_]
    these = [option.label for option in options if option.id in field.toon_als.is_]
    return f"sla over bij: {' of '.join(others)}" if len(others) < len(these) else f"alleen bij: {' of '.join(these)}"


def maak_agenda(stof: AgendaStof, template: Path) -> "Document":
    """The agenda of a meeting: who is discussed, why, and room for time and notes.

    Raises:
        TemplateProblem: the template can't be used.
    """
    meeting = stof.bespreking
    day = f"{weekdag(meeting.datum)} {lang(meeting.datum)}" if meeting.datum else ""
    title = " · ".join(part for part in (AGENDA, day) if part)
    writer = Writer(template, title=title, subject="Leerlingbespreking", author=stof.ib, school=stof.school.naam)
    writer.title(AGENDA, day)
    facts: list[Fact] = [
        ("Tijd", f"{meeting.tijd} uur" if meeting.tijd else ""),
        ("Groep", stof.groep),
        ("Onderwerp", meeting.onderwerp),
        ("Aanwezig", ", ".join(meeting.aanwezigen)),
    ]
    writer.facts([fact for fact in facts if fact[1].strip()], per_row=2)
    writer.heading("Leerlingen")
    rows = [(str(number), _who(stof, punt), punt.reden, "", "") for number, punt in enumerate(stof.punten, 1)]
    head = ("", "Leerling", "Waarom", "Tijd", "Notitie")
    writer.table(head, rows, (2, 11, 13, 4, 16), height=_NOTES, caption="Leerlingen op de agenda")
    return writer.finish()


def _who(stof: AgendaStof, punt: AgendaPunt) -> str:
    """The pupil, with the group where the meeting is about several."""
    return f"{punt.leerling}\ngroep {punt.groep}" if punt.groep and punt.groep != stof.groep else punt.leerling
