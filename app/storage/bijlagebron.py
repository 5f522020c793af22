"""Reading the file outside the archive that becomes an annex: a stick is pulled out, a document is being saved."""

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.storage.bijlagebestand import PIECE
from app.storage.bijlagesoort import BijlageGeweigerd
from app.storage.errors import StorageError

Progress = Callable[[int, int], object]
"""Is told how many bytes are done, and of how many."""

Cancelled = Callable[[], bool]
"""Is asked at every piece whether to stop."""

_LONGEST_NAME = 120
_LONGEST_ENDING = 10


class Gestopt(StorageError):
    """The user stopped the adding."""

    def __init__(self) -> None:
        super().__init__("Toevoegen is gestopt: er is niets bewaard.")


@contextmanager
def opened(bestand: Path) -> Iterator[BinaryIO]:
    """Open a file for reading.

    Raises:
        BijlageGeweigerd: it is no file, not there, or may not be read.
    """
    with reading(bestand):
        if bestand.exists() and not bestand.is_file():
            raise BijlageGeweigerd(f"‘{bestand.name}’ is geen bestand: kies de bestanden zelf, niet de map.")
        file = bestand.open("rb")
    with file:
        yield file


@contextmanager
def reading(bestand: Path) -> Iterator[None]:
    """Say in the user's words why a file can't be read; its disk is another one than that of the archive."""
    naam = bestand.name
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BijlageGeweigerd(f"‘{naam}’ is er niet meer: kijk of het is verplaatst.") from error
    except PermissionError as error:
        raise BijlageGeweigerd(
            f"‘{naam}’ mag niet worden gelezen: sluit het in andere programma's en probeer het opnieuw."
        ) from error
    except OSError as error:
        raise BijlageGeweigerd(
            f"‘{naam}’ is niet goed te lezen: kijk of de schijf of stick nog is aangesloten."
        ) from error


def content(
    file: BinaryIO, bestand: Path, grootte: int, progress: Progress | None, cancelled: Cancelled | None
) -> Iterator[bytes]:
    """The content of an open file, as long as it is the file that was begun with.

    Raises:
        Gestopt: `cancelled` said so.
        BijlageGeweigerd: it grew or shrank meanwhile, or can't be read.
    """
    file.seek(0)
    done = 0
    while True:
        if cancelled is not None and cancelled():
            raise Gestopt
        with reading(bestand):
            block = file.read(PIECE)
        done += len(block)
        if done > grootte or (not block and done < grootte):
            raise BijlageGeweigerd(f"‘{bestand.name}’ veranderde tijdens het toevoegen: probeer het opnieuw.")
        if not block:
            return
        yield block
        if progress is not None:
            progress(done, grootte)


def shown_name(naam: str) -> str:
    """The name of a file without what can't be seen but turns words around, and not longer than one can read."""
    seen = (" " if unicodedata.category(each)[0] == "C" else each for each in unicodedata.normalize("NFC", naam))
    path = Path(" ".join("".join(seen).split()))
    return path.stem[:_LONGEST_NAME] + path.suffix[:_LONGEST_ENDING]
