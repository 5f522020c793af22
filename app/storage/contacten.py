"""The people outside the school: the list, and finding them as one types."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.models.consult import Consult
from app.models.contact import CONTACTROLLEN, Contact
from app.models.contactimport import Contactrij, werk_uit
from app.models.route import Mpo
from app.models.tabelimport.tabel import Tabel
from app.storage.archive import Archive, now
from app.storage.codec import to_record
from app.storage.ongedaan import Schrijf, schrijf
from app.storage.zoeken import match

MERK = " (tabel)"
"""Stands behind the author's name in what a table brought in, so that history can tell."""


def contacten(archive: Archive, rol: str | None = None, *, ook_gearchiveerd: bool = False) -> list[Contact]:
    """The contacts by name.

    Parameters:
        rol: key of `CONTACTROLLEN`, or None for all.
        ook_gearchiveerd: whether those that are no longer chosen come along.
    """
    rows = archive.query(_ALLE, {"rol": rol, "ook": ook_gearchiveerd})
    return [to_record(Contact, row) for row in rows]


def zoek(archive: Archive, letters: str, rollen: Sequence[str] = (), *, limit: int = 12) -> list[Contact]:
    """The contacts that can be chosen and in which these words are found; the last may be the beginning of one.

    Parameters:
        letters: what was typed; without a word in it everybody fits.
        rollen: keys of `CONTACTROLLEN`; empty for all of them.
        limit: at most so many.
    """
    query = match(letters, Contact.kind)
    rows = archive.query(_GEVONDEN if query else _KIESBAAR, {"query": query} if query else {})
    wanted = frozenset(rollen or CONTACTROLLEN)
    return [to_record(Contact, row) for row in rows if row["rol"] in wanted][:limit]


def contacten_met(archive: Archive, ids: Iterable[str]) -> list[Contact]:
    """Contacts by their ids, in that order, also archived ones; what isn't there is left out."""
    return [found for each in ids if (found := archive.get(Contact, each)) is not None]


def proef(archive: Archive, tabel: Tabel) -> tuple[Contactrij, ...]:
    """What a table would do, row by row; nothing is written.

    Raises:
        GeenNamen: no column holds names.
    """
    return werk_uit(tabel, contacten(archive, ook_gearchiveerd=True))


def neem_over(archive: Archive, rijen: Iterable[Contactrij], author: str) -> tuple[Schrijf, ...]:
    """Write what the user saw and approved: all of it or nothing.

    Returns:
        What takes it back, for `app.storage.ongedaan.schrijf`; empty when there was nothing to write.
    """
    work = (Schrijf(Contact.kind, each.id, each.waarden) for each in rijen if each.waarden)
    return schrijf(archive, work, author + MERK)


def voeg_samen(archive: Archive, blijft: str, gaat: str, velden: Mapping[str, Any]) -> tuple[Schrijf, ...]:
    """What makes one contact of two: each consult and MPO of the one becomes one of the other.

    Parameters:
        blijft, gaat: ids of the contact that stays and of the one that goes.
        velden: what the one that stays becomes, see `app.models.contact.samengevoegd`.
    """
    consulten = (Schrijf(Consult.kind, each.id, {"consulent": blijft}) for each in archive.all(Consult, consulent=gaat))
    mpos = (
        Schrijf(Mpo.kind, each.id, {"partijen": _zonder_dubbele(each.partijen, blijft, gaat)})
        for each in archive.all(Mpo)
        if gaat in each.partijen
    )
    of_both = (Schrijf(Contact.kind, blijft, velden), Schrijf(Contact.kind, gaat, {"verwijderd_op": now()}))
    return (*consulten, *mpos, *of_both)


def _zonder_dubbele(partijen: tuple[str, ...], blijft: str, gaat: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(blijft if each == gaat else each for each in partijen))


_ORDER = "ORDER BY naam COLLATE NOCASE, id"

_ALLE = f"""
    SELECT * FROM contact
    WHERE verwijderd_op IS NULL AND (:rol IS NULL OR rol = :rol) AND (:ook OR gearchiveerd_op IS NULL) {_ORDER}"""

_KIESBAAR = f"SELECT * FROM contact WHERE verwijderd_op IS NULL AND gearchiveerd_op IS NULL {_ORDER}"

_GEVONDEN = f"""
    SELECT c.* FROM (SELECT rowid AS nummer FROM zoek WHERE zoek MATCH :query) gevonden
    JOIN zoekbaar z ON z.nummer = gevonden.nummer
    JOIN contact c ON c.id = z.record
    WHERE c.verwijderd_op IS NULL AND c.gearchiveerd_op IS NULL {_ORDER}"""
