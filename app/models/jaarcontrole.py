"""What can't be about the days of a school year, each in one sentence: which day, why, and what to do."""

from collections.abc import Iterable
from datetime import date

from app.models.datums import lang, parse_datum, weekdag
from app.models.kalender import ZOMER, Kalender, Vrij
from app.models.schooljaar import VrijePeriode

LONGEST_SUMMER = (9, 30)
"""Month and day until which the summer holiday after a school year can last."""


def grenzen(schooljaar: str) -> tuple[date, date]:
    """First and last day of a school year by law: 1 August to 31 July (WPO, article 1)."""
    return date(int(schooljaar[:4]), 8, 1), date(int(schooljaar[5:]), 7, 31)


def klacht_vrij(nieuw: VrijePeriode, schooljaar: str, bezet: Iterable[Vrij]) -> str:
    """Why a period without school can't be kept; empty when it can.

    Parameters:
        bezet: the other periods without school of that year, shipped holidays and public holidays too.
    """
    if not nieuw.naam.strip():
        return "Geef de vrije dag een naam, zoals Studiedag team."
    if nieuw.van is None:
        return "Vul de eerste vrije dag in."
    last = nieuw.tot or nieuw.van
    if last < nieuw.van:
        return f"De laatste dag ({lang(last)}) ligt voor de eerste ({lang(nieuw.van)})."
    first, end = grenzen(schooljaar)
    if nieuw.vakantie == ZOMER:
        end = end.replace(month=LONGEST_SUMMER[0], day=LONGEST_SUMMER[1])
    outside = next((each for each in (nieuw.van, last) if not first <= each <= end), None)
    if outside is not None:
        return f"{_cap(lang(outside))} valt buiten schooljaar {schooljaar} ({lang(first)} tot en met {lang(end)})."
    taken = next((each for each in bezet if each.van <= last and nieuw.van <= each.tot), None)
    if taken is not None and not (nieuw.soort == "vakantie" and taken.soort == "feestdag"):
        return f"Op die dagen is er al geen school: {vrij_in_woorden(taken)}. Kies andere dagen."
    if nieuw.van == last and last.weekday() > 4:
        return f"{_cap(weekdag(last))} {lang(last)} is weekend. Kies een dag waarop er anders school is."
    return ""


def klacht_begin_en_eind(eerste: date | None, laatste: date | None, kalender: Kalender) -> str:
    """Why an own first or last school day can't be; empty when it can.

    Parameters:
        eerste, laatste: as the school wants them, None where the default of the year holds.
        kalender: of that year; its own first and last day fill in what is None.
    """
    first, end = grenzen(kalender.schooljaar)
    for day, words in ((eerste, "eerste"), (laatste, "laatste")):
        if day is None:
            continue
        if not first <= day <= end:
            return f"{_cap(lang(day))} valt buiten schooljaar {kalender.schooljaar}. Kies een andere {words} schooldag."
        if day.weekday() > 4:
            return f"{_cap(weekdag(day))} {lang(day)} is weekend. Kies een andere {words} schooldag."
        free = kalender.vrij_op(day)
        if free is not None:
            return f"Op {lang(day)} is er geen school: {vrij_in_woorden(free)}. Kies een andere {words} schooldag."
    begin, last = eerste or kalender.eerste_dag, laatste or kalender.laatste_dag
    if last <= begin:
        return f"De laatste schooldag ({lang(last)}) moet na de eerste liggen ({lang(begin)})."
    return ""


def klacht_rapportdag(dag: date, kalender: Kalender) -> str:
    """Why a report can't come out on a day; empty when it can."""
    if not kalender.eerste_dag <= dag <= kalender.laatste_dag:
        year = f"{lang(kalender.eerste_dag)} tot en met {lang(kalender.laatste_dag)}"
        return f"{_cap(lang(dag))} valt buiten schooljaar {kalender.schooljaar} ({year})."
    free = kalender.vrij_op(dag)
    if free is not None:
        return f"Op {lang(dag)} is er geen school: {vrij_in_woorden(free)}. Kies een schooldag."
    if dag.weekday() > 4:
        return f"{_cap(weekdag(dag))} {lang(dag)} is weekend. Kies een schooldag."
    return ""


def vrij_in_woorden(vrij: Vrij) -> str:
    """A period with its days, e.g. `Herfstvakantie (17 oktober 2026 tot en met 25 oktober 2026)`."""
    return f"{vrij.naam} ({dagen_in_woorden(vrij.van, vrij.tot)})"


def dagen_in_woorden(van: date, tot: date) -> str:
    """A day, or the first and last of several, in full."""
    return lang(van) if van == tot else f"{lang(van)} tot en met {lang(tot)}"


def _cap(words: str) -> str:
    return words[:1].upper() + words[1:]


def parse_in_jaar(text: str, vandaag: date, schooljaar: str) -> date | None:
    """Read a date as people type it for a school year: without a year, the day of that school year is meant.

    Parameters:
        text, vandaag: as for `parse_datum`.
        schooljaar: e.g. `2026-2027`.
    """
    found = parse_datum(text, vandaag)
    first, end = grenzen(schooljaar)
    if found is None or first <= found <= end:
        return found
    middle = date(end.year, 2, 1)  # less than half a year from every day of it
    other = parse_datum(text, middle)
    same = other is not None and (other.month, other.day) == (found.month, found.day)
    return other if same else found
