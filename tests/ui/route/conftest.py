"""The school of these tests."""

import pytest

from app.ui.place import Place
from app.ui.route.view import RouteView
from tests.ui.leerlingen.scherm import Screen
from tests.ui.route.weg import begin, folder, open_view

__all__ = ["folder", "open_view"]


@pytest.fixture
def page(open_view) -> Screen:
    """Noor, who just began."""
    screen: Screen = open_view(RouteView)
    route = screen.ask(begin)
    screen.show(Place("route", route))
    return screen
