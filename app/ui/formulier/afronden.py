"""The closing screen, which everyone in the meeting sees: what was decided, who does what, and what still misses."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.models.datums import als_datum, lang
from app.models.forms.answers import Missing, answer_of, plain_text, rows_of, visible
from app.models.forms.definition import Field
from app.models.toestemming import Toestemmingstabel
from app.ui.formulier.controller import FormController
from app.ui.formulier.editors import Surroundings
from app.ui.formulier.sectie import make_row
from app.ui.formulier.toestemming import ConsentNotice, is_asked, judge
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button, Link
from app.ui.widgets.card import Card
from app.ui.widgets.fact import fact
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted, Small, Text
from app.ui.widgets.page import Page

AGREEMENTS = ("afspraken", "begeleiding_afspraken")
DECISIONS = ("besluit", "plan_besluit", "aanmelding", "schooladvies", "mpo_uitkomst", "mpo_toelichting")
SAID = ("gespreksvraag", "overzicht", "inzicht", "uitzicht")
GOAL = ("doel", "doel_meting", "gewenste_situatie")
PARENTS = ("ouders_geinformeerd_hoe", "ouders_geinformeerd_door", "ouders_geinformeerd_op")
EVALUATION = ("evaluatie_datum", "evaluatie_wijze", "evaluatie_door")
LEVEL = ("niveau_voor", "niveau_na", "niveau_vanaf", "niveau_reden")


class ClosingScreen(Page):
    """Sums a form up and closes it.

    Parameters:
        controller: of the form.
        around: what editors need besides.
        tabel: the rules of consent.

    Signals:
        back_wanted: back to the form.
        field_wanted: path of a field that must still be filled in.
        vaststellen_wanted, verslag_wanted, close_wanted: what the buttons say.
    """

    back_wanted = Signal()
    field_wanted = Signal(str)
    vaststellen_wanted = Signal()
    verslag_wanted = Signal()
    close_wanted = Signal()

    def __init__(
        self,
        controller: FormController,
        around: Surroundings,
        tabel: Toestemmingstabel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Samengevat", "Loop het samen langs. Klopt het, en is alles duidelijk?", parent=parent)
        self._controller = controller
        self._around = around
        self._tabel = tabel
        self._sheet: QWidget | None = None
        self._first: Button | None = None
        found = controller.definitie.field_by_role("duidelijk_voor_leraar")
        self._clear = found[1] if found else None
        controller.answered.connect(self._on_answer)
        self._back = Button("Terug naar het formulier", icon="pijl-links", shortcut="Alt+Up")
        self._back.clicked.connect(self.back_wanted)
        self.add_action(self._back)

    def show_form(self) -> None:
        """Sum up the form as it is now."""
        self._first = None
        if self._sheet is not None:
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = QWidget()
        consent = self._facts("Ouders", PARENTS)
        if consent is not None:
            self._add_consent(consent)
        left = (
            self._facts("Wat er is gezegd", SAID), self._facts("Besluiten", DECISIONS), self._agreements(), self._end(),
        )  # fmt: skip
        right = (
            self._facts("Evaluatie", EVALUATION),
            consent,
            self._facts("Doel", GOAL),
            self._facts("Ondersteuningsniveau", LEVEL),
        )
        sides = QHBoxLayout(self._sheet)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(scale.space(2))
        for share, cards in ((3, left), (2, right)):
            column = QVBoxLayout()
            sides.addLayout(column, share)
            _fill(column, cards)
        self.body.insertWidget(0, self._sheet)

    def _facts(self, heading: str, roles: tuple[str, ...]) -> Card | None:
        """A card with the answers of these roles; None where this form has none of them."""
        if not any(self._controller.definitie.fields_by_role(rol) for rol in roles):
            return None
        card = Card(heading)
        self._add_facts(card, roles)
        return card

    def _add_facts(self, card: Card, roles: tuple[str, ...]) -> None:
        shown = [field for rol in roles for _, field in self._controller.definitie.fields_by_role(rol)]
        told = [(field, text) for field in shown if (text := self._text(field))]
        for field, text in told:
            card.add(fact(field.kort, text))
        if not told:
            card.add(Muted("Nog niets ingevuld."))

    def _text(self, field: Field) -> str:
        controller = self._controller
        if not visible(field, controller.antwoorden):
            return ""
        return plain_text(field, answer_of(field, controller.antwoorden))

    def _agreements(self) -> Card:
        card = Card("Afspraken")
        grid = QGridLayout()
        card.add(grid)
        grid.setHorizontalSpacing(scale.space(2))
        grid.setVerticalSpacing(scale.space(1))
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 2)
        for rol in AGREEMENTS:
            for _, field in self._controller.definitie.fields_by_role(rol):
                if visible(field, self._controller.antwoorden):
                    self._add_rows(grid, field)
        if not grid.count():
            card.add(Muted("Er zijn nog geen afspraken."))
        return card

    def _add_rows(self, grid: QGridLayout, field: Field) -> None:
        columns = {rol: column.id for rol in ("wat", "wie", "voor") if (column := field.column(rol))}
        rows = rows_of(field, self._controller.antwoorden)
        if rows and not grid.count():
            for at, words in enumerate(("Wat", "Wie", "Uiterlijk")):
                grid.addWidget(Small(words), 0, at)
        for row in rows:
            down = grid.rowCount()
            due = als_datum(row.get(columns.get("voor", "")))
            texts = (row.get(columns["wat"], ""), row.get(columns["wie"], ""), lang(due) if due else "")
            for at, text in enumerate(texts):
                grid.addWidget(Text(str(text), "strong" if at == 0 else "body"), down, at, Qt.AlignmentFlag.AlignTop)

    def _add_consent(self, card: Card) -> None:
        blad, antwoorden = self._controller.blad, self._controller.antwoorden
        if is_asked(blad, antwoorden):
            notice = ConsentNotice()
            notice.show_verdict(judge(blad, antwoorden, self._tabel))
            card.add(notice)

    def _end(self) -> QWidget:
        """Is it clear to the teacher, what misses, and the way out."""
        card = Card("Tot slot")
        if self._controller.read_only:
            card.add(Banner("good", "Dit formulier is vastgesteld.", "Wil je iets verbeteren? Maak dan een correctie."))
            report = self._button("Maak het verslag", self.verslag_wanted, primary=True)
            card.add(_side_by_side(report, self._button("Sluit", self.close_wanted)))
            return card
        if self._clear is not None:
            form = FormRows()
            make_row(form, self._clear, self._controller, self._around)
            card.add(form)
        missing = self._controller.missing()
        if missing:
            card.add(self._list_of(missing))
        else:
            card.add(Muted("Alles wat nodig is, staat erin. Na het vaststellen kan er niets meer in veranderen."))
        later = self._button("Sluit, ik maak het later af", self.close_wanted)
        if missing:
            card.add(_side_by_side(later))
        else:
            first = self._button("Stel het formulier vast", self.vaststellen_wanted, primary=True)
            card.add(_side_by_side(first, later))
        return card

    def _list_of(self, missing: list[Missing]) -> QWidget:
        words = "Er mist nog één ding" if len(missing) == 1 else f"Er missen nog {len(missing)} dingen"
        box = Card(words, quiet=True)
        for each in missing:
            link = Link(each.sentence)
            link.clicked.connect(partial(self.field_wanted.emit, each.field.pad))
            box.add(link)
        return box

    def _button(self, words: str, signal: SignalInstance, *, primary: bool = False) -> Button:
        button = Button(words, "primary", shortcut="Ctrl+Return") if primary else Button(words)
        button.clicked.connect(signal)
        self._first = button if primary else self._first
        return button

    def _on_answer(self, path: str) -> None:
        """With the last answer given here, the way on appears; the focus goes there. The form itself shows it too."""
        if self._clear is not None and path == self._clear.pad and self.isVisible():
            self._controller.shown.emit(path, self._controller.value(path))
            self.show_form()
            if self._first is not None:
                self._first.setFocus(Qt.FocusReason.OtherFocusReason)


def _fill(column: QVBoxLayout, cards: tuple[QWidget | None, ...]) -> None:
    column.setSpacing(scale.space(2))
    for card in cards:
        if card is not None:
            column.addWidget(card)
    column.addStretch(1)


def _side_by_side(*buttons: Button) -> Flow:
    row = Flow()
    for button in buttons:
        row.add(button)
    return row
