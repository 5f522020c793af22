"""From a form to a consult: the one it belongs to, or a new one where form A.6 decided that more help is needed."""

from functools import partial

from PySide6.QtCore import Signal

from app.models.consult import Consult
from app.models.forms.answers import Answers, answer_of
from app.models.forms.definition import FormDefinition
from app.storage.archive import Archive
from app.storage.formulieren import Blad
from app.ui.context import Context
from app.ui.place import NIEUW, Place
from app.ui.widgets.buttons import Button

DECISION = "aanmelding"
"""Role of the decision about help from outside (form A.6, section 6)."""


class ConsultButton(Button):
    """Leads to the consult of a form; after a decision for more help, begins one. Else it is not there.

    Signals:
        place_wanted: a `Place` to go to.

    Attributes:
        application_of: id of the consult of which the form is the application, or empty.
    """

    place_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__("Begin consult", icon="consulten")
        self._context = context
        self._form = ""
        self._place = Place("consulten")
        self.application_of = ""
        self.clicked.connect(self._go)
        self.hide()

    def show_form(self, blad: Blad) -> None:
        """Fit a form."""
        self._form = blad.formulier.id
        question = partial(consult_of, blad.formulier.stam)
        self._context.db.ask(question, partial(self._show, blad), owner=self)

    def _show(self, blad: Blad, consult: Consult | None) -> None:
        form = blad.formulier
        if form.id != self._form:
            return
        self.application_of = consult.id if consult and consult.formulier == form.stam else ""
        begins = form.vastgesteld_op is not None and asks_help(blad.definitie, form.antwoorden)
        self._place = Place("consult", consult.id) if consult else Place("consult", NIEUW, blad.leerling.id)
        pupils = len(consult.leerlingen) if consult else 0
        about = f" ({pupils} leerlingen)" if pupils > 1 else ""  # above the form stands the first of them only
        self.setText(f"Bekijk het consult{about}" if consult else "Begin consult")
        self.setVisible(consult is not None or begins)

    def _go(self) -> None:
        self.place_wanted.emit(self._place)


def consult_of(stam: str, archive: Archive) -> Consult | None:
    """The consult of which a form is the application or the report.

    Parameters:
        stam: id of the form's first version.
    """
    found = (*archive.all(Consult, formulier=stam), *archive.all(Consult, verslag=stam))
    return next(iter(found), None)


def asks_help(definitie: FormDefinition, antwoorden: Answers) -> bool:
    """Whether it was decided that help is asked; `geen` goes with no other option, and says that it isn't."""
    for _, field in definitie.fields_by_role(DECISION):
        answer = answer_of(field, antwoorden)
        chosen = answer if isinstance(answer, list) else [answer]
        options = [field.option(each) for each in chosen]
        if any(each is not None and not each.alleen for each in options):
            return True
    return False
