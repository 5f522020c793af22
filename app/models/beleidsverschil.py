"""What another policy would change in a school year: moments before and after, and the conversations under them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.models.gespreksbeleid.definition import Beleid, Soort
from app.models.gespreksbeleid.woorden import (
    bijlage_in_woorden,
    duur_in_woorden,
    formulier_in_woorden,
    niveau_in_woorden,
    planner_in_woorden,
    verslag_in_woorden,
    voor_wie,
    wie_erbij,
)
from app.models.jaarplan import Gespreksmoment, Jaarplan


@dataclass(frozen=True, slots=True)
class Momentverschil:
    """What happens to one moment.

    Attributes:
        sleutel: id of the moment.
        wat: `nieuw`, `weg`, `anders` or `gelijk`.
        voor, na: the moment before and after, None where there is none.
        redenen: what else than the days changes, in words.
        gepland, gehouden: conversations of a moment that goes away; they stay as they are.
    """

    sleutel: str
    wat: str
    voor: Gespreksmoment | None
    na: Gespreksmoment | None
    redenen: tuple[str, ...] = ()
    gepland: int = 0
    gehouden: int = 0

    @property
    def titel(self) -> str:
        """Title as it will be, or as it was."""
        found = self.na or self.voor
        return found.titel if found else self.sleutel

    @property
    def blijven(self) -> str:
        """What happens to the conversations under a moment that goes away, in a sentence; empty without any."""
        parts = [
            f"{number} {words}" for number, words in ((self.gepland, "gepland"), (self.gehouden, "gehouden")) if number
        ]
        if not parts:
            return ""
        one = self.gepland + self.gehouden == 1
        verb, place = ("gesprek blijft", "het staat") if one else ("gesprekken blijven", "ze staan")
        return f"{' en '.join(parts)} {verb} bewaard; {place} op de bladzijde van het kind."


@dataclass(frozen=True, slots=True)
class Beleidsverschil:
    """All that changes.

    Attributes:
        momenten: by date; those that stay as they are too.
        regels: what changes apart from moments, in sentences.
        knelpunten: what can't be or is tight in the new plan and was not in the old one.
    """

    momenten: tuple[Momentverschil, ...]
    regels: tuple[str, ...]
    knelpunten: tuple[str, ...] = ()

    @property
    def veranderd(self) -> tuple[Momentverschil, ...]:
        """The moments that do not stay as they are."""
        return tuple(each for each in self.momenten if each.wat != "gelijk")

    @property
    def leeg(self) -> bool:
        """Whether nothing changes."""
        return not self.veranderd and not self.regels


def vergelijk(voor: Jaarplan, na: Jaarplan, gesprekken: Mapping[str, tuple[int, int]] | None = None) -> Beleidsverschil:
    """Compare two plans of the same school year.

    Parameters:
        gesprekken: `(planned, held)` conversations by id of the moment.
    """
    counts = gesprekken or {}
    before = {each.sleutel: each for each in voor.momenten}
    after = {each.sleutel: each for each in na.momenten}
    keys = [*after, *(key for key in before if key not in after)]
    found = [_moment(key, before.get(key), after.get(key), after, counts) for key in keys]
    in_order = sorted(found, key=lambda each: _when(each.na or each.voor))
    known = {each.tekst for each in voor.opmerkingen}
    tight = tuple(each.tekst for each in na.opmerkingen if each.ernst != "info" and each.tekst not in known)
    return Beleidsverschil(tuple(in_order), tuple(_rules(voor.beleid, na.beleid)), tight)


def _moment(
    key: str,
    voor: Gespreksmoment | None,
    na: Gespreksmoment | None,
    after: Mapping[str, Gespreksmoment],
    counts: Mapping[str, tuple[int, int]],
) -> Momentverschil:
    if na is None:
        basis = key.partition("/")[0]
        goes = "/" not in key and not any(each.basis == basis for each in after.values())
        planned, held = counts.get(basis, (0, 0)) if goes else (0, 0)
        return Momentverschil(key, "weg", voor, None, gepland=planned, gehouden=held)
    if voor is None:
        return Momentverschil(key, "nieuw", None, na)
    reasons = tuple(_reasons(voor, na))
    changed = reasons or voor.dagen != na.dagen
    return Momentverschil(key, "anders" if changed else "gelijk", voor, na, reasons)


def _reasons(voor: Gespreksmoment, na: Gespreksmoment) -> Iterator[str]:
    if voor.titel != na.titel:
        yield f"heette {voor.titel}"
    if voor.soort.id != na.soort.id:
        yield f"was een {voor.soort.titel.lower()}, wordt een {na.soort.titel.lower()}"
    if voor.jaargroepen != na.jaargroepen:
        yield f"was voor {voor_wie(voor.jaargroepen)}, wordt voor {voor_wie(na.jaargroepen)}"
    if voor.verplicht != na.verplicht:
        yield "wordt verplicht" if na.verplicht else "wordt een aanbod"


def _rules(voor: Beleid, na: Beleid) -> Iterator[str]:
    yield from _told("Verslag", verslag_in_woorden(voor), verslag_in_woorden(na))
    yield from _told("Wie aansluit", niveau_in_woorden(voor), niveau_in_woorden(na))
    yield from _told("Formulier", formulier_in_woorden(voor), formulier_in_woorden(na))
    before = {each.id: each for each in voor.soorten}
    for soort in na.soorten:
        if soort.id in before:
            yield from _kind(before[soort.id], soort)
        else:
            yield f"Nieuwe soort: {soort.titel}."
    kept = {each.id for each in na.soorten}
    yield from (f"{soort.titel} staat er niet meer in." for soort in voor.soorten if soort.id not in kept)


def _kind(voor: Soort, na: Soort) -> Iterator[str]:
    if voor.titel != na.titel:
        yield f"{voor.titel} heet voortaan {na.titel}."
    for words in (duur_in_woorden, wie_erbij, planner_in_woorden, bijlage_in_woorden):
        yield from _told(na.titel, words(voor), words(na))
    if voor.formulier != na.formulier or voor.vragen != na.vragen:
        yield f"{na.titel}: het verslagformulier wordt een ander."
    if voor.categorie != na.categorie:
        yield f"{na.titel}: de categorie in ParnasSys was {voor.categorie}, wordt {na.categorie}."
    if voor.extra_bij != na.extra_bij or voor.plan_bespreken != na.plan_bespreken:
        yield f"{na.titel}: wat er bij een plan of OPP extra gebeurt, verandert."


def _told(about: str, voor: str, na: str) -> Iterable[str]:
    return () if voor == na else (f"{about}: was {voor}, wordt {na}.",)


def _when(moment: Gespreksmoment | None) -> Any:
    day = moment.van if moment else None
    return (day is None, day.toordinal() if day else 0, moment.sleutel if moment else "")
