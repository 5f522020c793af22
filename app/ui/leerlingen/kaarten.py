"""The cards beside the timeline: each shows one thing of a dossier and says what the user wants to do with it."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.bespreking import Afspraak
from app.models.datums import kort, leeftijd
from app.models.leerling import GEZAG, Leerling, Niveau, Plan
from app.models.lijkt_op import Actie
from app.models.records import covers
from app.storage.dossier import Dossier
from app.storage.formulieren import OuderVan
from app.ui.formulier.terzijde import RESULTS
from app.ui.formulier.terzijde import entry as told
from app.ui.theme import scale
from app.ui.widgets.buttons import IconButton, Link
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small
from app.ui.woorden import level_state, level_words, period_words, plan_words, talk_words

MOST_ACTIONS = 10


class DossierCard(Card):
    """A card that is filled again only when what it shows has changed, so that the focus stays where it is.

    Signals:
        wanted: what the user wants (`add`, `edit`, `remove`, ...) and with which record; None for a new one.
    """

    wanted = Signal(str, object)

    def __init__(self, heading: str, add: str = "", parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self._shown: object = None
        self._content: QWidget | None = None
        if add:
            self.add_button = IconButton("plus", add)
            self.add_button.clicked.connect(partial(self.wanted.emit, "add", None))
            self.add_beside_heading(self.add_button)

    def show_dossier(self, found: Dossier, today: date) -> None:
        """Show what this card is about."""
        about = (self.about(found), today)
        if about == self._shown:
            return
        self._shown = about
        if self._content is not None:
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        self.fill(column, about[0], today)
        self.add(self._content)

    def about(self, found: Dossier) -> Any:
        """The part of the dossier that this card shows."""
        raise NotImplementedError

    def fill(self, column: QVBoxLayout, about: Any, today: date) -> None:
        """Put that part on screen."""
        raise NotImplementedError

    def link(self, words: str, what: str, record: object, spoken: str = "") -> Link:
        """A word that says what one wants with a record."""
        link = Link(words, small=True)
        link.setAccessibleName(spoken or words)
        link.clicked.connect(partial(self.wanted.emit, what, record))
        return link

    def bin(self, name: str, record: object) -> IconButton:
        """A button that takes a record away."""
        button = IconButton("prullenbak", name)
        button.clicked.connect(partial(self.wanted.emit, "remove", record))
        return button


class AgreementsCard(DossierCard):
    """Agreements that run: ticked when done; `result` asks what came of it, `open` opens the evaluation."""

    def __init__(self) -> None:
        super().__init__("Afspraken die lopen", "Afspraak toevoegen")

    def about(self, found: Dossier) -> Any:
        return found.afspraken

    def fill(self, column: QVBoxLayout, about: Any, today: date) -> None:
        if not about:
            column.addWidget(Muted("Er lopen geen afspraken."))
        for afspraak in about:
            column.addWidget(self._entry(afspraak, today))

    def _entry(self, afspraak: Afspraak, today: date) -> QWidget:
        box = CheckBox(afspraak.wat, afspraak.staat != "open")
        box.changed.connect(partial(self._ticked, afspraak, box))
        below = Flow()
        for chip in _agreement_chips(afspraak, today):
            below.add(chip)
        about = " · ".join(part for part in (afspraak.wie, _until(afspraak, today)) if part)
        if about:
            below.add(Small(about))
        if afspraak.soort == "evaluatie" and afspraak.formulier and afspraak.staat == "open":
            below.add(self.link("Evalueren", "open", afspraak))
        else:
            below.add(self.link("Resultaat", "result", afspraak, f"Resultaat van: {afspraak.wat}"))
        entry = QWidget()
        rows = QVBoxLayout(entry)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(box)
        indented = QVBoxLayout()
        rows.addLayout(indented)
        indented.setContentsMargins(scale.metrics().height() + scale.space(1), 0, 0, 0)
        indented.addWidget(below)
        if afspraak.resultaat:
            indented.addWidget(Small(afspraak.resultaat))
        return entry

    def _ticked(self, afspraak: Afspraak, box: CheckBox) -> None:
        self.wanted.emit("done" if box.value() else "again", afspraak)


def _agreement_chips(afspraak: Afspraak, today: date) -> list[Chip]:
    if afspraak.staat != "open":
        return [Chip(afspraak.staat, "good" if afspraak.staat == "gedaan" else "neutral")]
    late = afspraak.voor is not None and afspraak.voor < today
    return [Chip("te laat", "bad", "klok")] if late else []


def _until(afspraak: Afspraak, today: date) -> str:
    return f"uiterlijk {kort(afspraak.voor, today)}" if afspraak.voor and afspraak.staat == "open" else ""


class HelpedCard(DossierCard):
    """What was tried before, and how that went."""

    def __init__(self) -> None:
        super().__init__("Wat hielp eerder")

    def about(self, found: Dossier) -> Any:
        return found.acties[:MOST_ACTIONS]

    def fill(self, column: QVBoxLayout, about: Any, today: date) -> None:
        if not about:
            column.addWidget(Muted("Nog niets bekend. Wat je in een bespreking invult bij de acties, komt hier."))
        for actie in about:
            column.addWidget(_action(actie))


def _action(actie: Actie) -> QWidget:
    about = " · ".join(part for part in (actie.periode, actie.opmerking) if part)
    return told(actie.actie, about, Chip(*RESULTS[actie.resultaat]))


class ParentsCard(DossierCard):
    """Parents and carers: how to reach them, and whether they have gezag."""

    def __init__(self) -> None:
        super().__init__("Ouders en verzorgers", "Ouder of verzorger toevoegen")

    def about(self, found: Dossier) -> Any:
        return found.ouders

    def fill(self, column: QVBoxLayout, about: Any, today: date) -> None:
        if not about:
            column.addWidget(Muted("Voeg de ouders toe: wie gezag heeft, wordt om toestemming gevraagd."))
        for each in about:
            column.addWidget(self._entry(each))

    def _entry(self, van: OuderVan) -> QWidget:
        name = self.link(van.ouder.naam, "edit", van, f"{van.ouder.naam} bewerken")
        state = {"ja": "good", "onbekend": "warn"}.get(van.ouderschap.gezag, "neutral")
        chip = Chip(GEZAG.get(van.ouderschap.gezag, van.ouderschap.gezag), state)
        about = [part for part in (van.ouder.telefoon, van.ouder.email, van.ouder.adres) if part]
        lines = (" · ".join(about), van.ouder.bijzonderheden)
        chips = [chip, *(Chip(words, "info") for words in talk_words(van))]
        head = Flow(name, *([Small(van.ouderschap.relatie)] if van.ouderschap.relatie else []), *chips)
        return _entry(head, lines, self.bin(f"{van.ouder.naam} weghalen bij dit kind", van))


class FamilyCard(DossierCard):
    """Brothers and sisters at this school."""

    def __init__(self) -> None:
        super().__init__("Gezin", "Broer of zus koppelen")

    def about(self, found: Dossier) -> Any:
        return found.broers_zussen, bool(found.leerling.gezin)

    def fill(self, column: QVBoxLayout, about: Any, today: date) -> None:
        siblings, linked = about
        if not siblings:
            column.addWidget(Muted("Geen broers of zussen gekoppeld."))
        for each in siblings:
            column.addWidget(self._entry(each, today))
        if siblings and linked:
            column.addWidget(self.link("Dit kind losmaken van het gezin", "remove", None))

    def _entry(self, each: Leerling, today: date) -> QWidget:
        age = f"{leeftijd(each.geboortedatum, today)} jaar" if each.geboortedatum else ""
        left = "van school" if each.gearchiveerd_op else ""
        return Flow(self.link(each.naam, "open", each), Small(" · ".join(filter(None, (age, left)))))


class LevelCard(DossierCard):
    """The support level and how it came about."""

    def __init__(self) -> None:
        super().__init__("Niveau", "Nieuw niveau")

    def about(self, found: Dossier) -> Any:
        return found.niveaus

    def fill(self, column: QVBoxLayout, about: Any, today: date) -> None:
        if not about:
            column.addWidget(Muted("Nog geen niveau vastgelegd."))
        for each in about:
            column.addWidget(self._entry(each, today))

    def _entry(self, each: Niveau, today: date) -> QWidget:
        since = f"vanaf {kort(each.vanaf, today)}" if each.vanaf else ""
        edit = self.link("Wijzig", "edit", each, f"{level_words(each.niveau)} {since} wijzigen")
        head = Flow(Chip(level_words(each.niveau), level_state(each.niveau)), Small(since), edit)
        return _entry(head, (each.toelichting,), self.bin("Dit niveau weghalen", each))


class PlansCard(DossierCard):
    """Handelingsplannen and OPP, the running ones marked."""

    def __init__(self) -> None:
        super().__init__("Plannen", "Plan toevoegen")

    def about(self, found: Dossier) -> Any:
        return found.plannen, found.groepsplannen

    def fill(self, column: QVBoxLayout, about: Any, today: date) -> None:
        plans, group_plans = about
        if not plans:
            column.addWidget(Muted("Geen handelingsplan of OPP."))
        names = {each.id: each.onderwerp for each in group_plans}
        for each in plans:
            column.addWidget(self._entry(each, names, today))

    def _entry(self, plan: Plan, group_plans: dict[str, str], today: date) -> QWidget:
        words = " ".join(part for part in (plan_words(plan.soort), plan.onderwerp) if part)
        head = Flow(self.link(words, "edit", plan, f"{words} bewerken"), *_plan_chips(plan, today))
        annex = f"bijlage bij groepsplan {group_plans[plan.groepsplan]}" if plan.groepsplan in group_plans else ""
        about = " · ".join(part for part in (period_words(plan, today), annex) if part)
        return _entry(head, (about, plan.opmerking), self.bin(f"{words} weghalen", plan))


def _plan_chips(plan: Plan, today: date) -> list[Chip]:
    if covers(plan.van, plan.tot, today):
        return [Chip("loopt", "info")]
    return [Chip("afgelopen" if plan.tot and plan.tot < today else "begint nog")]


def _entry(head: QWidget, lines: tuple[str, ...], button: QWidget) -> QWidget:
    """What it is, small lines below it, and a button at the right."""
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scale.space(1))
    words = QVBoxLayout()
    row.addLayout(words, 1)
    words.setSpacing(scale.space(0.25))
    words.addWidget(head)
    for line in filter(None, lines):
        words.addWidget(Small(line).make_selectable())
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return entry
