"""A table that can't be used: one clear sentence, at once, and nothing else; whatever it does, the program lives."""

import gzip
import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.imports.problem import ImportProblem
from app.imports.tabel import MAX_RIJEN, lees_bestand, lees_tekst, werkblad
from tests.imports.tabel.maak_blad import ods, packed, xlsx, xlsx_van

GOED = xlsx(Blad=[["Naam", "Groep"], ["Bo Berg", 5]])


def refused(folder: Path, data: bytes, naam: str = "lijst.csv") -> str:
    path = folder / naam
    path.write_bytes(data)
    with pytest.raises(ImportProblem) as problem:
        lees_bestand(path)
    sentence = str(problem.value)
    assert sentence.startswith(naam) and sentence.endswith(".")
    return sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "heeft geen rijen"),
        (b"\xef\xbb\xbf \r\n;;\r\n", "heeft geen rijen"),
        (b"Naam;Groep\r\n", "heeft geen rijen"),
        (b"%PDF-1.7\n%\xe2\xe3", "is een PDF, geen tabel"),
        (b"<?xml version='1.0'?><EDEX/>", "is een XML-bestand, geen tabel"),
        (b"{\\rtf1\\ansi Naam}", "is een tekstdocument, geen tabel"),
        (bytes(range(256)) * 40, "is geen tabel: kies"),
        (gzip.compress(b"Naam;Groep\nBo;5"), "is geen tabel: kies"),
        (packed({"lijst.csv": "Naam;Groep"}), "is een ingepakt bestand, geen tabel"),
        (packed({"xl/workbook.xml": "geen xml"}), "is beschadigd of van een soort"),
        (GOED[: len(GOED) // 2], "is beschadigd of van een soort"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "is beschadigd of van een soort"),
        (xlsx(Blad=[]), "heeft geen rijen"),
        (ods([]), "heeft geen rijen"),
        (b'Naam;Groep\n"Bo;5\nJip;6\n', "heeft op regel 2 een aanhalingsteken dat nergens sluit"),
        (b"Naam;Groep\n" + b'"' + b"x" * 200_000, "heeft op regel 2 een aanhalingsteken dat nergens sluit"),
        (b"Naam;Groep\nBo" + b";x" * 400, "heeft op regel 2 meer dan 250 kolommen"),
        (b"Naam;Groep\n" + b"Bo;5\n" * MAX_RIJEN, "heeft meer dan 100.000 rijen"),
    ],
)
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path: Path, data: bytes, sentence: str):
    assert sentence in refused(tmp_path, data)


def test_a_file_of_two_hundred_megabytes_is_refused_unread(tmp_path: Path):
    path = tmp_path / "film.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(
        ImportProblem, match=r"film.csv is 200 MB en dat is te groot voor een tabel \(hoogstens 20 MB\)"
    ):
        lees_bestand(path)


def test_a_file_that_is_gone_or_a_folder(tmp_path: Path):
    for path in (tmp_path / "weg.csv", tmp_path):
        with pytest.raises(ImportProblem, match="kies het bestand opnieuw"):
            lees_bestand(path)


@pytest.mark.parametrize("place", ["XFD1048576", "ZZZ9999999", "A9999999"])
def test_one_word_far_away_does_not_take_all_memory(tmp_path: Path, place: str):
    cell = f'<row r="1"><c r="{place}" t="inlineStr"><is><t>x</t></is></c></row>'
    assert "een cel die heel ver van de lijst staat" in refused(tmp_path, xlsx_van({"Blad": cell}), "ver.xlsx")


def test_a_small_file_that_unpacks_to_a_large_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(werkblad, "MAX_UITGEPAKT", 1_000_000)
    bomb = packed({"xl/worksheets/sheet1.xml": " " * 2_000_000})
    assert "heeft te veel cellen" in refused(tmp_path, bomb, "bom.xlsx")


@pytest.mark.parametrize(("begin", "end"), [("<!DOCTYPE x [<!ENTITY a 'b'>]>", ""), ("", "<"), ("", "</office:body>")])
def test_a_sheet_of_libreoffice_that_is_no_good_xml(tmp_path: Path, begin: str, end: str):
    with zipfile.ZipFile(io.BytesIO(ods([["Naam"], ["Bo"]]))) as good:
        content = begin + good.read("content.xml").decode() + end
    assert "is beschadigd" in refused(tmp_path, packed({"content.xml": content}), "lijst.ods")


def test_a_sheet_of_libreoffice_that_repeats_for_ever(tmp_path: Path):
    with zipfile.ZipFile(io.BytesIO(ods([["Naam"], ["Bo"]]))) as good:
        content = good.read("content.xml").decode()
    wide = content.replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="999999999"')
    long = content.replace("<table:table-row", '<table:table-row table:number-rows-repeated="999999999"')
    assert "meer dan 250 kolommen" in refused(tmp_path, packed({"content.xml": wide}), "lijst.ods")
    assert "meer dan 100.000 rijen" in refused(tmp_path, packed({"content.xml": long}), "lijst.ods")


def test_a_file_that_lies_about_its_size(tmp_path: Path):
    data = bytearray(packed({"xl/worksheets/sheet1.xml": "x" * 10_000}))
    size = (10_000).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (10).to_bytes(4, "little")
    assert "is beschadigd" in refused(tmp_path, bytes(data), "leugen.xlsx")


def test_a_file_with_a_password_says_so(tmp_path: Path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")
    data = bytearray(made.getvalue())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + offset] |= 1  # the bit that says: encrypted
    assert "is beschadigd of van een soort die niet gelezen kan worden" in refused(tmp_path, bytes(data), "slot.xlsx")


def test_pasting_nothing_or_too_much():
    for text in ("", " \n\t\n", "Naam;Groep"):
        with pytest.raises(ImportProblem, match="De geplakte tabel heeft geen rijen"):
            lees_tekst(text)
    with pytest.raises(ImportProblem, match="te groot voor een tabel"):
        lees_tekst("x" * 21 * 1024 * 1024)


@settings(max_examples=60)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, begin: bytes):
    path = tmp_path_factory.mktemp("x") / "x.csv"
    path.write_bytes(begin + data)
    read_or_refused(path)


@pytest.mark.parametrize("seed", range(60))
def test_a_spreadsheet_with_broken_bytes_is_read_or_refused(tmp_path: Path, seed: int):
    chance = random.Random(seed)
    whole = (GOED, ods([["Naam"], ["Bo Berg"]]), Path(__file__).with_name("lijst.xls").read_bytes())[seed % 3]
    data = bytearray(whole)
    for _ in range(1 + seed % 8):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    read_or_refused(path)


def read_or_refused(path: Path) -> None:
    try:
        assert lees_bestand(path).rijen
    except ImportProblem as problem:
        assert str(problem).endswith(".")
