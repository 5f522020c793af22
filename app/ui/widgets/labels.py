"""Text on screen. Always plain text: what a pupil's dossier holds is never read as markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.qt import override

LONGEST_LINE = 80
"""Characters a text asks for at most; it takes more when its place is wider."""


class Text(QLabel):
    """Text in one of the type roles: `title`, `heading`, `strong`, `body`, `muted`, `small`, `error`.

    It wraps, and asks for the height its width really needs; layouts give it that as long as everything between it and
    the scroll area is a layout or a widget with one.
    """

    def __init__(self, text: str = "", role: str = "body", *, wrap: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("rol", role)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        """Qt would like a square; text would rather stand on one line, up to the length that still reads well."""
        natural = super().sizeHint()
        if not self.wordWrap() or not self.text():
            return natural
        line = self.fontMetrics().size(0, self.text()).width() + 2
        width = min(line, self.fontMetrics().averageCharWidth() * LONGEST_LINE)
        return QSize(width, self.heightForWidth(width))

    def set_role(self, role: str) -> None:
        """Change the type role of a text that is already on screen."""
        if self.property("rol") != role:
            self.setProperty("rol", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def make_selectable(self) -> "Text":
        """Let people select and copy the text, by mouse and keyboard; returns itself."""
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        return self


class Title(Text):
    """The one title of a page or dialog."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "title", parent=parent)


class Heading(Text):
    """Heading of a card or a part of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "heading", parent=parent)


class Muted(Text):
    """Text that may be overlooked, in running size."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "muted", parent=parent)


class Small(Text):
    """Muted text, one step smaller: hints, sources, who and when."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "small", parent=parent)
