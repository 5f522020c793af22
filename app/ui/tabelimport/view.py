"""A table in steps: choose, say what the columns are, look at what changes, take over."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.imports.problem import ImportProblem
from app.imports.tabel import bekende_koppen, lees_bestand, lees_tekst
from app.models.tabelimport.indeling import Indeling, raad
from app.models.tabelimport.tabel import Tabel, met_kop, zonder_kop
from app.models.tabelimport.uitwerken import FOUT, NIEUW, Uitkomst, fouten_tekst
from app.storage import tabelimport
from app.storage.archive import Archive
from app.storage.ongedaan import Schrijf, schrijf
from app.ui.context import Context
from app.ui.exporteren.achtergrond import Background
from app.ui.place import Place
from app.ui.qt import override
from app.ui.tabelimport.kiezen import ChoosePanel
from app.ui.tabelimport.klaar import DonePanel
from app.ui.tabelimport.kolommen import ColumnsPanel
from app.ui.tabelimport.voorbeeld import PreviewPanel
from app.ui.view import View
from app.ui.widgets import accessible
from app.ui.widgets.buttons import Button
from app.ui.widgets.dropped import dropped_file
from app.ui.widgets.file_dialog import choose_file
from app.ui.widgets.labels import Text
from app.ui.widgets.page import Page
from app.ui.widgets.progress_panel import ProgressPanel

TITLE = "Tabel inlezen"
FILTER = "Tabellen (*.xlsx *.xls *.ods *.csv *.txt *.tsv);;Alle bestanden (*)"
NOTHING_COPIED = "Er is nog geen tekst gekopieerd: kopieer eerst de tabel, met de koppen erbij."
CHANGED = "Er is intussen iets veranderd in het archief. Kijk nog eens na wat er nu gebeurt."


class TabelimportView(View):
    """The wizard. Until `Overnemen` nothing is written; then all of it or nothing, with a way back."""

    title = TITLE

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._background = Background(self)
        self._asked = 0
        self._tabel = Tabel((), ())
        self._found = Uitkomst()
        self._back: tuple[Schrijf, ...] = ()
        self._step: QWidget | None = None
        self.choose = ChoosePanel()
        self.reading = ProgressPanel("Tabel lezen")
        self.columns = ColumnsPanel()
        self.preview = PreviewPanel()
        self.writing = ProgressPanel("Overnemen", cancellable=False)
        self.done = DonePanel()
        self._panels = (self.choose, self.reading, self.columns, self.writing, self.done)
        self.scrolling = Page(TITLE)
        self.fixed = Page(TITLE)
        self.complaint = Text("", "error")
        self.other = Button("Andere tabel")
        self.go_on = Button("Verder", "primary", icon="pijl-rechts", shortcut="Ctrl+Return")
        self.to_columns = Button("Terug naar de kolommen", icon="pijl-links")
        self.accept = Button("Overnemen", "primary", icon="vink", shortcut="Ctrl+Return")
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Begin, or go on where one was; what would change is worked out anew."""
        if self._step is None or self._step is self.done:
            self._begin()
        elif self._step is self.preview:
            self._work_out()

    def leave(self) -> None:
        """Forget what is being read."""
        if self._step is self.reading:
            self._begin()

    def _lay_out(self) -> None:
        for panel in self._panels:
            self.scrolling.add(panel)
        self.scrolling.body.addStretch(1)
        self.scrolling.add_action(self.other)
        self.scrolling.add_action(self.go_on)
        self.fixed.add(self.preview, 1)
        self.fixed.add(self.complaint)
        self.fixed.add_action(self.to_columns)
        self.fixed.add_action(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.scrolling)
        column.addWidget(self.fixed)

    def _connect(self) -> None:
        self.choose.choose_wanted.connect(self._choose)
        self.choose.paste_wanted.connect(self._paste)
        QShortcut(QKeySequence.StandardKey.Paste, self.columns, self._paste)  # another table, from whatever has focus
        self.reading.cancelled.connect(self._begin)
        self.columns.layout_changed.connect(self._on_layout)
        self.columns.heading_toggled.connect(self._on_heading)
        self.other.clicked.connect(self._begin)
        self.go_on.clicked.connect(self._work_out)
        self.preview.copy_wanted.connect(self._copy)
        self.to_columns.clicked.connect(self._show_columns)
        self.accept.clicked.connect(self._take_over)
        self.done.copy_wanted.connect(self._copy)
        self.done.undo_wanted.connect(self._undo)
        self.done.list_wanted.connect(partial(self.place_requested.emit, Place("leerlingen")))
        self.done.again_wanted.connect(self._begin)

    def _show_step(self, step: QWidget, subtitle: str = "") -> None:
        self._step = step
        self.fixed.setVisible(step is self.preview)
        self.scrolling.setVisible(step is not self.preview)
        for panel in self._panels:
            panel.setVisible(panel is step)
        for button in (self.other, self.go_on):
            button.setVisible(step is self.columns)
        self.complaint.setText("")
        if self.isVisible():  # else the focus would fall back to whatever stands beside this view
            step.setFocus()
        (self.fixed if step is self.preview else self.scrolling).set_title(TITLE, subtitle)
        accessible.announce(self, f"{TITLE}. {subtitle}")

    def _begin(self) -> None:
        self._asked += 1
        self._tabel, self._found, self._back = Tabel((), ()), Uitkomst(), ()
        self.choose.refuse("")
        self._show_step(self.choose, "Ouders, gezin, niveaus, plannen en OPP: wat niet in EDEXML staat.")

    def _choose(self) -> None:
        path = choose_file(self, "Kies de tabel", FILTER)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file, beside the screen."""
        self._begin()
        self.reading.button.setEnabled(True)
        self.reading.set_progress(0, 0, path.name)
        self._show_step(self.reading, path.name)
        number = self._asked
        self._background.run(partial(lees_bestand, path), partial(self._on_read, number), partial(self._refuse, number))

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.choose.refuse(NOTHING_COPIED)
            return
        self._begin()
        number = self._asked
        self._background.run(partial(lees_tekst, text), partial(self._on_read, number), partial(self._refuse, number))

    def _refuse(self, number: int, error: Exception) -> None:
        if number != self._asked:  # another table was chosen meanwhile
            return
        self._begin()
        if isinstance(error, ImportProblem):
            self.choose.refuse(str(error))
            self.choose.button.setFocus()
        else:
            self.context.db.report(error)

    def _on_read(self, number: int, tabel: Tabel) -> None:
        if number == self._asked:
            self._lay_columns(tabel, raad(tabel, bekende_koppen()))
            self._show_columns()

    def _lay_columns(self, tabel: Tabel, indeling: Indeling) -> None:
        self._tabel = tabel
        self.columns.show_table(tabel, bekende_koppen(), indeling)
        self._on_layout()

    def _show_columns(self) -> None:
        self._show_step(self.columns, f"{self._about()} · stap 1 van 2: kijk of de kolommen kloppen")

    def _about(self) -> str:
        rows = len(self._tabel.rijen)
        return f"{self._tabel.bron} · {rows} {'regel' if rows == 1 else 'regels'}"

    def _on_layout(self) -> None:
        self.go_on.setEnabled(not self.columns.complaints())

    def _on_heading(self) -> None:
        other = met_kop(self._tabel) if self.columns.heading.value() else zonder_kop(self._tabel)
        self._lay_columns(other, raad(other, bekende_koppen()))
        self.columns.heading.setFocus()

    def _work_out(self) -> None:
        question = partial(_outcome, self._tabel, self.columns.indeling, self.context)
        self.context.db.ask(question, self._on_outcome, owner=self)

    def _on_outcome(self, found: Uitkomst) -> None:
        self._found = found
        if not found.werk and not found.van(FOUT):
            self.done.show_nothing_new()
            self._show_step(self.done)
            return
        self.preview.show_outcome(found)
        count = len(found.van(NIEUW))
        self.accept.setText(f"Overnemen ({count} {'regel' if count == 1 else 'regels'})" if count else "Niets nieuws")
        self.accept.setEnabled(bool(found.werk))
        self._show_step(self.preview, f"{self._about()} · stap 2 van 2: er is nog niets opgeslagen")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(fouten_tekst(self._tabel, self._found))
        accessible.announce(self, "De regels zijn gekopieerd.")
        for button in (self.preview.copy, self.done.copy):
            button.setText("Gekopieerd")

    def _take_over(self) -> None:
        self.writing.set_progress(0, 0)
        self._show_step(self.writing, self._about())
        work = partial(_take_over, self._tabel, self.columns.indeling, self.context, self._found)
        self.context.db.ask(work, self._on_written, owner=self, otherwise=self._not_written)

    def _not_written(self, error: BaseException) -> None:
        if isinstance(error, tabelimport.Verouderd):
            self._on_outcome(error.uitkomst)
            self.complaint.setText(CHANGED)
        else:
            self._on_outcome(self._found)
            self.context.db.report(error)

    def _on_written(self, back: tuple[Schrijf, ...]) -> None:
        self._back = back
        self.done.show_counts(self._found.aantallen, len(self._found.van(FOUT)))
        self._show_step(self.done)
        self.done.list.setFocus()

    def _undo(self) -> None:
        work = partial(_write, self._back, self.context.gebruiker)
        self._back = ()
        self.context.db.ask(work, self._on_undone, owner=self)

    def _on_undone(self, _again: tuple[Schrijf, ...]) -> None:
        self.done.show_taken_back()
        self.done.again.setFocus()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None and self._step not in (self.reading, self.writing):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.read(path)


def _outcome(tabel: Tabel, indeling: Indeling, context: Context, archive: Archive) -> Uitkomst:
    return tabelimport.uitkomst(archive, tabel, indeling, context.vandaag())


def _take_over(
    tabel: Tabel, indeling: Indeling, context: Context, seen: Uitkomst, archive: Archive
) -> tuple[Schrijf, ...]:
    return tabelimport.neem_over(archive, tabel, indeling, context.vandaag(), seen, context.gebruiker)


def _write(work: tuple[Schrijf, ...], author: str, archive: Archive) -> tuple[Schrijf, ...]:
    return schrijf(archive, work, author)
