"""The conversation with the consulent: its report, and what came of it."""

from PySide6.QtCore import Signal

from app.models.bespreking import Formulier
from app.models.consult import Consult
from app.models.consulten.definition import Consultsoort
from app.models.forms.answers import answer_of, plain_text
from app.models.forms.definition import FormDefinition
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card, RefilledCard
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import Choice
from app.ui.widgets.fact import fact
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted, Text

SAID = ("overzicht", "inzicht", "uitzicht")
WITH_REPORT = ("afspraak", "gevoerd", "afgerond", "vervolg")
"""Statuses in which there is something to report, or to prepare the report of."""


class ReportCard(RefilledCard):
    """Where the report is, and the heart of it.

    Signals:
        wanted: `maak`, `samen` or `open`.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("Verslag van het gesprek")
        self.state = Chip("")
        self.add_beside_heading(self.state)
        self.make = self._button("Maak verslag", "maak", "document")
        self.together = self._button("Vul samen in", "samen", "besprekingen")
        self.open_button = self._button("Open het verslag", "open", "document")
        self.add(Flow(self.make, self.together, self.open_button))

    def _button(self, words: str, what: str, icon: str) -> Button:
        button = Button(words, icon=icon)
        button.setObjectName(what)
        button.clicked.connect(self._tell)
        return button

    def _tell(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def show_report(self, consult: Consult, form: Formulier | None, definitie: FormDefinition | None) -> None:
        """Show how far the report is."""
        begun, closed = form is not None, form is not None and form.vastgesteld_op is not None
        expected = consult.status in WITH_REPORT
        self.setVisible(expected or begun)
        for button in (self.make, self.together):
            button.setVisible(expected and not closed)
        self.make.setText("Verder met het verslag" if begun else "Maak verslag")
        self.open_button.setVisible(closed)
        self.state.set(*_state(consult, begun=begun, closed=closed))
        column = self.renew((form, definitie))
        if column is None:
            return
        said = [] if form is None or definitie is None else _said(form, definitie)
        if not said:
            column.addWidget(Muted("Overzicht, inzicht en als het kan uitzicht: dat is wat het gesprek opbrengt."))
        for label, words in said:
            column.addWidget(fact(label, words))


class OutcomeCard(Card):
    """What came of the conversation, and the way on.

    Signals:
        edited: fields of the consult to write.
        finish_wanted: round it off, or apply for what follows.
        follow_wanted: go to the application that follows.
    """

    edited = Signal(object)
    finish_wanted = Signal()
    follow_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Uitkomst")
        self.choice = Choice((), empty="Nog niet bekend")
        self.choice.changed.connect(self._on_choice)
        self.words, self.chosen = Muted(""), Text("")
        self.finish = Button("Consult afronden", icon="vink")
        self.finish.clicked.connect(self.finish_wanted)
        self.follow = Button("Open de vervolgaanvraag", icon="pijl-rechts")
        self.follow.clicked.connect(self.follow_wanted)
        self._rows = FormRows()
        self._rows.add_row("Was dit genoeg?", self.choice)
        self._buttons = Flow(self.finish, self.follow)
        for widget in (self._rows, self.chosen, self.words, self._buttons):
            self.add(widget)
        self._kind = ""

    def show_outcome(self, consult: Consult, soort: Consultsoort, *, follows: bool) -> None:
        """Show what was chosen.

        Parameters:
            follows: whether there is an application that follows this one.
        """
        ended = consult.status in ("afgerond", "vervolg")
        self.setVisible(consult.status == "gevoerd" or ended)
        if self._kind != soort.id:
            self._kind = soort.id
            self.choice.set_options([(each.id, each.titel) for each in soort.uitkomsten])
        self.choice.set_value(consult.uitkomst)
        chosen = soort.uitkomst(consult.uitkomst)
        self._rows.setVisible(not ended)
        self.chosen.setVisible(ended and chosen is not None)
        self.chosen.setText(chosen.titel if chosen is not None else "")
        on = chosen is not None and bool(chosen.vervolg)
        self.words.setText("De nieuwe aanvraag neemt alles mee: hulpvraag, factoren, acties en bijlagen." if on else "")
        self.words.setVisible(on and not ended)
        self.finish.setVisible(chosen is not None and not ended)
        self.finish.setText("Vervolg aanvragen" if on else "Consult afronden")
        self.follow.setVisible(follows)
        self._buttons.setVisible(follows or (chosen is not None and not ended))

    def focus_choice(self) -> None:
        """Go to where the outcome is chosen."""
        self.choice.setFocus()

    def _on_choice(self) -> None:
        self.edited.emit({"uitkomst": self.choice.value()})


def _state(consult: Consult, *, begun: bool, closed: bool) -> tuple[str, str, str]:
    if closed:
        return "vastgesteld", "good", "vink"
    if begun:
        return "begonnen", "info", "half"
    if consult.status == "gevoerd":
        return "nog maken", "warn", "klok"
    return ("na het gesprek" if consult.status == "afspraak" else "niet gemaakt"), "neutral", ""


def _said(form: Formulier, definitie: FormDefinition) -> list[tuple[str, str]]:
    fields = [field for rol in SAID for _, field in definitie.fields_by_role(rol)]
    told = ((field.kort, plain_text(field, answer_of(field, form.antwoorden))) for field in fields)
    return [(label, words) for label, words in told if words]
