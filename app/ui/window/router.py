"""Brings the user from place to place, and tells views when what they show has changed."""

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from app.storage.archive import Change
from app.ui.context import Context
from app.ui.place import NIEUW, Place
from app.ui.view import View
from app.ui.window.views import view_class

HOME = Place("vandaag")
HISTORY_LENGTH = 100

REFRESH_MILLISECONDS = 20
"""A batch of many records comes as many changes, from another thread; the view reads once, when they are in."""


class Router(QObject):
    """Shows one view at a time and remembers the way back.

    Signals:
        arrived: the `Place` that is now on screen.
        section_found: the entry of the rail to which what is on screen turns out to belong.
    """

    arrived = Signal(object)
    section_found = Signal(str)

    def __init__(self, context: Context, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._context = context
        self._stack = stack
        self._views: dict[str, View] = {}
        self._focus: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._way: list[Place] = []
        self._at = -1
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MILLISECONDS)
        self._refresh.timeout.connect(self._refresh_shown)
        context.db.changed.connect(self._on_change)

    @property
    def place(self) -> Place | None:
        """Where the user is."""
        return self._way[self._at] if self._way else None

    @property
    def way(self) -> tuple[Place, ...]:
        """The places up to where the user is: ids only, so it may be kept while the program is locked."""
        return tuple(self._way[: self._at + 1])

    @property
    def view(self) -> View | None:
        """The view on screen."""
        return self._views.get(self.place.view) if self.place else None

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._way) - 1

    def go(self, place: Place) -> None:
        """Leave the present view and show another place."""
        self.leave()
        if place != self.place:
            self._way = [*self._passed(), place][-HISTORY_LENGTH:]
            self._at = len(self._way) - 1
        self._show(place)

    def resume(self, way: tuple[Place, ...]) -> None:
        """Show the last place of an earlier way, with the way back to it; home when there is none."""
        *self._way, last = way or (HOME,)
        self._at = len(self._way) - 1
        self.go(last)

    def back(self) -> None:
        """Go back one place; home when there is none."""
        if self._at > 0:
            over = self._is_over
            self._step(-1)
            if over:
                del self._way[self._at + 1 :]
        elif self.place is not None and self.place.view != HOME.view:
            self.go(HOME)

    @property
    def _is_over(self) -> bool:
        """Whether the user is at no place to come back to: it would ask for something new again, or is done."""
        return self.place is not None and (self.place.id == NIEUW or (self.view is not None and self.view.is_over()))

    def _passed(self) -> list[Place]:
        """The way up to here, for who goes on; without this place, whichever part of it, when that is over."""
        way, here = self.way, self.place
        if here is None or not self._is_over:
            return list(way)
        return [each for each in way if (each.view, each.id) != (here.view, here.id)]

    def forward(self) -> None:
        """Undo one `back`."""
        if self.can_go_forward:
            self._step(+1)

    def leave(self) -> None:
        """Let the view on screen hand over what is still being typed."""
        if self.view is not None:
            self.view.leave()

    def is_saved(self) -> bool:
        """Whether the archive has everything that was typed in any view."""
        return all(view.is_saved() for view in self._views.values())

    def _step(self, by: int) -> None:
        self.leave()
        self._at += by
        self._show(self._way[self._at])
        self._focus_again()

    def _show(self, place: Place) -> None:
        self._remember_focus()
        view = self._views.get(place.view) or self._make(place.view)
        self._stale.discard(place.view)
        if self._stack.currentWidget() is not view:
            self._stack.setFocus()  # else Qt gives it to the first button of the new view, which then has a ring
        view.show_place(place)
        self._stack.setCurrentWidget(view)
        self.arrived.emit(place)

    def _remember_focus(self) -> None:
        """Where the keyboard is in the view that goes, to give it back to who returns."""
        for name, view in self._views.items():
            focus = cast("QWidget | None", view.focusWidget())  # the last one in it that had the keyboard
            if view is self._stack.currentWidget() and focus is not None:
                self._focus[name] = focus

    def _focus_again(self) -> None:
        name = self._way[self._at].view
        focus = self._focus.get(name)
        # What was made anew in the meantime is gone, and its place in the view with it.
        if focus is not None and isValid(focus) and self._views[name].isAncestorOf(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, name: str) -> View:
        view = view_class(name)(self._context, self._stack)
        self._views[name] = view
        self._stack.addWidget(view)
        view.place_requested.connect(self.go)
        view.back_requested.connect(self.back)
        view.section_found.connect(partial(self._on_section, name))
        return view

    def _on_section(self, name: str, section: str) -> None:
        if self.place is not None and self.place.view == name:
            self.section_found.emit(section)

    def _on_change(self, change: Change) -> None:
        for name, view in self._views.items():
            if view.concerns(change):
                self._stale.add(name)
        if self.place is not None and self.place.view in self._stale and not self._refresh.isActive():
            self._refresh.start()

    def _refresh_shown(self) -> None:
        if self.place is not None and self.place.view in self._stale and self.view is not None:
            self._stale.discard(self.place.view)
            self.view.refresh()
