"""One school year of conversations with one group, from the first of September to July, in the real window."""

from datetime import date
from functools import partial
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.bespreking import Afspraak
from app.models.gesprek import Plannertaak
from app.models.leerling import Niveau
from app.storage.archive import Archive
from app.ui import context
from app.ui.afspreken.dialogen import VerplaatsDialoog
from app.ui.afspreken.notitie import PhoneNoteDialog
from app.ui.afspreken.overig import OverigDialoog
from app.ui.exporteren import openen
from app.ui.formulier.paneel import FormPanel
from app.ui.formulier.view import FormulierView
from app.ui.gesprek.view import GesprekView
from app.ui.gesprekkenplannen.view import GesprekkenplannenView
from app.ui.verslag.view import VerslagView
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.table_model import Row
from tests.exports.lezen import as_text
from tests.faults.program import Program, archive_with_keys
from tests.scenarios.in_het_venster import (
    ALT,
    CONTROL,
    DOWN,
    ENTER,
    RIGHT,
    SPACE,
    TAB,
    choose,
    choose_all,
    find,
    held,
    lines,
    on,
    open_list,
    overview,
    paste,
    settle,
    view,
    with_dialog,
)
from tests.scenarios.schooljaar_school import Vandaag, fill, gesprekken

AFSPRAAK = "Bellen over de nachtrust"
PARRO = "\n".join(
    (
        "wo 9-9;15:00;Bo Berg",
        "wo 9-9;15:10;Noor Berg",
        "wo 9-9;15:20;Noor Berg",
        "wo 9-9;15:30;Ali Es",
        "do 10-9;15:00;Sem Dam;Mia Jansen",
        "do 10-9;15:10;Sem Dam;Victor Dam",
        "do 10-9;15:20;Mila Fok",
        "do 10-9;15:30;Tess Vos",
        "do 10-9;15:40;",
    )
)


@pytest.fixture
def vandaag(monkeypatch: pytest.MonkeyPatch) -> Vandaag:
    """Today in the story; the program asks it each time, as it asks the clock."""
    today = Vandaag(date(2026, 9, 1))
    monkeypatch.setattr(context, "Context", partial(context.Context, vandaag=today))
    return today


@pytest.fixture
def documents(tmp_path, monkeypatch: pytest.MonkeyPatch):
    """The folder that one points at in the system's own dialog."""
    folder = tmp_path / "documenten"
    folder.mkdir()
    monkeypatch.setattr(openen, "choose_folder", lambda *_: folder)
    return folder


def open_the_planner(you: Program) -> None:
    """In the week before: the task is there, and is ticked once the planner of Parro is open."""
    overview(you)
    assert you.says("Parro-planner openen: startgesprekken")
    you.tab_to("4/5")
    you.press(SPACE)
    you.wait(lambda: not you.says("Parro-planner openen: startgesprekken"))
    assert [each.groep for each in you.ask(lambda archive: archive.all(Plannertaak))] == ["g45"]


def take_over_parro(you: Program) -> None:
    """The times that parents booked; a second paste of the same list changes nothing."""
    overview(you)
    you.push("Gesprekken plannen")
    screen = view(you, GesprekkenplannenView)
    settle(you)
    you.tab_until(lambda widget: widget is screen.parro.text, "the field to paste in")
    paste(you, PARRO)
    you.wait(lambda: you.says("8 nieuw · 1 tijd is nog vrij"))
    you.press(ENTER, CONTROL)
    you.wait(lambda: you.says("8 gesprekken zijn bijgewerkt."))
    planned = you.ask(gesprekken)
    assert [(each.leerling, each.ouder, each.extra, each.datum.day, each.tijd) for each in planned] == [
        ("ali", None, "", 9, "15:30"),
        ("bo", None, "", 9, "15:00"),
        ("mila", None, "", 10, "15:20"),
        ("noor", None, "", 9, "15:10"),
        ("noor", None, "opp", 9, "15:20"),
        ("sem", "moeder_dam", "", 10, "15:00"),
        ("sem", "vader_dam", "", 10, "15:10"),
        ("tess", None, "", 10, "15:30"),
    ]

    you.tab_until(lambda widget: widget is screen.parro.text, "the field to paste in")
    paste(you, PARRO.replace(";", "\t"))
    you.wait(lambda: you.says("8 blijft zoals het is"))
    you.press(ENTER, CONTROL)
    settle(you)
    assert you.ask(gesprekken) == planned


def tick_the_group(you: Program) -> None:
    """On Friday afternoon: the whole group was spoken, the reports still have to be written."""
    open_list(you, "Start")
    shown = lines(you)
    assert marks(shown["noor", "", "opp"]) == ["over het OPP"]
    assert marks(shown["ali", "", ""]) == ["HP op de agenda"]
    assert marks(shown["mila", "", ""]) == ["niveau 3", "volledig verslag"]
    assert shown["mila", "", ""]["erbij"] == "ouders, leerling, IB’er en deskundigen (kan)"
    assert shown["bo", "", ""]["erbij"] == "ouders, leerling"
    assert [shown["sem", who, ""]["erbij"] for who in ("moeder_dam", "vader_dam")] == [
        "Mia Jansen, leerling",
        "Victor Dam, leerling",
    ]
    choose_all(you)
    held(you, elders=False)
    done = you.ask(gesprekken)
    assert {each.staat for each in done} == {"gehouden"}
    assert {(each.datum.day, each.medewerker) for each in done} == {(9, "joke"), (10, "eva")}


def count_what_is_late(you: Program) -> None:
    """A week and more later, no report is there: so many per teacher, and in total."""
    overview(you)
    assert you.says("8 verslagen te laat: Eva Kok 4 · Joke Smit 4")


def write_the_full_report(you: Program) -> None:
    """Of the pupil at niveau 3, in the form itself, until it is vastgesteld."""
    open_list(you, "Start")
    choose(you, "mila")
    you.push("Maak verslag")
    view(you, FormulierView)
    settle(you)
    you.tab_to("Wat moeten we over uw kind weten?")
    you.type("Mila slaapt slecht sinds de verhuizing.")
    next_section(you)
    you.tab_to("Hoe gaat het met uw kind?")
    you.type("Ze gaat weer graag naar school.")
    next_section(you)
    next_section(you)
    next_section(you)
    choose_level(you, 2)
    you.tab_to("Waarom dit niveau?")
    you.type("De hulp van buiten is niet meer nodig.")
    next_section(you)
    you.tab_to("Wat, regel 1")
    you.type(AFSPRAAK)
    you.press(TAB)
    you.type("Eva Kok")
    you.press(TAB)
    you.type("1 nov")
    you.press(ENTER, CONTROL)
    you.wait(lambda: you.says("Samengevat") and you.says(AFSPRAAK))
    you.push("Stel het formulier vast")
    view(you, VerslagView)
    you.wait(lambda: isinstance(you.focus(), GrowingText) and you.focus().isEnabled())


def hand_the_report_over(you: Program, documents: Path) -> None:
    """In Word, and as a note of the right category for ParnasSys, where it is taken over."""
    you.push("Maak Word-verslag")
    you.wait(lambda: you.says("is gemaakt."))
    (made,) = documents.glob("*Mila*")
    words = as_text(docx.Document(str(made)))
    for each in ("Mila Fok", "Startgesprek", "Ze gaat weer graag naar school.", AFSPRAAK, "De Wilg"):
        assert each in words
    you.push("Kopieer als notitie")
    you.wait(lambda: you.says("Kies daar de categorie Oudergesprek."))
    note = QApplication.clipboard().text()
    assert note.startswith("Startgesprek van 10 september 2026\n")
    assert "Hoe het gaat\n- Ze gaat weer graag naar school.\n" in note
    assert f"Afspraken\n- {AFSPRAAK} (Eva Kok, uiterlijk 1 november 2026)\n" in note
    you.tab_to("Overgenomen in ParnasSys")
    you.press(SPACE)
    settle(you)
    (told,) = [each for each in you.ask(gesprekken) if each.leerling == "mila"]
    assert told.overgenomen_op == "2026-09-21"
    assert not told.verslag_elders
    levels = you.ask(lambda archive: archive.all(Niveau, leerling="mila"))
    assert sorted((each.vanaf, each.niveau) for each in levels) == [(date(2026, 3, 1), 3), (date(2026, 9, 10), 2)]


def tell_where_the_others_are(you: Program) -> None:
    """The teachers wrote the rest in ParnasSys: one tick for all, and nothing is late any more."""
    open_list(you, "Start")
    choose_all(you)
    you.push("Verslag staat in ParnasSys")
    you.wait(lambda: [row["verslag"].text for row in lines(you).values()].count("in ParnasSys") == 7)
    overview(you)
    assert not you.says("te laat")
    assert all(each.verslag_op for each in you.ask(gesprekken))


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


def choose_level(you: Program, niveau: int) -> None:
    """Nothing is chosen yet: the arrows walk from 0 to the level."""
    you.tab_to("0")
    for _ in range(niveau):
        you.press(RIGHT)


def next_section(you: Program) -> None:
    """On with Ctrl+Enter."""
    panel = you.unlocked().router.view.findChild(FormPanel)
    before = panel.current
    you.press(ENTER, CONTROL)
    you.wait(lambda: panel.current != before)


def marks(row: Row) -> list[str]:
    """What the list says of a pupil besides the name."""
    return [each.text for each in row["bijzonder"]]


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
    assert you.ask(Archive.check) == []
