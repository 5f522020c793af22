"""The letter that invites parents to a conversation: one page each, as many as there are to give out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.invulling import capital
from app.exports.schrijver import Fact, Writer
from app.exports.tekst import blokken
from app.models.datums import lang, weekdag
from app.models.school import School, in_groep
from app.models.uitnodiging import GESPREK, Brief

if TYPE_CHECKING:
    from docx.document import Document

BOX = "☐"
_SIGN = 567
"""Least height of a row to write one's name in: one centimetre, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class UitnodigingStof:
    """For a pile of letters.

    Attributes:
        dag: the day that stands above them.
        ib: name of who makes the document.
    """

    school: School
    brieven: tuple[Brief, ...]
    dag: date
    ib: str = ""


def maak_uitnodigingen(stof: UitnodigingStof, template: Path) -> "Document":
    """Write the letters, each on a page of its own.

    Raises:
        TemplateProblem: the template can't be used.
    """
    title = uitnodigingstitel(stof.brieven)
    writer = Writer(
        template, title=title, subject="Uitnodiging", author=stof.ib, school=stof.school.naam, numbered=False
    )
    for number, brief in enumerate(stof.brieven):
        _write_letter(writer, stof, brief, new_page=number > 0)
    return writer.finish()


def uitnodigingstitel(brieven: Sequence[Brief]) -> str:
    """What the document is called, e.g. `Uitnodiging startgesprek`; of several letters it is no one's."""
    soorten = sorted({brief.soort for brief in brieven})
    return f"Uitnodiging{'en' if len(brieven) != 1 else ''} {soorten[0] if len(soorten) == 1 else 'gesprekken'}"


def _write_letter(writer: Writer, stof: UitnodigingStof, brief: Brief, *, new_page: bool) -> None:
    group = in_groep(brief.groep)
    writer.title(
        f"Uitnodiging voor {_what(brief)}",
        ", ".join(part for part in (brief.leerling, group) if part),
        new_page=new_page,
    )
    writer.paragraph("\n".join([capital(_readers(brief)), *_address(brief.adres)]))
    writer.paragraph(", ".join(part for part in (stof.school.plaats, lang(stof.dag)) if part))
    writer.paragraph(f"Beste {_readers(brief)},")
    writer.paragraph(_opening(brief))
    writer.facts(_facts(brief))
    if brief.agenda:
        writer.label("Agenda")
        writer.paragraph(brief.agenda)
    for text in (*_about(brief), "Neem gerust uw eigen vragen mee."):
        writer.paragraph(text)
    if brief.bijlage:
        writer.heading("Goed om te weten", 2)
        for block in blokken(brief.bijlage):
            if block.kop:
                writer.label(block.kop)
            writer.prose(block.regels)
    writer.paragraph("\n".join(["Tot ziens, en met vriendelijke groet,", *_signed(brief), stof.school.naam]))
    _write_answer(writer, brief)


def _signed(brief: Brief) -> tuple[str, ...]:
    return (brief.van,) if brief.van else brief.met[:1]


def _what(brief: Brief) -> str:
    """What one is invited to; a conversation about a plan alone is called after it."""
    if brief.over_plan and brief.plan:
        return f"het gesprek over het {brief.plan}"
    return f"{'een' if brief.soort == GESPREK else 'het'} {brief.soort}"


def _readers(brief: Brief) -> str:
    if not brief.aan:
        return f"ouders of verzorgers van {brief.roepnaam}"
    *first, last = brief.aan
    return f"{', '.join(first)} en {last}" if first else last


def _address(text: str) -> list[str]:
    """Its lines; typed on one line, the commas part them."""
    lines = text.splitlines() if "\n" in text else text.split(",")
    return [line.strip() for line in lines if line.strip()]


def _opening(brief: Brief) -> str:
    if brief.over_plan and brief.plan:
        text = f"Graag nodigen wij u uit voor een apart gesprek over het {brief.plan} van {brief.roepnaam}."
    else:
        text = f"Graag nodigen wij u uit voor {_what(brief)} over {brief.roepnaam}."
    return f"{text} {brief.roepnaam} is er ook bij." if brief.met_leerling else text


def _facts(brief: Brief) -> list[Fact]:
    day = f"{weekdag(brief.datum)} {lang(brief.datum)}" if brief.datum else "de dag spreken we nog met u af"
    time = f"{brief.tijd} uur" if brief.tijd else ""
    length = f"ongeveer {brief.minuten} minuten" if brief.minuten else ""
    facts = [
        ("Wanneer", day),
        ("Hoe laat", time),
        ("Hoe lang", length),
        ("Waar", brief.plaats),
        ("Met wie", "\n".join(brief.met)),
        ("Tolk", f"Er is een tolk bij: {' en '.join(brief.talen)}." if brief.talen else ""),
    ]
    return [fact for fact in facts if fact[1]]


def _about(brief: Brief) -> list[str]:
    """What it is about; of a conversation about a plan alone the opening said it."""
    if brief.over_plan and brief.plan:
        return []
    texts = [f"Het gaat over: {brief.waarover.rstrip('.')}."] if brief.waarover else []
    if brief.plan:
        texts.append(f"We nemen ook het {brief.plan} van {brief.roepnaam} met u door.")
    return texts


def _write_answer(writer: Writer, brief: Brief) -> None:
    writer.heading("Uw antwoord", 2)
    writer.hint(f"Kruis aan wat past en geef dit blad terug aan school. Dit gaat over {brief.leerling}.")
    writer.paragraph(f"{BOX} Ik kom.\n{BOX} Ik kan dan niet. Op deze dagen en tijden lukt het wel:")
    writer.lines(1)
    writer.facts([("Naam", ""), ("Handtekening", "")], per_row=2, height=_SIGN)
