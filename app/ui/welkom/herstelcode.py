"""The recovery code in the welcome: taken along, and typed back once."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt

from app.ui.qt import override
from app.ui.welkom.stap import Stap
from app.ui.widgets.buttons import Link
from app.ui.widgets.line_field import LineField
from app.ui.window.herstelcode import CodeKeeper, complaint


class HerstelcodeStap(Stap):
    """Take the code along."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(
            "Je herstelcode",
            "Wachtzin vergeten? Dan is deze code de enige weg naar binnen. Je ziet hem maar één keer: druk hem af, of "
            "schrijf hem over, en leg hem in de kluis.",
        )
        self.keeper = CodeKeeper(today)
        self.column.addWidget(self.keeper)

    @override
    def enter(self) -> None:
        self.keeper.print_button.setFocus(Qt.FocusReason.OtherFocusReason)


class OvertypStap(Stap):
    """Type the code back, once, so that it is certain that it was noted."""

    next_words = "Maak het archief"

    def __init__(self) -> None:
        super().__init__(
            "Typ de code één keer over",
            "Neem je papier erbij. Zo weten we zeker dat de code goed is genoteerd. Hoofdletters en streepjes maken "
            "niet uit.",
        )
        self._code = ""
        self.typed = LineField()
        self.row = self.rows.add_row("Herstelcode", self.typed)
        self.typed.changed.connect(self.rows.clear_errors)
        self.column.addWidget(self.rows)
        self.look = Link("Laat de code nog eens zien")
        self.column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)

    def expect(self, code: str) -> None:
        """The code that has to be typed."""
        if code != self._code:
            self._code = code
            self.typed.set_value("")

    @override
    def check(self) -> None:
        self.row.set_error(complaint(self.typed.value(), self._code))
