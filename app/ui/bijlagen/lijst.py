"""The annexes of a pupil: a checklist with its files, or a plain list."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.bijlagesoort import EINDEN
from app.models.consult import Bijlage, Bijlagepunt
from app.models.consulten.definition import Punt
from app.models.momentwoorden import opsomming
from app.storage.archive import Archive, Change
from app.storage.bijlagen import punten, van_leerling
from app.ui.bijlagen.handelingen import Handelingen
from app.ui.bijlagen.plek import Plaats
from app.ui.bijlagen.regels import Bestanden, Puntregel
from app.ui.bijlagen.toevoegen import Plek, Toevoeger, Uitkomst
from app.ui.context import Context
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.file_dialog import choose_files
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted, Small
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.undo_bar import UndoBar

MEGABYTE = 1024 * 1024
FILTER = f"Documenten en afbeeldingen ({' '.join(f'*.{ending}' for ending in EINDEN)});;Alle bestanden (*)"
HOW = "Je kunt bestanden ook hierheen slepen, of plakken met Ctrl+V."
ORIGINAL = (
    "Ruggespraak bewaart het versleuteld. Het origineel staat nog in {}: gooi dat weg als je het niet meer nodig hebt."
)
ORIGINALS = (
    "Ruggespraak bewaart ze versleuteld. De originelen staan nog in {}: gooi die weg als je ze niet meer nodig hebt."
)

Found = tuple[tuple[Bijlage, ...], dict[str, Bijlagepunt]]


class BijlageLijst(Plaats):
    """Annexes in one place. It reads, writes and follows the archive by itself.

    Parameters:
        leerling: id of the pupil; empty until `set_plek`.
        van: id of the `Consult`, `Route` or `Mpo`; None for the pupil's dossier.
        punten: lines of the checklist; without them it is a plain list.
        bar: where taking back is offered; one of its own when None.

    Signals:
        veranderd: what is shown has changed; `aantal` and `staat` tell what it is now.
    """

    veranderd = Signal()

    def __init__(
        self,
        context: Context,
        leerling: str = "",
        van: str | None = None,
        punten: tuple[Punt, ...] = (),
        bar: UndoBar | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._plek = Plek(leerling, van)
        self._lines: dict[str, Puntregel] = {}
        self._found: Found = ((), {})
        self.bar = bar or UndoBar(self)
        self.deeds = Handelingen(self, context, self.bar)
        self.adder = Toevoeger(context, self)
        self.notice = Banner("good", "", dismissible=True)
        self.progress = ProgressPanel("Bijlage toevoegen")
        self.none = Muted("Er zijn nog geen bijlagen.")
        self.loose = Bestanden()
        self.add = Button("Bestand toevoegen …", icon="plus", small=True)
        self._points = QVBoxLayout()
        self._lay_out()
        self._connect()
        self.set_plek(leerling, van, punten)

    def set_plek(self, leerling: str, van: str | None = None, punten: tuple[Punt, ...] = ()) -> None:
        """Show the annexes of another place; adding that was under way goes on for the place it was asked for."""
        self._plek = Plek(leerling, van)
        self._found = ((), {})
        self.notice.hide()
        self._make_lines(punten)
        self._show_found()
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._plek.leerling:
            self._context.db.ask(partial(_read, self._plek), partial(self._show, self._plek), owner=self)

    def aantal(self) -> int:
        """How many files there are."""
        return len(self._found[0])

    def staat(self, punt: str) -> str:
        """State of a line of the checklist: key of `BIJLAGE_STATEN`."""
        said = self._found[1].get(punt)
        return said.staat if said else ""

    def regel(self, punt: str) -> Puntregel:
        """The line of the checklist with this id; raises KeyError."""
        return self._lines[punt]

    def voeg_toe(self, paths: list[Path], punt: str = "") -> None:
        """Add files, as if they were chosen in the dialog."""
        if self._plek.leerling:
            self.notice.hide()
            self.adder.start(paths, self._plek._replace(punt=punt))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        self._points.setSpacing(scale.space(0.5))
        column.addWidget(self.notice)
        column.addWidget(self.progress)
        column.addLayout(self._points)
        for widget in (self.none, self.loose, Flow(self.add), Small(HOW)):
            column.addWidget(widget)
        for hidden in (self.notice, self.progress, self.none):
            hidden.hide()

    def _connect(self) -> None:
        self.add.clicked.connect(partial(self._choose, ""))
        self.gebracht.connect(partial(self.voeg_toe, punt=""))
        self.niets.connect(self._nothing_pasted)
        self.loose.gevraagd.connect(self._do)
        self.deeds.gezegd.connect(self._say)
        self.adder.vordering.connect(self._show_progress)
        self.adder.klaar.connect(self._added)
        self.progress.cancelled.connect(self.adder.stop)
        self._context.db.changed.connect(self._on_change)

    def _make_lines(self, wanted: tuple[Punt, ...]) -> None:
        if tuple(line.punt for line in self._lines.values()) == wanted:
            return
        for line in self._lines.values():
            self._points.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = {}
        self.add.setText("Ander bestand toevoegen …" if wanted else "Bestand toevoegen …")
        for punt in wanted:
            line = Puntregel(punt)
            line.staat_gekozen.connect(partial(self._set_state, punt.id))
            line.toevoegen_gevraagd.connect(partial(self._choose, punt.id))
            line.gebracht.connect(partial(self.voeg_toe, punt=punt.id))
            line.niets.connect(self._nothing_pasted)
            line.bestanden.gevraagd.connect(self._do)
            self._points.addWidget(line)
            self._lines[punt.id] = line

    def _show(self, plek: Plek, found: Found) -> None:
        if plek == self._plek and found != self._found:
            if len(found[0]) < len(self._found[0]):
                self.notice.hide()  # what it said was added may have been taken back
            self._found = found
            self._show_found()
            self.veranderd.emit()

    def _show_found(self) -> None:
        bijlagen, _ = self._found
        for punt, line in self._lines.items():
            line.toon(self.staat(punt), tuple(each for each in bijlagen if each.punt == punt))
        # A line that the definition no longer has keeps its files in sight.
        loose = tuple(each for each in bijlagen if each.punt not in self._lines)
        self.loose.toon(loose)
        self.none.setVisible(not self._lines and not loose)

    def _on_change(self, change: Change) -> None:
        if change.kind in (Bijlage.kind, Bijlagepunt.kind) and change.leerling == self._plek.leerling:
            self.refresh()

    def _do(self, what: str, bijlage: Bijlage) -> None:
        """What was said of the deed before is over."""
        self.notice.hide()
        self.deeds.doe(what, bijlage)

    def _set_state(self, punt: str, staat: str) -> None:
        self.notice.hide()
        if self._plek.van is not None:
            self.deeds.zet_staat(self._plek._replace(punt=punt), staat)

    def _choose(self, punt: str) -> None:
        self.voeg_toe(choose_files(self.window(), "Welke bestanden wil je toevoegen?", FILTER), punt)

    def _nothing_pasted(self) -> None:
        self._say(
            "info", "Er is geen bestand gekopieerd.", "Kopieer eerst een bestand in de verkenner en plak dan hier."
        )

    def _show_progress(self, done: int, total: int, after: int) -> None:
        if total < MEGABYTE and not after and self.progress.isHidden():
            return  # it is over before one could read it
        more = f", daarna nog {after}" if after else ""
        self.progress.set_progress(done, total, f"{done // MEGABYTE} van {total // MEGABYTE} MB{more}")
        self.progress.show()

    def _added(self, result: Uitkomst) -> None:
        self.progress.hide()
        self.progress.button.setEnabled(True)
        names = opsomming([f"‘{path.name}’" for path in result.toegevoegd])
        if result.klachten:
            title = "Niet alles is toegevoegd." if result.toegevoegd else "Er is niets toegevoegd."
            self._say("bad", title, "\n".join(result.klachten))
        elif result.toegevoegd:
            words = ORIGINAL if len(result.toegevoegd) == 1 else ORIGINALS
            is_or_are = "is" if len(result.toegevoegd) == 1 else "zijn"
            self._say("good", f"{names} {is_or_are} toegevoegd.", words.format(result.toegevoegd[0].parent))
        if result.terug:
            one = len(result.toegevoegd) == 1
            self.deeds.bied_terug("Bijlage toegevoegd." if one else "Bijlagen toegevoegd.", result.terug)

    def _say(self, state: str, title: str, text: str) -> None:
        self.notice.set(state, title, text)
        self.notice.show()


def _read(plek: Plek, archive: Archive) -> Found:
    return van_leerling(archive, plek.leerling, plek.van), punten(archive, plek.van)
