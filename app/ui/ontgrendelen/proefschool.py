"""What one sees while the Proefschool is made, the first time."""

from PySide6.QtCore import Signal

from app.ui.widgets.labels import Heading, Muted
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.window.centred import CentredPage


class ProefschoolPage(CentredPage):
    """A moment of patience, with its progress.

    Signals:
        cancelled: the user would rather stop.
    """

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.add(Heading("De Proefschool wordt ingericht"))
        self.add(Muted("Alles hier is verzonnen. Je kunt rustig alles uitproberen: er gaat niets kapot."))
        self._panel = ProgressPanel("Leerlingen, groepen en gesprekken")
        self.add(self._panel)
        self._panel.cancelled.connect(self.cancelled)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many records are written, and of how many."""
        self._panel.set_progress(done, total)
