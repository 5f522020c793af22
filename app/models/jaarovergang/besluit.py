"""From the proposal to what is written."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from app.models.ids import derived_id, new_id
from app.models.jaarovergang.overgang import Overgang
from app.models.jaarovergang.stand import Stand
from app.models.jaarovergang.stappen import WEG
from app.models.leerling import Leerling
from app.models.records import values_of


class Schrijfwerk(NamedTuple):
    """Fields of one record to write; it is made when it isn't there yet."""

    soort: str
    id: str
    velden: Mapping[str, Any]


def schrijfwerk(overgang: Overgang) -> tuple[Schrijfwerk, ...]:
    """Work out what to write, in an order in which every reference leads to something; the school comes last."""
    return (
        *_groepen(overgang),
        *plaatsingen(overgang.stand),
        *_leerlingen(overgang),
        *_plannen(overgang),
        *_vervangingen(overgang),
        *_oude_groepen(overgang.stand),
        Schrijfwerk("school", overgang.stand.school.id, {"schooljaar": overgang.stand.volgend}),
    )


def plaatsingen(stand: Stand) -> Iterator[Schrijfwerk]:
    """Where each pupil sat in the year that ends, those who left in the course of it too.

    The id follows from year and pupil, so that no pupil is placed twice in one year.
    """
    for each in (*stand.leerlingen, *stand.vertrokken):
        if each.groep:
            yield plaatsing(stand.schooljaar, each)


def plaatsing(schooljaar: str, leerling: Leerling) -> Schrijfwerk:
    """That a pupil sat in the group it sits in now."""
    velden = {
        "schooljaar": schooljaar,
        "leerling": leerling.id,
        "groep": leerling.groep,
        "jaargroep": leerling.jaargroep,
        "verwijderd_op": None,
    }
    return Schrijfwerk("plaatsing", derived_id("plaatsing", schooljaar, leerling.id), velden)


def _groepen(overgang: Overgang) -> Iterator[Schrijfwerk]:
    years = overgang.jaargroepen()
    for each in overgang.groepen:
        velden = {
            "naam": each.naam.strip(),
            "schooljaar": overgang.stand.volgend,
            "jaargroepen": years[each.id],
            "leerkrachten": each.leerkrachten,
            "dagen": dict(each.dagen),
            "verslag_door": each.verslag_door,
        }
        yield Schrijfwerk("groep", each.id, velden)


def _leerlingen(overgang: Overgang) -> Iterator[Schrijfwerk]:
    last = overgang.stand.laatste_dag
    for each in overgang.stand.leerlingen:
        step = overgang.stappen[each.id]
        if step.soort == WEG:
            leaves = {"gearchiveerd_op": last.isoformat(), "uitstroomdatum": each.uitstroomdatum or last}
            yield Schrijfwerk("leerling", each.id, leaves)
        else:
            yield Schrijfwerk("leerling", each.id, {"jaargroep": step.jaargroep, "groep": step.groep})


def _plannen(overgang: Overgang) -> Iterator[Schrijfwerk]:
    follow = overgang.vervolg()
    for each in overgang.stand.groepsplannen:
        to = follow.get(each.groep or "") if each.id in overgang.plannen else None
        if to is not None:
            yield Schrijfwerk("plan", new_id(), {**values_of(each), "groep": to.id})


def _vervangingen(overgang: Overgang) -> Iterator[Schrijfwerk]:
    """Somebody who stands in beyond the summer does so in the group of the teacher who is away."""
    follow = {each.uit: each for each in overgang.groepen if each.uit}
    for each in overgang.stand.vervangingen:
        to = follow.get(each.groep)
        if to is not None and (not each.vervangt or each.vervangt in to.leerkrachten):
            yield Schrijfwerk("vervanging", new_id(), {**values_of(each), "groep": to.id})


def _oude_groepen(stand: Stand) -> Iterator[Schrijfwerk]:
    for each in stand.groepen:
        velden = {"schooljaar": each.schooljaar or stand.schooljaar, "opgeheven_op": stand.laatste_dag.isoformat()}
        yield Schrijfwerk("groep", each.id, velden)
