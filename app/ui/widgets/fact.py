"""A fact: a small label with what it is directly below, so that the two are read together."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.labels import Small, Text


def fact(label: str, content: QWidget | str) -> QWidget:
    """A widget with a small label above its content; words can be selected and copied."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Small(label))
    column.addWidget(Text(content).make_selectable() if isinstance(content, str) else content)
    return widget
