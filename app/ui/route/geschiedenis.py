"""All steps and decisions of a route, newest first."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import lang
from app.models.route import Routestap
from app.ui.theme import scale
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
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


class HistoryCard(RefilledCard):
    """Each step with its day, who decided, and why."""

    def __init__(self) -> None:
        super().__init__("Wat er is gebeurd")

    def show_steps(self, steps: Sequence[Routestap], names: Mapping[str, str], today: date) -> None:
        """Show the steps of a route.

        Parameters:
            names: words for the stations and decisions of the route, by id.
        """
        steps = tuple(steps)
        column = self.renew((steps, today))
        if column is None:
            return
        column.setSpacing(scale.space(1.5))
        for step in sorted(steps, key=lambda each: (each.datum or date.min, each.id), reverse=True):
            column.addWidget(_entry(step, names))


def step_words(step: Routestap, names: Mapping[str, str]) -> str:
    """What a step was, e.g. `Van School naar Overdracht`."""
    van, naar = names.get(step.van, step.van), names.get(step.naar, step.naar)
    match step.soort:
        case "besluit":
            return names.get(step.besluit, step.besluit)
        case "begin":
            return f"De route begon bij {naar}"
        case "einde":
            return f"De route eindigde bij {van}"
        case "overslaan":
            return f"{van} overgeslagen, door naar {naar}"
        case _:
            return f"Van {van} naar {naar}"


def _entry(step: Routestap, names: Mapping[str, str]) -> QWidget:
    entry = QWidget()
    column = QVBoxLayout(entry)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scale.space(0.25))
    column.addWidget(Flow(Text(step_words(step, names), "strong"), Chip(*CHIPS[step.soort])))
    about = [lang(step.datum) if step.datum else "", step.door]
    if step.soort == "besluit":
        about.append(names.get(step.van, step.van))
    column.addWidget(Small(" · ".join(filter(None, about))))
    if step.reden:
        column.addWidget(Text(step.reden).make_selectable())
    return entry
