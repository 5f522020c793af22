"""What an application still misses, each line leading to the place to fill it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.consulten.volledigheid import Ontbreekt
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Link
from app.ui.widgets.card import RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.sign import Sign

WAYS = {
    "formulier": "Vul in",
    "vragers": "Kies",
    "bijlagen": "Voeg toe",
    "portaal": "Vink af",
    "verslag": "Maak verslag",
    "uitkomst": "Kies",
}
"""Words of the way to a part of the application or to what a later step asks, `Ontbreekt.deel`."""


class MissingCard(RefilledCard):
    """A list of links.

    Signals:
        wanted: the `Ontbreekt` to go to.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("Wat mist nog")
        self.count = Chip("")
        self.add_beside_heading(self.count)
        self.too_early = Text("", "error")
        self.too_early.hide()

    def show_missing(self, missing: Sequence[Ontbreekt], *, asked: bool) -> None:
        """Show what misses.

        Parameters:
            asked: whether the application still has to be completed; then it is also said that nothing misses.
        """
        self.setVisible(asked or bool(missing))
        self.count.set(f"{len(missing)}" if missing else "compleet", "warn" if missing else "good", _icon(missing))
        column = self.renew(tuple(missing))
        if column is None:
            return
        self.too_early.hide()
        if not missing:
            column.addWidget(Muted("Alles wat nodig is, staat erin. Zet de aanvraag op volledig."))
        for each in missing:
            column.addWidget(self._line(each))

    def show_too_early(self, step: str) -> None:
        """Say that a step was tried too early, and go to the first thing that misses.

        Parameters:
            step: words of the step.
        """
        self.too_early.setText(f"‘{step}’ kan nog niet: vul eerst aan wat hier staat.")
        self.body.insertWidget(1, self.too_early)
        self.too_early.show()
        accessible.announce(self, self.too_early.text())
        self.focus_first()

    def focus_first(self) -> None:
        """Go to the first link."""
        links = self._content.findChildren(Link) if self._content is not None else []
        if links:
            links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, each: Ontbreekt) -> QWidget:
        """The sentence can be longer than a link, which does not wrap; so the link stands beside it."""
        line = QWidget()
        link = Link(WAYS[each.deel])
        link.setAccessibleName(f"{WAYS[each.deel]}: {each.tekst}")
        link.clicked.connect(partial(self.wanted.emit, each))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(1))
        row.addWidget(Sign("ring", "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(each.tekst), 1)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        return line


def _icon(missing: Sequence[Ontbreekt]) -> str:
    return "waarschuwing" if missing else "vink"
