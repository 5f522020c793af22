"""A conversation policy in words that a teacher reads: when, who, how long, and what is asked afterwards."""

from collections.abc import Sequence

from app.models.datums import MAANDEN
from app.models.gespreksbeleid.definition import JAARGROEPEN, PLANNERS, Beleid, Moment, Regel, Soort

REGELWOORDEN: dict[str, str] = {
    "schoolweek": "in schoolweek",
    "na_rapport": "in de week na het",
    "maand": "in de maand",
    "laatste_schoolweken": "aan het eind, aantal schoolweken:",
    "periode": "van dag tot dag",
}
"""Kinds of rule (`REGELS`), as one chooses them."""


def voor_wie(jaargroepen: Sequence[str]) -> str:
    """For which groups, e.g. `groep 1 tot en met 8`, `groep 7 en 8`."""
    years = sorted(jaargroepen)
    if tuple(years) == JAARGROEPEN:
        return "alle groepen"
    if len(years) > 2 and [int(each) for each in years] == list(range(int(years[0]), int(years[-1]) + 1)):
        return f"groep {years[0]} tot en met {years[-1]}"
    return f"groep {', '.join(years[:-1])} en {years[-1]}" if len(years) > 1 else f"groep {years[0]}"


def wanneer(regel: Regel, beleid: Beleid) -> str:
    """The rule of a moment, e.g. `schoolweek 2`, `de week na het eerste rapport`."""
    match regel.soort:
        case "schoolweek":
            return f"schoolweek {regel.week}"
        case "na_rapport":
            rapport = beleid.rapport(regel.rapport)
            return f"de week na het {rapport.titel.lower() if rapport else 'rapport'}"
        case "maand":
            return MAANDEN[regel.maand - 1]
        case "laatste_schoolweken":
            return "de laatste schoolweek" if regel.weken == 1 else f"de laatste {regel.weken} schoolweken"
        case _:
            return f"{_day(*regel.van)} tot en met {_day(*regel.tot)}"


def moment_in_woorden(moment: Moment, beleid: Beleid) -> str:
    """When and for whom, e.g. `schoolweek 2 · alle groepen · verplicht`."""
    duty = "verplicht" if moment.verplicht else "als aanbod"
    return " · ".join((wanneer(moment.regel, beleid), voor_wie(moment.jaargroepen), duty))


def wie_erbij(soort: Soort) -> str:
    """Who is present, e.g. `leerkracht, ouders en het kind vanaf groep 5`."""
    people = ["leerkracht", *(["ouders"] if soort.ouders else [])]
    if soort.leerling_vanaf is not None:
        people.append("het kind" if soort.leerling_vanaf <= 1 else f"het kind vanaf groep {soort.leerling_vanaf}")
    return f"{', '.join(people[:-1])} en {people[-1]}" if len(people) > 1 else people[0]


def duur_in_woorden(soort: Soort) -> str:
    """How long it takes, with the changeover."""
    return f"{soort.minuten} minuten, wisselen meegerekend" if soort.minuten else "zo lang als nodig"


def planner_in_woorden(soort: Soort) -> str:
    """Where times are chosen, and from when."""
    if not soort.planner:
        return "zonder planner"
    if not soort.momenten:  # nothing opens on a day of its own
        return f"gepland in {PLANNERS[soort.planner]}"
    weeks = "de week" if soort.planner_weken == 1 else f"{soort.planner_weken} weken"
    return f"gepland in {PLANNERS[soort.planner]}, {weeks} ervoor open"


def bijlage_in_woorden(soort: Soort) -> str:
    """Whether the school adds its own text to the invitation."""
    return "met een eigen tekst bij de uitnodiging" if soort.bijlage else "zonder eigen tekst bij de uitnodiging"


def soort_in_woorden(soort: Soort) -> str:
    """Who, how long and how it is planned, in one line."""
    return " · ".join((wie_erbij(soort), duur_in_woorden(soort), planner_in_woorden(soort)))


def verslag_in_woorden(beleid: Beleid) -> str:
    """The report term, e.g. `binnen 7 kalenderdagen`."""
    unit = beleid.verslag.telt if beleid.verslag.dagen != 1 else beleid.verslag.telt.removesuffix("en")
    return f"binnen {beleid.verslag.dagen} {unit}"


def niveau_in_woorden(beleid: Beleid) -> str:
    """From which level others can join."""
    return f"vanaf niveau {beleid.niveau_vanaf} IB'er en deskundigen erbij"


def formulier_in_woorden(beleid: Beleid) -> str:
    """Whether the full form is asked from that level on."""
    return "vanaf dat niveau altijd het hele formulier" if beleid.formulier_vanaf_niveau else "een vinkje mag altijd"


def _day(month: int, day: int) -> str:
    return f"{day} {MAANDEN[month - 1]}"
