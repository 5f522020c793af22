"""The letter that asks a parent for consent: for the ZAT, or to share documents; one page per parent with gezag."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.invulling import capital
from app.exports.schrijver import Writer
from app.models.datums import lang
from app.models.school import School, in_groep

if TYPE_CHECKING:
    from docx.document import Document

BOX = "☐"
ZAT, DELEN = "zat", "delen"
_SIGN = 567
"""Least height of a row to write one's name in: one centimetre, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class Toestemmingsvraag:
    """What a parent is asked.

    Attributes:
        ouder: name of the parent; adres: lines or commas, or empty.
        leerling, roepnaam: whole name and first name of the pupil.
        groep: name of the group, or empty.
        waarvoor: `ZAT` or `DELEN`.
        met: with whom documents are shared, in words; empty leaves a line to fill in.
        waarom: what for, in words, e.g. `een startgesprek met het samenwerkingsverband`.
        stukken: what is shared.
    """

    ouder: str
    adres: str
    leerling: str
    roepnaam: str
    groep: str
    waarvoor: str
    met: str = ""
    waarom: str = ""
    stukken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToestemmingStof:
    """For a pile of letters.

    Attributes:
        dag: the day that stands above them.
        antwoorden: the lines that can be ticked, as `app.models.toestemming.in_brief` gives them.
        ib: name of who asks.
    """

    school: School
    vragen: Sequence[Toestemmingsvraag]
    dag: date
    antwoorden: Sequence[str]
    ib: str = ""


def toestemmingstitel(waarvoor: str) -> str:
    """What the letter is called."""
    return "Toestemming aanmelding ZAT" if waarvoor == ZAT else "Toestemming gegevens delen"


def maak_toestemmingsbrieven(stof: ToestemmingStof, template: Path) -> "Document":
    """Write the letters, each on a page of its own; there must be at least one.

    Raises:
        TemplateProblem: the template can't be used.
    """
    title = toestemmingstitel(stof.vragen[0].waarvoor)
    writer = Writer(
        template, title=title, subject="Toestemming", author=stof.ib, school=stof.school.naam, numbered=False
    )
    for number, vraag in enumerate(stof.vragen):
        _write_letter(writer, stof, vraag, new_page=number > 0)
    return writer.finish()


def _write_letter(writer: Writer, stof: ToestemmingStof, vraag: Toestemmingsvraag, *, new_page: bool) -> None:
    group = in_groep(vraag.groep)
    writer.title(
        "Mogen wij gegevens delen?" if vraag.waarvoor == DELEN else "Mogen wij aanmelden bij het ZAT?",
        ", ".join(part for part in (vraag.leerling, group) if part),
        new_page=new_page,
    )
    address = vraag.adres.splitlines() if "\n" in vraag.adres else vraag.adres.split(",")
    writer.paragraph("\n".join([vraag.ouder, *(line.strip() for line in address if line.strip())]))
    writer.paragraph(", ".join(part for part in (stof.school.plaats, lang(stof.dag)) if part))
    writer.paragraph(f"Beste {vraag.ouder},")
    for text in _body(vraag):
        writer.paragraph(text)
        if text.endswith(":"):
            writer.lines(1)
    if vraag.stukken:
        writer.label("Wat wij willen delen")
        for each in vraag.stukken:
            writer.paragraph(each, "List Bullet")
    writer.paragraph(
        "U beslist zelf, en u mag later van gedachten veranderen: dan delen wij vanaf dat moment niets meer. "
        "Zonder toestemming blijft de gewone hulp op school doorgaan."
    )
    writer.paragraph("\n".join(part for part in ("Met vriendelijke groet,", stof.ib, stof.school.naam) if part))
    _write_answer(writer, stof, vraag)


def _body(vraag: Toestemmingsvraag) -> list[str]:
    if vraag.waarvoor == ZAT:
        return [
            f"Wij willen de vraag rond {vraag.roepnaam} graag bespreken in het zorgadviesteam (ZAT) van de school. "
            f"Daar denken deskundigen van buiten de school mee over wat {vraag.roepnaam} nodig heeft.",
            "Daarvoor vullen wij een aanmelding in. U krijgt haar te zien voordat zij weggaat. Voor de aanmelding, en "
            f"om gegevens over {vraag.roepnaam} te delen met wie er aan tafel zit, vragen wij u om toestemming.",
        ]
    wish = f"Om {vraag.roepnaam} goed te helpen, willen wij gegevens delen met"
    what_for = f"Het is bedoeld voor {vraag.waarom}." if vraag.waarom else ""
    with_whom = [f"{wish} {vraag.met}. {what_for}".rstrip()] if vraag.met else [f"{wish}:", what_for]
    return [
        *filter(None, with_whom),
        "U mag alles inzien wat wij delen. Wij delen niet meer dan nodig is, en alleen hiervoor.",
    ]


def _write_answer(writer: Writer, stof: ToestemmingStof, vraag: Toestemmingsvraag) -> None:
    writer.heading("Uw antwoord", 2)
    writer.hint(f"Kruis aan wat past en geef dit blad terug aan school. Dit gaat over {vraag.leerling}.")
    what = f"dat {vraag.roepnaam} wordt aangemeld bij het ZAT" if vraag.waarvoor == ZAT else "om deze gegevens te delen"
    writer.paragraph("\n".join(f"{BOX} {capital(each.replace('{wat}', what))}" for each in stof.antwoorden))
    writer.facts([("Naam", vraag.ouder), ("Datum", ""), ("Handtekening", "")], per_row=2, height=_SIGN)
