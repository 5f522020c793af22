"""What a moment is and what came of it, in words and figures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.models.gespreksbeleid.definition import Beleid
from app.models.momentwoorden import dag, hoe_lang, met_wie, voor_wie, wanneer
from app.ui.gesprekken.lezen import MomentStand
from app.ui.theme import scale
from app.ui.widgets.bars import Part, StackedBar
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small, Text


def feiten(stand: MomentStand, beleid: Beleid) -> list[tuple[str, str]]:
    """What a moment is: pairs of what is told, and the words."""
    moment, soort = stand.moment, stand.soort
    told = [("Waarover", soort.waarover)]
    if moment is not None:
        years = moment.jaargroepen
        told += [
            ("Wanneer", wanneer(moment.dagen) or "Nog geen dagen"),
            ("Waarom dan", moment.reden + (f"; {moment.knelt}" if moment.knelt else "")),
            ("Voor wie", voor_wie(years) + ("" if moment.verplicht else ", facultatief")),
            ("Met wie", met_wie(soort, years) + _experts(stand, beleid)),
            ("Hoe lang", hoe_lang(soort)),
            ("Planner open", dag(moment.planner_op) if moment.planner_op else ""),
        ]
    return [(what, words[:1].upper() + words[1:]) for what, words in told if words]


def _experts(stand: MomentStand, beleid: Beleid) -> str:
    return f"; vanaf niveau {beleid.niveau_vanaf} kunnen IB’er en deskundigen erbij" if stand.soort.ouders else ""


class Facts(QWidget):
    """Facts below each other, what they are about at the left."""

    def __init__(self, told: list[tuple[str, str]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scale.space(2))
        grid.setVerticalSpacing(scale.space(0.5))
        grid.setColumnStretch(1, 1)
        for row, (what, words) in enumerate(told):
            grid.addWidget(Muted(what), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(words), row, 1)


class Figures(QWidget):
    """How many conversations were held, reported in time, not needed, and are still to come."""

    def __init__(self, stand: MomentStand) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        total, counted = stand.totaal, stand.cijfers
        if total is None:
            column.addWidget(Muted("Er zijn geen leerlingen voor dit moment."))
            return
        parts = [
            Part("gehouden", total.gehouden, "good"),
            Part("gepland", total.gepland, "info"),
            Part("niet nodig", total.niet_nodig, "accent"),
            Part("nog te plannen" if total.verplicht else "niet gevraagd", total.nog),
        ]
        column.addWidget(StackedBar("Gesprekken", parts))
        chips = [Chip(f"{each.amount:g} {each.words}", each.state) for each in parts if each.amount]
        column.addWidget(Flow(*chips))
        said = [f"{total.verwacht} {'verwacht' if total.verplicht else 'mogelijk'}"]
        said.append(f"{counted.op_tijd} van {counted.gehouden} verslagen op tijd" if counted.gehouden else "")
        said.append(f"{counted.te_laat_verslagen} te laat" if counted.te_laat_verslagen else "")
        said.append(f"{counted.afgezegd} keer afgezegd" if counted.afgezegd else "")
        said.append(f"{counted.niet_verschenen} keer niet verschenen" if counted.niet_verschenen else "")
        column.addWidget(Small(" · ".join(each for each in said if each)))
