"""The promise of the program: a power cut in the midst of typing costs at most the last second."""

from . import typer
from .kill import PROMISE_SECONDS, report, rounds

ROUNDS = 40


def test_all_but_the_last_second_survives_a_kill():
    outcomes = list(rounds(ROUNDS))
    print(report(outcomes))
    assert [complaint for each in outcomes for complaint in each.complaints] == [], report(outcomes)
    assert max(each.lost for each in outcomes) <= PROMISE_SECONDS
    assert sum(each.keys for each in outcomes) > 10 * ROUNDS  # somebody did type
    assert len(outcomes) == ROUNDS


def test_a_program_that_saves_too_late_would_be_seen():
    outcomes = list(rounds(8, run=typer.run_without_saving))
    assert any("before the kill is gone" in complaint for each in outcomes for complaint in each.complaints)
