"""The table of what is pictured: the name of a picture, and how to get there."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.ui.gesprekken.legenda import MomentLink
from app.ui.importeren.view import ImporterenView
from app.ui.instellingen.view import DELEN
from app.ui.widgets.growing_text import GrowingText
from tests.imports.maak_edexml import edexml, verzonnen_school
from tools.shots import bijlagescenes, consultscenes, gespreksscenes, pakketscenes, planning, routescenes, tabel
from tools.shots.set import Act, Set, at
from tools.stage import pause

PUPILS = 60
LETTERS = "noor"
SEARCH_MILLISECONDS = 400
PROPOSAL = "plan.aanpak"
"""The field in which an approach is proposed (form A.6, section 4)."""

OTHER_POLICY = "Kies dit beleid: Kind- en oudercontact zoals op papier"
POLICY = "Gesprekken met de wettelijke tijdlijn"

SECTIONS = ("hulpvraag", "acties", "onderwijsbehoeften", "plan", "begeleiding", "aanmelding", "ouders", "vervolg")
"""Of form A.6."""


def with_dialog(act: Act, words: str) -> Act:
    """The act of opening a dialog from a view."""

    def both(scene: Set, name: str) -> None:
        act(scene, name)
        scene.take_dialog(name, words)

    return both


def closing_screen(who: str, last: str = SECTIONS[-1]) -> Act:
    """The act of going on from the last section in bespreekmodus."""

    def act(scene: Set, _name: str) -> None:
        scene.go("bespreekmodus", who, last)
        scene.press("Verder: afronden")

    return act


def warning(scene: Set, _name: str) -> None:
    """What is said when a proposed approach is like one that did not work before with this pupil."""
    scene.go("bespreekmodus", "open", PROPOSAL)
    field = scene.window.focusWidget()
    assert isinstance(field, GrowingText)
    field.selectAll()
    field.insertPlainText(scene.failed_before() + ", elke ochtend")
    scene.view.leave()
    scene.stage.settle()


def palette(scene: Set, _name: str) -> None:
    """Ctrl+K from the first page, with a few letters typed."""
    scene.go("vandaag")
    scene.press("Zoeken (Ctrl K)")
    line = scene.window.focusWidget()
    assert isinstance(line, QLineEdit)
    line.insert(LETTERS)
    pause(SEARCH_MILLISECONDS)
    scene.take("palet")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    scene.stage.settle()


def moment(scene: Set, name: str) -> None:
    """One moment of the year, with what came of it."""
    scene.go("gesprekken")
    link = next(each for each in scene.view.findChildren(MomentLink) if each.isVisible())
    scene.take_dialog(name, link.accessibleName())


def month(scene: Set, _name: str) -> None:
    """The month before this one, in which there were conversations and a holiday."""
    scene.go("gesprekken", part="maand")
    scene.press("Vorige maand (Page Up)")


def import_preview(scene: Set, _name: str) -> None:
    """What a file of the administration would change."""
    scene.go("importeren")
    view = scene.view
    assert isinstance(view, ImporterenView)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "EDEX.XML"
        file.write_bytes(edexml(verzonnen_school(PUPILS)))
        view.read(file)
        scene.until(view.proposal.isVisible)


def own_policy(scene: Set, name: str) -> None:
    """A policy of the school's own, being adapted; made for the picture and taken away again."""
    scene.go("instellingen", part="gespreksbeleid")
    scene.press(f"Maak een eigen versie: {POLICY}")
    scene.take_dialog(name, f"Pas aan: {POLICY} (eigen versie)")
    scene.press(f"Haal weg: {POLICY} (eigen versie)")


IN_THE_PROGRAM: Mapping[str, Act] = {
    "vandaag": at("vandaag"),
    "leerlingen": at("leerlingen"),
    "leerling": at("leerling", "leerling"),
    "leerling-bijlagen*": bijlagescenes.card,
    "bijlage-bekijken*": bijlagescenes.viewer,
    "groepsraster": at("groepsraster", "groep"),
    "importeren": at("importeren"),
    "besprekingen": at("besprekingen"),
    "bespreking": at("bespreking", "komend"),
    "bespreking-gehouden": at("bespreking", "gehouden"),
    **{
        f"bespreekmodus-{number}-{section}": at("bespreekmodus", "open", section)
        for number, section in enumerate(SECTIONS, 1)
    },
    "formulier": at("formulier", "vastgesteld"),
    "evaluatie": at("formulier", "te_evalueren", "evaluatie"),
    "verslag": at("verslag", "vastgesteld"),
    "vergelijken": at("vergelijken", "verbeterd"),
    "gesprek-bespreekmodus": at("bespreekmodus", "gesprek_open", "begin"),
    "gesprek-afronden": closing_screen("gesprek_open", "afspraken"),
    "gesprek-verslag": at("verslag", "gesprek_klaar"),
    "gesprekken": at("gesprekken"),
    "gesprekken-maand": month,
    "gesprekken-moment*": moment,
    "jaarovergang-groepen": at("jaarovergang", part="groepen"),
    "jaarovergang-leerlingen": at("jaarovergang", part="leerlingen"),
    "jaarovergang-nakijken": at("jaarovergang", part="nakijken"),
    **{f"instellingen-{part}": at("instellingen", part=part) for part in DELEN},
    "gespreksmoment": gespreksscenes.group_list,
    "gespreksmoment-gekozen": gespreksscenes.chosen,
    "gespreksmoment-start": gespreksscenes.start_list,
    "gespreksmoment-leraar": gespreksscenes.teacher,
    "gesprek": gespreksscenes.talk(gespreksscenes.planned),
    "gesprek-gehouden": gespreksscenes.talk(gespreksscenes.without_report),
    "gesprekkenplannen": planning.choices,
    "gesprekkenplannen-voorstel": planning.proposal,
    "gesprekkenplannen-parro": planning.parro,
    "routes": at("routes"),
    "routes-beeindigd": routescenes.ended,
    "route": routescenes.page(routescenes.with_meeting),
    "route-begin": routescenes.page(routescenes.at_first),
    "route-beeindigd": routescenes.page(routescenes.over),
    "dialoog-route-begin*": routescenes.begin,
    "dialoog-route-einde*": routescenes.in_dialog(routescenes.with_meeting, "Beëindig"),
    "dialoog-mpo*": routescenes.in_dialog(routescenes.with_meeting, "Plan een MPO"),
    "consulten": at("consulten"),
    "consult": consultscenes.page("concept"),
    "consult-afspraak": consultscenes.page("afspraak"),
    "consult-afgerond": consultscenes.page("afgerond", "vervolg"),
    "dialoog-nieuw-consult*": consultscenes.begin,
    "handleiding": at("handleiding"),
    "palet*": palette,
    "bespreekmodus-waarschuwing": warning,
    "importeren-voorstel": import_preview,
    "tabelimport": at("tabelimport"),
    "tabelimport-kolommen": tabel.columns,
    "tabelimport-voorbeeld": tabel.preview("nieuw"),
    "tabelimport-fouten": tabel.preview("fout"),
    "afronden": closing_screen("open"),
    "afronden-vastgesteld": closing_screen("vastgesteld"),
    "dialoog-bespreking-plannen*": with_dialog(at("besprekingen"), "Bespreking plannen"),
    "dialoog-leerling*": with_dialog(at("leerling", "leerling"), "Bewerken"),
    "dialoog-leerling-toevoegen*": with_dialog(at("leerlingen"), "Leerling toevoegen"),
    "dialoog-gehouden*": gespreksscenes.held,
    "dialoog-nieuw-gesprek*": gespreksscenes.other,
    "dialoog-telefoonnotitie*": gespreksscenes.phone_note,
    "dialoog-groep*": with_dialog(at("instellingen", part="groepen"), "Wijzig groep 5/6"),
    "dialoog-vervanging*": with_dialog(at("instellingen", part="groepen"), "Vervanging toevoegen"),
    "dialoog-ouder*": with_dialog(at("leerling", "leerling"), "Ouder of verzorger toevoegen"),
    "dialoog-vakantie*": with_dialog(at("instellingen", part="schooljaar"), "Wijzig Herfstvakantie"),
    "dialoog-studiedag*": with_dialog(at("instellingen", part="schooljaar"), "Dag toevoegen"),
    "dialoog-beleid-kiezen*": with_dialog(at("instellingen", part="gespreksbeleid"), OTHER_POLICY),
    "dialoog-beleid-aanpassen*": own_policy,
    "dialoog-contacten-inlezen*": pakketscenes.contact_table,
    "dialoog-contact*": with_dialog(at("instellingen", part="contacten"), "Contact toevoegen"),
    "dialoog-pakket-aanvraag*": pakketscenes.application,
    "dialoog-pakket-overdracht*": pakketscenes.hand_over,
    "dialoog-agenda-toevoegen*": with_dialog(at("bespreking", "komend"), "Leerling toevoegen"),
}
"""With the Proefschool. A scene whose name ends in `*` takes its pictures itself."""

IN_AN_EMPTY_SCHOOL: Mapping[str, Act] = {
    "leeg-vandaag": at("vandaag"),
    "leeg-leerlingen": at("leerlingen"),
    "leeg-besprekingen": at("besprekingen"),
    "leeg-groepsraster": at("groepsraster"),
    "leeg-gesprekken": at("gesprekken"),
    "leeg-gespreksmoment": at("gespreksmoment"),
    "leeg-routes": at("routes"),
    "leeg-consulten": at("consulten"),
}
"""On the first day: a school without anybody in it."""
