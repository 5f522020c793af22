"""What of a pack may leave the school, by the one table of consent (`resources/toestemming.toml`).

An application may leave when all parents know of it (`versturen`); annexes, and all of a hand-over, are documents that
are shared (`delen`). Of several pupils the strictest decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.models.toestemming import Oordeel

_CLOSED = "De ouders gaven geen toestemming om stukken te delen."


@dataclass(frozen=True, slots=True)
class Pakketoordeel:
    """What may leave.

    Attributes:
        mag_weg: whether anything may leave.
        mag_bijlagen: whether annexes may.
        ontbreekt: what must happen first, where something may not leave.
        waarschuwingen: what to know or still do.
    """

    mag_weg: bool
    mag_bijlagen: bool
    ontbreekt: tuple[str, ...] = ()
    waarschuwingen: tuple[str, ...] = ()


def pakketoordeel(oordelen: Mapping[str, Oordeel], *, aanvraag: bool) -> Pakketoordeel:
    """Judge a pack.

    Parameters:
        oordelen: what the parents of each pupil allow, by the pupil's name; of nobody nothing may leave.
        aanvraag: True for an application, False for a hand-over, of which everything is shared.
    """
    judged = list(oordelen.values())
    mag_delen = bool(judged) and all(each.mag_delen for each in judged)
    mag_versturen = bool(judged) and all(each.mag_versturen for each in judged)
    misses: list[str] = []
    for naam, each in oordelen.items():
        if not each.mag_delen:
            why = each.ontbreekt or each.ontbreekt_voor_delen or (_CLOSED,)
            misses += _of(naam, why, several=len(judged) > 1)
    warnings = [
        said for naam, each in oordelen.items() for said in _of(naam, each.waarschuwingen, several=len(judged) > 1)
    ]
    return Pakketoordeel(
        mag_weg=mag_versturen if aanvraag else mag_delen,
        mag_bijlagen=mag_delen,
        ontbreekt=tuple(dict.fromkeys(misses)),
        waarschuwingen=tuple(dict.fromkeys(warnings)),
    )


def _of(naam: str, sentences: tuple[str, ...], *, several: bool) -> list[str]:
    return [f"{naam}: {each}" if several else each for each in sentences]
