"""Saving: whole or not at all, never silently over another file, and every refusal one sentence."""

import errno
import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import docx
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st

from app.exports.bewaren import AlreadyThere, Bestand, ExportProblem, free_name, proposed_name, save_document

DAY = date(2026, 11, 23)
NAME = "Verslag leerlingbespreking Noor van den Berg 2026-11-23.docx"


@pytest.fixture
def document() -> Document:
    made = docx.Document()
    made.add_paragraph("Noor kent de tafels.")
    return made


def files_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def raising(error: OSError) -> Callable[..., None]:
    def fail(*_args: object, **_more: object) -> None:
        raise error

    return fail


def test_the_name_says_what_it_is_about_whom_and_of_when():
    assert proposed_name("Verslag leerlingbespreking", "Noor van den Berg", DAY) == NAME
    assert proposed_name("Leeg formulier", "", None) == "Leeg formulier.docx"


@pytest.mark.parametrize(
    ("kind", "naam", "expected"),
    [
        ("Agenda", "groep 5/6", "Agenda groep 5 6.docx"),
        ("Verslag", 'a<b>c:d"e\\f|g?h*i\n\x00j', "Verslag a b c d e f g h i j.docx"),
        ("Verslag", "Noor v.d. Berg.", "Verslag Noor v.d. Berg.docx"),
        ("Verslag", "Žofia d’Árc 🦊", "Verslag Žofia d’Árc 🦊.docx"),
        ("Verslag", "draai\u202eom\ud800", "Verslag draai om.docx"),
        ("con", "", "_con.docx"),
        ("", "Lpt1.x", "_Lpt1.x.docx"),
        (" . ", "??", "Document.docx"),
    ],
)
def test_a_name_is_good_on_every_system(kind: str, naam: str, expected: str):
    assert proposed_name(kind, naam, None) == expected


def test_of_a_very_long_name_the_day_stays():
    name = proposed_name("Verslag leerlingbespreking", "Anna-Sophia " * 90_000, DAY)
    assert name.startswith("Verslag leerlingbespreking Anna-Sophia ")
    assert name.endswith(" 2026-11-23.docx")
    assert len(name) <= 105


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)), st.none() | st.dates())
def test_no_name_leaves_its_folder_or_is_refused(kind: str, naam: str, day: date | None):
    name = proposed_name(kind, naam, day)
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert len(name.encode()) < 255
    assert not set(name) & set('<>:"/\\|?*')
    assert name.endswith(".docx")
    assert not name.startswith((".", " "))


def test_it_is_there_and_nothing_else_is(document: Document, tmp_path: Path):
    path = save_document(document, tmp_path, NAME)
    assert path == tmp_path / NAME
    assert docx.Document(str(path)).paragraphs[0].text == "Noor kent de tafels."
    assert files_in(tmp_path) == [NAME]


def test_a_file_that_is_ready_is_kept_byte_for_byte(tmp_path: Path):
    path = save_document(Bestand(b"BEGIN:VCALENDAR\r\n"), tmp_path, "Gesprekken.ics")
    assert path.read_bytes() == b"BEGIN:VCALENDAR\r\n"


def test_what_is_there_stays_until_the_user_says_otherwise(document: Document, tmp_path: Path):
    (tmp_path / NAME).write_bytes(b"van gisteren")
    with pytest.raises(AlreadyThere) as refused:
        save_document(document, tmp_path, NAME)
    assert refused.value.path == tmp_path / NAME
    assert f"In deze map staat al ‘{NAME}’" in str(refused.value)
    assert (tmp_path / NAME).read_bytes() == b"van gisteren"
    save_document(document, tmp_path, NAME, overwrite=True)
    assert docx.Document(str(tmp_path / NAME)).paragraphs
    assert files_in(tmp_path) == [NAME]


@pytest.mark.parametrize("hard_links", [True, False])
def test_a_file_that_came_in_between_stays_too(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hard_links: bool
):
    write = document.save

    def save(file: object) -> None:
        write(file)
        (tmp_path / NAME).write_bytes(b"van een ander")

    if not hard_links:
        monkeypatch.setattr(Path, "hardlink_to", raising(OSError(errno.EOPNOTSUPP, "geen tweede naam")))
    with pytest.raises(AlreadyThere):
        save_document(SimpleNamespace(save=save), tmp_path, NAME)
    assert (tmp_path / NAME).read_bytes() == b"van een ander"
    assert files_in(tmp_path) == [NAME]


def test_on_a_disk_without_second_names_it_is_saved_as_well(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Path, "hardlink_to", raising(OSError(errno.EPERM, "geen tweede naam")))
    save_document(document, tmp_path, NAME)
    assert files_in(tmp_path) == [NAME]


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        (NAME, f"~${NAME[2:]}"),
        (NAME, f".~lock.{NAME}#"),
        ("Verslag.docx", "~$erslag.docx"),
        ("Brief.docx", "~$Brief.docx"),
        ("Agenda 5.docx", "~$enda 5.docx"),
    ],
)
def test_a_file_that_is_open_elsewhere_is_not_replaced(document: Document, tmp_path: Path, name: str, lock: str):
    (tmp_path / name).write_bytes(b"open in Word")
    (tmp_path / lock).touch()
    with pytest.raises(ExportProblem, match="is nog open in een ander programma: sluit het daar"):
        save_document(document, tmp_path, name, overwrite=True)
    assert (tmp_path / name).read_bytes() == b"open in Word"
    (tmp_path / lock).unlink()
    save_document(document, tmp_path, name, overwrite=True)


def test_windows_holds_on_to_an_open_file(document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / NAME).write_bytes(b"open in Word")
    monkeypatch.setattr(Path, "replace", raising(PermissionError(errno.EACCES, "in gebruik")))
    with pytest.raises(ExportProblem, match="is nog open in een ander programma"):
        save_document(document, tmp_path, NAME, overwrite=True)
    assert files_in(tmp_path) == [NAME]


def test_a_folder_of_that_name_is_no_file(document: Document, tmp_path: Path):
    (tmp_path / NAME).mkdir()
    with pytest.raises(ExportProblem, match="is hier de naam van een map: kies een andere naam"):
        save_document(document, tmp_path, NAME, overwrite=True)


def test_a_folder_that_is_gone(document: Document, tmp_path: Path):
    with pytest.raises(ExportProblem, match=r"De map ‘.*weg’ is er niet \(meer\): kies een andere map"):
        save_document(document, tmp_path / "weg", NAME)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "De schijf met de map ‘{}’ is vol: maak ruimte vrij of kies een andere map."),
        (errno.EDQUOT, "De schijf met de map ‘{}’ is vol: maak ruimte vrij of kies een andere map."),
        (errno.EROFS, "In de map ‘{}’ mag Ruggespraak niet schrijven: kies een andere map."),
        (errno.EACCES, "In de map ‘{}’ mag Ruggespraak niet schrijven: kies een andere map."),
        (errno.ENAMETOOLONG, "De naam van de map ‘{}’ is te lang om er iets in te bewaren: kies een andere map."),
        (
            errno.EIO,
            "Schrijven in de map ‘{}’ lukt nu niet: kijk of de schijf nog bereikbaar is, of kies een andere map.",
        ),
    ],
)
def test_every_trouble_has_its_sentence_and_leaves_nothing_behind(tmp_path: Path, number: int, sentence: str):
    half_written = SimpleNamespace(save=lambda file: (file.write(b"half"), raising(OSError(number, "fout"))()))
    (tmp_path / NAME).write_bytes(b"van gisteren")
    with pytest.raises(ExportProblem) as refused:
        save_document(half_written, tmp_path, NAME, overwrite=True)
    assert str(refused.value) == sentence.format(tmp_path)
    assert files_in(tmp_path) == [NAME]
    assert (tmp_path / NAME).read_bytes() == b"van gisteren"


def test_while_it_is_written_no_name_of_a_pupil_is_on_the_disk(tmp_path: Path):
    seen: list[str] = []
    save_document(SimpleNamespace(save=lambda file: seen.extend(files_in(tmp_path))), tmp_path, NAME)
    (name,) = seen
    assert name.startswith(".ruggespraak-")
    assert "Noor" not in name


def test_what_a_power_cut_left_behind_is_taken_away(document: Document, tmp_path: Path):
    old, fresh = tmp_path / ".ruggespraak-aa.tmp", tmp_path / ".ruggespraak-bb.tmp"
    for each in (old, fresh):
        each.write_bytes(b"half een verslag")
    os.utime(old, (time.time() - 7200,) * 2)
    save_document(document, tmp_path, NAME)
    assert files_in(tmp_path) == [fresh.name, NAME]


def test_beside_an_older_one_it_gets_the_first_free_number(tmp_path: Path):
    assert free_name(tmp_path, NAME) == NAME
    for expected in ("(2)", "(3)"):
        (tmp_path / free_name(tmp_path, NAME)).touch()
        assert free_name(tmp_path, NAME) == NAME.replace(".docx", f" {expected}.docx")
