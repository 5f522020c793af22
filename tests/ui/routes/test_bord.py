"""The board: how many pupils are at each station, who they are, and what each of them waits for."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.leerling import Leerling, Plan
from app.models.route import Route
from app.storage import routes
from app.storage.routedefinities import load_route
from app.storage.routestap import Zet
from app.ui.place import NIEUW, Place
from app.ui.routes import view as board_view
from app.ui.routes.view import RoutesView
from tests.ui.leerlingen.scherm import IB, Screen
from tests.ui.route.weg import BEGUN, DAY, begin, press


@pytest.fixture
def board(open_view) -> Screen:
    """Noor is still at school, Bram skipped to the MPO, Zoë's route ended."""
    screen: Screen = open_view(RoutesView)

    def fill(archive) -> None:
        begin(archive)
        archive.add(Plan(soort="opp", leerling="bram", van=BEGUN), IB)  # without it nobody is handed over
        bram, zoe = begin(archive, "bram"), begin(archive, "zoe")
        routes.sla_over(archive, bram, "mpo", Zet(DAY - timedelta(5), IB, "Haast."), IB, DAY)
        routes.beeindig(archive, zoe, Zet(date(2026, 9, 20), IB, "Zoë verhuist."), IB, DAY)

    screen.ask(fill)
    screen.show(Place("routes"))
    screen.settle()
    return screen


def shown(screen: Screen) -> list[str]:
    return [row["naam"] for row in screen.view.table.rows()]


def test_each_station_tells_how_many_are_there_and_how_long(board):
    names = [each.accessibleName() for each in board.view.line.stations()]
    assert names[0] == "1. School, 1, langst 41 dagen"
    assert names[2] == "3. MPO, 1, langst 5 dagen"
    assert names[3] == "4. RVZ en coördinator, 0"
    assert board.view.page.subtitle.text() == "2 leerlingen op een ondersteuningsroute"


def test_the_list_tells_of_each_pupil_who_is_at_move_and_what_misses(board, qtbot):
    qtbot.waitUntil(lambda: all(row["mist"] for row in board.view.table.rows()))
    noor, bram = board.view.table.rows()
    assert (noor["naam"], noor["dagen"], noor["aan_zet"], noor["mist"].text) == (
        "Noor van den Berg",
        41,
        "IB'er",
        "2 dingen",
    )
    assert (bram["station"].text, bram["aan_zet"]) == ("3. MPO", "RVZ")


def test_a_station_is_shown_alone_and_all_of_them_again(board):
    board.view.line.stations()[2].click()
    assert shown(board) == ["Bram Cox"]
    press(board, "Laat alle stations zien")
    assert shown(board) == ["Noor van den Berg", "Bram Cox"]
    board.view.line.stations()[0].click()
    board.view.line.stations()[0].click()
    assert len(shown(board)) == 2


def test_it_is_sifted_by_name_and_opened_with_the_keyboard(board):
    board.view.sieve.name.insert("bra")
    assert shown(board) == ["Bram Cox"]
    QTest.keyClick(board.view.sieve.name, Qt.Key.Key_Down)
    QTest.keyClick(board.view.table, Qt.Key.Key_Return)
    bram = next(each.id for each in board.all(Route) if each.leerling == "bram")
    assert board.went == [Place("route", bram)]


@pytest.fixture
def long_board(board, monkeypatch) -> Screen:
    """Three pupils at school on a screen that holds one."""
    monkeypatch.setattr(board_view, "IN_SIGHT", 1)
    for name in ("Eva", "Finn"):
        board.ask(lambda archive, name=name: archive.add(Leerling(id=name, roepnaam=name, sorteernaam=name), IB))
        board.ask(lambda archive, name=name: begin(archive, name, DAY))
    board.view.refresh()
    board.settle()
    return board


def test_a_long_list_is_whole_soon_after_its_first_screen(long_board, open_view, qtbot):
    another = open_view(RoutesView, Place("routes"))
    qtbot.waitUntil(lambda: len(another.view.table.rows()) == 4)
    assert shown(another) == shown(long_board) == ["Noor van den Berg", "Eva", "Finn", "Bram Cox"]
    assert another.view.line.stations()[0].accessibleName() == "1. School, 3, langst 41 dagen"


def test_who_comes_back_to_a_long_list_finds_the_cursor_where_it_was(long_board, qtbot):
    qtbot.waitUntil(lambda: len(long_board.view.table.rows()) == 4)
    long_board.view.table.selectRow(2)
    noor = next(each for each in long_board.all(Route) if each.leerling == "noor")
    for change in (None, lambda archive: routes.beeindig(archive, noor.id, Zet(DAY, IB, "Klaar."), IB, DAY)):
        if change is not None:
            long_board.ask(change)
        long_board.show(Place("routes"))
        long_board.settle()
        qtbot.waitUntil(lambda: long_board.view.is_filled)
        assert long_board.view.table.current_row()["naam"] == "Finn"
    assert shown(long_board) == ["Eva", "Finn", "Bram Cox"]


def test_those_that_ended_stand_apart_with_the_reason(board):
    press(board, "Beëindigd")
    assert [(row["naam"], row["station"], row["einde"]) for row in board.view.ended.rows()] == [
        ("Zoë Dijk", "School", "Zoë verhuist.")
    ]
    assert not board.view.line.isVisible()


def test_an_empty_school_says_what_to_do_first(open_view, monkeypatch):
    screen = open_view(RoutesView, Place("routes"))
    assert screen.view.nobody.isVisible()
    monkeypatch.setattr(board_view.LeerlingDialoog, "ask", lambda *_: "noor")
    screen.view.nobody.button.click()
    assert screen.went == [Place("route", NIEUW, "noor")]


def test_a_pupil_is_found_as_one_types(open_view, qtbot):
    screen = open_view(RoutesView, Place("routes"))
    dialog = board_view.LeerlingDialoog(screen.view, screen.view.context)
    assert dialog.complaint()
    dialog.finder.name.insert("noor")
    qtbot.waitUntil(lambda: dialog.finder.value() == "noor")
    assert not dialog.complaint()
    assert dialog.answer() == "noor"
    dialog.deleteLater()


OTHER = """
naam = "ons"
titel = "Onze eigen route"
versie = 1

[[station]]
id = "hulp"
titel = "Hulp op school"
wie = "De leerkracht"
aan_zet = "ib"
naar = [{ station = "verder" }]

[[station]]
id = "verder"
titel = "Verder kijken"
wie = "De regievoerder"
aan_zet = "rvz"
"""


def test_a_route_of_the_school_has_a_board_of_its_own(board, folder):
    own = folder / "routes"
    own.mkdir()
    (own / "ons.toml").write_text(OTHER, "utf-8")
    aanvang = routes.Aanvang
    board.ask(
        lambda archive: routes.begin(
            archive, "zoe", aanvang(load_route(archive, "ons"), "Vraag", "Tekort"), Zet(DAY, IB), IB, DAY
        )
    )
    board.settle()
    board.view.line.stations()[2].click()
    assert board.view.sieve.route.isVisible()
    board.view.sieve.route.set_value("ons")
    board.view.sieve.route.changed.emit()
    assert [each.halte.naam for each in board.view.line.stations()] == ["Hulp op school", "Verder kijken"]
    assert shown(board) == ["Zoë Dijk"]
