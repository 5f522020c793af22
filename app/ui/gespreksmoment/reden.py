"""Why several conversations do not take place."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.choice import EditableChoice
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows


class ReasonDialog(Dialog):
    """Asks for one reason that holds for all of them; the answer is that reason.

    Parameters:
        reasons: to choose from; any other can be typed.
        needed: whether a reason has to be given.
    """

    def __init__(
        self, parent: QWidget | None, title: str, accept: str, reasons: tuple[str, ...] = (), *, needed: bool = False
    ) -> None:
        super().__init__(parent, title, accept=accept, characters=52)
        self._needed = needed
        self.reden = EditableChoice(reasons)
        self.fields = FormRows()
        self._row = self.fields.add_row("Waarom?", self.reden, "Kies een reden of typ er zelf een", optional=not needed)
        self.add(self.fields)
        self.reden.setFocus()

    def complaint(self) -> str:
        """Whoever reads it later wants to know why."""
        missing = self._needed and not self.reden.value().strip()
        self._row.set_error("Schrijf kort waarom het niet doorgaat." if missing else "")
        return "Kijk nog even naar de reden." if self.fields.focus_first_error() else ""

    def answer(self) -> str:
        """The reason, empty when none was given."""
        return self.reden.value().strip()
