"""What may leave the school with the consent of the parents (form A.6, section 7): one table, ruling everywhere.

Two choices that the form leaves open: a parent of whom it is not known whether they have gezag counts as one who has,
until that is cleared up, and a pupil without any parent with gezag on record cannot be applied for at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.models.datums import als_datum
from app.models.forms.answers import Answers, rows_of, visible
from app.models.forms.definition import Field, FormDefinition
from app.models.forms.toml_table import Table, parse_toml, quoted

OPEN = "open"
"""The answer of a parent who has not given one."""

NAMELESS = "een ouder zonder naam"

_KEYS = ("id", "label", "versturen", "delen", "grond", "ontbreekt", "herinnering", "waarschuwing", "bij_delen", "brief")


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of the table: what an answer allows.

    Attributes:
        versturen: whether the ZAT application may be sent.
        delen: whether documents may be shared outside the school.
        grond: sharing asks that its ground is recorded.
        ontbreekt: what must happen first where sending is not allowed; in these sentences `{ouder}` is a name.
        herinnering: what remains to be done.
        waarschuwing: what to know before sending.
        bij_delen: what remains to be done and to know where documents may be shared; then said for `herinnering`.
        brief: the line that a parent ticks in the letter, with `{wat}` for what is asked; empty where none says this.
    """

    id: str
    label: str
    versturen: bool
    delen: bool
    grond: bool = False
    ontbreekt: str = ""
    herinnering: str = ""
    waarschuwing: str = ""
    bij_delen: str = ""
    brief: str = ""


Toestemmingstabel = Mapping[str, Regel]
"""The rules by id of the answer."""


@dataclass(frozen=True, slots=True)
class OuderGezag:
    """A parent or carer of the pupil.

    Attributes:
        gezag: key of `GEZAG` in `app.models.leerling`: `ja`, `nee` or `onbekend`.
    """

    naam: str
    gezag: str


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What a parent answered.

    Attributes:
        antwoord: id of a rule; anything else counts as not answered.
        datum: `YYYY-MM-DD`, or empty when it was not recorded.
        grond: from what the consent appears, in words.
    """

    ouder: str
    antwoord: str
    datum: str = ""
    grond: str = ""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What the parents together allow: never more than the strictest of them.

    Attributes:
        mag_versturen: whether the ZAT application may be sent.
        mag_delen: whether documents may be shared outside the school.
        ontbreekt: what must happen before it may be sent.
        waarschuwingen: what to know or still do.
        ontbreekt_voor_delen: what must happen before documents may be shared; empty where it may, or never will.
    """

    mag_versturen: bool
    mag_delen: bool
    ontbreekt: tuple[str, ...] = ()
    waarschuwingen: tuple[str, ...] = ()
    ontbreekt_voor_delen: tuple[str, ...] = ()


def parse_toestemmingstabel(text: str, source: str) -> Toestemmingstabel:
    """Read the table from TOML.

    Parameters:
        source: name of the file, for the sentence when something is wrong.

    Raises:
        DefinitionError: one Dutch sentence: file, place, what to do.
    """
    table = parse_toml(text, source)
    table.only(("antwoord",))
    rules: dict[str, Regel] = {}
    for each in table.tables("antwoord", "antwoord", required=True):
        rule = _rule(each)
        if rule.id in rules:
            raise each.error("dit antwoord staat er twee keer", "haal er een weg")
        rules[rule.id] = rule
    if OPEN not in rules or rules[OPEN].versturen or rules[OPEN].delen:
        raise table.error(
            f"antwoord {quoted(OPEN)} moet er zijn en niets toestaan", "zet versturen en delen daar op false"
        )
    return rules


def _rule(table: Table) -> Regel:
    rule_id = table.identifier()
    table.rename(f"antwoord {quoted(rule_id)}")
    table.only(_KEYS)
    versturen, delen = table.flag("versturen"), table.flag("delen")
    return Regel(
        id=rule_id,
        label=table.text("label", required=True),
        versturen=versturen,
        delen=delen,
        grond=table.flag("grond"),
        ontbreekt=table.text("ontbreekt", required=not versturen),
        herinnering=table.text("herinnering"),
        waarschuwing=table.text("waarschuwing"),
        bij_delen=table.text("bij_delen"),
        brief=table.text("brief"),
    )


def in_brief(tabel: Toestemmingstabel) -> tuple[str, ...]:
    """The lines to tick in the letter that asks for consent; the answers themselves where a table has no such lines."""
    lines = tuple(each.brief for each in tabel.values() if each.brief)
    return lines or tuple(each.label for each in tabel.values() if each.id != OPEN)


def oordeel(tabel: Toestemmingstabel, ouders: Iterable[OuderGezag], antwoorden: Sequence[Antwoord]) -> Oordeel:
    """Judge what may be sent and shared.

    Parameters:
        ouders: all parents and carers of the pupil; who has no gezag is not asked.
        antwoorden: in any order; names are compared without regard to case and white space. Of several answers of one
            parent the latest counts; what has no date, or the same, counts as strictly as it can be read.
    """
    asked = [each for each in ouders if each.gezag != "nee"]
    if not asked:
        zin = "Er is nog geen ouder met gezag bekend; vul eerst bij de leerling in wie gezag heeft."
        return Oordeel(False, False, (zin,), (), (zin,))
    names = [_key(each.naam) for each in asked]
    rules = [
        (each.naam or NAMELESS, *_current(tabel, each, antwoorden, namesakes=names.count(_key(each.naam))))
        for each in asked
    ]
    strangers = _strangers(asked, antwoorden)
    no_ground = tuple(
        f"Schrijf op waaruit het akkoord van {naam} blijkt."
        for naam, rule, answer in rules
        if rule.delen and rule.grond and not answer.grond.strip()
    )
    may_send = all(rule.versturen for _, rule, _ in rules)
    may_share = may_send and all(rule.delen for _, rule, _ in rules)
    return Oordeel(
        mag_versturen=may_send,
        mag_delen=may_share and not no_ground,
        ontbreekt=tuple(_said(rule.ontbreekt, naam) for naam, rule, _ in rules if not rule.versturen),
        waarschuwingen=(*_warnings(rules, share=may_share), *_unclear(asked, rules), *strangers),
        ontbreekt_voor_delen=no_ground if may_share else (),
    )


def antwoorden_uit(definitie: FormDefinition, antwoorden: Answers) -> list[Antwoord]:
    """The parents' answers as a form holds them; none while the form does not ask for consent."""
    found = definitie.field_by_role("toestemming")
    if found is None or not visible(found[1], antwoorden):
        return []
    field = found[1]
    return [
        Antwoord(**{rol: _cell(field, row, rol) for rol in ("ouder", "antwoord", "datum", "grond")})
        for row in rows_of(field, antwoorden)
    ]


def _cell(field: Field, row: Mapping[str, Any], rol: str) -> str:
    column = field.column(rol)
    return str(row.get(column.id) or "") if column else ""


def _key(naam: str) -> str:
    return " ".join(naam.casefold().split())


def _current(
    tabel: Toestemmingstabel, ouder: OuderGezag, answers: Sequence[Antwoord], namesakes: int
) -> tuple[Regel, Antwoord]:
    own = [each for each in answers if _key(each.ouder) and _key(each.ouder) == _key(ouder.naam)]
    if len(own) < namesakes:
        return tabel[OPEN], Antwoord(ouder.naam, OPEN)
    latest = max((each.datum for each in own if als_datum(each.datum)), default="")
    # Two parents of one name: nobody can tell whose answer is whose, so all of them count.
    candidates = [each for each in own if namesakes > 1 or each.datum == latest or not als_datum(each.datum)]
    judged = [(tabel.get(each.antwoord, tabel[OPEN]), each) for each in candidates]
    return min(judged, key=lambda pair: (pair[0].versturen, pair[0].delen, not pair[0].grond, bool(pair[1].grond)))


def _said(sentence: str, naam: str) -> str:
    said = sentence.replace("{ouder}", naam)
    return said[:1].upper() + said[1:]


def _warnings(rules: list[tuple[str, Regel, Antwoord]], *, share: bool) -> list[str]:
    sentences = [
        _said(sentence, naam)
        for naam, rule, _ in rules
        for sentence in (rule.waarschuwing, (share and rule.bij_delen) or rule.herinnering)
        if sentence
    ]
    return list(dict.fromkeys(sentences))


def _unclear(asked: list[OuderGezag], rules: list[tuple[str, Regel, Antwoord]]) -> list[str]:
    gezag = [f"Zoek uit of {each.naam} gezag heeft." for each in asked if each.gezag != "ja"]
    undated = [
        f"Vul in op welke dag {naam} antwoord gaf."
        for naam, rule, answer in rules
        if rule.id != OPEN and not als_datum(answer.datum)
    ]
    return [*gezag, *undated]


def _strangers(asked: list[OuderGezag], answers: Sequence[Antwoord]) -> list[str]:
    known = {_key(each.naam) for each in asked}
    names = [each.ouder for each in answers if _key(each.ouder) and _key(each.ouder) not in known]
    return [
        f"Het antwoord van {naam} telt niet mee: die naam hoort niet bij een ouder met gezag."
        for naam in dict.fromkeys(names)
    ]
