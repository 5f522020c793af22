"""One conversation that is being planned, with what one has to know to choose its time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.models.datums import kort, lang
from app.models.gesprek import EXTRA, Gesprek
from app.models.gespreksregels import deskundigen_welkom, erbij, wie_houdt_dan
from app.models.kalender import Kalender
from app.models.leerling import Leerling
from app.models.school import Groep, Vervanging
from app.storage.archive import Archive
from app.storage.contacten import contacten
from app.storage.gesprekken import met_school
from app.storage.gesprekslijst import ouders
from app.storage.rondom import niveau_op
from app.storage.school import medewerkers
from app.storage.schooljaren import jaarplan
from app.storage.vervangingen import vervangingen


@dataclass(frozen=True, slots=True)
class Planblad:
    """What the dialog shows around a conversation.

    Attributes:
        gesprek: with school year, group, holder and length filled in.
        titel: what kind it is, e.g. `Startgesprek over het OPP`.
        met: the parent with whom it is when parents come apart, or empty.
        erbij: who is at the table besides the teacher, in words.
        deskundigen: whether the intern begeleider and outside experts can join (policy: from a support level on).
        tolk: languages for which an interpreter is needed.
        medewerkers: names of staff by id.
        van_buiten: the contacts outside the school, each with where they are from.
        dagen: school days of its moment; none outside the moments.
        groep: of the pupil then, or None; vervangingen: of that group.
    """

    gesprek: Gesprek
    leerling: Leerling
    titel: str
    met: str
    erbij: tuple[str, ...]
    deskundigen: bool
    tolk: tuple[str, ...]
    medewerkers: Mapping[str, str]
    kalender: Kalender
    dagen: tuple[date, ...] = ()
    van_buiten: tuple[str, ...] = ()
    groep: Groep | None = None
    vervangingen: tuple[Vervanging, ...] = ()

    def houdt_op(self, dag: date | None) -> str | None:
        """Id of who holds it on a day: who has the group then, unless somebody else was chosen for it."""
        now = self.gesprek.medewerker
        return wie_houdt_dan(now, self.groep, self.vervangingen, dag) if self.groep and dag else now

    def let_op(self, dag: date) -> str:
        """What is strange about a day for this conversation: a sentence, or empty."""
        if not self.kalender.is_schooldag(dag):
            free = self.kalender.vrij_op(dag)
            return f"Op {lang(dag)} is er geen school{f' ({free.naam})' if free else ''}."
        if self.dagen and dag not in self.dagen:
            return f"Dit moment loopt van {kort(self.dagen[0])} tot en met {kort(self.dagen[-1])}."
        return ""


def planblad(archive: Archive, gesprek: Gesprek, today: date) -> Planblad | None:
    """Read what belongs around a conversation, new or known; None when the pupil is gone.

    Parameters:
        gesprek: with at least a pupil.
    """
    leerling = archive.get(Leerling, gesprek.leerling)
    if leerling is None:
        return None
    whole = met_school(archive, gesprek, today)
    groep = archive.get(Groep, whole.groep)
    plan = jaarplan(archive, whole.schooljaar)
    soort = plan.beleid.soort(whole.soort)
    moment = plan.voor(whole.moment, leerling.jaargroep)
    niveau = niveau_op(archive, leerling.id, today)
    parents = ouders(archive, leerling.id)
    there = [each for each, tie in parents if (each.id == whole.ouder if whole.ouder else not tie.eigen_gesprek)]
    languages = dict.fromkeys(each.tolk for each in there if each.tolk and soort is not None and soort.ouders)
    title = soort.titel if soort else "Gesprek"
    return Planblad(
        gesprek=whole,
        leerling=leerling,
        titel=" ".join(filter(None, (title, EXTRA.get(whole.extra, "")))),
        met=next((each.naam for each, _ in parents if each.id == whole.ouder), ""),
        erbij=erbij(soort, leerling.jaargroep, None, plan.beleid) if soort else (),
        deskundigen=deskundigen_welkom(niveau, plan.beleid),
        tolk=tuple(languages),
        medewerkers={each.id: each.naam for each in medewerkers(archive)},
        kalender=plan.kalender,
        dagen=moment.dagen if moment else (),
        van_buiten=tuple(f"{each.naam} ({each.organisatie or each.rolwoord})" for each in contacten(archive)),
        groep=groep,
        vervangingen=tuple(vervangingen(archive, groep.id)) if groep else (),
    )
