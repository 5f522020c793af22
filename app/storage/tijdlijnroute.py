"""The events of an ondersteuningsroute in the timeline of a pupil."""

from datetime import date

from app.models.route import MPO_UITKOMSTEN, Mpo, Route, Routestap
from app.models.routes.woorden import besluitantwoorden, stapwoorden
from app.storage.archive import Archive
from app.storage.codec import to_record
from app.storage.gebeurtenis import Gebeurtenis
from app.storage.routedefinities import route_definitie


def routegebeurtenis(archive: Archive, soort: str, record: str, day: date, vandaag: date) -> Gebeurtenis:
    """A step, decision or MPO.

    Parameters:
        soort: `route` or `mpo`; record: its id.
        day: on which it was; vandaag: tells what is planned from what happened.
    """
    return _mpo(archive, record, day, vandaag) if soort == "mpo" else _stap(archive, record, day)


def _stap(archive: Archive, stap_id: str, day: date) -> Gebeurtenis:
    """A step or decision, in the words of the route that the pupil is on."""
    stap = to_record(Routestap, archive.query("SELECT * FROM routestap WHERE id = ?", (stap_id,))[0])
    route = to_record(Route, archive.query("SELECT * FROM route WHERE id = ?", (stap.route,))[0])
    definitie = route_definitie(archive, route.definitie)
    said = "\n".join((*besluitantwoorden(stap, definitie), *filter(None, (stap.reden,))))
    about = route.aanleiding if stap.soort == "begin" else said
    return Gebeurtenis(day, "route", stap.id, f"Route: {_low(stapwoorden(stap, definitie))}", about, doel=route.id)


def _mpo(archive: Archive, mpo_id: str, day: date, vandaag: date) -> Gebeurtenis:
    """A meeting with several parties; one with minutes is told by its form."""
    found = to_record(Mpo, archive.query("SELECT * FROM mpo WHERE id = ?", (mpo_id,))[0])
    outcome = ". ".join(filter(None, (MPO_UITKOMSTEN[found.uitkomst] if found.uitkomst else "", found.toelichting)))
    outcome = outcome[:1].upper() + outcome[1:]
    staat = "gehouden" if found.uitkomst else "te_laat" if day < vandaag else "gepland"
    return Gebeurtenis(day, "mpo", found.id, "MeerPartijenOverleg", found.agenda, outcome, staat, found.route)


def _low(words: str) -> str:
    return words[:1].lower() + words[1:]
