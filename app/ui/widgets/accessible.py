"""What a screen reader is told: names of fields, and news that appears without the focus going there."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from app.ui.widgets.modal import Modal


def name(widget: QWidget, text: str, description: str = "") -> None:
    """Give a field its spoken name and description, also on the inner widget that really takes the focus.

    The options of a group of buttons keep their own names; they get that of the group as description.
    """
    widget.setAccessibleName(text)
    widget.setAccessibleDescription(description)
    proxy = widget.focusProxy()
    if isinstance(proxy, QAbstractButton):
        for option in widget.findChildren(QAbstractButton):
            option.setAccessibleDescription(f"{text} {description}".strip())
    elif proxy is not None:
        proxy.setAccessibleName(text)
        proxy.setAccessibleDescription(description)


def mark_wrong(widget: QWidget, wrong: bool) -> None:
    """Show on a field itself that its answer is not understood (besides the sentence under it)."""
    for part in _with_focus(widget):
        if bool(part.property("fout")) != wrong:
            part.setProperty("fout", wrong)
            part.style().unpolish(part)
            part.style().polish(part)
            part.update()


def is_wrong(widget: QWidget) -> bool:
    """True while `mark_wrong` marks this field."""
    return bool(widget.property("fout"))


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Let a screen reader say `text`; `urgent` interrupts what it is saying. Nothing is said from behind the lock."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 3 ms, and no start says anything

    if not QAccessible.isActive() or (Modal.is_locked() and not widget.window().isVisible()):
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def _with_focus(widget: QWidget) -> list[QWidget]:
    proxy = widget.focusProxy()
    return [widget] if proxy is None else [widget, proxy]
