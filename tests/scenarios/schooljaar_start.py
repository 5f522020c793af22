"""September in the story of a school year: the startgesprekken, from the planner of Parro to the last report."""

from datetime import date
from pathlib import Path

import docx
from PySide6.QtWidgets import QApplication

from app.models.gesprek import Plannertaak
from app.models.leerling import Niveau
from app.ui.formulier.paneel import FormPanel
from app.ui.formulier.view import FormulierView
from app.ui.gesprekkenplannen.view import GesprekkenplannenView
from app.ui.verslag.view import VerslagView
from app.ui.widgets.growing_text import GrowingText
from tests.exports.lezen import as_text
from tests.faults.program import Program
from tests.scenarios.in_het_venster import (
    CONTROL,
    ENTER,
    RIGHT,
    SPACE,
    TAB,
    choose,
    choose_all,
    held,
    lines,
    marks,
    open_list,
    overview,
    paste,
    settle,
    view,
)
from tests.scenarios.schooljaar_school import gesprekken

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


def open_the_planner(you: Program) -> None:
    """In the week before: the task is there, and is ticked once the planner of Parro is open."""
    overview(you)
    assert you.says("Parro-planner openen: startgesprekken")
    assert you.says("Extra gesprek over het OPP van Noor Berg")
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
    assert shown["mila", "", ""]["erbij"] == "ouders, leerling, IB’er en deskundigen (kunnen erbij)"
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
