"""Choosing a conversation policy, adapting a copy, and seeing what changes before it is written."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.models.gesprek import Gesprek
from app.models.gespreksbeleid.loader import parse_beleid
from app.models.leerling import Leerling
from app.models.schooljaar import Gespreksbeleid, Schooljaar
from app.storage.jaarinstellingen import jaar_wijzigen
from app.storage.ongedaan import schrijf
from app.storage.schooljaren import beleidstekst, het_jaar
from app.ui.exporteren import openen
from app.ui.instellingen.beleid_dialoog import BeleidDialog
from app.ui.instellingen.beleid_verschil import VerschilDialog
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Text

YEAR = "2026-2027"
LAW, PAPER = "Gesprekken met de wettelijke tijdlijn", "Kind- en oudercontact zoals op papier"
OWN = Gespreksbeleid(
    id="eigen", naam="Ons beleid", basis="wettelijke_tijdlijn", tekst=beleidstekst("wettelijke_tijdlijn")
)


def said(widget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(Text))


def buttons(part) -> list[str]:
    return [each.accessibleName() for each in part.findChildren(Button) if each.isVisible()]


@pytest.fixture
def preview(monkeypatch):
    """Answers previews; what they showed is remembered."""
    shown: list[str] = []
    answers = [True]

    def ask(_cls, *arguments):
        dialog = VerschilDialog(*arguments)
        dialog.show()
        shown.append(said(dialog))
        dialog.deleteLater()
        return answers.pop(0) if len(answers) > 1 else answers[0]

    monkeypatch.setattr(VerschilDialog, "ask", classmethod(ask))
    return shown, answers


@pytest.fixture
def own_in_force(ask):
    def write(archive):
        archive.add(OWN, "Anna")
        schrijf(archive, [jaar_wijzigen(het_jaar(archive, YEAR), beleid=OWN.id)], "Anna")

    ask(lambda archive: [write(archive)])


def edit(monkeypatch, change):
    """Let the editor be used instead of waiting for a person."""

    def ask(_cls, parent, text):
        dialog = BeleidDialog(parent, text)
        change(dialog)
        answer = dialog.answer() if dialog.complaint() == "" else None
        dialog.deleteLater()
        return answer

    monkeypatch.setattr(BeleidDialog, "ask", classmethod(ask))


def test_the_policy_of_the_year_is_read_in_words(open_part):
    part = open_part("gespreksbeleid")
    shown = said(part)
    assert "Startgesprekken: schoolweek 2 · alle groepen · verplicht" in shown
    assert "Leerkracht, ouders en het kind vanaf groep 5 · 15 minuten" in shown
    assert "Binnen 7 kalenderdagen na het gesprek" in shown
    assert f"Kies dit beleid: {LAW}" not in buttons(part)
    assert f"Kies dit beleid: {PAPER}" in buttons(part)


def test_another_policy_is_chosen_after_its_changes_were_shown(open_part, press, preview, ask):
    open_part("gespreksbeleid")
    ask(lambda archive: [archive.add(Leerling(id="noor", roepnaam="Noor"), "Anna")])
    done = Gesprek(schooljaar=YEAR, moment="preadvies", leerling="noor", staat="gehouden")
    ask(lambda archive: [archive.add(done, "Anna")])
    press(f"Kies dit beleid: {PAPER}")
    part = open_part("gespreksbeleid")
    (shown,) = preview[0]
    assert "Definitieve verwijzing groep 8" in shown
    assert "1 gehouden gesprek blijft bewaard" in shown
    assert ask(lambda archive: archive.all(Schooljaar))[0].beleid == "beleid_van_de_bron"
    assert f"Kies dit beleid: {LAW}" in buttons(part)
    part.undo._on_undo()
    assert ask(lambda archive: archive.all(Schooljaar)) == []


def test_turning_back_at_the_preview_changes_nothing(open_part, press, preview, ask):
    preview[1][0] = None
    open_part("gespreksbeleid")
    press(f"Kies dit beleid: {PAPER}")
    open_part("gespreksbeleid")
    assert preview[0]
    assert ask(lambda archive: archive.all(Schooljaar)) == []


def test_an_own_version_is_made_adapted_and_taken_away(open_part, press, preview, monkeypatch, ask):
    open_part("gespreksbeleid")
    press(f"Maak een eigen versie: {LAW}")
    open_part("gespreksbeleid")
    (own,) = ask(lambda archive: archive.all(Gespreksbeleid))
    assert own.naam == f"{LAW} (eigen versie)"
    assert "# vanaf dit ondersteuningsniveau" in own.tekst  # the remarks come along

    def change(dialog):
        dialog.pages.general.titel.set_value("Gesprekken van De Wilg")
        dialog.pages.kinds["startgesprek"].minuten.set_value("15")
        dialog.pages.was_changed = True

    edit(monkeypatch, change)
    press(f"Pas aan: {own.naam}")
    part = open_part("gespreksbeleid")
    assert "geldt niet in 2026-2027" in preview[0][0]
    assert "Startgesprek: was 10 minuten" in preview[0][0]
    (own,) = ask(lambda archive: archive.all(Gespreksbeleid))
    assert own.naam == "Gesprekken van De Wilg"
    assert parse_beleid(own.tekst, "proef").soort("startgesprek").minuten == 15
    press("Haal weg: Gesprekken van De Wilg")
    open_part("gespreksbeleid")
    assert ask(lambda archive: archive.all(Gespreksbeleid)) == []
    part.undo._on_undo()
    assert len(ask(lambda archive: archive.all(Gespreksbeleid))) == 1


def test_a_policy_in_force_is_not_taken_away_and_its_change_says_that_it_holds(
    own_in_force, open_part, press, preview, monkeypatch, ask
):
    part = open_part("gespreksbeleid")
    assert f"Haal weg: {LAW}" not in buttons(part)

    def change(dialog):
        moment = dialog.pages.kinds["startgesprek"]._moments[0]
        moment.regel.week.set_value("3")
        dialog.pages.was_changed = True

    edit(monkeypatch, change)
    press(f"Pas aan: {LAW}")
    open_part("gespreksbeleid")
    assert "Dit beleid geldt nu" in preview[0][0]
    assert "derde schoolweek" in preview[0][0]
    kept = ask(lambda archive: archive.get(Gespreksbeleid, OWN.id))
    assert parse_beleid(kept.tekst, "proef").moment("start")[1].regel.week == 3


def test_back_from_the_preview_one_goes_on_where_one_was(own_in_force, open_part, press, preview, monkeypatch, ask):
    preview[1][:] = [None, True]
    seen = []

    def change(dialog):
        seen.append(dialog.text.value())
        dialog.mode.set_value("tekst")
        dialog._change_mode()
        dialog.text.set_value(dialog.text.value().replace("week = 2", "week = 4"))

    edit(monkeypatch, change)
    open_part("gespreksbeleid")
    press(f"Pas aan: {LAW}")
    open_part("gespreksbeleid")
    assert len(seen) == 2
    assert "week = 4" in seen[1]
    assert "week = 4" in ask(lambda archive: archive.get(Gespreksbeleid, OWN.id)).tekst


def test_a_policy_that_cant_be_read_says_why_and_can_be_mended(open_part, ask):
    ask(lambda archive: [archive.add(Gespreksbeleid(id="half", naam="Half af", tekst="titel = "), "Anna")])
    part = open_part("gespreksbeleid")
    assert "In Half af, " in said(part)
    assert "Pas aan: Half af" in buttons(part)
    assert "Kies dit beleid: Half af" not in buttons(part)


def test_a_policy_goes_out_as_a_file_and_another_comes_in(
    qtbot, own_in_force, open_part, press, monkeypatch, tmp_path: Path, ask
):
    folder = tmp_path / "uit"
    folder.mkdir()
    monkeypatch.setattr(openen, "choose_folder", lambda *_: folder)
    part = open_part("gespreksbeleid")
    press(f"Bewaar als bestand: {PAPER}")
    qtbot.waitUntil(lambda: any(folder.glob("Gespreksbeleid*.toml")), timeout=5000)
    (file,) = folder.glob("*.toml")
    assert file.read_text("utf-8") == beleidstekst("beleid_van_de_bron")
    qtbot.waitUntil(lambda: "is gemaakt" in said(part.saver), timeout=5000)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    press("Lees een beleid in")
    open_part("gespreksbeleid")
    assert PAPER in [each.naam for each in ask(lambda archive: archive.all(Gespreksbeleid))]
    file.write_text("titel = ", encoding="utf-8")
    press("Lees een beleid in")
    assert file.name in said(part.message)
    assert "dit is geen goede TOML" in said(part.message)
