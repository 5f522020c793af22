"""Which pictures the README and the docs show, and how they are made small."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

MOST_BYTES = 250_000
MOST_COLOURS = 256

FOR_THE_DOCS: Mapping[str, str] = {
    "vandaag-licht-150": "vandaag",
    "vandaag-donker-150": "vandaag-donker",
    "leerling-licht-150": "leerling",
    "groepsraster-licht-150": "groepsraster",
    "bespreking-licht-150": "bespreking",
    "bespreekmodus-waarschuwing-licht-150": "bespreekmodus",
    "bespreekmodus-2-acties-donker-150": "bespreekmodus-donker",
    "afronden-vastgesteld-licht-150": "afronden",
    "verslag-licht-150": "verslag",
    "gesprekken-licht-150": "gesprekken",
    "gesprekkenplannen-voorstel-licht-150": "gesprekken-plannen",
    "route-licht-150": "route",
    "consult-licht-150": "consult",
}
"""Picture -> its name in `docs/beelden`."""


def smaller(picture: Path, target: Path) -> None:
    """Write a picture with the 256 colours it has most of; what is between them is the soft edge of a letter.

    Raises:
        FileNotFoundError: the picture was not taken.
        ValueError: it stays larger than `MOST_BYTES`.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    image = QImage(str(picture))
    if image.isNull():
        raise FileNotFoundError(picture)
    image.convertTo(QImage.Format.Format_RGB32)
    used = Counter(memoryview(image.constBits()).cast("I"))
    table = [colour for colour, _ in used.most_common(MOST_COLOURS)]
    indexed = image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither)
    indexed.save(str(target), "PNG", 0)  # type: ignore[call-overload]  # its stub knows bytes, its code only text
    if target.stat().st_size > MOST_BYTES:
        raise ValueError(f"{target} has {target.stat().st_size} bytes; {MOST_BYTES} is the most")
