"""The list of pupils: found as fast as one types, opened by mouse or keyboard."""

from datetime import timedelta

from PySide6.QtCore import Qt

from app.models.leerling import Leerling, Niveau
from app.ui.leerlingen import view as view_module
from app.ui.leerlingen.leerling_dialoog import LeerlingDialog
from app.ui.leerlingen.view import LeerlingenView
from app.ui.place import Place
from tests.ui.leerlingen.scherm import IB, TODAY

LIST = Place("leerlingen")


def names(screen) -> list[str]:
    return [row["naam"] for row in screen.view.table.rows()]


def type_name(screen, text: str) -> None:
    screen.qtbot.keyClicks(screen.view.sieve.name, text)
    screen.qtbot.wait(150)
    screen.settle()


def test_all_pupils_stand_by_group_and_surname_with_bars_beside_them(open_view):
    screen = open_view(LeerlingenView, LIST)
    assert names(screen) == ["Noor van den Berg", "Zoë Dijk", "Sem van den Berg"]
    assert screen.view.page.subtitle.text() == "3 leerlingen in 2 groepen"
    assert screen.view.table.rows()[0]["niveau"].text == "niveau 2"


def test_sorting_by_name_is_by_surname(open_view):
    screen = open_view(LeerlingenView, LIST)
    screen.view.table.sort_by("naam", descending=True)
    assert names(screen) == ["Zoë Dijk", "Sem van den Berg", "Noor van den Berg"]


def test_typing_sifts_and_enter_goes_to_the_list_and_opens(open_view):
    screen = open_view(LeerlingenView, LIST)
    type_name(screen, "zoe")
    assert names(screen) == ["Zoë Dijk"]
    screen.qtbot.keyClick(screen.view.sieve.name, Qt.Key.Key_Return)
    assert screen.view.table.hasFocus()
    screen.qtbot.keyClick(screen.view.table, Qt.Key.Key_Return)
    assert screen.went == [Place("leerling", "zoe")]


def test_nothing_found_offers_to_show_all(open_view):
    screen = open_view(LeerlingenView, LIST)
    type_name(screen, "qqq")
    assert screen.view.not_found.isVisible()
    screen.view.not_found.button.click()
    screen.settle()
    assert len(names(screen)) == 3
    assert not screen.view.not_found.isVisible()


def test_an_empty_school_is_told_what_to_do_first(open_view):
    screen = open_view(LeerlingenView)
    for pupil in ("noor", "zoe", "sem"):
        screen.ask(lambda archive, pupil=pupil: archive.delete("leerling", pupil, IB))
    screen.show(LIST)
    assert screen.view.nobody.isVisible()
    screen.view.nobody.button.click()
    assert screen.went == [Place("importeren")]


def test_group_level_and_those_who_left(open_view):
    screen = open_view(LeerlingenView, Place("leerlingen", "g5"))
    assert names(screen) == ["Noor van den Berg", "Zoë Dijk"]
    screen.ask(lambda archive: archive.write("leerling", "zoe", {"gearchiveerd_op": "2026-01-01"}, IB))
    screen.settle()
    assert names(screen) == ["Noor van den Berg"]
    screen.view.sieve.left.click()
    screen.settle()
    assert names(screen) == ["Noor van den Berg", "Zoë Dijk"]
    assert screen.view.table.rows()[1]["groep"] == "van school"
    screen.view.levels.group_chosen.emit("g6")
    screen.settle()
    assert names(screen) == ["Sem van den Berg"]


def test_a_new_pupil_is_checked_written_and_can_be_taken_back(open_view, monkeypatch):
    screen = open_view(LeerlingenView, LIST)

    def fill_in(cls, *args, **kwargs):
        dialog = cls(*args, **kwargs)
        assert dialog.complaint() == "Kijk nog even bij ‘Roepnaam’."
        dialog.roepnaam.set_value("Bo")
        dialog.achternaam.set_value("Aals")
        dialog.geboortedatum.line.setText("31-31-2017")
        dialog.geboortedatum.line.textEdited.emit("31-31-2017")
        assert "Geboortedatum" in dialog.complaint()
        dialog.geboortedatum.set_value((TODAY - timedelta(3000)).isoformat())
        dialog.groep.set_value("g6")
        dialog.groep.changed.emit()
        assert (dialog.complaint(), dialog.jaargroep.value()) == ("", "6")
        return dialog.answer()

    monkeypatch.setattr(LeerlingDialog, "ask", classmethod(fill_in))
    screen.view.add_button.click()
    screen.settle()
    assert names(screen)[2] == "Bo Aals"
    screen.view.bar.button.click()
    screen.settle()
    assert "Bo Aals" not in names(screen)


def test_many_pupils_come_in_pages_and_all_are_there(open_view, monkeypatch):
    monkeypatch.setattr(view_module, "FIRST_PAGE", 10)
    monkeypatch.setattr(view_module, "NEXT_PAGES", 50)
    screen = open_view(LeerlingenView)

    def fill(archive):
        with archive.batch():
            for number in range(200):
                archive.add(Leerling(roepnaam=f"N{number:03}", sorteernaam=f"{number:03}", groep="g6"), IB)
                archive.add(Niveau(leerling="sem", niveau=number % 6, vanaf=TODAY - timedelta(number)), IB)

    screen.ask(fill)
    screen.show(LIST)
    screen.qtbot.waitUntil(lambda: len(names(screen)) == 203)


def test_the_other_pages_are_a_button_away(open_view):
    screen = open_view(LeerlingenView, Place("leerlingen", "g6"))
    screen.view.import_button.click()
    screen.view.grid_button.click()
    assert screen.went == [Place("importeren"), Place("groepsraster", "g6")]
