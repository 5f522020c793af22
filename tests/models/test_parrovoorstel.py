"""What a list from Parro changes in what is planned already."""

from dataclasses import replace
from datetime import date

import pytest

from app.models.gesprek import Gesprek
from app.models.kalender import Kalender, Vrij
from app.models.parronamen import Kind
from app.models.parrotijden import Gelezen, Misser, Tijd
from app.models.parrovoorstel import GELIJK, NIEUW, VERPLAATST, WEG, Parropost, Parrovoorstel, vergelijk

MAANDAG = date(2026, 9, 7)
DINSDAG = date(2026, 9, 8)
STUDIEDAG = date(2026, 9, 10)
KALENDER = Kalender(
    schooljaar="2026-2027",
    regio="midden",
    eerste_dag=date(2026, 8, 31),
    laatste_dag=date(2027, 7, 16),
    vrij=(Vrij("Studiedag", "studiedag", STUDIEDAG, STUDIEDAG),),
)

NOOR = Kind("noor", "Noor", "", "Berg", "g5")
ALI = Kind("ali", "Ali", "", "Yilmaz", "g5")
APART = Kind("bo", "Bo", "", "Dam", "g5", (("mia", ""), ("jan", "")), {"mia": "Mia Vos", "jan": "Jan Dam"})
MET_OPP = Kind("sem", "Sem", "", "Smit", "g5", (("", ""), ("", "opp")))
NIET = Kind("pim", "Pim", "", "Vos", "g7", ())
ALLEN = (NOOR, ALI, APART, MET_OPP, NIET)


def tijd(kind: Kind, klok: str = "15:00", dag: date = MAANDAG, regel: int = 2, verder: str = "") -> Tijd:
    return Tijd(regel, kind, dag, klok, 10, verder, f"{kind.naam} {klok}")


def gepland(kind: Kind, klok: str = "15:00", dag: date = MAANDAG, **anders: object) -> Gesprek:
    gesprek = Gesprek(id=f"{kind.id} {klok}", leerling=kind.id, datum=dag, tijd=klok, bron="parro")
    return replace(gesprek, **anders)  # type: ignore[arg-type]


def voorstel(*tijden: Tijd, hier: tuple[Gesprek, ...] = ()) -> Parrovoorstel:
    return vergelijk(Gelezen(tijden), ALLEN, hier, KALENDER, (MAANDAG, DINSDAG))


def soorten(found: Parrovoorstel) -> list[tuple[str, str]]:
    return [(each.soort, each.kind.id) for each in found.posten]


def redenen(found: Parrovoorstel) -> list[str]:
    return [each.reden for each in found.missers]


def test_a_first_paste_is_all_new():
    assert soorten(voorstel(tijd(NOOR), tijd(ALI, "15:10", regel=3))) == [(NIEUW, "noor"), (NIEUW, "ali")]


def test_a_second_paste_moves_adds_keeps_and_tells_what_is_gone():
    hier = (gepland(NOOR), gepland(ALI, "15:10"), gepland(MET_OPP, "15:20"))
    found = voorstel(tijd(NOOR), tijd(ALI, "16:00", DINSDAG), tijd(APART, verder="Jan"), hier=hier)
    assert soorten(found) == [(NIEUW, "bo"), (VERPLAATST, "ali"), (GELIJK, "noor"), (WEG, "sem")]
    assert found.van(VERPLAATST)[0].gesprek == hier[1]


def test_what_was_planned_by_hand_or_is_of_another_group_is_not_gone():
    hier = (gepland(ALI, "15:10", bron=""), gepland(NIET, "15:20"))
    assert soorten(voorstel(tijd(NOOR), hier=hier)) == [(NIEUW, "noor")]


def test_what_has_been_is_not_gone_though_parro_no_longer_shows_it():
    hier = (gepland(ALI, "15:10"), gepland(MET_OPP, "15:20", DINSDAG))
    found = vergelijk(Gelezen((tijd(NOOR, dag=DINSDAG),)), ALLEN, hier, KALENDER, (), vandaag=DINSDAG)
    assert soorten(found) == [(NIEUW, "noor"), (WEG, "sem")]


def test_a_time_that_was_planned_by_hand_is_not_planned_again():
    assert soorten(voorstel(tijd(NOOR), hier=(gepland(NOOR, bron=""),))) == [(GELIJK, "noor")]


def test_a_row_for_each_parent_of_one_conversation_is_one_conversation():
    assert soorten(voorstel(tijd(NOOR), tijd(NOOR, regel=3))) == [(NIEUW, "noor")]


def test_two_times_for_one_conversation_are_named():
    found = voorstel(tijd(NOOR), tijd(NOOR, "16:00", regel=9))
    assert soorten(found) == [(NIEUW, "noor")]
    assert found.missers == (
        Misser(9, "Noor Berg 16:00", "Noor Berg staat al op regel 2, op 7 sep om 15:00. Haal er een weg."),
    )


def test_separated_parents_are_told_apart_by_their_name():
    found = voorstel(tijd(APART, verder="dhr. Jan Dam"), tijd(APART, "16:00"))
    assert [(each.ouder, each.tijd.tijd) for each in found.posten if each.tijd] == [("jan", "15:00")]
    assert redenen(found) == ["De ouders van Bo Dam hebben elk een eigen gesprek. Zet erbij met welke ouder dit is."]


def test_an_extra_conversation_is_the_second_time_and_each_keeps_its_own():
    found = voorstel(tijd(MET_OPP, "16:00"), tijd(MET_OPP, "15:00"))
    assert {each.extra: each.tijd.tijd for each in found.posten if each.tijd} == {"": "15:00", "opp": "16:00"}
    hier = (gepland(MET_OPP, "15:00", extra="opp"), gepland(MET_OPP, "16:00"))
    assert soorten(voorstel(tijd(MET_OPP, "16:00"), tijd(MET_OPP, "15:00"), hier=hier)) == [
        (GELIJK, "sem"),
        (GELIJK, "sem"),
    ]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (tijd(NIET), "Pim Vos hoeft op dit moment geen gesprek."),
        (tijd(NOOR, dag=date(2025, 9, 8)), "8 september 2025 valt buiten dit schooljaar. Kijk het jaartal na."),
    ],
)
def test_what_can_not_be_is_named(row: Tijd, sentence: str):
    assert redenen(voorstel(row)) == [sentence]


def test_a_day_without_school_or_outside_the_moment_is_only_noticed():
    found = voorstel(tijd(NOOR, dag=STUDIEDAG), tijd(ALI, dag=date(2026, 9, 18)))
    assert {each.kind.id: each.let_op for each in found.posten} == {
        "noor": "Op 10 sep is er geen school.",
        "ali": "18 sep ligt buiten de dagen van dit moment.",
    }


def test_what_was_held_stays_held():
    hier = (gepland(NOOR, staat="gehouden"),)
    assert soorten(voorstel(tijd(NOOR, "15:30"), hier=hier)) == [(GELIJK, "noor")]
    assert redenen(voorstel(tijd(NOOR, dag=DINSDAG), hier=hier)) == [
        "Het gesprek over Noor Berg is al gehouden, op 7 september 2026. Dat blijft zo."
    ]


def test_what_was_called_off_comes_back_only_at_another_time():
    hier = (gepland(NOOR, staat="afgezegd"),)
    assert redenen(voorstel(tijd(NOOR), hier=hier)) == [
        "Dit gesprek over Noor Berg is afgezegd. Haal het in Parro weg, of kies daar een andere tijd."
    ]
    post = voorstel(tijd(NOOR, "16:00"), hier=hier).posten[0]
    assert (post.soort, post.gesprek) == (NIEUW, None)


def test_an_optional_conversation_that_nobody_asked_for_is_asked_for_after_all():
    hier = (gepland(NOOR, staat="niet_nodig", bron="", datum=None, tijd=""),)
    assert voorstel(tijd(NOOR), hier=hier).posten == (Parropost(NIEUW, NOOR, tijd=tijd(NOOR), gesprek=hier[0]),)
