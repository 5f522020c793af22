"""Writes a conversation policy as TOML, the way it can be read back and edited by hand."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.models.forms.toml_table import DefinitionError
from app.models.gespreksbeleid.definition import JAARGROEPEN, Beleid, Moment, Rapport, Regel, Soort
from app.models.gespreksbeleid.loader import parse_beleid

HEAD = """\
# Gespreksbeleid van de school.
#
# Per soort gesprek staat hier wie erbij zijn en hoe lang het duurt, en per moment wanneer het is. Een datum staat er
# nooit in: die volgt uit de vakanties van de regio en uit de dag waarop het rapport uitkomt.
"""

_SOORT_KEYS = (
    *("id", "titel", "kort", "kleur", "minuten", "ouders", "leerling_vanaf", "planner", "planner_weken", "categorie"),
    *("vragen", "formulier", "extra_bij", "plan_bespreken", "waarover", "bijlage"),
)
_ALWAYS = {"id", "titel", "kort"}


def schrijf_beleid(beleid: Beleid) -> str:
    """The TOML of a policy; `parse_beleid` makes the same policy of it."""
    blocks = ["\n".join((HEAD, *_head(beleid)))]
    blocks += ["\n".join(_rapport(each)) for each in beleid.rapporten]
    for soort in beleid.soorten:
        blocks.append("\n" + "\n".join(_soort(soort)))
        blocks += ["\n".join(_moment(each)) for each in soort.momenten]
    return "\n\n".join(blocks) + "\n"


def met_titel(tekst: str, titel: str) -> str:
    """The same policy under another title, with its remarks where that can be.

    Parameters:
        tekst: TOML of a policy that can be read.
    """
    beleid = replace(parse_beleid(tekst, "dit beleid"), titel=titel)
    line = f"titel = {_text(titel)}"
    renamed = re.sub(r"^titel\s*=.*$", lambda _: line, tekst, count=1, flags=re.MULTILINE)
    try:
        kept = parse_beleid(renamed, "dit beleid") == beleid
    except DefinitionError:
        kept = False
    return renamed if kept else schrijf_beleid(beleid)


def _head(beleid: Beleid) -> Iterator[str]:
    yield f"naam = {_text(beleid.naam)}"
    yield f"titel = {_text(beleid.titel)}"
    if beleid.toelichting:
        yield f"toelichting = {_text(beleid.toelichting)}"
    yield f"niveau_vanaf = {beleid.niveau_vanaf}"
    yield f"formulier_vanaf_niveau = {_value(beleid.formulier_vanaf_niveau)}"
    yield f"verslag = {{ dagen = {beleid.verslag.dagen}, telt = {_text(beleid.verslag.telt)} }}"


def _rapport(rapport: Rapport) -> Iterator[str]:
    yield "[[rapport]]"
    yield f"id = {_text(rapport.id)}"
    yield f"titel = {_text(rapport.titel)}"
    yield f"maand = {rapport.maand}"
    if rapport.laat:
        yield "laat = true"


def _soort(soort: Soort) -> Iterator[str]:
    yield "[[soort]]"
    for key in _SOORT_KEYS:
        value = getattr(soort, key)
        if value not in (None, 0, "", ()) or key in _ALWAYS:
            yield f"{key} = {_value(value)}"


def _moment(moment: Moment) -> Iterator[str]:
    yield "[[soort.moment]]"
    for key in ("id", "titel", "kort"):
        yield f"{key} = {_text(getattr(moment, key))}"
    if moment.jaargroepen != JAARGROEPEN:
        yield f"jaargroepen = {_value(moment.jaargroepen)}"
    if not moment.verplicht:
        yield "verplicht = false"
    yield f"regel = {{ {', '.join(_regel(moment.regel))} }}"


def _regel(regel: Regel) -> Iterator[str]:
    yield f"soort = {_text(regel.soort)}"
    match regel.soort:
        case "schoolweek":
            yield f"week = {regel.week}"
        case "na_rapport":
            yield f"rapport = {_text(regel.rapport)}"
        case "maand":
            yield f"maand = {regel.maand}"
        case "laatste_schoolweken":
            yield f"weken = {regel.weken}"
        case _:
            yield f"van = {_text(_day(regel.van))}"
            yield f"tot = {_text(_day(regel.tot))}"


def _day(month_and_day: tuple[int, int]) -> str:
    month, day = month_and_day
    return f"{day:02}-{month:02}"


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case tuple():
            return f"[{', '.join(map(_text, value))}]"
        case _:
            return str(value)


def _text(value: str) -> str:
    """A TOML string; with line ends over several lines, so that people can read and change it."""
    if "\n" in value:
        return '"""\n' + "\n".join(_escaped(line) for line in value.split("\n")) + '"""'
    return f'"{_escaped(value)}"'


def _escaped(line: str) -> str:
    plain = line.replace("\\", "\\\\").replace('"', '\\"')
    return "".join(
        each if each == "\t" or (each >= " " and each != "\x7f") else f"\\u{ord(each):04x}" for each in plain
    )
