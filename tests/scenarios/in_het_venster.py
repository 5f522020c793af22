"""The ways through the window that the story of a school year takes again and again, all of them with keys."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu, QWidget

from app.storage.gesprekslijst import Lijstregel
from app.ui.contactkeuze.keuze import ContactChoice
from app.ui.gesprekken.dekkingtabel import CoverageTable
from app.ui.gesprekken.view import GesprekkenView
from app.ui.gespreksmoment.gehouden import HeldDialog
from app.ui.gespreksmoment.tabel import ConversationTable
from app.ui.gespreksmoment.view import GespreksmomentView
from app.ui.leerlingen.dossier import DossierView
from app.ui.view import View
from app.ui.widgets.table_model import Row
from app.ui.window.palet_lijst import VONDST
from tests.faults.program import Program
from tests.scenarios.schooljaar_school import Vandaag

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENTER, SPACE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab
HOME, DOWN, RIGHT = Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right


def on(you: Program, vandaag: Vandaag, day: date) -> None:
    """Another day: the program stood open, and shows it at the next look at a page."""
    vandaag.dag = day
    you.press(Qt.Key.Key_1, CONTROL)
    you.wait(lambda: you.unlocked().router.place.view == "vandaag")


def view(you: Program, kind: type[View]) -> View:
    """The view on screen, once it is of this kind."""
    you.wait(lambda: isinstance(you.unlocked().router.view, kind))
    return you.unlocked().router.view


def overview(you: Program) -> GesprekkenView:
    """To the year of conversations, read anew."""
    you.press(Qt.Key.Key_1, CONTROL)
    you.wait(lambda: you.unlocked().router.place.view == "vandaag")
    before = getattr(you.unlocked().router, "view", None)
    you.press(Qt.Key.Key_4, CONTROL)
    found = view(you, GesprekkenView)
    settle(you)
    assert found is not before
    return found


def settle(you: Program) -> None:
    """Until the archive has answered and the view shows it, twice: an answer may ask again."""
    router = you.unlocked().router
    for _ in range(2):
        you.ask(lambda _archive: None)
        you.wait(lambda: not router._refresh.isActive())
    QApplication.processEvents()  # what a layout was given just now is shown at the next turn


def open_list(you: Program, moment: str) -> GespreksmomentView:
    """From the overview to the list of the one group at a moment, over the coverage grid.

    Parameters:
        moment: short title of the moment, as the grid has it.
    """
    overview(you)
    grid = you.tab_until(lambda widget: isinstance(widget, CoverageTable), "the grid")
    you.press(HOME)
    headings = [grid.model().headerData(at, Qt.Orientation.Horizontal) for at in range(grid.model().columnCount())]
    for _ in range(headings.index(moment)):
        you.press(RIGHT)
    you.press(ENTER)
    found = view(you, GespreksmomentView)
    settle(you)
    return found


def find(you: Program, name: str) -> DossierView:
    """To the dossier of a pupil, over Ctrl+K."""
    you.press(Qt.Key.Key_K, CONTROL)
    you.type(name)
    palet = you.focus().parentWidget().parentWidget()
    you.wait(lambda: palet.list.currentIndex().isValid() and palet.list.currentIndex().data(VONDST).words == name)
    you.press(ENTER)
    found = view(you, DossierView)
    settle(you)
    return found


def at_table(you: Program) -> ConversationTable:
    """With Tab to the conversations."""
    found = you.tab_until(lambda widget: isinstance(widget, ConversationTable), "the list")
    assert isinstance(found, ConversationTable)
    return found


def lines(you: Program) -> dict[tuple[str, str, str], Row]:
    """What the list shows, by pupil, parent and what it is besides."""
    found = view(you, GespreksmomentView)
    return {_key(row["regel"]): row for row in found.table.rows()}


def _key(regel: Lijstregel) -> tuple[str, str, str]:
    return regel.wie.leerling, regel.wie.ouder or "", regel.wie.extra


def marks(row: Row) -> list[str]:
    """What the list says of a pupil besides the name."""
    return [each.text for each in row["bijzonder"]]


def choose(you: Program, *wanted: str) -> None:
    """In the list: tick the lines of these pupils with the space bar, and nobody else."""
    table = at_table(you)
    you.press(HOME, CONTROL)
    for place, row in enumerate(table.rows()):
        if place:
            you.press(DOWN)
        chosen = row in table.selected_rows()
        if chosen is not (row["regel"].leerling.id in wanted):
            you.press(SPACE)


def choose_all(you: Program) -> None:
    """In the list: Ctrl+A."""
    at_table(you)
    you.press(Qt.Key.Key_A, CONTROL)


def held(you: Program, *, elders: bool, dag: str = "") -> None:
    """Say of what is chosen that it was held.

    Parameters:
        elders: whether the reports are in ParnasSys.
        dag: the day, as one types it; empty takes the one that is proposed.
    """

    def answer() -> None:
        if dag:
            you.type(dag)
        if not elders:
            you.tab_to("Het verslag staat in ParnasSys")
            you.press(SPACE)
        you.press(ENTER, CONTROL)

    with_dialog(you, HeldDialog, answer, lambda: you.press(ENTER, CONTROL))


def with_dialog(you: Program, kind: type, answer: Callable[[], None], opens: Callable[[], None]) -> None:
    """Do what opens a dialog, answer it, and wait until what was said is written and shown; also within a dialog."""
    below, errors_below = QApplication.activeModalWidget(), you.dialog_errors
    done: list[bool] = []

    def to_the_end() -> None:
        answer()
        done.append(True)

    you.in_dialog(kind, to_the_end)
    opens()
    you.wait(lambda: bool(done or you.dialog_errors))
    if you.dialog_errors:
        raise you.dialog_errors[0]
    you.wait(lambda: QApplication.activeModalWidget() is below)
    you.dialog_errors = errors_below
    settle(you)


def choose_contact(you: Program, label: str, name: str) -> None:
    """In a field that finds contacts: the first name, and Enter in the list.

    Parameters:
        label: of the field.
    """
    you.tab_to(label)
    you.type(name.split(maxsplit=1)[0])
    choice = you.focus()
    while not isinstance(choice, ContactChoice):
        choice = choice.parentWidget()
    you.wait(lambda: isinstance(QApplication.activePopupWidget(), QListView))
    QTest.keyClick(QApplication.activePopupWidget(), ENTER)
    you.wait(lambda: name in [each.naam for each in choice.contacten()] and not choice.field.value())


def from_menu(you: Program, button: str, entry: str) -> None:
    """Open the menu of a button, walk to an entry with the arrows, and take it."""

    timer = QTimer(you.shell, interval=20)

    def take() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return
        timer.stop()
        for _ in menu.actions():
            QTest.keyClick(menu, DOWN)
            if menu.activeAction().text() == entry:
                QTest.keyClick(menu, ENTER)
                return
        menu.close()

    timer.timeout.connect(take)
    timer.start()
    you.push(button)
    settle(you)


def paste(you: Program, text: str) -> QWidget:
    """Ctrl+V of what was copied elsewhere, over all that stands in the field."""
    QApplication.clipboard().setText(text)
    you.press(Qt.Key.Key_A, CONTROL)
    you.press(Qt.Key.Key_V, CONTROL)
    return you.focus()
