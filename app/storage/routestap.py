"""Makes a step of a route, and what it changes about the route itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.models.route import Route, Routestap
from app.models.routes.regels import mag_zetten
from app.models.routes.stand import Stand
from app.storage.errors import Refused
from app.storage.ongedaan import Schrijf


@dataclass(frozen=True, slots=True)
class Zet:
    """What is recorded with each step: on which day, by whom, and why.

    Attributes:
        door: name of who decided.
    """

    datum: date
    door: str
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Genomen:
    """A decision as it was taken.

    Attributes:
        id: of the decision in the route.
        waarden: answers by id of its questions.
    """

    id: str
    waarden: Mapping[str, str]


def stap(
    route: Route, stand: Stand, soort: str, naar: str, zet: Zet, genomen: Genomen | None = None
) -> tuple[Schrijf, ...]:
    """What writes a step.

    Parameters:
        soort: key of `STAPSOORTEN`; naar: id of the station where it leads.
    """
    new = Routestap(
        route=route.id,
        leerling=route.leerling,
        nr=max(each.nr for each in stand.stappen) + 1,
        soort=soort,
        van=stand.station.id,
        naar=naar,
        besluit=genomen.id if genomen else "",
        waarden={key: value.strip() for key, value in genomen.waarden.items() if value.strip()} if genomen else {},
        datum=zet.datum,
        door=zet.door.strip(),
        reden=zet.reden.strip(),
    )
    if soort == "besluit":
        return (Schrijf.van(new),)
    moved = (
        {"beeindigd_op": zet.datum, "einde": new.reden} if soort == "einde" else {"station": naar, "sinds": zet.datum}
    )
    return Schrijf.van(new), Schrijf(route.kind, route.id, moved)


def eis(*complaints: str) -> None:
    """Refuse when there is anything against it.

    Raises:
        Refused: the first complaint.
    """
    for each in complaints:
        raise Refused(each)


def eis_zet(stand: Stand, zet: Zet, vandaag: date, *, met_reden: bool) -> None:
    """Refuse a step without who, a right day and, where asked, why.

    Raises:
        Refused: one Dutch sentence.
    """
    eis(*mag_zetten(stand, zet.datum, zet.door, vandaag, zet.reden if met_reden else None))
