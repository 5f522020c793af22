"""One or more contacts, found as one types."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QListView, QStyledItemDelegate, QVBoxLayout, QWidget

from app.models.contact import Contact
from app.models.ids import new_id
from app.storage import contacten
from app.storage.archive import Archive, Change
from app.ui.contactkeuze.dialoog import ContactDialog
from app.ui.context import Context
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.labels import Small, Text
from app.ui.widgets.line_field import LineField

PAUSE_MILLISECONDS = 90
SEARCH = "Typ een naam of organisatie"
NEW = "Nieuw contact…"
CONTACT = Qt.ItemDataRole.UserRole


class ContactChoice(QWidget):
    """Who was chosen, each with a way to take it off, and below it a field that finds others as one types.

    Arrow down in the empty field shows everybody of the roles. A contact that was archived later stays chosen.

    Parameters:
        rollen: keys of `CONTACTROLLEN` that can be chosen; empty for all. A new contact gets the first of them.
        many: whether more than one can be chosen.

    Signals:
        changed: a person chose or took off somebody; not for `set_value`.
    """

    changed = Signal()

    def __init__(
        self, context: Context, rollen: Sequence[str] = (), *, many: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._rollen, self._many = context, tuple(rollen), many
        self._ids: tuple[str, ...] = ()
        self._chosen: dict[str, Contact] = {}
        self._number = 0
        self._sheet: QWidget | None = None
        self._build()

    def _build(self) -> None:
        self.field = LineField()
        self.field.setPlaceholderText(SEARCH)
        accessible.name(self.field, "Contact zoeken")
        self.new = Button(NEW, "quiet", icon="plus", small=True)
        self._finder = QWidget()
        row = QHBoxLayout(self._finder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(1))
        row.addWidget(self.field, 1)
        row.addWidget(self.new)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.space(0.75))
        self._column.addWidget(self._finder)
        self._found = QStandardItemModel(self)
        self.completer = QCompleter(self._found, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setWidget(self.field)
        self._popup = QListView()
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._popup.setObjectName("keuzelijst")  # by which the theme dresses it as the list of a choice
        self.completer.setPopup(self._popup)
        # The delegate of completers ignores the stylesheet's padding.
        self._popup.setItemDelegate(QStyledItemDelegate(self._popup))
        self.completer.activated[QModelIndex].connect(self._on_taken)  # type: ignore[index]  # overloaded
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._search)
        self.field.changed.connect(self._pause.start)
        self.field.installEventFilter(self)
        self.new.clicked.connect(self._add)
        self.setFocusProxy(self.field)

    def value(self) -> Any:
        """Ids of who is chosen: a tuple with `many`, else one id, empty when there is none."""
        return self._ids if self._many else next(iter(self._ids), "")

    def set_value(self, value: str | Iterable[str] | None) -> None:
        """Choose by id; silent."""
        ids = (value,) if isinstance(value, str) else tuple(value or ())
        self._ids = tuple(dict.fromkeys(each for each in ids if each))[: None if self._many else 1]
        self._chosen = {each: found for each, found in self._chosen.items() if each in self._ids}
        unknown = [each for each in self._ids if each not in self._chosen]
        if unknown:
            self._context.db.ask(partial(_read, unknown), self._on_known, owner=self)
        self._show()

    def contacten(self) -> tuple[Contact, ...]:
        """Who is chosen, as far as they were read."""
        return tuple(self._chosen[each] for each in self._ids if each in self._chosen)

    def _on_known(self, found: list[Contact]) -> None:
        self._chosen |= {each.id: each for each in found}
        self._show()

    def _show(self) -> None:
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0.5))
        for each in self.contacten():
            column.addWidget(self._line(each))
        self._column.insertWidget(0, self._sheet)
        self._sheet.setVisible(bool(self.contacten()))
        self._finder.setVisible(self._many or not self._ids)
        names = ", ".join(each.naam for each in self.contacten())
        self.field.setAccessibleDescription(f"Gekozen: {names}" if names else "")  # its name is that of its row

    def _line(self, each: Contact) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.space(1))
        off = IconButton("kruis", f"Haal {each.naam} weg")
        off.kind = "danger"  # has the focus after a choice: the Enter that goes on must not undo it
        off.clicked.connect(partial(self._take_off, each.id))
        words = QVBoxLayout()
        row.addLayout(words, 1)
        words.setSpacing(0)
        words.addWidget(Text(each.naam, "strong"))
        words.addWidget(Small(each.functie))
        row.addWidget(off, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _search(self) -> None:
        self._number += 1
        question = partial(_find, self.field.value(), self._rollen)
        self._context.db.ask(question, partial(self._offer, self._number), owner=self)

    def _offer(self, number: int, found: list[Contact]) -> None:
        if number != self._number or not self.field.hasFocus():
            return
        self._found.clear()
        for each in found:
            if each.id not in self._ids:
                item = QStandardItem(f"{each.naam}  ·  {each.functie}")
                item.setData(each, CONTACT)
                self._found.appendRow(item)
        new = QStandardItem(f"‘{self.field.value().strip()}’ als nieuw contact…" if self.field.value().strip() else NEW)
        self._found.appendRow(new)
        self._popup.setMinimumWidth(self._widest())
        self.completer.complete()
        self._popup.setCurrentIndex(self._found.index(0, 0))

    def _widest(self) -> int:
        """Width in which every line can be read whole, as far as it fits beside the field."""
        room = self.window().width() - self.field.mapTo(self.window(), self.field.rect().topLeft()).x() - scale.space(1)
        return max(0, min(self._popup.sizeHintForColumn(0) + scale.space(2), room))

    def _on_taken(self, index: QModelIndex) -> None:
        found = index.data(CONTACT)
        if found is None:
            QTimer.singleShot(0, self, self._add)  # when the list is closed
        else:
            self._take(found)

    def _take(self, each: Contact) -> None:
        self._pause.stop()
        self._number += 1
        self._chosen[each.id] = each
        self._ids = (*self._ids, each.id) if self._many else (each.id,)
        self._show()
        QTimer.singleShot(0, self, self._empty_field)  # the completer writes its line into the field after this
        self.changed.emit()

    def _empty_field(self) -> None:
        self.field.set_value("")

    def _take_off(self, contact: str) -> None:
        self._ids = tuple(each for each in self._ids if each != contact)
        self._show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _add(self) -> None:
        typed = Contact(naam=self.field.value().strip(), rol=(self._rollen or ("overig",))[0])
        fields = ContactDialog.ask(self.window(), typed, new=True)
        if fields:
            work = partial(_write, new_id(), fields, self._context.gebruiker)
            self._context.db.ask(work, self._on_added, owner=self)

    def _on_added(self, change: Change) -> None:
        self._context.db.ask(partial(_read, [change.id]), self._take_first, owner=self)

    def _take_first(self, found: list[Contact]) -> None:
        for each in found[:1]:
            self._take(each)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._search()
            return True
        return super().eventFilter(watched, event)


def _find(letters: str, rollen: tuple[str, ...], archive: Archive) -> list[Contact]:
    return contacten.zoek(archive, letters, rollen)


def _read(ids: list[str], archive: Archive) -> list[Contact]:
    return contacten.contacten_met(archive, ids)


def _write(contact: str, fields: dict[str, Any], author: str, archive: Archive) -> Change:
    return archive.write(Contact.kind, contact, fields, author)
