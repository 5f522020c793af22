"""Long work: how far it is, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets import accessible
from app.ui.widgets.bars import MiniBar
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Small


class ProgressPanel(Card):
    """Shows long work with its progress.

    Parameters:
        heading: what is being done, e.g. `Leerlingen inlezen`.
        cancellable: offers to stop; then `cancelled` is emitted once and the panel waits for the work to end.
    """

    cancelled = Signal()

    def __init__(self, heading: str, *, cancellable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self.bar = MiniBar(heading)
        self.bar.set_part(0, 0)
        self._detail = Small("")
        self.add(self.bar)
        row = QHBoxLayout()
        self.add(row)
        row.addWidget(self._detail, 1)
        self.button = Button("Stoppen", small=True)
        self.button.clicked.connect(self._cancel)
        row.addWidget(self.button)
        self.button.setVisible(cancellable)

    def set_progress(self, done: int, total: int, detail: str = "") -> None:
        """Show that `done` of `total` is ready; a total of 0 means that nobody knows how much there is."""
        self.bar.set_part(done, total)
        if self.button.isEnabled():
            self._detail.setText(detail or (f"{done} van {total}" if total else ""))

    def detail(self) -> str:
        """The line under the bar."""
        return self._detail.text()

    def _cancel(self) -> None:
        self.button.setEnabled(False)
        self._detail.setText("Bezig met stoppen …")
        accessible.announce(self, self._detail.text())
        self.cancelled.emit()
