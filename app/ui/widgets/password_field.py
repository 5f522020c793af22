"""A secret line, that one can look at and that can say how strong it is."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import Small
from app.ui.widgets.line_field import LineField
from app.ui.widgets.paint import rounded

STEPS = 4


class StrengthBar(QWidget):
    """Four blocks, of which so many are filled. The words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._step = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_step(self, step: int) -> None:
        """Fill `step` blocks, 0 to 4."""
        self._step = min(max(step, 0), STEPS)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(20), scale.space(0.75))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        gap = scale.space(0.5)
        width = (self.width() - gap * (STEPS - 1)) / STEPS
        filled = palette.colour("bad" if self._step < 2 else "warn" if self._step == 2 else "good")
        for place in range(STEPS):
            block = QRectF(place * (width + gap), 0, width, self.height())
            rounded(painter, block, self.height() / 2, filled if place < self._step else palette.colour("line"))


class PasswordField(QWidget):
    """A secret line with a button to show it.

    Parameters:
        strength: says of a text how strong it is: a step of 0 to 4 and a sentence; None shows no meter.

    Signal `changed` at each key, `submitted` at Enter, `shown_changed` when it is shown or hidden.
    """

    changed = Signal()
    submitted = Signal()
    shown_changed = Signal()

    def __init__(self, strength: Callable[[str], tuple[int, str]] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strength = strength
        self.line = LineField()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = IconButton("oog", "Laat zien wat ik typ", bordered=True)
        self._bar = StrengthBar()
        self._words = Small("")
        self._build()
        self.setFocusProxy(self.line)
        self.line.changed.connect(self._on_typed)
        self.line.returnPressed.connect(self.submitted)
        self._eye.clicked.connect(self._toggle)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0.75))
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(scale.space(0.75))
        row.addWidget(self.line, 1)
        row.addWidget(self._eye)
        if self._strength is not None:
            column.addWidget(self._bar)
            column.addWidget(self._words)

    def value(self) -> str:
        """The secret as typed."""
        return self.line.text()

    def set_value(self, value: str) -> None:
        """Fill in a secret, or empty the field."""
        self.line.set_value(value)
        self._weigh()

    def select_all(self) -> None:
        """Select what is typed, so that the next key starts anew."""
        self.line.selectAll()

    def is_shown(self) -> bool:
        """Whether one can read what is typed."""
        return self.line.echoMode() == QLineEdit.EchoMode.Normal

    def show_text(self, shown: bool) -> None:
        """Make what is typed readable, or hide it."""
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.set_icon("oog-dicht" if shown else "oog", "Verberg wat ik typ" if shown else "Laat zien wat ik typ")
        self.shown_changed.emit()

    def _on_typed(self) -> None:
        self._weigh()
        self.changed.emit()

    def _weigh(self) -> None:
        if self._strength is not None:
            step, sentence = self._strength(self.value()) if self.value() else (0, "")
            self._bar.set_step(step)
            self._words.setText(sentence)

    def _toggle(self) -> None:
        self.show_text(not self.is_shown())
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
