"""How consults are said and coloured, everywhere alike."""

from datetime import date

from app.models.consult import CONSULT_STATUSSEN, Consult
from app.models.datums import kort, weekdag
from app.ui.widgets.table_model import Tag

_STATES = {
    "concept": ("neutral", "potlood"),
    "volledig": ("info", "vink"),
    "ingediend": ("info", "klok"),
    "toegekend": ("info", "persoon"),
    "afspraak": ("info", "kalender"),
    "gevoerd": ("warn", "half"),
    "afgerond": ("good", "vink"),
    "vervolg": ("good", "pijl-rechts"),
    "ingetrokken": ("neutral", "kruis"),
}
_ORDER = {status: place for place, status in enumerate(CONSULT_STATUSSEN)}


def status_tag(consult: Consult, today: date) -> Tag:
    """How far an application is; an appointment that is over asks whether the conversation was."""
    words, (state, icon) = CONSULT_STATUSSEN[consult.status], _STATES[consult.status]
    if consult.status == "afspraak" and consult.afspraak_op and consult.afspraak_op < today:
        words, state, icon = "gevoerd?", "warn", "klok"
    return Tag(words, state, icon, order=_ORDER[consult.status])


def appointment_words(consult: Consult, today: date) -> str:
    """Day and time of the appointment, e.g. `di 8 sep 15:10`; empty without one."""
    day = consult.afspraak_op
    return " ".join(filter(None, (f"{weekdag(day)[:2]} {kort(day, today)}", consult.afspraak_tijd))) if day else ""
