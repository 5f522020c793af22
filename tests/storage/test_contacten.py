"""The list of contacts: in order, found by letters, and brought in by a table with a way back."""

from pathlib import Path

import pytest

from app.imports.tabel import lees_tekst
from app.models.bespreking import Definitie
from app.models.consult import Consult
from app.models.contact import Contact
from app.models.contactimport import is_kop
from app.models.leerling import Leerling
from app.models.route import Mpo, Route
from app.storage import zoeken
from app.storage.archive import Archive
from app.storage.contacten import contacten, contacten_met, neem_over, proef, voeg_samen, zoek
from app.storage.ongedaan import schrijf
from app.ui.place import Place
from app.ui.window import vondsten


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        Contact(id="v", naam="Sanne Vos", rol="rvz", bestuur="Stichting De Kring"),
        Contact(id="h", naam="Omar Haddad", rol="consulent", organisatie="Praktijk Oost"),
        Contact(id="a", naam="anouk Çelik", rol="consulent"),
        Contact(id="oud", naam="Ben Oud", rol="rvz", gearchiveerd_op="2026-01-01"),
        Contact(id="weg", naam="Wim Weg", rol="rvz", verwijderd_op="2026-11-01T10:00:00+00:00"),
    ):
        archive.add(record, "Anna")
    yield archive
    archive.close()


def ids(found: list[Contact]) -> list[str]:
    return [each.id for each in found]


def test_by_name_of_one_role_and_with_those_put_away(archive: Archive):
    assert ids(contacten(archive)) == ["a", "h", "v"]
    assert ids(contacten(archive, "rvz")) == ["v"]
    assert ids(contacten(archive, "rvz", ook_gearchiveerd=True)) == ["oud", "v"]


def test_found_by_the_beginning_of_any_word_without_accents(archive: Archive):
    assert ids(zoek(archive, "cel")) == ["a"]
    assert ids(zoek(archive, "kri")) == ["v"]
    assert ids(zoek(archive, "oost om")) == ["h"]
    assert ids(zoek(archive, "", ("consulent",))) == ["a", "h"]
    assert ids(zoek(archive, "sanne", ("consulent",))) == []
    assert ids(zoek(archive, "ben")) == []
    assert ids(zoek(archive, '"; -- *')) == ["a", "h", "v"]


def test_one_that_was_put_away_is_still_known_by_its_id(archive: Archive):
    assert ids(contacten_met(archive, ["oud", "nooit", "v"])) == ["oud", "v"]


def test_a_table_is_written_whole_and_taken_back_whole(archive: Archive):
    tabel = lees_tekst("Naam\tRol\tE-mail\nLot Kuiper\tIB'er\tlot@eik.example\nSanne Vos\t\tvos@kring.example", is_kop)
    seen = proef(archive, tabel)
    assert len(contacten(archive)) == 3
    back = neem_over(archive, seen, "Anna")
    assert [each.naam for each in contacten(archive, "ib")] == ["Lot Kuiper"]
    assert not [each for each in proef(archive, tabel) if each.waarden]
    schrijf(archive, back, "Anna")
    assert ids(contacten(archive)) == ["a", "h", "v"]
    assert archive.get(Contact, "v").email == ""


def test_the_search_of_the_whole_program_finds_who_was_not_put_away(archive: Archive):
    assert [(each.id, each.onder) for each in zoeken.contacten(archive, "haddad")] == [("h", "Praktijk Oost")]
    assert not zoeken.contacten(archive, "ben")
    assert vondsten.zoek("haddad", None, archive).namen[-1].place == Place("instellingen", "h", "contacten")
    assert vondsten.zoek("haddad", "noor", archive) == vondsten.Gevonden()


def test_all_that_led_to_one_of_two_leads_to_the_other_and_back_again(archive: Archive):
    for record in (
        Leerling(id="noor"),
        Definitie(id="d"),
        Route(id="r", leerling="noor", definitie="d"),
        Consult(id="c", leerling="noor", definitie="d", consulent="h"),
        Consult(id="ander", leerling="noor", definitie="d", consulent="v"),
        Mpo(id="m", route="r", leerling="noor", partijen=("h", "v", "a")),
        Mpo(id="zonder", route="r", leerling="noor", partijen=("v",)),
    ):
        archive.add(record, "Anna")
    before = [archive.get(kind, each) for kind, each in TIED]
    back = schrijf(archive, voeg_samen(archive, "a", "h", {"naam": "Anouk Haddad"}), "Anna")
    assert ids(contacten(archive)) == ["a", "v"]
    assert archive.get(Contact, "a").naam == "Anouk Haddad"
    assert [archive.get(Consult, each).consulent for each in ("c", "ander")] == ["a", "v"]
    assert [archive.get(Mpo, each).partijen for each in ("m", "zonder")] == [("a", "v"), ("v",)]
    schrijf(archive, back, "Anna")
    assert [archive.get(kind, each) for kind, each in TIED] == before


TIED = ((Contact, "a"), (Contact, "h"), (Consult, "c"), (Consult, "ander"), (Mpo, "m"), (Mpo, "zonder"))
