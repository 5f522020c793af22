"""Two versions of a form beside each other: what changed, by whom and when."""

from dataclasses import dataclass
from datetime import datetime

from app.models.bespreking import Formulier
from app.models.forms.compare import Difference, compare
from app.models.leerling import Leerling
from app.storage import formulieren
from app.storage.archive import ANSWERS, Archive


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A difference, with who last wrote that field in the newer version and when; empty when nobody did."""

    verschil: Difference
    door: str = ""
    op: datetime | None = None


@dataclass(frozen=True, slots=True)
class Versies:
    """A comparison.

    Attributes:
        leerling: name of the pupil.
        titel: of the form.
        alle: all versions, the first one first.
        oud, nieuw: ids of those that were compared.
    """

    leerling: str
    titel: str
    alle: tuple[Formulier, ...]
    oud: str
    nieuw: str
    wijzigingen: tuple[Wijziging, ...]


def vergelijk(archive: Archive, formulier_id: str, *, oud: str = "", nieuw: str = "") -> Versies:
    """Compare two versions of a form.

    Parameters:
        formulier_id: any version of it.
        oud, nieuw: ids of versions of this form; when one isn't, this version and the one before it are compared (of
            the first version: with the second).

    Raises:
        KeyError: no such form.
    """
    asked = archive.get(Formulier, formulier_id)
    if asked is None:
        raise KeyError(f"formulier {formulier_id}")
    alle = formulieren.versies(archive, asked.stam)
    by_id = {each.id: each for each in alle}
    before, after = by_id.get(oud), by_id.get(nieuw)
    if before is None or after is None:
        at = max([each.id for each in alle].index(asked.id), min(1, len(alle) - 1))
        before, after = alle[max(at - 1, 0)], alle[at]
    definitie = formulieren.definition_of(archive, after.definitie)
    leerling = archive.get(Leerling, asked.leerling)
    return Versies(
        leerling=leerling.naam if leerling else "",
        titel=definitie.titel,
        alle=tuple(alle),
        oud=before.id,
        nieuw=after.id,
        wijzigingen=tuple(
            _with_author(archive, after, each) for each in compare(definitie, before.antwoorden, after.antwoorden)
        ),
    )


def _with_author(archive: Archive, form: Formulier, difference: Difference) -> Wijziging:
    written = archive.history(form.id, f"{ANSWERS}/{difference.field.pad}")
    if not written:
        return Wijziging(difference)
    return Wijziging(difference, written[-1].author, written[-1].moment)
