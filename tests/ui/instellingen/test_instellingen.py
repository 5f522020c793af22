"""Instellingen, through its real parts, on a real archive."""

import pytest
from PySide6.QtWidgets import QLabel

from app.models.school import Medewerker, School
from app.storage import keys
from app.ui.instellingen import mensen
from app.ui.instellingen.beveiliging import WachtzinDialog
from app.ui.instellingen.view import DELEN
from app.ui.place import Place
from app.ui.widgets.buttons import Button
from app.ui.widgets.page import Scroll
from tests.ui.instellingen.gegevens import WACHTZIN

NIEUW = "molen kachel spijker regenton"


def ask(qtbot, view, question):
    found = []
    view.context.db.ask(question, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=5000)
    return found[0]


def words(view):
    return [each.text() for each in view.findChildren(Button) if each.isVisible()]


@pytest.mark.parametrize("name", DELEN)
def test_every_part_opens_and_reads_itself(qtbot, view, name):
    view.show_place(Place("instellingen", part=name))
    ask(qtbot, view, lambda archive: [True])
    assert view.part(name).isVisible()


def test_another_part_begins_at_its_top(qtbot, view):
    view.resize(900, 300)
    view.show_place(Place("instellingen", part="school"))
    ask(qtbot, view, lambda archive: [True])
    bar = view.findChild(Scroll).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 50)
    bar.setValue(50)
    view.show_place(Place("instellingen", part="school"))
    assert bar.value() == 50
    view.show_place(Place("instellingen", part="schooljaar"))
    assert bar.value() == 0


def test_the_name_of_the_school_is_kept_when_the_field_is_left(qtbot, view):
    view.show_place(Place("instellingen", part="school"))
    ask(qtbot, view, lambda archive: [True])
    part = view.part("school")
    part._naam.setFocus()
    part._naam.selectAll()
    qtbot.keyClicks(part._naam, "De Linde")
    part._plaats.setFocus()
    assert ask(qtbot, view, lambda archive: archive.all(School))[0].naam == "De Linde"


def test_a_year_with_groups_in_it_changes_only_by_the_roll_over(qtbot, view):
    view.show_place(Place("instellingen", part="school"))
    ask(qtbot, view, lambda archive: [True])
    part = view.part("school")
    assert not part._schooljaar.isVisible()
    said = " ".join(each.text() for each in part.findChildren(QLabel) if each.isVisible())
    assert "2026-2027" in said
    assert "Naar een ander jaar ga je met ‘Nieuw schooljaar voorbereiden’" in said
    assert part.next_year.isVisible()


def test_without_groups_a_school_year_that_is_none_is_refused_and_one_that_is_is_kept(qtbot, view):
    ask(qtbot, view, lambda archive: [archive.delete("groep", "g56", "Anna de Wit")])
    view.show_place(Place("instellingen", part="school"))
    ask(qtbot, view, lambda archive: [True])
    part = view.part("school")
    for typed, kept in (("26/27", "2026-2027"), ("2027-2028", "2027-2028")):
        part._schooljaar.setFocus()
        part._schooljaar.selectAll()
        qtbot.keyClicks(part._schooljaar, typed)
        part._plaats.setFocus()
        assert ask(qtbot, view, lambda archive: archive.all(School))[0].schooljaar == kept
        assert bool(part._year_row.error()) is (typed != kept)


def test_someone_of_the_staff_is_added_and_leaves_with_a_way_back(qtbot, view, monkeypatch):
    view.show_place(Place("instellingen", part="medewerkers"))
    new = {"roepnaam": "Joke", "voorvoegsel": "", "achternaam": "Smit", "email": "", "rollen": ("leerkracht",)}
    monkeypatch.setattr(mensen.MedewerkerDialog, "ask", lambda *_: new)
    part = view.part("medewerkers")
    part._add()
    joke = next(each for each in ask(qtbot, view, lambda archive: archive.all(Medewerker)) if each.roepnaam == "Joke")
    part._let_go(joke)
    assert ask(qtbot, view, lambda archive: archive.get(Medewerker, joke.id)).uit_dienst_op == "2026-11-23"
    part.undo._on_undo()
    assert ask(qtbot, view, lambda archive: archive.get(Medewerker, joke.id)).uit_dienst_op is None


def test_a_group_leads_to_its_grid(qtbot, view):
    view.show_place(Place("instellingen", part="groepen"))
    ask(qtbot, view, lambda archive: [True])
    qtbot.waitUntil(lambda: "Groepsraster" in words(view))
    view.place_requested.disconnect(view.show_place)
    button = next(each for each in view.findChildren(Button) if each.text() == "Groepsraster")
    with qtbot.waitSignal(view.place_requested) as asked:
        button.click()
    assert asked.args[0].view == "groepsraster"


def test_a_new_passphrase_opens_the_archive_and_the_old_one_no_longer(qtbot, view, monkeypatch):
    view.show_place(Place("instellingen", part="beveiliging"))
    monkeypatch.setattr(WachtzinDialog, "ask", lambda *_args, **_values: ("", NIEUW))
    part = view.part("beveiliging")
    part._change()
    qtbot.waitUntil(lambda: "geldt vanaf nu" in part._message.title.text(), timeout=5000)
    folder = view.context.folder
    assert keys.unlock(folder, NIEUW).database_key == view.context.ingang.database_key
    with pytest.raises(keys.WrongPassphrase):
        keys.unlock(folder, WACHTZIN)


def test_a_colleague_gets_an_own_way_in_that_can_be_taken_away(qtbot, view, monkeypatch):
    view.show_place(Place("instellingen", part="beveiliging"))
    monkeypatch.setattr(WachtzinDialog, "ask", lambda *_args, **_values: ("Hans Overbeek", NIEUW))
    part = view.part("beveiliging")
    part._add()
    qtbot.waitUntil(lambda: "Haal weg" in words(view), timeout=5000)
    next(each for each in view.findChildren(Button) if each.text() == "Haal weg" and each.isVisible()).click()
    qtbot.waitUntil(lambda: len(keys.slots(view.context.folder)) == 2, timeout=5000)  # mine and the recovery code


def test_a_weak_passphrase_is_refused_with_advice(qtbot, view):
    dialog = WachtzinDialog(view, "Wachtzin")
    qtbot.addWidget(dialog)
    dialog.wachtzin.set_value("geheim")
    assert dialog.complaint()
    dialog.wachtzin.set_value(NIEUW)
    assert dialog.complaint() == ""


def test_the_school_leads_to_the_next_year(qtbot, view):
    went = []
    view.place_requested.connect(went.append)
    view.show_place(Place("instellingen", part="school"))
    view.part("school").next_year.click()
    assert went == [Place("jaarovergang")]


def test_the_schools_own_form_is_checked_and_the_mistake_is_named(qtbot, view):
    view.show_place(Place("instellingen", part="formulieren"))
    part = view.part("formulieren")
    part._copy_form()
    part._check()
    assert "in orde" in part._message.title.text()
    own = view.context.own_forms / "leerlingbespreking.toml"
    own.write_text(own.read_text(encoding="utf-8").replace('soort = "tekst"', 'soort = "teks"', 1), encoding="utf-8")
    part._check()
    assert "teks" in part._message.text.text()
    assert "leerlingbespreking.toml" in part._message.text.text()


def test_an_own_copy_is_never_overwritten(view):
    view.show_place(Place("instellingen", part="formulieren"))
    part = view.part("formulieren")
    own = view.context.own_forms / "leerlingbespreking.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text("van de school zelf", encoding="utf-8")
    part._copy_form()
    assert own.read_text(encoding="utf-8") == "van de school zelf"
