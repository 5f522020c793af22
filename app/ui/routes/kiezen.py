"""Asks for which pupil a route begins."""

from PySide6.QtWidgets import QWidget

from app.ui.afspreken.zoekleerling import PupilFinder
from app.ui.context import Context
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows


class LeerlingDialoog(Dialog):
    """Finds a pupil as one types; the answer is the id."""

    def __init__(self, parent: QWidget | None, context: Context) -> None:
        super().__init__(parent, "Voor wie begint de route?", accept="Verder", characters=56)
        self.finder = PupilFinder(context.db)
        form = FormRows()
        self._who = form.add_row("Leerling", self.finder)
        self.add(form)
        self.finder.taken.connect(self.accept_button.click)
        self.finder.setFocus()

    def complaint(self) -> str:
        """A route is of somebody."""
        return "" if self.finder.value() else "Typ een paar letters van de naam en kies de leerling."

    def answer(self) -> str:
        """Id of the pupil."""
        return self.finder.value()
