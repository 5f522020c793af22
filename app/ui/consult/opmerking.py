"""A remark with a consult, kept as it is typed."""

from functools import partial

from app.models.consult import Consult
from app.storage.archive import Archive, Change
from app.ui.context import Context
from app.ui.formulier.autosave import Autosave, Write
from app.ui.widgets.card import Card
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.growing_text import GrowingText


class RemarkCard(Card):
    """What does not belong in the application: whom to call, what was said on the phone."""

    def __init__(self, context: Context) -> None:
        super().__init__("Opmerking")
        self._context = context
        self._consult = ""
        self._elsewhere: dict[str, str] = {}  # remarks that left the screen before they were written
        self.text = GrowingText(min_lines=2)
        self.autosave = Autosave(context.db, self._collect, self)
        form = FormRows()
        form.add_row("Voor jezelf en je collega’s", self.text, "Gaat niet mee met de aanvraag.", optional=True)
        self.add(form)
        self.text.changed.connect(self._on_typed)

    def show_consult(self, consult: Consult) -> None:
        """Show the remark; what is being typed stays."""
        if consult.id != self._consult:
            self.leave()
            self._consult = consult.id
        if not self.autosave.holds(consult.id):
            self.text.set_value(consult.opmerking)

    def leave(self) -> None:
        """Write what was typed; from then on it is history."""
        self.autosave.flush(draft=False)
        if self._consult:
            self._elsewhere[self._consult] = self.text.value()
            self._context.db.ask(partial(_seal, self._consult))

    def _on_typed(self) -> None:
        self.autosave.touch(self._consult)

    def _collect(self, consult: str) -> Write:
        words = self.text.value() if consult == self._consult else self._elsewhere[consult]
        return Write(consult, partial(_write, consult, words, self._context.gebruiker))


def _write(consult: str, words: str, author: str, archive: Archive, draft: bool) -> Change:
    return archive.write(Consult.kind, consult, {"opmerking": words}, author, draft=draft)


def _seal(consult: str, archive: Archive) -> None:
    archive.seal(consult)
