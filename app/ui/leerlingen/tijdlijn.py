"""All that happened to a pupil, as a line through time."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.models.datums import kort
from app.models.gespreksstand import AFVINKEN, PARNASSYS, VASTGESTELD
from app.storage.gebeurtenis import Gebeurtenis
from app.ui.afspreken.woorden import STANDEN
from app.ui.place import Place
from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small, Text
from app.ui.widgets.paint import rounded

STATES = {
    "te_laat": ("te laat", "bad", "klok"),
    "open": ("nog open", "warn", ""),
    "dossier": ("in het dossier", "good", "vink"),
    "gedaan": ("gedaan", "good", "vink"),
    "vervallen": ("vervallen", "neutral", ""),
    **STANDEN,
}
TO_COME = ("gepland", "te_laat", "open", AFVINKEN)
WITH_REPORT = (VASTGESTELD, "dossier", PARNASSYS)


class Timeline(Card):
    """Events, newest first; more of them when asked.

    Signals:
        place_wanted: a `Place` to go to.
        more_wanted: show older events too.
    """

    place_wanted = Signal(object)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Tijdlijn", parent=parent)
        self._shown: tuple[Gebeurtenis, ...] = ()
        self._widgets: list[EventRow] = []
        self._events = QVBoxLayout()
        self._events.setSpacing(0)
        self.nothing = Muted(
            "Hier komt wat er gebeurt: besprekingen, gesprekken, afspraken, niveaus, plannen en bijlagen."
        )
        self.more = Button("Laat eerdere zien", "quiet", icon="pijl-omlaag")
        self.add(self.nothing)
        self.add(self._events)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.more.clicked.connect(self.more_wanted)
        self.more.hide()

    def shown(self) -> int:
        """Number of events in view."""
        return len(self._shown)

    def show_events(self, events: Sequence[Gebeurtenis], total: int, today: date) -> None:
        """Show other events; those that are already there stay as they are.

        Parameters:
            total: number of events there are in all.
        """
        events = tuple(events)
        same = 0
        if self._shown == events[: len(self._shown)]:
            same = len(self._shown)
        for widget in self._widgets[same:]:
            self._events.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        del self._widgets[same:]
        for event in events[same:]:
            row = EventRow(event, today)
            row.place_wanted.connect(self.place_wanted)
            self._events.addWidget(row)
            self._widgets.append(row)
        for number, widget in enumerate(self._widgets):
            widget.set_ends(first=number == 0, last=number == len(self._widgets) - 1 and len(events) >= total)
        self._shown = events
        self.nothing.setVisible(not events)
        self.more.setVisible(len(events) < total)
        self.more.setText(f"Laat eerdere zien (nog {total - len(events)})")


class EventRow(QWidget):
    """One event: its day, a dot on the line, and what it was."""

    place_wanted = Signal(object)

    def __init__(self, event: Gebeurtenis, today: date) -> None:
        super().__init__()
        self.what = event
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(1.5))
        day = Small(kort(event.dag, today))
        day.setWordWrap(False)
        day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        day.setMinimumWidth(scale.metrics("small").horizontalAdvance("30 mmm 2020"))
        day.setContentsMargins(0, scale.space(0.75) + 2, 0, 0)
        self.dot = Dot(hollow=event.staat in TO_COME)
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.dot)
        words = QVBoxLayout()
        row.addLayout(words, 1)
        self._fill(words, event)

    def set_ends(self, *, first: bool, last: bool) -> None:
        """The line begins at the first event and ends at the last."""
        self.dot.set_ends(first=first, last=last)

    def _fill(self, column: QVBoxLayout, event: Gebeurtenis) -> None:
        column.setContentsMargins(0, scale.space(0.5), 0, scale.space(1.25))
        column.setSpacing(scale.space(0.25))
        line = Flow()
        place = _place(event)
        if place is not None:
            link = Link(event.titel)
            link.clicked.connect(partial(self.place_wanted.emit, place))
            line.add(link)
        else:
            line.add(Text(event.titel, "strong"))
        if event.staat in STATES:
            line.add(Chip(*STATES[event.staat]))
        if event.soort == "formulier" and event.staat in WITH_REPORT:
            report = Link("verslag")
            report.setAccessibleName(f"Verslag van {event.titel}")
            report.clicked.connect(partial(self.place_wanted.emit, Place("verslag", event.doel)))
            line.add(report)
        column.addWidget(line)
        if event.tekst:
            column.addWidget(Text(event.tekst))
        if event.uitkomst:
            column.addWidget(Muted(event.uitkomst))


class Dot(QWidget):
    """A dot on the line; hollow for what is still to come."""

    def __init__(self, *, hollow: bool) -> None:
        super().__init__()
        self._hollow = hollow
        self._first = self._last = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_ends(self, *, first: bool, last: bool) -> None:
        """Where the line begins and ends."""
        self._first, self._last = first, last
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scale.space(1.5), scale.space(3))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = float(scale.space(1.25))
        middle = self.width() / 2
        top = scale.space(0.5) + scale.metrics().height() / 2 + 2
        begin, end = (top if self._first else 0), (top if self._last else self.height())
        painter.fillRect(QRectF(middle - 1, begin, 2, end - begin), palette.colour("line"))
        dot = QRectF(middle - side / 2, top - side / 2, side, side)
        accent = palette.colour("accent")
        rounded(painter, dot, side / 2, palette.colour("surface") if self._hollow else accent, accent, 2.0)


def _place(event: Gebeurtenis) -> Place | None:
    if not event.doel:
        return None
    match event.soort:
        case "agenda":
            return Place("bespreking", event.doel)
        case "gesprek":
            return Place("gesprek", event.doel)
        case "route" | "mpo":
            return Place("route", event.doel)
        case "consult" | "bijlage":
            return Place("consult", event.doel)
        case "evaluatie":
            return Place("formulier", event.doel, "evaluatie")
        case _:
            return Place("formulier", event.doel)
