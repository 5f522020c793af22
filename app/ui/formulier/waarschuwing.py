"""The notice under a proposed approach that resembles one which did not work before (form A.6, section 2)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import kort
from app.models.lijkt_op import Actie
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.line_field import LineField

TITLE = "Dit lijkt op een aanpak die eerder niet werkte"


class LijktOpNotice(QWidget):
    """Says what was tried before and what was noted then; the approach can be kept with a reason.

    Signals:
        kept: the reason to try it again all the same.
    """

    kept = Signal(str)

    def __init__(
        self, proposal: str, actie: Actie, on_look: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.proposal = proposal
        self.actie = actie
        self._banner = Banner("warn", TITLE, describe(actie))
        self._banner.add_action("Toch opnemen, met reden", self._ask_reason)
        self._banner.add_action("Bekijk die actie", on_look, "quiet")
        self._reason = LineField()
        self._form = FormRows()
        self._form.add_row("Waarom proberen jullie dit toch?", self._reason)
        keep = Button("Bewaar de reden", "primary", small=True)
        keep.clicked.connect(self._keep)
        self._reason.returnPressed.connect(self._keep)
        self._ask = QWidget()
        row = QHBoxLayout(self._ask)
        row.setContentsMargins(scale.space(2.5), 0, scale.space(2), 0)
        row.addWidget(self._form, 1)
        row.addWidget(keep, 0, Qt.AlignmentFlag.AlignBottom)
        self._ask.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scale.space(0.5), 0, 0)
        column.addWidget(self._banner)
        column.addWidget(self._ask)

    def _ask_reason(self) -> None:
        self._ask.show()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        reason = self._reason.value().strip()
        self._form.rows[0].set_error("" if reason else "Schrijf in een paar woorden op waarom, dan neem ik het over.")
        if reason:
            self.kept.emit(reason)


def describe(actie: Actie) -> str:
    """An earlier action in one line: what, when, and what was noted of it."""
    when = actie.periode or (f"besproken op {kort(actie.datum)}" if actie.datum else "")
    text = ", ".join(part for part in (actie.actie.strip(), when) if part)
    return f"{text}: “{actie.opmerking.strip()}”" if actie.opmerking.strip() else text
