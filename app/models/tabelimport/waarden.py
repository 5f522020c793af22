"""Single cells: text becomes a checked value, or a sentence that says what is wrong with it."""

import re
from datetime import date

from app.models.datums import parse_datum
from app.models.leerling import NIVEAUS
from app.models.leerling_invoer import klacht_email, klacht_geboortedatum, klacht_telefoon
from app.models.tabelimport.koppen import kaal

LEEG = frozenset({"-", "--", "–", "—", "n.v.t.", "nvt", "n.v.t", "?", "#n/b", "#n/a"})
"""What people type where there is nothing to say."""

TAAL_ONBEKEND = "taal nog niet bekend"

_JA = frozenset({"ja", "j", "yes", "y", "waar", "true", "1", "x", "v", "vinkje", "wel"})
_NEE = frozenset({"nee", "n", "neen", "no", "onwaar", "false", "0", "geen", "niet"})
_GEZAG = {
    "onbekend": "onbekend",
    "nog onbekend": "onbekend",
    "gezag": "ja",
    "heeft gezag": "ja",
    "gezamenlijk": "ja",
    "gezamenlijk gezag": "ja",
    "eenhoofdig": "ja",
    "eenhoofdig gezag": "ja",
    "volledig": "ja",
    "beide": "ja",
    "beiden": "ja",
    "geen gezag": "nee",
}
_PLANNEN = {
    "handelingsplan": "handelingsplan",
    "hp": "handelingsplan",
    "ihp": "handelingsplan",
    "individueel handelingsplan": "handelingsplan",
    "opp": "opp",
    "ontwikkelingsperspectief": "opp",
    "ontwikkelingsperspectiefplan": "opp",
}
_NIVEAU = re.compile(r"(?:niveau |ondersteuningsniveau |zorgniveau |n|z)?([0-9])")
_YEAR = re.compile(r"(?:^|[^0-9])(?:[0-9]{4}|[0-9]{1,2}[-/. ](?:[0-9]{1,2}|[a-z]{3,9}\.?)[-/. ]'?[0-9]{2})(?:$|[^0-9])")
"""A year of four digits, or of two behind day and month: a date without one may be of any year."""

_NUMBER = re.compile(r"[2-9][0-9]{4}")
_EXCEL_EPOCH = date(1899, 12, 30).toordinal()
_MIDNIGHT = re.compile(r"[ T]0?0[:.]00([:.]00)?$")


class Afgekeurd(ValueError):
    """A cell that says nothing that can be kept. Its str is one Dutch sentence: what is wrong, and what to do."""


def gevuld(text: str) -> str:
    """What a cell says; empty where it only says that there is nothing."""
    return "" if text.strip().casefold() in LEEG else text.strip()


def datum(text: str, vandaag: date) -> date:
    """A day, written in full as people or spreadsheets do: `2-3-2017`, `2017-03-02`, `2 maart 2017`, `42796`.

    Raises:
        Afgekeurd: it is no day.
    """
    plain = _MIDNIGHT.sub("", text)
    if _NUMBER.fullmatch(plain):  # a date that lost its format in a spreadsheet
        return date.fromordinal(_EXCEL_EPOCH + int(plain))
    found = parse_datum(plain, vandaag) if _YEAR.search(plain) else None
    if found is None:
        raise Afgekeurd(f"‘{_short(text)}’ is geen datum; schrijf dag, maand en jaar, bijvoorbeeld 2-3-2017.")
    return found


def geboortedatum(text: str, vandaag: date) -> date:
    """A birthday of a pupil.

    Raises:
        Afgekeurd: it is none.
    """
    day = datum(text, vandaag)
    complaint = klacht_geboortedatum(day, vandaag)
    if complaint:
        raise Afgekeurd(complaint)
    return day


def niveau(text: str) -> int:
    """A support level, 0 to 5.

    Raises:
        Afgekeurd: it is none.
    """
    found = _NIVEAU.fullmatch(kaal(text))
    if found is None or int(found[1]) not in NIVEAUS:
        raise Afgekeurd(
            f"‘{_short(text)}’ is geen niveau; schrijf een getal van {NIVEAUS[0]} tot en met {NIVEAUS[-1]}."
        )
    return int(found[1])


def janee(text: str) -> bool:
    """Yes or no.

    Raises:
        Afgekeurd: it is neither.
    """
    word = kaal(text)
    if word not in _JA | _NEE:
        raise Afgekeurd(f"‘{_short(text)}’ is geen ja of nee; schrijf ‘ja’ of ‘nee’.")
    return word in _JA


def gezag(text: str) -> str:
    """Key of `GEZAG`.

    Raises:
        Afgekeurd: it is none.
    """
    try:
        return _GEZAG.get(kaal(text)) or ("ja" if janee(text) else "nee")
    except Afgekeurd:
        raise Afgekeurd(f"‘{_short(text)}’ zegt niet of er gezag is; schrijf ‘ja’, ‘nee’ of ‘onbekend’.") from None


def tolk(text: str) -> str:
    """The language for which an interpreter is needed; empty when there is no need."""
    word = kaal(text)
    if word in _NEE:
        return ""
    return TAAL_ONBEKEND if word in _JA else text


def email(text: str) -> str:
    """An e-mail address.

    Raises:
        Afgekeurd: it is none.
    """
    plain = text.removeprefix("mailto:").strip(" <>;,")
    complaint = klacht_email(plain)
    if complaint:
        raise Afgekeurd(f"‘{_short(text)}’ is geen e-mailadres; het ziet eruit als naam@voorbeeld.nl.")
    return plain


def telefoon(text: str) -> str:
    """A telephone number; the zero that a spreadsheet drops from a number comes back.

    Raises:
        Afgekeurd: it is none.
    """
    plain = f"0{text}" if re.fullmatch(r"[1-9][0-9]{8}", text) else text
    if klacht_telefoon(plain):
        raise Afgekeurd(f"‘{_short(text)}’ is geen telefoonnummer; schrijf één nummer, alleen met cijfers.")
    return plain


def plansoort(text: str) -> str:
    """Key of `PLANSOORTEN`, for a plan of one pupil.

    Raises:
        Afgekeurd: it is a plan of a group, or no plan.
    """
    word = kaal(text)
    if word in ("groepsplan", "gp"):
        raise Afgekeurd("Een groepsplan is van een groep en niet van één leerling; zet het in het groepsraster.")
    if word not in _PLANNEN:
        raise Afgekeurd(f"‘{_short(text)}’ is geen soort plan; schrijf ‘handelingsplan’ of ‘OPP’.")
    return _PLANNEN[word]


def leesvolgorde(naam: str) -> str:
    """A name in reading order: `Berg, Noor van den` and `Berg, van den, Noor` become `Noor van den Berg`."""
    parts = [each.strip() for each in naam.split(",") if each.strip()]
    return " ".join(reversed(parts)) if 1 < len(parts) <= 3 else " ".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
