"""The same program as the faults are tested on."""

import pytest

from tests.faults.conftest import program

__all__ = ["program"]

pytest.register_assert_rewrite("tests.scenarios.schooljaar_start")
