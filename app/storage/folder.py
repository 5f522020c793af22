"""Which folder the archive stands in. Apart from `places`, since the program needs this before its first window."""

import sys
from pathlib import Path

PROGRAM = "Ruggespraak"


def data_folder(demo: bool = False, override: Path | None = None) -> Path:
    """The folder of the archive, whether it exists or not.

    Parameters:
        demo: whether it is for the invented school; that never shares a folder with a real one.
        override: a folder that the user chose instead of the usual one.

    Returns:
        On Linux below `$XDG_DATA_HOME`, on macOS below `~/Library/Application Support`, on Windows below
        `%LOCALAPPDATA%`, which stays on this computer.
    """
    if override is not None:
        return override.absolute() / "proefschool" if demo else override.absolute()
    import platformdirs

    name = PROGRAM if sys.platform in ("win32", "darwin") else PROGRAM.lower()
    folder = Path(platformdirs.user_data_dir(name, appauthor=False, roaming=False))
    return folder / ("proefschool" if demo else "archief")
