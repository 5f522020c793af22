"""For on paper: the blank form and the agenda of a meeting."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.schrijver import Writer
from app.exports.stof import AgendaStof, LeegStof
from app.models.datums import lang, weekdag
from app.models.forms.definition import Field

if TYPE_CHECKING:
    from docx.document import Document

BOX = "☐"
_LINES = {"tekst": 2, "regel": 1, "persoon": 1, "datum": 1}
_ROW_HEIGHT = 480
_EMPTY_ROWS = 3
_NO_BREAK = "\u00a0"


def maak_leeg_formulier(stof: LeegStof, template: Path) -> "Document":
    """The form with room to write, for who rather begins on paper.

    Raises:
        TemplateProblem: the template can't be used.
    """
    definitie = stof.definitie
    writer = Writer(template, definitie.titel, stof.ib, stof.school.naam)
    writer.title(definitie.titel, "formulier A.6" if definitie.naam == "leerlingbespreking" else "")
    blank = "…" * 24
    writer.facts(
        [
            ("Leerling", stof.leerling or blank),
            ("Groep", blank),
            ("Datum", lang(stof.datum) if stof.datum else blank),
            ("Aanwezig", blank),
        ]
    )
    for number, section in enumerate(definitie.secties, 1):
        writer.heading(f"{number}. {section.titel}")
        for field in section.velden:
            if field.moment == "bespreking" and not field.als_gevuld:
                _write_blank(writer, field)
    return writer.document


def _write_blank(writer: Writer, field: Field) -> None:
    writer.label(field.label)
    if field.soort in ("keuze", "janee", "meer"):
        writer.paragraph("     ".join(f"{BOX} {option.label}".replace(" ", _NO_BREAK) for option in field.opties))
    elif field.soort == "rijen":
        head = [column.label for column in field.kolommen]
        rows = [[""] * len(head)] * _EMPTY_ROWS
        writer.table(head, rows, [column.breedte for column in field.kolommen], height=_ROW_HEIGHT)
    elif field.soort == "matrix":
        head = ["", *(column.label for column in field.kolommen)]
        rows = [[row.label, *("" for _ in field.kolommen)] for row in field.rijen]
        writer.table(head, rows, [1, *(3 for _ in field.kolommen)], height=_ROW_HEIGHT)
    else:
        writer.lines(_LINES[field.soort])


def maak_agenda(stof: AgendaStof, template: Path) -> "Document":
    """The agenda of a meeting: who is discussed, why, and room for a note.

    Raises:
        TemplateProblem: the template can't be used.
    """
    meeting = stof.bespreking
    day = f"{weekdag(meeting.datum)} {lang(meeting.datum)}" if meeting.datum else ""
    writer = Writer(template, f"Agenda leerlingbespreking {day}".strip(), stof.ib, stof.school.naam)
    writer.title("Agenda leerlingbespreking", day)
    writer.facts(
        [
            ("Tijd", meeting.tijd),
            ("Groep", stof.groep),
            ("Aanwezig", ", ".join(meeting.aanwezigen)),
            ("Onderwerp", meeting.onderwerp),
        ]
    )
    rows = [(str(number), each.leerling, each.reden, "") for number, each in enumerate(stof.punten, 1)]
    writer.table(("", "Leerling", "Waarom", "Notitie"), rows, (1, 6, 9, 8), height=_ROW_HEIGHT)
    return writer.document
