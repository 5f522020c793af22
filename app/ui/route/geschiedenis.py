"""Why a route began, and all its steps and decisions, newest first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import lang
from app.models.route import Route, Routestap
from app.models.routes.definition import RouteDefinitie
from app.models.routes.woorden import besluitantwoorden, stapwoorden, stationsnaam
from app.ui.theme import scale
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.fact import fact
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Small, Text

CHIPS = {
    "begin": ("begonnen", "accent", "vink"),
    "verder": ("verder", "good", "pijl-rechts"),
    "terug": ("terug", "warn", "ongedaan"),
    "overslaan": ("overgeslagen", "warn", "streep"),
    "besluit": ("besluit", "info", "afspraak"),
    "einde": ("beëindigd", "neutral", "kruis"),
}


class ReasonCard(RefilledCard):
    """The question with which the route began, and how it was shown that basic support does not suffice."""

    def __init__(self) -> None:
        super().__init__("Waarom deze route")

    def show_reason(self, route: Route) -> None:
        """Show why a route began."""
        column = self.renew((route.aanleiding, route.tekort))
        if column is None:
            return
        column.setSpacing(scale.space(1.25))
        for label, words in (("De vraag", route.aanleiding), ("Basisondersteuning is niet genoeg", route.tekort)):
            if words:
                column.addWidget(fact(label, words))


class HistoryCard(RefilledCard):
    """Each step with its day, who decided, and why."""

    def __init__(self) -> None:
        super().__init__("Wat er is gebeurd")

    def show_steps(self, steps: Sequence[Routestap], definitie: RouteDefinitie, today: date) -> None:
        """Show the steps of a route."""
        steps = tuple(steps)
        column = self.renew((steps, today))
        if column is None:
            return
        column.setSpacing(scale.space(1.5))
        for step in sorted(steps, key=lambda each: each.nr, reverse=True):
            column.addWidget(_entry(step, definitie))


def _entry(step: Routestap, definitie: RouteDefinitie) -> QWidget:
    entry = QWidget()
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scale.space(0.25))
    column.addWidget(Flow(Text(stapwoorden(step, definitie), "strong"), Chip(*CHIPS[step.soort])))
    about = [lang(step.datum) if step.datum else "", step.door]
    if step.soort == "besluit":
        about.append(stationsnaam(definitie, step.van))
    column.addWidget(Small(" · ".join(filter(None, about))))
    for said in besluitantwoorden(step, definitie):
        column.addWidget(Small(said))
    if step.reden:
        column.addWidget(Text(step.reden).make_selectable())
    return entry
