"""A program to start in a folder, which is closed whatever the test did."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from .program import Program


@pytest.fixture
def program(qtbot):
    started = []

    def start(folder) -> Program:
        started.append(Program(qtbot, folder))
        return started[-1]

    was_collecting = gc.isenabled()
    yield start
    for each in started:
        each.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if was_collecting:
        gc.enable()
