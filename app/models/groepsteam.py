"""Who stands before a group: which day is whose, who reports, and who stands in for a while."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.models.datums import lang
from app.models.records import covers
from app.models.school import Groep, Vervanging

SCHOOLWEEK: dict[str, str] = {
    "ma": "maandag",
    "di": "dinsdag",
    "wo": "woensdag",
    "do": "donderdag",
    "vr": "vrijdag",
}
"""Keys of `Groep.dagen`, with the words on screen."""


def opgeschoond(dagen: Mapping[str, str], leerkrachten: Iterable[str]) -> dict[str, str]:
    """Days by teacher, without days of who is no teacher of the group; nothing where one teacher has all days.

    Parameters:
        dagen: as in `Groep.dagen`.
        leerkrachten: ids of `Medewerker`.
    """
    known = set(leerkrachten)
    if len(known) < 2:
        return {}
    return {day: dagen[day] for day in SCHOOLWEEK if dagen.get(day) in known}


def verslaglegger(groep: Groep, dag: date | None = None) -> str | None:
    """Id of the teacher who reports a conversation; None without teachers.

    Parameters:
        dag: of the conversation. Where nobody was chosen it decides: whose day it is; without a day the first teacher.
    """
    if groep.verslag_door in groep.leerkrachten:
        return groep.verslag_door
    weekday = list(SCHOOLWEEK)[dag.weekday()] if dag is not None and dag.weekday() < len(SCHOOLWEEK) else ""
    return opgeschoond(groep.dagen, groep.leerkrachten).get(weekday) or next(iter(groep.leerkrachten), None)


def team_in_woorden(groep: Groep, namen: Mapping[str, str]) -> str:
    """The teachers of a group with their days, e.g. `Joke Smit (ma, di, wo) en Bas Kok (do, vr)`.

    Parameters:
        namen: names by id of `Medewerker`; who is not among them is left out.
    """
    dagen = opgeschoond(groep.dagen, groep.leerkrachten)
    told = []
    for teacher in groep.leerkrachten:
        own = ", ".join(day for day in SCHOOLWEEK if dagen.get(day) == teacher)
        if teacher in namen:
            told.append(f"{namen[teacher]} ({own})" if own else namen[teacher])
    return " en ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if told else ""


def klacht_vervanging(nieuw: Vervanging, andere: Iterable[Vervanging], namen: Mapping[str, str]) -> str:
    """Why a substitution cannot be kept, in a sentence; empty when it can.

    Parameters:
        andere: the substitutions that are known already; `nieuw` itself may be among them.
        namen: names by id of `Medewerker`.
    """
    if not nieuw.medewerker:
        return "Kies wie er vervangt."
    if nieuw.medewerker == nieuw.vervangt:
        return "Iemand kan zichzelf niet vervangen. Kies een ander."
    if nieuw.van is None:
        return "Vul in vanaf welke dag de vervanging begint."
    if nieuw.tot is not None and nieuw.tot < nieuw.van:
        return f"De laatste dag ({lang(nieuw.tot)}) ligt voor de eerste ({lang(nieuw.van)})."
    other = next((each for each in andere if _in_elkaars_weg(nieuw, each)), None)
    if other is None:
        return ""
    name = namen.get(other.medewerker, "iemand anders")
    return f"In die tijd vervangt {name} hier al ({periode_in_woorden(other)}). Kies andere dagen."


def periode_in_woorden(vervanging: Vervanging) -> str:
    """From when until when, e.g. `vanaf 3 november 2026, einde nog niet bekend`."""
    begin = f"vanaf {lang(vervanging.van)}" if vervanging.van else ""
    if vervanging.tot:
        return f"{begin} tot en met {lang(vervanging.tot)}".strip()
    return ", ".join(filter(None, (begin, "einde nog niet bekend")))


def _in_elkaars_weg(one: Vervanging, other: Vervanging) -> bool:
    """Two stand in for the same teacher, or one for the whole group, in days that overlap."""
    if one.id == other.id or one.groep != other.groep:
        return False
    same = one.vervangt == other.vervangt or not one.vervangt or not other.vervangt
    begin, other_begin = one.van or date.min, other.van or date.min
    return same and (covers(begin, one.tot, other_begin) or covers(other_begin, other.tot, begin))
