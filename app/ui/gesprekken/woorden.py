"""How moments, weeks and days of the year plan are put into words."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.models.datums import MAANDEN_KORT, kort, lang
from app.models.jaarplan import Gespreksmoment
from app.models.kalender import Kalender, Week

NO_DAYS = "nog geen dagen"


def jaar(schooljaar: str) -> str:
    """A school year as people write it: `2026–2027`."""
    return schooljaar.replace("-", "–")


def periode(van: date | None, tot: date | None) -> str:
    """A period for narrow places: `7–11 sep`, `28 sep – 2 okt`, `7 sep`."""
    if van is None or tot is None:
        return NO_DAYS
    if van == tot:
        return kort(van)
    if (van.year, van.month) == (tot.year, tot.month):
        return f"{van.day}–{tot.day} {MAANDEN_KORT[van.month - 1]}"
    return f"{kort(van)} – {kort(tot)}"


def moment_words(moment: Gespreksmoment) -> str:
    """A moment in one line: what, when, and why then."""
    return f"{moment.titel}, {periode(moment.van, moment.tot)} ({moment.reden})"


def week_words(week: Week, momenten: Sequence[Gespreksmoment]) -> str:
    """A week in one line: its dates, which school week it is, what takes days out of it, and its moments."""
    days = periode(week.maandag, week.maandag + timedelta(4))
    about = [f"schoolweek {week.nummer}" if week.nummer else ""]
    about.append(week.vrij if not week.nummer or not week.vrij else f"met {week.vrij}")
    about += [moment_words(each) for each in momenten]
    told = " · ".join(each for each in about if each)
    return f"{days}: {told}" if told else days


def day_words(day: date, kalender: Kalender, momenten: Sequence[Gespreksmoment], planned: int, held: int) -> str:
    """A day in one line, for the screen reader and the line below the month."""
    free = kalender.vrij_op(day)
    about = [free.naam if free else "" if kalender.is_schooldag(day) else "geen school"]
    about += [each.titel for each in momenten]
    about.append(counted(planned, held))
    told = " · ".join(each for each in about if each)
    return f"{lang(day)}: {told}" if told else lang(day)


def counted(planned: int, held: int) -> str:
    """How many conversations a day has, in words; empty when none."""
    parts = [f"{planned} gepland" if planned else "", f"{held} gehouden" if held else ""]
    return ", ".join(each for each in parts if each)
