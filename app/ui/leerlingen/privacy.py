"""The IB'er's own notes: apart, closed until asked for, and never in a report."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.bespreking import Werkaantekening
from app.models.datums import kort
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, IconButton, Link
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Heading, Muted, Small, Text
from app.ui.widgets.sign import Sign
from app.ui.woorden import count_words


class NotesCard(Card):
    """Working notes of one pupil; what they say is on screen only after `Toon`.

    Signals:
        wanted: `add`, `edit` or `remove`, and the note; None for a new one.
    """

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(quiet=True, parent=parent)
        self._notes: tuple[Werkaantekening, ...] = ()
        self._today = date.min
        self._content: QWidget | None = None
        self._is_open = False
        self.toggle = Button("Toon", small=True)
        self.add_button = Button("Schrijf op", icon="plus", small=True)
        self._lay_out()
        self.toggle.clicked.connect(self._on_toggle)
        self.add_button.clicked.connect(partial(self.wanted.emit, "add", None))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        self.add(top)
        top.setSpacing(scale.space(1))
        top.addWidget(Sign("slot", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        top.addLayout(words, 1)
        words.setSpacing(scale.space(0.25))
        words.addWidget(Heading("Werkaantekeningen"))
        words.addWidget(Small("alleen voor jou — komt in geen verslag"))
        buttons = QHBoxLayout()
        self.add(buttons)
        buttons.setSpacing(scale.space(1))
        buttons.addWidget(self.toggle)
        buttons.addWidget(self.add_button)
        buttons.addStretch(1)

    def close_notes(self) -> None:
        """Take the notes from the screen."""
        self._is_open = False
        self._refill()

    def open_notes(self) -> None:
        """Show what the notes say."""
        self._is_open = True
        self._refill()

    def show_notes(self, notes: tuple[Werkaantekening, ...], today: date) -> None:
        """Show other notes, or keep them closed."""
        if (notes, today) != (self._notes, self._today):
            self._notes, self._today = notes, today
            self._refill()

    def _on_toggle(self) -> None:
        self._is_open = not self._is_open
        self._refill()

    def _refill(self) -> None:
        if self._content is not None:
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None
        count = count_words(len(self._notes), "aantekening", "aantekeningen")
        self.toggle.setText("Verberg" if self._is_open else f"Toon {count}")
        self.toggle.setVisible(bool(self._notes))
        if not self._is_open or not self._notes:
            return
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, scale.space(0.5), 0, 0)
        column.setSpacing(scale.space(1.5))
        for note in self._notes:
            column.addWidget(self._entry(note))
        self.add(self._content)

    def _entry(self, note: Werkaantekening) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(scale.space(0.25))
        words.addWidget(Text(note.tekst).make_selectable())
        foot = QHBoxLayout()
        words.addLayout(foot)
        edit = Link("Wijzig", small=True)
        edit.setAccessibleName("Werkaantekening wijzigen")
        edit.clicked.connect(partial(self.wanted.emit, "edit", note))
        foot.addWidget(edit)
        foot.addWidget(self._until(note), 1)
        bin_ = IconButton("prullenbak", "Werkaantekening weghalen")
        bin_.clicked.connect(partial(self.wanted.emit, "remove", note))
        row.addWidget(bin_, 0, Qt.AlignmentFlag.AlignTop)
        return entry

    def _until(self, note: Werkaantekening) -> QWidget:
        if note.opruimen_op is None:
            return Small("")
        due = note.opruimen_op <= self._today
        return Text("kan dit weg?", "error") if due else Muted(f"opruimen op {kort(note.opruimen_op, self._today)}")
