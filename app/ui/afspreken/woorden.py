"""How conversations are said and coloured, everywhere alike."""

from datetime import date

from app.models.datums import kort, weekdag
from app.models.gesprek import GESPREK_STATEN, Gesprek
from app.models.gespreksstand import (
    AFVINKEN,
    BEGONNEN,
    GESPREKSSTANDEN,
    ONTBREEKT,
    PARNASSYS,
    TE_LAAT,
    VASTGESTELD,
)
from app.ui.widgets.table_model import Tag

TO_DO = Tag("nog te doen", "neutral", "ring", order=0)
"""Of what has no conversation yet."""

OVERDUE = Tag("nog te doen", "warn", "ring", order=0)
"""The same, when its moment is over."""

_STATES = {
    "gepland": ("info", "kalender"),
    "gehouden": ("good", "vink"),
    "afgezegd": ("warn", "kruis"),
    "niet_verschenen": ("warn", "kruis"),
    "niet_nodig": ("neutral", "streep"),
}

STANDEN: dict[str, tuple[str, str, str]] = {
    stand: (GESPREKSSTANDEN[stand], *look)
    for stand, look in {
        **_STATES,
        AFVINKEN: ("warn", "klok"),
        BEGONNEN: ("info", "half"),
        ONTBREEKT: ("warn", "klok"),
        TE_LAAT: ("bad", "klok"),
        VASTGESTELD: ("good", "vink"),
        PARNASSYS: ("good", "vink"),
    }.items()
}
"""Words, state and icon of where a conversation stands, for a chip."""

_ORDER = {state: place for place, state in enumerate(GESPREK_STATEN, 1)}


def state_tag(gesprek: Gesprek, today: date) -> Tag:
    """How far a conversation is, with its day; one that should have been is asked after."""
    state, icon = _STATES[gesprek.staat]
    words = GESPREK_STATEN[gesprek.staat]
    if gesprek.staat == "gepland" and gesprek.datum and gesprek.datum < today:
        words, state, icon = "gehouden?", "warn", "klok"
    return Tag(words, state, icon, order=_ORDER[gesprek.staat])


def report_tag(gesprek: Gesprek, late: bool, begun: bool = False) -> Tag | None:
    """Where the report of a conversation is; nothing while it needs none.

    Parameters:
        late: whether it should have been there by today.
        begun: whether its form is open.
    """
    if gesprek.verslag_op and gesprek.verslag_elders:
        return Tag("in ParnasSys", "good", "vink", order=3)
    if gesprek.verslag_op:
        return Tag("hier", "good", "document", order=3)
    if gesprek.staat != "gehouden":
        return None
    if late:
        return Tag("te laat", "bad", "klok", order=0)
    return Tag("begonnen", "info", "half", order=2) if begun else Tag("ontbreekt", "warn", "klok", order=1)


def day_words(day: date, today: date) -> str:
    """A day with its weekday, e.g. `di 8 sep`."""
    return f"{weekdag(day)[:2]} {kort(day, today)}"


def when(gesprek: Gesprek, today: date) -> str:
    """Day and time, e.g. `di 8 sep 15:10`; empty without a day."""
    if gesprek.datum is None:
        return ""
    time = gesprek.tijd if gesprek.staat == "gepland" else ""
    return " ".join(filter(None, (day_words(gesprek.datum, today), time)))
