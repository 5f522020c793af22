"""The same program as the faults are tested on."""

from tests.faults.conftest import program

__all__ = ["program"]
