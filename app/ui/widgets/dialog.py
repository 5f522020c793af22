"""Questions that have to be answered before anything else."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Text, Title
from app.ui.widgets.modal import Modal
from app.ui.widgets.page import Scroll, page_key
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.tab_order import tab

MOST_OF_SCREEN = 0.9
TAB = Qt.FocusPolicy.TabFocus


class Dialog(Modal):
    """A dialog as high as its content, at most 90 % of the screen. Esc cancels, Enter presses the primary button.

    A subclass fills `body` (or uses `add`), gives `answer()`, and where needed `complaint()`. Callers use the class
    method `ask`, which tests can replace: `exec()` itself would wait for ever.

    Parameters:
        title: the question; accept, cancel: words on the buttons, as verbs; no cancel when empty.
        kind: `primary` or `danger`, of the accepting button.
        characters: width in average characters.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        *,
        accept: str = "Opslaan",
        cancel: str = "Annuleren",
        kind: str = "primary",
        characters: int = 64,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._characters = characters
        self.title = Title(title)
        self.accept_button = Button(accept, kind)
        self.cancel_button = Button(cancel or "Sluiten")
        if not cancel:
            self.cancel_button.hide()
        self._error = Text("", "error")
        self._error.hide()
        self._scroll = Scroll()
        self._content = self._scroll.content
        self.body: QVBoxLayout = self._scroll.body
        self.body.setContentsMargins(scale.space(3), 0, scale.space(3), 0)
        self.body.setSpacing(scale.space(2))
        self.default_button = self.accept_button
        self.accept_button.clicked.connect(self._on_accept)
        self.cancel_button.clicked.connect(self.reject)
        if kind != "danger":  # from any field, without looking for the button
            QShortcut(QKeySequence("Ctrl+Return"), self, self._on_accept)

    def _build(self) -> None:
        """Put all into place at the first showing: Tab follows the order in which widgets come into the window."""
        margin = scale.space(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, margin, 0, scale.space(2.5))
        column.setSpacing(scale.space(2))
        head = QVBoxLayout()
        column.addLayout(head)
        head.setContentsMargins(margin, 0, margin, 0)
        head.addWidget(self.title)
        column.addWidget(self._scroll, 1)
        feet = QHBoxLayout()
        column.addLayout(feet)
        feet.setContentsMargins(margin, 0, margin, 0)
        feet.setSpacing(scale.space(1))
        feet.addWidget(self._error, 1)
        feet.addStretch(0)
        feet.addWidget(self.cancel_button)
        feet.addWidget(self.accept_button)

    def add(self, content: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget, or a layout that is still empty, below what is there."""
        if isinstance(content, QWidget):
            self.body.addWidget(content, stretch)
        else:
            self.body.addLayout(content, stretch)

    def answer(self) -> Any:
        """What `ask` returns when the question is answered; True unless a subclass knows better."""
        return True

    def complaint(self) -> str:
        """Why the answer cannot be accepted yet, in a sentence; empty when it can."""
        return ""

    def clear_complaint(self) -> None:
        """Take away what was said beside the buttons: what it was about has changed."""
        self._error.hide()

    @classmethod
    def ask(cls, *args: Any, **kwargs: Any) -> Any:
        """Show the dialog, made with these arguments, and wait.

        Returns:
            Its `answer()`, or None when it was cancelled.
        """
        dialog = cls(*args, **kwargs)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.answer() if accepted else None
        dialog.deleteLater()
        return answer

    def _on_accept(self) -> None:
        complaint = self.complaint()
        self._error.setText(complaint)
        self._error.setVisible(bool(complaint))
        if not complaint:
            self.accept()

    @override
    def sizeHint(self) -> QSize:
        screen = self.screen().availableGeometry()
        width = min(
            scale.metrics().averageCharWidth() * self._characters + scale.space(6),
            round(screen.width() * MOST_OF_SCREEN),
        )
        narrow = width - self._scroll.verticalScrollBar().sizeHint().width()  # so high that it needs no scroll bar
        wraps = self.body.hasHeightForWidth()
        content = self.body.totalHeightForWidth(narrow) if wraps else self.body.sizeHint().height()
        head = self.title.heightForWidth(width - scale.space(6))
        height = head + content + self.accept_button.sizeHint().height() + scale.space(3 + 2.5 + 4) + 2
        return QSize(width, min(height, round(screen.height() * MOST_OF_SCREEN)))

    @override
    def setVisible(self, visible: bool) -> None:
        if visible and self.layout() is None:
            self._build()
            self.default_button.setDefault(True)
            if self.default_button is not self.accept_button:
                self.default_button.setFocus()
        super().setVisible(visible)
        if visible and not self._has_fields():
            self.default_button.setFocus()  # there is no field to begin in: Enter gives the usual answer

    @override
    def survives_lock(self) -> bool:
        """What was typed is kept; a passphrase is not, and a question can be asked again."""
        return self._has_fields() and not self.findChildren(PasswordField)

    def _has_fields(self) -> bool:
        return any(each.focusPolicy() & TAB for each in self._content.findChildren(QWidget))

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return tab(self, forward)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.accept_button.hasFocus():  # also a red one: whoever went there means it, and not to cancel
            if not event.isAutoRepeat():
                self.accept_button.click()
            return
        if not page_key(self, event):  # from the buttons below it
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()
        self._content.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        """Follow content that grows, e.g. by an error sentence; shrinking would be restless."""
        self.resize(self.size().expandedTo(self.sizeHint()))


class Question(Dialog):
    """A question with two answers, for what cannot be taken back. `ask` returns True or None."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        *,
        accept: str,
        cancel: str = "Annuleren",
        danger: bool = False,
    ) -> None:
        super().__init__(
            parent, title, accept=accept, cancel=cancel, kind="danger" if danger else "primary", characters=52
        )
        self.add(Text(text).make_selectable())
        if danger:  # Enter must not destroy
            self.default_button = self.cancel_button


class LockedQuestion(Question):
    """A question that may also be asked while the program is locked: it tells nothing of what is in the archive."""

    over_lock = True


class Message(Dialog):
    """Something one has to have read. `ask` returns True, or None when it was closed."""

    def __init__(self, parent: QWidget | None, title: str, text: str, *, accept: str = "Begrepen") -> None:
        super().__init__(parent, title, accept=accept, cancel="", characters=52)
        self.add(Text(text).make_selectable())
