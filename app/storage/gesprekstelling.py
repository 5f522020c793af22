"""Counts of conversations: per day, and what came of a moment."""

from datetime import date
from typing import NamedTuple

from app.models.datums import als_datum
from app.models.gespreksregels import verslag_uiterlijk
from app.models.jaarplan import Jaarplan
from app.storage.archive import Archive


class Dagtelling(NamedTuple):
    """Conversations of one day."""

    gepland: int = 0
    gehouden: int = 0


class Momentcijfers(NamedTuple):
    """What came of a moment (policy on conversations: the figures beside the Check).

    Attributes:
        op_tijd: how many of those held have a report that was there in time.
        te_laat_verslagen: how many have a report that came too late, or that misses past its term.
        afgezegd, niet_verschenen: how many times that happened, whether or not another conversation followed.
    """

    gehouden: int = 0
    op_tijd: int = 0
    te_laat_verslagen: int = 0
    niet_nodig: int = 0
    afgezegd: int = 0
    niet_verschenen: int = 0


def per_dag(archive: Archive, van: date, tot: date) -> dict[date, Dagtelling]:
    """Count planned and held conversations of each day that has any.

    Parameters:
        van, tot: first and last day, both included.
    """
    found = {}
    for row in archive.query(_PER_DAG, (van.isoformat(), tot.isoformat())):
        day = als_datum(row["datum"])
        if day is not None:
            found[day] = Dagtelling(row["gepland"], row["gehouden"])
    return found


def momentcijfers(archive: Archive, plan: Jaarplan, moment: str, today: date) -> Momentcijfers:
    """Count what came of a moment, all groups together.

    Parameters:
        moment: id of the moment in the policy.
        today: decides which missing reports are overdue.
    """
    counts = dict.fromkeys(Momentcijfers._fields, 0)
    for row in archive.query(_VAN_MOMENT, (plan.schooljaar, moment)):
        if row["staat"] in counts:
            counts[row["staat"]] += row["aantal"]
        day, reported = als_datum(row["datum"]), als_datum((row["verslag_op"] or "")[:10])
        if row["staat"] != "gehouden" or day is None:
            continue
        last = verslag_uiterlijk(day, plan.beleid, plan.kalender)
        if reported is not None and reported <= last:
            counts["op_tijd"] += row["aantal"]
        elif (reported or today) > last:
            counts["te_laat_verslagen"] += row["aantal"]
    return Momentcijfers(**counts)


_PER_DAG = """
    SELECT datum, sum(staat = 'gepland') AS gepland, sum(staat = 'gehouden') AS gehouden FROM gesprek
    WHERE datum BETWEEN ? AND ? AND staat IN ('gepland', 'gehouden') AND verwijderd_op IS NULL GROUP BY datum"""

_VAN_MOMENT = """
    SELECT staat, datum, verslag_op, count(*) AS aantal FROM gesprek
    WHERE schooljaar = ? AND moment = ? AND verwijderd_op IS NULL GROUP BY staat, datum, verslag_op"""
