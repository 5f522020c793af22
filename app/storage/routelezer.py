"""Reads the record of a route: the route itself, its steps, its meetings, and where it stands by those alone."""

from app.models.route import Mpo, Route, Routestap
from app.models.routes.stand import Stand
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.routedefinities import route_definitie


def find_route(archive: Archive, route_id: str) -> Route:
    """A route by its id.

    Raises:
        KeyError: no such route.
    """
    route = archive.get(Route, route_id)
    if route is None or route.verwijderd_op:
        raise KeyError(f"route {route_id}")
    return route


def lopende_route(archive: Archive, leerling_id: str) -> Route | None:
    """The route that a pupil is on, or None."""
    found = archive.all(Route, leerling=leerling_id, beeindigd_op=None)
    return found[-1] if found else None


def stappen_van(archive: Archive, route_id: str) -> tuple[Routestap, ...]:
    """The steps and decisions of a route, in the order in which they were made."""
    rows = archive.query(
        "SELECT * FROM routestap WHERE route = ? AND verwijderd_op IS NULL ORDER BY nr, id", (route_id,)
    )
    return tuple(to_record(Routestap, row) for row in rows)


def mpos_van(archive: Archive, route_id: str) -> tuple[Mpo, ...]:
    """The meetings of a route, the newest first; one without a day before all others."""
    rows = archive.query(
        "SELECT * FROM mpo WHERE route = ? AND verwijderd_op IS NULL ORDER BY datum IS NULL DESC, datum DESC, id DESC",
        (route_id,),
    )
    return tuple(to_record(Mpo, row) for row in rows)


def laatste_met_uitkomst(mpos: tuple[Mpo, ...]) -> Mpo | None:
    """The last meeting of which the outcome is known, or None.

    Parameters:
        mpos: the newest first.
    """
    return next((each for each in mpos if each.uitkomst), None)


def directeur_wacht(mpos: tuple[Mpo, ...]) -> bool:
    """Whether the directeur was not told yet of the outcome of one of these."""
    return any(each.uitkomst and each.directeur_op is None for each in mpos)


def kale_stand(archive: Archive, route: Route, mpos: tuple[Mpo, ...] | None = None) -> Stand:
    """Where a route stands by its steps and meetings; what it asks for counts as missing.

    Parameters:
        mpos: its meetings, the newest first; None to read them.
    """
    mpos = mpos_van(archive, route.id) if mpos is None else mpos
    last = laatste_met_uitkomst(mpos)
    return Stand(
        definitie=route_definitie(archive, route.definitie),
        stappen=stappen_van(archive, route.id),
        uitkomst=last.uitkomst if last else "",
        directeur_wacht=directeur_wacht(mpos),
    )
