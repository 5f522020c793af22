"""Every view of the program, one after the other, in one window, as somebody does in a morning."""

from pathlib import Path

from app.storage.folder import data_folder
from app.ui.place import Place
from app.ui.window.views import VIEWS
from tools.cast import Cast, find_cast
from tools.stage import Stage

SHOWS = {
    "leerling": "leerling",
    "groepsraster": "groep",
    "bespreking": "komend",
    "bespreekmodus": "open",
    "formulier": "vastgesteld",
    "verslag": "vastgesteld",
    "vergelijken": "verbeterd",
}
"""View -> who of the cast it shows; the other views show no one in particular."""


def visit_all(data: Path) -> Stage:
    """Go everywhere.

    Parameters:
        data: folder with the Proefschool.

    Returns:
        The stage, with all views made.
    """
    stage = Stage(data_folder(demo=True, override=data))
    found: list[Cast] = []
    stage.db.ask(find_cast, found.append)
    stage.settle()
    for view in VIEWS:
        who = SHOWS.get(view)
        stage.go(Place(view, getattr(found[0], who) if who else ""))
    return stage
