"""Makes the Proefschool as it is on the day of the stage: `python -m tools.proefschool FOLDER`."""

import sys
from datetime import date
from pathlib import Path

from app.imports.proefschool import lees
from app.storage import proefschool
from app.storage.archive import Archive
from app.storage.keys import DEMO_KEY

DAY = date(2026, 11, 23)
"""The day it is on every stage and in every picture: a Monday on which a meeting is held."""


def make_proefschool(folder: Path, day: date = DAY) -> Path:
    """Make its archive.

    Parameters:
        folder: in which it comes; made if need be.
        day: around which its school year lies.
    """
    folder.mkdir(parents=True, exist_ok=True)
    archive = Archive(folder, DEMO_KEY)
    try:
        proefschool.schrijf(archive, lees(day))
    finally:
        archive.close()
    return folder


if __name__ == "__main__":
    make_proefschool(Path(sys.argv[1]))
