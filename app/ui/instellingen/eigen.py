"""The school's own form definitions and Word template: where they stand, and whether they are right."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.exports.sjabloon import OWN, TemplateProblem, open_template, template_path
from app.models.forms.loader import DefinitionError
from app.resources import resource
from app.storage.definities import load_definition
from app.ui.instellingen.deel import Deel
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Muted

FORM = "leerlingbespreking"


class EigenDeel(Deel):
    """Copies to make one's own, and a check."""

    words = "Formulieren en sjabloon"
    lead = "Een school kan het formulier en het Word-sjabloon aanpassen. In de handleiding staat hoe."

    def build(self) -> None:
        """One card per thing that can be adapted, and the check."""
        self._message = Banner("info", "")
        self._message.hide()
        self._form = self.context.own_forms / f"{FORM}.toml"
        self._template = self.context.folder / OWN
        cards = (
            ("Formulier A.6", self._form, "Maak een eigen kopie van A.6", self._copy_form),
            ("Word-sjabloon", self._template, "Zet een kopie van het sjabloon klaar", self._copy_template),
        )
        for title, path, words, action in cards:
            card = Card(title)
            card.add(Muted(f"Een eigen versie staat in: {path}"))
            buttons = Flow()
            for label, call in ((words, action), ("Open de map", self._open)):
                button = Button(label)
                button.clicked.connect(call)
                buttons.add(button)
            card.add(buttons)
            self.body.addWidget(card)
        check = Button("Controleer nu", "primary", icon="vink")
        check.clicked.connect(self._check)
        row = Flow()
        row.add(check)
        self.body.addWidget(row)
        self.body.addWidget(self._message)

    def _copy_form(self) -> None:
        self._copy(resource("formulieren", f"{FORM}.toml"), self._form)

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
        try:
            load_definition(FORM, self.context.own_forms)
        except DefinitionError as error:
            problems.append(str(error))
        try:
            open_template(template_path(self.context.folder))
        except TemplateProblem as error:
            problems.append(str(error))
        if problems:
            self._tell("bad", "Dit klopt nog niet:", "\n".join(problems))
        else:
            self._tell("good", "Formulier en sjabloon zijn in orde.", "Nieuwe formulieren gebruiken deze versie.")

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.folder)))

    def _tell(self, state: str, title: str, text: str = "") -> None:
        self._message.set(state, title, text)
        self._message.show()
