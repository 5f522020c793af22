"""Packs: names that are good everywhere, whole or not at all, and never a whole annex in memory."""

import errno
import shutil
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exports import pakket
from app.exports.bewaren import AlreadyThere, Bestand, ExportProblem
from app.exports.pakket import Deel, Gestopt, Papier, Stuk, maak_pakket, namen, pakketnaam

MB = 1 << 20
LETTER = Papier("Aanvraag startgesprek SWV", lambda: Bestand(b"brief"))
LOVS = Stuk("Uitdraai van het LOVS", "noor_lovs.PDF", 6, lambda: [b"abc", b"def"])
DELEN = (LETTER, LOVS)

TITLES = st.text(max_size=150) | st.sampled_from(["CON", "aux.txt", "..", "a/b\\c", 'x:"|?*<>', "\u202egnp", "é" * 200])


@given(st.lists(st.tuples(TITLES, st.text(max_size=30)), max_size=12))
def test_every_name_is_good_on_windows_and_no_two_are_the_same(told):
    found = namen([Stuk(title, name, 1, list) for title, name in told])
    assert len({each.casefold() for each in found}) == len(told)
    for each in found:
        assert not set(each) & set('<>:"/\\|?*') and each.isprintable()
        assert each == each.strip(" .") and len(each) <= 110 and len(each.encode()) <= 215
        assert each[:2].isdigit() and each[2] in " ."


def test_names_are_numbered_by_what_they_are():
    assert namen(DELEN) == ("01 Aanvraag startgesprek SWV.docx", "02 Uitdraai van het LOVS.pdf")
    assert pakketnaam("Aanvraag", "Noor: van/den Berg") == "Aanvraag Noor van den Berg"


def test_a_folder_holds_all_of_it_and_progress_says_how_far(tmp_path: Path):
    told = []
    made = maak_pakket(DELEN, tmp_path, "Pakket", als_zip=False, progress=lambda *each: told.append(each))
    assert {each.name: each.read_bytes() for each in made.iterdir()} == dict(
        zip(namen(DELEN), (b"brief", b"abcdef"), strict=True)
    )
    assert told[-1][0] == told[-1][1] == LETTER.grootte + 6
    assert list(tmp_path.iterdir()) == [made]


def test_a_zip_holds_the_same_under_the_same_names(tmp_path: Path):
    made = maak_pakket(DELEN, tmp_path, "Pakket", als_zip=True)
    with zipfile.ZipFile(made) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == list(namen(DELEN))
        assert packed.read("02 Uitdraai van het LOVS.pdf") == b"abcdef"


@pytest.mark.parametrize("als_zip", [False, True])
@pytest.mark.parametrize("pieces", range(4))
def test_stopping_at_any_moment_leaves_nothing(tmp_path: Path, als_zip: bool, pieces: int):
    asked = iter(range(100))
    with pytest.raises(Gestopt, match="niets bewaard"):
        maak_pakket(DELEN, tmp_path, "Pakket", als_zip=als_zip, cancelled=lambda: next(asked) >= pieces)
    assert not list(tmp_path.iterdir())


def full() -> Iterator[bytes]:
    yield b"abc"
    raise OSError(errno.ENOSPC, "full")


class Lost(Exception):
    pass


def lost() -> Iterator[bytes]:
    yield b"abc"
    raise Lost


@pytest.mark.parametrize("als_zip", [False, True])
def test_a_disk_that_fills_up_and_an_annex_that_is_gone_leave_nothing(tmp_path: Path, als_zip: bool):
    for stroom, error in ((full, ExportProblem), (lost, Lost)):
        delen: tuple[Deel, ...] = (LETTER, Stuk("Verslag", "a.pdf", 9, stroom))
        with pytest.raises(error):
            maak_pakket(delen, tmp_path, "Pakket", als_zip=als_zip)
        assert not list(tmp_path.iterdir())


def test_too_little_room_is_told_before_anything_is_written(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(100 * MB, 95 * MB, 5 * MB))
    with pytest.raises(ExportProblem, match="23 MB te weinig"):
        maak_pakket([Stuk("Film", "a.mp4", 20 * MB, list)], tmp_path, "Pakket", als_zip=True)


@pytest.mark.parametrize("als_zip", [False, True])
def test_what_is_there_already_is_never_written_over(tmp_path: Path, als_zip: bool):
    maak_pakket(DELEN, tmp_path, "Pakket", als_zip=als_zip)
    with pytest.raises(AlreadyThere):
        maak_pakket((LOVS,), tmp_path, "Pakket", als_zip=als_zip)


def test_a_folder_that_is_gone_is_told(tmp_path: Path):
    with pytest.raises(ExportProblem, match="is er niet"):
        maak_pakket(DELEN, tmp_path / "weg", "Pakket", als_zip=False)


def test_what_a_power_cut_left_long_ago_is_taken_away(tmp_path: Path, monkeypatch):
    old = tmp_path / f"{pakket._TEMPORARY}1.tmp"
    old.mkdir()
    (old / "01 Aanvraag.docx").write_bytes(b"x")
    monkeypatch.setattr(pakket.time, "time", lambda: old.stat().st_mtime + 2 * 24 * 3600)
    maak_pakket(DELEN, tmp_path, "Pakket", als_zip=False)
    assert [each.name for each in tmp_path.iterdir()] == ["Pakket"]


@pytest.mark.parametrize("als_zip", [False, True])
def test_two_hundred_megabytes_take_the_memory_of_one_piece(tmp_path: Path, als_zip: bool):
    def much() -> Iterator[bytes]:
        return (bytes(MB) for _ in range(200))

    film = Stuk("Film", "a.mp4", 200 * MB, much)
    tracemalloc.start()
    made = maak_pakket([film], tmp_path, "Pakket", als_zip=als_zip)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    size = made.stat().st_size if als_zip else next(made.iterdir()).stat().st_size
    assert size >= 200 * MB
    assert peak < 8 * MB
