"""Looking at an annex inside the program: nothing of it is written anywhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from app.models import bijlagesoort
from app.models.bijlagesoort import SOORTEN, grootte_in_woorden
from app.models.consult import Bijlage
from app.storage.bijlagen import inhoud
from app.storage.errors import StorageError
from app.ui.bijlagen.blad import Blad
from app.ui.bijlagen.bladen import BeeldBlad, Bladen, NietTeTonen, PdfBladen
from app.ui.bijlagen.woorden import LEAVES
from app.ui.exporteren.achtergrond import Background, report
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.labels import Small, Text, Title
from app.ui.widgets.layouts import empty
from app.ui.widgets.modal import Modal
from app.ui.widgets.page import Scroll
from app.ui.widgets.tab_order import tab

STEP, LEAST, MOST = 1.25, 0.5, 5.0
"""Of the zoom; 1 fills the width."""

MOST_TEXT = 1_000_000
WIDE, HIGH = 0.8, 0.9
"""Part of the window below it that the viewer takes."""

ELDERS = 2
"""Result of `exec()` when the user wants to open it in another program."""

OUTSIDE = "Dit bestand kan alleen in een ander programma open."


class Kijker(Modal):
    """Shows one annex. Esc closes; the arrows, Page Up and Page Down go through it; plus, minus and 0 zoom.

    A lock closes it too: nothing of an annex stays in memory then.

    Parameters:
        folder: of the archive.
    """

    def __init__(self, parent: QWidget | None, folder: Path, bijlage: Bijlage) -> None:
        super().__init__(parent)
        self._bijlage = bijlage
        self._soort = SOORTEN.get(bijlage.soort)
        self._background = Background(self)
        self._pages: Bladen | None = None
        self._number = 0
        self._zoom = 1.0
        self._shown = (0, 0)
        self.setWindowTitle("Bijlage")
        self.title = Title(bijlage.naam)
        self.facts = Small("")
        self.page = Blad()
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(bijlage.naam)
        self.area = Scroll()
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stack = QStackedWidget()
        self.counter = Text("", wrap=False)
        self.back = IconButton("pijl-links", "Vorige bladzijde (Page Up)", bordered=True)
        self.on = IconButton("pijl-rechts", "Volgende bladzijde (Page Down)", bordered=True)
        self.smaller = IconButton("streep", "Kleiner (-)", bordered=True)
        self.larger = IconButton("plus", "Groter (+)", bordered=True)
        self.fit = Button("Hele breedte", "quiet", small=True)
        self.elders = Button("Open in ander programma …", "quiet")
        self.close_button = Button("Sluiten", "primary")
        self._lay_out()
        self._connect()
        self._show_facts()
        self.resize(self.sizeHint())
        if self._soort is None or self._soort.toon == bijlagesoort.ELDERS:
            self._tell(OUTSIDE, LEAVES)
        else:
            self._tell("De bijlage wordt geopend …", "")
            self._background.run(partial(_load, folder, bijlage), self._loaded, self._failed)

    def number(self) -> int:
        """The page that is shown, from 0."""
        return self._number

    def zoom(self) -> float:
        """How large, against filling the width."""
        return self._zoom

    def _lay_out(self) -> None:
        self.area.body.addWidget(self.page, 0, Qt.AlignmentFlag.AlignHCenter)
        self.area.body.addStretch(1)
        self._notice = QWidget()
        QVBoxLayout(self._notice)
        for widget in (self._notice, self.area, self.text):
            self.stack.addWidget(widget)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(scale.space(1))
        for widget in (self.back, self.counter, self.on, self.smaller, self.larger, self.fit):
            tools.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[scale.space(2.5)] * 4)
        column.setSpacing(scale.space(1.5))
        column.addWidget(self.title)
        below = QHBoxLayout()
        column.addLayout(below)
        below.addWidget(self.facts, 1)
        below.addWidget(self._tools)
        column.addWidget(self.stack, 1)
        feet = QHBoxLayout()
        column.addLayout(feet)
        feet.addWidget(self.elders)
        feet.addStretch(1)
        feet.addWidget(self.close_button)
        self._tools.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(partial(self._turn, -1))
        self.on.clicked.connect(partial(self._turn, 1))
        self.smaller.clicked.connect(partial(self._scale, 1 / STEP))
        self.larger.clicked.connect(partial(self._scale, STEP))
        self.fit.clicked.connect(self._fill)
        self.elders.clicked.connect(partial(self.done, ELDERS))
        self.close_button.clicked.connect(self.accept)
        for keys, does in (
            (("PgUp",), partial(self._move, -1, QScrollBar.pageStep)),
            (("PgDown",), partial(self._move, 1, QScrollBar.pageStep)),
            (("Up",), partial(self._move, -1, QScrollBar.singleStep)),
            (("Down",), partial(self._move, 1, QScrollBar.singleStep)),
            (("Left",), partial(self._aside, -1)),
            (("Right",), partial(self._aside, 1)),
            (("+", "=", "Ctrl++", "Ctrl+="), partial(self._scale, STEP)),
            (("-", "Ctrl+-"), partial(self._scale, 1 / STEP)),
            (("0", "Ctrl+0"), self._fill),
        ):
            for each in keys:  # of the pages: a text, which stands in their place, has keys of its own
                QShortcut(QKeySequence(each), self.area, does)

    def _show_facts(self) -> None:
        kind = self._soort.woord if self._soort else "onbekend soort"
        parts = [kind, grootte_in_woorden(self._bijlage.grootte)]
        if self._pages is not None and self._pages.aantal > 1:
            parts.append(f"{self._pages.aantal} bladzijden")
        self.facts.setText(" · ".join(parts))

    def _loaded(self, found: "Bladen | str") -> None:
        if isinstance(found, str):
            self.text.setPlainText(found)
            self.stack.setCurrentWidget(self.text)
            self.text.setFocus()
            return
        self._pages = found
        self._show_facts()
        several = found.aantal > 1
        for widget in (self.back, self.on, self.counter):
            widget.setVisible(several)
        self._tools.show()
        self.stack.setCurrentWidget(self.area)
        self.area.setFocus()
        self._draw()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NietTeTonen):
            self._tell(str(error), f"Misschien lukt het in een ander programma. {LEAVES}")
        elif isinstance(error, StorageError):
            self.elders.setEnabled(False)
            self._tell("Deze bijlage kan niet open", str(error))
        else:
            self._tell("Deze bijlage kan hier niet open", "Er ging iets mis in Ruggespraak zelf.")
            report(error)

    def _tell(self, title: str, text: str) -> None:
        column = self._notice.layout()
        assert column is not None
        empty(column)
        column.addWidget(EmptyState("document", title, text))
        self._tools.hide()
        self.stack.setCurrentWidget(self._notice)

    def _move(self, way: int, how_far: Callable[[QScrollBar], int]) -> None:
        """Down the page, or up where `way` is -1, and at its end on to the next."""
        bar = self.area.verticalScrollBar()
        if bar.value() != (bar.maximum() if way > 0 else bar.minimum()):
            bar.setValue(bar.value() + way * how_far(bar))
        else:
            self._turn(way)

    def _aside(self, way: int) -> None:
        """Along a page that is wider than the window; of another, to the next."""
        bar = self.area.horizontalScrollBar()
        if bar.maximum() > bar.minimum():
            bar.setValue(bar.value() + way * bar.singleStep())
        else:
            self._turn(way)

    def _turn(self, step: int) -> None:
        if self._pages is not None and 0 <= self._number + step < self._pages.aantal:
            self._number += step
            self._draw()
            bar = self.area.verticalScrollBar()
            bar.setValue(bar.minimum() if step > 0 else bar.maximum())

    def _scale(self, by: float) -> None:
        self._zoom = min(max(self._zoom * by, LEAST), MOST)
        self._draw()

    def _fill(self) -> None:
        self._zoom = 1.0
        self._draw()

    def _draw(self) -> None:
        """Draw the page, unless it stands there as it should."""
        pages = self._pages
        if pages is None:
            return
        room = self.area.width() - scale.space(4) - self.area.verticalScrollBar().sizeHint().width()
        wanted = (self._number, max(round(room * self._zoom * self.devicePixelRatioF()), 1))
        if wanted != self._shown:
            self._shown = wanted
            self._background.run(partial(pages.teken, *wanted), partial(self._drawn, wanted), self._failed)
        self.counter.setText(f"{self._number + 1} van {pages.aantal}")
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number + 1 < pages.aantal)
        self.smaller.setEnabled(self._zoom > LEAST)
        self.larger.setEnabled(self._zoom < MOST)

    def _drawn(self, which: tuple[int, int], image: QImage) -> None:
        if which == self._shown and self._pages is not None:  # the user may have turned on meanwhile
            image.setDevicePixelRatio(1)
            self.page.toon(image, f"Bladzijde {which[0] + 1} van {self._pages.aantal}")

    @override
    def done(self, result: int) -> None:
        """Let go of the content at once, not when Python gets to it."""
        pages, self._pages = self._pages, None
        if pages is not None:
            self._background.run(pages.sluit, _nothing, report)
        self.text.clear()
        self.page.toon(QImage(), "")
        super().done(result)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    @override
    def sizeHint(self) -> QSize:
        below = self.parentWidget()
        room = below.window().size() if below is not None else self.screen().availableGeometry().size()
        return QSize(round(room.width() * WIDE), round(room.height() * HIGH))

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return tab(self, forward)


def _load(folder: Path, bijlage: Bijlage) -> "Bladen | str":
    soort = SOORTEN[bijlage.soort]
    data = inhoud(folder, bijlage)
    if soort.toon == bijlagesoort.PDF:
        return PdfBladen(data)
    if soort.toon == bijlagesoort.BEELD:
        return BeeldBlad(data, soort.einde)
    assert soort.toon == bijlagesoort.TEKST
    return _text(data)


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if len(text) > MOST_TEXT:
        return f"{text[:MOST_TEXT]}\n\n… Dit is het begin. Open de bijlage in een ander programma voor de rest."
    return text


def _nothing(_answer: object) -> None:
    """Nobody waits for it."""
