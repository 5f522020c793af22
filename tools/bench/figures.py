"""What is made of measurements: medians, percentiles, ratios, and the table that shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import ceil
from statistics import median
from typing import Any

HEAD = ("what", "ours", "reference", "ratio", "limit", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        name: what was measured, against what.
        ours, reference: in `unit`.
        limit: the highest ratio that is good enough; None where the figure is only shown.
        runs: number of measurements on each side.
    """

    name: str
    ours: float
    reference: float
    unit: str
    limit: float | None
    runs: int

    @property
    def ratio(self) -> float:
        """Ours against the reference."""
        return self.ours / self.reference if self.reference else float("inf")

    @property
    def is_ok(self) -> bool:
        """Whether the limit is met, at the two decimals that are shown."""
        return self.limit is None or round(self.ratio, 2) <= self.limit

    def as_dict(self) -> dict[str, Any]:
        """All of it for a JSON file."""
        return {**asdict(self), "ratio": round(self.ratio, 3), "ok": self.is_ok}


def row_of_medians(
    name: str, ours: Sequence[float], reference: Sequence[float], unit: str, limit: float | None = None
) -> Row:
    """A row of the medians of two series."""
    return Row(name, median(ours), median(reference), unit, limit, min(len(ours), len(reference)))


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that so many percent of `values` do not exceed (nearest rank).

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    return sorted(values)[max(ceil(len(values) * percent / 100) - 1, 0)]


def table(rows: Iterable[Row]) -> str:
    """The rows as text, in columns."""
    cells = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))]
    lines = []
    for line in cells:
        name, *numbers, verdict = line
        right = "  ".join(cell.rjust(width) for cell, width in zip(numbers, widths[1:-1], strict=True))
        lines.append(f"{name.ljust(widths[0])}  {right}  {verdict}".rstrip())
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def _cells(row: Row) -> tuple[str, ...]:
    limit = f"{row.limit:.1f}" if row.limit is not None else ""
    verdict = "" if row.limit is None else "ok" if row.is_ok else "NOT"
    return row.name, _number(row.ours, row.unit), _number(row.reference, row.unit), f"{row.ratio:.2f}", limit, verdict


def _number(value: float, unit: str) -> str:
    return f"{value:.{1 if value >= 10 else 3}f} {unit}"
