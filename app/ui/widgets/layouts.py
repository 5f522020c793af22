"""Layouts that are filled anew while one looks."""

from PySide6.QtWidgets import QLayout, QWidget

from app.ui.widgets.tab_order import ELSEWHERE


def empty(layout: QLayout) -> None:
    """Let all widgets in a layout go; its stretches and the layouts within it stay.

    By the widgets and not by `takeAt`: see `app.ui.widgets.flow` for why Python must not see a layout's items.
    """
    host = layout.parentWidget()
    for child in host.children() if host is not None else ():
        if isinstance(child, QWidget) and layout.indexOf(child) != ELSEWHERE:
            layout.removeWidget(child)
            child.hide()
            child.deleteLater()
