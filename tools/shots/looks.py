"""In which looks every view is pictured: each is a process of its own, since Qt takes its scale at start."""

import json
from pathlib import Path
from typing import NamedTuple

THEMES = {"licht": "light", "donker": "dark"}


class Look(NamedTuple):
    """One look.

    Attributes:
        theme: `licht` or `donker`.
        label: what tells it apart in the names of pictures.
        factor: pixels of the screen per logical pixel.
        width, height: of the window, in logical pixels.
    """

    theme: str
    label: str
    factor: float
    width: int
    height: int

    @property
    def suffix(self) -> str:
        """What the names of its pictures end with."""
        return f"{self.theme}-{self.label}"

    def environment(self, folder: Path) -> dict[str, str]:
        """Variables with which Qt finds a screen of this size.

        Parameters:
            folder: for the file that describes the screen.
        """
        screen = {
            "name": "laptop",
            "x": 0,
            "y": 0,
            "width": round(self.width * self.factor),
            "height": round(self.height * self.factor),
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        file = folder / f"screen-{self.suffix}.json"
        file.write_text(json.dumps({"screens": [screen]}), "utf-8")
        return {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": str(self.factor)}


LAPTOP = (1366, 768)
LOOKS = (
    Look("licht", "100", 1.0, *LAPTOP),
    Look("donker", "100", 1.0, *LAPTOP),
    Look("licht", "150", 1.5, *LAPTOP),
    Look("donker", "150", 1.5, *LAPTOP),
    Look("licht", "1440", 1.0, 1440, 900),
)
