"""The way of one consult through the window: handed in, granted, held and reported."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.consult import Consult
from app.ui.bespreekmodus.view import BespreekmodusView
from app.ui.consult.afspraak import AppointmentDialog, DayDialog, GrantDialog
from app.ui.consult.view import ConsultView
from app.ui.formulier.paneel import FormPanel
from app.ui.formulier.view import FormulierView
from app.ui.verslag.view import VerslagView
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Text
from tests.faults.program import Program
from tests.scenarios.in_het_venster import (
    CONTROL,
    DOWN,
    ENTER,
    RIGHT,
    SPACE,
    TAB,
    choose_contact,
    find,
    on,
    settle,
    view,
    with_dialog,
)
from tests.scenarios.schooljaar_school import Vandaag
from tests.scenarios.zorgschool import CONSULENT, NAAM


def here(you: Program) -> Consult:
    """The consult on screen, as the archive has it."""
    return you.ask(lambda archive: archive.get(Consult, view(you, ConsultView)._place.id))


def back_to(you: Program, kind: str) -> ConsultView:
    """To a consult of the pupil, over Ctrl+K and the dossier."""
    find(you, NAAM)
    you.tab_to(kind)
    you.press(SPACE)
    found = view(you, ConsultView)
    settle(you)
    return found


def push(you: Program, words: str) -> None:
    """A button of the page, and what it does is written and shown."""
    you.push(words)
    settle(you)


def ticked(you: Program, box: str) -> None:
    """A box of the page."""
    you.tab_to(box)
    you.press(SPACE)
    settle(you)


def fill_in(you: Program, wanted: str, answers: Callable[[], None]) -> None:
    """From a line of what misses to its field in the form, and back to the consult when it is answered.

    Parameters:
        wanted: how the line begins.
        answers: what is typed there.
    """
    you.tab_to(wanted)
    you.press(SPACE)
    view(you, FormulierView)
    settle(you)
    answers()
    you.push("Bekijk het consult")
    view(you, ConsultView)
    settle(you)


def judge(you: Program, punt: str, arrows: int) -> None:
    """A line of the checklist of annexes: with the arrows from `bijgevoegd` on."""
    line = view(you, ConsultView).annexes.line(punt)
    you.tab_until(line.staat.isAncestorOf, punt)
    for _ in range(arrows):
        you.press(RIGHT)
        settle(you)


def misses(you: Program) -> list[str]:
    """What the card says that misses, below its heading."""
    card = view(you, ConsultView).missing
    lines = [each for each in card.findChildren(Text) if each.isVisible() and each is not card.too_early]
    return [each.text() for each in lines][1:]


def hand_in(you: Program, kind: str, *, known: bool) -> None:
    """The three steps in the portal, then it is handed in.

    Parameters:
        known: whether the pupil came there with an earlier consult; then the program ticked that step itself.
    """
    push(you, "Aanvraag is ingediend")
    assert here(you).status == "volledig"
    assert any("Vink eerst de stap ‘Consult kiezen’" in each for each in misses(you))
    if known:
        assert here(you).stappen == {"leerling_invoeren": "nvt"}
    else:
        ticked(you, "1. Leerlingdossier aanmaken")
    ticked(you, "2. Consult kiezen")
    ticked(you, f"3. {kind} aanvragen")
    with_dialog(you, DayDialog, lambda: you.press(ENTER, CONTROL), lambda: you.push("Aanvraag is ingediend"))
    assert here(you).status == "ingediend"


def grant(you: Program) -> None:
    """To a consulent from the contacts."""

    def answer() -> None:
        choose_contact(you, "Wie is de consulent?", CONSULENT)
        you.press(ENTER, CONTROL)

    with_dialog(you, GrantDialog, answer, lambda: you.push("Aanvraag is toegekend"))
    assert here(you).status == "toegekend"


def appoint(you: Program, day: str, time: str) -> None:
    """When the consulent comes."""

    def answer() -> None:
        you.tab_to("Datum")
        you.type(day)
        you.press(TAB)
        you.type(time)
        you.press(ENTER, CONTROL)

    with_dialog(you, AppointmentDialog, answer, lambda: you.push("Afspraak maken"))


def hold(you: Program, vandaag: Vandaag, kind: str, day: date) -> None:
    """Before its day it can't have been held; on the day itself it can."""
    push(you, "Gesprek is gevoerd")
    assert here(you).status == "afspraak"
    assert you.says("Dat kan nog niet")
    on(you, vandaag, day)
    back_to(you, kind)
    push(you, "Gesprek is gevoerd")
    assert here(you).status == "gevoerd"


def report(you: Program, kind: str, said: dict[str, str]) -> None:
    """The report in its form, vastgesteld.

    Parameters:
        said: words by the beginning of the label of their field, in the order of the form.
    """
    you.push("Maak verslag")
    view(you, FormulierView)
    settle(you)
    for label, words in said.items():
        go_to_field(you, label)
        you.type(words)
    to_the_closing(you)
    you.push("Stel het formulier vast")
    in_word(you)
    back_to(you, kind)


def in_word(you: Program) -> None:
    """The report that comes on screen after vaststellen, as a Word document."""
    view(you, VerslagView)
    you.wait(lambda: isinstance(you.focus(), GrowingText) and you.focus().isEnabled())
    you.push("Maak Word-verslag")
    you.wait(lambda: you.says("is gemaakt."))


def go_to_field(you: Program, label: str, name: str = "") -> QWidget:
    """On with Ctrl+Enter until the section has this field, and into it.

    Parameters:
        name: what a screen reader calls it there; empty for its label.
    """
    panel = view(you, FormulierView).findChild(FormPanel)
    while label not in [each.label for each in panel.page().section.velden]:
        before = panel.current
        you.press(ENTER, CONTROL)
        you.wait(lambda before=before: panel.current != before)
    return you.tab_to(name or label)


def to_the_closing(you: Program) -> None:
    """On with Ctrl+Enter until all is summed up."""
    panel = view(you, FormulierView).findChild(FormPanel)
    while isinstance(you.unlocked().router.view, FormulierView):
        before = panel.current
        you.press(ENTER, CONTROL)
        you.wait(lambda before=before: panel.current != before or not isinstance(_shown(you), FormulierView))
    view(you, BespreekmodusView)
    settle(you)


def _shown(you: Program) -> object:
    return you.unlocked().router.view


def more_is_needed(you: Program) -> None:
    """The outcome asks for what follows, and one button begins it."""
    before = here(you).id
    you.tab_to("Was dit genoeg?")
    you.press(DOWN)
    settle(you)
    you.press(DOWN)
    settle(you)
    push(you, "Vervolg aanvragen")
    you.wait(lambda: view(you, ConsultView)._place.id != before)
    settle(you)
