"""Who stands in for a teacher."""

from datetime import date

from app.models.school import Vervanging
from app.storage.archive import Archive


def vervangingen(archive: Archive, groep: str | None = None) -> list[Vervanging]:
    """All substitutions, of one group when it is given; the earliest first."""
    wanted = {} if groep is None else {"groep": groep}
    return sorted(archive.all(Vervanging, **wanted), key=lambda each: (each.van or date.min, each.id))


def lopend_of_komend(archive: Archive, dag: date) -> list[Vervanging]:
    """The substitutions that have not ended before a day; the earliest first."""
    return [each for each in vervangingen(archive) if each.tot is None or each.tot >= dag]
