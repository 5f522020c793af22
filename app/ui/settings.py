"""What a user chose about the program itself. It stands outside the archive, since the window needs it before the
archive is open; so it holds nothing about the school or anybody in it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE_NAME = "weergave.json"
THEMES = ("systeem", "licht", "donker")
TEXT_PERCENTS = (100, 115, 130, 150, 175)
LOCK_MINUTES = (2, 5, 10, 20, 30, 60)
ALLOWED: Mapping[str, tuple[Any, ...]] = {"thema": THEMES, "tekst": TEXT_PERCENTS, "vergrendel_na": LOCK_MINUTES}


class Settings:
    """The choices, and how they are kept.

    Attributes:
        thema: one of `THEMES`.
        tekst: text size in percent of normal, one of `TEXT_PERCENTS`.
        vergrendel_na: minutes without a key or the mouse after which the program locks itself, one of `LOCK_MINUTES`.
        venster: place and size of the window, as Qt writes it, in base 64.
    """

    def __init__(self) -> None:
        self.thema = "systeem"
        self.tekst = 100
        self.vergrendel_na = 10
        self.venster = ""

    @classmethod
    def load(cls, folder: Path) -> "Settings":
        """Read the choices of a folder; what is missing or makes no sense gets its usual value."""
        settings = cls()
        try:
            data = (folder / FILE_NAME).read_bytes()
        except OSError:
            return settings
        import json

        try:
            kept = json.loads(data)
        except ValueError:
            return settings
        if isinstance(kept, dict):
            settings._take(kept)
        return settings

    def save(self, folder: Path) -> None:
        """Keep the choices. Without a folder to keep them in they last as long as the program."""
        import json

        from app.storage.errors import StorageError
        from app.storage.files import write_durably

        if folder.is_dir():
            try:
                write_durably(folder / FILE_NAME, json.dumps(vars(self), indent=1).encode())
            except StorageError:
                return  # a choice of colour is not worth a message: the archive will say that the disk is full

    def _take(self, kept: Mapping[str, Any]) -> None:
        for name, usual in vars(self).items():
            value = kept.get(name)
            if type(value) is type(usual) and value in ALLOWED.get(name, (value,)):
                setattr(self, name, value)
