"""What is done with the conversations that are chosen: asked where needed, written with a way back."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.forms.loader import DefinitionError
from app.models.gesprek import Gesprek
from app.models.uitnodiging import Brief
from app.storage.gesprekslijst import Lijstregel
from app.ui.afspreken.dialogen import REDENEN
from app.ui.afspreken.handelingen import Afspreken
from app.ui.context import Context
from app.ui.exporteren.uitnodiging import invitation_document
from app.ui.gespreksmoment import opdrachten
from app.ui.gespreksmoment.gehouden import Gehouden, HeldDialog
from app.ui.gespreksmoment.opdrachten import Lijst
from app.ui.gespreksmoment.reden import ReasonDialog
from app.ui.gespreksmoment.tabel import without_report
from app.ui.place import Place
from app.ui.widgets.undo_bar import UndoBar
from app.ui.woorden import count_words

NOT_ASKED = "niet gevraagd"
Act = Callable[[Lijst, list[Lijstregel]], None]


class Deeds(QObject):
    """Answers to what the bar of actions wants.

    Parameters:
        host: the view; dialogs open over it.
        bar: where taking back is offered.

    Signals:
        place_wanted: a `Place` to go to.
        letters_ready: invitations to save.
        refused: why a report could not be begun, in a sentence.
    """

    place_wanted = Signal(object)
    letters_ready = Signal(object)
    refused = Signal(str)

    def __init__(self, context: Context, host: QWidget, bar: UndoBar) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self._appoint = Afspreken(context, host, bar)

    def do(self, what: str, found: Lijst, chosen: list[Lijstregel]) -> None:
        """Do what is wanted with the conversations that are chosen; see `ActionBar.wanted`."""
        acts: Mapping[str, Act] = {
            "gehouden": self._tick,
            "elders": self._reported,
            "verslag": self._report,
            "plan": self._plan,
            "uitnodiging": self._ask_letters,
            "niet_nodig": self._not_needed,
            "afgezegd": self._call_off,
            "niet_verschenen": self._no_show,
            "terug": self._again,
        }
        acts[what](found, chosen)

    def _tick(self, found: Lijst, chosen: list[Lijstregel]) -> None:
        wanted = [each for each in chosen if each.staat != "gehouden" or without_report(each)]
        full = tuple(dict.fromkeys(each.leerling.naam for each in wanted if each.formulier_nodig))
        planned = any(each.staat == "gepland" for each in wanted)
        today = self._context.vandaag()
        day = min(max((each.moment.tot or today for each in wanted), default=today), today)
        answer: Gehouden | None = HeldDialog.ask(self._host, len(wanted), planned, day, full, self._context.vandaag)
        if answer is not None:
            work = partial(opdrachten.tick, found.plan, wanted, answer, self._context.gebruiker)
            self._appoint.write(f"{_counted(wanted)} afgevinkt.", work)

    def _reported(self, _found: Lijst, chosen: list[Lijstregel]) -> None:
        ids = [each.gesprek.id for each in chosen if each.gesprek and without_report(each) and not each.formulier_nodig]
        work = partial(opdrachten.reported_elsewhere, ids, self._context.vandaag(), self._context.gebruiker)
        self._appoint.write(f"{count_words(len(ids), 'verslag staat', 'verslagen staan')} in ParnasSys.", work)

    def _report(self, found: Lijst, chosen: list[Lijstregel]) -> None:
        work = partial(opdrachten.begin_report, found.plan, chosen[0], self._context)
        self._context.db.ask(work, self._go_to_form, owner=self, otherwise=self._refuse)

    def _go_to_form(self, form: str) -> None:
        self.place_wanted.emit(Place("formulier", form))

    def _refuse(self, error: BaseException) -> None:
        """A form of the school's own that is wrong names its mistake itself."""
        if isinstance(error, DefinitionError):
            self.refused.emit(str(error))
        else:
            self._context.db.report(error)

    def _plan(self, found: Lijst, chosen: list[Lijstregel]) -> None:
        """One at a time of its own; several go to the screen that gives a group its times."""
        first = chosen[0]
        if len(chosen) > 1:
            group = found.groep.id if found.groep else first.leerling.groep or ""
            self.place_wanted.emit(Place("gesprekkenplannen", first.moment.basis, group))
        elif first.gesprek is not None:
            self._appoint.verplaats(first.gesprek)
        else:
            self._appoint.plan(_blank(found, first))

    def _ask_letters(self, _found: Lijst, chosen: list[Lijstregel]) -> None:
        ids = [each.id for each in _planned(chosen)]
        self._context.db.ask(partial(opdrachten.letters, ids), self._invite, owner=self)

    def _invite(self, letters: tuple[Brief, ...]) -> None:
        if letters:
            self.letters_ready.emit(invitation_document(letters, self._context))

    def _not_needed(self, found: Lijst, chosen: list[Lijstregel]) -> None:
        reason: str | None = NOT_ASKED
        if not found.facultatief:
            reason = ReasonDialog.ask(self._host, f"{_counted(chosen)} niet nodig", "Leg vast")
        if reason is not None:
            work = partial(opdrachten.not_needed, found.plan, chosen, reason, self._context.gebruiker)
            self._appoint.write(f"{_counted(chosen)} niet nodig.", work)

    def _call_off(self, _found: Lijst, chosen: list[Lijstregel]) -> None:
        planned = _planned(chosen)
        if len(planned) == 1:
            self._appoint.zeg_af(planned[0])
            return
        title = f"{_counted(planned)} afzeggen"
        reason: str | None = ReasonDialog.ask(self._host, title, "Zeg af", REDENEN, needed=True)
        if reason is not None:
            self._change(planned, {"staat": "afgezegd", "reden": reason}, "afgezegd.")

    def _no_show(self, _found: Lijst, chosen: list[Lijstregel]) -> None:
        self._change(_planned(chosen), {"staat": "niet_verschenen"}, "niet verschenen.")

    def _change(self, chosen: list[Gesprek], values: dict[str, str], words: str) -> None:
        work = partial(opdrachten.change, [each.id for each in chosen], values, self._context.gebruiker)
        self._appoint.write(f"{_counted(chosen)} {words}", work)

    def _again(self, _found: Lijst, chosen: list[Lijstregel]) -> None:
        known = [each.gesprek for each in chosen if each.gesprek]
        work = partial(opdrachten.undone, known, self._context.gebruiker)
        self._appoint.write(f"{_counted(known)} weer open.", work)


def _planned(chosen: list[Lijstregel]) -> list[Gesprek]:
    return [each.gesprek for each in chosen if each.gesprek and each.staat == "gepland"]


def _counted(chosen: list[Lijstregel] | list[Gesprek]) -> str:
    return count_words(len(chosen), "gesprek", "gesprekken")


def _blank(found: Lijst, regel: Lijstregel) -> Gesprek:
    """A conversation that is not there yet; what misses is filled in when it is planned."""
    return Gesprek(
        schooljaar=found.plan.schooljaar,
        soort=regel.moment.soort.id,
        moment=regel.moment.basis,
        leerling=regel.wie.leerling,
        ouder=regel.wie.ouder,
        extra=regel.wie.extra,
        groep=found.groep.id if found.groep else regel.leerling.groep,
        minuten=regel.moment.soort.minuten,
    )
