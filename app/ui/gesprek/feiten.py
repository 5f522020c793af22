"""The facts of a conversation: when, with whom, and what it follows from."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import lang, weekdag
from app.models.gesprek import BRON
from app.models.gespreksregels import erbij
from app.models.leerling import Ouder, Ouderschap
from app.storage.gesprekslijst import Gespreksblad
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.fact import fact
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small, Text
from app.ui.woorden import interpreter_words, period_words, plan_words

OPEN_AGAIN = ("afgezegd", "niet_verschenen", "niet_nodig")


class FactsCard(RefilledCard):
    """When and with whom, and the buttons to change that.

    Signals:
        wanted: `wijzig`, `verplaats`, `afgezegd`, `niet_verschenen`, `terug` or `weg`.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("Wanneer en met wie")
        self.change = self._button("Wijzig", "wijzig", "potlood")
        self.move_button = self._button("Verplaats", "verplaats", "kalender")
        self.call_off = self._button("Zeg af", "afgezegd")
        self.no_show = self._button("Niet verschenen", "niet_verschenen")
        self.again = self._button("Toch niet gehouden", "terug")
        self.remove = self._button("Haal weg", "weg")
        buttons = (self.change, self.move_button, self.call_off, self.no_show, self.again, self.remove)
        self.add(Flow(*buttons))

    def _button(self, words: str, what: str, icon: str = "") -> Button:
        button = Button(words, icon=icon, small=True)
        button.setObjectName(what)
        button.clicked.connect(self._tell)
        return button

    def _tell(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def show_facts(self, blad: Gespreksblad, today: date) -> None:
        """Show a conversation."""
        state = blad.gesprek.staat
        due = blad.gesprek.datum is not None and blad.gesprek.datum <= today
        self.change.setVisible(state == "gepland")
        self.move_button.setVisible(state in ("gepland", *OPEN_AGAIN))
        self.move_button.setText("Verplaats" if state == "gepland" else "Plan opnieuw")
        self.call_off.setVisible(state == "gepland")
        self.no_show.setVisible(state == "gepland" and due)
        self.again.setVisible(state == "gehouden" and blad.gesprek.formulier is None)
        self.remove.setVisible(blad.gesprek.formulier is None)
        column = self.renew((blad, today))
        if column is not None:
            for label, words in _facts(blad, today):
                column.addWidget(fact(label, words))


class ParentsCard(RefilledCard):
    """Parents and carers with their addresses; who comes to this conversation, and who needs an interpreter."""

    def __init__(self) -> None:
        super().__init__("Ouders en verzorgers")

    def show_parents(self, blad: Gespreksblad) -> None:
        """Show the parents of the pupil."""
        column = self.renew((blad.ouders, blad.gesprek.ouder))
        if column is None:
            return
        if not blad.ouders:
            column.addWidget(Muted("Er zijn nog geen ouders bekend. Vul ze in bij de leerling."))
        for ouder, tie in blad.ouders:
            column.addWidget(_parent(ouder, tie, blad.gesprek.ouder))


def when_in_full(blad: Gespreksblad) -> str:
    """Day and time, e.g. `dinsdag 8 september 2026, 15:10`."""
    gesprek = blad.gesprek
    if gesprek.datum is None:
        return "nog geen dag"
    return ", ".join(filter(None, (f"{weekdag(gesprek.datum)} {lang(gesprek.datum)}", gesprek.tijd)))


def _facts(blad: Gespreksblad, today: date) -> Iterator[tuple[str, str]]:
    """Pairs of label and words; those without words are left out."""
    gesprek = blad.gesprek
    without = gesprek.zonder_leerling
    together = (
        erbij(blad.soort, blad.leerling.jaargroep, blad.niveau, blad.beleid, zonder_leerling=without)
        if blad.soort
        else ()
    )
    with_one = next((ouder.naam for ouder, _ in blad.ouders if ouder.id == gesprek.ouder), "")
    at_table = [with_one if each == "ouders" and with_one else each for each in together]
    languages = dict.fromkeys(
        ouder.tolk for ouder, tie in blad.ouders
        if ouder.tolk and (ouder.id == gesprek.ouder if gesprek.ouder else not tie.eigen_gesprek)
    )  # fmt: skip
    plan = next((each for each in blad.plannen if each.id == gesprek.plan), None)
    agreement = next((each.wat for each in blad.afspraken if each.id == gesprek.afspraak), "")
    facts = (
        ("Wanneer", when_in_full(blad)),
        ("Duur", f"{gesprek.minuten} minuten" if gesprek.minuten else ""),
        ("Wie voert het gesprek", blad.houdt),
        ("Aan tafel", ", ".join((*at_table, *gesprek.aanwezig))),
        ("Tolk", ", ".join(languages)),
        ("Aanleiding", gesprek.aanleiding),
        ("Volgt uit de afspraak", agreement),
        ("Gaat over", f"{plan_words(plan.soort)} {plan.onderwerp}, {period_words(plan, today)}" if plan else ""),
        ("Op de agenda", _agenda(blad)),
        ("Reden", gesprek.reden),
        ("Vastgelegd", BRON.get(gesprek.bron, "") if gesprek.bron else ""),
    )
    return ((label, words) for label, words in facts if words)


def _agenda(blad: Gespreksblad) -> str:
    """A handelingsplan that runs, where the policy puts it on the agenda."""
    on_agenda = blad.soort is not None and blad.soort.plan_bespreken and not blad.gesprek.extra
    plans = [each for each in blad.plannen if each.soort == "handelingsplan"] if on_agenda else []
    return ", ".join(" ".join(filter(None, (plan_words(each.soort), each.onderwerp))) for each in plans)


def _parent(ouder: Ouder, tie: Ouderschap, only: str | None) -> QWidget:
    entry = QWidget()
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scale.space(0.25))
    chips = [Chip("komt bij dit gesprek", "good", "vink")] if only == ouder.id else []
    chips += [Chip(interpreter_words(ouder.tolk), "info")] if ouder.tolk else []
    chips += [] if tie.informatie else [Chip("geen eigen uitnodiging")]
    relation = [Small(tie.relatie)] if tie.relatie else []
    column.addWidget(Flow(Text(ouder.naam, "strong", wrap=False), *relation, *chips))
    for line in filter(None, (" · ".join(filter(None, (ouder.telefoon, ouder.email))), ouder.adres)):
        column.addWidget(Small(line).make_selectable())
    return entry
