"""Scenes of consults: the page of one in each of its stages, and the dialog that begins one."""

from functools import partial

from app.models.consult import Consult
from app.storage.archive import Archive
from app.ui.place import Place
from tools.shots.camera import NotRight
from tools.shots.set import Act, Set


def page(*statuses: str) -> Act:
    """The act of going to a consult in one of these statuses."""

    def act(scene: Set, _name: str) -> None:
        found: list[str] = []
        scene.stage.db.ask(partial(_find, statuses), found.extend)
        scene.stage.settle()
        if not found:
            raise NotRight("there is no such consult")
        scene.stage.go(Place("consult", found[0]))

    return act


def begin(scene: Set, name: str) -> None:
    """The dialog with which a consult begins, about the pupil on screen."""
    scene.go("leerling", "leerling")
    scene.take_dialog(name, "Nieuw consult")


def _find(statuses: tuple[str, ...], archive: Archive) -> list[str]:
    return [each.id for each in archive.all(Consult) if each.status in statuses]
