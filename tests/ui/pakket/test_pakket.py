"""From the consult and the route to a pack outside: chosen, guarded by consent, made, logged, and shown."""

import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from app.models.contact import Contact
from app.models.toestemming import Antwoord
from app.storage.aanvragen import aanvraagdossier
from app.storage.overdrachten import overdracht
from app.storage.verstrekkingen import verstrekkingen
from app.ui.consult.view import ConsultView
from app.ui.exporteren import openen
from app.ui.pakket.aanbod import Pakketkeuze, omvang
from app.ui.pakket.aanvraag import PAPIER, aanvraagpakket
from app.ui.pakket.antwoord import AntwoordDialog
from app.ui.pakket.dialoog import MAY_NOT, ONLY_PAPER, PakketDialoog
from app.ui.pakket.overdracht import overdrachtpakket
from app.ui.pakket.pakketten import Pakketten
from app.ui.pakket.uitgegaan import ToestemmingKaart, UitgegaanKaart
from app.ui.place import Place
from app.ui.route.view import RouteView
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.labels import Text
from tests.ui.pakket.school import PDF, TODAY, consent


@pytest.fixture
def dialog(context, ask, qtbot):
    """Opens the dialog for the application or the hand-over, and waits until the consent was read."""
    shown = []

    def dialog(what: str, *answers: str) -> PakketDialoog:
        for ouder, answer in zip(("Sanne Bakker", "Mark Berg"), answers, strict=False):
            ask(lambda archive, ouder=ouder, answer=answer: consent(archive, ouder, answer) or True)
        if what == "aanvraag":
            offer = aanvraagpakket(ask(lambda archive: aanvraagdossier(archive, "consult", TODAY)), context)
        else:
            offer = overdrachtpakket(ask(lambda archive: overdracht(archive, "route", TODAY)), context)
        made = PakketDialoog(None, context, offer)
        shown.append(made)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(made.verdict.isVisible)
        return made

    return dialog


def said(widget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(Text) if each.isVisible())


def test_with_both_signatures_an_application_goes_with_all_its_annexes(dialog):
    made = dialog("aanvraag", "getekend", "getekend")
    assert made.complaint() == ""
    assert made.names.text() == (
        "In het pakket: 01 Inhoud.docx, 02 Aanvraag startgesprek SWV.docx, 03 Uitdraai van het LOVS.pdf, "
        "04 Verslagen van oudergesprekken.pdf"
    )
    answer = made.answer()
    assert answer.aan == "het samenwerkingsverband, via Onderwijs Transparant (OT)"
    assert answer.grond == "Sanne Bakker: getekend, op 23 november 2026; Mark Berg: getekend, op 23 november 2026"


def test_a_parent_who_did_not_answer_or_refuses_keeps_all_of_it_inside(dialog):
    waiting = dialog("aanvraag", "getekend")
    assert waiting.verdict.title.text() == MAY_NOT
    assert "Mark Berg" in waiting.verdict.text.text()
    assert MAY_NOT in waiting.complaint()
    refused = dialog("overdracht", "getekend", "geweigerd")
    assert MAY_NOT in refused.complaint()


def test_who_is_informed_but_does_not_sign_lets_the_application_go_without_annexes(dialog):
    made = dialog("aanvraag", "getekend", "geinformeerd")
    assert made.verdict.title.text() == ONLY_PAPER
    assert made.complaint() == ""
    assert made.answer().onderdelen == (PAPIER,)
    assert MAY_NOT in dialog("overdracht").complaint()


def test_an_answer_recorded_in_the_dialog_counts_at_once(dialog, monkeypatch, qtbot):
    made = dialog("aanvraag", "getekend")
    monkeypatch.setattr(AntwoordDialog, "ask", lambda *_: Antwoord("Mark Berg", "getekend", "2026-11-22"))
    next(each for each in made.findChildren(Link) if "Mark Berg" in each.accessibleName()).click()
    qtbot.waitUntil(lambda: made.complaint() == "")
    assert "op 22 november 2026" in made.answer().grond


def test_a_hand_over_asks_for_whom_and_shows_the_words_that_would_leave(dialog, qtbot):
    made = dialog("overdracht", "getekend", "getekend")
    qtbot.waitUntil(lambda: bool(made.contacts.contacten()))  # the only RVZ there is, whose turn it is
    assert made.complaint() == ""
    assert made.answer().aan == "Fatima Aydin (regievoerder zorgplicht · Stichting De Kring)"
    made.look.click()
    assert "Noor rekent twee jaar achter." in said(made.sheet)
    made.boxes["vraag"].click()
    assert "Noor rekent twee jaar achter." not in said(made.sheet)
    own = [each for each in made.boxes if each not in ("vraag", "acties", "besluiten")]
    assert not any(made.boxes[each].value() for each in own)  # files of the consult are not of this route
    for each in ("acties", "besluiten"):
        made.boxes[each].set_value(False)
    assert made.complaint() == "Kies wat er mee gaat."


def test_of_two_who_could_get_a_hand_over_one_chooses_oneself(dialog, ask):
    ask(lambda archive: archive.add(Contact(naam="Peer Smit", rol="rvz"), "Anna") or True)
    assert dialog("overdracht", "getekend", "getekend").complaint() == "Kies voor wie het is."


def test_both_are_proposed_where_the_rvz_hands_over_to_the_coordinator(ask):
    ask(lambda archive: archive.add(Contact(id="co", naam="Peer Smit", rol="coordinator"), "Anna") or True)
    for station, whom in (("school", ("rvz",)), ("rvz_coordinator", ("rvz", "co")), ("coordinator", ("co",))):
        ask(lambda archive, at=station: archive.write("route", "route", {"station": at}, "Anna") or True)
        assert ask(lambda archive: overdracht(archive, "route", TODAY)).voor == whom


@pytest.fixture
def outside(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "buiten"
    folder.mkdir()
    monkeypatch.setattr(openen, "choose_folder", lambda *_: folder)
    return folder


@pytest.fixture
def packs(context, qtbot):
    packs = Pakketten(context)
    qtbot.addWidget(packs)
    packs.show()
    return packs


@pytest.fixture
def choose(monkeypatch):
    """Answers the dialog with all there is, as a folder or a zip."""

    def choose(*, als_zip: bool = False) -> None:
        def ask(_parent, _context, aanbod):
            every = tuple(each.id for each in aanbod.onderdelen)
            return Pakketkeuze(every, als_zip, "Fatima Aydin", "overdracht", "Sanne Bakker: getekend")

        monkeypatch.setattr(PakketDialoog, "ask", ask)

    return choose


def test_one_click_makes_a_folder_ready_to_upload_and_logs_it(packs, outside, choose, qtbot, ask):
    choose()
    with qtbot.waitSignal(packs.made, timeout=10_000):
        packs.aanvraag("consult")
    (made,) = outside.iterdir()
    assert made.name == "Aanvraag startgesprek SWV Noor Berg"
    files = sorted(each.name for each in made.iterdir())
    assert files == [
        "01 Inhoud.docx", "02 Aanvraag startgesprek SWV.docx", "03 Uitdraai van het LOVS.pdf",
        "04 Verslagen van oudergesprekken.pdf",
    ]  # fmt: skip
    assert (made / files[2]).read_bytes().startswith(PDF)
    (log,) = ask(lambda archive: verstrekkingen(archive, "noor"))
    assert (log.van, log.datum, log.aan, log.wat) == ("consult", TODAY, "Fatima Aydin", tuple(files))
    assert "is gemaakt" in packs.maker.banner.title.text()


def test_a_second_pack_stands_beside_the_first_and_a_hand_over_is_a_zip(packs, outside, choose, qtbot, ask):
    choose(als_zip=True)
    for _ in range(2):
        with qtbot.waitSignal(packs.made, timeout=10_000):
            packs.overdracht("route")
    assert sorted(each.name for each in outside.iterdir()) == [
        "Overdrachtsdossier Noor Berg (2).zip",
        "Overdrachtsdossier Noor Berg.zip",
    ]
    with zipfile.ZipFile(outside / "Overdrachtsdossier Noor Berg.zip") as packed:
        assert packed.namelist()[:2] == ["01 Inhoud.docx", "02 Overdrachtsdossier.docx"]
        assert packed.testzip() is None
    assert len(ask(lambda archive: verstrekkingen(archive, "noor"))) == 2


def test_a_hand_over_tells_that_parents_did_not_agree_to_the_opp(context, ask, qtbot):
    found = ask(lambda archive: overdracht(archive, "route", TODAY))
    refused = replace(found, niet_ingestemd=("Het handelingsdeel geldt nog niet: Mark Berg is het er niet mee eens.",))
    made = PakketDialoog(None, context, overdrachtpakket(refused, context))
    qtbot.addWidget(made)
    made.show()
    assert "Mark Berg is het er niet mee eens." in said(made)
    assert "Overdragen kan wel" in said(made)


def test_stopping_leaves_nothing_and_logs_nothing(packs, outside, choose, qtbot, ask, context, monkeypatch):
    choose()
    under_way = threading.Event()

    def slow(_folder, _bijlage):
        yield b"abc"
        under_way.set()
        packs.maker._stop.wait(5)
        yield b"def"

    monkeypatch.setattr("app.ui.pakket.aanvraag.stroom", slow)
    packs.aanvraag("consult")
    qtbot.waitUntil(under_way.is_set, timeout=10_000)
    packs.maker.progress.button.click()
    qtbot.waitUntil(lambda: "gestopt" in packs.maker.banner.text.text(), timeout=10_000)
    assert not list(outside.iterdir())
    assert not ask(lambda archive: verstrekkingen(archive, "noor"))


def test_an_annex_that_is_lost_is_told_and_leaves_nothing(packs, outside, choose, qtbot, context):
    choose()
    for each in (context.folder / "bijlagen").iterdir():
        each.unlink()
    packs.aanvraag("consult")
    qtbot.waitUntil(lambda: "niet gemaakt" in packs.maker.banner.title.text(), timeout=10_000)
    assert "zet een reservekopie terug" in packs.maker.banner.text.text()
    assert not list(outside.iterdir())


def test_a_parent_without_signature_has_to_have_a_ground(qtbot):
    from app.storage.definities import load_toestemmingstabel

    dialog = AntwoordDialog(None, "Mark Berg", load_toestemmingstabel(None), TODAY)
    qtbot.addWidget(dialog)
    assert dialog.complaint() == "Kies wat deze ouder antwoordde."
    dialog.antwoord.set_value("mondeling")
    assert "waaruit dit blijkt" in dialog.complaint()
    dialog.grond.setText("telefoon, 22 november")
    assert dialog.complaint() == ""
    dialog.datum.set_value("")
    assert "welke dag" in dialog.complaint()


def test_on_the_page_of_a_pupil_letters_are_made_for_every_parent_with_gezag(context, qtbot, outside):
    card = ToestemmingKaart(context)
    qtbot.addWidget(card)
    card.show()
    card.show_pupil("noor")
    qtbot.waitUntil(lambda: "Sanne Bakker" in said(card))
    next(each for each in card.findChildren(Button) if each.text() == "Brief voor het ZAT").click()
    name = "Toestemming aanmelding ZAT Noor Berg 2026-11-23.docx"
    qtbot.waitUntil(lambda: "is gemaakt" in said(card.block.save), timeout=10_000)
    assert (outside / name).exists()


def test_what_left_is_shown_on_the_page_of_the_pupil(context, packs, outside, choose, qtbot):
    card = UitgegaanKaart(context)
    qtbot.addWidget(card)
    card.show()
    card.show_pupil("noor")
    qtbot.waitUntil(lambda: "nog niets gedeeld" in said(card))
    choose()
    with qtbot.waitSignal(packs.made, timeout=10_000):
        packs.aanvraag("consult")
    card.show_pupil("noor")
    qtbot.waitUntil(lambda: "23 november 2026 · Fatima Aydin" in said(card))


def test_sizes_are_told_as_people_say_them():
    assert list(map(omvang, (0, 900, 240_000, 200 << 20))) == ["1 kB", "1 kB", "234 kB", "200,0 MB"]


def test_the_pages_of_a_consult_and_a_route_offer_their_packs(context, ask, qtbot, monkeypatch):
    offered = []
    monkeypatch.setattr(PakketDialoog, "ask", lambda _parent, _context, aanbod: offered.append(aanbod.soort))
    for view, record in ((ConsultView(context), "consult"), (RouteView(context), "route")):
        qtbot.addWidget(view)
        view.show_place(Place(record, record))
        view.show()
        qtbot.waitUntil(view.pack.isVisible)
        view.pack.click()
    qtbot.waitUntil(lambda: len(offered) == 2)
    assert sorted(offered) == ["Aanvraag startgesprek SWV", "Overdrachtsdossier"]


def test_an_answer_recorded_by_mistake_is_taken_away(dialog, qtbot):
    made = dialog("aanvraag", "getekend", "geweigerd")
    assert MAY_NOT in made.complaint()
    wrong = "Haal het antwoord van Mark Berg weg"
    next(each for each in made.findChildren(Link) if each.accessibleName() == wrong).click()
    qtbot.waitUntil(lambda: "nog niet binnen" in made.verdict.text.text())
    assert wrong not in [each.accessibleName() for each in made.findChildren(Link) if each.isVisible()]


def test_what_came_of_a_pack_is_told_on_its_own_page_only(packs, outside, choose, qtbot):
    choose()
    packs.show_for("consult")
    with qtbot.waitSignal(packs.made, timeout=10_000):
        packs.aanvraag("consult")
    assert packs.maker.isVisible()
    packs.show_for("another")
    assert not packs.maker.isVisible()
    packs.show_for("consult")
    assert packs.maker.isVisible()
    packs.maker.banner._dismiss()
    packs.show_for("consult")
    assert not packs.maker.isVisible()
