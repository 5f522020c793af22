"""Scenes of the ondersteuningsroute: the board, and the page of one pupil."""

from collections.abc import Callable
from functools import partial

from app.models.route import Mpo, Route
from app.storage.archive import Archive
from app.ui.place import Place
from tools.shots.camera import NotRight
from tools.shots.set import Act, Set

Wanted = Callable[[Archive, Route], bool]


def page(wanted: Wanted) -> Act:
    """The act of going to the route of a pupil that is so."""

    def act(scene: Set, _name: str) -> None:
        found: list[str] = []
        scene.stage.db.ask(partial(_find, wanted), found.extend)
        scene.stage.settle()
        if not found:
            raise NotRight("there is no such route")
        scene.stage.go(Place("route", found[0]))

    return act


def ended(scene: Set, _name: str) -> None:
    """Those that ended."""
    scene.go("routes")
    scene.press("Beëindigd")


def begin(scene: Set, name: str) -> None:
    """The dialog with which a route begins, for a pupil who is on none."""
    scene.stage.go(Place("leerling", scene.who("leerling")))
    scene.take_dialog(name, "Begin een route")


def in_dialog(wanted: Wanted, words: str) -> Act:
    """The act of opening a dialog from the page of a route that is so."""

    def act(scene: Set, name: str) -> None:
        page(wanted)(scene, name)
        scene.take_dialog(name, words)

    return act


def at_first(_archive: Archive, route: Route) -> bool:
    """Whether it has only just begun."""
    return route.beeindigd_op is None and route.station == "school"


def with_meeting(archive: Archive, route: Route) -> bool:
    """Whether it runs and has an MPO with an outcome."""
    return route.beeindigd_op is None and any(each.uitkomst for each in archive.all(Mpo, route=route.id))


def over(_archive: Archive, route: Route) -> bool:
    """Whether it ended."""
    return route.beeindigd_op is not None


def _find(wanted: Wanted, archive: Archive) -> list[str]:
    return [each.id for each in archive.all(Route) if wanted(archive, each)]
