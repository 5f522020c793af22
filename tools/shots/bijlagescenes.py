"""Scenes of annexes: the card in the dossier, and the viewer. The files are made up, and gone after the picture."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from app.storage.archive import Archive
from app.storage.bijlagen import toevoegen, verwijder
from app.storage.ongedaan import schrijf
from app.ui.leerlingen.dossier import DossierView
from tests.ui.bijlagen.papier import pdf, picture
from tools.shots.set import Set

REPORT = "Onderzoek rekenen.pdf"
AUTHOR = "Anna de Wit"
PAGES = (
    "Onderzoek rekenen||Wat is onderzocht|De automatisering van sommen tot 20, en hoe het kind ze uitrekent.||"
    "Wat we zagen|Het telt op de vingers, en raakt bij grotere sommen de draad kwijt.|"
    "Met een getallenlijn lukt het vaker, en met meer plezier.",
    "Advies||Elke dag tien minuten automatiseren, met een getallenlijn erbij.",
)


def card(scene: Set, name: str) -> None:
    """The card of the dossier with three files."""
    with _files(scene) as view:
        view.area.ensureWidgetVisible(view.annexes)
        scene.take(name)


def viewer(scene: Set, name: str) -> None:
    """Looking at a PDF."""
    import pypdfium2  # noqa: F401  # so that the page stands there when the picture is taken

    with _files(scene):
        scene.take_dialog(name, f"Bekijk {REPORT}")


@contextmanager
def _files(scene: Set) -> Iterator[DossierView]:
    scene.go("leerling", "leerling")
    view = scene.view
    assert isinstance(view, DossierView)
    added: list[str] = []
    scene.stage.db.ask(partial(_add, view.context.folder, scene.who("leerling")), added.extend)
    scene.stage.settle()
    yield view
    scene.stage.db.ask(partial(_remove, added))
    scene.stage.settle()


def _add(folder: Path, leerling: str, archive: Archive) -> list[str]:
    contents = {REPORT: pdf(*PAGES), "Werk uit het schrift.png": picture("PNG", 900, 600)}
    contents["Brief van thuis.txt"] = b"Beste juf"
    with tempfile.TemporaryDirectory() as place:
        for name, content in contents.items():
            (Path(place) / name).write_bytes(content)
        return [toevoegen(archive, folder, Path(place) / each, leerling, None, "", AUTHOR).id for each in contents]


def _remove(added: list[str], archive: Archive) -> None:
    for each in added:
        schrijf(archive, verwijder(archive, each), AUTHOR)
