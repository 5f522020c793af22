"""How a route is said, everywhere alike: who is at move, and how long it stands somewhere."""

from datetime import date

from app.models.contact import CONTACTROLLEN
from app.models.datums import lang
from app.ui.woorden import count_words

NIET_INGESTEMD = "Nog niet alle ouders stemmen in met het handelingsdeel van het OPP"
"""Title of what stands wherever an OPP is handed over to which parents did not agree."""

_SHORT = {"ib": "IB'er", "rvz": "RVZ", "coordinator": "coördinator", "swv": "SWV"}


def since_words(since: date, today: date) -> str:
    """Since when, and how long that is, e.g. `1 september 2026, 12 dagen`."""
    return "vandaag" if since >= today else f"{lang(since)}, {days_words(since, today)}"


def mover(rol: str) -> str:
    """Who is at move, where room is narrow, e.g. `RVZ`."""
    return _SHORT.get(rol, CONTACTROLLEN.get(rol, rol))


def days_words(since: date | None, today: date) -> str:
    """How long something stands there, e.g. `12 dagen`; `vandaag` when it came today."""
    days = max((today - since).days, 0) if since else 0
    return "vandaag" if days == 0 else count_words(days, "dag", "dagen")
