"""Adapting a conversation policy: fields for what schools often change, and the text itself for the rest."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.forms.toml_table import DefinitionError
from app.models.gespreksbeleid.definition import Beleid
from app.models.gespreksbeleid.loader import parse_beleid
from app.models.gespreksbeleid.writer import schrijf_beleid
from app.ui.instellingen.beleid_bladen import AlgemeenBlad, SoortBlad
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.banner import Banner
from app.ui.widgets.choice import Choice
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Small
from app.ui.widgets.segmented import Segmented

SOURCE = "dit beleid"
GENERAL = "algemeen"
ABOUT_TEXT = (
    "Hier staat het hele beleid, ook wat je niet kunt invullen: planner, rapporten, nieuwe soorten en momenten. "
    "Wijzig je daarna weer iets bij Invullen, dan vervallen opmerkingen achter een #."
)
MODES = (("velden", "Invullen"), ("tekst", "Als tekst"))


class Bladen(QWidget):
    """The pages of one policy, one of them at a time."""

    def __init__(self, beleid: Beleid) -> None:
        super().__init__()
        self._beleid = beleid
        self.was_changed = False
        self.general = AlgemeenBlad(beleid)
        self.kinds = {each.id: SoortBlad(each, beleid) for each in beleid.soorten}
        self._all: dict[str, AlgemeenBlad | SoortBlad] = {GENERAL: self.general, **self.kinds}
        options = [(GENERAL, "Algemeen"), *((each.id, each.titel) for each in beleid.soorten)]
        self.page = Choice(options, empty=None)
        accessible.name(self.page, "Welk onderdeel?")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2.5))
        column.addWidget(self.page)
        for blad in self._all.values():
            blad.changed.connect(self._on_changed)
            column.addWidget(blad)
        self.page.changed.connect(self._show_page)
        self._show_page()

    def show_page(self, name: str) -> None:
        """Go to the page of a kind, or to the general one."""
        self.page.set_value(name)
        self._show_page()

    def check(self) -> bool:
        """Show what is wrong, on the first page where something is; whether all is well."""
        wrong = [name for name, blad in self._all.items() if not blad.check()]
        if wrong:
            self.show_page(self.page.value() if self.page.value() in wrong else wrong[0])
            self._all[self.page.value()].fields.focus_first_error()
        return not wrong

    def value(self) -> Beleid:
        """The policy as its fields say it."""
        kinds = tuple(blad.apply() for blad in self.kinds.values())
        return self.general.apply(replace(self._beleid, soorten=kinds))

    def _on_changed(self) -> None:
        self.was_changed = True

    def _show_page(self) -> None:
        for name, blad in self._all.items():
            blad.setVisible(name == self.page.value())


class BeleidDialog(Dialog):
    """Asks for changes to a policy; the answer is its TOML.

    Parameters:
        tekst: the policy as it is; one that can't be read is shown as text, with what is wrong.
    """

    def __init__(self, parent: QWidget | None, tekst: str) -> None:
        super().__init__(parent, "Gespreksbeleid aanpassen", accept="Bekijk wat er verandert", characters=88)
        self.mode = Segmented(MODES, clearable=False)
        accessible.name(self.mode, "Hoe wil je het aanpassen?")
        self.problem = Banner("bad", "")
        self.problem.hide()
        self.about = Small(ABOUT_TEXT)
        self.text = GrowingText(tekst, min_lines=12)
        accessible.name(self.text, "Tekst van het beleid")
        self.pages: Bladen | None = None
        for widget in (self.mode, self.problem, self.about, self.text):
            self.add(widget)
        self.mode.set_value("tekst" if self._fill() is None else "velden")
        self.mode.changed.connect(self._change_mode)
        self._show_mode()

    def _fill(self) -> Beleid | None:
        """Make the fields anew from the text; None, with what is wrong, when it can't be read."""
        try:
            beleid = parse_beleid(self.text.value(), SOURCE)
        except DefinitionError as error:
            self.problem.set("bad", "Dit klopt nog niet.", str(error))
            self.problem.show()
            return None
        self.problem.hide()
        if self.pages is not None:
            self.body.removeWidget(self.pages)
            self.pages.hide()
            self.pages.deleteLater()
        self.pages = Bladen(beleid)
        self.body.addWidget(self.pages)
        return beleid

    def _change_mode(self) -> None:
        if self.mode.value() == "tekst":
            self._to_text()
        elif self._fill() is None:
            self.mode.set_value("tekst")
        self._show_mode()

    def _to_text(self) -> bool:
        """Bring what was filled in into the text; False when something is wrong there."""
        if self.pages is None or not self.pages.was_changed:
            return True
        if not self.pages.check():
            self.mode.set_value("velden")
            return False
        self.text.set_value(schrijf_beleid(self.pages.value()))
        self.pages.was_changed = False
        return True

    def _show_mode(self) -> None:
        as_text = self.mode.value() == "tekst"
        self.about.setVisible(as_text)
        self.text.setVisible(as_text)
        if self.pages is not None:
            self.pages.setVisible(not as_text)

    def complaint(self) -> str:
        """A policy that can be read."""
        if self.mode.value() == "velden":
            return "" if self._to_text() else "Kijk nog even bij het rode veld."
        try:
            parse_beleid(self.text.value(), SOURCE)
        except DefinitionError as error:
            self.problem.set("bad", "Dit klopt nog niet.", str(error))
            self.problem.show()
            return "Er klopt nog iets niet. Bovenaan staat wat."
        self.problem.hide()
        return ""

    def answer(self) -> str:
        """The TOML."""
        return self.text.value()
