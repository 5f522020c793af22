"""One moment of the year: when and why then, what came of it, and what the school does with that."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.models.datums import als_datum, lang
from app.models.drukte import keuze_voor
from app.models.gesprek import Momentkeuze
from app.models.jaarplan import Jaarplan
from app.storage.archive import Archive, Change
from app.storage.momentkeuzes import noteer
from app.ui.context import Context
from app.ui.formulier.autosave import Autosave, Write
from app.ui.formulier.save_state import show_state
from app.ui.gesprekken.feiten import Facts, Figures, feiten
from app.ui.gesprekken.lezen import MomentStand
from app.ui.gesprekken.woorden import jaar
from app.ui.qt import override
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.date_field import DateField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRow, FormRows
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Heading
from app.ui.widgets.line_field import LineField
from app.ui.widgets.save_state import SaveState

CHECK, ACT = "check_notitie", "act_notitie"
OTHER_DAYS, SKIP = "dagen", "overslaan"
HERSTEL = "herstel"
"""Answer of the dialog: the days follow from the policy again."""


class MomentDialog(Dialog):
    """Tells of a moment, keeps its notes while they are typed, and lets the school choose other days.

    The answer is what to do with the days: a `Momentkeuze` to keep, `HERSTEL`, or True for nothing.

    Parameters:
        stand: the moment as it is.
        plan: of its school year.
    """

    def __init__(self, parent: QWidget | None, context: Context, stand: MomentStand, plan: Jaarplan) -> None:
        super().__init__(parent, stand.titel, accept="Sluiten", kind="secondary", characters=84)
        self.cancel_button.hide()
        self._context = context
        self._stand = stand
        self._plan = plan
        self._asked = ""
        self._restored = False
        self.saved = SaveState()
        self.autosave = Autosave(context.db, self._collect, self)
        self.check = GrowingText(stand.notities.check_notitie, min_lines=2)
        self.act = GrowingText(stand.notities.act_notitie, min_lines=2)
        self.van, self.tot = DateField(today=context.vandaag), DateField(today=context.vandaag)
        self.reden = LineField(stand.keuze.reden)
        self.choose = Button("Kies andere dagen", icon="kalender", small=True)
        self.skip = Button("Sla dit jaar over", "quiet", small=True)
        self.restore = Button("Terug naar het beleid", icon="ongedaan", small=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        if self._stand.moment is None:
            why = f" Reden: {self._stand.keuze.reden}." if self._stand.keuze.reden else ""
            self.add(Banner("info", f"Dit moment vervalt in {jaar(self._plan.schooljaar)}.", why.strip()))
        self.add(Facts(feiten(self._stand, self._plan.beleid)))
        self.add(Flow(self.choose, self.skip, self.restore))
        self._days = FormRows()
        self._from: FormRow = self._days.add_row("Van", self.van)
        self._until: FormRow = self._days.add_row("Tot en met", self.tot, beside=True)
        self._days.add_row("Reden", self.reden, "Bijvoorbeeld: studiedag van het team")
        self.add(self._days)
        self._days.hide()
        own = self._stand.moment is None or self._stand.moment.eigen
        self.restore.setVisible(own)
        self.skip.setVisible(self._stand.moment is not None)
        self.add(Heading("Hoe ging het?"))
        self.add(Figures(self._stand))
        notes = FormRows()
        notes.add_row("Check", self.check, "Wat laten de gesprekken zien over welbevinden en resultaten?")
        notes.add_row("Act", self.act, "Wat doen jullie daarmee?")
        self.add(notes)
        self.add(self.saved)

    def _connect(self) -> None:
        self.choose.clicked.connect(partial(self._ask, OTHER_DAYS))
        self.skip.clicked.connect(partial(self._ask, SKIP))
        self.restore.clicked.connect(self._restore)
        self.check.changed.connect(partial(self.autosave.touch, CHECK))
        self.act.changed.connect(partial(self.autosave.touch, ACT))
        self.autosave.state_changed.connect(partial(show_state, self.saved))

    def _ask(self, what: str) -> None:
        """Ask for other days with a reason, or only for the reason to skip the moment; from now on that is accepted."""
        self._asked = what
        moment, own_days = self._stand.moment, what == OTHER_DAYS
        for field, day in ((self.van, moment and moment.van), (self.tot, moment and moment.tot)):
            field.set_value(day.isoformat() if day else "")
        self._from.setVisible(own_days)
        self._until.setVisible(own_days)
        self._days.show()
        self.accept_button.setText("Bewaar deze dagen" if own_days else "Sla over")
        self.accept_button.set_kind("primary")
        self.cancel_button.show()
        (self.van if own_days else self.reden).setFocus()

    @override
    def complaint(self) -> str:
        wrong = self._asked == OTHER_DAYS and not self._restored and not self._days_are_right()
        return "Kijk nog even naar de dagen." if wrong else ""

    @override
    def answer(self) -> Momentkeuze | str | bool:
        year, key, reason = self._plan.schooljaar, self._stand.keuze.moment, self.reden.value().strip()
        van, tot = als_datum(self.van.value()), als_datum(self.tot.value())
        if self._restored:
            return HERSTEL
        if self._asked == SKIP:
            return Momentkeuze(schooljaar=year, moment=key, vervalt=True, reden=reason)
        if self._asked == OTHER_DAYS and van and tot:
            return keuze_voor(year, key, van, tot, reason)
        return True

    def _days_are_right(self) -> bool:
        self._days.clear_errors()
        van, tot = als_datum(self.van.value()), als_datum(self.tot.value())
        self._from.set_error("" if van else self.van.problem() or "Kies de eerste dag.")
        self._until.set_error(self._wrong_end(van, tot))
        return not self._days.focus_first_error()

    def _wrong_end(self, van: date | None, tot: date | None) -> str:
        if tot is None:
            return self.tot.problem() or "Kies de laatste dag."
        if van is None:
            return ""
        if tot < van:
            return "De laatste dag ligt voor de eerste; kies een latere dag."
        if not self._plan.kalender.schooldagen(van, tot):
            calendar = self._plan.kalender
            return (
                f"In deze dagen is er geen school. Kies schooldagen tussen {lang(calendar.eerste_dag)}"
                f" en {lang(calendar.laatste_dag)}."
            )
        return ""

    def _restore(self) -> None:
        self._restored = True
        self.accept()

    def _collect(self, name: str) -> Write:
        text = (self.check if name == CHECK else self.act).value()
        year, moment = self._plan.schooljaar, self._stand.notities.moment
        return Write(name, partial(_note, year, moment, {name: text}, self._context.gebruiker))

    @override
    def leave(self) -> None:
        self.autosave.flush(draft=False)
        self._context.db.ask(partial(_seal, self._stand.notities.id))

    @override
    def done(self, result: int) -> None:
        self.leave()
        super().done(result)


def _note(year: str, moment: str, notes: dict[str, str], author: str, archive: Archive, draft: bool) -> Change:
    return noteer(archive, year, moment, notes, author, draft=draft)


def _seal(keuze: str, archive: Archive) -> None:
    archive.seal(keuze)
