"""From where a route stands to the line of stations."""

from datetime import date

from app.models.datums import kort
from app.models.routes.stand import BEEINDIGD, GEWEEST, HIER, KOMT, OVERGESLAGEN
from app.storage.routeblad import Halte, Routeblad
from app.ui.routewoorden import days_words, mover
from app.ui.widgets import station_line
from app.ui.widgets.station_line import AHEAD, BEEN, ENDED, HERE, SKIPPED

STATES = {HIER: HERE, BEEINDIGD: ENDED, OVERGESLAGEN: SKIPPED, GEWEEST: BEEN, KOMT: AHEAD}


def line_of(blad: Routeblad, today: date) -> list[station_line.Halte]:
    """The stations of a route on the way of one pupil."""
    return [
        station_line.Halte(
            id=each.station.id,
            naam=each.station.kort,
            staat=STATES[each.staat],
            regels=_lines(each, blad, today),
            mist=len(blad.mist) if each.staat == HIER else 0,
        )
        for each in blad.haltes
    ]


def _lines(halte: Halte, blad: Routeblad, today: date) -> tuple[str, ...]:
    match halte.staat:
        case "hier":
            since = f"{kort(halte.sinds, today)}, {days_words(halte.sinds, today)}" if halte.sinds else ""
            return since, f"aan zet: {mover(halte.station.aan_zet)}"
        case "beeindigd":
            return ("beëindigd", kort(blad.route.beeindigd_op, today) if blad.route.beeindigd_op else "")
        case "overgeslagen":
            return ("overgeslagen",)
        case "geweest" if halte.sinds is not None:
            return (kort(halte.sinds, today),)
    return ()
