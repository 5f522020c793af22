"""A form in the ordinary window: to read, to evaluate, to correct, or to fill in by oneself."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.bespreking import Afspraak, Formulier
from app.models.datums import lang
from app.models.formuliersoort import afdeling
from app.storage import formulieren
from app.storage.archive import Archive
from app.storage.formulieren import Blad
from app.ui.context import Context
from app.ui.formulier.consult import ConsultButton
from app.ui.formulier.controller import FormController
from app.ui.formulier.editors import Surroundings
from app.ui.formulier.evaluatie import EvaluationPanel
from app.ui.formulier.opvolging import Opvolging
from app.ui.formulier.paneel import FormPanel, people
from app.ui.place import AFRONDEN, Place
from app.ui.view import View
from app.ui.widgets.buttons import Button
from app.ui.widgets.chip import Chip
from app.ui.widgets.page import Page

EVALUATIE = "evaluatie"


class FormulierView(View):
    """One form: filled in here or in bespreekmodus until it is vastgesteld; then read, evaluated and corrected."""

    title = "Formulier"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._forms = Opvolging(self)
        self._place = Place("formulier")

    def show_place(self, place: Place) -> None:
        """Open a form (`id`), at a section, a field or its evaluation (`part`)."""
        self._place = place
        today = self.context.vandaag()
        self.context.db.ask(partial(_read, place.id, today), self._show, owner=self)

    def leave(self) -> None:
        """Write all that was typed."""
        self._forms.flush()

    def is_saved(self) -> bool:
        """Whether every word is committed."""
        return self._forms.is_saved()

    def _show(self, found: "tuple[Blad, list[Afspraak], list[Formulier]]") -> None:
        blad, afspraken, versions = found
        if blad.formulier.id != self._place.id:
            return
        self.section_found.emit(afdeling(blad.formulier.soort, gesprek=blad.gesprek is not None))
        page = Page(blad.leerling.naam, _about(blad), scroll=False)
        corrected = versions[-1].id != blad.formulier.id
        speaker = partial(_speaker, blad, self.context)
        controller = FormController(self.context.db, blad, speaker, page, corrected=corrected)
        self._forms.put(page, controller)
        self._column.addWidget(page)
        consult = ConsultButton(self.context)
        consult.place_wanted.connect(self.place_requested)
        consult.show_form(blad)
        self._add_head(page, controller, versions, consult)
        if self._place.part == EVALUATIE:
            self._add_evaluation(page, controller, afspraken)
        else:
            self._add_form(page, controller, consult)

    def _add_head(
        self, page: Page, controller: FormController, versions: list[Formulier], consult: ConsultButton
    ) -> None:
        form = controller.blad.formulier
        page.add_beside_title(Chip("vastgesteld", "good", "vink") if form.vastgesteld_op else Chip("nog open", "warn"))
        if len(versions) > 1:
            page.add_beside_title(Chip(f"versie {form.versie} van {len(versions)}", "info"))
        if len(versions) > 1:
            self._add_action(page, "Vergelijk versies", Place("vergelijken", form.id))
        if controller.blad.gesprek is not None:
            self._add_action(page, "Bekijk het gesprek", Place("gesprek", controller.blad.gesprek.id))
        page.add_action(consult)
        if form.vastgesteld_op is None:
            self._add_action(page, "Open in bespreekmodus", Place("bespreekmodus", form.id), "primary")
            return
        if self._place.part == EVALUATIE:
            self._add_action(page, "Bekijk het formulier", Place("formulier", form.id))
        elif versions[-1].id == form.id:  # an earlier version is only read
            if any(field.moment == EVALUATIE for _, field in controller.definitie.fields()):
                self._add_action(page, "Evaluatie", Place("formulier", form.id, EVALUATIE))
            correct = Button("Corrigeer")
            correct.clicked.connect(self._correct)
            page.add_action(correct)
        self._add_action(page, "Verslag", Place("verslag", form.id), "primary")

    def _add_action(self, page: Page, words: str, place: Place, kind: str = "secondary") -> None:
        button = Button(words, kind)
        button.clicked.connect(partial(self.place_requested.emit, place))
        page.add_action(button)

    def _add_form(self, page: Page, controller: FormController, consult: ConsultButton) -> None:
        panel = FormPanel(controller, self.context.vandaag)
        panel.finished.connect(partial(self._finish, controller.blad, consult))
        page.body.setContentsMargins(0, 0, 0, 0)
        page.add(panel, 1)
        part = self._place.part
        if "." in part:
            panel.show_field(part)
        else:
            panel.show_section(part or (panel.first_open() if not controller.read_only else panel.first()))

    def _add_evaluation(self, page: Page, controller: FormController, afspraken: list[Afspraak]) -> None:
        today, blad = self.context.vandaag, controller.blad
        panel = EvaluationPanel(controller, afspraken, today, Surroundings(people(blad), today))
        panel.done.connect(partial(self._evaluated, blad))
        page.body.setContentsMargins(0, 0, 0, 0)
        page.add(panel, 1)
        panel.focus_first()

    def _finish(self, blad: Blad, consult: ConsultButton) -> None:
        """Sum it up; an application is looked over, and completed, on the page of its consult."""
        form = blad.formulier
        if consult.application_of:
            self.place_requested.emit(Place("consult", consult.application_of))
            return
        done = form.vastgesteld_op is not None
        self.place_requested.emit(Place("verslag", form.id) if done else Place("bespreekmodus", form.id, AFRONDEN))

    def _evaluated(self, blad: Blad, outcome: str) -> None:
        work = partial(_end_evaluation, blad.formulier.id, outcome, self.context.gebruiker)
        self.context.db.ask(work, lambda _: self.place_requested.emit(Place("leerling", blad.leerling.id)), owner=self)

    def _correct(self) -> None:
        form, author = self._place.id, self.context.gebruiker
        self.context.db.ask(lambda archive: formulieren.corrigeren(archive, form, author), self._go_on, owner=self)

    def _go_on(self, form: str) -> None:
        self.place_requested.emit(Place("formulier", form))


def _about(blad: Blad) -> str:
    when = lang(blad.formulier.datum) if blad.formulier.datum else ""
    spoken = f"aan het toetsenbord: {blad.formulier.spreker}" if blad.formulier.spreker else ""
    return " · ".join(part for part in (f"{blad.definitie.titel} van {when}", spoken) if part)


def _speaker(blad: Blad, context: Context) -> str:
    return blad.formulier.spreker or context.gebruiker


def _read(form: str, today: date, archive: Archive) -> tuple[Blad, list[Afspraak], list[Formulier]]:
    blad = formulieren.open_blad(archive, form, today)
    stam = blad.formulier.stam
    return blad, archive.all(Afspraak, formulier=stam), formulieren.versies(archive, stam)


def _end_evaluation(form: str, outcome: str, author: str, archive: Archive) -> None:
    formulieren.evaluatie_afronden(archive, form, outcome, author)
