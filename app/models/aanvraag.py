"""All that an application for a consult is written from: the records, read together."""

from dataclasses import dataclass

from app.models.bespreking import Formulier
from app.models.consult import BIJLAGE_STATEN, Bijlage, Bijlagepunt, Consult
from app.models.consulten.definition import Consultsoort
from app.models.forms.definition import FormDefinition
from app.models.leerling import Leerling, Ouder, Ouderschap


@dataclass(frozen=True, slots=True)
class OverLeerling:
    """A pupil with who is around it.

    Attributes:
        groep: name of the group, or empty.
        niveau: support level, or None.
    """

    leerling: Leerling
    groep: str
    niveau: int | None
    ouders: tuple[tuple[Ouder, Ouderschap], ...]


@dataclass(frozen=True, slots=True)
class Bijlageregel:
    """One line of the checklist, or the annexes outside it.

    Attributes:
        titel: what it is called.
        staat: key of `BIJLAGE_STATEN`.
        toelichting: why it is not there, in words.
        bestanden: the files that answer it.
    """

    titel: str
    staat: str
    toelichting: str
    bestanden: tuple[Bijlage, ...]

    @property
    def woorden(self) -> str:
        """The state in words, with its reason."""
        words = BIJLAGE_STATEN.get(self.staat, self.staat)
        return f"{words}: {self.toelichting}" if self.toelichting else words


@dataclass(frozen=True, slots=True)
class Aanvraagdossier:
    """An application with all that goes along.

    Attributes:
        leerlingen: whom it is about, the one it is filed under first.
        formulier: the newest version of its form, or None when it was never begun.
        bijlagen: the checklist in order, then what stands outside it.
        consulent: name of the consulent, or empty.
    """

    consult: Consult
    soort: Consultsoort
    leerlingen: tuple[OverLeerling, ...]
    formulier: Formulier | None
    definitie: FormDefinition | None
    bijlagen: tuple[Bijlageregel, ...]
    consulent: str

    @property
    def namen(self) -> tuple[str, ...]:
        """Names of the pupils."""
        return tuple(each.leerling.naam for each in self.leerlingen)

    @property
    def bestanden(self) -> tuple[tuple[str, Bijlage], ...]:
        """All files, each with the title of its line."""
        return tuple((regel.titel, each) for regel in self.bijlagen for each in regel.bestanden)


def bijlageregels(
    soort: Consultsoort, punten: dict[str, Bijlagepunt], bestanden: tuple[Bijlage, ...]
) -> tuple[Bijlageregel, ...]:
    """The checklist of a kind with what was said and added; what answers no line of it comes last."""
    lines = [
        Bijlageregel(
            punt.titel,
            said.staat if (said := punten.get(punt.id)) else "",
            said.toelichting if said else "",
            tuple(each for each in bestanden if each.punt == punt.id),
        )
        for punt in soort.bijlagen
    ]
    known = {punt.id for punt in soort.bijlagen}
    rest = tuple(each for each in bestanden if each.punt not in known)
    return (*lines, Bijlageregel("Andere bijlage", "bijgevoegd", "", rest)) if rest else tuple(lines)
