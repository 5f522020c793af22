"""A conversation outside the moments of the year: what it follows from, when, and with whom."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.models.bespreking import Afspraak
from app.models.gesprek import OVERIG, Gesprek
from app.models.leerling import Ouder, Plan
from app.storage import gesprekken
from app.storage.archive import Archive
from app.storage.gesprekslijst import ouders
from app.storage.planblad import Planblad, planblad
from app.ui.afspreken.dialogen import PlanDialoog
from app.ui.context import Context
from app.ui.qt import override
from app.ui.widgets.choice import Choice
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.line_field import LineField
from app.ui.woorden import plan_words

AGREEMENT, PLAN = "afspraak:", "plan:"
LONGEST = 60
"""Signs of an agreement in the list to choose from."""


@dataclass(frozen=True, slots=True)
class Aanleidingen:
    """What a conversation can follow from, with the sheet to plan on.

    Attributes:
        ouders: to choose from, when parents have conversations of their own.
    """

    blad: Planblad
    afspraken: tuple[Afspraak, ...]
    plannen: tuple[Plan, ...]
    ouders: tuple[Ouder, ...] = ()


class OverigDialoog(PlanDialoog):
    """Ask for a conversation outside the moments. `ask` returns the `Gesprek`."""

    def __init__(self, parent: QWidget | None, context: Context, around: Aanleidingen) -> None:
        super().__init__(parent, context, around.blad)
        self.title.setText("Nieuw gesprek")
        self.accept_button.setText("Leg het gesprek vast")
        options = [(f"{AGREEMENT}{each.id}", f"Afspraak: {_short(each.wat)}") for each in around.afspraken]
        options += [(f"{PLAN}{each.id}", " ".join((plan_words(each.soort), each.onderwerp))) for each in around.plannen]
        self.follows = Choice(options, empty="Iets anders")
        self.cause = LineField()
        self.causes = FormRows()
        if options:
            self.causes.add_row("Waar volgt het uit?", self.follows)
        self._why = self.causes.add_row("Waarover gaat het?", self.cause, "In een paar woorden", optional=bool(options))
        self.parent_choice = Choice([(each.id, each.naam) for each in around.ouders], empty="Alle ouders")
        if around.ouders:
            self.causes.add_row("Met welke ouder?", self.parent_choice)
        self.body.insertWidget(1, self.causes)
        self._first: QWidget = self.follows if options else self.cause

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._first.setFocus()

    def complaint(self) -> str:
        """A conversation is about something."""
        words = super().complaint()
        self.causes.clear_errors()
        if not self.follows.value() and not self.cause.value().strip():
            self._why.set_error("Schrijf kort waarover het gesprek gaat.")
        return "Kijk nog even naar de rode regels." if self.causes.focus_first_error() else words

    def gesprek(self) -> Gesprek:
        """The conversation as it is filled in; on a day that is over it was held."""
        gesprek = super().gesprek()
        if not hasattr(self, "causes"):
            return gesprek  # what lies around is asked while the dialog is being made
        follows = self.follows.value()
        over = gesprek.datum is not None and gesprek.datum < self._context.vandaag()
        return replace(
            gesprek,
            afspraak=follows.removeprefix(AGREEMENT) if follows.startswith(AGREEMENT) else None,
            plan=follows.removeprefix(PLAN) if follows.startswith(PLAN) else None,
            ouder=self.parent_choice.value() or None,
            aanleiding=self.cause.value().strip(),
            staat="gehouden" if over else "gepland",
        )


def ask_other(
    host: QWidget, context: Context, leerling: str, then: Callable[[str], None], otherwise: Callable[[], None]
) -> None:
    """Ask for a conversation outside the moments and write it.

    Parameters:
        host: over which the dialog opens.
        leerling: id of the pupil.
        then: gets the id of the conversation.
        otherwise: is called when nothing is written.
    """
    question = partial(_around, leerling, context)
    context.db.ask(question, partial(_ask, host, context, then, otherwise), owner=host)


def _ask(
    host: QWidget,
    context: Context,
    then: Callable[[str], None],
    otherwise: Callable[[], None],
    around: Aanleidingen | None,
) -> None:
    made: Gesprek | None = OverigDialoog.ask(host, context, around) if around is not None else None
    if made is None:
        otherwise()
    else:
        context.db.ask(partial(_write, made, context), then, owner=host)


def _around(leerling: str, context: Context, archive: Archive) -> Aanleidingen | None:
    today = context.vandaag()
    blad = planblad(archive, Gesprek(leerling=leerling, soort=OVERIG, datum=today), today)
    if blad is None:
        return None
    afspraken = tuple(archive.all(Afspraak, leerling=leerling, staat="open"))
    plannen = tuple(each for each in archive.all(Plan, leerling=leerling) if each.tot is None or each.tot >= today)
    known = ouders(archive, leerling)
    apart = any(tie.eigen_gesprek for _, tie in known)
    return Aanleidingen(blad, afspraken, plannen, tuple(ouder for ouder, _ in known) if apart else ())


def _write(gesprek: Gesprek, context: Context, archive: Archive) -> str:
    return gesprekken.overig(archive, gesprek, context.vandaag(), context.gebruiker)[0]


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
