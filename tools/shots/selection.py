"""Which pictures the README and the docs show, and how they are made small."""

from collections.abc import Mapping
from pathlib import Path

MOST_BYTES = 250_000

FOR_THE_DOCS: Mapping[str, str] = {
    "vandaag-licht-100": "vandaag",
    "vandaag-donker-100": "vandaag-donker",
    "leerling-licht-100": "leerling",
    "groepsraster-licht-100": "groepsraster",
    "bespreking-licht-100": "bespreking",
    "bespreekmodus-4-plan-licht-100": "bespreekmodus",
    "bespreekmodus-2-acties-donker-100": "bespreekmodus-donker",
    "afronden-licht-100": "afronden",
    "verslag-licht-100": "verslag",
}
"""Picture -> its name in `docs/beelden`."""


def smaller(picture: Path, target: Path) -> None:
    """Write a picture with at most 256 colours, which a screen of ours hardly exceeds.

    Raises:
        FileNotFoundError: the picture was not taken.
        ValueError: it stays larger than `MOST_BYTES`.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    image = QImage(str(picture))
    if image.isNull():
        raise FileNotFoundError(picture)
    indexed = image.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.AvoidDither)
    indexed.save(str(target), "PNG", 0)  # type: ignore[call-overload]  # its stub knows bytes, its code only text
    if target.stat().st_size > MOST_BYTES:
        raise ValueError(f"{target} has {target.stat().st_size} bytes; {MOST_BYTES} is the most")
