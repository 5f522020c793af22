"""The page of one conversation: from planned to reported, with the agreements of last time on top."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from app.models.bespreking import Afspraak, Formulier
from app.models.contact import Contact
from app.models.gesprek import Gesprek
from app.storage import formulieren
from app.ui.afspreken import handelingen as afspreken
from app.ui.afspreken import overig
from app.ui.afspreken.overig import OverigDialoog
from app.ui.gesprek.view import GesprekView
from app.ui.place import NIEUW, Place
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.labels import Text
from tests.ui.gesprek.school import DAY, JAAR, with_full_form
from tests.ui.leerlingen.scherm import IB, Screen

YESTERDAY = DAY - timedelta(1)
PLANNED = Gesprek(
    id="sems", schooljaar=JAAR, soort="startgesprek", moment="start", leerling="sem", groep="g5",
    medewerker="joke", datum=DAY, tijd="15:10", minuten=10,
)  # fmt: skip
HERS = Gesprek(
    id="tess", schooljaar=JAAR, soort="startgesprek", moment="start", leerling="tess", groep="g5", ouder="moeder",
    medewerker="joke", datum=date(2026, 9, 8), staat="gehouden",
)  # fmt: skip


@pytest.fixture
def page(open_view):
    """Shows a conversation that is put in the archive first."""

    def show(gesprek: Gesprek) -> Screen:
        screen: Screen = open_view(GesprekView)
        screen.ask(lambda archive: archive.add(gesprek, IB))
        screen.show(Place("gesprek", gesprek.id))
        return screen

    return show


def told(widget) -> str:
    return " | ".join(each.text() for each in widget.findChildren(Text) if each.isVisible())


def press(screen: Screen, words: str) -> None:
    buttons = [each for each in screen.view.findChildren(QAbstractButton) if each.isVisible()]
    button = next(each for each in buttons if words in (each.text(), each.accessibleName()))
    assert button.isEnabled()
    button.click()
    screen.settle()


def state_of(screen: Screen) -> str:
    return screen.view.state.text()


def test_the_page_says_when_with_whom_and_what_is_on_the_agenda(page):
    screen = page(PLANNED)
    assert screen.view.page.title.text() == "Startgesprek · Sem de Groot"
    assert screen.view.page.subtitle.text() == "maandag 21 september 2026, 15:10 · Startgesprekken"
    facts = told(screen.view.facts)
    for words in ("10 minuten", "Joke Smit", "ouders, leerling", "Handelingsplan rekenen"):
        assert words in facts
    assert "Elke dag tien minuten lezen" in [each.text() for each in screen.view.agreements.findChildren(CheckBox)]


def test_of_parents_who_come_apart_it_says_who_comes_and_shows_both_addresses(page):
    screen = page(HERS)
    assert "Anna Maas, leerling" in told(screen.view.facts)
    assert "Arabisch" in told(screen.view.facts)
    parents = told(screen.view.parents)
    assert "Dorpsstraat 1" in parents
    assert "Kerkweg 3" in parents


def test_it_is_held_with_one_press_and_taken_back_with_one(page):
    screen = page(PLANNED)
    screen.view.held.click()
    screen.settle()
    assert state_of(screen) == "gehouden"
    assert not screen.view.held.isVisible()
    screen.view.bar.button.click()
    screen.settle()
    assert screen.get(Gesprek, "sems").staat == "gepland"


def test_what_was_planned_later_was_held_today(page):
    screen = page(replace(PLANNED, datum=DAY + timedelta(2)))
    screen.view.held.click()
    screen.settle()
    assert screen.get(Gesprek, "sems").datum == DAY


def test_it_moves_is_called_off_with_a_reason_or_nobody_came(page, monkeypatch):
    screen = page(replace(PLANNED, datum=YESTERDAY))
    assert state_of(screen) == "gehouden?"
    press(screen, "Niet verschenen")
    assert state_of(screen) == "niet verschenen"
    monkeypatch.setattr(afspreken.VerplaatsDialoog, "ask", lambda *_: (DAY + timedelta(3), "16:00", "ziek", None))
    press(screen, "Plan opnieuw")
    assert (state_of(screen), screen.get(Gesprek, "sems").tijd) == ("gepland", "16:00")
    monkeypatch.setattr(afspreken.ZegAfDialoog, "ask", lambda *_: "kind ziek")
    press(screen, "Zeg af")
    assert state_of(screen) == "afgezegd"
    assert "kind ziek" in told(screen.view.facts)


def test_the_report_is_overdue_begun_and_closed_here(page):
    screen = page(HERS)
    assert screen.view.report.state.text() == "te laat"
    assert "15 september 2026" in told(screen.view.report)
    press(screen, "Maak verslag")
    form = screen.all(Formulier)[0].id
    assert screen.went == [Place("formulier", form)]
    screen.show(Place("gesprek", "tess"))
    press(screen, "Vul samen in")
    assert screen.went[-1] == Place("bespreekmodus", form)
    screen.ask(lambda archive: formulieren.vaststellen(archive, form, IB, DAY))
    screen.show(Place("gesprek", "tess"))
    assert screen.view.report.state.text() == "vastgesteld"
    press(screen, "Open het verslag")
    assert screen.went[-1] == Place("verslag", form)
    screen.view.report.over.click()
    screen.settle()
    assert screen.get(Gesprek, "tess").overgenomen_op == DAY.isoformat()
    assert screen.view.report.state.text() == "in ParnasSys"


def test_the_report_can_be_in_parnassys_or_after_all_here(page):
    screen = page(HERS)
    press(screen, "Verslag staat in ParnasSys")
    assert screen.view.report.state.text() == "in ParnasSys"
    press(screen, "Toch hier maken")
    assert screen.get(Gesprek, "tess").verslag_op is None
    press(screen, "Toch niet gehouden")
    assert state_of(screen) == "gehouden?"


def test_from_niveau_3_on_a_tick_is_too_little_when_the_policy_says_so(page):
    screen = page(replace(HERS, id="noors", leerling="noor", ouder=None))
    assert screen.view.report.elsewhere.isVisible()
    screen.ask(with_full_form)
    screen.show(Place("gesprek", "noors"))
    assert not screen.view.report.elsewhere.isVisible()
    assert "Vanaf niveau 3 vraagt het gespreksbeleid een volledig verslag" in told(screen.view.report)


def test_an_agreement_of_last_time_is_ticked_and_can_be_taken_back(page):
    screen = page(PLANNED)
    screen.view.agreements.findChildren(CheckBox)[0].click()
    screen.settle()
    assert screen.get(Afspraak, "lezen").staat == "gedaan"
    assert "geen afspraken open" in told(screen.view.agreements)
    screen.view.bar.button.click()
    screen.settle()
    assert screen.get(Afspraak, "lezen").staat == "open"


def test_a_quick_note_is_kept_by_itself_also_when_one_goes_on_at_once(page, qtbot):
    screen = page(PLANNED)
    screen.view.note.setPlainText("Moeder belt donderdag terug.")
    screen.ask(lambda archive: archive.add(HERS, IB))
    screen.show(Place("gesprek", "tess"))
    qtbot.waitUntil(screen.view.is_saved)
    assert screen.get(Gesprek, "sems").notitie == "Moeder belt donderdag terug."
    assert screen.view.note.value() == ""
    screen.show(Place("gesprek", "sems"))
    assert screen.view.note.value() == "Moeder belt donderdag terug."


def test_a_quick_note_is_copied_with_its_head_and_says_where_it_goes(page):
    screen = page(HERS)
    assert not screen.view.note_card.copy.isVisible()
    screen.view.note.setPlainText("Ze leest weer graag.")
    press(screen, "Kopieer als notitie")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Startgesprek van 8 september 2026\n")
    assert copied.endswith("Ze leest weer graag.\n")
    assert "in de categorie Oudergesprek" in told(screen.view.note_card)


def test_an_invitation_is_made_in_word(page, qtbot, tmp_path, monkeypatch):
    screen = page(replace(PLANNED, id="uit", leerling="tess", ouder="vader"))
    saved = []
    monkeypatch.setattr(screen.view.export, "save", saved.append)
    screen.view.deeds.letter_ready.disconnect()
    screen.view.deeds.letter_ready.connect(saved.append)
    screen.view.invite.click()
    screen.settle()
    assert "Tess Maas" in saved[0].name


def test_a_conversation_that_is_taken_away_can_come_back(page):
    screen = page(PLANNED)
    press(screen, "Haal weg")
    assert screen.view.missing.isVisible()
    assert not screen.view.columns.isVisible()
    screen.view.bar.button.click()
    screen.settle()
    assert screen.view.columns.isVisible()


def test_a_conversation_can_follow_from_an_agreement(open_view, monkeypatch):
    screen = open_view(GesprekView)
    dialogs = []

    def answer(host, context, around):
        dialog = OverigDialoog(host, context, around)
        dialogs.append([dialog.follows.itemText(place) for place in range(dialog.follows.count())])
        assert dialog.complaint()
        dialog.follows.set_value("afspraak:lezen")
        assert not dialog.complaint()
        made = dialog.answer()
        dialog.deleteLater()
        return made

    monkeypatch.setattr(overig.OverigDialoog, "ask", answer)
    screen.show(Place("gesprek", NIEUW, "sem"))
    assert dialogs == [["Iets anders", "Afspraak: Elke dag tien minuten lezen", "Handelingsplan rekenen"]]
    made = screen.all(Gesprek)[0]
    assert (made.soort, made.afspraak, made.staat, made.medewerker) == ("overig", "lezen", "gepland", "joke")
    assert screen.went == [Place("gesprek", made.id)]


def test_where_parents_come_apart_it_is_with_one_of_them_or_with_all(open_view, monkeypatch):
    screen = open_view(GesprekView)

    def answer(host, context, around):
        dialog = OverigDialoog(host, context, around)
        assert [each.naam for each in around.ouders] == ["Anna Maas", "Piet Maas"]
        dialog.parent_choice.set_value("vader")
        dialog.cause.set_value("De logeerweekenden")
        dialog.datum.set_value("2026-09-14")
        made = dialog.answer()
        dialog.deleteLater()
        return made

    monkeypatch.setattr(overig.OverigDialoog, "ask", answer)
    screen.show(Place("gesprek", NIEUW, "tess"))
    made = screen.all(Gesprek)[0]
    assert (made.ouder, made.aanleiding) == ("vader", "De logeerweekenden")
    assert made.staat == "gehouden", "on a day that is over it was held"


def test_an_expert_is_chosen_from_the_contacts_not_typed_again(open_view, monkeypatch):
    screen = open_view(GesprekView)
    screen.ask(lambda archive: archive.add(Contact(naam="Els Bos", rol="deskundige", organisatie="GGD"), IB))
    offered = []

    def look(host, context, around):
        dialog = OverigDialoog(host, context, around)
        choice = dialog.aanwezig.choice
        offered.extend(choice.itemText(place) for place in range(choice.count()))
        dialog.deleteLater()

    monkeypatch.setattr(overig.OverigDialoog, "ask", look)
    screen.show(Place("gesprek", NIEUW, "sem"))
    assert offered[-1] == "Els Bos (GGD)"


def test_the_cause_decides_whether_the_child_is_there(open_view, monkeypatch):
    screen = open_view(GesprekView)

    def answer(host, context, around):
        dialog = OverigDialoog(host, context, around)
        dialog.cause.set_value("De scheiding")
        dialog.kind.set_value(False)
        made = dialog.answer()
        dialog.deleteLater()
        return made

    monkeypatch.setattr(overig.OverigDialoog, "ask", answer)
    screen.show(Place("gesprek", NIEUW, "sem"))
    made = screen.all(Gesprek)[0]
    assert made.zonder_leerling
    screen.show(Place("gesprek", made.id))
    assert "ouders" in told(screen.view.facts)
    assert "leerling" not in told(screen.view.facts)


def test_who_asks_for_a_new_one_and_changes_his_mind_is_back_where_he_was(open_view, monkeypatch):
    screen = open_view(GesprekView)
    went_back = []
    screen.view.back_requested.connect(lambda: went_back.append(True))
    monkeypatch.setattr(overig.OverigDialoog, "ask", lambda *_: None)
    screen.show(Place("gesprek", NIEUW, "sem"))
    assert went_back == [True]
    assert screen.all(Gesprek) == []
