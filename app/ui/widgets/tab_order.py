"""The Tab key goes the way the eye goes.

Qt walks through widgets in the order in which they came into a window. Rows that are added while one works would come
last, after the buttons below them. Here the layouts say what follows what, at the moment the key is pressed.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QLayout, QScrollArea, QWidget

ELSEWHERE = -1
"""What Qt answers to the place of a thing that is not in a layout."""


def tab(window: QWidget, forward: bool) -> bool:
    """Move the focus; what `focusNextPrevChild` of a window does.

    Returns:
        Whether there was anywhere to go.
    """
    now: QWidget | None = window.focusWidget()
    stop = _nearest(now) if now is not None and not now.isVisible() else next_stop(window, now, forward)
    if stop is None:
        return False
    stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(stop)
    return True


def next_stop(window: QWidget, now: QWidget | None, forward: bool = True) -> QWidget | None:
    """Where the Tab key goes; after the last stop it begins again with the first.

    Parameters:
        window: what holds the stops.
        now: what has the focus, itself a stop or not; None begins at the first or the last.

    Returns:
        The next stop, or the one before when not `forward`; None when there is no other.
    """
    everything = list(_in_sight(window))
    if not forward:
        everything.reverse()
    at = everything.index(now) + 1 if now in everything else 0
    within = _choice_of(now)
    for each in (*everything[at:], *everything[:at]):
        choice = _choice_of(each)
        if each is not now and _is_stop(each) and (choice is None or choice is not within):
            return (choice.checkedButton() or each) if choice else each
    return None


def _nearest(gone: QWidget) -> QWidget | None:
    """Where the focus goes when what had it disappears under it: no further than it must, so not to another part."""
    around = gone.parentWidget()
    while around is not None:
        for each in _in_sight(around):
            if _is_stop(each):
                choice = _choice_of(each)
                return (choice.checkedButton() or each) if choice else each
        around = None if around.isWindow() else around.parentWidget()
    return None


def _is_stop(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isEnabled() and widget.focusProxy() is None


def _choice_of(widget: QWidget | None) -> QButtonGroup | None:
    """The choice that a button is part of: one stop, at what is chosen; the arrows go through it."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group if group is not None and group.exclusive() else None


def _in_sight(widget: QWidget) -> Iterator[QWidget]:
    laid_out = dict.fromkeys(_laid_out(widget.layout()))
    others = (each for each in widget.children() if isinstance(each, QWidget) and each not in laid_out)
    for child in (*laid_out, *others):
        if child.isVisible() and not child.isWindow():
            yield child
            yield from _in_sight(child)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    """The widgets in a layout and the layouts within it, in their order.

    Asked by what is in it and not by `itemAt`: see `app.ui.widgets.flow` for why Python must not see a layout's items.
    """
    host = layout.parentWidget() if layout is not None else None
    if layout is None or host is None:
        return
    things = [each for each in (*host.children(), *layout.children()) if isinstance(each, QWidget | QLayout)]
    inside = {layout.indexOf(each): each for each in things}
    inside.pop(ELSEWHERE, None)
    # In a grid things stand in the order they were added.
    order = partial(_cell, layout) if isinstance(layout, QGridLayout) else None
    for place in sorted(inside, key=order):
        each = inside[place]
        if isinstance(each, QWidget):
            yield each
        else:
            yield from _laid_out(each)


def _cell(layout: QGridLayout, place: int) -> tuple[int, int]:
    position: Any = layout.getItemPosition(place)  # row, column and spans; typed as one object
    return position[0], position[1]


def _bring_into_view(stop: QWidget) -> None:
    """Scroll so far that what comes before and next is in sight as well; of what is high, the top."""
    around = stop.parentWidget()
    while around is not None and not around.isWindow():  # what lies behind a dialog stays where it is
        if isinstance(around, QScrollArea) and (content := around.widget()) is not None:
            margin = around.viewport().height() // 4
            for corner in (stop.rect().bottomLeft(), stop.rect().topLeft()):
                place = stop.mapTo(content, corner)
                around.ensureVisible(place.x(), place.y(), 0, margin)
        around = around.parentWidget()
