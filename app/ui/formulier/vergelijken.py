"""Two versions of a form, field by field: what stood there, and what stands there now."""

from datetime import datetime
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.models.bespreking import Formulier
from app.models.datums import lang
from app.models.forms.compare import Difference
from app.storage import versies
from app.storage.archive import Archive
from app.storage.versies import Versies, Wijziging
from app.ui.context import Context
from app.ui.place import Place
from app.ui.theme import scale
from app.ui.view import View
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import Choice
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Heading, Muted, Small, Text
from app.ui.widgets.page import Page

KINDS = {
    "toegevoegd": ("toegevoegd", "good", "plus"),
    "gewijzigd": ("gewijzigd", "info", "potlood"),
    "verwijderd": ("verwijderd", "bad", "streep"),
}


class VergelijkenView(View):
    """What a correction changed, in words; who did it and when."""

    title = "Versies vergelijken"
    kinds = frozenset({"formulier"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._id = ""
        self._content: QWidget | None = None
        self.old = Choice(empty=None)
        self.new = Choice(empty=None)
        self._to_form = Button("Bekijk het formulier")
        self._build()
        for choice in (self.old, self.new):
            choice.changed.connect(self.refresh)
        self._to_form.clicked.connect(self._show_form)

    def show_place(self, place: Place) -> None:
        """Compare a version (`id`) with the one before it."""
        self._id = place.id
        self._ask("", "")

    def refresh(self) -> None:
        """Compare the chosen versions again."""
        self._ask(self.old.value(), self.new.value())

    def _build(self) -> None:
        self.page = Page("Versies vergelijken")
        self.page.add_action(self._to_form)
        choose = FormRows()
        choose.add_row("Eerst", self.old)
        choose.add_row("Daarna", self.new, beside=True)
        card = Card()
        card.add(choose)
        self.page.add(card)
        self._below = QVBoxLayout()
        self.page.add(self._below)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _ask(self, old: str, new: str) -> None:
        self.context.db.ask(partial(_read, self._id, old, new), self._show, owner=self)

    def _show(self, found: Versies) -> None:
        self.page.set_title("Versies vergelijken", f"{found.leerling} · {found.titel}")
        options = [(each.id, _version(each)) for each in found.alle]
        for choice, value in ((self.old, found.oud), (self.new, found.nieuw)):
            choice.set_options(options)
            choice.set_value(value)
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = self._differences(found.wijzigingen)
        self._below.addWidget(self._content)

    def _differences(self, found: tuple[Wijziging, ...]) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1.5))
        column.addWidget(Heading(_summary(len(found))))
        for title, group in groupby(found, key=_section):
            card = Card(title)
            for each in group:
                card.add(_change(each))
            column.addWidget(card)
        return content

    def _show_form(self) -> None:
        self.place_requested.emit(Place("formulier", self.new.value() or self._id))


def _section(change: Wijziging) -> str:
    return change.verschil.section.titel


def _summary(number: int) -> str:
    if not number:
        return "Tussen deze versies is niets veranderd."
    return "Er is één ding veranderd" if number == 1 else f"Er zijn {number} dingen veranderd"


def _change(change: Wijziging) -> QWidget:
    difference = change.verschil
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, scale.space(1))
    column.setSpacing(scale.space(0.5))
    top = QHBoxLayout()
    column.addLayout(top)
    top.setSpacing(scale.space(1))
    top.addWidget(Text(_name(difference), "strong"))
    top.addWidget(Chip(*KINDS[difference.soort]))
    top.addWidget(Small(_who(change)), 1)
    texts = QGridLayout()
    column.addLayout(texts)
    texts.setHorizontalSpacing(scale.space(3))
    sides = (("Eerst", difference.before), ("Daarna", difference.after))
    for at, (label, text) in enumerate(sides):
        texts.setColumnStretch(at, 1)
        texts.addWidget(Small(label), 0, at)
        shown = Text(text).make_selectable() if text else Muted("niets")
        texts.addWidget(shown, 1, at, Qt.AlignmentFlag.AlignTop)
    return box


def _name(difference: Difference) -> str:
    return " · ".join(part for part in (difference.field.kort, difference.part) if part)


def _who(change: Wijziging) -> str:
    return " · ".join(part for part in (change.door, _moment(change.op)) if part)


def _moment(at: datetime | None) -> str:
    local = at.astimezone() if at else None
    return f"{lang(local.date())}, {local:%H:%M}" if local else ""


def _version(form: Formulier) -> str:
    closed = datetime.fromisoformat(form.vastgesteld_op).astimezone() if form.vastgesteld_op else None
    state = f"vastgesteld op {lang(closed.date())}" if closed else "nog open"
    return f"versie {form.versie}, {state}"


def _read(form: str, old: str, new: str, archive: Archive) -> Versies:
    return versies.vergelijk(archive, form, oud=old, nieuw=new)
