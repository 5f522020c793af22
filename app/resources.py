"""Where the data that ships with the program is found: forms, rules, texts, icons."""

from pathlib import Path

_INSTALLED = Path(__file__).with_name("_resources")
_CHECKOUT = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Path of a file or folder that ships with the program.

    Parameters:
        parts: folder and file names below `resources/`, e.g. `"formulieren", "leerlingbespreking.toml"`.

    Returns:
        The path, whether it exists or not: in the installed package, else beside `app/` in a checkout.
    """
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)
