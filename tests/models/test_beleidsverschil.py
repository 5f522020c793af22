"""What another policy would change: days, moments, rules; and what stays of conversations under what goes away."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.models.beleidsverschil import vergelijk
from app.models.gespreksbeleid.definition import Beleid, Regel, Verslagtermijn
from app.models.gespreksbeleid.loader import parse_beleid
from app.models.jaarplan import maak_jaarplan
from app.models.kalender import maak_kalender
from app.models.vakanties import parse_vakanties
from app.resources import resource

YEAR = "2026-2027"
SHIPPED = parse_vakanties(resource("vakanties", f"{YEAR}.toml").read_text("utf-8"), YEAR)
DAYS = maak_kalender(YEAR, "midden", SHIPPED)


def preset(name: str) -> Beleid:
    return parse_beleid(resource("gespreksbeleid", f"{name}.toml").read_text("utf-8"), name)


LAW, PAPER = preset("wettelijke_tijdlijn"), preset("beleid_van_de_bron")


def changed(beleid: Beleid, kind: str, **values: object) -> Beleid:
    return replace(beleid, soorten=tuple(replace(s, **values) if s.id == kind else s for s in beleid.soorten))


def with_moment(beleid: Beleid, moment_id: str, **values: object) -> Beleid:
    kinds = (
        replace(s, momenten=tuple(replace(m, **values) if m.id == moment_id else m for m in s.momenten))
        for s in beleid.soorten
    )
    return replace(beleid, soorten=tuple(kinds))


def compare(before: Beleid, after: Beleid, counts: dict[str, tuple[int, int]] | None = None):
    return vergelijk(maak_jaarplan(DAYS, before), maak_jaarplan(DAYS, after), counts)


def test_a_policy_against_itself_changes_nothing():
    same = compare(LAW, LAW)
    assert same.leeg
    assert len(same.momenten) == sum(len(each.momenten) for each in LAW.soorten)


def test_another_week_shows_the_days_before_and_after():
    later = with_moment(LAW, "start", regel=Regel("schoolweek", week=3))
    (found,) = compare(LAW, later).veranderd
    assert (found.sleutel, found.wat) == ("start", "anders")
    assert found.voor.van < found.na.van
    assert found.voor.reden.startswith("tweede")
    assert found.na.reden.startswith("derde")


def test_moments_come_and_go_and_say_what_stays_of_their_conversations():
    found = {each.sleutel: each for each in compare(LAW, PAPER, {"advies_voorlopig": (2, 23)}).veranderd}
    assert found["verwijzing_definitief"].wat == "nieuw"
    assert found["advies_voorlopig"].wat == "weg"
    assert found["advies_voorlopig"].blijven.startswith("2 gepland en 23 gehouden gesprekken blijven bewaard")
    assert found["preadvies"].blijven == ""


def test_one_conversation_is_said_as_one():
    found = {each.sleutel: each for each in compare(LAW, PAPER, {"preadvies": (1, 0)}).veranderd}
    assert found["preadvies"].blijven.startswith("1 gepland gesprek blijft bewaard")


def test_for_whom_and_whether_it_must_is_said():
    fewer = with_moment(LAW, "rapport_feb", jaargroepen=("5", "6", "7"), verplicht=False)
    (found,) = compare(LAW, fewer).veranderd
    assert found.redenen == ("was voor alle groepen, wordt voor groep 5 tot en met 7", "wordt een aanbod")


def test_rules_without_a_date_are_said_in_sentences():
    other = replace(LAW, verslag=Verslagtermijn(5, "schooldagen"), niveau_vanaf=2, formulier_vanaf_niveau=True)
    other = changed(other, "startgesprek", minuten=15, bijlage="Neem een foto mee.", leerling_vanaf=None)
    said = " ".join(compare(LAW, other).regels)
    for words in (
        "was binnen 7 kalenderdagen, wordt binnen 5 schooldagen",
        "vanaf niveau 2",
        "altijd het hele formulier",
        "Startgesprek: was 10 minuten, wisselen meegerekend, wordt 15 minuten",
        "wordt leerkracht en ouders",
        "wordt met een eigen tekst bij de uitnodiging",
    ):
        assert words in said


def test_a_kind_that_goes_is_named():
    without = replace(LAW, soorten=tuple(each for each in LAW.soorten if each.id != "kindgesprek"))
    found = compare(LAW, without)
    assert "Kindgesprek staat er niet meer in." in found.regels
    assert {each.sleutel for each in found.veranderd} == {"kind_okt", "kind_mrt"}


@given(st.integers(1, 45), st.integers(1, 45))
def test_there_and_back_is_the_same_seen_from_the_other_side(one: int, other: int):
    a, b = (with_moment(LAW, "start", regel=Regel("schoolweek", week=week)) for week in (one, other))
    there, back = compare(a, b), compare(b, a)
    assert there.leeg is back.leeg
    assert {each.sleutel for each in there.veranderd} == {each.sleutel for each in back.veranderd}
    for each in there.veranderd:
        assert any((each.voor, each.na) == (mirror.na, mirror.voor) for mirror in back.veranderd)
