"""Everything that takes the focus says what it is; nothing needs the mouse."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.models.bespreking import Afspraak, Werkaantekening
from app.models.leerling import Leerling, Niveau, Plan
from app.ui.importeren.view import ImporterenView
from app.ui.leerlingen.dialogen import AantekeningDialog, AfspraakDialog, NiveauDialog, ResultaatDialog
from app.ui.leerlingen.dossier import DossierView
from app.ui.leerlingen.gezin_dialoog import GezinDialog
from app.ui.leerlingen.leerling_dialoog import LeerlingDialog
from app.ui.leerlingen.ouder_dialoog import OuderDialog
from app.ui.leerlingen.plan_dialoog import PlanDialog
from app.ui.leerlingen.raster import GroepsrasterView
from app.ui.leerlingen.view import LeerlingenView
from app.ui.place import Place

PLACES = {
    LeerlingenView: Place("leerlingen"),
    DossierView: Place("leerling", "noor", "werkaantekeningen"),
    GroepsrasterView: Place("groepsraster", "g5"),
    ImporterenView: Place("importeren"),
}


def nameless(widget: QWidget) -> Iterator[str]:
    for each in widget.findChildren(QWidget):
        takes_focus = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
        spoken = each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")
        inner = each.focusProxy() is not None  # hands the focus on to who has the name
        if takes_focus and not spoken and not inner:
            yield type(each).__name__


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.__name__)
def test_every_field_and_button_has_a_name(open_view, kind):
    screen = open_view(kind, PLACES[kind])
    assert list(nameless(screen.view)) == []


def test_every_field_of_every_dialog_has_a_name(open_view, qtbot):
    screen = open_view(DossierView, PLACES[DossierView])
    pupil, today = screen.get(Leerling, "noor"), date.today
    for dialog in (
        LeerlingDialog(screen.view, pupil, [], today),
        OuderDialog(screen.view, screen.db, pupil),
        GezinDialog(screen.view, screen.db, pupil, ()),
        NiveauDialog(screen.view, Niveau(leerling="noor", vanaf=today()), today),
        PlanDialog(screen.view, Plan(leerling="noor"), [screen.get(Plan, "gp")], today),
        AfspraakDialog(screen.view, Afspraak(leerling="noor"), ["Joke"], today),
        ResultaatDialog(screen.view, Afspraak(leerling="noor", wat="lezen")),
        AantekeningDialog(screen.view, Werkaantekening(leerling="noor"), today),
    ):
        dialog.show()
        screen.settle()
        assert list(nameless(dialog)) == [], type(dialog).__name__
        dialog.reject()


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.__name__)
def test_nothing_is_wider_or_higher_than_a_small_screen(open_view, kind):
    screen = open_view(kind, PLACES[kind])
    least = screen.view.minimumSizeHint()
    assert least.width() <= 1024 and least.height() <= 640
