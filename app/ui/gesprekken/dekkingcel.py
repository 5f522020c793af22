"""What a cell of the coverage grid says: how far a group is with a moment."""

from dataclasses import dataclass
from datetime import date

from app.models.momentwoorden import opsomming
from app.storage.gespreksdekking import Cel, Dekking, Dekkingsrij


@dataclass(frozen=True, slots=True)
class Beeld:
    """How a cell looks.

    Attributes:
        teksten: the same in ever fewer words; the first that fits is shown.
        staat: `good` (all done), `bad` (reports overdue), `warn` (the moment is over, pupils are left), `neutral`.
        gehouden, gepland: parts of the whole, 0 to 1, that the bar is filled for.
        rustig: whether there is nothing to do or see yet.
    """

    teksten: tuple[str, ...]
    staat: str = "neutral"
    gehouden: float = 0.0
    gepland: float = 0.0
    rustig: bool = False


def beeld(cel: Cel, today: date) -> Beeld:
    """How a cell looks today."""
    done = cel.gehouden + cel.niet_nodig
    if cel.te_laat:
        reports = "verslag" if cel.te_laat == 1 else "verslagen"
        return Beeld((f"{cel.te_laat} {reports} te laat", f"{cel.te_laat} te laat"), "bad")
    if not cel.verwacht:
        return Beeld(("–",), rustig=True)
    if cel.klaar:
        return Beeld((f"✓ {done}",), "good", 1.0)
    if not cel.verplicht and not done and not cel.gepland:
        return Beeld(("facultatief", "facult."), rustig=True)
    held, planned = min(done / cel.verwacht, 1.0), min((done + cel.gepland) / cel.verwacht, 1.0)
    count = f"{done} / {cel.verwacht}"
    if cel.verplicht and cel.nog and cel.dagen and cel.dagen[-1] < today:
        return Beeld((f"{count} · nog {cel.nog}", f"nog {cel.nog}"), "warn", held, planned)
    return Beeld((count,), "neutral", held, planned, rustig=not done and not cel.gepland)


def cel_words(cel: Cel | None) -> str:
    """A cell in a sentence, for the screen reader and under the pointer."""
    if cel is None:
        return "niet voor deze groep"
    parts = [f"{cel.gehouden} van {cel.verwacht} gehouden"]
    parts += [f"{cel.gepland} gepland"] if cel.gepland else []
    parts += [f"{cel.niet_nodig} niet nodig"] if cel.niet_nodig else []
    parts += [f"{cel.zonder_verslag} nog zonder verslag"] if cel.zonder_verslag else []
    parts += [f"{cel.te_laat} verslagen te laat"] if cel.te_laat else []
    parts += [] if cel.verplicht else ["facultatief"]
    return ", ".join(parts)


def zonder_lege_kolommen(dekking: Dekking) -> Dekking:
    """The grid without the moments that are for none of the groups."""
    filled = [place for place in range(len(dekking.kolommen)) if any(rij.cellen[place] for rij in dekking.rijen)]
    rows = (rij._replace(cellen=tuple(rij.cellen[place] for place in filled)) for rij in dekking.rijen)
    return Dekking(tuple(dekking.kolommen[place] for place in filled), tuple(rows))


def teacher_words(rij: Dekkingsrij) -> tuple[str, ...]:
    """Whose group it is: by their names, and in fewer words by what they are called."""
    return opsomming(rij.leerkrachten), opsomming(rij.roepnamen or rij.leerkrachten)


def row_words(rij: Dekkingsrij) -> str:
    """A group in one line: its name, its pupils and its teachers."""
    pupils = "1 leerling" if rij.leerlingen == 1 else f"{rij.leerlingen} leerlingen"
    return " · ".join(each for each in (rij.naam, pupils, ", ".join(rij.leerkrachten)) if each)
