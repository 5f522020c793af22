"""What a document is made of: models only, handed over by the screen that asks for the document.

Working notes have no place in here, so that they can't get into a document.
"""

from dataclasses import dataclass
from datetime import date

from app.models.bespreking import Bespreking, Formulier
from app.models.forms.definition import FormDefinition
from app.models.leerling import Leerling
from app.models.school import School


@dataclass(frozen=True, slots=True)
class GesprekStof:
    """What the report of a conversation says besides.

    Attributes:
        titel: what the school calls this kind of conversation, or empty.
        moment: at which moment of the year it was held, or empty.
        tijd: `HH:MM`, or empty.
    """

    titel: str = ""
    moment: str = ""
    tijd: str = ""


@dataclass(frozen=True, slots=True)
class VerslagStof:
    """For the report of one form.

    Attributes:
        groep: name of the pupil's group, or empty.
        niveau: the pupil's support level, or None.
        aanwezigen: names of those present.
        ib: name of the IB'er, the author of the report.
        gesprek: for the report of a conversation, else None.
    """

    school: School
    leerling: Leerling
    formulier: Formulier
    definitie: FormDefinition
    groep: str = ""
    niveau: int | None = None
    aanwezigen: tuple[str, ...] = ()
    ib: str = ""
    gesprek: GesprekStof | None = None

    @property
    def titel(self) -> str:
        """What it is a report of, e.g. `Leerlingbespreking`."""
        return (self.gesprek.titel if self.gesprek else "") or self.definitie.titel


@dataclass(frozen=True, slots=True)
class AgendaPunt:
    """A pupil on the agenda: name, group and why."""

    leerling: str
    groep: str
    reden: str


@dataclass(frozen=True, slots=True)
class AgendaStof:
    """For the agenda of a meeting.

    Attributes:
        groep: name of the group of the whole meeting, or empty when pupils of several groups are discussed.
        ib: name of the IB'er.
    """

    school: School
    bespreking: Bespreking
    punten: tuple[AgendaPunt, ...]
    groep: str = ""
    ib: str = ""


@dataclass(frozen=True, slots=True)
class LeegStof:
    """For a form to fill in on paper; name and date only where they are already known."""

    school: School
    definitie: FormDefinition
    ib: str = ""
    leerling: str = ""
    datum: date | None = None
