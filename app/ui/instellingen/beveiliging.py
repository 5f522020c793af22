"""Who can open the archive: passphrases, the recovery code, and locking by itself."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from app.models.wachtzin import weigh
from app.storage import keys
from app.storage.errors import StorageError
from app.storage.keyfile import WACHTZIN, Slot
from app.ui.instellingen.deel import Deel
from app.ui.instellingen.mensen import Lijst, Regel
from app.ui.settings import LOCK_MINUTES
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted
from app.ui.widgets.line_field import LineField
from app.ui.widgets.password_field import PasswordField
from app.ui.window.herstelcode import RecoveryCard

CIRCLE = (
    "Iedereen met een eigen wachtzin kan het hele archief lezen en er in schrijven. Geef een wachtzin daarom alleen "
    "aan wie alles van alle leerlingen mag weten, zoals een tweede IB'er of de directeur."
)


class BeveiligingDeel(Deel):
    """Ways in, and locking."""

    words = "Beveiliging"
    lead = "Alles wat je schrijft, staat versleuteld op deze laptop."

    def build(self) -> None:
        """Cards for the ways in, the recovery code and locking."""
        self._message = Banner("good", "", dismissible=True)
        self._message.hide()
        self.body.addWidget(self._message)
        if self.context.ingang is None:
            words = "De Proefschool heeft geen wachtzin: iedereen die hier staat, is verzonnen."
            self.body.addWidget(Banner("info", words, "In je eigen archief regel je hier wie erin kan."))
        else:
            self._build_ways_in()
        self._build_lock()

    def _build_ways_in(self) -> None:
        self._list = Lijst("")
        card = Card("Wie kan erin")
        card.add(Muted(CIRCLE))
        buttons = Flow()
        for words, action in (
            ("Wijzig mijn wachtzin", self._change),
            ("Geef iemand een eigen wachtzin", self._add),
            ("Maak een nieuwe herstelcode", self._renew),
        ):
            button = Button(words)
            button.clicked.connect(action)
            buttons.add(button)
        card.add(buttons)
        self.body.addWidget(card)
        self.body.addWidget(self._list)

    def _build_lock(self) -> None:
        self._minutes = Choice([(str(each), f"na {each} minuten") for each in LOCK_MINUTES], empty=None)
        self._minutes.set_value(str(self.context.settings.vergrendel_na))
        self._minutes.changed.connect(self._change_minutes)
        form = FormRows()
        hint = (
            "Als je niets doet. Met Ctrl+L vergrendel je meteen. Een andere tijd geldt vanaf de volgende keer openen."
        )
        form.add_row("Vergrendel vanzelf", self._minutes, hint)
        card = Card("Vergrendelen")
        card.add(form)
        self.body.addWidget(card)

    def read(self) -> None:
        """Show the ways in as they are."""
        if self.context.ingang is not None:
            self._run(partial(keys.slots, self.context.folder), self._show)

    def _show(self, slots: tuple[Slot, ...]) -> None:
        people = [slot for slot in slots if slot.soort == WACHTZIN]
        self._list.show_entries([Regel(each.naam, self._about(each), self._buttons(each, people)) for each in people])

    def _about(self, slot: Slot) -> str:
        mine = self.context.ingang is not None and slot.id == self.context.ingang.slot_id
        return "dit ben jij" if mine else "eigen wachtzin"

    def _buttons(self, slot: Slot, people: list[Slot]) -> list[Button]:
        if len(people) == 1 or self._about(slot) == "dit ben jij":
            return []
        remove = Button("Haal weg", "quiet", small=True)
        remove.setAccessibleName(f"Haal de wachtzin van {slot.naam} weg")
        remove.clicked.connect(partial(self._remove, slot))
        return [remove]

    def _remove(self, slot: Slot) -> None:
        """Taken away at once: it can't be undone, but a new passphrase is made in a minute."""
        done = partial(self._tell, f"{slot.naam} kan het archief niet meer openen met die wachtzin.")
        self._run(partial(keys.remove_slot, self.context.folder, slot.id), done)

    def _change(self) -> None:
        new = WachtzinDialog.ask(self, "Kies een nieuwe wachtzin")
        if new and self.context.ingang is not None:
            way = self.context.ingang
            work = partial(keys.change_passphrase, self.context.folder, way.slot_id, way.database_key, new[1])
            self._run(work, partial(self._tell, "Je nieuwe wachtzin geldt vanaf nu. De oude opent niets meer."))

    def _add(self) -> None:
        new = WachtzinDialog.ask(self, "Geef iemand een eigen wachtzin", naam=True)
        if new and self.context.ingang is not None:
            work = partial(keys.add_passphrase, self.context.folder, self.context.ingang.database_key, *new)
            self._run(work, partial(self._tell, f"{new[0]} kan het archief nu ook openen."))

    def _renew(self) -> None:
        if self.context.ingang is not None:
            self._run(
                partial(keys.renew_recovery, self.context.folder, self.context.ingang.database_key), self._show_code
            )

    def _show_code(self, code: str) -> None:
        HerstelcodeDialog.ask(self, RecoveryCard(self.context.school.naam, code, self.context.vandaag))
        self._tell("De nieuwe herstelcode geldt vanaf nu. De oude opent niets meer.")

    def _change_minutes(self) -> None:
        self.context.settings.vergrendel_na = int(self._minutes.value())
        self.context.settings.save(self.context.folder)

    def _tell(self, sentence: str, _answer: Any = None) -> None:
        self._message.set("good", sentence)
        self._message.show()
        self.read()

    def _run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """On the database thread: deriving a key takes a moment."""
        self.context.db.run(work, then, owner=self, otherwise=self._refused)

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, StorageError):
            self.context.db.report(error)
            return
        self._message.set("bad", str(error))
        self._message.show()


class WachtzinDialog(Dialog):
    """Asks for a passphrase, and for whom; the answer is name and passphrase."""

    def __init__(self, parent: QWidget | None, title: str, *, naam: bool = False) -> None:
        super().__init__(parent, title, accept="Bewaar de wachtzin")
        self.naam = LineField()
        self.wachtzin = PasswordField(_strength)
        form = FormRows()
        if naam:
            form.add_row("Voor wie is hij?", self.naam)
        self._asks_name = naam
        form.add_row("Wachtzin", self.wachtzin, "Vier of meer losse woorden zijn sterk en goed te onthouden.")
        self.add(form)

    def complaint(self) -> str:
        """Who and strong enough."""
        if self._asks_name and not self.naam.value().strip():
            return "Vul in voor wie de wachtzin is."
        strength = weigh(self.wachtzin.value())
        return "" if strength.genoeg else strength.advies

    def answer(self) -> tuple[str, str]:
        """Name (empty for oneself) and passphrase."""
        return self.naam.value().strip(), self.wachtzin.value()


class HerstelcodeDialog(Dialog):
    """Shows a new recovery code until it was typed back."""

    def __init__(self, parent: QWidget | None, card: RecoveryCard) -> None:
        super().__init__(parent, "Nieuwe herstelcode", accept="Ik heb hem bewaard", cancel="", characters=72)
        self._card = card
        self.add(card)

    def complaint(self) -> str:
        """It must have been noted."""
        return "" if self._card.is_proven() else "Typ de code eerst over: zo weet je zeker dat je hem goed hebt."


def _strength(text: str) -> tuple[int, str]:
    found = weigh(text)
    return found.stap, found.advies
