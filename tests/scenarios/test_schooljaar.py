"""One school year of conversations with one group, from the first of September to July, in the real window."""

from datetime import date
from functools import partial
from pathlib import Path

import docx
from PySide6.QtCore import Qt

from app.models.bespreking import Afspraak
from app.models.gesprek import Momentkeuze
from app.storage.archive import Archive
from app.ui.afspreken.dialogen import VerplaatsDialoog
from app.ui.afspreken.notitie import PhoneNoteDialog
from app.ui.afspreken.overig import OverigDialoog
from app.ui.exporteren.agenda_dialoog import AgendaDialog
from app.ui.gesprek.view import GesprekView
from app.ui.gesprekken.moment import MomentDialog
from app.ui.gesprekkenplannen.view import GesprekkenplannenView
from app.ui.gespreksmoment.view import GespreksmomentView
from app.ui.widgets.table_model import VALUE
from tests.exports.lezen import as_text
from tests.faults.program import Program, archive_with_keys
from tests.scenarios.in_het_venster import (
    ALT,
    CONTROL,
    DOWN,
    ENTER,
    RIGHT,
    SPACE,
    choose,
    choose_all,
    find,
    from_menu,
    held,
    lines,
    marks,
    on,
    open_list,
    overview,
    settle,
    view,
    with_dialog,
)
from tests.scenarios.schooljaar_school import JAAR, PUPILS, Vandaag, fill, gesprekken
from tests.scenarios.schooljaar_start import (
    AFSPRAAK,
    count_what_is_late,
    hand_the_report_over,
    open_the_planner,
    take_over_parro,
    tell_where_the_others_are,
    tick_the_group,
    write_the_full_report,
)

CHECK, ACT = "De meeste kinderen gaan met plezier naar school.", "In september de buitenspeelregels oefenen."


def plan_the_follow_up(you: Program) -> None:
    """What it follows from, when, and at what time."""
    you.tab_to("Waar volgt het uit?")
    you.press(DOWN)
    you.tab_to("Datum")
    you.type("12 okt")
    you.tab_to("Tijd")
    you.type("1500")
    you.press(ENTER, CONTROL)


def move_it(you: Program) -> None:
    """To another day, and why."""
    you.type("14 okt")
    you.tab_to("Tijd")
    you.type("15:30")
    you.tab_to("Waarom?")
    you.type("ouders konden niet")
    you.press(ENTER, CONTROL)


def follow_up_an_agreement(you: Program, vandaag: Vandaag) -> None:
    """A conversation outside the moments, because that was agreed: planned, moved since parents could not, and held."""
    find(you, "Mila Fok")
    with_dialog(you, OverigDialoog, partial(plan_the_follow_up, you), lambda: you.push("Nieuw gesprek"))
    view(you, GesprekView)
    you.wait(lambda: you.says("maandag 12 oktober 2026, 15:00"))
    with_dialog(you, VerplaatsDialoog, partial(move_it, you), lambda: you.push("Verplaats"))
    you.wait(lambda: you.says("woensdag 14 oktober 2026, 15:30"))
    on(you, vandaag, date(2026, 10, 14))
    you.press(Qt.Key.Key_Left, ALT)
    view(you, GesprekView)
    settle(you)
    you.press(ENTER, CONTROL)
    you.wait(lambda: you.says("gehouden"))
    you.tab_to(AFSPRAAK)
    you.press(SPACE)
    you.wait(lambda: you.says("Er staan geen afspraken open"))
    you.push("Verslag staat in ParnasSys")
    you.wait(lambda: you.says("Het verslag staat in ParnasSys sinds 14 oktober 2026."))
    (other,) = [each for each in you.ask(gesprekken) if each.soort == "overig"]
    (agreed,) = you.ask(lambda archive: archive.all(Afspraak))
    assert (other.staat, other.datum, other.afspraak) == ("gehouden", date(2026, 10, 14), agreed.id)
    assert agreed.staat == "gedaan"


def note_a_call(you: Program) -> None:
    """The mother of Ali calls while his dossier is open: Ctrl+T, the words, Ctrl+Enter."""
    find(you, "Ali Es")

    def answer() -> None:
        you.type("Moeder belde: oma is ziek.")
        you.press(ENTER, CONTROL)

    with_dialog(you, PhoneNoteDialog, answer, lambda: you.press(Qt.Key.Key_T, CONTROL))
    you.wait(lambda: you.says("De notitie is bewaard."))
    (noted,) = [each for each in you.ask(gesprekken) if each.leerling == "ali" and not each.moment]
    assert (noted.notitie, noted.staat, noted.datum) == ("Moeder belde: oma is ziek.", "gehouden", date(2026, 10, 14))


def tick_the_kindgesprekken(you: Program) -> None:
    """With the children alone, somewhere in October; their reports stand in ParnasSys."""
    open_list(you, "Kind okt")
    assert {row["erbij"] for row in lines(you).values()} == {"leerling"}
    choose_all(you)
    held(you, elders=True, dag="30 okt")
    assert {(row["gesprek"].text, row["verslag"].text) for row in lines(you).values()} == {("gehouden", "in ParnasSys")}


def plan_the_rapportgesprekken(you: Program) -> None:
    """By the program itself, on two afternoons, with brother and sister one after the other."""
    overview(you)
    you.push("Gesprekken plannen")
    screen = view(you, GesprekkenplannenView)
    settle(you)
    assert you.says("Rapportgesprekken februari")
    you.tab_to("Tijden uit Parro")
    you.press(RIGHT)
    for day in ("wo 10 feb", "do 11 feb", "vr 12 feb"):
        you.tab_to(day)
        you.press(SPACE)

    you.wait(lambda: you.says("7 gesprekken · 16 plekken"))
    you.press(ENTER, CONTROL)
    you.wait(lambda: screen.accept.text().startswith("Zet 7 gesprekken vast"))
    you.press(ENTER, CONTROL)
    you.wait(lambda: you.says("7 gesprekken staan vast."))
    settle(you)
    day = date(2027, 2, 8)
    found = [each for each in you.ask(gesprekken) if each.moment == "rapport_feb"]
    assert {each.leerling: (each.datum, each.tijd) for each in found if each.leerling in ("bo", "noor")} == {
        "bo": (day, "15:00"),
        "noor": (day, "15:15"),
    }
    assert {(each.datum, each.medewerker) for each in found} == {(day, "joke")}


def invite_the_parents(you: Program, documents: Path) -> None:
    """From the list, where a pupil of groep 5 comes along and one of groep 4 does not: a letter for each address."""
    you.push("Naar de lijst")
    view(you, GespreksmomentView)
    settle(you)
    shown = lines(you)
    assert shown["noor", "", ""]["erbij"] == "ouders, leerling"
    assert shown["bo", "", ""]["erbij"] == "ouders"
    assert shown["sem", "vader_dam", ""]["erbij"] == "Victor Dam"
    choose_all(you)
    you.push("Uitnodigingen (Word)")
    you.wait(lambda: you.says("is gemaakt."))
    (letters,) = documents.glob("*groep*")
    words = as_text(docx.Document(str(letters)))
    assert words.count("Uitnodiging voor het rapportgesprek") == 7
    assert "Ali is er ook bij." in words
    assert "Tess is er ook bij." not in words
    assert words.index("Kade 1") < words.index("Singel 2")


def hold_the_rapportgesprekken(you: Program) -> None:
    """Held on their own day, reported in ParnasSys."""
    open_list(you, "Rapport feb")
    choose_all(you)
    held(you, elders=True)
    found = [each for each in you.ask(gesprekken) if each.moment == "rapport_feb"]
    assert {(each.staat, each.datum, each.verslag_elders) for each in found} == {("gehouden", date(2027, 2, 8), True)}


def tick_march(you: Program) -> None:
    """The second kindgesprekken, as in October; Ali's handelingsplan has ended by now."""
    open_list(you, "Kind mrt")
    assert marks(lines(you)["ali", "", ""]) == []
    choose_all(you)
    held(you, elders=True, dag="24 mrt")


def finish_july(you: Program) -> None:
    """Optional: the parents of Tess asked for one, the others did not."""
    open_list(you, "Rapport jul")
    assert view(you, GespreksmomentView).optional.isVisible()
    choose(you, "tess")
    held(you, elders=True, dag="6 jul")
    choose(you, "ali", "bo", "mila", "noor", "sem")
    from_menu(you, "Ging niet door", "Niet gevraagd")
    found = [each for each in you.ask(gesprekken) if each.moment == "rapport_jul"]
    assert sorted((each.leerling, each.staat) for each in found) == [
        ("ali", "niet_nodig"),
        ("bo", "niet_nodig"),
        ("mila", "niet_nodig"),
        ("noor", "niet_nodig"),
        ("sem", "niet_nodig"),
        ("sem", "niet_nodig"),
        ("tess", "gehouden"),
    ]


def look_back_on_a_moment(you: Program) -> None:
    """What the conversations of February showed, and what the school does with it."""
    overview(you)

    def answer() -> None:
        you.tab_to("Check")
        you.type(CHECK)
        you.tab_to("Act")
        you.type(ACT)
        you.press(ENTER, CONTROL)

    you.tab_to("Rapport feb")
    with_dialog(you, MomentDialog, answer, lambda: you.press(SPACE))
    (kept,) = [each for each in you.ask(lambda archive: archive.all(Momentkeuze)) if each.check_notitie]
    assert (kept.schooljaar, kept.moment, kept.check_notitie, kept.act_notitie) == (JAAR, "rapport_feb", CHECK, ACT)


def everything_is_done(you: Program) -> None:
    """The whole row of the group is green, and nothing asks for anything."""
    found = overview(you)
    model = found.coverage.model()
    looks = [model.index(0, column).data(VALUE) for column in range(model.columnCount())]
    assert [each.staat for each in looks] == ["good"] * 5
    assert you.says("Er is niets wat nu iets vraagt.")


def take_the_year_outside(you: Program, documents: Path) -> None:
    """For the directeur in Word, and in the calendar without any name."""
    overview(you)
    you.push("Jaarplanning in Word")
    you.wait(lambda: you.says("is gemaakt."))
    (plan,) = documents.glob("Jaarplanning*.docx")
    words = as_text(docx.Document(str(plan)))
    for each in ("Startgesprekken", "Rapportgesprekken juli", "De Wilg"):
        assert each in words
    with_dialog(you, AgendaDialog, lambda: you.press(ENTER, CONTROL), lambda: you.push("Naar agenda"))
    you.wait(lambda: len(list(documents.glob("*.ics"))) == 1)
    (calendar,) = documents.glob("*.ics")
    told = calendar.read_text(encoding="utf-8")
    assert "SUMMARY:Startgesprekken" in told
    assert not any(last in told for _, last, *_ in PUPILS.values())


def test_a_school_year_of_one_group(program, tmp_path, vandaag, documents):
    archive_with_keys(tmp_path / "archief", fill)
    you = program(tmp_path / "archief")
    you.unlock()
    you.unlocked()

    open_the_planner(you)
    on(you, vandaag, date(2026, 9, 8))
    take_over_parro(you)
    on(you, vandaag, date(2026, 9, 11))
    tick_the_group(you)
    on(you, vandaag, date(2026, 9, 21))
    count_what_is_late(you)
    write_the_full_report(you)
    hand_the_report_over(you, documents)
    tell_where_the_others_are(you)
    on(you, vandaag, date(2026, 10, 5))
    follow_up_an_agreement(you, vandaag)
    note_a_call(you)
    on(you, vandaag, date(2026, 11, 2))
    tick_the_kindgesprekken(you)
    on(you, vandaag, date(2027, 2, 1))
    plan_the_rapportgesprekken(you)
    invite_the_parents(you, documents)
    on(you, vandaag, date(2027, 2, 9))
    hold_the_rapportgesprekken(you)
    on(you, vandaag, date(2027, 4, 1))
    tick_march(you)
    on(you, vandaag, date(2027, 7, 9))
    finish_july(you)
    look_back_on_a_moment(you)
    everything_is_done(you)
    take_the_year_outside(you, documents)
    assert you.ask(Archive.check) == []
