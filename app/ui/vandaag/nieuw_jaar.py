"""From 1 June on: that a new school year can be prepared. It goes when that is done."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.place import Place
from app.ui.widgets.banner import Banner

WORDS = "Zeg wie naar welke groep gaat, wie blijft en wie van school gaat. Je kunt stoppen en later verdergaan."


class YearNotice(Banner):
    """A calm notice with the way to it.

    Signals:
        place_requested: a `Place` to go to.
    """

    place_requested = Signal(object)

    def __init__(self, schooljaar: str, parent: QWidget | None = None) -> None:
        super().__init__("info", f"Bijna schooljaar {schooljaar}", WORDS, parent=parent)
        go = partial(self.place_requested.emit, Place("jaarovergang"))
        self.button = self.add_action("Nieuw schooljaar voorbereiden", go)
