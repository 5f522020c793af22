"""The school of these tests."""

from tests.ui.route.weg import folder, open_view

__all__ = ["folder", "open_view"]
