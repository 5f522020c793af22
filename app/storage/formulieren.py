"""Forms about pupils: begun, opened with all that the meeting needs beside it, closed and corrected."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from app.models.afspraken import uit_formulier
from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Definitie, Formulier
from app.models.forms.answers import answer_of, plain_text
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition
from app.models.gesprek import Gesprek
from app.models.handelingsplan import handelingsplan_uit
from app.models.ids import new_id
from app.models.leerling import Leerling, Ouder, Ouderschap, Plan
from app.models.lijkt_op import Actie
from app.models.school import Groep
from app.storage import gespreksuitkomst, routeuitkomst
from app.storage.archive import Archive, now
from app.storage.besprekingen import afronden_als_klaar
from app.storage.codec import to_record
from app.storage.errors import Refused
from app.storage.gespreksuitkomst import gesprek_van
from app.storage.rondom import namen, niveau_op, plannen_op


@dataclass(frozen=True, slots=True)
class OuderVan:
    """A parent or carer as seen from one pupil."""

    ouder: Ouder
    ouderschap: Ouderschap


@dataclass(frozen=True, slots=True)
class Blad:
    """A form on the table, with what belongs beside it.

    Attributes:
        niveau: the pupil's support level today, or None when none was set.
        plannen: the pupil's plans that run today, and the groepsplannen of the group.
        acties: what was tried before, newest first; out of the pupil's earlier forms.
        vorige: the last form of another meeting, or None; of a conversation: of another one of whatever kind.
        vorige_afspraken: the agreements of that form.
        doel: the goal of that form, as it still stands; empty when there is none.
        medewerkers: names to choose from where a person is asked; the group's teachers first.
        gesprek: the conversation that the form reports, or None.
    """

    formulier: Formulier
    definitie: FormDefinition
    leerling: Leerling
    groep: Groep | None
    niveau: int | None
    plannen: tuple[Plan, ...]
    ouders: tuple[OuderVan, ...]
    medewerkers: tuple[str, ...]
    acties: tuple[Actie, ...]
    vorige: Formulier | None
    vorige_definitie: FormDefinition | None
    vorige_afspraken: tuple[Afspraak, ...]
    doel: str
    bespreking: Bespreking | None
    agendapunt: Agendapunt | None
    gesprek: Gesprek | None = None


class FormulierGesloten(Refused):
    """The form was vastgesteld; a correction makes a new version."""

    def __init__(self) -> None:
        super().__init__(
            "Dit formulier is al vastgesteld, dus er verandert niets meer in: maak een correctie als iets anders moet."
        )


_definitions: dict[str, FormDefinition] = {}


def definition_of(archive: Archive, definitie_id: str) -> FormDefinition:
    """The definition that a form was begun with; parsed once.

    Raises:
        KeyError: the archive holds no such definition.
    """
    definitie = archive.get(Definitie, definitie_id)
    if definitie is None:
        raise KeyError(f"definitie {definitie_id}")
    if definitie.vingerafdruk not in _definitions:
        _definitions[definitie.vingerafdruk] = parse_definition(definitie.tekst, f"{definitie.naam}.toml")
    return _definitions[definitie.vingerafdruk]


def keep_definition(archive: Archive, naam: str, versie: int, tekst: str, author: str) -> str:
    """Make sure the archive holds this text of a definition, so that forms begun with it keep it.

    Returns:
        Id of its `Definitie`.
    """
    fingerprint = hashlib.sha256(tekst.encode()).hexdigest()
    known = archive.all(Definitie, naam=naam, vingerafdruk=fingerprint)
    if known:
        return known[0].id
    definitie = Definitie(naam=naam, versie=versie, vingerafdruk=fingerprint, tekst=tekst)
    archive.add(definitie, author)
    return definitie.id


@dataclass(frozen=True, slots=True)
class Begin:
    """What a new form begins with.

    Attributes:
        definitie: the definition and its text as read from file.
        agendapunt: the place on a meeting's agenda it is filled in for, or None.
        spreker: name of whom the words are.
    """

    definitie: tuple[FormDefinition, str]
    leerling: str
    datum: date
    spreker: str
    bespreking: str | None = None
    agendapunt: str | None = None


def begin(archive: Archive, new: Begin, author: str) -> str:
    """Begin a form, or give the one that was already begun for this place on the agenda.

    Returns:
        Id of the form.
    """
    with archive.batch():
        punt = archive.get(Agendapunt, new.agendapunt)
        if punt is not None and punt.formulier:
            return punt.formulier
        definitie, tekst = new.definitie
        form_id = new_id()
        formulier = Formulier(
            id=form_id,
            soort=definitie.naam,
            definitie=keep_definition(archive, definitie.naam, definitie.versie, tekst, author),
            leerling=new.leerling,
            bespreking=new.bespreking,
            datum=new.datum,
            stam=form_id,
            spreker=new.spreker,
        )
        archive.add(formulier, author)
        if punt is not None:
            archive.write("agendapunt", punt.id, {"formulier": form_id}, author)
    return form_id


def open_blad(archive: Archive, formulier_id: str, today: date) -> Blad:
    """Read a form with all that belongs beside it.

    Raises:
        KeyError: no such form.
    """
    formulier = archive.get(Formulier, formulier_id)
    leerling = archive.get(Leerling, formulier.leerling) if formulier else None
    if formulier is None or leerling is None:
        raise KeyError(f"formulier {formulier_id}")
    definitie = definition_of(archive, formulier.definitie)
    gesprek = gesprek_van(archive, formulier.stam)
    earlier = _earlier_forms(archive, formulier, _SOORTEN_GESPREK if gesprek else _SOORTEN_ZELFDE)
    vorige = earlier[0] if earlier else None
    punten = archive.all(Agendapunt, formulier=formulier.id)
    groep = archive.get(Groep, leerling.groep)
    return Blad(
        formulier=formulier,
        definitie=definitie,
        leerling=leerling,
        groep=groep,
        niveau=niveau_op(archive, leerling.id, today),
        plannen=plannen_op(archive, leerling, today),
        ouders=ouders_van(archive, leerling.id),
        medewerkers=namen(archive, groep),
        acties=tuple(actie for form in earlier for actie in acties_uit(definition_of(archive, form.definitie), form)),
        vorige=vorige,
        vorige_definitie=definition_of(archive, vorige.definitie) if vorige else None,
        vorige_afspraken=tuple(archive.all(Afspraak, formulier=vorige.stam)) if vorige else (),
        doel=_goal(archive, vorige) if vorige else "",
        bespreking=archive.get(Bespreking, formulier.bespreking),
        agendapunt=punten[0] if punten else None,
        gesprek=gesprek,
    )


def vaststellen(archive: Archive, formulier_id: str, author: str, dag: date | None = None) -> None:
    """Make a form read-only, and what was decided in it real: afspraken with a state, the handelingsplan, the level.

    With the last form on the agenda, the meeting has been held; with its report, a conversation. An OPP gives its plan
    the period, the minutes of an MPO give it the outcome.

    Parameters:
        dag: today, when another day counts as such.

    Raises:
        KeyError: no such form.
        FormulierGesloten: it was vastgesteld before.
        Refused: the minutes of an MPO that is still to come, or on whose outcome the route rests; one Dutch sentence.
    """
    formulier = find_open(archive, formulier_id)
    with archive.batch():
        afspraken_bijwerken(archive, formulier_id, author)
        _handelingsplan_bijwerken(archive, formulier, author)
        definitie = definition_of(archive, formulier.definitie)
        dag = dag or date.today()
        gespreksuitkomst.bijwerken(archive, definitie, formulier, dag, author)
        routeuitkomst.bijwerken(archive, definitie, formulier, dag, author)
        archive.write("formulier", formulier.id, {"vastgesteld_op": now()}, author)
        archive.seal(formulier.id)
        afronden_als_klaar(archive, formulier.bespreking, author)


def afspraken_bijwerken(archive: Archive, formulier_id: str, author: str) -> None:
    """Bring the afspraken in line with what the form says now; their state is kept."""
    formulier = find_formulier(archive, formulier_id)
    known = archive.all(Afspraak, formulier=formulier.stam)
    with archive.batch():
        for afspraak in uit_formulier(definition_of(archive, formulier.definitie), formulier, known):
            archive.add(afspraak, author)


def corrigeren(archive: Archive, formulier_id: str, author: str) -> str:
    """Begin a new version of a form that was vastgesteld; the old one stays as it is.

    Returns:
        Id of the new version, or of the one that was already begun.
    """
    vorige = find_formulier(archive, formulier_id)
    begun = archive.all(Formulier, vorige=vorige.id)
    if begun:
        return begun[0].id
    with archive.batch():
        correctie = replace(
            vorige, id=new_id(), versie=vorige.versie + 1, vorige=vorige.id, vastgesteld_op=None, in_dossier_op=None
        )
        archive.add(correctie, author)
        for punt in archive.all(Agendapunt, formulier=vorige.id):
            archive.write("agendapunt", punt.id, {"formulier": correctie.id}, author)
    return correctie.id


def versies(archive: Archive, stam: str) -> list[Formulier]:
    """All versions of a form, the first one first."""
    return sorted(archive.all(Formulier, stam=stam), key=lambda each: each.versie)


def ouders_van(archive: Archive, leerling_id: str) -> tuple[OuderVan, ...]:
    """The parents and carers of a pupil, in the school's order."""
    ties = sorted(archive.all(Ouderschap, leerling=leerling_id), key=lambda each: each.volgorde)
    people = ((archive.get(Ouder, tie.ouder), tie) for tie in ties)
    return tuple(OuderVan(ouder, tie) for ouder, tie in people if ouder is not None and not ouder.verwijderd_op)


def acties_uit(definitie: FormDefinition, formulier: Formulier) -> list[Actie]:
    """The actions that a form tells of, as they are compared with new proposals (form A.6, section 2)."""
    found = definitie.field_by_role("acties")
    if found is None:
        return []
    section, field = found
    columns = {rol: column.id for rol in _ACTIE_ROLLEN if (column := field.column(rol)) is not None}
    rows = formulier.antwoorden.get(section.id, {}).get(field.id) or []
    return [
        Actie(
            leerling=formulier.leerling,
            datum=formulier.datum,
            **{rol: str(row.get(columns.get(rol, "")) or "") for rol in _ACTIE_ROLLEN},
        )
        for row in rows
    ]


_ACTIE_ROLLEN = ("actie", "periode", "door", "resultaat", "opmerking")


def evaluatie_afronden(archive: Archive, formulier_id: str, resultaat: str, author: str) -> None:
    """The evaluation was held: its afspraak is done, with what came of it in words."""
    formulier = archive.get(Formulier, formulier_id)
    for afspraak in archive.all(Afspraak, formulier=formulier.stam, soort="evaluatie") if formulier else ():
        done = {"staat": "gedaan", "resultaat": resultaat, "afgerond_op": now()}
        archive.write("afspraak", afspraak.id, done, author)


def _handelingsplan_bijwerken(archive: Archive, formulier: Formulier, author: str) -> None:
    leerling = archive.get(Leerling, formulier.leerling)
    groepsplannen = archive.all(Plan, soort="groepsplan", groep=leerling.groep) if leerling else []
    plan = handelingsplan_uit(definition_of(archive, formulier.definitie), formulier, tuple(groepsplannen))
    if plan is not None:
        archive.add(plan, author)


def find_formulier(archive: Archive, formulier_id: str) -> Formulier:
    """A form by its id.

    Raises:
        KeyError: no such form.
    """
    formulier = archive.get(Formulier, formulier_id)
    if formulier is None:
        raise KeyError(f"formulier {formulier_id}")
    return formulier


def find_open(archive: Archive, formulier_id: str) -> Formulier:
    """A form by its id, that may still change.

    Raises:
        KeyError: no such form.
        FormulierGesloten: it was vastgesteld.
    """
    formulier = find_formulier(archive, formulier_id)
    if formulier.vastgesteld_op:
        raise FormulierGesloten
    return formulier


_SOORTEN_ZELFDE = "soort = :soort"
_SOORTEN_GESPREK = "EXISTS (SELECT 1 FROM gesprek AS g WHERE g.formulier = f.stam AND g.verwijderd_op IS NULL)"
"""Which earlier forms belong beside a form: those of its own kind; beside a conversation those of any conversation."""


def _earlier_forms(archive: Archive, formulier: Formulier, soorten: str) -> list[Formulier]:
    """The newest version of each other form of this pupil that was vastgesteld, newest meeting first.

    Parameters:
        soorten: one of `_SOORTEN_...`.
    """
    rows = archive.query(
        f"""SELECT * FROM formulier AS f WHERE leerling = :leerling AND stam <> :stam AND verwijderd_op IS NULL
            AND vastgesteld_op IS NOT NULL AND {soorten}
            AND NOT EXISTS (SELECT 1 FROM formulier AS n WHERE n.stam = f.stam AND n.versie > f.versie
                            AND n.vastgesteld_op IS NOT NULL AND n.verwijderd_op IS NULL)
            ORDER BY datum DESC, id DESC""",
        {"leerling": formulier.leerling, "stam": formulier.stam, "soort": formulier.soort},
    )
    return [to_record(Formulier, row) for row in rows]


def _goal(archive: Archive, formulier: Formulier) -> str:
    found = definition_of(archive, formulier.definitie).field_by_role("doel")
    return plain_text(found[1], answer_of(found[1], formulier.antwoorden)) if found else ""
