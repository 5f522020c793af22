"""The steps of the welcome. Each asks one thing, and says in a sentence what misses."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.namen import volledige_naam
from app.models.school import ROLLEN, Medewerker, School
from app.models.wachtzin import weigh
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Heading, Muted
from app.ui.widgets.line_field import LineField
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.segmented import Segmented
from app.ui.window.herstelcode import RecoveryCard

REGIOS = (("noord", "Noord"), ("midden", "Midden"), ("zuid", "Zuid"))
NEW_YEAR_MONTH = 8


class Stap(QWidget):
    """A step: a heading, a line under it, and what it asks.

    Attributes:
        on: words on the button that goes on.
    """

    on = "Verder"

    def __init__(self, heading: str, lead: str) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(scale.space(2))
        self.heading = Heading(heading)
        self.body.addWidget(self.heading)
        self.body.addWidget(Muted(lead))
        self.form = FormRows()

    def begin(self) -> None:
        """Put the cursor where one begins."""
        if self.form.rows:
            self.form.rows[0].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_right(self) -> bool:
        """Whether one can go on; what misses is said under its field."""
        return True


class WelkomStap(Stap):
    """What this is."""

    on = "Beginnen"

    def __init__(self) -> None:
        super().__init__(
            "Welkom",
            "Ruggespraak is er voor de gesprekken rond een leerling. Je vult het formulier in terwijl jullie praten, "
            "en hebt het verslag klaar als je opstaat.",
        )
        self.body.addWidget(
            Muted(
                "Alles blijft op deze laptop en is versleuteld. Er is geen internet nodig. In vier korte stappen is je "
                "archief klaar."
            )
        )


class SchoolStap(Stap):
    """The school."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Jouw school", "De naam komt boven elk verslag. Alles kun je later nog veranderen.")
        self.naam, self.plaats = LineField(), LineField()
        self.regio = Segmented(list(REGIOS), clearable=False)
        self.regio.set_value("midden")
        self.schooljaar = LineField(_school_year(today()), characters=12)
        self._naam = self.form.add_row("Naam van de school", self.naam)
        self.form.add_row("Plaats", self.plaats, optional=True)
        self.form.add_row("Vakantieregio", self.regio, "De regio waarin de school haar vakanties heeft.")
        self._jaar = self.form.add_row("Schooljaar", self.schooljaar)
        self.body.addWidget(self.form)

    def is_right(self) -> bool:
        """A name, and a school year that is one."""
        self._naam.set_error("" if self.naam.value().strip() else "Vul de naam van je school in.")
        right = _is_school_year(self.schooljaar.value().strip())
        self._jaar.set_error("" if right else "Schrijf het schooljaar als 2026-2027.")
        return not self.form.focus_first_error()

    def school(self) -> School:
        """The school as filled in."""
        return School(
            naam=self.naam.value().strip(),
            plaats=self.plaats.value().strip(),
            regio=self.regio.value(),
            schooljaar=self.schooljaar.value().strip(),
        )


class IkStap(Stap):
    """The user."""

    def __init__(self) -> None:
        super().__init__("Wie ben jij?", "Jouw naam staat straks bij wat jij schrijft.")
        self.roepnaam, self.voorvoegsel, self.achternaam = LineField(), LineField(characters=10), LineField()
        self.rollen = CheckList(ROLLEN.items())
        self.rollen.set_value(["ib"])
        self._naam = self.form.add_row("Roepnaam", self.roepnaam, stretch=3)
        self.form.add_row("Voorvoegsel", self.voorvoegsel, optional=True, beside=True, stretch=3)
        self.form.add_row("Achternaam", self.achternaam)
        self.form.add_row("Wat doe je op school?", self.rollen)
        self.body.addWidget(self.form)

    def is_right(self) -> bool:
        """A name is needed."""
        named = volledige_naam(self.roepnaam.value(), "", self.achternaam.value())
        self._naam.set_error("" if named else "Vul je naam in.")
        return not self.form.focus_first_error()

    def ik(self) -> Medewerker:
        """The user as filled in."""
        return Medewerker(
            roepnaam=self.roepnaam.value().strip(),
            voorvoegsel=self.voorvoegsel.value().strip(),
            achternaam=self.achternaam.value().strip(),
            rollen=tuple(self.rollen.value()),
        )


class WachtzinStap(Stap):
    """The passphrase."""

    def __init__(self) -> None:
        super().__init__(
            "Kies je wachtzin",
            "Met deze zin open je het archief. Vier of meer losse woorden zijn sterk en toch te onthouden, zoals een "
            "rijtje dingen dat alleen jij bedenkt.",
        )
        self.wachtzin = PasswordField(_strength)
        self._row = self.form.add_row("Wachtzin", self.wachtzin, "Plakken mag, bijvoorbeeld uit een wachtwoordkluis.")
        self.body.addWidget(self.form)
        self.body.addWidget(
            Banner(
                "info",
                "Wie een wachtzin van dit archief heeft, kan alles lezen.",
                "Ben je de wachtzin én de herstelcode kwijt, dan kan niemand het archief nog openen.",
            )
        )

    def is_right(self) -> bool:
        """Strong enough."""
        found = weigh(self.wachtzin.value())
        self._row.set_error("" if found.genoeg else found.advies)
        return not self.form.focus_first_error()


class HerstelStap(Stap):
    """The recovery code.

    Signals:
        proven: whether the code was typed back right.
    """

    on = "Maak mijn archief"
    proven = Signal(bool)

    def __init__(self, school: str, code: str, today: Callable[[], date]) -> None:
        super().__init__("Bewaar je herstelcode", "De laatste stap. Bewaar de code en typ hem één keer over.")
        self.card = RecoveryCard(school, code, today)
        self.card.proven.connect(self.proven)
        self.body.addWidget(self.card)

    def begin(self) -> None:
        """The first thing to do is to print or save; Tab leads there and then to the field."""
        self.card.first_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_right(self) -> bool:
        """It was typed back."""
        return self.card.is_right()


def _strength(text: str) -> tuple[int, str]:
    found = weigh(text)
    return found.stap, found.advies


def _school_year(today: date) -> str:
    first = today.year if today.month >= NEW_YEAR_MONTH else today.year - 1
    return f"{first}-{first + 1}"


def _is_school_year(text: str) -> bool:
    first, _, second = text.partition("-")
    return len(first) == len("2026") and first.isdigit() and second.isdigit() and int(second) == int(first) + 1
