"""Times from Parro: read from whatever table people paste, and never planned twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.parro import lees_parro
from app.imports.problem import ImportProblem
from app.models.parrocel import Cel, lees_cel
from app.models.parronamen import Kind
from app.models.parrotijden import GEEN_DATUM, GEEN_KIND, GEEN_NAAM, GEEN_TIJD, MEER_KINDEREN, Gelezen, lees_tijden

MAANDAG = date(2026, 9, 7)
VRIJDAG = date(2026, 9, 11)

NOOR = Kind("1", "Noor", "van den", "Berg", "g5")
ALI = Kind("2", "Ali", "", "Yılmaz", "g5")
ZOE = Kind("3", "Zoë", "", "Smit-Jansen", "g5")
NOOR_K = Kind("4", "Noor", "", "Klaver", "g7")
KINDEREN = (NOOR, ALI, ZOE, NOOR_K)


def lees(text: str, *kinderen: Kind) -> Gelezen:
    return lees_tijden(lees_parro(text), kinderen or KINDEREN, MAANDAG, VRIJDAG)


def wie_wanneer(gelezen: Gelezen) -> list[tuple[str, int, str, int]]:
    return [(each.kind.roepnaam, each.datum.day, each.tijd, each.minuten) for each in gelezen.tijden]


VERWACHT = [("Noor", 7, "15:00", 10), ("Ali", 8, "15:10", 10)]


@pytest.mark.parametrize(
    "text",
    [
        "Datum\tTijd\tLeerling\n7-9-2026\t15:00 - 15:10\tNoor van den Berg\n8-9-2026\t15:10 - 15:20\tAli Yılmaz",
        "07-09-2026;15.00-15.10;Noor van den Berg\n08-09-2026;15.10-15.20;Ali Yilmaz\n",
        "Kind;Ouder;Begin;Eind;Dag\nBerg, Noor van den;Mia Berg;15:00;15:10;ma 7 september\n"
        "Yilmaz, Ali;;15:10;15:20;di 8 sep",
        "Roepnaam\tTussenvoegsel\tAchternaam\tTijdstip\nNoor\tvan den\tBerg\tma 7 sep 2026, 15:00 – 15:10\n"
        "Ali\t\tYilmaz\tdi 8 sep 2026, 15:10 – 15:20",
        "Geboortedatum\tNaam\tGeboekt op\tGesprek\n"
        "2-3-2016\tNoor van den Berg (5/6)\t1-9-2026 08:12\t7-9-2026 van 15:00 tot 15:10 uur\n"
        "4-5-2016\tAli Yilmaz (5/6)\t2-9-2026 19:40\t8-9-2026 van 15:10 tot 15:20 uur",
        "Maandag 7 september 2026\n15:00 - 15:10\tNoor B.\nDinsdag 8 september 2026\n15:10 - 15:20\tAli",
        "Startgesprekken groep 5\n\nma 7 september\nTijd;Leerling\n15:00-15:10;Noor Berg\n15:20-15:30;\n"
        "di 8 september\n15:10-15:20;Ali\n15:20-15:30;vrij",
    ],
    ids=["with headings", "semicolons", "other order", "name in parts", "more columns", "days above", "a title too"],
)
def test_the_columns_may_stand_in_any_order_and_be_called_anything(text: str):
    gelezen = lees(text)
    assert wie_wanneer(gelezen) == VERWACHT
    assert gelezen.missers == ()


def test_a_time_that_nobody_chose_is_counted_and_no_mistake():
    gelezen = lees("7-9;15:00;Noor van den Berg\n7-9;15:10;\n7-9;15:20;beschikbaar")
    assert (len(gelezen.tijden), gelezen.vrij, gelezen.missers) == (1, 2, ())


def test_rows_that_can_not_be_matched_are_named_with_line_and_reason():
    gelezen = lees(
        "Dag;Tijd;Wie\n7-9;15:00;Ali\n7-9;15:10;Pien de Boer\n7-9;15:20;Noor\n7-9;;Zoë Smit-Jansen\n"
        ";15:40;Zoë\nTotaal: 4"
    )
    assert wie_wanneer(gelezen) == [("Ali", 7, "15:00", 0)]
    assert [(each.regel, each.reden) for each in gelezen.missers] == [
        (3, GEEN_KIND),
        (4, MEER_KINDEREN),
        (5, GEEN_TIJD),
        (6, GEEN_DATUM),
        (7, GEEN_NAAM),
    ]
    assert gelezen.missers[0].tekst == "7-9 · 15:10 · Pien de Boer"


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("Dag;Tijd;Wie\n7-9;15:00;Ali\n7-9;25:10;Zoë", 3, "kolom 2 (‘Tijd’)", "25:10"),
        ("7-9;Ali;15:00\n7-9;Zoë;15:75", 2, "kolom 3", "15:75"),
        ("7-9;Ali;15:00 - 15:10\n7-9;Zoë;15:10 - 24.20", 2, "kolom 3", "24.20"),
        ("Kind;Begin;Eind;Dag\nAli;15:00;15:10;7-9\nZoë;15:10;25.20;7-9", 3, "kolom 3 (‘Eind’)", "25.20"),
        ("Zoë;ma 7 sep 26 uur", 1, "kolom 2", "26 uur"),
        ("7-9;15:00;Ali\n7-9;25:10;", 2, "kolom 2", "25:10"),
    ],
)
def test_a_time_that_cannot_be_is_named_with_its_row_and_column(text: str, line: int, column: str, words: str):
    (missed,) = lees(text).missers
    assert missed.regel == line
    assert missed.reden == (
        f"Op regel {line}, {column}, staat ‘{words}’, en zo laat is het nooit: schrijf een tijd als 15:10."
    )


def test_an_amount_in_another_column_is_no_time():
    gelezen = lees("Dag;Tijd;Wie;Bedrag\n7-9;15:00;Ali;27.95\n7-9;15:10;Zoë;€ 31.80")
    assert wie_wanneer(gelezen) == [("Ali", 7, "15:00", 0), ("Zoë", 7, "15:10", 0)]


def test_within_one_group_a_first_name_is_enough():
    assert wie_wanneer(lees("7-9;15:00;Noor", NOOR, ALI)) == [("Noor", 7, "15:00", 0)]


def test_a_list_of_another_group_says_so_of_every_row():
    gelezen = lees("7-9;15:00;Pien de Boer\n7-9;15:10;Jet Vos")
    assert [each.reden for each in gelezen.missers] == [GEEN_KIND, GEEN_KIND]


@pytest.mark.parametrize("text", ["", " \n\t\n", ";;;"])
def test_nothing_is_said_to_be_nothing(text: str):
    with pytest.raises(ImportProblem, match="leeg"):
        lees_parro(text)


@pytest.mark.parametrize(
    ("text", "cel"),
    [
        ("ma 7 sep. 2026, 15u30", Cel(MAANDAG, ("15:30",))),
        ("2026-09-07 10:00:00", Cel(MAANDAG, ("10:00",))),
        ("van 9 uur tot 9.15 uur", Cel(None, ("09:00", "09:15"))),
        ("7/9", Cel(MAANDAG)),
        ("Mei Ling", Cel(rest="Mei Ling")),
        ("Noor Berg (7/8)", Cel(rest="Noor Berg (7/8)")),
        ("10 min", Cel(rest="10 min")),
        ("31-9-2026", Cel(rest="31-9-2026")),
        ("ma 7 sep. 25:10", Cel(MAANDAG, mis="25:10")),
    ],
)
def test_a_cell_is_read_as_people_write_it(text: str, cel: Cel):
    assert lees_cel(text, MAANDAG) == cel


@given(st.text("0123456789:-/.;\t\n maNoorjuni", max_size=80))
def test_whatever_is_pasted_is_read_or_named_never_a_crash(text: str):
    try:
        gelezen = lees(text)
    except ImportProblem:
        return
    assert all(each.reden for each in gelezen.missers)
