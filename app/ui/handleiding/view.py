"""The Handleiding: short chapters of our own, beside a list of them."""

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.resources import resource
from app.ui.context import Context
from app.ui.handleiding.hoofdstukken import HOOFDSTUKKEN
from app.ui.place import Place
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets.card import Card
from app.ui.widgets.page import Page
from app.ui.widgets.side_list import SideList

WIDEST = 96
"""Width in grid steps past which lines would be hard to read."""


class HandleidingView(View):
    """One chapter at a time; links lead to other chapters."""

    title = "Handleiding"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._chapter = ""
        self._list = SideList(list(HOOFDSTUKKEN.items()))
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._text.setAccessibleName("Handleiding")
        self._text.document().setDocumentMargin(scale.space(2))
        sheet = Card()
        sheet.body.setContentsMargins(*[scale.space(1)] * 4)  # the text paints its own ground, without round corners
        sheet.setMaximumWidth(scale.space(WIDEST))
        sheet.add(self._text, 1)
        page = Page("Handleiding", scroll=False)
        row = QHBoxLayout()
        page.add(row, 1)
        row.setSpacing(scale.space(4))
        left = QVBoxLayout()
        row.addLayout(left, 1)
        left.addWidget(self._list)
        row.addWidget(sheet, 4)
        row.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._list.chosen.connect(self._choose)
        self._text.anchorClicked.connect(self._follow)

    def show_place(self, place: Place) -> None:
        """Show a chapter (`part`); the first when none is named."""
        self._chapter = place.part if place.part in HOOFDSTUKKEN else next(iter(HOOFDSTUKKEN))
        self._list.mark(self._chapter)
        self._render()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._chapter:
            self._render()

    def _render(self) -> None:
        document = self._text.document()
        document.setDefaultFont(scale.font())
        self._text.setMarkdown(resource("handleiding", f"{self._chapter}.md").read_text(encoding="utf-8"))
        _give_room(document)

    def _choose(self, chapter: str) -> None:
        self.place_requested.emit(Place("handleiding", part=chapter))

    def _follow(self, link: QUrl) -> None:
        if link.toString() in HOOFDSTUKKEN:
            self._choose(link.toString())


def _give_room(document: QTextDocument) -> None:
    """Room above headings and in tables, which Markdown has no words for."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            shape = block.blockFormat()
            shape.setTopMargin(scale.space(3 if level > 1 else 0))
            shape.setBottomMargin(scale.space(1))
            QTextCursor(block).setBlockFormat(shape)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            look = frame.format()
            look.setCellPadding(scale.space(0.75))
            look.setBorderCollapse(True)
            look.setBorder(0)
            look.setTopMargin(scale.space(1))
            look.setBottomMargin(scale.space(1.5))
            frame.setFormat(look)
