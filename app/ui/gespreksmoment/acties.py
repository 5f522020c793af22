"""What one can do with the conversations that are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.storage.gesprekslijst import Lijstregel
from app.ui.gespreksmoment.tabel import without_report
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Small

NOTHING = "Kies met een klik, de spatiebalk of Ctrl+A."


class ActionBar(QWidget):
    """Buttons under the table; each is open when it fits what is chosen.

    Signals:
        wanted: `gehouden`, `elders`, `verslag`, `plan`, `uitnodiging`, `niet_nodig`, `afgezegd`, `niet_verschenen` or
            `terug`.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held = Button("Gehouden", "primary", icon="vink", shortcut="Ctrl+Return")
        self.elsewhere = Button("Verslag staat in ParnasSys")
        self.report = Button("Maak verslag", icon="document")
        self.plan = Button("Plan", icon="kalender")
        self.letters = Button("Uitnodigingen (Word)", icon="document")
        self.other = Button("Ging niet door")
        self.words = Small(NOTHING)
        self._menu = QMenu(self.other)
        self.not_needed = self._entry("Niet nodig", "niet_nodig")
        self.called_off = self._entry("Afgezegd …", "afgezegd")
        self.no_show = self._entry("Niet verschenen", "niet_verschenen")
        self._menu.addSeparator()
        self.again = self._entry("Toch nog te doen", "terug")
        self.other.setMenu(self._menu)
        self._buttons = {
            "gehouden": self.held, "elders": self.elsewhere, "verslag": self.report, "plan": self.plan,
            "uitnodiging": self.letters,
        }  # fmt: skip
        for what, button in self._buttons.items():
            button.clicked.connect(self._tell)
            button.setObjectName(what)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        column.addWidget(Flow(*self._buttons.values(), self.other, self.words))
        self.show_choice((), optional=False)

    def _entry(self, words: str, what: str) -> QAction:
        action = self._menu.addAction(words)
        action.setObjectName(what)
        action.triggered.connect(self._tell)
        return action

    def _tell(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def show_choice(self, chosen: Sequence[Lijstregel], *, optional: bool) -> None:
        """Open what fits these conversations.

        Parameters:
            optional: whether pupils need no conversation at this moment unless asked for.
        """
        count = len(chosen)
        self.words.setText(f"{count} gekozen" if count else NOTHING)
        states = [each.staat for each in chosen]
        to_do = any(state != "gehouden" for state in states)
        planned = any(state == "gepland" for state in states)
        self.held.setEnabled(to_do)
        self.elsewhere.setEnabled(any(without_report(each) and not each.formulier_nodig for each in chosen))
        self.report.setEnabled(count == 1 and states[0] != "niet_nodig")
        self.plan.setEnabled(any(state not in ("gehouden", "gepland") for state in states))
        self.letters.setEnabled(any(each.staat == "gepland" and each.moment.soort.ouders for each in chosen))
        self.other.setEnabled(count > 0)
        self.not_needed.setText("Niet gevraagd" if optional else "Niet nodig")
        self.not_needed.setEnabled(to_do)
        self.called_off.setEnabled(planned)
        self.no_show.setEnabled(planned)
        self.again.setEnabled(any(states))
