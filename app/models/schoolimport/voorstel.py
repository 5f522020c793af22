"""What an import proposes to change, and what the user makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.models.records import Record

NIEUW = "nieuw"
WIJZIGEN = "wijzigen"
VERTREK = "vertrek"
TERUG = "terug"
WEG = "weg"

ACTIES: dict[str, str] = {
    NIEUW: "komt erbij",
    WIJZIGEN: "verandert",
    VERTREK: "is van school en gaat naar het archief",
    TERUG: "is er weer",
    WEG: "staat niet meer in het bestand",
}
"""What can happen to a record, with the words on screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One field that would get another value.

    Attributes:
        label: name of the field on screen.
        oud_tekst: the present value in words, empty for none; `nieuw_tekst` likewise.
        aan: whether it is ticked to begin with.
        met_de_hand: the present value was typed here after the last import, and the file says nothing new.
    """

    veld: str
    label: str
    oud: Any
    nieuw: Any
    oud_tekst: str
    nieuw_tekst: str
    aan: bool = True
    met_de_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What would happen to one record.

    Attributes:
        soort: kind of record: `school`, `medewerker`, `groep` or `leerling`.
        actie: key of `ACTIES`. Only for `wijzigen` can fields be chosen one by one.
        id: the record.
        naam: to show.
        toelichting: why, or what goes with it; may be empty.
        regel: line in the file, 0 when it is not in it.
        record: as it is now; None for a new one.
    """

    soort: str
    actie: str
    id: str
    naam: str
    wijzigingen: tuple[Wijziging, ...]
    toelichting: str = ""
    regel: int = 0
    record: Record | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kandidaat:
    """Someone in the archive who may be the person in the file.

    Attributes:
        precies: name and birthday are the same in full.
    """

    id: str
    naam: str
    toelichting: str = ""
    precies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """Someone in the file of whom only the user can say who it is.

    Attributes:
        id: the row; the answer is given under this id.
        soort: `leerling` or `medewerker`.
        naam: name in the file.
        toelichting: e.g. birthday and group.
        reden: why it is asked, one sentence.
        kandidaten: the most likely first.
    """

    id: str
    soort: str
    naam: str
    toelichting: str
    reden: str
    kandidaten: tuple[Kandidaat, ...]
    regel: int = 0


Antwoorden = Mapping[str, str | None]
"""Answers to questions: id of the `Kandidaat` that it is, or None for nobody, by id of the `Vraag`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """All that an import would change.

    Attributes:
        posten: in the order in which they must be written.
        vragen: nothing can be written before these are answered.
        bezwaren: reasons to think that this is the wrong file; the user has to set them aside.
        opmerkingen: what is good to know.
        ongewijzigd: number of records that stay as they are, by kind.
    """

    posten: tuple[Post, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    bezwaren: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()
    ongewijzigd: Mapping[str, int] = field(default_factory=dict)

    def van(self, soort: str | None = None, actie: str | None = None) -> tuple[Post, ...]:
        """The posts of one kind of record, of one action, or both."""
        return tuple(p for p in self.posten if soort in (None, p.soort) and actie in (None, p.actie))


def antwoorden_waar_gelijk(voorstel: Voorstel) -> dict[str, str | None]:
    """Answers for the questions that have exactly one candidate with the same name and birthday.

    A school with dummy keys has hundreds of these at each import; the user confirms them in one go.
    """
    found: dict[str, str | None] = {}
    for vraag in voorstel.vragen:
        same = [each.id for each in vraag.kandidaten if each.precies]
        if len(same) == 1:
            found[vraag.id] = same[0]
    return found


@dataclass(frozen=True, slots=True)
class Keuze:
    """What the user ticked.

    Attributes:
        aan: pairs of record id and field.
        bezwaren_opzij: the user says that it is the right file after all.
    """

    aan: frozenset[tuple[str, str]]
    bezwaren_opzij: bool = False

    @classmethod
    def begin(cls, voorstel: Voorstel) -> "Keuze":
        """The ticks that a proposal starts with.

        Gone from the file is not the same as gone from school, so those posts start unticked.
        """
        return cls(frozenset((post.id, each.veld) for post in voorstel.posten for each in post.wijzigingen if each.aan))

    def met(self, post: Post, aan: bool, veld: str | None = None) -> "Keuze":
        """Tick or untick a post, or one field of it. Only `wijzigen` can be taken field by field."""
        whole = veld is None or post.actie != WIJZIGEN
        punten = {(post.id, each.veld) for each in post.wijzigingen if whole or each.veld == veld}
        return replace(self, aan=self.aan | punten if aan else self.aan - punten)

    def is_aan(self, post: Post, veld: str | None = None) -> bool:
        """Whether a field is ticked, or any field of the post."""
        return any((post.id, each.veld) in self.aan for each in post.wijzigingen if veld in (None, each.veld))
