"""The card with the year: as a ribbon of weeks, or month by month."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.datums import MAANDEN
from app.storage.gesprekstelling import Dagtelling
from app.ui.gesprekken.legenda import Legend
from app.ui.gesprekken.lezen import Overzicht
from app.ui.gesprekken.lint import YearRibbon
from app.ui.gesprekken.maand import MonthGrid
from app.ui.gesprekken.woorden import jaar
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.labels import Small
from app.ui.widgets.segmented import Segmented

JAAR, MAAND = "jaar", "maand"
WRAP = int(Qt.TextFlag.TextWordWrap)


class YearCard(Card):
    """Ribbon or month, with below it what there is to say about the week or day one is at, and the legend.

    Signals:
        moment_chosen: key of a moment that was pressed.
        month_shown: first day of the month in view; its conversations are wanted.
    """

    moment_chosen = Signal(str)
    month_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Het jaar", parent=parent)
        self._today = date.min
        self.years = Choice(empty=None)
        self.years.setAccessibleName("Schooljaar")
        self.switch = Segmented([(JAAR, "Jaar"), (MAAND, "Maand")], clearable=False)
        self.switch.set_value(JAAR)
        self.ribbon = YearRibbon()
        self.month = MonthGrid()
        self.words = Small("")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.legend = Legend()
        self._before = IconButton("pijl-links", "Vorige maand (Page Up)")
        self._after = IconButton("pijl-rechts", "Volgende maand (Page Down)")
        self._now = Button("Vandaag", "quiet", small=True)
        self._lay_out()
        self._connect()
        self._turn()

    def _lay_out(self) -> None:
        self._months = QWidget()
        row = QHBoxLayout(self._months)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(0.5))
        for widget in (self._before, self._now, self._after):
            row.addWidget(widget)
        self.add_beside_heading(self._months)
        self.add_beside_heading(self.years)
        self.add_beside_heading(self.switch)
        for part in (self.ribbon, self.month, self.words, self.legend):
            self.add(part)

    def _connect(self) -> None:
        self.switch.changed.connect(self._turn)
        self.ribbon.week_shown.connect(self._tell_week)
        self.month.day_shown.connect(self._tell_day)
        self.month.month_shown.connect(self._on_month)
        self._before.clicked.connect(self._go_back)
        self._after.clicked.connect(self._go_on)
        self._now.clicked.connect(self._go_today)
        for part in (self.ribbon, self.month, self.legend):
            part.moment_chosen.connect(self.moment_chosen)

    @property
    def is_month(self) -> bool:
        """Whether the month is shown."""
        return self.switch.value() == MAAND

    def show_year(self, found: Overzicht, today: date) -> None:
        """Show a school year."""
        self._today = today
        self.years.set_options([(each, jaar(each)) for each in found.jaren])
        self.years.set_value(found.plan.schooljaar)
        self.years.setVisible(len(found.jaren) > 1)
        self.ribbon.show_plan(found.plan, today)
        self.month.show_plan(found.plan, today)
        self.legend.show_plan(found.plan, found.vervallen)
        self._keep_room()
        self._turn()

    def show_counts(self, month: date, counts: Mapping[date, Dagtelling]) -> None:
        """Show how many conversations the days of a month have."""
        self.month.show_counts(month, counts)

    def set_month(self, month: bool) -> None:
        """Show the month or the whole year."""
        self.switch.set_value(MAAND if month else JAAR)
        self._turn()

    def _turn(self) -> None:
        month = self.is_month
        self.ribbon.setVisible(not month)
        self.month.setVisible(month)
        self._months.setVisible(month)
        self._title()
        self.words.setText(self.month.current_words if month else self.ribbon.current_words)

    def _keep_room(self) -> None:
        """As many lines below the year as its fullest week needs, so that nothing jumps while one walks along it."""
        width = max(self.words.width(), 1)
        told = {each.words for each in self.ribbon.weeks}
        area = QRect(0, 0, width, 10_000)
        heights = (self.words.fontMetrics().boundingRect(area, WRAP, each).height() for each in told)
        self.words.setMinimumHeight(max(heights, default=0) + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def _title(self) -> None:
        first = self.month.month
        self.heading.setText(f"{MAANDEN[first.month - 1].capitalize()} {first.year}" if self.is_month else "Het jaar")

    def _on_month(self, first: date) -> None:
        self._title()
        self.month_shown.emit(first)

    def _tell_week(self, words: str) -> None:
        if not self.is_month:
            self.words.setText(words or " ")

    def _tell_day(self, words: str) -> None:
        if self.is_month:
            self.words.setText(words or " ")

    def _go_back(self) -> None:
        self.month.turn(-1)

    def _go_on(self) -> None:
        self.month.turn(1)

    def _go_today(self) -> None:
        self.month.go(self._today)
