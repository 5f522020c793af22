"""The files of annexes in the folder of the archive: putting them there, reading them, and copies for other programs.

Nothing here touches the database, so all of it can be done on any thread. A file has a name of its own kind until its
record is committed (see `bijlagen`). A file that has its final name is never removed or changed by anything here:
backups and archives that were set aside rely on it.
"""

import hashlib
import io
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.models.bijlagesoort import SOORTEN
from app.models.consult import Bijlage
from app.models.ids import new_id
from app.storage import bijlagebestand, bijlagebron
from app.storage.archive import now
from app.storage.bijlagebron import Cancelled, Progress
from app.storage.bijlageresten import COPIES, FOLDER, UNRECORDED
from app.storage.bijlagesoort import herken
from app.storage.errors import StorageError, translated
from app.storage.files import sync_folder

ENDING = ".rgb"


class BijlageKwijt(StorageError):
    """The file of an annex is not there, or can't be opened."""

    def __init__(self) -> None:
        super().__init__(
            "Het bestand van deze bijlage staat niet meer bij het archief: zet een reservekopie terug, of voeg het "
            "opnieuw toe."
        )


class BijlageBeschadigd(StorageError):
    """The file of an annex is not what was written."""

    def __init__(self) -> None:
        super().__init__(
            "Het bestand van deze bijlage is beschadigd: zet een reservekopie terug, of voeg het opnieuw toe."
        )


def versleutel(
    folder: Path,
    bestand: Path,
    leerling: str,
    van: str | None = None,
    punt: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Bijlage:
    """Copy a file, encrypted, into the folder of the archive.

    Parameters:
        folder: of the archive.
        bestand: the file; it stays where it is.
        leerling, van, punt: see `Bijlage`.

    Returns:
        The record for `bijlagen.leg_vast`; until then there is no annex.

    Raises:
        BijlageGeweigerd: the file can't be an annex.
        Gestopt: `cancelled` said so.
        StorageError: the disk is full or read-only, or the file went away; nothing stays behind.
    """
    key, record_id = bijlagebestand.new_key(), new_id()
    digest = hashlib.sha256()
    with bijlagebron.opened(bestand) as source:
        grootte = os.fstat(source.fileno()).st_size
        with bijlagebron.reading(bestand):
            soort = herken(source, bestand.name, grootte)
        content = bijlagebron.content(source, bestand, grootte, progress, cancelled)
        _write(unrecorded(folder, record_id), _told(content, digest.update), key)
    return Bijlage(
        id=record_id,
        leerling=leerling,
        van=van,
        punt=punt,
        naam=bijlagebron.shown_name(bestand.name),
        soort=soort.media,
        grootte=grootte,
        sleutel=key.hex(),
        vingerafdruk=digest.hexdigest(),
        toegevoegd_op=now(),
    )


def stroom(folder: Path, bijlage: Bijlage) -> Iterator[bytes]:
    """The content of an annex, piece by piece.

    Parameters:
        folder: of the archive.

    Raises:
        BijlageKwijt: the file is not there.
        BijlageBeschadigd: it is not what was written; what came before was right.
        StorageError: the disk fails.
    """
    path = bestand_van(folder, bijlage.id)
    try:
        source = path.open("rb")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError) as error:
        raise BijlageKwijt from error
    with source, translated(path):
        try:
            yield from bijlagebestand.unseal(source, bytes.fromhex(bijlage.sleutel))
        except bijlagebestand.NotWhole as error:
            raise BijlageBeschadigd from error


def inhoud(folder: Path, bijlage: Bijlage) -> bytes:
    """All of an annex in memory, once; raises as `stroom`."""
    whole = io.BytesIO()
    for piece in stroom(folder, bijlage):
        whole.write(piece)
    return whole.getvalue()


def kopie(folder: Path, bijlage: Bijlage) -> Path:
    """A copy that another program can open, outside the safe place; `ruim_kopieen_op` takes it away.

    It can't be written, so that nobody works on in a copy that is going to disappear.

    Returns:
        A file without the name of anybody in its own.

    Raises:
        StorageError: as `stroom`, or the disk is full; nothing stays behind.
    """
    soort = SOORTEN.get(bijlage.soort)
    path = folder / COPIES / f"bijlage-{secrets.token_hex(6)}.{soort.einde if soort else 'bin'}"
    with _new_file(path) as file:
        for piece in stroom(folder, bijlage):
            file.write(piece)
    path.chmod(0o400)
    return path


def bestand_van(folder: Path, bijlage_id: str) -> Path:
    """Where the file of an annex stands."""
    final = recorded(folder, bijlage_id)
    # Between the commit and the last step of adding, a power cut leaves the first name until the next start.
    return final if final.exists() or not unrecorded(folder, bijlage_id).exists() else unrecorded(folder, bijlage_id)


def recorded(folder: Path, bijlage_id: str) -> Path:
    """The file of an annex whose record is committed."""
    return folder / FOLDER / f"{bijlage_id}{ENDING}"


def unrecorded(folder: Path, bijlage_id: str) -> Path:
    """The file of an annex that is being added."""
    return folder / FOLDER / f"{bijlage_id}{UNRECORDED}"


def give_final_name(folder: Path, bijlage_id: str) -> None:
    """The record is committed; when the disk refuses this now, the next start does it."""
    with suppress(OSError):
        unrecorded(folder, bijlage_id).replace(recorded(folder, bijlage_id))
        sync_folder(folder / FOLDER)


def _write(path: Path, content: Iterable[bytes], key: bytes) -> None:
    with _new_file(path) as file:
        bijlagebestand.seal(content, file, key)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _new_file(path: Path) -> Iterator[BinaryIO]:
    """A new file that only this user can read, whole or not there at all."""
    with translated(path.parent.parent):
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            path.touch(mode=0o600, exist_ok=False)
            with path.open("wb") as file:
                yield file
            sync_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise


def _told(content: Iterable[bytes], tell: Callable[[bytes], object]) -> Iterator[bytes]:
    for block in content:
        tell(block)
        yield block
