"""The school of these tests."""

from tests.ui.gesprek.school import folder, open_view

__all__ = ["folder", "open_view"]
