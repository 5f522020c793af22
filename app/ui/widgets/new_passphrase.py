"""Choosing a passphrase: how strong it is, and typed once more where one can't see it."""

from collections.abc import Sequence

from app.models.wachtzin import weigh
from app.ui.widgets.form_rows import FormRow, FormRows
from app.ui.widgets.password_field import PasswordField

HINT = "Vier losse woorden werken goed, bijvoorbeeld wat je hoort, ziet, ruikt en proeft. Plakken mag ook."
TOO_WEAK = "Deze wachtzin is nog te makkelijk te raden."
OTHER = "De twee wachtzinnen zijn niet gelijk. Typ ze nog eens, of klik op het oog om te zien wat je typt."


class NewPassphrase:
    """The fields for a new passphrase, for whoever asks for one.

    The second field is only there while the first one is hidden: who can read what is typed need not type it twice.

    Parameters:
        rows: where the fields go.
        label: of the first field.
    """

    def __init__(self, rows: FormRows, label: str = "Wachtzin") -> None:
        self._own_words: Sequence[str] = ()
        self.first = PasswordField(self._weigh)
        self.again = PasswordField()
        self.row = rows.add_row(label, self.first, HINT)
        self.again_row: FormRow = rows.add_row("Nog een keer", self.again)
        self.first.changed.connect(rows.clear_errors)
        self.again.changed.connect(rows.clear_errors)
        self.first.shown_changed.connect(self._show_again)
        self.first.show_text(True)

    def avoid(self, own_words: Sequence[str]) -> None:
        """Words that somebody who knows the user tries first: names of the school and of the user."""
        self._own_words = own_words

    def value(self) -> str:
        """The passphrase."""
        return self.first.value()

    def check(self) -> None:
        """Set errors on the rows where the passphrase can't be used."""
        strength = weigh(self.value(), self._own_words)
        self.row.set_error("" if strength.genoeg else TOO_WEAK)  # the meter above says what helps
        differs = not self.first.is_shown() and self.again.value() != self.value()
        self.again_row.set_error(OTHER if differs and strength.genoeg else "")

    def _weigh(self, text: str) -> tuple[int, str]:
        strength = weigh(text, self._own_words)
        # From "goed genoeg" on the advice begins with the step itself.
        sentence = strength.advies if strength.genoeg else f"{strength.naam.capitalize()}. {strength.advies}"
        return strength.stap, sentence

    def _show_again(self) -> None:
        self.again_row.setVisible(not self.first.is_shown())
