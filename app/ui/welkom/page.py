"""The welcome: one step at a time, by keyboard if one likes."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.storage import keys
from app.ui.database import Database
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.welkom.stappen import HerstelStap, IkStap, SchoolStap, Stap, WachtzinStap, WelkomStap
from app.ui.widgets.buttons import Button, Link
from app.ui.window.centred import CentredPage
from app.ui.window.measures import WIDE

STEPS = 5


class Dots(QWidget):
    """How far one is: a dot per step, the present one filled."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self.show_step(0)

    def show_step(self, at: int) -> None:
        """Show another step, counted from 0."""
        self._at = at
        self.setAccessibleName(f"Stap {at + 1} van {STEPS}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(2) * STEPS, scale.space(2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        side = float(scale.space(1))
        for at in range(STEPS):
            painter.setBrush(palette.colour("accent" if at <= self._at else "edge"))
            size = side if at == self._at else side * 0.7
            centre = scale.space(2) * at + side
            painter.drawEllipse(QRectF(centre - size / 2, self.height() / 2 - size / 2, size, size))


class WelkomPage(CentredPage):
    """Asks what a new archive begins with. Nothing is written here: closing the window leaves nothing behind.

    Parameters:
        today: today's date.

    Signals:
        finished: the `School`, the user's `Medewerker` and the `NewKeys` whose recovery code was typed back.
        demo_wanted: the user would rather look at the Proefschool first.
    """

    finished = Signal(object, object, object)
    demo_wanted = Signal()

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__(WIDE)
        self._today = today
        self._db = Database()
        self._keys: keys.NewKeys | None = None
        self._made_for: tuple[str, str] = ("", "")
        self._school, self._ik, self._wachtzin = SchoolStap(today), IkStap(), WachtzinStap()
        self._steps: list[Stap] = [WelkomStap(), self._school, self._ik, self._wachtzin]
        self._at = 0
        self._build()
        self._show(0)
        self.destroyed.connect(partial(_close, self._db))

    @property
    def step(self) -> Stap:
        """The step that is shown."""
        return self._steps[self._at]

    def _build(self) -> None:
        self._dots = Dots()
        self.add(self._dots)
        for step in self._steps:
            self.add(step)
        self.back, self.next = Button("Terug", icon="pijl-links"), Button("Verder", "primary", shortcut="Ctrl+Return")
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.demo = Link("Bekijk eerst de Proefschool")
        self.demo.clicked.connect(self.demo_wanted)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(scale.space(1))
        self._buttons.addWidget(self.next)
        self._buttons.addWidget(self.back)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.demo)
        self.add(self._buttons)

    def _show(self, at: int) -> None:
        self._at = at
        for number, step in enumerate(self._steps):
            step.setVisible(number == at)
        self._dots.show_step(at)
        self.back.setVisible(at > 0)
        self.demo.setVisible(at == 0)
        self.next.setText(self.step.on)
        self.next.setEnabled(True)
        self.scroll.verticalScrollBar().setValue(0)
        self.step.begin()
        if at == 0:
            self.next.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()  # what a line doesn't use itself: Enter goes on
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        self._show(self._at - 1)

    def _go_on(self) -> None:
        if not self.step.is_right():
            return
        if self.step is self._wachtzin:
            self._make_keys()
        elif isinstance(self.step, HerstelStap):
            self.next.setEnabled(False)
            self.finished.emit(self._school.school(), self._ik.ik(), self._keys)
        else:
            self._show(self._at + 1)

    def _make_keys(self) -> None:
        """The key is derived on another thread; the same passphrase keeps its code when one went back and on again."""
        wanted = (self._wachtzin.wachtzin.value(), self._ik.ik().naam)
        if self._keys is not None and wanted == self._made_for:
            self._show(self._at + 1)
            return
        self._made_for = wanted
        self.next.setEnabled(False)
        self._db.run(partial(keys.prepare, *wanted), self._show_code, owner=self)

    def _show_code(self, new_keys: keys.NewKeys) -> None:
        self._keys = new_keys
        for step in self._steps[4:]:
            step.hide()
            step.deleteLater()
        code = HerstelStap(self._school.school().naam, new_keys.recovery_code, self._today)
        self._steps[4:] = [code]
        self.sheet.body.insertWidget(self.sheet.body.count() - 1, code)
        self._show(4)


def _close(db: Database) -> None:
    db.close()
