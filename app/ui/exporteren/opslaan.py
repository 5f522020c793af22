"""The one way in which a document leaves the program: where it goes, under which name, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.exports.bewaren import AlreadyThere, ExportProblem, Saveable, free_name, save_document
from app.exports.sjabloon import TemplateProblem
from app.storage.archive import Archive
from app.ui.context import Context
from app.ui.exporteren import openen
from app.ui.exporteren.achtergrond import Background, report
from app.ui.widgets.banner import Banner
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.file_dialog import documents_folder
from app.ui.widgets.labels import Text
from app.ui.widgets.segmented import Segmented

FOLDER_SETTING = "exportmap"
"""Where the archive keeps the last used folder: its name can say whose school it is."""

OUR_FAULT = "Er ging iets mis in het programma. Probeer het nog eens."
ERNAAST, VERVANG = "ernaast", "vervang"


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of one sort of file.

    Attributes:
        outside: about the file being out of the safe place.
        program: what one needs to open it.
    """

    outside: str
    program: str


_NEEDS_WORD = "Installeer Word of LibreOffice."
ABOUT_A_PUPIL = Words("Dit bestand is niet versleuteld. Gooi het weg als het in het dossier staat.", _NEEDS_WORD)
ABOUT_THE_SCHOOL = Words("Er staat niets over leerlingen in.", _NEEDS_WORD)
CALENDAR = Words(
    "Open het in je agenda en gooi het dan weg: het is niet versleuteld.",
    "Kies in je agenda zelf voor ‘importeren’.",
)


@dataclass(frozen=True, slots=True)
class ToSave:
    """A document to make.

    Attributes:
        name: proposed file name, with its ending.
        make: makes it; runs off the GUI thread, and may raise `TemplateProblem`.
        words: what is said of such a file.
        gemaakt: hears that it stands there.
    """

    name: str
    make: Callable[[], Saveable]
    words: Words = ABOUT_A_PUPIL
    gemaakt: Callable[[], None] | None = None


class ExistsDialog(Dialog):
    """The file is there already. `ask` returns `ernaast`, `vervang` or None."""

    def __init__(self, parent: QWidget | None, name: str, beside: str) -> None:
        super().__init__(parent, "Dit bestand is er al", accept="Bewaar", characters=60)
        self.choice = Segmented(
            [(ERNAAST, "Bewaar het ernaast"), (VERVANG, "Vervang het oude", "bad")], clearable=False
        )
        self.choice.set_value(ERNAAST)
        self.add(Text(f"In deze map staat al ‘{name}’. Bewaar je het ernaast, dan heet het ‘{beside}’."))
        self.add(self.choice)

    def answer(self) -> str:
        """What to do."""
        return self.choice.value()


class SaveDocument(QWidget):
    """Saves documents and tells in its place what came of it. Takes no room until then.

    Parameters:
        context: remembers the folder in its archive.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._background = Background(self)
        self._banner: Banner | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def save(self, document: ToSave, *, choose: bool = False) -> None:
        """Make a document in the last used folder; the first time, and with `choose`, the user says where."""
        then = partial(self._with_folder, document, choose)
        self._context.db.ask(_last_folder, then, owner=self)

    def banner(self) -> Banner | None:
        """What is said now."""
        return self._banner

    def _with_folder(self, document: ToSave, choose: bool, known: str | None) -> None:
        folder = Path(known) if known else None
        if folder is None or choose or not folder.is_dir():
            start = folder if folder and folder.is_dir() else documents_folder()
            folder = openen.choose_folder(self.window(), start)
            if folder is None:
                return
            self._context.db.ask(partial(_keep_folder, str(folder)))
        self._make(document, folder)

    def _make(self, document: ToSave, folder: Path, *, overwrite: bool = False) -> None:
        self._say("info", f"‘{document.name}’ wordt gemaakt …")
        self._background.run(
            partial(_write, document, folder, overwrite),
            partial(self._made, document),
            partial(self._failed, document, folder),
        )

    def _made(self, document: ToSave, path: Path) -> None:
        if document.gemaakt is not None:
            document.gemaakt()
        banner = self._say("good", f"‘{path.name}’ is gemaakt.", f"In {path.parent}. {document.words.outside}")
        banner.add_action("Openen", partial(self._open, document, path))
        banner.add_action("Toon in map", partial(openen.show_in_folder, path))
        banner.add_action("Andere map", partial(self.save, document, choose=True))

    def _failed(self, document: ToSave, folder: Path, error: Exception) -> None:
        if isinstance(error, AlreadyThere):
            self.hide()
            self._ask_where(document, folder)
            return
        known = isinstance(error, ExportProblem | TemplateProblem)
        banner = self._say("bad", f"‘{document.name}’ is niet gemaakt.", str(error) if known else OUR_FAULT)
        if known:
            banner.add_action("Andere map", partial(self.save, document, choose=True))
        else:
            report(error)

    def _ask_where(self, document: ToSave, folder: Path) -> None:
        beside = free_name(folder, document.name)
        answer = ExistsDialog.ask(self.window(), document.name, beside)
        if answer == ERNAAST:
            self._make(replace(document, name=beside), folder)
        elif answer == VERVANG:
            self._make(document, folder, overwrite=True)

    def _open(self, document: ToSave, path: Path) -> None:
        if not openen.open_file(path):
            text = f"Er is op deze computer geen programma dat het opent. {document.words.program}"
            self._say("warn", f"‘{path.name}’ kan niet worden geopend.", text)

    def _say(self, state: str, title: str, text: str = "") -> Banner:
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = Banner(state, title, text, dismissible=True)
        self._banner.dismissed.connect(self.hide)
        self._column.addWidget(self._banner)
        self.show()
        QTimer.singleShot(0, self, self._come_into_view)  # when it has its place
        return self._banner

    def _come_into_view(self) -> None:
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self)
            around = around.parentWidget()


def _write(document: ToSave, folder: Path, overwrite: bool) -> Path:
    return save_document(document.make(), folder, document.name, overwrite=overwrite)


def _last_folder(archive: Archive) -> str | None:
    return archive.setting(FOLDER_SETTING)


def _keep_folder(folder: str, archive: Archive) -> None:
    archive.set_setting(FOLDER_SETTING, folder)
