"""How steps and decisions on a route are told, everywhere alike."""

from app.models.route import Routestap
from app.models.routes.definition import RouteDefinitie


def stapwoorden(stap: Routestap, definitie: RouteDefinitie) -> str:
    """What a step was, e.g. `Van School naar Overdracht RVZ`, or the title of the decision."""
    van, naar = stationsnaam(definitie, stap.van), stationsnaam(definitie, stap.naar)
    match stap.soort:
        case "besluit":
            return _besluit(stap, definitie)
        case "begin":
            return f"Begonnen bij {naar}"
        case "einde":
            return f"Beëindigd bij {van}"
        case "overslaan":
            return f"Van {van} meteen door naar {naar}"
        case "terug":
            return f"Van {van} terug naar {naar}"
        case _:
            return f"Van {van} naar {naar}"


def stationsnaam(definitie: RouteDefinitie, station_id: str) -> str:
    """The short title of a station; its id when the route does not have it."""
    return next((each.kort for each in definitie.stations if each.id == station_id), station_id)


def besluitantwoorden(stap: Routestap, definitie: RouteDefinitie) -> tuple[str, ...]:
    """What was recorded with a decision, as `question: answer`."""
    station = next((each for each in definitie.stations if each.id == stap.van), None)
    besluit = station.besluit(stap.besluit) if station else None
    if besluit is None:
        return ()
    said = ((each, str(stap.waarden.get(each.id) or "")) for each in besluit.vraagt)
    return tuple(f"{vraag.titel}: {vraag.label(answer)}" for vraag, answer in said if answer)


def _besluit(stap: Routestap, definitie: RouteDefinitie) -> str:
    station = next((each for each in definitie.stations if each.id == stap.van), None)
    besluit = station.besluit(stap.besluit) if station else None
    return besluit.titel if besluit else "Besluit"
