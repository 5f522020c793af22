"""A file becomes an annex: whole or not at all, readable by nobody else, and never lost by a mistake."""

import tracemalloc

import pytest

from app.models.bijlagesoort import MOST_BYTES, SOORTEN
from app.models.consult import Bijlage, Bijlagepunt
from app.models.leerling import Leerling
from app.storage import bijlagen, bijlageopslag
from app.storage.archive import Archive
from app.storage.bijlagebron import Gestopt
from app.storage.bijlageopslag import BijlageBeschadigd, BijlageKwijt
from app.storage.bijlagesoort import BijlageGeweigerd
from app.storage.errors import DiskFull, ReadOnly, StorageError
from app.storage.ongedaan import schrijf
from tests.storage.bijlagen_voorbeeld import KINDS, PDF, REFUSED
from tests.storage.disks import read_only, small_disk

KEY = bytes(range(32))
ANNA = "Anna de Wit"
CONSULT = "01900000-0000-7000-8000-000000000001"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "archief"
    made.mkdir()
    return made


@pytest.fixture
def archive(folder):
    opened = Archive(folder, KEY)
    yield opened
    opened.close()


@pytest.fixture
def noor(archive):
    pupil = Leerling(roepnaam="Noor", achternaam="Berg")
    archive.add(pupil, ANNA)
    return pupil.id


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "Onderzoek Noor.pdf"
    file.write_bytes(PDF * 20)
    return file


def files(folder):
    return sorted(each.name for each in (folder / "bijlagen").glob("*"))


def add(archive, folder, file, pupil, van=None, punt="", **more):
    return bijlagen.toevoegen(archive, folder, file, pupil, van, punt, ANNA, **more)


def test_a_file_is_kept_encrypted_under_a_name_that_says_nothing(archive, folder, noor, report):
    bijlage = add(archive, folder, report, noor)
    assert (bijlage.naam, bijlage.soort, bijlage.grootte) == ("Onderzoek Noor.pdf", "application/pdf", len(PDF) * 20)
    assert files(folder) == [f"{bijlage.id}.rgb"]
    assert PDF[:40] not in (folder / "bijlagen" / f"{bijlage.id}.rgb").read_bytes()
    assert bijlagen.lees(archive, folder, bijlage.id) == PDF * 20
    assert bijlagen.van_leerling(archive, noor, None) == (bijlage,)
    assert report.read_bytes() == PDF * 20


@pytest.mark.parametrize("ending", KINDS)
def test_a_kind_is_told_by_what_stands_in_the_file(archive, folder, noor, tmp_path, ending):
    file = tmp_path / ("notitie.txt" if ending == "txt" else "zonder goed einde.exe")
    file.write_bytes(KINDS[ending])
    assert SOORTEN[add(archive, folder, file, noor).soort].einde == ending


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_document_is_refused_whatever_its_name(archive, folder, noor, tmp_path, what):
    file = tmp_path / "verslag.pdf"
    file.write_bytes(REFUSED[what])
    with pytest.raises(BijlageGeweigerd, match=r"^(‘verslag.pdf’|In ‘verslag.pdf’).*: .*\.$"):
        add(archive, folder, file, noor)
    assert not (folder / "bijlagen").exists()


def test_a_script_or_bytes_that_are_called_text_are_not(archive, folder, noor, tmp_path):
    file = tmp_path / "notitie.txt"
    for content in (b"#!/bin/sh\n", b"a\0b", b"\x81\x8d"):
        file.write_bytes(content)
        with pytest.raises(BijlageGeweigerd):
            add(archive, folder, file, noor)
    file.write_bytes("Hij las één bladzijde.".encode("cp1252"))
    assert add(archive, folder, file, noor).soort == "text/plain"


def test_empty_too_large_missing_and_no_file_at_all_each_have_a_sentence(archive, folder, noor, tmp_path):
    empty, large = tmp_path / "leeg.pdf", tmp_path / "groot.pdf"
    empty.write_bytes(b"")
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    broken = tmp_path / "kapot.pdf"
    broken.write_bytes(b"geen pdf")
    for path, words in (
        (empty, "leeg"),
        (broken, "is beschadigd: open het in zijn eigen"),
        (large, "groter dan 200 MB"),
        (tmp_path / "weg.pdf", "er niet meer"),
    ):
        with pytest.raises(BijlageGeweigerd, match=words):
            add(archive, folder, path, noor)
    with pytest.raises(BijlageGeweigerd, match="geen bestand"):
        add(archive, folder, tmp_path, noor)
    assert archive.all(Bijlage) == []


def test_the_same_file_twice_in_one_place_is_told(archive, folder, noor, report):
    first = add(archive, folder, report, noor)
    with pytest.raises(BijlageGeweigerd, match="stond hier al, als ‘Onderzoek Noor"):
        add(archive, folder, report.rename(report.with_name("kopie.pdf")), noor)
    assert files(folder) == [f"{first.id}.rgb"]
    add(archive, folder, report.with_name("kopie.pdf"), noor, CONSULT, "onderzoek")
    assert len(archive.all(Bijlage)) == 2


def test_progress_is_told_and_stopping_leaves_nothing(archive, folder, noor, tmp_path):
    file = tmp_path / "scan.pdf"
    file.write_bytes(PDF + bytes(3 * 1024 * 1024))
    told = []
    add(archive, folder, file, noor, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (file.stat().st_size, file.stat().st_size)
    assert len(told) == 4
    before = files(folder)
    with pytest.raises(Gestopt, match="er is niets bewaard"):
        add(archive, folder, file, noor, CONSULT, cancelled=iter([False, False, True]).__next__)
    assert files(folder) == before
    assert len(archive.all(Bijlage)) == 1


def test_a_file_that_is_being_saved_meanwhile_is_not_taken(archive, folder, noor, tmp_path):
    file = tmp_path / "verslag.pdf"
    for change in (b"", PDF + bytes(4 * 1024 * 1024)):
        file.write_bytes(PDF + bytes(3 * 1024 * 1024))
        with pytest.raises(BijlageGeweigerd, match="veranderde tijdens het toevoegen"):
            add(archive, folder, file, noor, progress=lambda *_, change=change: file.write_bytes(change))
    assert files(folder) == []


def test_a_full_disk_and_one_that_may_not_be_written_leave_nothing(archive, noor, tmp_path, report):
    with small_disk(tmp_path / "vol", "64k") as disk:
        large = tmp_path / "groot.pdf"
        large.write_bytes(PDF + bytes(200_000))
        with pytest.raises(DiskFull):
            bijlagen.versleutel(disk, large, noor)
        assert files(disk) == []
    locked = tmp_path / "dicht"
    locked.mkdir()
    with read_only(locked), pytest.raises(ReadOnly):
        bijlagen.versleutel(locked, report, noor)


def test_what_a_power_cut_left_is_put_right_at_the_next_start(archive, folder, noor, report):
    orphan = bijlagen.versleutel(folder, report, noor)
    kept = bijlagen.versleutel(folder, report, noor)
    archive.add(kept, ANNA)  # killed right after the commit
    assert bijlagen.lees(archive, folder, kept.id) == PDF * 20
    whole = folder / "bijlagen" / "zonder-record.rgb"
    whole.write_bytes(b"van een eerdere stand")

    bijlagen.ruim_op(archive, folder)

    assert files(folder) == sorted([f"{kept.id}.rgb", whole.name])
    assert bijlagen.lees(archive, folder, kept.id) == PDF * 20
    with pytest.raises(BijlageKwijt):
        bijlagen.inhoud(folder, orphan)


def test_a_damaged_or_missing_file_is_told_and_shows_no_half(archive, folder, noor, report):
    bijlage = add(archive, folder, report, noor)
    path = bijlagen.bestand_van(folder, bijlage.id)
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    with pytest.raises(BijlageBeschadigd, match="is beschadigd: zet een reservekopie terug"):
        bijlagen.inhoud(folder, bijlage)
    with pytest.raises(BijlageBeschadigd):
        bijlagen.kopie(folder, bijlage)
    assert list((folder / "kopieen").iterdir()) == []
    path.unlink()
    with pytest.raises(BijlageKwijt, match="staat niet meer bij het archief"):
        list(bijlagen.stroom(folder, bijlage))
    with pytest.raises(BijlageKwijt):
        bijlagen.lees(archive, folder, "onbekend")


def test_removing_can_be_undone_and_the_file_stays(archive, folder, noor, report):
    bijlage = add(archive, folder, report, noor)
    back = schrijf(archive, bijlagen.verwijder(archive, bijlage.id), ANNA)
    assert bijlagen.van_leerling(archive, noor, None) == ()
    assert bijlagen.verwijder(archive, bijlage.id) == ()
    schrijf(archive, back, ANNA)
    assert bijlagen.van_leerling(archive, noor, None) == (bijlage,)
    assert bijlagen.inhoud(folder, bijlage) == PDF * 20


def test_a_line_of_the_checklist_follows_its_files(archive, folder, noor, report, tmp_path):
    second = tmp_path / "brief.txt"
    second.write_text("Beste ouders", encoding="utf-8")
    first = add(archive, folder, report, noor, CONSULT, "onderzoek")
    other = add(archive, folder, second, noor, CONSULT, "onderzoek")
    assert bijlagen.punten(archive, CONSULT)["onderzoek"].staat == "bijgevoegd"
    assert bijlagen.punten(archive, None) == {}

    schrijf(archive, bijlagen.verwijder(archive, first.id), ANNA)
    assert bijlagen.punten(archive, CONSULT)["onderzoek"].staat == "bijgevoegd"
    back = schrijf(archive, bijlagen.verwijder(archive, other.id), ANNA)
    assert bijlagen.punten(archive, CONSULT)["onderzoek"].staat == ""
    schrijf(archive, back, ANNA)
    assert bijlagen.punten(archive, CONSULT)["onderzoek"].staat == "bijgevoegd"

    schrijf(archive, [bijlagen.zet_punt(noor, CONSULT, "opp", "niet_nodig")], ANNA)
    assert {each.punt: each.staat for each in archive.all(Bijlagepunt)} == {
        "onderzoek": "bijgevoegd",
        "opp": "niet_nodig",
    }


def test_taking_back_an_added_file_opens_its_line_again(archive, folder, noor, report):
    bijlage = bijlagen.versleutel(folder, report, noor, CONSULT, "onderzoek")
    back = bijlagen.leg_vast(archive, folder, bijlage, ANNA)
    schrijf(archive, back, ANNA)
    assert bijlagen.van_leerling(archive, noor, CONSULT) == ()
    assert bijlagen.punten(archive, CONSULT) == {}


def test_a_copy_for_another_program_is_gone_after_the_next_start(archive, folder, noor, report):
    bijlage = add(archive, folder, report, noor)
    copy = bijlagen.kopie(folder, bijlage)
    assert copy.read_bytes() == PDF * 20
    assert copy.suffix == ".pdf"
    assert "Noor" not in copy.name
    assert copy.stat().st_mode & 0o777 == 0o400
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    (copy.parent / f".~lock.{copy.name}#").write_text("Anna", encoding="utf-8")
    bijlagen.ruim_kopieen_op(folder)
    assert not copy.parent.exists()
    bijlagen.ruim_kopieen_op(folder)


@pytest.mark.parametrize(
    ("naam", "shown"),
    [("brief\u202ecod.pdf", "brief cod.pdf"), ("a" * 300 + ".pdf", "a" * 120 + ".pdf"), ("a\tb\nc.txt", "a b c.txt")],
)
def test_a_name_is_shown_as_it_can_be_read(naam, shown):
    assert bijlageopslag.bijlagebron.shown_name(naam) == shown


def test_a_large_file_is_never_in_memory_whole(archive, folder, noor, tmp_path):
    size = 60 * 1024 * 1024
    file = tmp_path / "scan.pdf"
    with file.open("wb") as out:
        out.write(PDF)
        out.truncate(size)
    tracemalloc.start()
    try:
        bijlage = add(archive, folder, file, noor)
        assert sum(map(len, bijlagen.stroom(folder, bijlage))) == size
        bijlagen.kopie(folder, bijlage)
        _, most = tracemalloc.get_traced_memory()
        assert most < 8 * 1024 * 1024
        tracemalloc.reset_peak()
        assert len(bijlagen.inhoud(folder, bijlage)) == size
        _, most = tracemalloc.get_traced_memory()
        assert most < 1.5 * size
    finally:
        tracemalloc.stop()


def test_every_refusal_is_the_environments_and_no_bug():
    assert all(issubclass(each, StorageError) for each in (BijlageGeweigerd, BijlageKwijt, BijlageBeschadigd, Gestopt))
