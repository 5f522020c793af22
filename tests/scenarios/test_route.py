"""A pupil from OPP along all seven blocks of the route, with parents who see it differently, in the real window."""

from datetime import date
from pathlib import Path

import docx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.models.consult import Verstrekking
from app.storage.archive import Archive
from app.ui.pakket.antwoord import AntwoordDialog
from app.ui.pakket.dialoog import PakketDialoog
from tests.exports.lezen import as_text
from tests.faults.program import Program, archive_with_keys
from tests.scenarios.consultgesprek import go_to_field
from tests.scenarios.in_het_venster import CONTROL, DOWN, ENTER, TAB, find, on, with_dialog
from tests.scenarios.routestations import (
    at,
    begin,
    can_press,
    close_the_form,
    decide,
    disagree,
    last_mpo,
    named,
    open_form,
    plan_mpo,
    refused,
    step,
    steps,
    tell,
    tell_the_directeur,
    the_route,
    tick,
    to_the_route,
)
from tests.scenarios.zorgschool import COORDINATOR, NAAM, RVZ, fill

PARENTS = ("Sanne Bakker", "Mark van den Berg")
NIET_EENS = "De ouders zien Noor liever op een kleine school."
VRAAG = "Wat heeft Noor nodig om weer naar school te durven?"
BEGINSITUATIE = "Noor is drie ochtenden per week op school."


OPP = {
    "Vanaf welke dag geldt dit OPP?": "5 okt",
    "Tot en met welke dag?": "9 jul 2027",
    "Hoe staat het kind er nu voor?": BEGINSITUATIE,
    "Naar welk vervolgonderwijs werkt het kind toe?": "h",
    "Waarop is die verwachting gebaseerd?": "Haar werk van dit jaar.",
    "Wat helpt dit kind om daar te komen?": "Kleine stappen.",
    "Wat maakt het moeilijk?": "Drukte.",
    "Wat willen jullie in deze periode bereiken?": "Noor komt elke dag.",
    "Welke extra ondersteuning krijgt het kind?": "Begeleiding bij de start van de dag.",
    "Waarin wijkt het onderwijs af van dat van de groep?": "Een eigen dagplan.",
}


NOTULEN = {
    "Wat zien en willen de ouders?": ("", "Een kleine klas."),
    "Wat ziet en wil de school?": ("", "Een dagplan met hulp."),
    "Zijn ouders en school het eens over wat past?": ("", "n"),
    "Waarover wel, waarover niet, en waarom?": ("", NIET_EENS),
    "Wie doet wat, en wanneer is het klaar?": ("Wat, regel 1", "Dossier klaarzetten"),
}


WEG = [
    ("begin", "school"),
    ("verder", "rvz"),
    ("terug", "school"),
    ("verder", "rvz"),
    ("besluit", "indigo"),
    ("besluit", "leerplicht"),
    ("verder", "mpo"),
    ("verder", "rvz_coordinator"),
    ("overslaan", "coordinator"),
    ("terug", "mpo_coordinator"),
    ("besluit", "deskundigen"),
    ("verder", "coordinator"),
    ("besluit", "onderwijsconsulent"),
    ("besluit", "overname"),
    ("verder", "swv"),
    ("besluit", "geld_volgt_leerling"),
    ("besluit", "deelverband_5"),
    ("einde", "swv"),
]


def make_the_opp(you: Program) -> None:
    """From the first station; Noor is heard, and each parent answers for themselves."""
    open_form(you, "Maak het OPP")
    for label, words in OPP.items():
        go_to_field(you, label)
        you.type(words)
    go_to_field(you, "Wat zei het kind, en wanneer?", "Wat vindt het kind, regel 1")
    you.type("Ik wil een rustige plek.")
    you.press(TAB)
    you.press(DOWN)
    you.press(TAB)
    you.type("1 okt")
    go_to_field(you, "Wat is per ouder het antwoord op het handelingsdeel?", "Antwoord, regel 1")
    you.press(DOWN)
    you.tab_to("Antwoord, regel 2")
    you.press(DOWN)
    go_to_field(you, "Wanneer evalueren jullie dit OPP?")
    you.type("1 jun 2027")
    close_the_form(you, "School")


def a_step_back(you: Program) -> None:
    """The RVZ asks for more; without a reason one doesn't go back."""
    step(you, "Stap terug", "De RVZ vraagt om een nieuwe observatie.")
    assert at(you) == "school"
    step(you, "Verder naar Overdracht RVZ")


def at_the_rvz(you: Program) -> None:
    """The case, the request in Indigo, and leerplicht since Noor may stay at home."""
    assert "casus ingebracht bij de RVZ" in refused(you, "Verder")
    tick(you, "Casus ingebracht")
    decide(you, "Aanvraag in Indigo gestart")
    decide(you, "Leerplicht erbij", ("afgestemd met", ""), ("dreigt thuis", ""))
    step(you, "Verder naar MPO")
    assert at(you) == "mpo"


def the_first_mpo(you: Program) -> None:
    """With minutes, which say the outcome: the parents want something else than the school."""
    plan_mpo(you, "26 okt", RVZ)
    open_form(you, "Maak verslag")
    for label, (name, words) in NOTULEN.items():
        go_to_field(you, label, name)
        you.type(words)
    you.press(TAB)
    you.type("Anna de Wit")
    close_the_form(you, "MPO")
    tell_the_directeur(you)
    assert last_mpo(you).uitkomst == "geen_overeenstemming"
    assert last_mpo(you).directeur_op == date(2026, 10, 26)
    step(you, "Verder")
    assert at(you) == "rvz_coordinator"


def hand_over(you: Program, documents: Path) -> None:
    """The dossier for the coordinator, with the consent of both parents; it is told what left the school."""

    def signed() -> None:
        you.press(DOWN)
        you.press(ENTER, CONTROL)

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        you.wait(dialog.verdict.isVisible)
        assert "nog niet binnen" in dialog.verdict.text.text()
        for parent in PARENTS:
            named(you, AntwoordDialog, f"Antwoord vastleggen van {parent}", signed)
        assert [each.naam for each in dialog.contacts.contacten()] == [RVZ, COORDINATOR]  # whose turn it is
        you.push("Bekijk wat erin komt")
        you.press(ENTER, CONTROL)

    with_dialog(you, PakketDialoog, choose, lambda: you.push("Overdrachtsdossier"))
    you.wait(lambda: you.says("is gemaakt."))
    (made,) = [each for each in documents.iterdir() if each.is_dir()]
    words = as_text(docx.Document(str(made / "01 Overdrachtsdossier.docx")))
    for each in (
        NAAM,
        VRAAG,
        BEGINSITUATIE,
        "Leerplicht erbij",
        "De RVZ vraagt om een nieuwe observatie.",
        RVZ,
        NIET_EENS,
    ):
        assert each in words
    (told,) = you.ask(lambda archive: archive.all(Verstrekking))
    assert told.aan.startswith(RVZ)
    assert COORDINATOR in told.aan
    assert told.grond.count("getekend") == 2
    find(you, NAAM)
    assert you.says("Wat de school uit ging")
    assert you.says("overdracht in de ondersteuningsroute")
    to_the_route(you, "RVZ en coördinator")


def next_station(you: Program) -> None:
    """In the list above the reason, where the cursor is at first."""
    you.press(Qt.Key.Key_Backtab)
    you.press(DOWN)


def skip_and_come_back(you: Program) -> None:
    """The coordinator is busy with it already, so a block is left out; then there is an MPO after all."""
    step(you, "Sla over", "De coördinator is al begonnen.", lambda: next_station(you))
    assert at(you) == "coordinator"
    step(you, "Stap terug", "De ouders willen toch een overleg.")
    assert at(you) == "mpo_coordinator"


def the_second_mpo(you: Program) -> None:
    """With the coordinator, and again no agreement; experts are asked."""
    decide(you, "Deskundigen", ("Wie of welke deskundigheid", "een GZ-psycholoog"))
    plan_mpo(you, "9 nov", COORDINATOR, coordinator=True)
    disagree(you, "De ouders willen een kleine klas, de school een dagplan.")
    tell_the_directeur(you)
    assert last_mpo(you).coordinator
    step(you, "Verder naar Coördinator")
    assert at(you) == "coordinator"


def at_the_coordinator(you: Program) -> None:
    """Judged, the onderwijsconsulent, and the SWV takes over."""
    tick(you, "Dossier beoordeeld")
    decide(you, "Onderwijsconsulent", ("Ouders geïnformeerd op", "9 november"))
    decide(you, "SWV gevraagd")
    tell(you, "de directeur van de school")
    tell(you, "het management van het SWV")
    step(you, "Verder naar Management SWV")
    assert at(you) == "swv"


def at_the_swv(you: Program) -> None:
    """A place only when the money follows; then the route ends."""
    assert "Leg vast: 5e deelverband: SO of SBO" not in can_press(you)
    decide(you, "Geld volgt leerling", ("akkoord", ""))
    decide(you, "5e deelverband", ("speciaal onderwijs (SO)", ""), ("Welke school", "De Linde"))
    step(you, "Beëindig", "Noor gaat naar De Linde.")
    assert the_route(you).beeindigd_op


def test_along_all_seven_blocks(program, tmp_path, vandaag, documents):
    archive_with_keys(tmp_path / "archief", fill)
    you = program(tmp_path / "archief")
    you.unlock()
    you.unlocked()
    on(you, vandaag, date(2026, 10, 5))
    begin(you, VRAAG, "Twee handelingsplannen hielpen niet genoeg.")
    missing = refused(you, "Verder")
    assert "OPP opgesteld" in missing
    assert "beginsituatie vastgelegd" in missing
    make_the_opp(you)
    assert refused(you, "Verder") == "Er mist nog iets: de regievoerder zorgplicht informeren."
    tell(you, "de regievoerder zorgplicht")
    step(you, "Verder naar Overdracht RVZ")
    assert at(you) == "rvz"
    a_step_back(you)
    at_the_rvz(you)
    on(you, vandaag, date(2026, 10, 26))
    to_the_route(you, "MPO")
    the_first_mpo(you)
    hand_over(you, documents)
    skip_and_come_back(you)
    on(you, vandaag, date(2026, 11, 9))
    to_the_route(you, "MPO met coördinator")
    the_second_mpo(you)
    at_the_coordinator(you)
    at_the_swv(you)
    assert steps(you) == WEG
    assert you.ask(Archive.check) == []
