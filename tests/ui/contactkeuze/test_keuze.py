"""Choosing a contact: by a few letters, several of them, and one that isn't in the list yet."""

import pytest
from PySide6.QtCore import Qt

from app.models.contact import Contact
from app.storage.archive import Archive
from app.storage.contacten import contacten
from app.ui.contactkeuze.dialoog import ContactDialog
from app.ui.contactkeuze.keuze import ContactChoice
from app.ui.context import Context
from app.ui.database import Database
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.labels import Text

VOS = Contact(id="v", naam="Sanne Vos", rol="rvz", bestuur="Stichting De Kring")
OMAR = Contact(id="h", naam="Omar Haddad", rol="consulent", organisatie="Praktijk Oost")
ANOUK = Contact(id="a", naam="Anouk Çelik", rol="consulent")


@pytest.fixture
def context(tmp_path):
    archive = Archive(tmp_path, bytes(32))
    for each in (VOS, OMAR, ANOUK):
        archive.add(each, "Anna")
    archive.close()
    db = Database()
    db.open(tmp_path, bytes(32), lambda _: None, lambda error: pytest.fail(str(error)))
    yield Context(db, tmp_path, "Anna")
    assert db.close()


@pytest.fixture
def choose(context, show, qtbot):
    def choose(*rollen: str, many: bool = False) -> ContactChoice:
        widget = ContactChoice(context, rollen, many=many)
        show(widget)
        widget.told = []
        widget.changed.connect(lambda: widget.told.append(widget.value()))
        return widget

    return choose


def offered(widget: ContactChoice) -> list[str]:
    model = widget.completer.completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def said(widget: ContactChoice) -> list[str]:
    return [each.text() for each in widget.findChildren(Text) if each.isVisible()]


def test_a_few_letters_find_and_enter_takes(choose, qtbot):
    widget = choose("consulent")
    qtbot.keyClicks(widget.field, "oma")
    qtbot.waitUntil(lambda: offered(widget)[:1] == ["Omar Haddad  ·  consulent passend onderwijs · Praktijk Oost"])
    qtbot.waitUntil(lambda: widget.completer.popup().isVisible())
    qtbot.keyClick(widget.completer.popup(), Qt.Key.Key_Return)
    assert widget.value() == "h"
    assert widget.told == ["h"]
    assert "Omar Haddad" in said(widget)
    assert not widget.field.isVisible()


def test_arrow_down_shows_all_of_the_roles_and_not_who_is_chosen(choose, qtbot):
    widget = choose("consulent", many=True)
    widget.set_value(["a"])
    qtbot.waitUntil(lambda: "Anouk Çelik" in said(widget))
    assert widget.told == []
    qtbot.keyClick(widget.field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(offered(widget)) == 2)
    assert offered(widget)[0].startswith("Omar Haddad")
    assert offered(widget)[1] == "Nieuw contact…"
    qtbot.keyClick(widget.completer.popup(), Qt.Key.Key_Return)
    assert widget.value() == ("a", "h")


def test_who_is_taken_off_is_no_longer_chosen(choose, qtbot):
    widget = choose(many=True)
    widget.set_value(["v", "h"])
    qtbot.waitUntil(lambda: len(widget.contacten()) == 2)
    next(each for each in widget.findChildren(type(widget.new).__mro__[1]) if "Sanne" in each.accessibleName()).click()
    assert widget.value() == ("h",)
    assert widget.told == [("h",)]


def test_somebody_new_is_kept_in_the_list_and_chosen(choose, qtbot, monkeypatch, context):
    widget = choose("consulent")
    seen = []

    def ask(_parent, contact, *, new):
        assert new
        seen.append(contact)
        return {"naam": contact.naam, "rol": contact.rol, "telefoon": "06-22"}

    monkeypatch.setattr(ContactDialog, "ask", ask)
    qtbot.keyClicks(widget.field, "Lot Kuiper")
    widget.new.click()
    qtbot.waitUntil(lambda: bool(widget.told))
    assert (seen[0].naam, seen[0].rol) == ("Lot Kuiper", "consulent")
    found = []
    context.db.ask(contacten, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert widget.value() in [each.id for each in found[0] if each.naam == "Lot Kuiper"]
    assert widget.field.text() == ""


def test_the_enter_that_goes_on_does_not_undo_the_choice(choose, qtbot):
    widget = choose("consulent")
    widget.set_value("h")
    qtbot.waitUntil(lambda: bool(widget.findChildren(IconButton)))
    off = widget.findChildren(IconButton)[0]
    qtbot.keyClick(off, Qt.Key.Key_Return)
    assert widget.value() == "h"
    qtbot.keyClick(off, Qt.Key.Key_Space)
    assert widget.value() == ""


def test_what_is_offered_can_be_read_whole(choose, qtbot):
    widget = choose("consulent")
    widget.window().resize(900, 400)
    widget.setFixedWidth(260)
    qtbot.keyClicks(widget.field, "oma")
    popup = widget.completer.popup()
    qtbot.waitUntil(popup.isVisible)
    assert popup.width() >= popup.sizeHintForColumn(0)
