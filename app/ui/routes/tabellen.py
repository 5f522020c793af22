"""The tables of the board: routes that run, and those that ended."""

from datetime import date

from app.models.datums import kort
from app.models.routes.definition import Station
from app.storage.routebord import Bordregel
from app.ui.routewoorden import mover
from app.ui.widgets.table_model import Column, Row, Tag
from app.ui.woorden import count_words

MISSES = "mist"
"""Key of what misses; it is worked out after the rest is shown."""

RUNNING = (
    Column("naam", "Naam", 15, stretch=3, role="strong"),
    Column("groep", "Groep", 6),
    Column("station", "Station", 23),
    Column("dagen", "Dagen hier", 9, right=True),
    Column("aan_zet", "Aan zet", 11),
    Column(MISSES, "Mist nog", 12),
    Column("vraagt", "Vraagt nu", 20, stretch=1),
    Column("begonnen", "Begonnen", 9),
)
ENDED = (
    Column("naam", "Naam", 20, stretch=2, role="strong"),
    Column("groep", "Groep", 7),
    Column("station", "Eindigde bij", 20, stretch=1),
    Column("beeindigd", "Beëindigd", 13),
    Column("einde", "Waarom", 24, stretch=4, role="muted"),
)


def running_row(regel: Bordregel, station: Station, number: int, today: date) -> Row:
    """A route that runs.

    Parameters:
        number: place of the station on the line, from 1.
    """
    return {
        "id": regel.id,
        "naam": regel.naam,
        "groep": regel.groep,
        "station": Tag(f"{number}. {station.kort}", "info", order=number),
        "dagen": regel.dagen,
        "aan_zet": mover(station.aan_zet),
        "vraagt": _asks(regel, today),
        "begonnen": regel.begonnen_op,
    }


def missing_tag(count: int | None) -> Tag | None:
    """How many things miss before a route goes on; nothing while that is not known yet."""
    if count is None:
        return None
    if not count:
        return Tag("alles is er", "good", "vink", order=0)
    return Tag(count_words(count, "ding", "dingen"), "warn", "waarschuwing", order=-count)


def ended_row(regel: Bordregel) -> Row:
    """A route that ended."""
    return {
        "id": regel.id,
        "naam": regel.naam,
        "groep": regel.groep,
        "station": regel.kort,
        "beeindigd": regel.beeindigd_op,
        "einde": " ".join(regel.einde.split()),
    }


def _asks(regel: Bordregel, today: date) -> Tag | None:
    if regel.directeur_wacht:
        return Tag("directeur informeren", "warn", "waarschuwing", order=0)
    return Tag(f"MPO {kort(regel.mpo_op, today)}", "info", "kalender", order=1) if regel.mpo_op else None
