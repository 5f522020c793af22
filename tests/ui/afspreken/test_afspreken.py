"""One appointment through its real dialogs: planned, moved, called off, missed, and taken back."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.models.gesprek import Gesprek
from app.models.leerling import Leerling, Ouder, Ouderschap
from app.models.school import Groep, Medewerker, Vervanging
from app.ui.afspreken.dialogen import PlanDialoog, VerplaatsDialoog, ZegAfDialoog
from app.ui.afspreken.handelingen import Afspreken
from app.ui.widgets.undo_bar import UndoBar
from tests.ui.besprekingen.school import IRIS, NOOR, Werkplek

DINSDAG = date(2026, 11, 24)


@pytest.fixture
def host(qtbot, werkplek: Werkplek):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show()
    return widget


@pytest.fixture
def afspreken(host: QWidget, werkplek: Werkplek) -> Afspreken:
    return Afspreken(werkplek.context, host, UndoBar(host))


def gesprekken(werkplek: Werkplek) -> list[Gesprek]:
    return werkplek.ask(lambda archive: archive.all(Gesprek))


def gepland(werkplek: Werkplek, **fields) -> Gesprek:
    gesprek = Gesprek(**({"leerling": NOOR, "datum": DINSDAG, "tijd": "15:00", "minuten": 10} | fields))
    werkplek.ask(lambda archive: archive.add(gesprek, "Test"))
    return gesprek


def fill(dialog, datum: str, tijd: str) -> None:
    dialog.datum.line.setFocus()
    dialog.datum.line.selectAll()
    QTest.keyClicks(dialog.datum.line, datum)
    dialog.datum.line.editingFinished.emit()
    dialog.tijd.selectAll()
    QTest.keyClicks(dialog.tijd, tijd)
    dialog.tijd.editingFinished.emit()


def test_one_conversation_is_planned_with_who_is_present(werkplek: Werkplek, afspreken: Afspreken, answer, qtbot):
    def person(dialog: PlanDialoog) -> None:
        assert "over Noor" in dialog.who.text()
        dialog.accept_button.click()
        assert dialog.isVisible(), "without a day there is nothing to plan"
        fill(dialog, "1 dec", "half 4")
        assert dialog.tijd.value() == "15:30"
        dialog.minuten.set_value("twee")
        dialog.accept_button.click()
        assert dialog.isVisible()
        dialog.minuten.set_value("30")
        dialog.aanwezig.set_value(["mevrouw De Wit, logopedist"])
        dialog.accept_button.click()

    answer(person)
    with qtbot.waitSignal(afspreken.done):
        afspreken.plan(Gesprek(leerling=NOOR, aanleiding="zorgen over rekenen"))
    one = gesprekken(werkplek)[0]
    assert (one.datum, one.tijd, one.minuten, one.staat) == (date(2026, 12, 1), "15:30", 30, "gepland")
    assert one.aanwezig == ("mevrouw De Wit, logopedist",)
    assert one.medewerker, "the teacher of the group holds it"


def test_what_is_strange_or_taken_is_told_but_not_forbidden(werkplek: Werkplek, afspreken: Afspreken, answer, qtbot):
    gepland(werkplek, leerling=IRIS, medewerker="joke")
    seen: list[str] = []

    def person(dialog: PlanDialoog) -> None:
        fill(dialog, "zo 29 nov", "")
        qtbot.waitUntil(dialog.notice.isVisible)
        seen.append(dialog.notice.text.text())
        dialog.houdt.set_value("joke")
        fill(dialog, "24 nov", "15:05")
        qtbot.waitUntil(lambda: "Iris" in dialog.notice.text.text())
        dialog.accept_button.click()

    answer(person)
    with qtbot.waitSignal(afspreken.done):
        afspreken.plan(Gesprek(leerling=NOOR))
    assert seen[0].startswith("Op 29 november 2026 is er geen school")
    assert len(gesprekken(werkplek)) == 2


def test_the_language_of_an_interpreter_stands_in_the_dialog(werkplek: Werkplek, afspreken: Afspreken, answer):
    def tolk(archive):
        archive.add(Ouder(id="t", naam="Samira", tolk="Arabisch"), "Test")
        archive.add(Ouderschap(leerling=NOOR, ouder="t"), "Test")
        return True

    werkplek.ask(tolk)
    seen: list[str] = []

    def person(dialog: PlanDialoog) -> None:
        seen.extend(each.title.text() for each in dialog.findChildren(type(dialog.notice)))
        dialog.reject()

    answer(person)
    afspreken.plan(Gesprek(leerling=NOOR))
    werkplek.settle()
    assert "Er is een tolk nodig: Arabisch" in seen
    assert gesprekken(werkplek) == []


def test_it_is_moved_and_that_can_be_taken_back(werkplek: Werkplek, afspreken: Afspreken, answer, qtbot):
    gesprek = gepland(werkplek)

    def person(dialog: VerplaatsDialoog) -> None:
        fill(dialog, "26 nov", "14.00")
        dialog.reden.set_value("kind ziek")
        dialog.accept_button.click()

    answer(person)
    with qtbot.waitSignal(afspreken.done):
        afspreken.verplaats(gesprek)
    one = gesprekken(werkplek)[0]
    assert (one.datum, one.tijd, one.reden) == (date(2026, 11, 26), "14:00", "kind ziek")
    with qtbot.waitSignal(afspreken.done):
        afspreken._bar.button.click()
    assert gesprekken(werkplek)[0].tijd == "15:00"


def test_who_has_the_group_on_the_new_day_is_proposed_and_can_be_changed(
    werkplek: Werkplek, afspreken: Afspreken, answer, qtbot
):
    """Joke has Tuesday, Kim has Thursday; on a Thursday in December somebody stands in for Kim."""

    def duo(archive):
        archive.add(Medewerker(id="kim", roepnaam="Kim"), "Test")
        archive.add(Medewerker(id="ria", roepnaam="Ria"), "Test")
        archive.write("groep", groep, {"leerkrachten": (joke, "kim"), "dagen": {"di": joke, "do": "kim"}}, "Test")
        away = Vervanging(groep=groep, medewerker="ria", vervangt="kim", van=date(2026, 12, 1), tot=date(2026, 12, 4))
        archive.add(away, "Test")
        return True

    groep = werkplek.ask(lambda archive: archive.get(Leerling, NOOR)).groep
    joke = werkplek.ask(lambda archive: archive.get(Groep, groep)).leerkrachten[0]
    werkplek.ask(duo)
    gesprek = gepland(werkplek, medewerker=joke)
    seen: list[str] = []

    def person(dialog: VerplaatsDialoog) -> None:
        for day in ("26 nov", "3 dec", "24 nov", "26 nov"):
            fill(dialog, day, "14:00")
            seen.append(dialog.houdt.value())
        dialog.accept_button.click()

    answer(person)
    with qtbot.waitSignal(afspreken.done):
        afspreken.verplaats(gesprek)
    assert seen == ["kim", "ria", joke, "kim"]
    assert gesprekken(werkplek)[0].medewerker == "kim"

    def stubborn(dialog: VerplaatsDialoog) -> None:
        dialog.houdt.set_value("ria")
        dialog.houdt.changed.emit()
        fill(dialog, "24 nov", "14:00")
        dialog.accept_button.click()

    answer(stubborn)
    with qtbot.waitSignal(afspreken.done):
        afspreken.verplaats(gesprekken(werkplek)[0])
    assert gesprekken(werkplek)[0].medewerker == "ria"


def test_calling_off_asks_why(werkplek: Werkplek, afspreken: Afspreken, answer, qtbot):
    gesprek = gepland(werkplek)

    def person(dialog: ZegAfDialoog) -> None:
        dialog.accept_button.click()
        assert dialog.isVisible(), "first the reason"
        dialog.reden.set_value("ouders konden niet")
        dialog.accept_button.click()

    answer(person)
    with qtbot.waitSignal(afspreken.done):
        afspreken.zeg_af(gesprek)
    assert [(each.staat, each.reden) for each in gesprekken(werkplek)] == [("afgezegd", "ouders konden niet")]


def test_that_nobody_came_needs_one_click(werkplek: Werkplek, afspreken: Afspreken, qtbot):
    gesprek = gepland(werkplek)
    with qtbot.waitSignal(afspreken.done):
        afspreken.niet_verschenen(gesprek)
    assert [each.staat for each in gesprekken(werkplek)] == ["niet_verschenen"]
