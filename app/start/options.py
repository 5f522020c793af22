"""What stands behind the program's name on the command line."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Options(NamedTuple):
    """How the program was asked to start.

    Attributes:
        demo: open the invented Proefschool instead of an own archive.
        data: folder to keep everything in, instead of the usual one.
        version: only say which version this is.
    """

    demo: bool = False
    data: Path | None = None
    version: bool = False


def read_options(arguments: Sequence[str]) -> Options:
    """Read the command line.

    Parameters:
        arguments: without the program's own name.

    Raises:
        SystemExit: `--help`, or something that is not understood; what to do has been printed.
    """
    match arguments:  # the usual ones; argparse and what it loads is for who needs help
        case []:
            return Options()
        case ["--demo"]:
            return Options(demo=True)
        case ["--data", folder]:
            return Options(data=Path(folder))
        case ["--demo", "--data", folder]:
            return Options(demo=True, data=Path(folder))
    import argparse

    parser = argparse.ArgumentParser(
        prog="ruggespraak", description="Leerlingbesprekingen voorbereiden, voeren en verslaan.", add_help=False
    )
    parser.add_argument("--demo", action="store_true", help="open de Proefschool: alles daarin is verzonnen")
    parser.add_argument("--data", type=Path, metavar="MAP", help="bewaar alles in deze map")
    parser.add_argument("--version", action="store_true", help="toon de versie en stop")
    parser.add_argument("--help", action="help", help="toon deze uitleg en stop")
    return Options(**vars(parser.parse_args(arguments)))
