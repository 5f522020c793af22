"""The school's own form definitions and Word template: where they stand, and whether they are right."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.exports.sjabloon import OWN, TemplateProblem, open_template, template_path
from app.models.forms.loader import DefinitionError
from app.resources import resource
from app.storage.definities import load_definition
from app.ui.instellingen.deel import Deel
from app.ui.widgets import accessible
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted

FORMS = (
    ("leerlingbespreking", "Formulier A.6, leerlingbespreking"),
    ("startgesprek", "Startgesprek"),
    ("kindgesprek", "Kindgesprek"),
    ("rapportgesprek", "Rapportgesprek"),
    ("verwijzingsgesprek", "Verwijzingsgesprek"),
    ("overig_gesprek", "Overig gesprek"),
    ("opp", "OPP"),
    ("mpo", "Verslag van een MPO"),
    ("consult_aanvraag_startgesprek", "Aanvraag startgesprek SWV"),
    ("consult_aanvraag_eenmalig", "Aanvraag eenmalig consult"),
    ("consult_aanvraag_ao", "Aanvraag Analyse en Ondersteuning"),
    ("consultverslag", "Verslag van een consult"),
)
"""The forms that a school can adapt, with their words."""


class EigenDeel(Deel):
    """Copies to make one's own, and a check."""

    words = "Formulieren en sjabloon"
    lead = "Een school kan de formulieren en het Word-sjabloon aanpassen. In de handleiding staat hoe."

    def build(self) -> None:
        """One card per thing that can be adapted, and the check."""
        self._message = Banner("info", "")
        self._message.hide()
        self._template = self.context.folder / OWN
        self.form = Choice(FORMS)
        self.form.set_value(FORMS[0][0])
        accessible.name(self.form, "Welk formulier wil je aanpassen?")
        forms = Card("Formulieren")
        forms.add(Muted(f"Eigen versies staan in: {self.context.own_forms}"))
        forms.add(self.form)
        self._add(forms, "Maak een eigen kopie", self._copy_form)
        template = Card("Word-sjabloon")
        template.add(Muted(f"Een eigen versie staat in: {self._template}"))
        self._add(template, "Zet een kopie van het sjabloon klaar", self._copy_template)
        check = Button("Controleer nu", "primary", icon="vink")
        check.clicked.connect(self._check)
        row = Flow()
        row.add(check)
        self.body.addWidget(row)
        self.body.addWidget(self._message)

    def _add(self, card: Card, words: str, action: Callable[[], None]) -> None:
        buttons = Flow()
        for label, call in ((words, action), ("Open de map", self._open)):
            button = Button(label)
            button.clicked.connect(call)
            buttons.add(button)
        card.add(buttons)
        self.body.addWidget(card)

    def _copy_form(self) -> None:
        name = f"{self.form.value()}.toml"
        self._copy(resource("formulieren", name), self.context.own_forms / name)

    def _copy_template(self) -> None:
        self._copy(resource("sjablonen", "ruggespraak.docx"), self._template)

    def _copy(self, source: Path, target: Path) -> None:
        if target.exists():
            self._tell("info", "Er staat al een eigen versie. Die laat ik staan.", str(target))
            return
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
        except OSError:
            self._tell(
                "bad",
                "De kopie kon niet worden gemaakt.",
                f"Kijk of er ruimte is en of je mag schrijven in {target.parent}.",
            )
        else:
            self._tell("good", "De kopie staat klaar. Pas hem aan en kies daarna ‘Controleer nu’.", str(target))

    def _check(self) -> None:
        problems = []
        for name, _ in FORMS:
            try:
                load_definition(name, self.context.own_forms)
            except DefinitionError as error:
                problems.append(str(error))
        try:
            open_template(template_path(self.context.folder))
        except TemplateProblem as error:
            problems.append(str(error))
        if problems:
            self._tell("bad", "Dit klopt nog niet:", "\n".join(problems))
        else:
            self._tell("good", "Formulieren en sjabloon zijn in orde.", "Nieuwe formulieren gebruiken deze versie.")

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.folder)))

    def _tell(self, state: str, title: str, text: str = "") -> None:
        self._message.set(state, title, text)
        self._message.show()
