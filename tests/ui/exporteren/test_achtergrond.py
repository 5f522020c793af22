"""Work beside the screen is done in the order in which it was asked, however the threads begin."""

import time
from functools import partial

from app.ui.exporteren.achtergrond import Background

SLOW = 0.05


def _slowly(number: int) -> int:
    time.sleep(SLOW if number == 0 else 0)
    return number


def test_what_was_asked_first_is_done_first(qtbot):
    background, done = Background(), []
    for number in range(300):
        background.run(partial(_slowly, number), done.append, done.append)
    qtbot.waitUntil(lambda: len(done) == 300)
    assert done == list(range(300))
