"""Consults as they begin: with all that is known of the pupils, or of the consult that they follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.models.consult import Bijlage, Consult
from app.models.consulten.definition import NIET_NODIG, NOG_ONBEKEND, Consultsoort
from app.models.consulten.wijzigen import leerlingen_klacht
from app.models.ids import new_id
from app.models.leerling import Leerling
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.bijlagen_mee import neem_mee
from app.storage.consultovername import begin_antwoorden
from app.storage.consultsoorten import SoortMetTekst, load_soort, soort_van
from app.storage.consultstand import find_consult, nieuwste
from app.storage.consultstand import vervolg_van as follow_up_of
from app.storage.consultstappen import MagNiet, refuse, zet_status
from app.storage.errors import Refused
from app.storage.formulieren import Begin, keep_definition
from app.storage.ongedaan import Schrijf, schrijf


def begin(
    archive: Archive,
    soort: str,
    leerlingen: Sequence[str],
    author: str,
    *,
    dag: date,
    vervolg_van: str | None = None,
) -> str:
    """Begin an application, with all that is known of these pupils filled in.

    Parameters:
        soort: id of a kind.
        leerlingen: ids of the pupils, first the one it is filed under.
        dag: today.
        vervolg_van: id of the consult that it follows; its application, report and annexes come along.

    Returns:
        Id of the consult.

    Raises:
        KeyError: no such pupil or consult.
        Refused: the kind can't be used, or not for these pupils; nothing is written.
        StorageError: an annex can't be taken along; nothing is written.
    """
    aanvraag = _new(archive, soort, leerlingen, vervolg_van)
    with neem_mee(archive, archive.path.parent, vervolg_van or "", aanvraag.id, author):
        _write(archive, aanvraag, author, dag)
    return aanvraag.id


def vervolg(archive: Archive, consult_id: str, author: str, vandaag: date) -> str:
    """Apply for what the outcome asks: a new application that takes everything along.

    Returns:
        Id of the new consult, or of the one that was begun.

    Raises:
        KeyError: no such consult.
        MagNiet: the outcome asks for nothing more, or this consult isn't done yet; nothing is written.
        Refused, StorageError: as `begin`.
    """
    consult = find_consult(archive, consult_id)
    begun = follow_up_of(archive, consult_id)
    if begun is not None and begun.status != "ingetrokken":
        return begun.id
    uitkomst = soort_van(archive, consult).uitkomst(consult.uitkomst)
    if uitkomst is None or not uitkomst.vervolg:
        raise MagNiet(["Kies eerst een uitkomst die om een vervolg vraagt."])
    aanvraag = _new(archive, uitkomst.vervolg, consult.leerlingen, consult_id)
    with neem_mee(archive, archive.path.parent, consult_id, aanvraag.id, author):
        if consult.status != "vervolg":
            zet_status(archive, consult_id, "vervolg", author, vandaag)
        _write(archive, aanvraag, author, vandaag)
    return aanvraag.id


def verwijder(archive: Archive, consult_id: str, author: str) -> tuple[Schrijf, ...]:
    """Take an application that was begun by mistake out of sight, with its form.

    Returns:
        What takes it back.

    Raises:
        Refused: it was handed in; then it can only be withdrawn.
    """
    consult = find_consult(archive, consult_id)
    if consult.status not in ("concept", "volledig"):
        raise Refused("Deze aanvraag is al ingediend: trek haar in, dan blijft te zien wat er is gebeurd.")
    form = nieuwste(archive, consult.formulier)
    gone = (consult, form, *archive.all(Bijlage, van=consult_id))
    return schrijf(archive, [Schrijf.weg(each) for each in gone if each], author)


@dataclass(frozen=True, slots=True)
class _Aanvraag:
    """An application that is about to begin."""

    id: str
    soort: SoortMetTekst
    leerlingen: tuple[Leerling, ...]
    eerder: Consult | None


def _new(archive: Archive, soort: str, leerlingen: Sequence[str], eerder: str | None) -> _Aanvraag:
    read = load_soort(archive, soort)
    refuse(leerlingen_klacht(read.soort, tuple(leerlingen)))
    pupils = tuple(_leerling(archive, each) for each in dict.fromkeys(leerlingen))
    return _Aanvraag(new_id(), read, pupils, find_consult(archive, eerder) if eerder else None)


def _write(archive: Archive, new: _Aanvraag, author: str, dag: date) -> None:
    soort, eerder, first = new.soort.soort, new.eerder, new.leerlingen[0].id
    form = formulieren.begin(archive, Begin(new.soort.formulier, first, dag, author), author)
    for pad, value in begin_antwoorden(archive, new.soort.formulier[0], new.leerlingen, eerder, dag).items():
        archive.write_answer(form, pad, value, author)
    consult = Consult(
        id=new.id,
        soort=soort.id,
        definitie=keep_definition(archive, soort.id, 1, new.soort.tekst, author),
        leerling=first,
        leerlingen=tuple(each.id for each in new.leerlingen),
        formulier=form,
        vragers=tuple(each for each in eerder.vragers if each in soort.vragers) if eerder else (),
        stappen=_known_steps(archive, soort, new.leerlingen),
        begonnen_op=dag,
        vervolg_van=eerder.id if eerder else None,
    )
    archive.add(consult, author)


def _known_steps(archive: Archive, soort: Consultsoort, leerlingen: Sequence[Leerling]) -> dict[str, str]:
    """A pupil about whom an application was handed in before is known in the portal."""
    known = all(archive.query(_INGEDIEND, (each.id,)) for each in leerlingen)
    return {each.id: NIET_NODIG for each in soort.stappen if known and each.alleen_als == NOG_ONBEKEND}


def _leerling(archive: Archive, leerling_id: str) -> Leerling:
    leerling = archive.get(Leerling, leerling_id)
    if leerling is None or leerling.verwijderd_op:
        raise KeyError(f"leerling {leerling_id}")
    return leerling


_INGEDIEND = """
    SELECT 1 FROM consult, json_each(leerlingen)
    WHERE value = ? AND ingediend_op IS NOT NULL AND verwijderd_op IS NULL LIMIT 1"""
