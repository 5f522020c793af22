"""A log and bug reports in which nothing of a record can ever stand.

What gets in: names of events out of our own code, numbers, the types of exceptions, and where in the code they were
raised. What cannot get in, because nothing here takes it: the message of an exception (which often quotes the value
that was wrong), local variables, source lines, paths. So a log or a report can be mailed without a second thought.

The standard `logging` is not used: its whole point is messages.
"""

import contextlib
import re
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from app import __version__

LOG_FILE = "logboek.txt"
OLDER_LOG_FILE = "logboek.vorige.txt"
REPORT_FOLDER = "foutrapporten"

LARGEST_LOG = 256_000
"""Bytes after which the log starts anew; one older one is kept."""

MOST_REPORTS = 20
"""Bug reports that are kept; the oldest goes first."""

_EVENT = re.compile(r"[a-z][a-z0-9_]{0,59}")
_TAIL = 6_000
"""Bytes of the log that come along in a bug report."""


class Log:
    """Writes events into the data folder. Never raises for the disk's sake: a log is no reason to stop working.

    Parameters:
        folder: the data folder; the log begins as soon as that exists.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / LOG_FILE
        self._lock = threading.Lock()

    def event(self, name: str, **numbers: float) -> None:
        """Note that something happened.

        Parameters:
            name: a fixed word out of our own code, such as `archive_opened`.
            numbers: durations, counts, versions.

        Raises:
            ValueError, TypeError: a name or a value that could hold more than that.
        """
        if not _EVENT.fullmatch(name):
            raise ValueError("the name of an event is a fixed word of our own")
        for value in numbers.values():
            if not isinstance(value, int | float):
                raise TypeError("an event takes numbers only")
        self._append(" ".join((name, *(f"{key}={value:g}" for key, value in numbers.items()))))

    def trouble(self, name: str, error: BaseException) -> None:
        """Note an exception that was dealt with: its type and where it came from."""
        self.event(name)
        for line in describe(error):
            self._append("  " + line)

    def report(self, error: BaseException) -> Path | None:
        """Write a bug report that the user can mail.

        Parameters:
            error: what nobody caught.

        Returns:
            The report, or None when the disk refuses.
        """
        self.trouble("bug", error)
        folder = self.folder / REPORT_FOLDER
        second, rest = divmod(time.time_ns(), 1_000_000_000)
        path = folder / f"fout-{time.strftime('%Y%m%d-%H%M%S', time.localtime(second))}-{rest:09}.txt"
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            _write(path, _report_text(describe(error), self._tail()))
            for old in sorted(folder.glob("fout-*.txt"))[:-MOST_REPORTS]:
                old.unlink(missing_ok=True)
        except OSError:
            return None
        return path

    def _append(self, line: str) -> None:
        with self._lock:
            try:
                if self._file.exists() and self._file.stat().st_size > LARGEST_LOG:
                    self._file.replace(self.folder / OLDER_LOG_FILE)
                _write(self._file, f"{time.strftime('%Y-%m-%dT%H:%M:%S')} {line}\n")
            except OSError:
                return

    def _tail(self) -> str:
        try:
            return self._file.read_text("utf-8")[-_TAIL:]
        except OSError:
            return ""


def describe(error: BaseException) -> list[str]:
    """Say what went wrong and where, without a word of what was being worked on.

    Parameters:
        error: an exception; those that caused it, and those in a group, come along.

    Returns:
        Lines: a type with its error number if it has one, then module, line and function of each frame.
    """
    lines: list[str] = []
    seen: set[int] = set()
    queue: list[tuple[str, BaseException]] = [("", error)]
    while queue and len(seen) < 10:
        relation, each = queue.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        lines.append(relation + type(each).__module__ + "." + type(each).__qualname__ + _numbers_of(each))
        lines += (f"  {frame}" for frame in _frames(each.__traceback__))
        if isinstance(each, BaseExceptionGroup):
            queue += (("in the group: ", inner) for inner in each.exceptions)
        before = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
        if before is not None:
            queue.append(("caused by: ", before))
    return lines


def install_excepthooks(log: Log, on_bug: Callable[[Path | None], None]) -> Callable[[], None]:
    """Catch what nobody caught: on the main thread, on other threads, and where Python cannot raise.

    The usual hooks print the message of the exception, and what a desktop program prints ends up in a log of the
    system; so they are replaced, not extended.

    Parameters:
        log: where it is noted.
        on_bug: called once for each different bug with its report (None when it could not be written), on the thread
            in which it happened.

    Returns:
        A function that puts the hooks back that were there.
    """
    seen: set[str] = set()

    def handle(error: BaseException | None) -> None:
        if error is None or isinstance(error, KeyboardInterrupt | SystemExit):
            return
        description = "\n".join(describe(error))
        if description in seen:
            log.event("bug_again")
            return
        seen.add(description)
        if sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):
                sys.stderr.write(description + "\n")
        path = log.report(error)
        with contextlib.suppress(Exception):  # a bug in showing a bug must not go round in circles
            on_bug(path)

    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    sys.excepthook = lambda _kind, error, _trace: handle(error)
    threading.excepthook = lambda happened: handle(happened.exc_value)
    sys.unraisablehook = lambda happened: handle(happened.exc_value)

    def put_back() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    return put_back


def _frames(trace: TracebackType | None) -> Iterator[str]:
    """Module, line and function, the innermost last; no file names, for those hold the name of who is logged in."""
    while trace is not None:
        frame = trace.tb_frame
        yield f"{frame.f_globals.get('__name__', '?')}:{trace.tb_lineno} {frame.f_code.co_name}"
        trace = trace.tb_next


def _numbers_of(error: BaseException) -> str:
    numbers = ((name, getattr(error, name, None)) for name in ("errno", "winerror", "sqlite_errorcode"))
    return "".join(f" {name}={value}" for name, value in numbers if type(value) is int)


def _report_text(description: list[str], tail: str) -> str:
    import platform

    pyside = sys.modules.get("PySide6")
    return "\n".join(
        (
            "Foutrapport van Ruggespraak",
            "",
            "Hierin staat waar in het programma het misging, en niets over leerlingen, ouders of collega's.",
            "",
            f"Ruggespraak {__version__}",
            f"Python {platform.python_version()}, PySide6 {getattr(pyside, '__version__', '-')}",
            f"{platform.system()} {platform.release()} {platform.machine()}",
            f"Hoofdthread: {'ja' if threading.current_thread() is threading.main_thread() else 'nee'}",
            "",
            *description,
            "",
            "Logboek:",
            tail,
        )
    )


def _write(path: Path, text: str) -> None:
    """Add text to a file that only this user can read."""
    if not path.exists():
        path.touch(mode=0o600)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)
