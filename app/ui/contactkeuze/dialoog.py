"""A contact: who it is and how to reach them."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QWidget

from app.models.contact import CONTACTROLLEN, Contact
from app.models.leerling_invoer import klacht_email
from app.ui.widgets.choice import Choice
from app.ui.widgets.edit_dialog import EditDialog
from app.ui.widgets.form_rows import FormRow
from app.ui.widgets.line_field import LineField

NEW = "Nieuw contact"
OF_A_BOARD, OF_A_REGION = ("rvz", "directeur", "ib"), ("coordinator", "swv", "beleid")
"""Roles that belong to a schoolbestuur, and to a deelverband; of the others that isn't asked."""


class ContactDialog(EditDialog):
    """Asks for a contact; the answer is what is to be written.

    Parameters:
        new: whether it is not in the list yet; what was typed of its name may stand in it already.
        title, accept: other words above it and on its button.
    """

    def __init__(
        self, parent: QWidget | None, each: Contact, *, new: bool = False, title: str = "", accept: str = "Opslaan"
    ) -> None:
        super().__init__(parent, title or (NEW if new or not each.naam else each.naam), accept=accept)
        self.naam, self.organisatie = LineField(each.naam), LineField(each.organisatie)
        self.rol = Choice(CONTACTROLLEN.items(), empty=None)
        self.rol.set_value(each.rol)
        self.bestuur, self.deelverband = LineField(each.bestuur), LineField(each.deelverband)
        self.telefoon, self.email = LineField(each.telefoon, characters=16), LineField(each.email)
        self.opmerking = LineField(each.opmerking)
        form = self.fields
        self._name = form.add_row("Naam", self.naam)
        form.add_row("Rol", self.rol)
        form.add_row("School of organisatie", self.organisatie, optional=True)
        self._board = form.add_row("Schoolbestuur", self.bestuur, optional=True)
        self._region = form.add_row("Deelverband", self.deelverband, optional=True)
        form.add_row("Telefoon", self.telefoon, optional=True, stretch=2)
        self._mail = form.add_row("E-mail", self.email, optional=True, beside=True, stretch=3)
        form.add_row("Opmerking", self.opmerking, "Niets over leerlingen: dit is een adreslijst.", optional=True)
        self.rol.changed.connect(self._fit_role)
        self._fit_role()

    def check(self) -> Iterable[tuple[FormRow, str]]:
        """A contact needs a name to be chosen by."""
        return (
            (self._name, "" if self.naam.value().strip() else "Vul een naam in."),
            (self._mail, klacht_email(self.email.value())),
        )

    def answer(self) -> dict[str, Any]:
        """The fields to write."""
        lines = {
            "naam": self.naam,
            "organisatie": self.organisatie,
            "bestuur": self.bestuur,
            "deelverband": self.deelverband,
            "telefoon": self.telefoon,
            "email": self.email,
            "opmerking": self.opmerking,
        }
        return {"rol": self.rol.value(), **{name: line.value().strip() for name, line in lines.items()}}

    def _fit_role(self) -> None:
        """Ask what goes with the role; what is filled in stays in sight."""
        rol = self.rol.value()
        self._board.setVisible(rol in OF_A_BOARD or bool(self.bestuur.value()))
        self._region.setVisible(rol in OF_A_REGION or bool(self.deelverband.value()))
