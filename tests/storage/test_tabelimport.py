"""A table into the archive: all or nothing, once, with a way back."""

from datetime import date
from pathlib import Path

import pytest

from app.imports.tabel import bekende_koppen, lees_tekst
from app.models.leerling import Gezin, Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.school import Groep
from app.models.tabelimport.indeling import Indeling, raad
from app.models.tabelimport.tabel import Tabel
from app.storage.archive import Archive
from app.storage.ongedaan import schrijf
from app.storage.tabelimport import Verouderd, neem_over, uitkomst

IB = "Ina Begeleider"
VANDAAG = date(2026, 11, 22)
LIJST = (
    "Naam;Groep;Moeder;Telefoon moeder;Gezag moeder;Gezin;Niveau;OPP van\n"
    "Noor Berg;5;Sanne Berg;0612345678;ja;1;3;1-8-2026\nBo Berg;5;Sanne Berg;0612345678;ja;1;;\nNiemand;5;;;;;2;\n"
)
KINDS = (Gezin, Ouder, Ouderschap, Niveau, Plan)


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    groep = Groep(naam="5", schooljaar="2026-2027")
    archive.add(groep, IB)
    for naam in ("Noor", "Bo"):
        archive.add(Leerling(roepnaam=naam, achternaam="Berg", sorteernaam=f"berg {naam}", groep=groep.id), IB)
    yield archive
    archive.close()


def layout(text: str = LIJST) -> tuple[Tabel, Indeling]:
    tabel = lees_tekst(text)
    return tabel, raad(tabel, bekende_koppen())


def take_over(archive: Archive, text: str = LIJST):
    tabel, indeling = layout(text)
    seen = uitkomst(archive, tabel, indeling, VANDAAG)
    return neem_over(archive, tabel, indeling, VANDAAG, seen, IB)


def counts(archive: Archive) -> list[int]:
    return [len(archive.all(kind)) for kind in KINDS]


def test_looking_writes_nothing(archive: Archive):
    found = uitkomst(archive, *layout(), VANDAAG)
    assert found.aantallen == {
        ("gezin", True): 1,
        ("leerling", False): 2,
        ("ouder", True): 1,
        ("ouderschap", True): 2,
        ("niveau", True): 1,
        ("plan", True): 1,
    }
    assert counts(archive) == [0, 0, 0, 0, 0]


def test_what_was_approved_comes_in_once(archive: Archive):
    assert take_over(archive)
    assert counts(archive) == [1, 1, 2, 1, 1]
    assert {each.gezin for each in archive.all(Leerling)} == {archive.all(Gezin)[0].id}
    ouder = archive.all(Ouder)[0]
    assert archive.history(ouder.id, "naam")[0].author == f"{IB} (tabel)"
    assert take_over(archive) == ()
    assert counts(archive) == [1, 1, 2, 1, 1]


def test_it_can_be_taken_back_whole(archive: Archive):
    back = take_over(archive)
    schrijf(archive, back, IB)
    assert counts(archive) == [0, 0, 0, 0, 0]
    assert {each.gezin for each in archive.all(Leerling)} == {None}


def test_what_changed_meanwhile_is_shown_first(archive: Archive):
    tabel, indeling = layout()
    seen = uitkomst(archive, tabel, indeling, VANDAAG)
    noor = next(each for each in archive.all(Leerling) if each.roepnaam == "Noor")
    archive.add(Niveau(leerling=noor.id, niveau=3, vanaf=VANDAAG), IB)
    with pytest.raises(Verouderd) as problem:
        neem_over(archive, tabel, indeling, VANDAAG, seen, IB)
    assert ("niveau", True) not in problem.value.uitkomst.aantallen
    assert counts(archive) == [0, 0, 0, 1, 0]


def test_a_pupil_who_is_not_here_is_never_made(archive: Archive):
    take_over(archive)
    assert len(archive.all(Leerling)) == 2


def test_a_fault_half_way_leaves_nothing(archive: Archive, monkeypatch: pytest.MonkeyPatch):
    write = archive.write

    def fails_at_the_plan(kind: str, *rest: object):
        if kind == "plan":
            raise RuntimeError
        return write(kind, *rest)

    monkeypatch.setattr(archive, "write", fails_at_the_plan)
    with pytest.raises(RuntimeError):
        take_over(archive)
    assert counts(archive) == [0, 0, 0, 0, 0]
