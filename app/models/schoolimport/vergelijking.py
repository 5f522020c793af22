"""What all steps of a comparison share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.models.leerling import Leerling
from app.models.records import Record
from app.models.school import Medewerker
from app.models.schoolimport.aanlevering import Aanlevering, LeerlingRegel, MedewerkerRegel, is_stabiel
from app.models.schoolimport.bestand import Bestand
from app.models.schoolimport.klassen import Indeling
from app.models.schoolimport.koppelen import Koppelingen, Persoon, is_precies, koppel
from app.models.schoolimport.velden import dag, wijzigingen
from app.models.schoolimport.voorstel import NIEUW, WIJZIGEN, Antwoorden, Kandidaat, Post, Vraag, Wijziging

STAAT = frozenset({"gearchiveerd_op", "uit_dienst_op", "opgeheven_op"})
"""Fields that say since when someone or something is no longer here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """The two sides and what has been worked out about them.

    Attributes:
        schooljaar: year of the file; the archive's where the file does not say.
        leerlingen, medewerkers: who in the file is who in the archive.
        groep_van_klas: id of the group, known or new, by id of the `Klas`.
        namen: names of groups and staff by id, known or new.
    """

    aanlevering: Aanlevering
    bestand: Bestand
    vandaag: date
    schooljaar: str
    indeling: Indeling
    leerlingen: Koppelingen
    medewerkers: Koppelingen
    groep_van_klas: Mapping[str, str]
    namen: Mapping[str, str]


def maak_post(
    v: Vergelijking,
    kind: type[Record],
    actie: str,
    record: Record | None,
    waarden: Mapping[str, Any],
    **getoond: Any,
) -> Post | None:
    """A post for what changes about one record; None when nothing does.

    Parameters:
        actie: key of `ACTIES`.
        record: as it is now, None when it is new.
        waarden: what would be written.
        getoond: `id` of a new record, `naam`, and if wanted `regel`, `toelichting` of the `Post`.
    """
    changed = wijzigingen(v.bestand, kind, record, waarden, v.namen)
    if not changed:
        return None
    if actie not in (NIEUW, WIJZIGEN):
        changed = _as_one(changed)
    if record is not None:
        getoond["id"] = record.id
    return Post(soort=kind.kind, actie=actie, wijzigingen=changed, record=record, **getoond)


def met_vinkje(post: Post, aan: bool) -> Post:
    """The same post, ticked or unticked to begin with."""
    return replace(post, wijzigingen=tuple(replace(each, aan=aan) for each in post.wijzigingen))


def _as_one(changed: tuple[Wijziging, ...]) -> tuple[Wijziging, ...]:
    """Leaving and returning are decided as a whole, by the date that says so; other values set by hand stay."""
    state = next(each for each in changed if each.veld in STAAT)
    return tuple(replace(each, aan=state.aan) for each in changed if each is state or not each.met_de_hand)


def losgelaten(
    v: Vergelijking,
    known: Sequence[Leerling] | Sequence[Medewerker],
    rows: Sequence[LeerlingRegel] | Sequence[MedewerkerRegel],
    koppelingen: Koppelingen,
) -> list[Post]:
    """Records that lose their key, because the user said that the file has it for somebody else."""
    decided = [row for row in rows if is_stabiel(row.key) and row.id not in koppelingen.onzeker]
    owner = {row.key: koppelingen.paren.get(row.id, row.id) for row in decided}
    rekeyed = set(owner.values())
    posts = [
        maak_post(v, type(each), WIJZIGEN, each, {"bron_key": ""}, naam=each.naam, toelichting=_LOS)
        for each in known
        if each.id not in rekeyed and each.bron_key in owner
    ]
    return [post for post in posts if post is not None]


_LOS = "De sleutel hoort in de administratie nu bij iemand anders."


def koppel_leerlingen(aanlevering: Aanlevering, bestand: Bestand, antwoorden: Antwoorden) -> Koppelingen:
    """Who is who among the pupils; where a key stands twice in the archive, the pupil who is at school has it."""
    known = sorted(bestand.leerlingen, key=lambda each: each.gearchiveerd_op is None)
    return koppel(
        [Persoon.van(each) for each in aanlevering.leerlingen], [Persoon.van(each) for each in known], antwoorden
    )


def koppel_medewerkers(aanlevering: Aanlevering, bestand: Bestand, antwoorden: Antwoorden) -> Koppelingen:
    """Who is who among the staff; whoever works here has a key that stands twice."""
    known = sorted(bestand.medewerkers, key=lambda each: each.uit_dienst_op is None)
    rows = [Persoon.van(each) for each in aanlevering.medewerkers or ()]
    return koppel(rows, [Persoon.van(each) for each in known], antwoorden)


def vragen(v: Vergelijking) -> tuple[Vraag, ...]:
    """The questions of which the answers miss, staff first."""
    known: dict[str, Leerling | Medewerker] = {each.id: each for each in v.bestand.medewerkers}
    known |= {each.id: each for each in v.bestand.leerlingen}
    rows: tuple[tuple[str, Koppelingen, tuple[LeerlingRegel | MedewerkerRegel, ...]], ...] = (
        ("medewerker", v.medewerkers, v.aanlevering.medewerkers or ()),
        ("leerling", v.leerlingen, v.aanlevering.leerlingen),
    )
    return tuple(
        _vraag(soort, row, koppelingen, known)
        for soort, koppelingen, regels in rows
        for row in regels
        if row.id in koppelingen.onzeker
    )


def _vraag(
    soort: str,
    row: LeerlingRegel | MedewerkerRegel,
    koppelingen: Koppelingen,
    known: Mapping[str, Leerling | Medewerker],
) -> Vraag:
    onzeker = koppelingen.onzeker[row.id]
    person = Persoon.van(row)
    kandidaten = [
        Kandidaat(
            id=each,
            naam=known[each].naam,
            toelichting=_herkenning(known[each]),
            precies=is_precies(person, Persoon.van(known[each])),
        )
        for each in onzeker.kandidaten
    ]
    return Vraag(
        id=row.id,
        soort=soort,
        naam=row.naam,
        toelichting=_herkenning(row),
        reden=onzeker.reden,
        kandidaten=tuple(sorted(kandidaten, key=lambda each: not each.precies)),
        regel=row.regel,
    )


def _herkenning(wie: LeerlingRegel | MedewerkerRegel | Leerling | Medewerker) -> str:
    """By what people tell two of the same name apart."""
    if isinstance(wie, Medewerker | MedewerkerRegel):
        return wie.email
    parts = [f"geboren {dag(wie.geboortedatum)}"] if wie.geboortedatum else []
    parts += [f"jaargroep {wie.jaargroep}"] if wie.jaargroep else []
    parts += ["in het archief"] if isinstance(wie, Leerling) and wie.gearchiveerd_op else []
    return ", ".join(parts)
