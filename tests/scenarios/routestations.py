"""What one does on the page of a route, station after station, with keys."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from app.models.route import Mpo, Route, Routestap
from app.ui.formulier.view import FormulierView
from app.ui.route.begindialoog import BeginDialoog
from app.ui.route.dialogen import BerichtDialoog, BesluitDialoog, StapDialoog, VereisteDialoog
from app.ui.route.mpo_dialoog import MpoDialoog, UitkomstDialoog
from app.ui.route.view import RouteView
from tests.faults.program import Program
from tests.scenarios.consultgesprek import in_word, to_the_closing
from tests.scenarios.in_het_venster import (
    CONTROL,
    ENTER,
    RIGHT,
    SPACE,
    choose_contact,
    find,
    settle,
    view,
    with_dialog,
)
from tests.scenarios.zorgschool import NAAM


def the_route(you: Program) -> Route:
    """The route of the pupil, as the archive has it."""
    (found,) = you.ask(lambda archive: archive.all(Route))
    return found


def at(you: Program) -> str:
    """The station where it is."""
    return the_route(you).station


def steps(you: Program) -> list[tuple[str, str]]:
    """What happened, each with the station or the decision."""
    found = sorted(you.ask(lambda archive: archive.all(Routestap)), key=lambda each: each.nr)
    return [(each.soort, each.besluit or each.naar) for each in found]


def to_the_route(you: Program, station: str) -> RouteView:
    """Over Ctrl+K and the dossier.

    Parameters:
        station: where it is, as the dossier says it.
    """
    find(you, NAAM)
    you.tab_until(lambda widget: getattr(widget, "text", str)() == station, station)
    you.press(SPACE)
    found = view(you, RouteView)
    settle(you)
    return found


def begin(you: Program, question: str, shown: str) -> None:
    """From the dossier, with the question and how it shows."""

    def answer() -> None:
        you.tab_to("Wat is de complexe ondersteuningsvraag?")
        you.type(question)
        you.tab_to("Waaruit blijkt")
        you.type(shown)
        you.press(ENTER, CONTROL)

    find(you, NAAM)
    with_dialog(you, BeginDialoog, answer, lambda: you.push("Begin een route"))
    view(you, RouteView)
    settle(you)


def close_the_form(you: Program, station: str) -> None:
    """Sum it up, vaststellen, in Word, and back to the route."""
    to_the_closing(you)
    you.push("Stel het formulier vast")
    in_word(you)
    to_the_route(you, station)


def refused(you: Program, button: str) -> str:
    """Press a step that can't be taken yet; why not."""
    before = at(you)
    you.push(button)
    settle(you)
    banner = view(you, RouteView).steps.refusal
    assert banner.isVisible()
    assert at(you) == before
    return str(banner.text.text())


def step(you: Program, button: str, reason: str = "", arrows: Callable[[], None] = lambda: None) -> None:
    """On, back or over; with a reason where one is asked.

    Parameters:
        arrows: chooses among several stations.
    """

    def answer() -> None:
        arrows()
        if reason:
            you.tab_to("Waarom")
            you.press(ENTER, CONTROL)  # without a reason it stays open
            you.type(reason)
        you.press(ENTER, CONTROL)

    with_dialog(you, StapDialoog, answer, lambda: you.push(button))


def can_press(you: Program) -> set[str]:
    """What a screen reader calls the buttons on the page."""
    return {each.accessibleName() for each in view(you, RouteView).findChildren(QAbstractButton) if each.isVisible()}


def tick(you: Program, need: str) -> None:
    """Something is there, since today."""
    named(you, VereisteDialoog, f"Is er: {need}", lambda: you.press(ENTER, CONTROL))


def decide(you: Program, decision: str, *answers: tuple[str, str]) -> None:
    """A decision of the station.

    Parameters:
        answers: a question and what is typed there; or an option and nothing, to choose it.
    """

    def answer() -> None:
        for asked, words in answers:
            you.tab_to(asked)
            if words:
                you.type(words)
            else:
                you.press(SPACE)
        you.press(ENTER, CONTROL)

    named(you, BesluitDialoog, f"Leg vast: {decision}", answer)


def tell(you: Program, who: str) -> None:
    """Somebody who must know was called."""

    def answer() -> None:
        you.type("telefoon")
        you.press(ENTER, CONTROL)

    named(you, BerichtDialoog, f"Noteer dat {who} het weet", answer)


def named(you: Program, kind: type, button: str, answer: Callable[[], None]) -> None:
    """A dialog behind a button that a screen reader would call so."""

    def press() -> None:
        you.tab_to(button)
        you.press(SPACE)

    with_dialog(you, kind, answer, press)


def plan_mpo(you: Program, day: str, *people: str, coordinator: bool = False) -> None:
    """Who comes when, and about what."""

    def answer() -> None:
        you.tab_to("Datum")
        you.type(day)
        for each in people:
            choose_contact(you, "Partijen van buiten de school", each)
        box = you.tab_to("De coördinator van het deelverband sluit aan")
        if box.isChecked() is not coordinator:
            you.press(SPACE)
        you.tab_to("Agenda")
        you.type("Wat past bij Noor?")
        you.press(ENTER, CONTROL)

    with_dialog(you, MpoDialoog, answer, lambda: you.push("Plan een MPO"))


def disagree(you: Program, words: str) -> None:
    """The parents and the school see it differently; without minutes, a few words say how."""

    def answer() -> None:
        you.tab_to("ouders en school zijn het eens")
        you.press(RIGHT)
        you.tab_to("In woorden")
        you.type(words)
        you.press(ENTER, CONTROL)

    with_dialog(you, UitkomstDialoog, answer, lambda: you.push("Leg de uitkomst vast"))


def tell_the_directeur(you: Program) -> None:
    """Of the outcome of the MPO."""

    def told() -> None:
        you.type("gesprek")
        you.press(ENTER, CONTROL)

    with_dialog(you, BerichtDialoog, told, lambda: you.push("Directeur geïnformeerd"))


def last_mpo(you: Program) -> Mpo:
    """The MPO that was planned last."""
    return max(you.ask(lambda archive: archive.all(Mpo)), key=lambda each: each.datum)


def open_form(you: Program, button: str) -> None:
    """A button that leads to a form."""
    you.push(button)
    view(you, FormulierView)
    settle(you)
