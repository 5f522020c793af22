"""Reads a file on a thread of its own, with progress and a way to stop."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.imports.edexml import read_edexml
from app.imports.problem import ImportCancelled, ImportProblem
from app.ui.on_screen import on_screen

STEPS = 200
"""Progress is told at most so many times."""


class Reader(QObject):
    """Reads one file at a time.

    Signals:
        progress: bytes read, and size of the file.
        read: the `Aanlevering`.
        refused: why the file cannot be used, in a sentence.
        stopped: the reading was cancelled.
        failed: an error of ours.
    """

    progress = Signal(object, object)
    read = Signal(object)
    refused = Signal(str)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, path: Path) -> None:
        """Begin to read; what was being read is stopped first."""
        self.stop()
        self._cancel = threading.Event()
        tell, end = on_screen(self, self.progress.emit), on_screen(self, self._end, once=True)
        arguments = (path, self._cancel, tell, end)
        self._thread = threading.Thread(target=_read, args=arguments, name="edexml", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the reading to stop; `stopped` follows."""
        self._cancel.set()

    def stop(self) -> None:
        """Stop reading, and wait until the thread is gone. It looks at least once per piece of the file."""
        self._cancel.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _end(self, outcome: str, *about: object) -> None:
        getattr(self, outcome).emit(*about)


def _read(path: Path, cancel: threading.Event, tell: Callable[..., None], end: Callable[..., None]) -> None:
    told = -1

    def tell_steps(done: int, total: int) -> None:
        nonlocal told
        step = done * STEPS // max(total, 1)
        if step != told:
            told = step
            tell(done, total)

    try:
        found = read_edexml(path, cancelled=cancel.is_set, progress=tell_steps)
    except ImportCancelled:
        end("stopped")
    except ImportProblem as problem:
        end("refused", str(problem))
    except Exception as error:  # a bug of ours: the error report tells it
        end("failed", error)
    else:
        end("read", found)
