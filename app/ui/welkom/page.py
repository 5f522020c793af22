"""The welcome as a whole: one step at a time, back and forth, and at the end everything that was asked."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from app.storage.begin import Beginning
from app.storage.keys import NewKeys
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.welkom.herstelcode import HerstelcodeStap, OvertypStap
from app.ui.welkom.stap import Stap
from app.ui.welkom.stappen import IkStap, SchoolStap, WelkomStap
from app.ui.welkom.stippen import Dots
from app.ui.welkom.wachtzin import WachtzinStap
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.window.centred import CentredPage
from app.ui.window.measures import WIDE


class WelkomPage(CentredPage):
    """Five steps (the last has two sides). Nothing is written: what was asked goes out by `finished`.

    Signals:
        keys_wanted: passphrase and name, for which keys have to be derived; `take_keys` gives them.
        finished: a `Beginning`.
        demo_wanted: first look at the Proefschool.
    """

    keys_wanted = Signal(str, str)
    finished = Signal(object)
    demo_wanted = Signal()
    own_refusals = (BaseException,)

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__(WIDE)
        self.welkom, self.school, self.ik = WelkomStap(), SchoolStap(today()), IkStap()
        self.wachtzin, self.code, self.overtyp = WachtzinStap(), HerstelcodeStap(today), OvertypStap()
        self.steps: tuple[Stap, ...] = (self.welkom, self.school, self.ik, self.wachtzin, self.code, self.overtyp)
        self.at = 0
        self._keys: NewKeys | None = None
        self._keys_for: tuple[str, str] = ("", "")
        self._dots = Dots(len(self.steps) - 1)
        self._trouble = Banner("bad", "Het archief kon niet worden gemaakt")
        self.back, self.next = Button("Terug", "quiet", icon="pijl-links"), Button("Begin", "primary")
        self._lay_out()
        self._connect()
        self._show(0)

    @property
    def step(self) -> Stap:
        """The step on screen."""
        return self.steps[self.at]

    def take_keys(self, new_keys: NewKeys) -> None:
        """The keys were derived: show their recovery code."""
        self._keys = new_keys
        self.code.keeper.show_code(new_keys.recovery_code, self.school.naam.value().strip())
        self.overtyp.expect(new_keys.recovery_code)
        self._set_busy(False)
        self._show(self.steps.index(self.code))

    def show_refusal(self, sentence: str) -> None:
        """Say why the archive could not be made; everything that was filled in is still there."""
        self._set_busy(False)
        self._trouble.set("bad", "Het archief kon niet worden gemaakt", sentence)
        self._trouble.show()

    def go_on(self) -> None:
        """Leave the present step, if it is complete."""
        if not self.next.isEnabled() or not self.step.is_complete():
            return
        if self.step is self.wachtzin:
            self._want_keys()
        elif self.step is self.overtyp:
            self._finish()
        else:
            self._show(self.at + 1)

    def go_back(self) -> None:
        """Return to the step before; what was filled in stays."""
        if self.at and self.next.isEnabled():
            self._show(self.at - 1)

    def _lay_out(self) -> None:
        self.area.body.setStretch(0, 0)  # steps differ in height; the card stays where it begins
        self.add(self._dots)
        for step in self.steps:
            step.hide()
            self.add(step)
        self._trouble.hide()
        self.add(self._trouble)
        row = QHBoxLayout()
        self.add(row)
        row.setSpacing(scale.space(1))
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.next)

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.welkom.demo_wanted.connect(self.demo_wanted)
        self.overtyp.look.clicked.connect(self.go_back)

    def _show(self, at: int) -> None:
        self.step.hide()
        self._trouble.hide()
        self.at = at
        self._dots.set_step(min(at, len(self.steps) - 2))  # the code and typing it back are one step
        if self.step is self.wachtzin:
            self.wachtzin.passphrase.avoid((self.school.naam.value(), self.ik.medewerker().naam))
        self.step.show()
        self.back.setVisible(at > 0)
        self.next.setText(self.step.next_words)
        self.area.verticalScrollBar().setValue(0)
        self.step.enter()

    def _want_keys(self) -> None:
        wanted = (self.wachtzin.passphrase.value(), self.ik.medewerker().naam)
        if self._keys is not None and wanted == self._keys_for:
            self._show(self.at + 1)  # the code that was noted already keeps counting
            return
        self._keys_for = wanted
        self._set_busy(True)
        self.keys_wanted.emit(*wanted)

    def _finish(self) -> None:
        assert self._keys is not None
        self._set_busy(True)
        self.finished.emit(Beginning(self.school.school(), self.ik.medewerker(), self._keys))

    def _set_busy(self, busy: bool) -> None:
        self.next.setEnabled(not busy)
        self.back.setEnabled(not busy)
        self.next.setText("Even geduld …" if busy else self.step.next_words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, wherever the focus is; on a button it presses that button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), QPushButton):
            button.click()
        else:
            self.go_on()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.step is self.welkom:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
