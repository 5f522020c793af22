"""One process at a time may work in an archive's folder.

SQLCipher's own lock guards the database only from the moment it is open; this one is held from the start of the
program, and the system lets go of it when the process ends, however it ends.
"""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType

from app.storage.errors import InUse, translated

LOCK_FILE = "in-gebruik.lock"
_HELD_BY_ANOTHER = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class FolderLock:
    """Holds a folder for this process until `release`, the end of the `with` block or the end of the process.

    Parameters:
        folder: the folder of the archive; it exists.

    Raises:
        InUse: another process holds it, or this one does already.
        StorageError: the folder can't be written or is not there.
    """

    def __init__(self, folder: Path) -> None:
        with translated(folder):
            self._handle = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(self._handle)
            except OSError as error:
                self.release()
                if error.errno in _HELD_BY_ANOTHER:
                    raise InUse(folder) from error
                raise

    def release(self) -> None:
        """Let go of the folder; a second time does nothing. The file stays: removing it would race with others."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> "FolderLock":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        # flock, not lockf: a record lock is lost as soon as any other handle of the same file is closed.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
