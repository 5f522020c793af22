"""The support levels per group, as bars: which group asks for most is seen rather than read."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.storage.leerlingen import GroepNiveaus
from app.ui.theme import scale
from app.ui.widgets.bars import Part, StackedBar
from app.ui.widgets.buttons import Link
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Small
from app.ui.widgets.page import Scroll
from app.ui.woorden import count_words, level_state

MOST = 40
"""Groups that get a bar; a school has some eight to thirty."""

LEGEND = ((("0", "1"), "niveau 0 en 1"), (("2",), "2"), (("3",), "3"), (("4", "5"), "4 en 5"))


class LevelPanel(Card):
    """A bar per group; the name of a group shows only its pupils.

    Signals:
        group_chosen: id of the group, empty for the pupils without one.
    """

    group_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Niveaus per groep", parent=parent)
        self._shown: list[GroepNiveaus] | None = None
        self._scroll = Scroll()
        self._scroll.body.setContentsMargins(0, 0, 0, 0)
        self._rows: QWidget | None = None
        legend = Flow(gap=0.5)
        for levels, words in LEGEND:
            legend.add(Chip(words, level_state(int(levels[0]))))
        self.add(legend)
        self.add(self._scroll, 1)

    def show_groups(self, groups: list[GroepNiveaus]) -> None:
        """Show other numbers."""
        if groups == self._shown:
            return
        self._shown = groups
        if self._rows is not None:
            self._rows.hide()  # else it is a window for a moment when it was put there just now
            self._rows.setParent(None)
            self._rows.deleteLater()
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, scale.space(0.5), 0)
        column.setSpacing(scale.space(1.5))
        for group in groups[:MOST]:
            column.addWidget(self._row(group))
        if len(groups) > MOST:
            column.addWidget(Small(f"En nog {count_words(len(groups) - MOST, 'groep', 'groepen')}."))
        column.addStretch(1)
        self._scroll.body.addWidget(self._rows)

    def _row(self, group: GroepNiveaus) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(scale.space(0.25))
        name = Link(f"Groep {group.naam}" if group.groep else "Geen groep")
        name.clicked.connect(partial(self.group_chosen.emit, group.groep))
        grid.addWidget(name, 0, 0)
        grid.addWidget(Small(_about(group)), 0, 1)
        grid.addWidget(StackedBar(f"Niveaus van {name.text()}", _parts(group)), 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        return row


def _parts(group: GroepNiveaus) -> list[Part]:
    found = group.aantallen
    low = found.get(0, 0) + found.get(1, 0)
    higher = [Part(f"niveau {each}", found.get(each, 0), level_state(each)) for each in (2, 3, 4, 5)]
    return [Part("niveau 0 en 1", low), *higher]


def _about(group: GroepNiveaus) -> str:
    without = group.aantallen.get(None, 0)
    return f"{group.totaal} · {without} zonder niveau" if without else f"{group.totaal}"
