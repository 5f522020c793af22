"""One event in the timeline of a pupil."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Something that happened, or that is planned.

    Attributes:
        soort: `formulier`, `agenda`, `gesprek`, `evaluatie`, `afspraak`, `niveau`, `plan`, `route`, `mpo`, `consult`,
            `bijlage` or `archief`.
        id: the record it comes from.
        titel: what it was, in a word or two.
        tekst: what it was about, e.g. the goal; may be empty.
        uitkomst: what came of it; may be empty.
        staat: `gepland`, `te_laat`, `open`, `vastgesteld`, `dossier`, `gedaan`, `vervallen`, `gehouden`, `afgezegd` or
            empty; of a conversation, and of the form that reports it, a key of `GESPREKSSTANDEN`.
        doel: id of the form, conversation, route, consult or (`agenda`) meeting to open; of a `bijlage` that of the
            consult it is for; empty when there is none.
    """

    dag: date
    soort: str
    id: str
    titel: str
    tekst: str = ""
    uitkomst: str = ""
    staat: str = ""
    doel: str = ""
