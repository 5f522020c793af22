"""From the first window to the last: which page fills it, and what belongs to an open archive until it is locked."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.start.application import finish_application
from app.start.bugs import BUG_TITLE, Bugs
from app.start.loading import LATER, TO_SHOW, TO_UNLOCK, load
from app.start.steps import BEFORE_THE_WINDOW, WHILE_TYPING, Start, run_steps
from app.storage.errors import StorageError
from app.ui.settings import Settings
from app.ui.theme import style
from app.ui.window.shell import Shell

YOURS_NOW = "Bewaar je wat er al getypt was, dan staat jouw naam erbij. Sluit je het venster, dan is dat weg."

if TYPE_CHECKING:
    from app.start.idle import Idle
    from app.start.keeper import Keeper
    from app.start.leaving import Leaving
    from app.start.warm import Warmer
    from app.storage.begin import Beginning
    from app.storage.keys import Unlocked
    from app.ui.context import Context
    from app.ui.main_window import MainWindow
    from app.ui.place import Place
    from app.ui.welkom.page import WelkomPage


class Session(QObject):
    """Decides which page fills the window, and opens, locks and closes the program.

    Parameters:
        app: the application.
        start: what the steps before the window found.
    """

    def __init__(self, app: QApplication, start: Start) -> None:
        super().__init__(app)
        self.start = start
        self.settings = Settings.load(start.folder)
        dark = self.settings.thema == "donker" or (self.settings.thema == "systeem" and style.looks_dark(app))
        style.apply_theme(app, dark, self.settings.tekst)
        self.shell = Shell(self.settings.venster)
        self.main: MainWindow | None = None
        self._keeper: Keeper | None = None
        self._leaving: Leaving | None = None
        self.way: tuple[Place, ...] = ()
        self.warmer: Warmer | None = None
        self._idle: Idle | None = None
        self._bell: QObject | None = None
        self.bugs = Bugs(self.shell, start.folder)
        self.shell.close_wanted.connect(self._on_close_wanted)
        app.commitDataRequest.connect(self._on_user_leaves)

    # Which page.

    def begin(self, trouble: StorageError | None = None) -> None:
        """Show the first page; everything else follows once it is painted.

        Parameters:
            trouble: why the steps before the window stopped, or None.
        """
        if not self.shell.isVisible():
            self.shell.painted.connect(self._after_first_paint)
        if trouble is not None:
            self.show_trouble(trouble)
        elif self.start.options.demo:
            self.show_demo()
        elif self.start.known:
            self._show_field()
        else:
            self.show_welcome()

    def show_unlock(self, typed: str = "") -> None:
        """Ask for the passphrase, of which a part may have been typed already."""
        from app.ui.ontgrendelen.page import OntgrendelPage

        page = OntgrendelPage(typed)
        page.submitted.connect(self._on_secret)
        self._show(page, "Ontgrendelen")

    def _show_field(self) -> None:
        """At start: no more than the field, so that there is something to type in at once."""
        from app.ui.ontgrendelen.eerst import EerstePage

        page = EerstePage()
        self._show(page, "Ontgrendelen")
        page.line.setFocus()

    def show_welcome(self) -> None:
        """Welcome somebody who has no archive yet."""
        from app.ui.proefschool import open_proefschool
        from app.ui.welkom.page import WelkomPage

        page = WelkomPage()
        page.keys_wanted.connect(partial(self._prepare, page))
        page.finished.connect(self._on_welcomed)
        page.demo_wanted.connect(open_proefschool)
        self._show(page, "Welkom")

    def show_demo(self) -> None:
        """Open the Proefschool; the window appears with the program in it."""
        self.keeper().open_demo()
        load(TO_SHOW)  # meanwhile

    def _make_demo(self) -> None:
        """The first time: make the Proefschool, with its progress in view."""
        from app.ui.on_screen import on_screen
        from app.ui.ontgrendelen.proefschool import ProefschoolPage

        page = ProefschoolPage()
        page.cancelled.connect(self.leaving.close)
        self._show(page, "Proefschool")
        self.keeper().fill_demo(on_screen(page, page.show_progress))

    def show_trouble(self, error: StorageError) -> None:
        """Say why the archive can't be opened, and what to do."""
        from app.start.andere_map import choose_and_move
        from app.start.herstel import choose_and_put_back
        from app.ui.ontgrendelen.storing import StoringPage, title_of

        page = StoringPage(error, self.start.folder)
        page.retry_wanted.connect(self.start_again)
        page.backup_wanted.connect(partial(choose_and_put_back, self))
        page.other_folder_wanted.connect(partial(choose_and_move, self))
        page.close_wanted.connect(self.leaving.close)
        self._show(page, title_of(error))

    def show_main(self, context: "Context") -> None:
        """Fill the window with the program, at the place where it was when it was locked."""
        if self.main is None:
            self._make_main(context)
        else:
            self._tell_whose(self.main.context, context)
            self.main.context.follow(context)
            self.main.flush()  # what the disk refused before it was locked; perhaps it takes it now
        # The database answers in turn: when this comes back the view has what it asked for, and nobody sees it empty.
        context.db.run(_nothing, self._show_filled, owner=self.main)

    def _make_main(self, context: "Context") -> None:
        from app.ui.main_window import MainWindow

        context.terugzetten = self._put_back
        main = MainWindow(context, self.shell)  # in its window from the start: Qt dresses it once
        main.title_changed.connect(self.shell.set_title)
        context.db.failed.connect(self._on_failed)
        context.db.saved.connect(self._on_saved)
        self.main = main
        main.resume(self.way)
        if not context.demo:
            from PySide6.QtCore import Qt

            from app.start.idle import Idle

            main.lock_wanted.connect(self.leaving.lock)  # the Proefschool has no lock
            self._idle = Idle(self.settings, main)
            self._idle.passed.connect(self.leaving.lock)
            # Not before the window is done with the key: putting a dialog away takes its window from it.
            self._idle.lock_pressed.connect(self.leaving.lock, Qt.ConnectionType.QueuedConnection)

    def _put_back(self, folder: Path, key: bytes) -> None:
        from app.start.herstel import put_back

        put_back(self, folder, key)

    def take_down(self) -> None:
        """Let go of the program and of everything in it."""
        if self.main is not None:
            self.main.hide()
            self.main.deleteLater()
            self.main = None
            self._idle = None

    def _show_filled(self, _answer: None) -> None:
        if self.main is not None:
            self._show(self.main, self.main.title)
            if self._leaving is not None:  # else nothing was covered
                self._leaving.uncover()

    def _tell_whose(self, before: "Context", now: "Context") -> None:
        if (before.ik, before.gebruiker) != (now.ik, now.gebruiker):  # who has no record here has a name
            self.shell.notify("info", f"{before.gebruiker} was hier nog bezig", YOURS_NOW)

    def _show(self, page: QWidget, title: str) -> None:
        before = self.shell.page
        self.shell.show_page(page)
        self.shell.set_title(title)
        self.shell.show()
        if before is not None and before is not self.main:
            before.deleteLater()

    # Opening.

    def keeper(self) -> "Keeper":
        """Who opens the archive; loaded when it is first needed, which is after the first paint."""
        if self._keeper is None:
            from app.start.keeper import Keeper

            self._keeper = Keeper(self.start, self.settings, self)
            self._keeper.opened.connect(self.show_main)
            self._keeper.code_used.connect(self._on_code_used)
            self._keeper.demo_missing.connect(self._make_demo)
            self._keeper.refused.connect(self._on_refused)
        return self._keeper

    @property
    def leaving(self) -> "Leaving":
        """The ways out; loaded when one is first needed, which is after the first paint too."""
        if self._leaving is None:
            from app.start.leaving import Leaving

            self._leaving = Leaving(self)
        return self._leaving

    def drop_keeper(self) -> None:
        """Close the archive, if it was ever opened."""
        if self._keeper is not None:
            self._keeper.close()

    def start_again(self) -> None:
        """Take all steps again, after somebody did something about what went wrong."""
        if self.main is None:  # else it waits, locked, to go on with the same archive
            self.keeper().close()
        self.start.release()
        try:
            run_steps(BEFORE_THE_WINDOW, self.start)
        except StorageError as error:
            self.show_trouble(error)
        else:
            self.begin()
            self._load_rest()

    def _after_first_paint(self) -> None:
        from app.ui.theme.follow import follow

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        follow(app, self.settings.thema, self.settings.tekst)
        finish_application(app)
        self.bugs.watch()
        self._load_rest()

    def _load_rest(self) -> None:
        """What can wait until there is something to look at and to type in."""
        from app.start.warm import Warmer
        from app.ui.ontgrendelen.eerst import EerstePage
        from app.ui.ontgrendelen.storing import StoringPage

        page = self.shell.page
        if isinstance(page, StoringPage):
            return
        if isinstance(page, EerstePage):
            self.show_unlock(page.typed())
        try:
            run_steps(WHILE_TYPING, self.start)
        except StorageError as error:
            self.show_trouble(error)
            return
        self._listen()
        self.warmer = Warmer((*TO_UNLOCK, *TO_SHOW, *LATER), self)

    def _listen(self) -> None:
        """Come forward when the program is started a second time."""
        if self._bell is None and self.start.lock is not None:
            from app.ui.single_instance import Bell, come_forward

            self._bell = Bell(self.start.folder, partial(come_forward, self.shell), self)

    def _on_secret(self, secret: str) -> None:
        self.keeper().unlock(secret)

    def _prepare(self, page: "WelkomPage", passphrase: str, naam: str) -> None:
        self.keeper().prepare(passphrase, naam, page.take_keys)

    def _on_welcomed(self, beginning: "Beginning") -> None:
        self.keeper().make(beginning)

    def _on_code_used(self, unlocked: "Unlocked") -> None:
        from app.start.idle import Idle
        from app.ui.ontgrendelen.nieuw import NieuweWachtzinPage

        page = NieuweWachtzinPage(self.start.folder)
        page.submitted.connect(partial(self.keeper().choose_passphrase, unlocked))
        # Whoever comes by when nobody is there could choose a passphrase of their own.
        Idle(self.settings, page).passed.connect(self.show_unlock)
        self._show(page, "Nieuwe wachtzin")

    def _on_refused(self, error: BaseException) -> None:
        page: Any = self.shell.page
        if not isinstance(error, StorageError):
            sys.excepthook(type(error), error, error.__traceback__)
        if isinstance(error, getattr(page, "own_refusals", ())):
            page.show_refusal(str(error) if isinstance(error, StorageError) else BUG_TITLE)
        elif isinstance(error, StorageError):
            self.show_trouble(error)

    # Leaving.

    def _on_close_wanted(self) -> None:
        self.leaving.close()

    def _on_user_leaves(self, manager: object) -> None:
        self.leaving.end_session(manager)

    # What went wrong.

    def _on_failed(self, error: StorageError) -> None:
        from app.ui.ontgrendelen.storing import title_of

        self.shell.notify("bad", title_of(error), str(error))

    def _on_saved(self, _moment: object) -> None:
        self.shell.withdraw("bad")  # what stood in the way of writing does so no longer


def _nothing() -> None:
    """Takes its turn on the database thread, and does nothing there."""
