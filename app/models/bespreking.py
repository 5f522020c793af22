"""The leerlingbespreking: the meeting, the pupils on its agenda, the form per pupil and what was agreed."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from app.models.formuliersoort import LEERLINGBESPREKING
from app.models.records import SEARCHED, Record

AFSPRAAK_STATEN: dict[str, str] = {"open": "open", "gedaan": "gedaan", "vervallen": "vervallen"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bespreking(Record):
    """A planned or held meeting in which pupils are discussed.

    Attributes:
        tijd: start, `HH:MM`, or empty.
        groep: id of `Groep`, or None for pupils of several groups.
        aanwezigen: names of those present as they stand in the report.
        gehouden: whether it took place.
    """

    kind: ClassVar[str] = "bespreking"
    datum: date | None = None
    tijd: str = ""
    groep: str | None = None
    onderwerp: str = field(default="", metadata=SEARCHED)
    aanwezigen: tuple[str, ...] = ()
    gehouden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendapunt(Record):
    """One pupil on the agenda of a meeting.

    Attributes:
        reden: why this pupil is discussed.
        volgorde: place on the agenda, from 0.
        formulier: id of the `Formulier` filled in for this pupil here, or None while it has not been begun.
        seconden: time spent in bespreekmodus on this pupil.
    """

    kind: ClassVar[str] = "agendapunt"
    bespreking: str = ""
    leerling: str = ""
    reden: str = field(default="", metadata=SEARCHED)
    volgorde: int = 0
    formulier: str | None = None
    seconden: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitie(Record):
    """The text of a form definition as it was when forms were begun with it; an old form keeps its own.

    Attributes:
        naam: name of the form, e.g. `leerlingbespreking`.
        vingerafdruk: SHA-256 of `tekst`, hexadecimal.
        tekst: the TOML.
    """

    kind: ClassVar[str] = "definitie"
    naam: str = ""
    versie: int = 1
    vingerafdruk: str = ""
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulier(Record):
    """A form about one pupil, filled in by the rules of its definition.

    Attributes:
        soort: name of the definition, e.g. `leerlingbespreking`.
        definitie: id of the `Definitie` it was begun with.
        versie: 1, or higher for a correction made after vaststellen; `vorige` is then the id of the form it corrects.
        stam: id of the first version; equals `id` there. Agreements hang on it.
        datum: day of the meeting.
        antwoorden: `{section id: {field id: answer}}`; the answer's shape follows the field's kind.
        secties: `{section id: "nvt" | "klaar"}` for sections that were marked; others follow from their answers.
        vastgesteld_op: ISO instant; from then on the form is read-only.
        spreker: name of whom the words are, shown as "aan het toetsenbord".
        verslag: the IB'er's own short report.
        in_dossier_op: ISO date on which the report went into the leerlingdossier, or None.
    """

    kind: ClassVar[str] = "formulier"
    soort: str = LEERLINGBESPREKING
    definitie: str = ""
    leerling: str = ""
    bespreking: str | None = None
    datum: date | None = None
    versie: int = 1
    vorige: str | None = None
    stam: str = ""
    antwoorden: dict[str, dict[str, Any]] = field(default_factory=dict, metadata=SEARCHED)
    secties: dict[str, str] = field(default_factory=dict)
    spreker: str = ""
    vastgesteld_op: str | None = None
    verslag: str = field(default="", metadata=SEARCHED)
    in_dossier_op: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak(Record):
    """An agreement: what, who, by when. The evaluation of a form is one too.

    Attributes:
        formulier: `stam` of the form it comes from, or None when made by hand.
        soort: `afspraak` or `evaluatie`.
        staat: key of `AFSPRAAK_STATEN`.
        resultaat: what came of it, in words.
    """

    kind: ClassVar[str] = "afspraak"
    leerling: str = ""
    formulier: str | None = None
    soort: str = "afspraak"
    wat: str = field(default="", metadata=SEARCHED)
    wie: str = field(default="", metadata=SEARCHED)
    voor: date | None = None
    staat: str = "open"
    resultaat: str = field(default="", metadata=SEARCHED)
    afgerond_op: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkaantekening(Record):
    """A personal note of the IB'er about a pupil: shared with nobody, in no document, removed when no longer needed.

    Attributes:
        opruimen_op: day on which the program asks whether it can go.
    """

    kind: ClassVar[str] = "werkaantekening"
    leerling: str = ""
    formulier: str | None = None
    tekst: str = ""
    opruimen_op: date | None = None
