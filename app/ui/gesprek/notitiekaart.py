"""The card with the quick note of a conversation, and the way from it to the pupil administration."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.models.gespreksnotitie import gespreksnotitie
from app.models.gespreksregels import gesprekstitel
from app.storage.gesprekslijst import Gespreksblad
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Small


class NoteCard(Card):
    """A text that is kept while it is typed, to be copied as a note.

    Attributes:
        note: the field.
    """

    def __init__(self) -> None:
        super().__init__("Notitie")
        self.note = GrowingText(min_lines=4)
        self.copy = Button("Kopieer als notitie", icon="kopieer", small=True)
        self.copied = Small("")
        self._blad: Gespreksblad | None = None
        form = FormRows()
        form.add_row("Snelle notitie", self.note, "Wordt vanzelf bewaard. Ouders mogen het lezen.", optional=True)
        self.add(form)
        self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.copied)
        self.note.textChanged.connect(self._on_text)
        self.copy.clicked.connect(self._copy)
        self._on_text()

    def show_blad(self, blad: Gespreksblad) -> None:
        """Say of which conversation the note is."""
        self._blad = blad

    def _on_text(self) -> None:
        self.copy.setVisible(bool(self.note.value().strip()))
        self.copied.hide()

    def _copy(self) -> None:
        if self._blad is None:
            return
        gesprek = replace(self._blad.gesprek, notitie=self.note.value())
        there: Sequence[str] = (self._blad.houdt,) if self._blad.houdt else ()
        text = gespreksnotitie(gesprek, gesprekstitel(gesprek, self._blad.beleid), there)
        QGuiApplication.clipboard().setText(text)
        category = f" in de categorie {self._blad.soort.categorie}" if self._blad.soort else ""
        self.copied.setText(f"Gekopieerd: plak in ParnasSys{category}.")
        self.copied.show()
