"""The report: begun from the form, written, and brought where it has to be."""

from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from app.models.bespreking import Formulier
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.errors import DiskFull
from app.ui.exporteren import openen
from app.ui.exporteren.opslaan import VERVANG, ExistsDialog
from app.ui.formulier.toestemming import ConsentNotice
from app.ui.formulier.vergelijken import VergelijkenView
from app.ui.place import Place
from app.ui.verslag.view import VerslagView
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from tests.ui.besprekingen.school import IB, Werkplek, discuss, texts_of

NAME = "Verslag leerlingbespreking Noor Berg 2026-11-23.docx"


@pytest.fixture
def form(werkplek: Werkplek) -> str:
    return werkplek.ask(discuss)


@pytest.fixture
def view(werkplek: Werkplek, form: str) -> VerslagView:
    return werkplek.open(VerslagView, Place("verslag", form))


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that the user chooses, the first time."""
    made = tmp_path / "documenten"
    made.mkdir()
    monkeypatch.setattr(openen, "choose_folder", lambda parent, start: made)
    return made


def stored(werkplek: Werkplek, form: str) -> Formulier:
    return werkplek.ask(lambda archive: archive.get(Formulier, form))


def banner_of(view: VerslagView) -> str:
    banner = view.export.banner()
    return f"{banner.title.text()} {banner.text.text()}" if banner and view.export.isVisibleTo(view) else ""


def words_of(path: Path) -> str:
    made = docx.Document(str(path))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in made.paragraphs), *cells])


def write_word(werkplek: Werkplek, view: VerslagView, result: str = "is gemaakt") -> None:
    view.export.hide()
    view.card.word.click()
    werkplek.qtbot.waitUntil(lambda: result in banner_of(view), timeout=10_000)


def test_a_report_begins_with_what_was_decided_and_agreed(view: VerslagView):
    assert "Ouders bellen (Joke Smit, uiterlijk 30 november 2026)" in view.text.value()
    assert "Noor kent de tafels." in texts_of(view)


def test_what_is_typed_is_kept_and_stays_while_other_things_change(werkplek: Werkplek, view: VerslagView, form: str):
    view.text.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(view.text, "Kort en goed. ")
    assert not view.is_saved()
    werkplek.ask(lambda archive: archive.write("formulier", form, {"spreker": "Ali"}, IB))
    assert view.text.value().startswith("Kort en goed. ")
    view.leave()
    werkplek.qtbot.waitUntil(view.is_saved, timeout=5000)
    assert stored(werkplek, form).verslag.startswith("Kort en goed. ")
    assert werkplek.ask(lambda archive: archive.history(form, "verslag"))[-1].sealed


def test_what_is_handed_over_is_written_at_once(werkplek: Werkplek, view: VerslagView, form: str):
    with werkplek.qtbot.waitActive(view):
        view.activateWindow()
    QTest.keyClicks(view.text, "Nu")
    view.leave()
    werkplek.settle()
    assert "Nu" in stored(werkplek, form).verslag
    werkplek.qtbot.waitUntil(view.is_saved, timeout=5000)  # which is what the top bar tells


def test_a_report_that_the_disk_refused_is_never_written_over_another(
    werkplek: Werkplek, view: VerslagView, form: str, monkeypatch: pytest.MonkeyPatch
):
    def full(*_args: object, **_values: object) -> None:
        raise DiskFull(werkplek.context.folder)

    other = werkplek.ask(lambda archive: formulieren.corrigeren(archive, form, IB))
    werkplek.ask(lambda archive: formulieren.vaststellen(archive, other, IB) or True)
    kept = stored(werkplek, other).verslag
    real = Archive.write
    monkeypatch.setattr(Archive, "write", full)
    QTest.keyClicks(view.text, "Nieuw. ")
    view.show_place(Place("verslag", other))
    werkplek.settle()
    assert view.text.value() == kept
    assert not view.is_saved()
    monkeypatch.setattr(Archive, "write", real)
    view.leave()
    werkplek.settle()
    assert stored(werkplek, other).verslag == kept
    assert "Nieuw. " in stored(werkplek, form).verslag


def test_beginning_again_can_be_taken_back(werkplek: Werkplek, view: VerslagView, form: str):
    view.text.setPlainText("Mijn eigen woorden.")
    view.again.click()
    assert "Ouders bellen" in view.text.value()
    view.undo.button.click()
    werkplek.qtbot.waitUntil(view.is_saved, timeout=5000)
    assert stored(werkplek, form).verslag == "Mijn eigen woorden."


def test_an_open_form_has_no_report_yet_and_leads_back_to_itself(werkplek: Werkplek):
    form = werkplek.ask(lambda archive: discuss(archive, close=False))
    view = werkplek.open(VerslagView, Place("verslag", form))
    assert view.unclosed.isVisible()
    assert not view.text.isEnabled()
    assert not view.card.word.isEnabled()
    view.unclosed.findChildren(Button)[0].click()
    assert werkplek.places == [Place("bespreekmodus", form)]


def test_word_is_one_click_into_the_folder_of_last_time(
    werkplek: Werkplek, view: VerslagView, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    view.text.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(view.text, "Net getypt. ")
    write_word(werkplek, view)
    assert "Net getypt." in words_of(folder / NAME)
    assert "Het formulier" not in words_of(folder / NAME)
    (folder / NAME).unlink()
    monkeypatch.setattr(openen, "choose_folder", lambda parent, start: pytest.fail("asked again"))
    write_word(werkplek, view)
    assert (folder / NAME).is_file()


def test_the_whole_form_goes_along_when_asked_for(werkplek: Werkplek, view: VerslagView, folder: Path):
    view.card.extent.set_value("volledig")
    write_word(werkplek, view)
    made = folder / "Verslag leerlingbespreking met formulier Noor Berg 2026-11-23.docx"
    assert "Hoe help ik Noor met de tafels?" in words_of(made)


def test_a_report_that_is_there_already_is_kept_beside_the_new_one(
    werkplek: Werkplek, view: VerslagView, folder: Path, answer
):
    (folder / NAME).write_bytes(b"van gisteren")
    answer(lambda dialog: dialog.accept_button.click())
    write_word(werkplek, view)
    assert (folder / NAME).read_bytes() == b"van gisteren"
    assert (folder / NAME.replace(".docx", " (2).docx")).is_file()


def replace_it(dialog: ExistsDialog) -> None:
    dialog.choice.set_value(VERVANG)
    dialog.accept_button.click()


def test_a_report_is_only_replaced_when_the_user_says_so(werkplek: Werkplek, view: VerslagView, folder: Path, answer):
    (folder / NAME).write_bytes(b"van gisteren")
    answer(ExistsDialog.reject)
    view.card.word.click()
    werkplek.qtbot.waitUntil(lambda: view.export.banner() is not None and not view.export.isVisible(), timeout=5000)
    assert (folder / NAME).read_bytes() == b"van gisteren"

    answer(replace_it)
    write_word(werkplek, view)
    assert "Ouders bellen" in words_of(folder / NAME)


def test_a_report_that_is_open_in_word_is_not_replaced(werkplek: Werkplek, view: VerslagView, folder: Path, answer):
    (folder / NAME).write_bytes(b"van gisteren")
    (folder / f"~${NAME[2:]}").write_bytes(b"")
    answer(replace_it)
    write_word(werkplek, view, "open in een ander programma")
    assert (folder / NAME).read_bytes() == b"van gisteren"


def test_no_folder_chosen_makes_nothing(werkplek: Werkplek, view: VerslagView, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(openen, "choose_folder", lambda parent, start: None)
    view.card.word.click()
    werkplek.settle()
    assert view.export.banner() is None


def test_the_document_can_be_opened_and_shown(
    werkplek: Werkplek, view: VerslagView, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    opened: list[str] = []

    def open_url(url) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    write_word(werkplek, view)
    buttons = {each.text(): each for each in view.export.findChildren(Button)}
    assert {"Openen", "Toon in map", "Andere map"} <= buttons.keys()
    buttons["Openen"].click()
    assert opened == [str(folder / NAME)]
    buttons["Openen"].click()
    assert "LibreOffice" in banner_of(view)


def test_the_note_on_the_clipboard_is_what_stands_on_the_screen(view: VerslagView):
    view.text.setPlainText("Besluiten\n- Wij gaan door.")
    view.card.copy.click()
    assert QGuiApplication.clipboard().text() == "Besluiten\n- Wij gaan door.\n"
    assert view.copied.isVisible()
    assert "plak in ParnasSys" in view.copied.title.text()


def test_the_tick_of_the_dossier_has_a_day_that_can_be_changed(werkplek: Werkplek, view: VerslagView, form: str):
    view.card.in_dossier.click()
    werkplek.settle()
    assert stored(werkplek, form).in_dossier_op == "2026-11-23"
    view.card.day.line.clear()
    QTest.keyClicks(view.card.day.line, "20-11-2026")
    werkplek.settle()
    assert stored(werkplek, form).in_dossier_op == date(2026, 11, 20).isoformat()
    view.card.in_dossier.click()
    werkplek.settle()
    assert stored(werkplek, form).in_dossier_op is None


def test_where_outside_help_is_asked_the_parents_consent_is_judged(werkplek: Werkplek):
    answers = {
        "aanmelding.aanmelding": ["diagnostiek"],
        "ouders.toestemming": [{"_id": "1", "ouder": "M. Berg", "antwoord": "getekend", "datum": "2026-11-20"}],
    }
    form = werkplek.ask(lambda archive: discuss(archive, **answers))
    view = werkplek.open(VerslagView, Place("verslag", form))
    said = [each.title.text() for each in view.findChildren(ConsentNotice)[0].findChildren(Banner)]
    assert said == ["De aanmelding bij het ZAT mag worden verstuurd.", "Stukken mogen buiten de school worden gedeeld."]


def test_without_such_a_request_nothing_is_said_of_consent(view: VerslagView):
    assert not view.findChildren(ConsentNotice)


def test_a_correction_is_laid_beside_what_stood_there(werkplek: Werkplek, form: str):
    def correct(archive) -> str:
        second = formulieren.corrigeren(archive, form, IB)
        archive.write_answer(second, "hulpvraag.hulpvraag", "Hoe help ik Noor met rekenen?", "Ali Kaya")
        archive.write_answer(second, "vervolg.evaluatie_datum", None, IB)
        return second

    second = werkplek.ask(correct)
    view = werkplek.open(VergelijkenView, Place("vergelijken", second))
    shown = texts_of(view)
    assert "Er zijn 2 dingen veranderd" in shown
    assert "Hoe help ik Noor met de tafels?" in shown
    assert "Hoe help ik Noor met rekenen?" in shown
    assert "Ali Kaya" in shown
    assert {"gewijzigd", "verwijderd"} <= set(shown.split("\n"))
    view.old.set_value(second)
    view.old.changed.emit()
    werkplek.settle()
    assert "Tussen deze versies is niets veranderd." in texts_of(view)
    view.page.findChildren(Button)[0].click()
    assert werkplek.places == [Place("formulier", second)]
