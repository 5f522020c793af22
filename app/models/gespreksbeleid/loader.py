"""Makes a policy of TOML, and names every mistake with its file and place."""

import re
from collections.abc import Collection, Mapping, Sequence

from app.models.forms.toml_table import DefinitionError, Table, parse_toml, quoted
from app.models.gespreksbeleid.definition import (
    CATEGORIEEN,
    JAARGROEPEN,
    KLEUREN,
    PLANNERS,
    REGELS,
    TELLINGEN,
    VRAGEN,
    Beleid,
    Moment,
    Rapport,
    Regel,
    Soort,
    Verslagtermijn,
)
from app.models.leerling import PLANSOORTEN

__all__ = ["DefinitionError", "parse_beleid"]

_KEYS = ("naam", "titel", "toelichting", "niveau_vanaf", "formulier_vanaf_niveau", "verslag", "rapport", "soort")
_SOORT_KEYS = (
    *("id", "titel", "kort", "kleur", "minuten", "ouders", "leerling_vanaf", "planner", "planner_weken", "categorie"),
    *("vragen", "formulier", "extra_bij", "plan_bespreken", "waarover", "bijlage", "moment"),
)
_MOMENT_KEYS = ("id", "titel", "kort", "jaargroepen", "verplicht", "regel")
_DAY = re.compile(r"(\d{2})-(\d{2})")
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def parse_beleid(text: str, source: str) -> Beleid:
    """Read a conversation policy.

    Parameters:
        text: the TOML.
        source: name of the file, for the sentence when something is wrong.

    Raises:
        DefinitionError: one Dutch sentence: file, kind, moment, what is wrong and what to do.
    """
    table = parse_toml(text, source)
    table.only(_KEYS)
    reports = tuple(_rapport(each) for each in table.tables("rapport", "rapport"))
    known = {report.id for report in reports}
    soorten = tuple(_soort(each, known) for each in table.tables("soort", "soort", required=True))
    _refuse_doubles(table, reports, soorten)
    return Beleid(
        naam=table.identifier("naam"),
        titel=table.text("titel", required=True),
        toelichting=table.text("toelichting"),
        verslag=_verslag(table),
        niveau_vanaf=table.number("niveau_vanaf", default=3, most=5),
        formulier_vanaf_niveau=table.flag("formulier_vanaf_niveau"),
        rapporten=reports,
        soorten=soorten,
    )


def _verslag(table: Table) -> Verslagtermijn:
    inner = table.table("verslag", "verslag")
    if inner is None:
        raise table.error("‘verslag’ ontbreekt", "schrijf binnen hoeveel dagen een verslag klaar is")
    inner.only(("dagen", "telt"))
    return Verslagtermijn(inner.number("dagen", most=60), inner.one_of("telt", TELLINGEN, required=True))


def _rapport(table: Table) -> Rapport:
    rapport_id = table.identifier()
    table.rename(f"rapport {quoted(rapport_id)}")
    table.only(("id", "titel", "maand", "laat"))
    return Rapport(rapport_id, table.text("titel", required=True), table.number("maand", most=12), table.flag("laat"))


def _soort(table: Table, reports: Collection[str]) -> Soort:
    soort_id = table.identifier()
    table.rename(f"soort {quoted(soort_id)}")
    table.only(_SOORT_KEYS)
    titel = table.text("titel", required=True)
    planner = table.one_of("planner", [each for each in PLANNERS if each])
    return Soort(
        id=soort_id,
        titel=titel,
        kort=table.text("kort", default=titel),
        kleur=table.one_of("kleur", KLEUREN, default=KLEUREN[-1]),
        minuten=table.number("minuten", default=0, most=240) if table.has("minuten") else 0,
        ouders=table.flag("ouders"),
        leerling_vanaf=table.number("leerling_vanaf", most=8) if table.has("leerling_vanaf") else None,
        planner=planner,
        planner_weken=table.number("planner_weken", default=1, most=12) if planner else 0,
        categorie=table.one_of("categorie", CATEGORIEEN, required=True),
        vragen=table.one_of("vragen", VRAGEN, required=True),
        formulier=table.identifier("formulier"),
        extra_bij=_of(table, "extra_bij", PLANSOORTEN),
        plan_bespreken=table.flag("plan_bespreken"),
        waarover=table.text("waarover"),
        bijlage=table.text("bijlage"),
        momenten=tuple(_moment(each, reports) for each in table.tables("moment", "moment")),
    )


def _moment(table: Table, reports: Collection[str]) -> Moment:
    moment_id = table.identifier()
    table.rename(f"moment {quoted(moment_id)}")
    table.only(_MOMENT_KEYS)
    titel = table.text("titel", required=True)
    regel = table.table("regel", "regel")
    if regel is None:
        raise table.error("‘regel’ ontbreekt", "schrijf wanneer dit moment is")
    return Moment(
        id=moment_id,
        titel=titel,
        kort=table.text("kort", default=titel),
        jaargroepen=_of(table, "jaargroepen", JAARGROEPEN) or JAARGROEPEN,
        verplicht=table.flag("verplicht", default=True),
        regel=_regel(regel, reports),
    )


def _regel(table: Table, reports: Collection[str]) -> Regel:
    soort = table.one_of("soort", REGELS, required=True)
    table.only(("soort", *REGELS[soort]))
    match soort:
        case "schoolweek":
            return Regel(soort, week=table.number("week", most=45))
        case "na_rapport":
            return Regel(soort, rapport=table.one_of("rapport", sorted(reports), required=True))
        case "maand":
            return Regel(soort, maand=table.number("maand", most=12))
        case "laatste_schoolweken":
            return Regel(soort, weken=table.number("weken", most=20))
        case _:
            return Regel(soort, van=_day(table, "van"), tot=_day(table, "tot"))


def _day(table: Table, key: str) -> tuple[int, int]:
    found = _DAY.fullmatch(table.text(key, required=True))
    day, month = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1]):
        raise table.error(f"{quoted(key)} is geen dag van het jaar", 'schrijf dag en maand als "10-01"')
    return month, day


def _of(table: Table, key: str, allowed: Sequence[str] | Mapping[str, str]) -> tuple[str, ...]:
    found = table.texts(key)
    for each in found:
        if each not in allowed:
            raise table.error(f"{key} kent geen {quoted(each)}", f"kies uit {', '.join(allowed)}")
    return found


def _refuse_doubles(table: Table, reports: Sequence[Rapport], soorten: Sequence[Soort]) -> None:
    seen: set[str] = set()
    names = [("rapport", each.id) for each in reports] + [("soort", each.id) for each in soorten]
    names += [("moment", moment.id) for each in soorten for moment in each.momenten]
    for what, name in names:
        if f"{what} {name}" in seen:
            raise table.error(f"{what} {quoted(name)} staat er twee keer", "geef elk een eigen id")
        seen.add(f"{what} {name}")
