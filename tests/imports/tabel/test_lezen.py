"""What stands in a table is what comes out, whatever wrote it."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.tabel import Tabel, lees_bestand, lees_tekst
from tests.imports.tabel.maak_blad import ods, xlsx

KOP = ("Roepnaam", "Achternaam", "Geboortedatum", "Niveau")
RIJEN = (("Noor", "Berg", "02-03-2017", "3"), ("Zoë", "Núñez", "30-11-2018", "0"))
CELLEN = [list(KOP), ["Noor", "Berg", date(2017, 3, 2), 3], ["Zoë", "Núñez", date(2018, 11, 30), 0]]


def lees(tmp_path: Path, data: bytes, naam: str = "lijst.csv") -> Tabel:
    path = tmp_path / naam
    path.write_bytes(data)
    return lees_bestand(path)


def as_text(teken: str) -> str:
    return "\r\n".join(teken.join(each) for each in (KOP, *RIJEN))


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252"])
@pytest.mark.parametrize("teken", ["\t", ";", ",", "|"])
def test_every_encoding_and_separator_reads_the_same(tmp_path: Path, codering: str, teken: str):
    found = lees(tmp_path, as_text(teken).encode(codering))
    assert found == Tabel(KOP, RIJEN, "lijst.csv", (2, 3), 1)


@pytest.mark.parametrize("data", [xlsx(Blad1=CELLEN), ods(CELLEN)], ids=["xlsx", "ods"])
def test_a_spreadsheet_reads_as_people_see_it(tmp_path: Path, data: bytes):
    assert lees(tmp_path, data, "lijst") == Tabel(KOP, RIJEN, "lijst", (2, 3), 1)


def test_an_old_spreadsheet_reads_too_and_the_sheet_with_the_list_is_found():
    assert lees_bestand(Path(__file__).with_name("lijst.xls")) == Tabel(KOP, RIJEN, "lijst.xls, blad Lijst", (2, 3), 1)


def test_the_sheet_whose_headings_are_known_goes_before_others(tmp_path: Path):
    data = xlsx(Uitleg=[["Hallo", "iedereen"], ["a", "b"]], Leeg=[], Kinderen=CELLEN)
    assert lees(tmp_path, data, "a.xlsx").bron == "a.xlsx, blad Kinderen"


def test_numbers_and_ticks_of_a_spreadsheet_become_words(tmp_path: Path):
    data = xlsx(Blad=[["Naam", "Groep", "Gezag", "Tolk"], ["Bo", 5.0, True, False], ["Jip", 1.5, "", ""]])
    assert lees(tmp_path, data).rijen == (("Bo", "5", "ja", "nee"), ("Jip", "1.5", "", ""))


def test_rows_keep_their_line_and_empty_ones_go():
    text = 'Lijst van groep 5\n\nNaam;Adres\n"Bo Berg";"Dorpsstraat 1\nAchterom"\n;\n  \nJip;Plein 2\n'
    found = lees_tekst(text)
    assert found.kop == ("Naam", "Adres")
    assert found.rijen == (("Bo Berg", "Dorpsstraat 1 Achterom"), ("Jip", "Plein 2"))
    assert (found.kopregel, found.regels) == (3, (4, 8))


def test_the_line_in_which_excel_names_the_separator_is_honoured():
    assert lees_tekst("sep=,\nNaam,Groep\nBo; Jip,5\n") == Tabel(
        ("Naam", "Groep"), (("Bo; Jip", "5"),), "De geplakte tabel", (3,), 2
    )


@pytest.mark.parametrize(
    ("text", "kop"),
    [
        ("Voornaam;Achternaam;Groep\nBo;Berg;1/2A", ("Voornaam", "Achternaam", "Groep")),
        ("Naam\nBo Berg", ("Naam",)),
        ("Kind,Score\nBo,5\nJip,7", ("Kind", "Score")),
        ("Wie,Punten\nBo,5\nJip,7", ("Wie", "Punten")),
        ("Naam;Telefoon;Naam;\nBo;1;Jip;x", ("Naam", "Telefoon", "Naam (2)", "kolom 4")),
        ("Bo\tBerg\t5\nNoor\tHof\t6", ("kolom 1", "kolom 2", "kolom 3")),
        ("Bo;Berg\nNoor;Hof", ("kolom 1", "kolom 2")),
        ("Bo Berg\nNoor Hof", ("kolom 1",)),
    ],
)
def test_headings_are_recognised_and_otherwise_numbered(text: str, kop: tuple[str, ...]):
    assert lees_tekst(text).kop == kop


def test_a_row_longer_or_shorter_than_the_heading_fits_all_the_same():
    assert lees_tekst("Naam;Groep\nBo;5;extra\nJip").rijen == (("Bo", "5", "extra"), ("Jip", "", ""))


words = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters='"'), min_size=1, max_size=8)


@given(st.lists(st.tuples(words, words, words), min_size=1, max_size=6), st.sampled_from("\t;,"))
def test_what_a_program_writes_as_csv_comes_back(rows: list[tuple[str, str, str]], teken: str):
    made = io.StringIO()
    csv.writer(made, delimiter=teken).writerows([("Naam", "Groep", "Gezag"), *rows])
    found = lees_tekst(made.getvalue())
    assert found.kop == ("Naam", "Groep", "Gezag")
    assert len(found.rijen) == len(rows) == len(found.regels)


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str):
    from app.imports.problem import ImportProblem

    try:
        found = lees_tekst(text)
    except ImportProblem as problem:
        assert str(problem).endswith(".")
    else:
        assert found.rijen
        assert len(set(found.kop)) == len(found.kop)
        assert {len(each) for each in found.rijen} == {len(found.kop)}
        assert len(found.rijen) == len(found.regels)
