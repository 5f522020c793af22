"""The passphrase field before anything else is loaded.

The window shows this for a few hundredths of a second; then `page.OntgrendelPage`, which looks the same, takes over
with what was typed so far. It is made of Qt's own widgets, since those cost nothing to load: nothing here paints itself
or names the namespace `Qt`.
"""

from string import Template

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.theme import palette, scale
from app.ui.window.measures import ABOVE, BELOW, BETWEEN, CARD_MARGIN, NARROW, PAGE_MARGIN

HEADING = "Fijn dat je er bent"
LABEL = "Wachtzin"
HINT = "Of de herstelcode, als je de wachtzin kwijt bent"
BUTTON = "Ontgrendel"
FORGOTTEN = "Wachtzin vergeten?"

_SHEET = Template("""
#kaart { background: $surface; border: 1px solid $line; border-radius: ${card_corner}px; }
QPushButton { background: $accent; color: $on_accent; border: none; border-radius: ${corner}px; }
#vergeten { color: $accent; }
""")


class EerstePage(QWidget):
    """A field to begin typing in."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        corners = {"card_corner": scale.CARD_CORNER, "corner": scale.CORNER}
        self.setStyleSheet(_SHEET.substitute(palette.current()._asdict() | corners))
        self._lay_out()

    def typed(self) -> str:
        """What was typed so far."""
        return self.line.text()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        margin = scale.space(PAGE_MARGIN)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(scale.space(PAGE_MARGIN))
        column.addStretch(ABOVE)
        brand = _label("Ruggespraak", "title")
        brand.setFixedHeight(scale.metrics("title").height())
        brand.setIndent(brand.height() + scale.space(1.25))  # the mark comes with the page after this one
        for widget in (brand, self._card()):
            widget.setMaximumWidth(scale.space(NARROW))
            row = QHBoxLayout()
            column.addLayout(row)
            row.addStretch(1)
            row.addWidget(widget, 1000)
            row.addStretch(1)
        column.addStretch(BELOW)

    def _card(self) -> QWidget:
        height = scale.metrics().lineSpacing() + scale.space(2.5)
        button = QPushButton(BUTTON)
        forgotten = _label(FORGOTTEN)
        forgotten.setObjectName("vergeten")
        card = QFrame()
        card.setObjectName("kaart")
        column = QVBoxLayout(card)
        margin = scale.space(CARD_MARGIN) - 1  # the frame has the edge outside its contents
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(scale.space(BETWEEN))
        column.addWidget(_label(HEADING, "heading"))
        field = QVBoxLayout()
        column.addLayout(field)
        field.setSpacing(scale.space(0.5))
        field.addWidget(_label(LABEL, "strong"))
        field.addWidget(_label(HINT, "small"))
        line = QHBoxLayout()
        field.addLayout(line)
        line.addWidget(self.line)
        line.addSpacing(height + scale.space(0.75))
        for widget in (self.line, button):
            widget.setFixedHeight(height)
        column.addWidget(button)
        column.addWidget(forgotten)
        return card


def _label(text: str, role: str = "body") -> QLabel:
    label = QLabel(text)
    label.setProperty("rol", role)
    return label
