"""Everything one presses: buttons with words, buttons with only a sign, and links in text."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.qt import override
from app.ui.theme import palette, scale
from app.ui.theme.icons import paint_icon
from app.ui.widgets.paint import control_height, focus_ring, key_words, keycap, keycap_size, rounded

KINDS = ("primary", "secondary", "quiet", "danger")
"""`primary`: the one thing to do here; `secondary`: what else one can do; `quiet`: the same without an edge;
`danger`: what cannot be taken back."""


class _Pressable(QPushButton):
    """What all buttons here share: Enter presses the one with the focus, as the space bar does.

    Only what can't be taken back (`kind` danger) wants the space bar: an Enter too many must never destroy.
    """

    kind = ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        enter = plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.kind != "danger" and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class Button(_Pressable):
    """A button with words.

    Parameters:
        text: what happens, as a verb; shown as it is (no `&` mnemonics).
        kind: one of `KINDS`.
        icon: name of an icon before the text.
        shortcut: keys that press it, e.g. `Ctrl+Return`; shown on it as a little key.
        small: one step lower, inside a banner or card.
    """

    def __init__(
        self, text: str, kind: str = "secondary", *, icon: str = "", shortcut: str = "", small: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.kind = kind
        self._icon = icon
        self._keys = shortcut
        self._small = small
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setText(text)
        if shortcut:  # the button's own shortcut waits a tenth of a second before it clicks, and is lost at a new text
            keys = QShortcut(QKeySequence(shortcut), self)
            keys.setAutoRepeat(False)  # a key held too long would go through all that follows
            keys.activated.connect(self.click)
            self.setAccessibleDescription(f"Sneltoets {key_words(shortcut)}")

    @override
    def setText(self, text: str) -> None:
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_kind(self, kind: str) -> None:
        """Change how much it asks for attention."""
        self.kind = kind
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = self._font_metrics().horizontalAdvance(self._words()) + self._padding()
        if self._icon:
            width += self._icon_side() + scale.space(0.75 if self._words() else 0)
        if self._keys:
            width += keycap_size(key_words(self._keys)).width() + scale.space(1)
        if self.menu() is not None:
            width += self._icon_side()
        return QSize(width, control_height() - (scale.space(0.5) if self._small else 0))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._paint_ground(painter)
        room = QRectF(self.rect())
        content = self.sizeHint().width() - self._padding()
        x = (room.width() - content) / 2
        side = self._icon_side()
        if self._icon:
            paint_icon(painter, self._icon, QRectF(x, (room.height() - side) / 2, side, side), ink)
            x += side + scale.space(0.75)
        painter.setPen(ink)
        painter.setFont(self._font())
        words = QRectF(x, 0, self._font_metrics().horizontalAdvance(self._words()) + 2, room.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words())
        x = words.right() - 2
        if self._keys:
            self._paint_keys(painter, x + scale.space(1), ink)
        elif self.menu() is not None:
            sign = side * 0.8
            paint_icon(painter, "pijl-omlaag", QRectF(x + side * 0.25, (room.height() - sign) / 2, sign, sign), ink)

    def _paint_ground(self, painter: QPainter) -> QColor:
        """Fill, edge and focus ring; returns the colour of what is written on it."""
        rect = QRectF(self.rect())
        corner = scale.CORNER
        ink, fill, edge = self._colours()
        rounded(painter, rect, corner, fill, edge)
        if self.hasFocus():
            if self.kind in ("primary", "danger") and self.isEnabled():
                focus_ring(painter, rect, corner, palette.colour("ink"))
                focus_ring(painter, rect.adjusted(2, 2, -2, -2), corner - 2, palette.colour("surface"))
            else:
                focus_ring(painter, rect, corner)
        return ink

    def _colours(self) -> tuple[QColor, QColor | None, QColor | None]:
        """Ink, ground and edge as the button is now."""
        colour = palette.colour
        near = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return colour("muted"), None if self.kind == "quiet" else colour("sunken"), None
        if self.kind == "primary":
            return colour("on_accent"), colour("accent_strong" if near else "accent"), None
        if self.kind == "danger":
            return colour("on_bad"), colour("bad_strong" if near else "bad"), None
        if self.kind == "quiet":
            return colour("accent" if near else "muted"), colour("hover") if near else None, None
        return colour("ink"), colour("hover" if near else "surface"), colour("border" if near else "edge")

    def _paint_keys(self, painter: QPainter, x: float, ink: QColor) -> None:
        words = key_words(self._keys)
        size = keycap_size(words)
        rect = QRectF(x, (self.height() - size.height()) / 2, size.width(), size.height())
        filled = self.kind in ("primary", "danger") and self.isEnabled()
        faint = QColor(ink)
        faint.setAlphaF(0.55)
        keycap(
            painter,
            rect,
            words,
            ink if filled else palette.colour("muted"),
            faint if filled else palette.colour("edge"),
        )

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _font(self) -> QFont:
        return scale.font("small" if self._small else "body")

    def _font_metrics(self) -> QFontMetrics:
        return scale.metrics("small" if self._small else "body")

    def _icon_side(self) -> int:
        return self._font_metrics().height()

    def _padding(self) -> int:
        """Left and right of the words together; without an edge less, to stand nearly in line with text above it."""
        return scale.space(2 if self.kind == "quiet" else 3 if self._small else 4)


THROWS_AWAY = "prullenbak"


class IconButton(_Pressable):
    """A square button with only a sign; Enter does not press the bin.

    Parameters:
        icon: name of the icon.
        name: what it does, in words: shown under the pointer and told to a screen reader.
        bordered: with an edge, beside a field; else flat.
    """

    def __init__(self, icon: str, name: str, *, bordered: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._bordered = bordered
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_icon(icon, name)

    def set_icon(self, icon: str, name: str) -> None:
        """Show another sign with its words."""
        self._icon = icon
        self.kind = "danger" if icon == THROWS_AWAY else ""
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = control_height() if self._bordered else scale.metrics().height() + scale.space(1.5)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        near = self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked())
        fill = palette.colour("hover" if near else "surface") if near or self._bordered else None
        rounded(painter, rect, scale.CORNER, fill, palette.colour("edge") if self._bordered else None)
        if self.hasFocus():
            focus_ring(painter, rect, scale.CORNER)
        side = scale.metrics().height()
        sign = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        paint_icon(painter, self._icon, sign, palette.colour("ink" if near or self._bordered else "muted"))


class Link(_Pressable):
    """A place to go to, as a coloured word in running text; underlined under the pointer.

    Its words begin and end where the widget does, so that they stand in line with the text around them. A ring would
    lie over the first letter: focus shows as a ground with a bar below.
    """

    def __init__(self, text: str, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = "small" if small else "body"
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        measures = scale.metrics(self._role)
        return QSize(measures.horizontalAdvance(self._words()) + 1, measures.height() + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(scale.space(6), self.sizeHint().height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.hasFocus():
            painter.fillRect(rect, palette.colour("accent_soft"))
            painter.fillRect(rect.adjusted(0, rect.height() - 2, 0, 0), palette.colour("accent"))
        font = QFont(scale.font(self._role))
        font.setUnderline(self.underMouse() and not self.hasFocus())
        painter.setFont(font)
        painter.setPen(palette.colour("accent" if self.isEnabled() else "muted"))
        words = scale.metrics(self._role).elidedText(self._words(), Qt.TextElideMode.ElideRight, self.width() + 1)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
        painter.drawText(rect, flags, words)

    def _words(self) -> str:
        return self.text().replace("&&", "&")
