"""Contacts from a table: chosen or pasted, looked at, and only then taken over."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.imports.problem import ImportProblem
from app.imports.tabel import lees_bestand, lees_tekst
from app.models.contact import CONTACTROLLEN
from app.models.contactimport import FOUT, GELIJK, GEWIJZIGD, NIEUW, Contactrij, GeenNamen, is_kop
from app.models.tabelimport.tabel import Tabel
from app.storage import contacten
from app.storage.archive import Archive
from app.storage.ongedaan import Schrijf
from app.ui.context import Context
from app.ui.exporteren.achtergrond import Background
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.buttons import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.file_dialog import choose_file
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Text
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row, Tag

FILTER = "Tabellen (*.xlsx *.xls *.ods *.csv *.txt *.tsv);;Alle bestanden (*)"
NOTHING_COPIED = "Er is nog geen tekst gekopieerd: kopieer eerst de tabel, met de koppen erbij."
WHICH = (
    "Boven de kolommen staat wat erin staat: naam, rol, organisatie, bestuur, deelverband, telefoon, e-mail. Alleen "
    "de naam moet. Wie er al staat, komt er niet dubbel bij; een lege cel verandert niets."
)
LINES = 10
SIGNS = {NIEUW: ("nieuw", "good"), GEWIJZIGD: ("anders", "info"), GELIJK: ("gelijk", "neutral"), FOUT: ("fout", "bad")}
COLUMNS = (
    Column("soort", "", 8),
    Column("naam", "Naam", 13, stretch=1, role="strong"),
    Column("rol", "Rol", 10, stretch=1),
    Column("waar", "Organisatie", 10, stretch=1),
    Column("tekst", "Wat er gebeurt", 20, stretch=7, role="muted"),
)


class ContactImportDialog(Dialog):
    """Brings in a table of contacts. `ask` returns what takes it back, or None when nothing was written."""

    def __init__(self, parent: QWidget | None, context: Context) -> None:
        super().__init__(parent, "Contacten uit een tabel", accept="Overnemen", characters=130)
        self._context = context
        self._background = Background(self)
        self._rows: tuple[Contactrij, ...] = ()
        self._back: tuple[Schrijf, ...] = ()
        self.choose, self.paste = Button("Kies een bestand", icon="importeer"), Button("Plak de tabel", icon="document")
        self.told, self.problem = Muted(""), Text("", "error")
        self.table = DataTable("Wat er met de contacten gebeurt", COLUMNS, identity="regel")
        self.table.setMinimumHeight(scale.metrics().height() * LINES * 2)
        for part in (Muted(WHICH), Flow(self.choose, self.paste), self.problem, self.told, self.table):
            self.add(part)
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self._paste)
        self._show(())

    def complaint(self) -> str:
        """Something has to change."""
        return "" if self._work() else "Er is nog niets om over te nemen: kies een tabel met nieuwe contacten."

    def answer(self) -> tuple[Schrijf, ...]:
        """What takes it back."""
        return self._back

    @override
    def accept(self) -> None:
        work = partial(_write, self._rows, self._context.gebruiker)
        self.accept_button.setEnabled(False)
        self._context.db.ask(work, self._on_written, owner=self, otherwise=self._not_written)

    def read(self, path: Path) -> None:
        """Read a file, beside the screen."""
        self._background.run(partial(lees_bestand, path, is_kop), self._work_out, self._refuse)

    def _on_written(self, back: tuple[Schrijf, ...]) -> None:
        self._back = back
        super().accept()

    def _not_written(self, error: BaseException) -> None:
        self.accept_button.setEnabled(True)
        self._context.db.report(error)

    def _choose(self) -> None:
        path = choose_file(self, "Kies de tabel", FILTER)
        if path is not None:
            self.read(path)

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._background.run(partial(lees_tekst, text, is_kop), self._work_out, self._refuse)
        else:
            self._say(NOTHING_COPIED)

    def _work_out(self, tabel: Tabel) -> None:
        self._context.db.ask(partial(_proof, tabel), self._show, owner=self, otherwise=self._refuse)

    def _refuse(self, error: Any) -> None:
        self._show(())
        if isinstance(error, ImportProblem | GeenNamen):
            self._say(f"{error} Er is niets veranderd.")
        else:
            self._context.db.report(error)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _work(self) -> list[Contactrij]:
        return [each for each in self._rows if each.waarden]

    def _show(self, rows: tuple[Contactrij, ...]) -> None:
        self._rows = rows
        self._say("")
        count = len(self._work())
        self.accept_button.setText(f"Overnemen ({count})" if count else "Overnemen")
        self.accept_button.setEnabled(count > 0)
        self.table.setVisible(bool(rows))
        self.told.setVisible(bool(rows))
        self.told.setText(_counted(rows))
        self.table.set_rows([_row(each) for each in rows])


def _counted(rows: tuple[Contactrij, ...]) -> str:
    counts = [(words, sum(each.soort == soort for each in rows)) for soort, (words, _) in SIGNS.items()]
    told = ", ".join(f"{count} {words}" for words, count in counts if count)
    return f"{len(rows)} {'regel' if len(rows) == 1 else 'regels'}: {told}. Er is nog niets opgeslagen."


def _row(each: Contactrij) -> Row:
    contact, (words, state) = each.contact, SIGNS[each.soort]
    where = " · ".join(part for part in (contact.organisatie, contact.bestuur, contact.deelverband) if part)
    return {
        "regel": each.regel,
        "soort": Tag(words, state, order=list(SIGNS).index(each.soort)),
        "naam": contact.naam or f"regel {each.regel}",
        "rol": CONTACTROLLEN.get(contact.rol, contact.rol) if contact.naam else "",
        "waar": where,
        "tekst": each.tekst,
    }


def _proof(tabel: Tabel, archive: Archive) -> tuple[Contactrij, ...]:
    return contacten.proef(archive, tabel)


def _write(rows: tuple[Contactrij, ...], author: str, archive: Archive) -> tuple[Schrijf, ...]:
    return contacten.neem_over(archive, rows, author)
