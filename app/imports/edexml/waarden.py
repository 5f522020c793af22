"""Single values of EDEXML: text made clean, dates and codes checked."""

import re
from datetime import date

JAARGROEPEN = frozenset({*"BD012345678SVCNH", "11", "12", "13", "14", "15", "16"})
"""Codes of `jaargroep` (EDEXML 2.1)."""

GESLACHT = {"0": "", "1": "jongen", "2": "meisje", "9": ""}

_SCHOOLJAAR = re.compile(r"(\d{4})-(\d{4})")
_DATUM = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T[0-9:.]+)?(?:Z|[+-]\d\d:\d\d)?")
_BRIN = re.compile(r"\d\d[A-Z]{2}")

_ROL_CODES = {
    "LRK": "leerkracht",
    "IB": "ib",
    "DIR": "directeur",
    "ADJ": "directeur",
    "LOC": "directeur",
    "OWA": "onderwijsassistent",
    "KLA": "onderwijsassistent",
    "LOS": "onderwijsassistent",
    "VAK": "vakleerkracht",
}
_ROL_WOORDEN = {
    "leerkracht": "leerkracht",
    "leraar": "leerkracht",
    "groepsleerkracht": "leerkracht",
    "groepsleraar": "leerkracht",
    "intern begeleider": "ib",
    "interne begeleider": "ib",
    "ib'er": "ib",
    "directeur": "directeur",
    "schoolleider": "directeur",
    "onderwijsassistent": "onderwijsassistent",
    "vakleerkracht": "vakleerkracht",
}
OUDER = "OUD"
"""Role of a parent who helps out; parents are no staff here."""


def datum(text: str) -> date | None:
    """A day from `xs:date` or `xs:dateTime`; None when it is no day between 1900 and 2200."""
    found = _DATUM.fullmatch(text)
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return day if 1900 <= day.year < 2200 else None


def is_schooljaar(text: str) -> bool:
    """Whether text is two years in a row, e.g. `2026-2027`.

    The list of years in the schema ends at 2024-2025, so it is not used.
    """
    found = _SCHOOLJAAR.fullmatch(text)
    return found is not None and int(found[2]) == int(found[1]) + 1


def is_brin(text: str) -> bool:
    """Whether text has the form of a brincode: two digits and two capitals."""
    return _BRIN.fullmatch(text) is not None


def rol(text: str) -> str:
    """Key of `ROLLEN` for a role code of EDEXML or for a role in words."""
    return _ROL_CODES.get(text.upper()) or _ROL_WOORDEN.get(text.lower(), "overig")
