"""A dialog that is waited for, and that a lock takes off the screen without losing a word of it."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from app.ui.qt import override


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a dialog that was put away belongs.

    Attributes:
        places: its parent, and the window that was around that: a screen may be filled anew while it is covered.
        focus: what had the keyboard in it.
    """

    places: tuple[QWidget, ...]
    flags: Qt.WindowType
    focus: QWidget | None


class Modal(QDialog):
    """A dialog whose caller waits in `exec`, also while the program is locked and the dialog is out of sight.

    `QDialog.exec` returns as soon as its dialog is hidden; this one returns when it is answered.

    Attributes:
        over_lock: whether it may be seen while the program is locked, because it shows nothing of the archive.
    """

    over_lock: ClassVar[bool] = False
    _asking: ClassVar[list["Modal"]] = []  # each was opened over the one before it
    _locked: ClassVar[bool] = False
    _home: _Home | None = None
    _over = False

    def survives_lock(self) -> bool:
        """Whether something would be lost if a lock closed it; if not, it is closed."""
        return False

    def leave(self) -> None:
        """Hand pending typing to the database, in a dialog that keeps it by itself. Called when it is put away."""

    @classmethod
    def _waiting(cls) -> list["Modal"]:
        return [each for each in cls._asking if isValid(each) and not each._over]

    @classmethod
    def is_locked(cls) -> bool:
        """Whether the program is locked: from when its screen is cleared until what was put away is back."""
        return cls._locked

    @classmethod
    def any_kept(cls) -> bool:
        """Whether a dialog still waits for its answer."""
        return bool(cls._waiting())

    @classmethod
    def any_ending(cls) -> bool:
        """Whether a dialog is over whose caller did not go on yet; what that works with must stay till then."""
        return any(each._over for each in cls._asking)

    @classmethod
    def put_away(cls, attic: QWidget, *, keep: bool = True) -> None:
        """Take all dialogs off the screen: from the last one on, those that would lose nothing are closed.

        One that opens from now on is not seen before `bring_back`.

        Parameters:
            attic: a widget that leaves the screen. As a part of it a dialog is no window any more, so that neither the
                system nor a screen reader knows it.
            keep: False closes all.
        """
        cls._locked = True
        for each in reversed(cls._waiting()):
            if keep and each.survives_lock():
                break
            each.reject()
        kept = cls._waiting()
        for each in kept:
            each._hide_in(attic)
        for each in kept:
            each.leave()

    @classmethod
    def bring_back(cls) -> None:
        """Show what was put away as it was, with the keyboard where it was."""
        cls._locked = False
        for each in cls._waiting():
            each._appear()

    @classmethod
    def give_up(cls) -> None:
        """Close all without an answer."""
        for each in reversed(cls._waiting()):
            each.reject()

    @override
    def exec(self) -> int:
        """Show the dialog, above all others, and wait until it is answered; its result.

        It is rejected too when it goes with a screen that is filled anew.
        """
        loop = QEventLoop()
        self._over = False
        self.setResult(0)
        self.finished.connect(self._end)
        self.finished.connect(loop.quit)
        self.destroyed.connect(loop.quit)
        self.setModal(True)
        Modal._asking.append(self)
        try:
            if self.over_lock or not self._locked:
                self.show()
            loop.exec()
        finally:
            Modal._asking.remove(self)
        return self.result() if isValid(self) else QDialog.DialogCode.Rejected

    def _end(self) -> None:
        self._over = True

    def _hide_in(self, attic: QWidget) -> None:
        if self._home is None and self.isVisible():
            parent = self.parentWidget()
            places = (parent, parent.window()) if parent is not None else ()
            self._home = _Home(places, self.windowFlags(), self.focusWidget())
            self.hide()
            self.setParent(attic, Qt.WindowType.Widget)

    def _appear(self) -> None:
        home, self._home = self._home, None
        if home is not None:
            self.setParent(next(filter(isValid, home.places), None), home.flags)
        self.show()
        if home is not None and home.focus is not None and isValid(home.focus):
            home.focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
