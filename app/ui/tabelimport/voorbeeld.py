"""The third step: what becomes of each row, before anything is written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.tabelimport.uitwerken import FOUT, NIETS, NIEUW, Rij, Uitkomst
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row

TABS = {
    NIEUW: ("Komt erbij of verandert", "Dit wordt overgenomen."),
    FOUT: (
        "Kan niet",
        "Deze regels blijven buiten. Neem de rest gerust over; verbeter deze in de lijst en lees ze daarna opnieuw in.",
    ),
    NIETS: ("Niets nieuws", "Dit staat al zo in Ruggespraak."),
}
COPY = "Kopieer deze regels"
LOWEST_LINES = 20
"""Height of the table in lines of text, that it keeps on a low screen."""

COLUMNS = (
    Column("regel", "Regel", 6, right=True),
    Column("naam", "Leerling", 20, stretch=1, role="strong"),
    Column("groep", "Groep", 8),
    Column("tekst", "Uitleg", 40, stretch=5),
)


class PreviewPanel(QWidget):
    """The rows in three heaps; the row of the cursor is told in full below them.

    Signals:
        copy_wanted: put the rows that can't be taken on the clipboard.
    """

    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = Uitkomst()
        self.tabs: Segmented | None = None
        self.explanation = Muted()
        self.copy = Button(COPY, icon="kopieer", small=True)
        self.table = DataTable("Regels van de tabel", COLUMNS, identity="regel")
        self.who = Text("", "strong")
        self.whole = Text().make_selectable()
        self._lay_out()
        self.copy.clicked.connect(self.copy_wanted)
        self.table.selection_changed.connect(self._show_whole)

    def _lay_out(self) -> None:
        sheet = Card()
        head = QHBoxLayout()
        sheet.add(head)
        head.setSpacing(scale.space(1))
        head.addWidget(self.explanation, 1)
        head.addWidget(self.copy)
        sheet.add(self.table, 1)
        sheet.body.addSpacing(scale.space(0.5))
        sheet.add(self.who)
        sheet.add(self.whole)
        sheet.setMinimumHeight(scale.metrics().height() * LOWEST_LINES)  # on a low screen the page scrolls instead
        self._tab_row = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1.5))
        column.addLayout(self._tab_row)
        column.addWidget(sheet, 1)

    def show_outcome(self, found: Uitkomst) -> None:
        """Show what would become of the rows."""
        self._found = found
        if self.tabs is not None:
            self._tab_row.removeWidget(self.tabs)
            self.tabs.hide()
            self.tabs.deleteLater()
        options = [(key, f"{words} ({count})") for key, (words, _) in TABS.items() if (count := len(found.van(key)))]
        self.tabs = Segmented(options, clearable=False)
        self.tabs.setAccessibleName("Wat er met de regels gebeurt")
        self.tabs.set_value(options[0][0] if options else "")
        self.tabs.changed.connect(self._show_tab)
        self._tab_row.addWidget(self.tabs)
        self._show_tab()

    def _show_tab(self) -> None:
        key = self.tabs.value() if self.tabs is not None else ""
        self.explanation.setText(TABS[key][1] if key else "")
        self.copy.setVisible(key == FOUT)
        self.copy.setText(COPY)
        self.table.set_rows([_row(each) for each in self._found.van(key)])
        self.table.clearSelection()
        self._show_whole()

    def _show_whole(self) -> None:
        rows = self.table.selected_rows()
        for text in (self.who, self.whole):
            text.setVisible(bool(rows))
        if rows:
            self.who.setText(f"Regel {rows[0]['regel']} · {rows[0]['naam']}")
            self.whole.setText(rows[0]["geheel"])


def _row(each: Rij) -> Row:
    lines = [_sentence(one) for one in each.gevolgen] if not each.fouten else [str(one) for one in each.fouten]
    return {
        "regel": each.regel,
        "naam": each.naam,
        "groep": each.groep,
        "tekst": " · ".join(lines) or "Staat er al zo in",
        "geheel": "\n".join(lines) or "Dit staat al zo in Ruggespraak.",
    }


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
