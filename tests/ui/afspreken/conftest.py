"""The school of the meetings, with dialogs that a test answers instead of a person."""

from tests.ui.besprekingen.conftest import answer, werkplek

__all__ = ["answer", "werkplek"]
