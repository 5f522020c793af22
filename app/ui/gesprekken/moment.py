"""One moment of the year: when and why then, what came of it, and what the school does with that."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
from app.ui.theme import scale
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
        super().__init__(parent, stand.titel, accept="Sluiten", cancel="", characters=84)
        self._context = context
        self._stand = stand
        self._plan = plan
        self._decided: Momentkeuze | str | bool = True
        self._own_days = False
        self.saved = SaveState()
        self.autosave = Autosave(context.db, self._collect, self)
        self.check = GrowingText(stand.notities.check_notitie, min_lines=2)
        self.act = GrowingText(stand.notities.act_notitie, min_lines=2)
        self.van, self.tot = DateField(today=context.vandaag), DateField(today=context.vandaag)
        self.reden = LineField(stand.keuze.reden)
        self.choose = Button("Kies andere dagen", icon="kalender", small=True)
        self.skip = Button("Sla dit jaar over", "quiet", small=True)
        self.restore = Button("Terug naar het beleid", icon="ongedaan", small=True)
        self.keep = Button("Bewaar deze dagen", "primary", small=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        if self._stand.moment is None:
            why = f" Reden: {self._stand.keuze.reden}." if self._stand.keuze.reden else ""
            self.add(Banner("info", f"Dit moment vervalt in {jaar(self._plan.schooljaar)}.", why.strip()))
        self.add(Facts(feiten(self._stand, self._plan.beleid)))
        self.add(Flow(self.choose, self.skip, self.restore))
        self._days = self._day_fields()
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

    def _day_fields(self) -> QWidget:
        self._fields = FormRows()
        self._from: FormRow = self._fields.add_row("Van", self.van)
        self._until: FormRow = self._fields.add_row("Tot en met", self.tot, beside=True)
        self._why: FormRow = self._fields.add_row("Reden", self.reden, "Bijvoorbeeld: studiedag van het team")
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1))
        column.addWidget(self._fields)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addStretch(1)
        column.addLayout(row)
        return box

    def _connect(self) -> None:
        self.choose.clicked.connect(partial(self._ask_days, True))
        self.skip.clicked.connect(partial(self._ask_days, False))
        self.keep.clicked.connect(self._keep)
        self.restore.clicked.connect(self._restore)
        self.check.changed.connect(partial(self.autosave.touch, CHECK))
        self.act.changed.connect(partial(self.autosave.touch, ACT))
        self.autosave.state_changed.connect(partial(show_state, self.saved))

    def _ask_days(self, own_days: bool) -> None:
        """Ask for other days with a reason, or only for the reason to skip the moment."""
        self._own_days = own_days
        moment = self._stand.moment
        for field, day in ((self.van, moment and moment.van), (self.tot, moment and moment.tot)):
            field.set_value(day.isoformat() if day else "")
        self._from.setVisible(own_days)
        self._until.setVisible(own_days)
        self.keep.setText("Bewaar deze dagen" if own_days else "Sla dit moment over")
        self._days.show()
        (self.van if own_days else self.reden).setFocus()

    def _keep(self) -> None:
        year, reason = self._plan.schooljaar, self.reden.value().strip()
        key = self._stand.keuze.moment
        if not self._own_days:
            self._decide(Momentkeuze(schooljaar=year, moment=key, vervalt=True, reden=reason))
        elif self._days_are_right():
            van, tot = als_datum(self.van.value()), als_datum(self.tot.value())
            assert van is not None and tot is not None
            self._decide(keuze_voor(year, key, van, tot, reason))

    def _days_are_right(self) -> bool:
        self._fields.clear_errors()
        van, tot = als_datum(self.van.value()), als_datum(self.tot.value())
        self._from.set_error("" if van else self.van.problem() or "Kies de eerste dag.")
        self._until.set_error(self._wrong_end(van, tot))
        return not self._fields.focus_first_error()

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
        self._decide(HERSTEL)

    def _decide(self, decided: Momentkeuze | str) -> None:
        self._decided = decided
        self.accept()

    @override
    def answer(self) -> Momentkeuze | str | bool:
        return self._decided

    def _collect(self, name: str) -> Write:
        text = (self.check if name == CHECK else self.act).value()
        year, moment = self._plan.schooljaar, self._stand.notities.moment
        return Write(name, partial(_note, year, moment, {name: text}, self._context.gebruiker))

    @override
    def done(self, result: int) -> None:
        self.autosave.flush(draft=False)
        self._context.db.ask(partial(_seal, self._stand.notities.id))
        super().done(result)


def _note(year: str, moment: str, notes: dict[str, str], author: str, archive: Archive, draft: bool) -> Change:
    return noteer(archive, year, moment, notes, author, draft=draft)


def _seal(keuze: str, archive: Archive) -> None:
    archive.seal(keuze)
