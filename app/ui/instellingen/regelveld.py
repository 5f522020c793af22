"""Fields for what a conversation policy says: a number, jaargroepen, and the rule of a moment."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.datums import MAANDEN
from app.models.gespreksbeleid.definition import JAARGROEPEN, REGELS, Beleid, Regel
from app.models.gespreksbeleid.woorden import REGELWOORDEN
from app.ui.widgets import accessible
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow import Flow
from app.ui.widgets.line_field import LineField

_DAY = re.compile(r"(\d{1,2})-(\d{1,2})")


class Getal(LineField):
    """A whole number.

    Parameters:
        low, high: the smallest and largest that can be.
        may_be_empty: an empty field means 0.
    """

    def __init__(self, number: int, low: int, high: int, *, may_be_empty: bool = False) -> None:
        super().__init__(str(number) if number or not may_be_empty else "", characters=5)
        self._low, self._high, self._may_be_empty = low, high, may_be_empty

    def number(self) -> int | None:
        """The number; None when it is none that can be."""
        text = self.value().strip()
        if not text and self._may_be_empty:
            return 0
        found = int(text) if text.isdecimal() and len(text) < 6 else -1
        return found if self._low <= found <= self._high else None

    def problem(self) -> str:
        """What is wrong with it, in a sentence."""
        wanted = f"een getal van {self._low} tot en met {self._high}"
        return "" if self.number() is not None else f"Vul {wanted} in{', of niets' if self._may_be_empty else ''}."


class Jaargroepen(Flow):
    """For which jaargroepen, all in view."""

    changed = Signal()

    def __init__(self, chosen: tuple[str, ...]) -> None:
        super().__init__(gap=2)
        self._boxes = {year: CheckBox(year, year in chosen) for year in JAARGROEPEN}
        for year, box in self._boxes.items():
            box.setAccessibleName(f"groep {year}")
            box.changed.connect(self.changed)
            self.add(box)
        self.setFocusProxy(self._boxes["1"])

    def value(self) -> tuple[str, ...]:
        """The jaargroepen, in order."""
        return tuple(year for year, box in self._boxes.items() if box.value())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Tick exactly these."""
        for year, box in self._boxes.items():
            box.set_value(year in value)

    def problem(self) -> str:
        """What is wrong with it, in a sentence."""
        return "" if self.value() else "Kies ten minste één groep."


class RegelVeld(Flow):
    """When a moment is, as a sentence of a choice and its values."""

    changed = Signal()

    def __init__(self, regel: Regel, beleid: Beleid) -> None:
        super().__init__()
        kinds = [(kind, words) for kind, words in REGELWOORDEN.items() if beleid.rapporten or kind != "na_rapport"]
        self.kind = Choice(kinds, empty=None)
        self.week = Getal(regel.week or 2, 1, 45)
        self.report = Choice([(each.id, each.titel.lower()) for each in beleid.rapporten], empty=None)
        self.month = Choice([(str(number), name) for number, name in enumerate(MAANDEN, 1)], empty=None)
        self.weeks = Getal(regel.weken or 1, 1, 20)
        self.first, self.last = (LineField(_words(day), characters=7) for day in (regel.van, regel.tot))
        self._parts: dict[str, tuple[QWidget, ...]] = {
            "schoolweek": (self.week,),
            "na_rapport": (self.report,),
            "maand": (self.month,),
            "laatste_schoolweken": (self.weeks,),
            "periode": (self.first, self.last),
        }
        assert set(self._parts) == set(REGELS)
        self._lay_out()
        self.kind.set_value(regel.soort)
        self.report.set_value(regel.rapport or (beleid.rapporten[0].id if beleid.rapporten else ""))
        self.month.set_value(str(regel.maand or 10))
        self._show_kind()

    def _lay_out(self) -> None:
        spoken: dict[LineField | Choice, str] = {
            self.week: "Nummer van de schoolweek",
            self.report: "Rapport",
            self.month: "Maand",
            self.weeks: "Aantal schoolweken",
            self.first: "Eerste dag, als 10-01",
            self.last: "Laatste dag, als 31-01",
        }
        self.add(self.kind)
        self.kind.changed.connect(self._on_kind)
        for field, words in spoken.items():
            accessible.name(field, words)
            field.changed.connect(self.changed)
            self.add(field)
        self.setFocusProxy(self.kind)

    def _on_kind(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _show_kind(self) -> None:
        for kind, parts in self._parts.items():
            for part in parts:
                part.setVisible(kind == self.kind.value())

    def value(self) -> Regel | None:
        """The rule; None when something in it is wrong."""
        kind = self.kind.value()
        if self.problem():
            return None
        match kind:
            case "schoolweek":
                return Regel(kind, week=self.week.number() or 1)
            case "na_rapport":
                return Regel(kind, rapport=self.report.value())
            case "maand":
                return Regel(kind, maand=int(self.month.value()))
            case "laatste_schoolweken":
                return Regel(kind, weken=self.weeks.number() or 1)
            case _:
                return Regel(kind, van=_day(self.first) or (0, 0), tot=_day(self.last) or (0, 0))

    def problem(self) -> str:
        """What is wrong with it, in a sentence."""
        match self.kind.value():
            case "schoolweek":
                return self.week.problem()
            case "laatste_schoolweken":
                return self.weeks.problem()
            case "periode" if not (_day(self.first) and _day(self.last)):
                return "Schrijf de eerste en de laatste dag als dag en maand, zoals 10-01 en 31-01."
            case _:
                return ""


def _words(month_and_day: tuple[int, int]) -> str:
    month, day = month_and_day
    return f"{day:02}-{month:02}" if month else ""


def _day(field: LineField) -> tuple[int, int] | None:
    """`(month, day)`, or None when it is no day of the year."""
    found = _DAY.fullmatch(field.value().strip())
    day, month = (int(found[1]), int(found[2])) if found else (0, 0)
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return (month, day) if 1 <= month <= 12 and 1 <= day <= longest[month - 1] else None
