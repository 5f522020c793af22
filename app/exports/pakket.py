"""Puts several files into one new folder or zip: whole or not at all, and never a whole annex in memory."""

import os
import re
import secrets
import shutil
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.exports.bewaren import AlreadyThere, ExportProblem, Saveable, about_folder, proposed_name

Progress = Callable[[int, int], object]
"""Is told how many bytes are done, and of how many."""

Cancelled = Callable[[], bool]
"""Is asked at every piece whether to stop."""

SPARE = 8 << 20
"""Bytes that stay free on the disk."""

PAPER_BYTES = 200_000
"""What a document of ours takes, give or take: progress counts it, nobody waits for it."""

_TEMPORARY = ".ruggespraak-pakket-"
_ABANDONED = 24 * 3600
_ENDING = re.compile(r"[a-z0-9]{1,8}")
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Gestopt(ExportProblem):
    """The user stopped the making."""

    def __init__(self) -> None:
        super().__init__("Het maken van het pakket is gestopt: er is niets bewaard.")


@dataclass(frozen=True, slots=True)
class Papier:
    """A document that is made for the pack.

    Attributes:
        titel: what it is called in the pack.
        make: makes it.
    """

    titel: str
    make: Callable[[], Saveable]

    @property
    def einde(self) -> str:
        """Ending of its file name."""
        return "docx"

    @property
    def grootte(self) -> int:
        """About how many bytes."""
        return PAPER_BYTES


@dataclass(frozen=True, slots=True)
class Stuk:
    """A file that is there already.

    Attributes:
        titel: what it is called in the pack, e.g. the line of the checklist it answers.
        naam: the name under which it was added, for its ending and for the list of contents.
        grootte: bytes.
        stroom: gives its content, piece by piece.
    """

    titel: str
    naam: str
    grootte: int
    stroom: Callable[[], Iterable[bytes]]

    @property
    def einde(self) -> str:
        """Ending of its file name; `bin` for one that no system knows."""
        found = Path(self.naam).suffix[1:].casefold()
        return found if _ENDING.fullmatch(found) else "bin"


Deel = Papier | Stuk


def namen(delen: Sequence[Deel]) -> tuple[str, ...]:
    """The file names in the pack: numbered in order, by title, good on every system and never the same."""
    width = max(2, len(str(len(delen))))
    return tuple(
        proposed_name(f"{number:0{width}} {each.titel}", "", None, each.einde) for number, each in enumerate(delen, 1)
    )


def maak_pakket(
    delen: Sequence[Deel],
    folder: Path,
    naam: str,
    *,
    als_zip: bool,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Path:
    """Make a pack.

    Parameters:
        folder: where it comes.
        naam: its name, without an ending; see `pakketnaam`.
        als_zip: one zip file rather than a folder.

    Returns:
        Where it stands.

    Raises:
        Gestopt: `cancelled` said so; nothing stays behind.
        AlreadyThere: something of that name is there.
        ExportProblem: the disk is full, read-only or gone; nothing stays behind.
    """
    path = folder / (f"{naam}.zip" if als_zip else naam)
    # No pupil's name in the name of what is not ready: it could stay behind after a power cut.
    temporary = folder / f"{_TEMPORARY}{secrets.token_hex(6)}.tmp"
    _remove_leftovers(folder)
    work = _Werk(delen, progress or _nobody, cancelled or _never)
    try:
        if path.exists():
            raise AlreadyThere(path)
        _refuse_full(folder, work.total)
        (_write_zip if als_zip else _write_folder)(temporary, work)
        work.check()
        _put(temporary, path)
    except OSError as error:
        raise ExportProblem(about_folder(error, folder)) from error
    finally:
        _remove(temporary)
    return path


def pakketnaam(soort: str, wie: str) -> str:
    """The name of a pack, e.g. `Aanvraag Startgesprek SWV Noor van den Berg`, good on every system."""
    return Path(proposed_name(soort, wie, None, "x")).stem


class _Werk:
    """The parts of a pack, and how far they are."""

    def __init__(self, delen: Sequence[Deel], progress: Progress, cancelled: Cancelled) -> None:
        self.delen = delen
        self.total = sum(each.grootte for each in delen)
        self._done = 0
        self._progress, self._cancelled = progress, cancelled

    def check(self) -> None:
        """Raises Gestopt when the user wants no more."""
        if self._cancelled():
            raise Gestopt

    def named(self) -> Iterator[tuple[str, Deel]]:
        """Every part with its name."""
        return zip(namen(self.delen), self.delen, strict=True)

    def write(self, deel: Deel, file: IO[bytes]) -> None:
        """Write one part, piece by piece."""
        self.check()
        if isinstance(deel, Papier):
            deel.make().save(file)
            self._tell(deel.grootte)
            return
        for piece in deel.stroom():
            self.check()
            file.write(piece)
            self._tell(len(piece))

    def _tell(self, count: int) -> None:
        self._done += count
        self._progress(self._done, self.total)


def _write_folder(temporary: Path, work: _Werk) -> None:
    temporary.mkdir(mode=0o700)
    for name, deel in work.named():
        with (temporary / name).open("xb") as file:
            work.write(deel, file)
            file.flush()
            os.fsync(file.fileno())


def _write_zip(temporary: Path, work: _Werk) -> None:
    with temporary.open("xb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:  # PDF, pictures and Word are packed already
            for name, deel in work.named():
                if isinstance(deel, Papier):  # python-docx goes back and forth in what it writes
                    _write_paper(packed, name, deel, work)
                else:
                    with packed.open(_entry(name), "w", force_zip64=True) as entry:
                        work.write(deel, entry)
        file.flush()
        os.fsync(file.fileno())


def _write_paper(packed: zipfile.ZipFile, name: str, deel: Papier, work: _Werk) -> None:
    from io import BytesIO

    made = BytesIO()
    work.write(deel, made)
    packed.writestr(_entry(name), made.getbuffer())


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry that tells nothing but its name: not when, and not on what system it was made."""
    entry = zipfile.ZipInfo(name, max(time.localtime()[:6], _EPOCH))
    entry.external_attr = 0o600 << 16
    return entry


def _refuse_full(folder: Path, total: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < total + SPARE:
        need = max(1, round((total + SPARE - free) / (1 << 20)))
        raise ExportProblem(
            f"Op de schijf met de map ‘{folder}’ is {need} MB te weinig ruimte: "
            "maak ruimte vrij of kies een andere map."
        )


def _put(temporary: Path, path: Path) -> None:
    if path.exists():  # somebody else put it there meanwhile
        raise AlreadyThere(path)
    temporary.rename(path)


def _remove(path: Path) -> None:
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _remove_leftovers(folder: Path) -> None:
    """Take away what a power cut left behind: it holds documents about a child, and nobody sees that it is there."""
    with suppress(OSError):
        for each in folder.glob(f"{_TEMPORARY}*.tmp"):
            if time.time() - each.stat().st_mtime > _ABANDONED:
                _remove(each)


def _nobody(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


def _never() -> bool:
    return False
