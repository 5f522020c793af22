"""The overview of a school year of conversations, as the intern begeleider uses it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.models.gesprek import Gesprek, Momentkeuze, Plannertaak
from app.models.school import Groep, School
from app.models.schooljaar import Gespreksbeleid, Schooljaar
from app.ui.exporteren import openen
from app.ui.exporteren.agenda_dialoog import AgendaDialog, Agendakeuze
from app.ui.gesprekken import vraagt
from app.ui.gesprekken.legenda import MomentLink
from app.ui.gesprekken.vraagt import Line
from app.ui.place import Place
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.labels import Text
from tests.ui.gesprekken.school import IB, JAAR, TODAY, Scherm, vul


def lines(scherm: Scherm) -> list[str]:
    return [" | ".join(text.text() for text in line.findChildren(Text)) for line in asked(scherm)]


def asked(scherm: Scherm) -> list[Line]:
    return [each for each in scherm.view.asks.findChildren(Line) if each.isVisible()]


def press(scherm: Scherm, words: str) -> None:
    next(each for each in scherm.view.findChildren(QPushButton) if each.text() == words and each.isVisible()).click()
    scherm.settle()


def columns(scherm: Scherm) -> list[str]:
    model = scherm.view.coverage.model()
    return [model.headerData(each, Qt.Orientation.Horizontal) for each in range(model.columnCount())]


def test_it_tells_how_far_each_group_is(scherm):
    assert scherm.view.page.title.text() == "Gesprekken 2026–2027"
    shown = columns(scherm)
    assert shown[:2] == ["Start", "Kind okt"]
    assert "Preadvies" not in shown  # there is no groep 7
    assert [scherm.cell(row, 0) for row in range(3)] == ["4 / 5 · nog 1", "✓ 4", "✓ 4"]  # an OPP asks for one more
    assert [scherm.cell(row, 1) for row in range(3)] == ["2 / 4", "4 verslagen te laat", "2 / 4"]
    assert scherm.cell(0, shown.index("Voorlopig advies")) == ""
    assert scherm.cell(0, shown.index("Rapport jul")) == "facultatief"


def test_arrows_walk_the_cells_and_enter_opens_the_list_of_a_group(scherm):
    grid = scherm.view.coverage
    grid.setFocus()
    scherm.qtbot.keyClick(grid, Qt.Key.Key_Right)
    scherm.qtbot.keyClick(grid, Qt.Key.Key_Down)
    scherm.qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert scherm.went == [Place("gespreksmoment", "kind_okt", "g5")]


def test_an_empty_cell_opens_nothing_and_a_click_opens_one(scherm):
    grid, model = scherm.view.coverage, scherm.view.coverage.model()
    grid.setFocus()
    grid.setCurrentIndex(model.index(0, columns(scherm).index("Voorlopig advies")))
    scherm.qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert scherm.went == []
    cell = grid.visualRect(model.index(2, 0)).center()
    scherm.qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert scherm.went == [Place("gespreksmoment", "start", "g8")]


def test_a_screen_reader_hears_a_cell_in_words(scherm):
    index = scherm.view.coverage.model().index(1, 1)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "5/6, Kind okt: 4 van 4 gehouden, 4 nog zonder verslag, 4 verslagen te laat"


def test_what_is_late_comes_first_and_leads_to_its_list(scherm):
    found = lines(scherm)
    assert "4 verslagen" in next(each for each in found if "verslagen" in each)
    order = [each.split(" | ")[0] for each in found]
    assert order[-1].startswith("Maart stapelt voor groep 8")
    press(scherm, "Naar de lijst")
    assert scherm.went[0].view == "gespreksmoment"


def test_of_a_group_that_the_school_does_not_have_nothing_is_remarked_or_shown(scherm):
    def named(scherm: Scherm) -> set[str]:
        on_ribbon = {each.basis for week in scherm.view.year_card.ribbon.weeks for each in week.momenten}
        in_legend = {each.accessibleName() for each in scherm.view.year_card.legend.findChildren(MomentLink)}
        return on_ribbon | {each.partition(" · ")[0] for each in in_legend}

    assert not [each for each in lines(scherm) if "groep 7" in each]
    assert "preadvies" not in named(scherm)
    assert "Preadvies" not in named(scherm)
    assert {"advies_voorlopig", "Voorlopig advies"} <= named(scherm)

    def groep_7(archive):
        archive.add(Groep(id="g7", naam="7", schooljaar=JAAR, jaargroepen=("7",)), IB)

    scherm.ask(groep_7)
    scherm.settle()
    assert {"preadvies", "Preadvies"} <= named(scherm)


def test_a_moment_that_is_left_out_for_a_group_the_school_does_not_have_is_not_in_the_legend(scherm):
    def skip(archive):
        for moment in ("preadvies", "kind_okt"):
            archive.add(Momentkeuze(schooljaar=JAAR, moment=moment, vervalt=True), IB)

    scherm.ask(skip)
    scherm.settle()
    shown = [each.accessibleName() for each in scherm.view.year_card.legend.findChildren(MomentLink)]
    assert [each for each in shown if "vervalt" in each] == ["Kind okt · vervalt"]


def test_a_report_outside_the_moments_leads_to_its_conversation(scherm):
    def talk(archive):
        archive.add(
            Gesprek(
                id="tel",
                schooljaar=JAAR,
                leerling="g8-1",
                groep="g8",
                medewerker="amrani",
                staat="gehouden",
                datum=date(2026, 11, 1),
            ),
            IB,
        )

    scherm.ask(talk)
    scherm.settle()
    press(scherm, "Naar het gesprek")
    assert scherm.went == [Place("gesprek", "tel")]


def test_a_change_elsewhere_is_seen_at_once(scherm):
    def report(archive):
        for each in archive.all(Gesprek, moment="kind_okt", groep="g5"):
            archive.write("gesprek", each.id, {"verslag_op": "2026-11-12", "verslag_elders": True}, IB)

    scherm.ask(report)
    scherm.settle()
    assert scherm.cell(1, 1) == "✓ 4"
    assert not any("verslagen" in each for each in lines(scherm))


def test_a_proposal_is_taken_over_and_taken_back(scherm):
    assert any("Maart stapelt voor groep 8" in each for each in lines(scherm))
    press(scherm, "Neem over")
    assert scherm.view.found.plan.moment("kind_mrt/8") is not None
    assert not any("Maart stapelt" in each for each in lines(scherm))
    scherm.view.undo.button.click()
    scherm.settle()
    assert scherm.view.found.plan.moment("kind_mrt/8") is None
    assert any("Maart stapelt" in each for each in lines(scherm))


def test_the_keyboard_stays_among_the_lines_when_one_of_them_is_done(open_scherm, monkeypatch):
    monkeypatch.setattr(vraagt, "SHOWN", 2)
    scherm = open_scherm(vul)
    with scherm.qtbot.waitActive(scherm.view):
        scherm.view.activateWindow()
    more = next(each for each in scherm.view.findChildren(QPushButton) if each.text().startswith("Toon er nog"))
    before = len(asked(scherm))
    more.setFocus()
    scherm.qtbot.keyClick(more, Qt.Key.Key_Return)
    assert asked(scherm)[before].link.hasFocus()
    take = next(each for each in scherm.view.findChildren(QPushButton) if each.text() == "Neem over")
    take.setFocus()
    scherm.qtbot.keyClick(take, Qt.Key.Key_Return)
    scherm.settle()
    assert not any("Maart stapelt" in each for each in lines(scherm))
    assert any(each.link.hasFocus() for each in asked(scherm))


def test_a_planner_is_ticked_per_group_or_for_all_and_can_be_taken_back(open_scherm):
    scherm = open_scherm(vul, today=date(2027, 1, 21))
    line = next(each for each in asked(scherm) if each.findChildren(CheckBox))
    assert "planner openen" in line.findChildren(Text)[0].text()
    boxes = {each.accessibleName(): each for each in line.findChildren(CheckBox)}
    boxes["5/6"].click()
    scherm.settle()
    (task,) = scherm.ask(lambda archive: archive.all(Plannertaak))
    assert (task.groep, task.gedaan_op) == ("g5", "2027-01-21")
    line = next(each for each in asked(scherm) if each.findChildren(CheckBox))
    assert "5/6" not in {each.accessibleName() for each in line.findChildren(CheckBox)}
    scherm.view.undo.button.click()
    scherm.settle()
    line = next(each for each in asked(scherm) if each.findChildren(CheckBox))
    assert "5/6" in {each.accessibleName() for each in line.findChildren(CheckBox)}


def test_planning_begins_with_the_moment_that_comes(scherm):
    scherm.view.plan_button.click()
    assert scherm.went == [Place("gesprekkenplannen", "advies_voorlopig")]


def test_the_plan_goes_to_word_and_to_a_calendar(scherm, tmp_path, monkeypatch):
    out = tmp_path / "uit"
    out.mkdir()
    monkeypatch.setattr(openen, "choose_folder", lambda parent, start: out)
    monkeypatch.setattr(AgendaDialog, "ask", lambda *args: Agendakeuze("", False, False))
    for button, ending in ((scherm.view.word, ".docx"), (scherm.view.agenda, ".ics")):
        button.click()
        scherm.qtbot.waitUntil(lambda ending=ending: any(each.suffix == ending for each in out.iterdir()))
        scherm.qtbot.waitUntil(scherm.view.export.isVisible)
        scherm.settle()


def test_an_earlier_year_stays_readable(open_scherm):
    def with_history(archive):
        vul(archive)
        archive.add(Schooljaar(id="vorig", naam="2025-2026", regio="zuid"), IB)

    scherm = open_scherm(with_history)
    assert [scherm.view.year_card.years.itemText(each) for each in range(scherm.view.year_card.years.count())] == [
        "2026–2027",
        "2025–2026",
    ]
    scherm.view.year_card.years.set_value("2025-2026")
    scherm.view.year_card.years.changed.emit()
    assert scherm.went == [Place("gesprekken", "2025-2026")]
    scherm.show(scherm.went[0])
    assert scherm.view.page.title.text() == "Gesprekken 2025–2026"
    assert scherm.view.region.accessibleName() == "regio Zuid"
    assert not scherm.view.plan_button.isVisible()
    assert scherm.view._empty.isVisible()  # there were no groups in it


def test_without_groups_it_says_what_to_do_first(open_scherm):
    scherm = open_scherm(lambda archive: archive.add(School(id="school", schooljaar=JAAR), IB))
    assert not scherm.view.coverage.isVisible()
    assert scherm.view.year_card.ribbon.isVisible()
    press(scherm, "EDEXML inlezen")
    assert scherm.went == [Place("importeren")]


def test_a_year_without_known_holidays_asks_for_them(open_scherm):
    scherm = open_scherm(lambda archive: archive.add(School(id="school", schooljaar="2035-2036"), IB))
    assert scherm.view.unknown.isVisible()
    press(scherm, "Vul de vakanties in")
    assert scherm.went == [Place("instellingen", part="schooljaar")]


def test_a_policy_that_cannot_be_read_names_its_mistake(open_scherm):
    def broken(archive):
        vul(archive)
        archive.add(Gespreksbeleid(id="eigen", naam="Ons beleid", tekst="naam = "), IB)
        archive.add(Schooljaar(id="nu", naam=JAAR, beleid="eigen"), IB)

    scherm = open_scherm(broken)
    assert scherm.view.refused.isVisible()
    assert "Ons beleid" in scherm.view.refused.text.text()
    assert not scherm.view.year_card.isVisible()


def test_thirty_groups_scroll_under_the_names_of_the_moments(scherm):
    found = scherm.view.found
    rows = tuple(found.dekking.rijen[each % 3]._replace(groep=f"g{each}", naam=f"Groep {each}") for each in range(30))
    grid = scherm.view.coverage
    grid.show_coverage(found.dekking._replace(rijen=rows), found.plan, TODAY)
    scherm.view.resize(900, 500)
    grid.setFocus()
    for _ in range(29):
        scherm.qtbot.keyClick(grid, Qt.Key.Key_Down)
    scherm.qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.currentIndex().row() == 29
    assert grid.verticalScrollBar().value() > 0
    cell = grid.visualRect(grid.currentIndex())
    assert grid.viewport().rect().contains(cell.center())
    assert grid.horizontalHeader().height() > 0


def test_teachers_stand_below_their_group_and_are_called_by_first_name_where_there_is_no_room(open_scherm):
    def duo(archive):
        vul(archive)
        archive.write("groep", "g5", {"leerkrachten": ("smit", "amrani")}, IB)

    scherm = open_scherm(duo)
    groups = scherm.view.coverage.verticalHeader()
    roles = Qt.ItemDataRole
    about = [groups.model().headerData(row, Qt.Orientation.Vertical, roles.ToolTipRole) for row in range(3)]
    assert about[1].endswith("Joke Smit, Sara El Amrani")
    for width, told in (
        (900, ["Els De Wit", "Joke en Sara", "Sara"]),
        (1900, ["Els De Wit", "Joke Smit en Sara El Amrani", "Sara El Amrani"]),
    ):
        scherm.view.resize(width, 768)
        scherm.settle()
        assert [groups.teachers(row) for row in range(3)] == told


def test_a_wider_window_leaves_the_names_of_the_groups_beside_the_cells(scherm):
    grid = scherm.view.coverage
    for width in range(600, 1400, 50):
        scherm.view.resize(width, 800)
        scherm.settle()
        assert grid.viewport().x() >= grid.verticalHeader().geometry().right()
