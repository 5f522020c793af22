"""What to think of when parents are invited: an own conversation, an own address, an interpreter."""

from app.models.leerling import Ouder, Ouderschap
from app.ui.leerlingen.dossier import DossierView
from app.ui.leerlingen.ouder_dialoog import OuderDialog
from app.ui.place import Place
from app.ui.widgets.chip import Chip
from tests.ui.leerlingen.test_dossier import answer, press


def chips(widget) -> list[str]:
    return [each.text() for each in widget.findChildren(Chip) if each.isVisible()]


def test_separated_parents_and_an_interpreter_are_asked_kept_and_shown(open_view, monkeypatch):
    screen = open_view(DossierView, Place("leerling", "noor"))

    def fill(dialog: OuderDialog) -> None:
        assert dialog.informatie.value()  # post goes to every parent, unless somebody says otherwise
        dialog.eigen_gesprek.click()
        dialog.informatie.click()
        dialog.tolk.set_value("Arabisch")

    answer(monkeypatch, OuderDialog, fill)
    press(screen.view, "Mirjam Berg bewerken")
    screen.settle()
    tie = screen.get(Ouderschap, "tie")
    assert tie.eigen_gesprek
    assert not tie.informatie
    assert screen.get(Ouder, "o").tolk == "Arabisch"
    shown = chips(screen.view)
    assert shown.count("tolk Arabisch") == 2  # at the name of the pupil and at the parent
    assert {"eigen gesprek", "ouders hebben een eigen gesprek", "geen eigen uitnodiging"} <= set(shown)
