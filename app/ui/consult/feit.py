"""A label with what is known, close under each other."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.labels import Small


def fact(label: str, content: QWidget) -> QWidget:
    """A widget with a small label above its content."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Small(label))
    column.addWidget(content)
    return widget
