"""Scenes of what leaves the school: contacts from a table, the pack of a consult and that of a route."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.models.consult import Consult, Toestemming
from app.models.leerling import Ouder, Ouderschap
from app.models.route import Route
from app.storage.archive import Archive
from app.ui.instellingen.contactimport import ContactImportDialog
from app.ui.place import Place
from tools.shots.camera import NotRight
from tools.shots.set import Set

PASTED = """Naam\tRol\tOrganisatie\tSchoolbestuur\tDeelverband\tE-mail
Yara de Groot\tRVZ\t\tStichting De Linde\t\tyara@linde.example
Hugo Prins\tcoördinator\t\t\tOost\thugo@oost.example
Loes van Es\torthopedagoog\tPraktijk De Brug\t\t\tloes@brug.example
\tconsulent\tSWV\t\t\t"""


def contact_table(scene: Set, name: str) -> None:
    """What a pasted list of contacts would do."""
    scene.go("instellingen", part="contacten")
    QGuiApplication.clipboard().setText(PASTED)
    QTimer.singleShot(0, _paste)
    scene.take_dialog(name, "Tabel inlezen")


def application(scene: Set, name: str) -> None:
    """The pack of a consult."""
    _at(scene, "consult", Consult)
    scene.take_dialog(name, "Aanvraag klaarzetten")


def hand_over(scene: Set, name: str) -> None:
    """The pack of a route."""
    _at(scene, "route", Route)
    scene.take_dialog(name, "Overdrachtsdossier")


def _paste() -> None:
    """Press the button in the dialog that is just opening."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, ContactImportDialog):
        dialog.paste.click()
    else:
        QTimer.singleShot(20, _paste)


def _at(scene: Set, view: str, kind: type[Consult] | type[Route]) -> None:
    found: list[str] = []
    scene.stage.db.ask(lambda archive: _with_consent(archive, kind), found.extend)
    scene.stage.settle()
    if not found:
        raise NotRight(f"the Proefschool has no {view}")
    scene.stage.go(Place(view, found[0]))


def _with_consent(archive: Archive, kind: type[Consult] | type[Route]) -> list[str]:
    """The last one there is, with the consent of the parents recorded."""
    found = archive.all(kind)[-1:]
    for each in found:
        for tie in archive.all(Ouderschap, leerling=each.leerling):
            ouder = archive.get(Ouder, tie.ouder)
            if ouder is not None:
                archive.add(Toestemming(leerling=each.leerling, ouder=ouder.naam, antwoord="getekend"), "Proefschool")
    return [each.id for each in found]
