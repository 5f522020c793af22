"""Which folder the user chose for the archive, when it is not the usual one.

It stands apart from the archive, in a file of one line: without it the archive could not be found.
"""

from contextlib import suppress
from pathlib import Path

from app.storage.folder import PROGRAM

FILE_NAME = "archiefmap.txt"


def _file() -> Path:
    import platformdirs

    return Path(platformdirs.user_config_dir(PROGRAM, appauthor=False, roaming=False)) / FILE_NAME


def chosen_folder() -> Path | None:
    """The folder that was chosen, or None for the usual one."""
    with suppress(OSError, ValueError):
        text = _file().read_text("utf-8").strip()
        if text and Path(text).is_absolute():
            return Path(text)
    return None


def choose_folder(folder: Path) -> None:
    """Remember a chosen folder.

    Raises:
        StorageError: it can't be written down.
    """
    from app.storage.files import write_durably

    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    write_durably(file, str(folder).encode())
