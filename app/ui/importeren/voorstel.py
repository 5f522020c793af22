"""What an import would change: by kind of change, with a tick for everything."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.models.schoolimport.aanlevering import Waarschuwing
from app.models.schoolimport.voorstel import NIEUW, TERUG, VERTREK, WEG, WIJZIGEN, Keuze, Voorstel
from app.ui.importeren.keuzetabel import FIELD_COLUMNS, POST_COLUMNS, TickTable, field_rows, post_rows
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.labels import Muted
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row

WARNINGS = "waarschuwingen"
TABS = {
    NIEUW: ("Nieuw", "Dit staat nog niet in Ruggespraak."),
    WIJZIGEN: ("Verandert", "Vink uit wat moet blijven zoals het nu is."),
    VERTREK: ("Van school", "Volgens het bestand van school of uit dienst. Ze gaan naar het archief; niets verdwijnt."),
    TERUG: ("Weer terug", "Stond in het archief en is er weer."),
    WEG: (
        "Niet in het bestand",
        "Staat wel hier, niet in het bestand. Vink aan wie echt weg is: die gaat naar het archief.",
    ),
    WARNINGS: ("Waarschuwingen", "Dit in het bestand klopt niet helemaal. De rest kun je gewoon overnemen."),
}
LOWEST_LINES = 20
"""Height of the tables in lines of text, that they keep on a low screen."""

WARNING_COLUMNS = (
    Column("regel", "Regel", 7, right=True),
    Column("wie", "Wie of wat", 24, stretch=1, role="strong"),
    Column("tekst", "Wat is er aan de hand", 40, stretch=4),
)


class ProposalPanel(QWidget):
    """The proposal of an import, and what the user makes of it.

    Signals:
        choice_changed: something was ticked or unticked.
    """

    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposal = Voorstel()
        self._warnings: Sequence[Waarschuwing] = ()
        self.choice = Keuze(frozenset())
        self.doubts = Banner("warn", "Is dit het goede bestand?")
        self.sure = CheckBox("Ja, dit is het goede bestand")
        self.remarks = Banner("info", "Goed om te weten")
        self.tabs: Segmented | None = None
        self.explanation = Muted()
        self.all_on = Button("Alles aan", small=True)
        self.all_off = Button("Alles uit", small=True)
        self.posts = TickTable("Voorgestelde wijzigingen", POST_COLUMNS)
        self.fields = TickTable("Voorgestelde wijzigingen per gegeven", FIELD_COLUMNS)
        self.warnings = DataTable("Waarschuwingen", WARNING_COLUMNS)
        self._tables = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for table in (self.posts, self.fields, self.warnings):
            self._tables.addWidget(table)
        self._tab_row = QVBoxLayout()
        sheet = Card()
        foot = QHBoxLayout()
        sheet.add(foot)
        foot.setSpacing(scale.space(1))
        foot.addWidget(self.explanation, 1)
        foot.addWidget(self.all_on)
        foot.addWidget(self.all_off)
        sheet.add(self._tables, 1)
        sheet.setMinimumHeight(scale.metrics().height() * LOWEST_LINES)  # on a low screen the page scrolls instead
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1.5))
        for widget in (self.doubts, self.sure, self.remarks):
            column.addWidget(widget)
        column.addLayout(self._tab_row)
        column.addWidget(sheet, 1)

    def _connect(self) -> None:
        self.sure.changed.connect(self._on_sure)
        self.posts.toggled.connect(self._toggle)
        self.fields.toggled.connect(self._toggle)
        self.all_on.clicked.connect(partial(self._set_all, True))
        self.all_off.clicked.connect(partial(self._set_all, False))

    def show_proposal(self, proposal: Voorstel, warnings: Sequence[Waarschuwing]) -> None:
        """Show what would change; the ticks begin as the proposal has them."""
        self._proposal, self._warnings = proposal, warnings
        self.choice = Keuze.begin(proposal)
        self.sure.set_value(False)
        for widget in (self.doubts, self.sure):
            widget.setVisible(bool(proposal.bezwaren))
        self.doubts.set("warn", "Is dit het goede bestand?", "\n".join(proposal.bezwaren))
        self.remarks.setVisible(bool(proposal.opmerkingen))
        self.remarks.set("info", "Goed om te weten", "\n".join(proposal.opmerkingen))
        self._build_tabs()
        self._show_tab()

    def chosen(self) -> int:
        """Number of records that would be written."""
        return sum(self.choice.is_aan(post) for post in self._proposal.posten)

    def _build_tabs(self) -> None:
        counts = {key: len(self._proposal.van(actie=key)) for key in TABS if key != WARNINGS}
        counts[WARNINGS] = len(self._warnings)
        if self.tabs is not None:
            self._tab_row.removeWidget(self.tabs)
            self.tabs.hide()
            self.tabs.deleteLater()
        options = [(key, f"{TABS[key][0]} ({count})") for key, count in counts.items() if count]
        self.tabs = Segmented(options, clearable=False)
        self.tabs.setAccessibleName("Soort wijziging")
        self.tabs.set_value(options[0][0] if options else "")
        self.tabs.changed.connect(self._show_tab)
        self._tab_row.addWidget(self.tabs)

    def _tab(self) -> str:
        return self.tabs.value() if self.tabs is not None else ""

    def _show_tab(self) -> None:
        key = self._tab()
        self.explanation.setText(TABS[key][1] if key else "")
        for button in (self.all_on, self.all_off):
            button.setVisible(key not in ("", WARNINGS))
        if key == WARNINGS:
            self._tables.setCurrentWidget(self.warnings)
            self.warnings.set_rows([_warning_row(each) for each in self._warnings])
        elif key == WIJZIGEN:
            self._tables.setCurrentWidget(self.fields)
            self.fields.set_rows(field_rows(self._proposal.van(actie=key), self.choice))
        else:
            self._tables.setCurrentWidget(self.posts)
            self.posts.set_rows(post_rows(self._proposal.van(actie=key) if key else (), self.choice))

    def _toggle(self, row: Row) -> None:
        post, field = row["post"], row["field"]
        self.choice = self.choice.met(post, not self.choice.is_aan(post, field), field)
        self._show_tab()
        self.choice_changed.emit()

    def _set_all(self, on: bool) -> None:
        for post in self._proposal.van(actie=self._tab()):
            self.choice = self.choice.met(post, on)
        self._show_tab()
        self.choice_changed.emit()

    def _on_sure(self) -> None:
        self.choice = Keuze(self.choice.aan, self.sure.value())
        self.choice_changed.emit()


def _warning_row(each: Waarschuwing) -> Row:
    return {"regel": each.regel or None, "wie": each.wie, "tekst": each.tekst}
