"""One line of what misses on a route, or of who knows: a sign, words, and what one can do about it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import scale
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Small, Text


def sign_line(sign: QWidget, title: str, about: str, *buttons: QWidget) -> QWidget:
    """A line with a sign before it.

    Parameters:
        title: what it is about; it begins with a capital here.
        about: smaller words below it, none when empty.
        buttons: at the right.
    """
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scale.space(1))
    row.addWidget(sign)
    column = QVBoxLayout()
    row.addLayout(column, 1)
    column.setSpacing(0)
    column.addWidget(Text(title[:1].upper() + title[1:], "strong"))
    if about:
        column.addWidget(Small(about))
    if buttons:
        row.addWidget(Flow(*buttons))
    return line
