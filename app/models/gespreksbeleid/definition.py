"""What a conversation policy holds, as read from its TOML."""

from dataclasses import dataclass
from functools import cached_property

JAARGROEPEN: tuple[str, ...] = ("1", "2", "3", "4", "5", "6", "7", "8")
PLANNERS: dict[str, str] = {"": "geen planner", "parro": "Parro", "programma": "dit programma"}
CATEGORIEEN: tuple[str, ...] = ("Oudergesprek", "Kindgesprek")
VRAGEN: dict[str, str] = {"kind": "aan het kind", "ouders": "aan de ouders"}
TELLINGEN: dict[str, str] = {"kalenderdagen": "kalenderdagen", "schooldagen": "schooldagen"}
KLEUREN: tuple[str, ...] = ("accent", "zacht", "info", "oker", "paars", "grijs")

REGELS: dict[str, tuple[str, ...]] = {
    "schoolweek": ("week",),
    "na_rapport": ("rapport",),
    "maand": ("maand",),
    "laatste_schoolweken": ("weken",),
    "periode": ("van", "tot"),
}
"""How a moment follows from the calendar, with what each rule must say."""


@dataclass(frozen=True, slots=True)
class Regel:
    """How the dates of a moment follow from the calendar.

    Attributes:
        soort: key of `REGELS`.
        week: for `schoolweek`, the how manieth.
        rapport: for `na_rapport`, id of a `Rapport`: the school week after it comes out.
        maand: for `maand`, 1 to 12: all its school days.
        weken: for `laatste_schoolweken`, how many at the end of the year.
        van, tot: for `periode`, `(month, day)`, both included.
    """

    soort: str
    week: int = 0
    rapport: str = ""
    maand: int = 0
    weken: int = 0
    van: tuple[int, int] = (0, 0)
    tot: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of the year at which a kind of conversation is held.

    Attributes:
        jaargroepen: for whose pupils.
        verplicht: whether each of them needs one; else it is offered.
    """

    id: str
    titel: str
    kort: str
    jaargroepen: tuple[str, ...]
    verplicht: bool
    regel: Regel


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of conversation.

    Attributes:
        minuten: length including changeover; 0 when it is free.
        ouders: whether parents are present.
        leerling_vanaf: jaargroep from which the pupil is present; None: never.
        planner: key of `PLANNERS`: where the times are chosen.
        planner_weken: how many school weeks before the moment the planner opens.
        categorie: of the note in ParnasSys.
        vragen: key of `VRAGEN`: in which wording the central questions are asked.
        formulier: name of the form that reports it.
        extra_bij: kinds of plan that give the pupil one conversation more.
        plan_bespreken: whether a handelingsplan is on the agenda.
        waarover: what it is about, in one line.
        bijlage: the school's own text beside the invitation.
    """

    id: str
    titel: str
    kort: str
    kleur: str
    minuten: int
    ouders: bool
    leerling_vanaf: int | None
    planner: str
    planner_weken: int
    categorie: str
    vragen: str
    formulier: str
    extra_bij: tuple[str, ...]
    plan_bespreken: bool
    waarover: str
    bijlage: str
    momenten: tuple[Moment, ...]

    def met_leerling(self, jaargroep: str) -> bool:
        """Whether a pupil of a jaargroep is present; of one that is no number only where all pupils are."""
        if self.leerling_vanaf is None:
            return False
        year = int(jaargroep) if jaargroep.isdecimal() else 1
        return year >= self.leerling_vanaf


@dataclass(frozen=True, slots=True)
class Rapport:
    """A report that comes out once a year.

    Attributes:
        maand: in which its conversations are, as long as the school has chosen no date.
        laat: whether they are late in that month instead of early.
    """

    id: str
    titel: str
    maand: int
    laat: bool


@dataclass(frozen=True, slots=True)
class Verslagtermijn:
    """Within how many days a conversation has its report.

    Attributes:
        telt: key of `TELLINGEN`.
    """

    dagen: int
    telt: str


@dataclass(frozen=True)
class Beleid:
    """A whole policy.

    Attributes:
        niveau_vanaf: support level from which IB'er and outside experts can join.
        formulier_vanaf_niveau: whether pupils from that level on need the full form, not only a tick.
    """

    naam: str
    titel: str
    toelichting: str
    verslag: Verslagtermijn
    niveau_vanaf: int
    formulier_vanaf_niveau: bool
    rapporten: tuple[Rapport, ...]
    soorten: tuple[Soort, ...]

    @cached_property
    def _moments(self) -> dict[str, tuple[Soort, Moment]]:
        return {moment.id: (soort, moment) for soort in self.soorten for moment in soort.momenten}

    def soort(self, soort_id: str) -> Soort | None:
        """A kind, or None when the policy has it no more."""
        return next((each for each in self.soorten if each.id == soort_id), None)

    def moment(self, moment_id: str) -> tuple[Soort, Moment] | None:
        """A moment with its kind, or None when the policy has it no more."""
        return self._moments.get(moment_id)

    def rapport(self, rapport_id: str) -> Rapport | None:
        """A report period, or None."""
        return next((each for each in self.rapporten if each.id == rapport_id), None)
