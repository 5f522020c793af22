"""The list of contacts in Instellingen: sifted, changed, put away, and filled from a table."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel

from app.models.contact import Contact
from app.storage.contacten import contacten
from app.ui.contactkeuze.dialoog import ContactDialog
from app.ui.instellingen import contacten as contacten_deel
from app.ui.instellingen.contactimport import ContactImportDialog
from app.ui.place import Place
from app.ui.widgets.page import Scroll

VOS = Contact(id="v", naam="Sanne Vos", rol="rvz", bestuur="Stichting De Kring")
OMAR = Contact(id="h", naam="Omar Haddad", rol="consulent", organisatie="Praktijk Oost")


@pytest.fixture
def part(ask, open_part):
    ask(lambda archive: [archive.add(each, "Anna") for each in (VOS, OMAR)])
    return open_part("contacten")


def names(part) -> list[str]:
    return [row["naam"] for row in part.table.rows()]


def test_letters_and_a_role_sift_the_list(part):
    assert names(part) == ["Omar Haddad", "Sanne Vos"]
    part.letters.setText("kring")
    part.letters.textEdited.emit("kring")
    assert names(part) == ["Sanne Vos"]
    part.letters.setText("")
    part.rol.set_value("consulent")
    part.rol.changed.emit()
    assert names(part) == ["Omar Haddad"]


def test_the_list_fills_the_screen_and_only_its_rows_scroll(part, ask, open_part, qtbot):
    ask(lambda archive: [archive.add(Contact(naam=f"Iemand {number}"), "Anna") for number in range(60)])
    part = open_part("contacten")
    part.window().resize(1366, 768)
    around = part.parentWidget().parentWidget().parentWidget()
    assert isinstance(around, Scroll)
    qtbot.waitUntil(lambda: part.table.verticalScrollBar().maximum() > 0)
    assert around.verticalScrollBar().maximum() == 0
    assert part.table.horizontalScrollBar().maximum() == 0


def test_a_contact_without_a_telephone_is_reached_by_mail(part, ask, open_part):
    ask(lambda archive: archive.write("contact", "v", {"email": "vos@kring.example"}, "Anna"))
    ask(lambda archive: archive.write("contact", "h", {"telefoon": "06 11", "email": "omar@oost.example"}, "Anna"))
    part = open_part("contacten")
    assert [row["bereikbaar"] for row in part.table.rows()] == ["06 11", "vos@kring.example"]


def test_one_is_added_and_changed(part, ask, press, monkeypatch, open_part):
    new = {"naam": "Lot Kuiper", "rol": "ib", "organisatie": "OBS De Eik"}
    monkeypatch.setattr(ContactDialog, "ask", lambda *_: new)
    press("Contact toevoegen")
    open_part("contacten")
    assert "Lot Kuiper" in names(part)
    part.table.selectRow(1)
    monkeypatch.setattr(ContactDialog, "ask", lambda *_: {"naam": "Omar El Haddad"})
    press("Wijzig")
    open_part("contacten")
    assert ask(lambda archive: archive.get(Contact, "h")).naam == "Omar El Haddad"


def test_two_that_are_one_person_become_one_after_a_look_at_it(part, ask, press, monkeypatch, open_part):
    ask(lambda archive: archive.add(Contact(id="w", naam="S. Vos", email="vos@kring.example"), "Anna"))
    part = open_part("contacten")
    assert names(part) == ["Omar Haddad", "S. Vos", "Sanne Vos"]
    shown = []
    monkeypatch.setattr(ContactDialog, "exec", lambda dialog: shown.append(dialog.answer()) or QDialog.Accepted)
    part.table.selectRow(2)
    assert not part.merge.isEnabled()
    part.table.setSelectionMode(part.table.SelectionMode.MultiSelection)
    part.table.selectRow(1)
    press("Voeg samen …")
    part = open_part("contacten")
    assert names(part) == ["Omar Haddad", "Sanne Vos"]
    assert shown[0]["email"] == ask(lambda archive: archive.get(Contact, "v")).email == "vos@kring.example"
    assert part.undo._words.text() == "Sanne Vos staat er nog één keer."
    part.undo.button.click()
    assert names(open_part("contacten")) == ["Omar Haddad", "S. Vos", "Sanne Vos"]


def test_who_is_put_away_is_gone_from_the_list_and_comes_back(part, ask, press, open_part):
    part.table.selectRow(0)
    press("Archiveren")
    open_part("contacten")
    assert names(part) == ["Sanne Vos"]
    assert part.undo._words.text() == "Omar Haddad is gearchiveerd."
    part.old.click()
    assert names(part) == ["Omar Haddad", "Sanne Vos"]
    part.table.selectRow(0)
    press("Terughalen")
    open_part("contacten")
    assert ask(contacten)[0].id == "h"


def test_the_dialog_asks_what_goes_with_the_role_and_wants_a_name(qtbot):
    dialog = ContactDialog(None, Contact())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.complaint() == "Kijk nog even bij ‘Naam’."
    assert "Vul een naam in." in said(dialog)
    assert not dialog.bestuur.isVisible()
    dialog.rol.set_value("rvz")
    dialog.rol.changed.emit()
    assert dialog.bestuur.isVisible()
    dialog.naam.setText(" Sanne Vos ")
    assert dialog.answer()["naam"] == "Sanne Vos"
    assert dialog.answer()["rol"] == "rvz"


@pytest.mark.parametrize("email", ["geen mail", "sanne@kring", "sanne.kring.nl", "s vos@kring.nl"])
def test_what_is_no_address_is_refused_in_one_sentence(qtbot, email):
    dialog = ContactDialog(None, VOS)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.email.setText(email)
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert "Dit is geen e-mailadres; het ziet eruit als naam@voorbeeld.nl." in said(dialog)
    for address in ("sanne@kring.example", ""):
        dialog.email.setText(address)
        assert dialog.complaint() == ""


@pytest.mark.parametrize(("naam", "email", "saved"), [("Tim", "", True), (" ", "", False), ("Tim", "tim", False)])
def test_enter_saves_what_is_valid_and_stays_open_for_what_is_not(qtbot, naam, email, saved):
    dialog = ContactDialog(None, Contact())
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.email.setText(email)
    qtbot.keyClicks(dialog.naam, naam)
    qtbot.keyClick(dialog.naam, Qt.Key.Key_Return)
    assert (dialog.result() == QDialog.DialogCode.Accepted, dialog.isVisible()) == (saved, not saved)


def said(dialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]


def test_a_pasted_table_is_looked_at_and_only_then_written(part, ask, qtbot):
    dialog = ContactImportDialog(None, part.context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.accept_button.isEnabled()
    QGuiApplication.clipboard().setText("Naam\tRol\nLot Kuiper\tIB'er\nSanne Vos\tRVZ\n\tRVZ")
    dialog.paste.click()
    qtbot.waitUntil(lambda: len(dialog.table.rows()) == 3)
    assert [row["soort"].text for row in dialog.table.rows()] == ["nieuw", "gelijk", "fout"]
    assert len(ask(contacten)) == 2
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted)
    assert len(ask(contacten)) == 3
    assert len(dialog.answer()) == 1


def test_what_a_table_brought_in_can_be_taken_back(part, ask, press, monkeypatch, open_part):
    def bring_in(_parent, context):
        from app.imports.tabel import lees_tekst
        from app.models.contactimport import is_kop
        from app.storage.contacten import neem_over, proef

        tabel = lees_tekst("Naam\tRol\nLot Kuiper\tIB'er", is_kop)
        return ask(lambda archive: neem_over(archive, proef(archive, tabel), "Anna"))

    monkeypatch.setattr(contacten_deel.ContactImportDialog, "ask", bring_in)
    press("Tabel inlezen")
    open_part("contacten")
    assert "Lot Kuiper" in names(part)
    part.undo._on_undo()
    open_part("contacten")
    assert "Lot Kuiper" not in names(part)


def test_a_table_without_names_and_an_empty_clipboard_are_refused(part, qtbot):
    dialog = ContactImportDialog(None, part.context)
    qtbot.addWidget(dialog)
    dialog.show()
    QGuiApplication.clipboard().setText(" ")
    dialog.paste.click()
    assert "nog geen tekst gekopieerd" in dialog.problem.text()
    QGuiApplication.clipboard().setText("Rol\tE-mail\nRVZ\ta@b.example")
    dialog.paste.click()
    qtbot.waitUntil(lambda: "geen kolom met namen" in dialog.problem.text())


def test_who_was_found_by_the_search_stands_chosen_in_the_list(part, view, ask):
    part.letters.set_value("haddad")
    view.show_place(Place("instellingen", "v", "contacten"))
    for _ in range(3):
        ask()
    assert [row["naam"] for row in part.table.selected_rows()] == ["Sanne Vos"]
