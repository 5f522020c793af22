"""Opens and closes the archive for the window: derives keys, opens the database, finds out who is at work."""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.models.school import Medewerker, School
from app.start.steps import Start
from app.storage.bijlageresten import is_halverwege, ruim_kopieen_op
from app.storage.errors import StorageError
from app.ui.database import Database
from app.ui.settings import Settings

if TYPE_CHECKING:
    from app.storage.archive import Archive
    from app.storage.begin import Beginning
    from app.storage.keys import NewKeys, Unlocked


class Keeper(QObject):
    """Has the one database of the program while it is open, and forgets its key when it is closed.

    Parameters:
        start: where the archive is.
        settings: for the context of the views.

    Signals:
        opened: the `Context` of the archive that is now open.
        code_used: an `Unlocked`: the recovery code opened the keys, and a new passphrase has to be chosen first.
        demo_missing: the folder of the Proefschool is open, but nothing is in it yet.
        refused: the error that stood in the way.
    """

    opened = Signal(object)
    code_used = Signal(object)
    demo_missing = Signal()
    refused = Signal(object)

    def __init__(self, start: Start, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._start = start
        self._settings = settings
        self.db: Database | None = None
        self._is_open = False
        self._rests = False

    def unlock(self, secret: str) -> None:
        """Try a passphrase or the recovery code."""
        from app.storage import keys

        self._work(partial(keys.unlock, self._start.folder, secret), self._on_unlocked)

    def prepare(self, passphrase: str, naam: str, then: "Callable[[NewKeys], None]") -> None:
        """Derive the keys of a new archive; nothing is written."""
        from app.storage import keys

        self._work(partial(keys.prepare, passphrase, naam), then)

    def make(self, beginning: "Beginning") -> None:
        """Make a new archive and open it."""
        from app.storage.begin import make_archive

        self._work(partial(make_archive, self._start.folder, beginning), self._on_made)

    def open_demo(self) -> None:
        """Open the Proefschool; when there is none, or one that was never finished, `demo_missing` says so."""
        if self._start.known:
            self.open(None)
        else:
            from app.storage.places import make_private

            self._work(partial(make_private, self._start.folder), self._on_made)

    def fill_demo(self, progress: Callable[[int, int], None]) -> None:
        """Make the Proefschool around today, in one batch: all of it or nothing.

        Parameters:
            progress: is told on the database thread how many records are written, and of how many.
        """
        work = partial(_write_demo, progress)
        self._database().ask(work, partial(self._ask_who, None), owner=self, otherwise=self._on_error)

    def choose_passphrase(self, unlocked: "Unlocked", slot_id: str, passphrase: str) -> None:
        """Give a key slot a new passphrase after the recovery code was used, and open the archive."""
        self._work(partial(_renewed, self._start.folder, unlocked, slot_id, passphrase), self.open)

    def open(self, unlocked: "Unlocked | None") -> None:
        """Open the database with a key that was unlocked; None is the Proefschool, which has no lock.

        It may be open still: the disk refused something. Then this finds out who is at work from now on.
        """
        from app.storage.demo_key import DEMO_KEY

        if self._is_open:
            self._ask_who(unlocked, None)
            return
        key = unlocked.database_key if unlocked else DEMO_KEY
        self._database().open(self._start.folder, key, partial(self._ask_who, unlocked), self._on_error)

    def seal(self, then: Callable[[], None]) -> None:
        """Finish what was asked, make drafts into history, and call `then`, also when the disk refuses."""
        if self.db is None or not self._is_open:
            then()
            return
        done = partial(_call, then)
        self.db.ask(_seal, done, otherwise=done)

    def finish_writing(self, seconds: float) -> None:
        """Wait until what was asked is done, at most so long; for the end of the user's session."""
        if self.db is not None:
            done = threading.Event()
            self.db.run(done.set)
            done.wait(seconds)

    def rest(self) -> None:
        """Close the database and forget its key, for screens that wait to go on with it after the next unlock."""
        self._is_open = False
        if self.db is not None:
            self._rests = True
            self.db.rest()
            ruim_kopieen_op(self._start.folder)

    def close(self) -> None:
        """Close the database and end its thread; the key goes with it, and so do copies for other programs."""
        self._is_open = False
        if self.db is not None:
            self.db.close()
            self.db.deleteLater()
            self.db = None
            self._rests = False
            ruim_kopieen_op(self._start.folder)

    def _database(self) -> Database:
        if self.db is None:
            self.db = Database(self)
        return self.db

    def _work(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._database().run(work, then, owner=self, otherwise=self._on_error)

    def _on_unlocked(self, unlocked: "Unlocked") -> None:
        from app.storage.keyfile import HERSTELCODE

        if unlocked.soort == HERSTELCODE:
            self.code_used.emit(unlocked)
        else:
            self.open(unlocked)

    def _on_made(self, unlocked: "Unlocked | None") -> None:
        from app.start.steps import HoldFolder, run_steps

        self._start.known = True
        try:
            run_steps((HoldFolder(),), self._start)
        except StorageError as error:
            self._on_error(error)
        else:
            self.open(unlocked)

    def _ask_who(self, unlocked: "Unlocked | None", _opened: None) -> None:
        self._is_open = True
        slot = unlocked.slot_id if unlocked else None
        who = partial(_who, slot, None if self._rests else self._start.folder)
        self._database().ask(who, partial(self._tell, unlocked), owner=self, otherwise=self._on_error)

    def _tell(self, unlocked: "Unlocked | None", known: tuple[School, Medewerker | None]) -> None:
        from app.ui.context import Context

        school, user = known
        if self._start.options.demo and not school.naam:
            self.demo_missing.emit()
            return
        name = user.naam if user else unlocked.naam if unlocked else ""
        context = Context(
            db=self._database(),
            folder=self._start.folder,
            gebruiker=name,
            ik=user.id if user else "",
            school=school,
            demo=self._start.options.demo,
            settings=self._settings,
            ingang=unlocked,
        )
        self.opened.emit(context)

    def _on_error(self, error: BaseException) -> None:
        self.refused.emit(error)


def _renewed(folder: Path, unlocked: "Unlocked", slot_id: str, passphrase: str) -> "Unlocked":
    from app.storage import keys

    keys.change_passphrase(folder, slot_id, unlocked.database_key, passphrase)
    slot = next(each for each in keys.slots(folder) if each.id == slot_id)
    return replace(unlocked, slot_id=slot.id, naam=slot.naam, soort=slot.soort)


def _write_demo(progress: Callable[[int, int], None], archive: "Archive") -> None:
    from datetime import date

    from app.imports.proefschool import lees
    from app.storage.proefschool import schrijf

    schrijf(archive, lees(date.today()), progress)


def _who(slot: str | None, tidy: Path | None, archive: "Archive") -> tuple[School, Medewerker | None]:
    """The school and who unlocked; what an earlier run left half done in the folder `tidy` goes."""
    from app.storage.school import the_school, user_of

    if tidy is not None and is_halverwege(tidy):
        from app.storage.bijlagen import ruim_op

        ruim_op(archive, tidy)
    return the_school(archive), user_of(archive, slot)


def _seal(archive: "Archive") -> None:
    archive.seal()


def _call(then: Callable[[], None], _answer: object) -> None:
    then()
