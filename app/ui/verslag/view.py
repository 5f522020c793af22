"""The IB'er's own short report: written beside the form, then to Word, to ParnasSys, to the dossier."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import lang
from app.models.forms.loader import DefinitionError
from app.models.formuliersoort import afdeling
from app.models.verslag import begin_verslag
from app.storage import verslagen
from app.storage.archive import Archive, Change
from app.storage.definities import load_toestemmingstabel
from app.storage.verslagen import Verslag
from app.ui.context import Context
from app.ui.exporteren.opslaan import SaveDocument
from app.ui.formulier.autosave import Autosave, Write
from app.ui.formulier.consult import ConsultButton
from app.ui.formulier.toestemming import ConsentNotice, is_asked, judge
from app.ui.place import Place
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.verslag.acties import DOSSIER, Acties, Bestemming, parnassys
from app.ui.verslag.document import note, report_document
from app.ui.verslag.feiten import Facts
from app.ui.view import View
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.page import Page
from app.ui.widgets.undo_bar import UndoBar

LINES = 18
HINT = "Kort en zakelijk, in jouw woorden. Ouders mogen het lezen. Een kopje staat op een eigen regel."


class VerslagView(View):
    """The report of one form, with what the form says beside it."""

    title = "Verslag"
    kinds = frozenset({"formulier", "gesprek", "ouder", "ouderschap", "bespreking"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._id = ""
        self._verslag: Verslag | None = None
        self._elsewhere: dict[str, str] = {}  # texts that left the screen, by form, for when the disk refused them
        self._aside: QWidget | None = None
        self.autosave = Autosave(context.db, self._collect, self)
        self.text = GrowingText(min_lines=LINES)
        self.card = Acties(context.vandaag)
        self.export = SaveDocument(context)
        self.copied = Banner("good", "", dismissible=True)
        self.consult = ConsultButton(context)
        self._build()
        self.undo = UndoBar(self)
        self._connect()

    def show_place(self, place: Place) -> None:
        """Open the report of a form (`id`)."""
        if place.id != self._id:
            self.leave()
            self._elsewhere[self._id] = self.text.value()
            self.export.hide()
            self.copied.hide()
            self.consult.hide()
            self._set_enabled(False)
            self.text.set_value(self._elsewhere.get(place.id, "") if self.autosave.holds(place.id) else "")
        self._id = place.id
        work = partial(_open, place.id, self.context.vandaag(), self.context.gebruiker)
        self.context.db.ask(work, self._show_first, owner=self)

    def refresh(self) -> None:
        """Read the form again; what is being typed stays."""
        self.context.db.ask(partial(_read, self._id, self.context.vandaag()), self._show, owner=self)

    def leave(self) -> None:
        """Write what was typed; from then on it is history."""
        self.autosave.flush(draft=False)
        if self._id:
            self.context.db.ask(partial(_seal, self._id))

    @override
    def concerns(self, change: Change) -> bool:
        """The report itself changes only here; reading it back at every save would get in the way of typing."""
        return super().concerns(change) and change.fields != {"verslag"}

    def is_saved(self) -> bool:
        """Whether every word is committed."""
        return self.autosave.is_clean

    def _build(self) -> None:
        self.page = Page("Verslag")
        self._dossier = Chip("in het dossier", "good", "vink")
        self.page.add_beside_title(self._dossier)
        self._to_form = Button("Bekijk het formulier")
        self.page.add_action(self._to_form)
        self.page.add_action(self.consult)
        self.unclosed = Banner("info", "Het formulier is nog niet vastgesteld.", "Daarna begint het verslag vanzelf.")
        self.unclosed.add_action("Ga verder met het formulier", self._go_on)
        for notice in (self.unclosed, self.export, self.copied):
            notice.hide()
            self.page.add(notice)
        row = QHBoxLayout()
        self.page.add(row)
        row.setSpacing(scale.space(2))
        row.addWidget(self._sheet(), 3, Qt.AlignmentFlag.AlignTop)
        self._right = QVBoxLayout()
        row.addLayout(self._right, 2)
        self._right.setSpacing(scale.space(1.5))
        self._right.addWidget(self.card)
        self._right.addStretch(1)
        self.page.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def _sheet(self) -> Card:
        card = Card()
        form = FormRows()
        form.add_row("Jouw verslag", self.text, HINT)
        self.again = Button("Begin opnieuw uit het formulier", "quiet", icon="opnieuw", small=True)
        card.add(form)
        card.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _connect(self) -> None:
        self.text.changed.connect(self._on_typed)
        self.again.clicked.connect(self._begin_again)
        self._to_form.clicked.connect(self._show_form)
        self.consult.place_wanted.connect(self.place_requested)
        self.card.word.clicked.connect(self._save_word)
        self.card.copy.clicked.connect(self._copy)
        self.card.dossier_changed.connect(self._on_dossier)

    def _show_first(self, verslag: Verslag) -> None:
        self._show(verslag)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, verslag: Verslag) -> None:
        blad = verslag.blad
        form = blad.formulier
        if form.id != self._id:
            return
        self._verslag = verslag
        self.section_found.emit(afdeling(form.soort, gesprek=blad.gesprek is not None))
        when = f"{verslag.titel} van {lang(form.datum)}" if form.datum else verslag.titel
        self.page.set_title(f"Verslag · {blad.leerling.naam}", when)
        closed = form.vastgesteld_op is not None
        self.unclosed.setVisible(not closed)
        self._set_enabled(closed)
        self._dossier.set(_bestemming(verslag).erin, "good", "vink")
        self._dossier.setVisible(verslag.opgenomen_op is not None)
        self.card.show_dossier(verslag.opgenomen_op, _bestemming(verslag))
        if not self.autosave.holds(form.id):
            self.text.set_value(form.verslag)
        self._show_aside(verslag)
        self.consult.show_form(blad)

    def _set_enabled(self, enabled: bool) -> None:
        """A report is written once its form is closed."""
        for part in (self.text, self.again, self.card):
            part.setEnabled(enabled)

    def _show_aside(self, verslag: Verslag) -> None:
        if self._aside is not None:
            self._aside.hide()
            self._aside.deleteLater()
        self._aside = QWidget()
        column = QVBoxLayout(self._aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1.5))
        if is_asked(verslag.blad, verslag.blad.formulier.antwoorden):
            column.addWidget(self._consent(verslag))
        column.addWidget(Facts(verslag.blad))
        self._right.insertWidget(1, self._aside)

    def _consent(self, verslag: Verslag) -> Card:
        """What may be sent and shared (form A.6, section 7)."""
        card = Card("Toestemming van de ouders")
        try:
            rules = load_toestemmingstabel(self.context.own_forms)
        except DefinitionError as error:
            card.add(Banner("bad", "De regels voor toestemming kloppen niet.", str(error)))
            return card
        notice = ConsentNotice()
        notice.show_verdict(judge(verslag.blad, verslag.blad.formulier.antwoorden, rules))
        card.add(notice)
        return card

    def _on_typed(self) -> None:
        self.autosave.touch(self._id)

    def _collect(self, form: str) -> Write:
        text = self.text.value() if form == self._id else self._elsewhere[form]
        return Write(form, partial(_write_text, form, text, self.context.gebruiker))

    def _begin_again(self) -> None:
        assert self._verslag is not None
        before = self.text.value()
        blad = self._verslag.blad
        self._put(begin_verslag(blad.definitie, blad.formulier, self._verslag.titel))
        self.undo.offer("Het verslag is opnieuw begonnen.", partial(self._put_back, self._id, before))

    def _put_back(self, form: str, text: str) -> None:
        if form == self._id:
            self._put(text)

    def _put(self, text: str) -> None:
        self.text.set_value(text)
        self.autosave.touch(self._id)
        self.autosave.flush(draft=False)

    def _now(self) -> Verslag:
        """The report with the text as it stands on the screen."""
        assert self._verslag is not None
        self.leave()
        blad = self._verslag.blad
        return replace(self._verslag, blad=replace(blad, formulier=replace(blad.formulier, verslag=self.text.value())))

    def _save_word(self) -> None:
        self.export.save(report_document(self._now(), self.context, whole=self.card.whole()))

    def _copy(self) -> None:
        verslag = self._now()
        QGuiApplication.clipboard().setText(note(verslag, self.context))
        self.copied.set("good", "Gekopieerd: plak in ParnasSys.", _bestemming(verslag).plakken)
        self.copied.show()

    def _on_dossier(self) -> None:
        self.context.db.ask(partial(_put_in_dossier, self._id, self.card.dossier_day(), self.context.gebruiker))

    def _show_form(self) -> None:
        self.place_requested.emit(Place("formulier", self._id))

    def _go_on(self) -> None:
        self.place_requested.emit(Place("bespreekmodus", self._id))


def _bestemming(verslag: Verslag) -> Bestemming:
    if verslag.blad.gesprek is None:
        return DOSSIER
    return parnassys(verslag.gespreksoort.categorie if verslag.gespreksoort else "")


def _open(form: str, today: date, author: str, archive: Archive) -> Verslag:
    return verslagen.open_verslag(archive, form, today, author)


def _read(form: str, today: date, archive: Archive) -> Verslag:
    return verslagen.lees(archive, form, today)


def _write_text(form: str, text: str, author: str, archive: Archive, draft: bool) -> Change:
    return verslagen.schrijf(archive, form, text, author, draft=draft)


def _seal(form: str, archive: Archive) -> None:
    archive.seal(form)


def _put_in_dossier(form: str, day: date | None, author: str, archive: Archive) -> None:
    verslagen.zet_in_dossier(archive, form, day, author)
