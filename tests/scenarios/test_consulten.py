"""A pupil from form A.6 by an eenmalig consult and a startgesprek to Analyse en Ondersteuning, in the real window."""

from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.models.bespreking import Formulier
from app.models.consult import Bijlage, Verstrekking
from app.storage.archive import Archive
from app.ui.bespreekmodus.view import BespreekmodusView
from app.ui.consult.nieuw import NewConsultDialog
from app.ui.consult.view import ConsultView
from app.ui.pakket.antwoord import AntwoordDialog
from app.ui.pakket.dialoog import PakketDialoog
from app.ui.verslag.view import VerslagView
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.segmented import Segment
from tests.exports.lezen import as_text
from tests.faults.program import Program, archive_with_keys
from tests.scenarios.consultgesprek import (
    appoint,
    fill_in,
    grant,
    hand_in,
    here,
    hold,
    judge,
    misses,
    more_is_needed,
    push,
    report,
    ticked,
)
from tests.scenarios.in_het_venster import CONTROL, DOWN, ENTER, SPACE, TAB, find, on, settle, view, with_dialog
from tests.scenarios.schooljaar_start import next_section
from tests.scenarios.zorgschool import NAAM, fill

EENMALIG, START = "Eenmalig consult", "Startgesprek"
PARENTS = ("Sanne Bakker", "Mark van den Berg")
NAMES = ("toetsen groep 5.pdf", "gesprek met ouders.pdf")
OVERZICHT, INZICHT = "Welk overzicht leverde het gesprek op?", "Welk inzicht leverde het gesprek op?"
PACK = [
    "01 Inhoud.docx",
    "02 Aanvraag startgesprek SWV.docx",
    "03 Uitdraai van het LOVS.pdf",
    "04 Verslagen van oudergesprekken.pdf",
]
FIRST = {OVERZICHT: "Noor werkt goed als ze weet wat komt.", INZICHT: "De overgang na de pauze is het moeilijkst."}
SECOND = {OVERZICHT: "Thuis gaat beginnen net zo.", INZICHT: "Noor heeft hulp nodig bij het plannen."}
HULPVRAAG = "Hoe helpen we Noor om na de pauze weer te beginnen?"
HELPT, REMT = "maakt graag plannen met een ander", "raakt snel afgeleid door geluid"
ACTIE = "Planbord op tafel"
AFSPRAAK = "Rustig beginnen na de pauze"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two files that stand on the laptop."""
    found = [tmp_path / name for name in NAMES]
    for each in found:
        each.write_bytes(b"%PDF-1.4\n" + b"canary" * 400 + b"\n%%EOF\n")
    return found


def discuss(you: Program) -> None:
    """Form A.6 in bespreekmodus: what is needed, what was tried, and the decision that help from outside is asked."""
    find(you, NAAM)
    you.push("Begin bespreking")
    view(you, BespreekmodusView)
    you.wait(lambda: isinstance(you.focus(), GrowingText) and you.focus().isVisible())
    you.type(HULPVRAAG)
    you.tab_to("kind, stimulerend")
    you.type(HELPT)
    next_section(you)
    you.type(ACTIE)
    next_section(you)
    you.type("In januari begint Noor binnen twee minuten.")
    next_section(you)
    you.tab_to("Past dit in het groepsplan?")
    you.press(DOWN)
    next_section(you)
    next_section(you)
    you.tab_to("externe handelingsgerichte begeleiding")
    you.press(SPACE)
    next_section(you)
    you.tab_to("Hoe horen de ouders")
    you.press(DOWN)
    you.tab_to("Wanneer horen ze het?")
    you.type("morgen")
    next_section(you)
    you.tab_to("Wat, regel 1")
    you.type(AFSPRAAK)
    you.press(TAB)
    you.type("Joke Smit")
    you.press(TAB)
    you.type("over 2 weken")
    you.tab_to("Wanneer kijken we terug?")
    you.type("over 6 weken")
    you.press(ENTER, CONTROL)
    you.wait(lambda: you.says("Loop het samen langs"))
    you.tab_to("ja")
    you.press(SPACE)
    you.wait(lambda: you.says("Alles wat nodig is, staat erin."))
    you.push("Stel het formulier vast")
    view(you, VerslagView)
    settle(you)


def begin_the_eenmalig_consult(you: Program) -> None:
    """Straight from the report of the form; what is known comes along."""
    with_dialog(you, NewConsultDialog, lambda: you.press(ENTER, CONTROL), lambda: you.push("Begin consult"))
    view(you, ConsultView)
    settle(you)
    assert you.says(HULPVRAAG)
    assert you.says(HELPT)
    assert you.says(ACTIE)


def complete_the_eenmalig_consult(you: Program) -> None:
    """Not before it is said who asks, and how the parents hear of it."""
    push(you, "Aanvraag is volledig")
    assert here(you).status == "concept"
    assert any("Kies van wie de vraag komt" in each for each in misses(you))
    ticked(you, "leerkracht")

    def parents() -> None:
        you.press(DOWN)
        you.press(DOWN)
        you.tab_to("Wanneer horen de ouders het?")
        you.type("morgen")

    fill_in(you, "Vul in: Kies of de ouders bij het gesprek zijn", parents)
    assert misses(you) == ["Vul in wie het de ouders vertelt."]

    def by_whom() -> None:
        you.type("Joke Smit")
        you.press(TAB)

    fill_in(you, "Vul in: Vul in wie het de ouders vertelt", by_whom)
    push(you, "Aanvraag is volledig")
    assert here(you).status == "volledig"


def pack(you: Program, documents: Path) -> None:
    """One folder to upload; the annexes only with the signature of both parents."""

    def answer(parent: str) -> None:
        def signed() -> None:
            you.press(DOWN)
            you.press(ENTER, CONTROL)

        with_dialog(
            you, AntwoordDialog, signed, lambda: (you.tab_to(f"Antwoord vastleggen van {parent}"), you.press(SPACE))
        )

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        you.wait(dialog.verdict.isVisible)
        assert "Het antwoord van Sanne Bakker is nog niet binnen" in dialog.verdict.text.text()
        assert "LOVS" not in dialog.names.text()
        for parent in PARENTS:
            answer(parent)
        you.wait(lambda: "03 Uitdraai van het LOVS.pdf" in dialog.names.text())
        you.push("Toestemmingsbrief")
        you.wait(lambda: bool(list(documents.glob("*oestemming*"))))
        you.press(ENTER, CONTROL)

    with_dialog(you, PakketDialoog, choose, lambda: you.push("Aanvraag klaarzetten"))
    you.wait(lambda: you.says("is gemaakt."))
    (made,) = [each for each in documents.iterdir() if each.is_dir()]
    assert made.name == f"Aanvraag startgesprek SWV {NAAM}"
    assert sorted(each.name for each in made.iterdir()) == PACK
    words = as_text(docx.Document(str(made / PACK[1])))
    for each in (HULPVRAAG, HELPT, ACTIE, "Sanne Bakker"):
        assert each in words
    assert PACK[0] in as_text(docx.Document(str(made / PACK[0])))
    assert PACK[3].removesuffix(".pdf") in as_text(docx.Document(str(made / PACK[0])))
    assert b"canary" in (made / PACK[2]).read_bytes()
    (told,) = you.ask(lambda archive: archive.all(Verstrekking))
    assert (told.leerling, told.van, list(told.wat)) == ("noor", here(you).id, PACK)


def count_the_hours(you: Program) -> None:
    """Four hours and a half are refused; four are kept."""
    for label, minutes in (("Voorbereiding", "90"), ("Reis", "60"), ("Gesprek", "120")):
        you.tab_to(label)
        you.type(minutes)
        you.press(TAB)
        settle(you)
    assert you.says("Samen 4 uur 30 min: 30 min meer")
    assert here(you).gesprek == 0
    you.tab_to("Gesprek")
    you.press(Qt.Key.Key_A, CONTROL)
    you.type("90")
    you.press(TAB)
    settle(you)
    assert (here(you).voorbereiding, here(you).reis, here(you).gesprek) == (90, 60, 90)


def everything_came_along(you: Program) -> None:
    """The application for A&O: question, factors, actions, what the conversations brought, and the annexes."""
    new = here(you)
    assert new.soort == "analyse_ondersteuning"
    assert annexes(you) == set(NAMES)
    form = you.ask(lambda archive: archive.get(Formulier, new.formulier))
    said = form.antwoorden
    assert said["hulpvraag"]["hulpvraag"] == HULPVRAAG
    assert HELPT in str(said["factoren"])
    assert ACTIE in str(said["interventies"])
    told = said["hulpvraag"]["eerder"]
    assert [told.count(brought) for brought in (*FIRST.values(), *SECOND.values())] == [1] * 4
    assert told.index("Eenmalig consult van") < told.index("Startgesprek SWV van")


def complete_the_startgesprek(you: Program) -> None:
    """Much came along; each thing that misses is named, and the way to it stands beside it."""
    assert here(you).soort == "startgesprek_swv"
    assert you.says(HULPVRAAG)
    assert you.says(ACTIE)
    push(you, "Aanvraag is volledig")
    assert here(you).status == "concept"
    assert [each.split()[0] for each in misses(you)] == ["Lees", "Vertel", "Laat", "Spreek"] + ["Voeg"] * 2 + [
        "Zeg"
    ] * 4

    fill_in(you, "Vul in: Lees de hulpvraag nog eens door", lambda: yes(you))
    fill_in(you, "Vul in: Vertel de ouders", lambda: [yes(you) for _ in range(3)])
    assert len(misses(you)) == 6


def attach(you: Program, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Two files in the system's own dialog; of the other lines it is said that they are not needed."""
    for punt, file in zip(("Uitdraai van het LOVS", "Verslagen van oudergesprekken"), files, strict=True):
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, file=file: ([str(file)], ""))
        before = len(misses(you))
        you.tab_to(f"Bestand toevoegen bij {punt}")
        you.press(SPACE)
        you.wait(lambda before=before: len(misses(you)) == before - 1)
    assert not any(b"canary" in each.read_bytes() for each in (files[0].parent / "archief" / "bijlagen").iterdir())
    for punt in ("factoren", "interventies", "onderzoek", "opp"):
        judge(you, punt, 2)
    assert annexes(you) == set(NAMES)
    push(you, "Aanvraag is volledig")
    assert here(you).status == "volledig"


def annexes(you: Program) -> set[str]:
    """Names of the files with the consult on screen."""
    consult = here(you).id
    return {each.naam for each in you.ask(lambda archive: archive.all(Bijlage, van=consult))}


def yes(you: Program) -> None:
    """On to the next `ja`, which is taken."""
    you.tab_until(lambda widget: isinstance(widget, Segment) and not widget.isChecked() and widget.text() == "ja")
    you.press(SPACE)


def test_from_a6_to_analyse_en_ondersteuning(program, tmp_path, vandaag, documents, files, monkeypatch):
    archive_with_keys(tmp_path / "archief", fill)
    you = program(tmp_path / "archief")
    you.unlock()
    you.unlocked()
    on(you, vandaag, date(2026, 10, 5))
    discuss(you)
    begin_the_eenmalig_consult(you)
    complete_the_eenmalig_consult(you)
    hand_in(you, EENMALIG, known=False)
    grant(you)
    appoint(you, "12 okt", "13:30")
    hold(you, vandaag, EENMALIG, date(2026, 10, 12))
    report(you, EENMALIG, FIRST)
    more_is_needed(you)
    complete_the_startgesprek(you)
    attach(you, files, monkeypatch)
    pack(you, documents)
    hand_in(you, START, known=True)
    grant(you)
    appoint(you, "2 nov", "15:00")
    hold(you, vandaag, START, date(2026, 11, 2))
    count_the_hours(you)
    report(you, START, SECOND)
    more_is_needed(you)
    everything_came_along(you)
    assert you.ask(Archive.check) == []
