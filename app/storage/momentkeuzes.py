"""What the school decides about the moments of a year: own days, notes, and whether a planner was opened."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from app.models.gesprek import Momentkeuze, Plannertaak
from app.models.ids import derived_id
from app.storage.archive import Archive, Change
from app.storage.ongedaan import Schrijf, schrijf


def kies(archive: Archive, keuzes: Iterable[Momentkeuze], author: str) -> tuple[Schrijf, ...]:
    """Take over days for moments, e.g. those of a proposal; notes of the moment stay.

    Returns:
        What takes it back.
    """
    work = [Schrijf(each.kind, derived_id(each.schooljaar, each.moment), _chosen(each)) for each in keuzes]
    return schrijf(archive, work, author)


def herstel(archive: Archive, schooljaar: str, moment: str, author: str) -> tuple[Schrijf, ...]:
    """Let the days of a moment follow from the policy again; its notes stay.

    Returns:
        What takes it back.
    """
    blank = Momentkeuze(schooljaar=schooljaar, moment=moment)
    if "/" in moment:  # a moment of one jaargroep only exists by its choice
        gone = Schrijf.weg(Momentkeuze(id=derived_id(schooljaar, moment)))
        return schrijf(archive, [gone], author)
    return kies(archive, [blank], author)


def keuze_van(archive: Archive, schooljaar: str, moment: str) -> Momentkeuze:
    """What was decided and noted about a moment; a blank one when nothing."""
    found = archive.get(Momentkeuze, derived_id(schooljaar, moment))
    return found or Momentkeuze(id=derived_id(schooljaar, moment), schooljaar=schooljaar, moment=moment)


def noteer(
    archive: Archive, schooljaar: str, moment: str, notities: dict[str, str], author: str, *, draft: bool = False
) -> Change:
    """Keep the notes of the Check and the Act of a moment (policy on conversations: Plan, Do, Check, Act).

    Parameters:
        notities: `check_notitie` and `act_notitie`, or one of them.
        draft: while it is still being typed.
    """
    values: dict[str, Any] = {**notities, "schooljaar": schooljaar, "moment": moment, "verwijderd_op": None}
    return archive.write("momentkeuze", derived_id(schooljaar, moment), values, author, draft=draft)


def planner_open(
    archive: Archive, schooljaar: str, moment: str, groepen: Iterable[str], op: date | None, author: str
) -> tuple[Schrijf, ...]:
    """Tick that the planner of a moment is open for groups.

    Parameters:
        groepen: ids of `Groep`.
        op: the day, or None to take a tick back.

    Returns:
        What takes it back.
    """
    work = [
        Schrijf(
            Plannertaak.kind,
            derived_id(schooljaar, moment, groep),
            {
                "schooljaar": schooljaar,
                "moment": moment,
                "groep": groep,
                "gedaan_op": op.isoformat() if op else None,
                "verwijderd_op": None,
            },
        )
        for groep in groepen
    ]
    return schrijf(archive, work, author)


def _chosen(keuze: Momentkeuze) -> dict[str, Any]:
    names = ("schooljaar", "moment", "van", "tot", "vervalt", "reden")
    return {**{name: getattr(keuze, name) for name in names}, "verwijderd_op": None}
