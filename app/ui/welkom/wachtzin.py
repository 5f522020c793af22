"""The step in which the first user chooses a passphrase."""

from app.ui.qt import override
from app.ui.welkom.stap import Stap
from app.ui.widgets.labels import Small
from app.ui.widgets.new_passphrase import NewPassphrase


class WachtzinStap(Stap):
    """The passphrase of the first user."""

    def __init__(self) -> None:
        super().__init__(
            "Je wachtzin",
            "Hiermee open je het archief voortaan. Een wachtzin is een wachtwoord van een paar woorden: makkelijk te "
            "onthouden en moeilijk te raden.",
        )
        self.passphrase = NewPassphrase(self.rows)
        self.column.addWidget(self.rows)
        self.column.addWidget(
            Small(
                "Wie deze wachtzin kent, kan alles lezen. Een collega krijgt later bij Instellingen een eigen wachtzin."
            )
        )

    @override
    def check(self) -> None:
        self.passphrase.check()
