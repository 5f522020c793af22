"""What the list of consults reads; runs on the database thread."""

from dataclasses import dataclass
from datetime import date

from app.models.consult import Consult
from app.models.forms.answers import answer_of, plain_text
from app.storage import consulten
from app.storage.archive import Archive
from app.storage.consulten import Consultregel, Filter
from app.storage.consultstand import nieuwste
from app.storage.formulieren import definition_of

FIRST_PAGE, NEXT_PAGES = 20, 100
"""Consults that are read before anything is shown, and at a time after that."""

HULPVRAAG = "hulpvraag"


@dataclass(frozen=True, slots=True)
class Rij:
    """A consult in the list.

    Attributes:
        hulpvraag: the question on one line, or empty.
    """

    regel: Consultregel
    hulpvraag: str


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """Part of the list.

    Attributes:
        totaal: how many consults fit the filter.
        per_status: how many there are by status, of all.
    """

    rijen: tuple[Rij, ...]
    totaal: int
    per_status: dict[str, int]


def bladzijde(status: str, vanaf: int, today: date, archive: Archive) -> Bladzijde:
    """Read consults in this status (`open`, a key of `CONSULT_STATUSSEN`, or empty for all)."""
    limit = NEXT_PAGES if vanaf else FIRST_PAGE
    found = consulten.lijst(archive, Filter(status=status, vanaf=vanaf, limit=limit), today)
    rows = tuple(Rij(each, _question(archive, each.consult)) for each in found.regels)
    return Bladzijde(rows, found.totaal, found.per_status)


def _question(archive: Archive, consult: Consult) -> str:
    form = nieuwste(archive, consult.formulier)
    field = definition_of(archive, form.definitie).field_by_role(HULPVRAAG) if form else None
    return " ".join(plain_text(field[1], answer_of(field[1], form.antwoorden)).split()) if form and field else ""
