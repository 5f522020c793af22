"""Scenes of planning: the times of Parro, the choices, and the proposal."""

from app.ui.gesprekkenplannen.view import PARRO, PROGRAMMA, GesprekkenplannenView
from app.ui.place import Place
from tools.shots.set import Set

PASTED = 9
"""Rows of the list that is pasted."""


def _open(scene: Set, road: str) -> GesprekkenplannenView:
    scene.stage.go(Place("gesprekkenplannen", "rapport_feb", scene.who("groep")))
    view = scene.view
    assert isinstance(view, GesprekkenplannenView)
    view.road.set_value(road)
    view.road.changed.emit()
    scene.stage.settle()
    return view


def parro(scene: Set, _name: str) -> None:
    """A list from Parro with one row that nobody can place."""
    view = _open(scene, PARRO)
    assert view._bord is not None
    day = view._bord.dagen[0]
    group = [each for each in view._bord.kinderen if each.groep == scene.who("groep")][:PASTED]
    lines = [
        f"{day.day}-{day.month}\t{15 + number // 4}:{number % 4 * 15:02}\t{each.naam}"
        for number, each in enumerate(group)
    ]
    view.parro.text.setPlainText("\n".join([*lines, f"{day.day}-{day.month}\t17:30\tIemand Anders"]))
    scene.until(view.parro.found.isVisible)


def choices(scene: Set, _name: str) -> None:
    """For whom and when."""
    _open(scene, PROGRAMMA)


def proposal(scene: Set, _name: str) -> None:
    """What the program proposes for the whole school."""
    view = _open(scene, PROGRAMMA)
    view.choices.all_on.click()
    view.accept.click()
    scene.until(view.proposal.isVisible)
