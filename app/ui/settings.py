"""What a user chose about the program itself. It stands outside the archive, since the window needs it before the
archive is open; so it holds nothing about the school or anybody in it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from app.storage.errors import StorageError
from app.storage.files import write_durably

FILE_NAME = "weergave.json"
THEMES = ("systeem", "licht", "donker")
TEXT_PERCENTS = (100, 115, 130, 150, 175)
LOCK_MINUTES = (2, 5, 10, 20, 30, 60)


@dataclass(slots=True)
class Settings:
    """The choices, and how they are kept.

    Attributes:
        thema: one of `THEMES`.
        tekst: text size in percent of normal.
        vergrendel_na: minutes without a key or the mouse after which the program locks itself.
        venster: place and size of the window, as Qt writes it, in base 64.
    """

    thema: str = "systeem"
    tekst: int = 100
    vergrendel_na: int = 10
    venster: str = ""

    @classmethod
    def load(cls, folder: Path) -> "Settings":
        """Read the choices of a folder; what is missing or makes no sense gets its usual value."""
        try:
            kept = json.loads((folder / FILE_NAME).read_bytes())
        except (OSError, ValueError):
            return cls()
        return cls._of(kept) if isinstance(kept, dict) else cls()

    def save(self, folder: Path) -> None:
        """Keep the choices. Without a folder to keep them in they last as long as the program."""
        if folder.is_dir():
            try:
                write_durably(folder / FILE_NAME, json.dumps(asdict(self), indent=1).encode())
            except StorageError:
                return  # a choice of colour is not worth a message: the archive will say that the disk is full

    @classmethod
    def _of(cls, kept: Mapping[str, Any]) -> "Settings":
        usual = cls()
        allowed = {"thema": THEMES, "tekst": TEXT_PERCENTS, "vergrendel_na": LOCK_MINUTES}
        sound = {}
        for each in fields(cls):
            value = kept.get(each.name)
            if type(value) is type(getattr(usual, each.name)) and value in allowed.get(each.name, (value,)):
                sound[each.name] = value
        return cls(**sound)
