"""The school of the meetings serves for their reports too."""

from tests.ui.besprekingen.conftest import answer, werkplek

__all__ = ["answer", "werkplek"]
