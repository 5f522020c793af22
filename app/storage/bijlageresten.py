"""What annexes can leave behind: copies that another program was asked to open, and files that were being added.

Apart from `bijlageopslag`, since the program looks for these at every start and needs that one hardly ever.
"""

from contextlib import suppress
from pathlib import Path

FOLDER = "bijlagen"
"""Folder, below that of the archive, with the files of annexes."""

UNRECORDED = ".rgb.nieuw"
"""Ending of a file that is being added: its record may not be committed."""

COPIES = "kopieen"
"""Folder, below that of the archive, with copies for other programs. It can be removed at any moment."""


def is_halverwege(folder: Path) -> bool:
    """Whether a power cut left annexes that were being added, for `bijlagen.ruim_op`."""
    with suppress(OSError):
        return any((folder / FOLDER).glob(f"*{UNRECORDED}"))
    return False


def ruim_kopieen_op(folder: Path) -> None:
    """Remove all copies; one that is still in use, as Windows knows it, stays until next time.

    Parameters:
        folder: of the archive.
    """
    copies = folder / COPIES
    if copies.is_dir():
        import shutil  # a start without copies does not need it

        with suppress(OSError):
            for path in copies.iterdir():
                path.chmod(0o700)  # Windows removes nothing that can't be written
        shutil.rmtree(copies, ignore_errors=True)
