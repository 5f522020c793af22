"""The figures of the bench: ratios, verdicts, percentiles, and the table."""

import pytest

from tools.bench.figures import Row, percentile, row_of_medians, table


def test_a_ratio_is_ours_against_the_reference():
    row = row_of_medians("x", [3.0, 1.0, 2.0], [1.0, 9.0, 1.0], "s", 1.5)
    assert (row.ours, row.reference, row.ratio, row.runs) == (2.0, 1.0, 2.0, 3)
    assert not row.is_ok


@pytest.mark.parametrize(("ours", "ok"), [(1.29, True), (1.3, True), (1.304, True), (1.31, False)])
def test_a_limit_is_met_at_the_decimals_one_sees(ours: float, ok: bool):
    assert Row("x", ours, 1.0, "s", 1.3, 1).is_ok is ok


def test_a_row_without_a_limit_is_only_shown():
    row = Row("x", 9.0, 1.0, "s", None, 1)
    assert row.is_ok
    assert table([row]).splitlines()[-1].split() == ["x", "9.000", "s", "1.000", "s", "9.00"]


def test_nothing_to_compare_with_is_no_success():
    assert not Row("x", 1.0, 0.0, "s", 1.3, 1).is_ok


@pytest.mark.parametrize(("percent", "value"), [(50, 50), (99, 99), (100, 100), (0, 1)])
def test_a_percentile_is_the_value_that_so_many_do_not_exceed(percent: float, value: int):
    assert percentile(range(1, 101), percent) == value


def test_no_values_have_no_percentile():
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


def test_the_table_lines_up_and_says_what_is_not_met():
    rows = [Row("short", 1.0, 1.0, "s", 1.3, 5), Row("much longer", 250.0, 100.0, "MB", 2.0, 5)]
    head, _, first, second = table(rows).splitlines()
    assert first.endswith("ok")
    assert second.endswith("NOT")
    assert head.index("ratio") + len("ratio") == first.rindex("1.00") + len("1.00")
    assert rows[1].as_dict() | {"ok": False, "ratio": 2.5} == rows[1].as_dict()
