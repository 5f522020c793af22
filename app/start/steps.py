"""The steps of the start that need no window: where the archive is, whether it is ours to open, whether it can be.

Those before the window are quick; the others run while the passphrase is being typed. A step that can't go on raises a
`StorageError`, whose sentence the window then shows.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.start.options import Options

if TYPE_CHECKING:
    from app.storage.lock import FolderLock


class Start:
    """What is known so far.

    Attributes:
        folder: where the archive stands or will stand.
        lock: keeps other processes out of the folder; None while there is no folder.
        known: whether there is an archive; without one the user is welcomed.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.folder = Path()
        self.lock: FolderLock | None = None
        self.known = False

    def release(self) -> None:
        """Let other processes in again."""
        if self.lock is not None:
            self.lock.release()
            self.lock = None


class Step(Protocol):
    """One step of the start."""

    def should_skip(self, start: Start) -> bool:
        """Whether this start does without it."""
        ...

    def run(self, start: Start) -> None:
        """Do it; raises StorageError when the start can't go on."""
        ...


def has_archive(folder: Path) -> bool:
    """Whether a folder holds an archive or what is left of one.

    Any of its files is enough: a database without keys is a damaged archive, not a reason to begin a new one.
    """
    return any((folder / name).exists() for name in ("ruggespraak.db", "sleutels.json", "sleutels.kopie.json"))


class ChooseFolder:
    """Find the folder: named on the command line, chosen earlier, or the usual one."""

    def should_skip(self, start: Start) -> bool:
        return False

    def run(self, start: Start) -> None:
        from app.start.onthouden import chosen_folder
        from app.storage.folder import data_folder

        start.folder = data_folder(start.options.demo, start.options.data or chosen_folder())


class LookForArchive:
    """See whether there is an archive already."""

    def should_skip(self, start: Start) -> bool:
        return False

    def run(self, start: Start) -> None:
        start.known = has_archive(start.folder)


class HoldFolder:
    """Keep other processes out; the system lets go when this one ends, however it ends."""

    def should_skip(self, start: Start) -> bool:
        return start.lock is not None or not start.folder.is_dir()

    def run(self, start: Start) -> None:
        from app.storage.lock import FolderLock

        start.lock = FolderLock(start.folder)


class ClearCopies:
    """Remove what was opened in another program, and stayed when this one ended by force."""

    def should_skip(self, start: Start) -> bool:
        return not start.known

    def run(self, start: Start) -> None:
        from app.storage.bijlageresten import ruim_kopieen_op

        ruim_kopieen_op(start.folder)


class CheckPlace:
    """Refuse a folder that something syncs or that is not on this computer, or that can't be written."""

    def should_skip(self, start: Start) -> bool:
        return False

    def run(self, start: Start) -> None:
        from app.storage import places

        places.check_place(start.folder, 0 if start.known else places.NEEDED)


class ReadKeys:
    """Find out that the key file is damaged before anybody types a passphrase."""

    def should_skip(self, start: Start) -> bool:
        return start.options.demo or not start.known

    def run(self, start: Start) -> None:
        from app.storage import keys

        keys.slots(start.folder)


class TestEngine:
    """See that the database library is the one the program was built for."""

    __test__ = False  # no test of pytest's, whatever its name

    def should_skip(self, start: Start) -> bool:
        return False

    def run(self, start: Start) -> None:
        from app.storage import engine

        engine.self_test()


BEFORE_THE_WINDOW: Sequence[Step] = (ChooseFolder(), LookForArchive(), HoldFolder())
WHILE_TYPING: Sequence[Step] = (ClearCopies(), CheckPlace(), ReadKeys(), TestEngine())


def run_steps(steps: Sequence[Step], start: Start) -> None:
    """Take the steps one after the other.

    Raises:
        StorageError: the first step that could not be taken.
    """
    for step in steps:
        if not step.should_skip(start):
            step.run(start)
