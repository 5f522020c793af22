"""Versions of a form beside each other: what changed, by whom, and when."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.models.leerling import Leerling
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.definities import load_definition
from app.storage.formulieren import Begin
from app.storage.versies import vergelijk

QUESTION = "hulpvraag.hulpvraag"


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    archive.add(Leerling(id="noor", roepnaam="Noor", achternaam="Berg"), "Inge Bos")
    yield archive
    archive.close()


@pytest.fixture
def versions(archive: Archive) -> list[str]:
    """Ids of three versions; each asks another question, in the words of somebody else."""
    new = Begin(load_definition("leerlingbespreking", None), "noor", date(2026, 11, 23), "Joke Smit")
    ids = [formulieren.begin(archive, new, "Joke Smit")]
    archive.write_answer(ids[0], QUESTION, "Eerste vraag", "Joke Smit")
    for text, author in (("Tweede vraag", "Ali Kaya"), ("Derde vraag", "Inge Bos")):
        formulieren.vaststellen(archive, ids[-1], "Inge Bos")
        ids.append(formulieren.corrigeren(archive, ids[-1], "Inge Bos"))
        archive.write_answer(ids[-1], QUESTION, text, author)
    return ids


def test_a_version_is_compared_with_the_one_before_it(archive: Archive, versions: list[str]):
    found = vergelijk(archive, versions[1])
    assert (found.leerling, found.titel) == ("Noor Berg", "Leerlingbespreking")
    assert (found.oud, found.nieuw) == (versions[0], versions[1])
    change = found.wijzigingen[0]
    assert (change.verschil.before, change.verschil.after) == ("Eerste vraag", "Tweede vraag")
    assert change.door == "Ali Kaya"
    assert change.op is not None
    assert abs((datetime.now(UTC) - change.op).total_seconds()) < 60


def test_any_two_versions_can_be_chosen_in_any_order(archive: Archive, versions: list[str]):
    found = vergelijk(archive, versions[1], oud=versions[0], nieuw=versions[2])
    assert [(each.verschil.before, each.verschil.after) for each in found.wijzigingen] == [
        ("Eerste vraag", "Derde vraag")
    ]
    back = vergelijk(archive, versions[1], oud=versions[2], nieuw=versions[0])
    assert back.wijzigingen[0].verschil.after == "Eerste vraag"


def test_the_first_version_is_compared_with_its_correction(archive: Archive, versions: list[str]):
    assert vergelijk(archive, versions[0], oud="van een ander formulier").nieuw == versions[1]


def test_a_form_without_correction_differs_in_nothing(archive: Archive):
    new = Begin(load_definition("leerlingbespreking", None), "noor", date(2026, 11, 23), "Joke Smit")
    only = formulieren.begin(archive, new, "Joke Smit")
    found = vergelijk(archive, only)
    assert (found.oud, found.nieuw, found.wijzigingen) == (only, only, ())


def test_a_form_that_is_not_there_is_no_comparison(archive: Archive):
    with pytest.raises(KeyError):
        vergelijk(archive, "onbekend")
