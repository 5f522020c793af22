"""Scenes of conversations: the list of a group, of a teacher, and the page of one."""

from collections import Counter
from collections.abc import Callable

from app.models.gesprek import Gesprek
from app.storage.archive import Archive
from app.ui.gespreksmoment.view import GespreksmomentView
from app.ui.place import Place
from tools.shots.camera import NotRight
from tools.shots.set import Act, Set

CHOSEN = 4
"""Rows that are ticked in the picture."""

AUTUMN = "kind_okt"


def group_list(scene: Set, _name: str) -> None:
    """The list of the group in which most reports miss."""
    missing = Counter(each.groep for each in _talks(scene) if each.moment == AUTUMN and without_report(each))
    groep = missing.most_common(1)[0][0] if missing else scene.who("groep")
    scene.stage.go(Place("gespreksmoment", AUTUMN, groep or ""))


def start_list(scene: Set, _name: str) -> None:
    """The startgesprekken of the largest group."""
    scene.stage.go(Place("gespreksmoment", "start", scene.who("groep")))


def chosen(scene: Set, name: str) -> None:
    """The same list as the first, with what has no report yet ticked."""
    group_list(scene, name)
    view = _list_on(scene)
    view.table.tick([row for row in view.table.rows() if row["regel"].gesprek is None][:CHOSEN] or view.table.rows())
    scene.stage.settle()


def held(scene: Set, name: str) -> None:
    """The dialog that ticks a whole group."""
    scene.stage.go(Place("gespreksmoment", "rapport_feb", scene.who("groep")))
    _list_on(scene).all.click()
    scene.stage.settle()
    scene.take_dialog(name, "Gehouden")


def teacher(scene: Set, name: str) -> None:
    """All conversations of the teacher of that group."""
    group_list(scene, name)
    _list_on(scene).teacher.click()
    scene.stage.settle()


def talk(wanted: Callable[[Gesprek], bool]) -> Act:
    """The act of going to the page of the last conversation that is so."""

    def act(scene: Set, _name: str) -> None:
        fitting = [each for each in _talks(scene) if wanted(each)]
        if not fitting:
            raise NotRight("there is no such conversation")
        last = max(fitting, key=lambda each: (each.datum.isoformat() if each.datum else "", each.id))
        scene.stage.go(Place("gesprek", last.id))

    return act


def other(scene: Set, name: str) -> None:
    """The dialog of a conversation outside the moments."""
    scene.go("leerling", "leerling")
    scene.take_dialog(name, "Nieuw gesprek")


def phone_note(scene: Set, name: str) -> None:
    """The note of a phone call."""
    scene.go("leerling", "leerling")
    scene.take_dialog(name, "Telefoonnotitie")


def planned(gesprek: Gesprek) -> bool:
    """Whether it is to come."""
    return gesprek.staat == "gepland"


def without_report(gesprek: Gesprek) -> bool:
    """Whether its report misses."""
    return gesprek.staat == "gehouden" and gesprek.verslag_op is None


def _list_on(scene: Set) -> GespreksmomentView:
    view = scene.view
    assert isinstance(view, GespreksmomentView)
    return view


def _talks(scene: Set) -> list[Gesprek]:
    found: list[Gesprek] = []
    scene.stage.db.ask(_all, found.extend)
    scene.stage.settle()
    return found


def _all(archive: Archive) -> list[Gesprek]:
    return archive.all(Gesprek)
