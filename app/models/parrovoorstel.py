"""What a list from Parro changes: who is new, who moved, who is gone. Nobody is ever planned twice."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.models.datums import kort, lang
from app.models.gesprek import Gesprek
from app.models.kalender import Kalender
from app.models.parronamen import Kind, woorden
from app.models.parrotijden import Gelezen, Misser, Tijd

NIEUW = "nieuw"
VERPLAATST = "verplaatst"
GELIJK = "gelijk"
WEG = "weg"

NIET_NODIG = "{naam} hoeft op dit moment geen gesprek."
DUBBEL = "{naam} staat al op regel {regel}, op {datum} om {tijd}. Haal er een weg."
WELKE_OUDER = "De ouders van {naam} hebben elk een eigen gesprek. Zet erbij met welke ouder dit is."
AL_GEHOUDEN = "Het gesprek over {naam} is al gehouden, op {datum}. Dat blijft zo."
AFGEZEGD = "Dit gesprek over {naam} is afgezegd. Haal het in Parro weg, of kies daar een andere tijd."
ANDER_JAAR = "{datum} valt buiten dit schooljaar. Kijk het jaartal na."
GEEN_SCHOOLDAG = "Op {datum} is er geen school."
BUITEN_MOMENT = "{datum} ligt buiten de dagen van dit moment."


@dataclass(frozen=True, slots=True)
class Parropost:
    """One change of the proposal.

    Attributes:
        soort: `NIEUW`, `VERPLAATST`, `GELIJK` or `WEG`.
        kind: about whom.
        ouder, extra: which of the conversations of this pupil.
        tijd: when, according to the table; None when it is no longer in it.
        gesprek: the conversation as it is planned here, or None.
        let_op: what is strange about it, or empty.
    """

    soort: str
    kind: Kind
    ouder: str = ""
    extra: str = ""
    tijd: Tijd | None = None
    gesprek: Gesprek | None = None
    let_op: str = ""


@dataclass(frozen=True, slots=True)
class Parrovoorstel:
    """What a pasted table would change.

    Attributes:
        posten: by kind of change, then by line.
        missers: rows that can't be used, by line.
        vrij: how many times are in the table that nobody chose.
    """

    posten: tuple[Parropost, ...] = ()
    missers: tuple[Misser, ...] = ()
    vrij: int = 0

    def van(self, soort: str) -> tuple[Parropost, ...]:
        """The changes of one kind."""
        return tuple(each for each in self.posten if each.soort == soort)


def vergelijk(
    gelezen: Gelezen,
    kinderen: Iterable[Kind],
    bestaand: Iterable[Gesprek],
    kalender: Kalender,
    dagen: Sequence[date] = (),
    vandaag: date = date.min,
) -> Parrovoorstel:
    """Compare what was read with what is planned.

    Parameters:
        kinderen: all pupils it can be about.
        bestaand: conversations of this moment that are there already, whatever became of them.
        kalender: of the school year, to notice days without school.
        dagen: school days of the moment; a day outside them is noticed.
        vandaag: what was before it can't be gone from the list: Parro no longer shows it.
    """
    here: dict[str, list[Gesprek]] = defaultdict(list)
    for gesprek in bestaand:
        here[gesprek.leerling].append(gesprek)
    posten: list[Parropost] = []
    missers = list(gelezen.missers)
    by_pupil: dict[str, list[Tijd]] = defaultdict(list)
    for tijd in gelezen.tijden:
        by_pupil[tijd.kind.id].append(tijd)
    for times in by_pupil.values():
        done = _Leerling(times[0].kind, here[times[0].kind.id], kalender, dagen)
        for tijd in sorted(times, key=lambda each: (each.datum, each.tijd, each.regel)):
            found = done.post(tijd)
            if isinstance(found, Parropost):
                posten.append(found)
            elif found:
                missers.append(Misser(tijd.regel, tijd.tekst, found))
    coming = {who: [each for each in these if each.datum and each.datum >= vandaag] for who, these in here.items()}
    posten += _weg(kinderen, {each.kind.groep for each in gelezen.tijden}, coming, posten)
    order = (NIEUW, VERPLAATST, GELIJK, WEG)
    posten.sort(key=lambda each: (order.index(each.soort), each.tijd.regel if each.tijd else 0, each.kind.naam))
    missers.sort(key=lambda each: each.regel)
    return Parrovoorstel(tuple(posten), tuple(missers), gelezen.vrij)


class _Leerling:
    """Gives the times of one pupil to the conversations that the pupil needs."""

    def __init__(self, kind: Kind, here: Sequence[Gesprek], kalender: Kalender, dagen: Sequence[date]) -> None:
        self._kind = kind
        self._here = here
        self._kalender = kalender
        self._dagen = dagen
        self._given: dict[tuple[str, str], Tijd] = {}

    def post(self, tijd: Tijd) -> Parropost | str:
        """The change that follows from a time, or the sentence why there is none; empty for a row that is a double."""
        naam = self._kind.naam
        if any((each.datum, each.tijd) == (tijd.datum, tijd.tijd) for each in self._given.values()):
            return ""  # a row for each parent of the same conversation
        if not self._kalender.eerste_dag <= tijd.datum <= self._kalender.laatste_dag:
            return ANDER_JAAR.format(datum=lang(tijd.datum))
        if not self._kind.verwacht:
            return NIET_NODIG.format(naam=naam)
        which = self._welk(tijd)
        if isinstance(which, str):
            return which
        self._given[which] = tijd
        return self._vergelijk(tijd, which)

    def _welk(self, tijd: Tijd) -> tuple[str, str] | str:
        """Which conversation a time is of: that of the parent in the row, or the next that has none."""
        naam = self._kind.naam
        open_ones = [each for each in self._kind.verwacht if each not in self._given]
        if not open_ones:
            first = next(iter(self._given.values()))
            datum = kort(first.datum)
            return DUBBEL.format(naam=naam, regel=first.regel, datum=datum, tijd=first.tijd)
        parents = {ouder for ouder, _extra in self._kind.verwacht if ouder}
        if len(parents) > 1:
            ouder = _genoemd({each: self._kind.ouders.get(each, "") for each in parents}, tijd.verder)
            open_ones = [each for each in open_ones if each[0] == ouder] if ouder else []
            if not open_ones:
                return WELKE_OUDER.format(naam=naam)
        planned = {(each.ouder or "", each.extra) for each in self._here if _zelfde_tijd(each, tijd)}
        return next((each for each in open_ones if each in planned), open_ones[0])

    def _vergelijk(self, tijd: Tijd, which: tuple[str, str]) -> Parropost | str:
        ouder, extra = which
        post = Parropost(NIEUW, self._kind, ouder, extra, tijd, let_op=self._let_op(tijd))
        same = [each for each in self._here if (each.ouder or "", each.extra) == which and not each.verwijderd_op]
        held = next((each for each in same if each.staat == "gehouden"), None)
        if held is not None:
            if held.datum == tijd.datum:
                return replace(post, soort=GELIJK, gesprek=held, let_op="")
            return AL_GEHOUDEN.format(naam=self._kind.naam, datum=lang(held.datum) if held.datum else "eerder")
        planned = next((each for each in same if each.staat == "gepland"), None)
        if planned is not None:
            soort = GELIJK if _zelfde_tijd(planned, tijd) else VERPLAATST
            return replace(post, soort=soort, gesprek=planned)
        if any(_zelfde_tijd(each, tijd) and each.staat in ("afgezegd", "niet_verschenen") for each in same):
            return AFGEZEGD.format(naam=self._kind.naam)
        optional = next((each for each in same if each.staat == "niet_nodig"), None)
        return replace(post, gesprek=optional)  # it was not asked for, and now it is: the same conversation

    def _let_op(self, tijd: Tijd) -> str:
        datum = kort(tijd.datum)
        if not self._kalender.is_schooldag(tijd.datum):
            return GEEN_SCHOOLDAG.format(datum=datum)
        return BUITEN_MOMENT.format(datum=datum) if self._dagen and tijd.datum not in self._dagen else ""


def _weg(
    kinderen: Iterable[Kind],
    groepen: set[str],
    coming: dict[str, list[Gesprek]],
    posten: Sequence[Parropost],
) -> list[Parropost]:
    """Conversations from an earlier paste that are no longer in this one, of the groups that it is about."""
    kept = {each.gesprek.id for each in posten if each.gesprek}
    return [
        Parropost(WEG, kind, gesprek.ouder or "", gesprek.extra, gesprek=gesprek)
        for kind in kinderen
        if kind.groep in groepen
        for gesprek in coming.get(kind.id, [])
        if gesprek.bron == "parro" and gesprek.staat == "gepland" and gesprek.id not in kept
    ]


def _zelfde_tijd(gesprek: Gesprek, tijd: Tijd) -> bool:
    return (gesprek.datum, gesprek.tijd) == (tijd.datum, tijd.tijd)


def _genoemd(ouders: dict[str, str], text: str) -> str:
    """The one parent who is named in a text, by a word that the other parent's name lacks; empty if none or several."""
    said = set(woorden(text))
    named = []
    for ouder, naam in ouders.items():
        others = {word for id_, other in ouders.items() if id_ != ouder for word in woorden(other)}
        if said & (set(woorden(naam)) - others):
            named.append(ouder)
    return named[0] if len(named) == 1 else ""
