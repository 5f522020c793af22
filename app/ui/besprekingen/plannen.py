"""The dialogs of a meeting: plan one, change when and with whom, put more pupils on its agenda."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from app.models.bespreking import Bespreking
from app.models.datums import als_datum
from app.models.school import Groep
from app.models.tijden import lees_tijd
from app.storage import school
from app.storage.archive import Archive
from app.storage.besprekingen import Keuze
from app.ui.afspreken.aanwezigen import Aanwezigen
from app.ui.besprekingen.kiezer import Kiezer, Vraag
from app.ui.context import Context
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.line_field import LineField


@dataclass(frozen=True, slots=True)
class Gepland:
    """What was planned: the meeting, and the pupils chosen for it."""

    bespreking: Bespreking
    keuzes: tuple[Keuze, ...] = ()


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What there is to choose from.

    Attributes:
        groepen: groups that exist.
        medewerkers: names of those who work here, by id.
    """

    groepen: tuple[Groep, ...]
    medewerkers: Mapping[str, str]


def lees_omgeving(archive: Archive) -> Omgeving:
    """Read what there is to choose from."""
    staff = {each.id: each.naam for each in school.medewerkers(archive)}
    return Omgeving(tuple(school.groepen(archive)), staff)


class MeetingDialog(Dialog):
    """When, of which group and with whom. `ask` returns `Gepland`.

    Parameters:
        bespreking: the meeting as it is.
    """

    def __init__(
        self,
        parent: QWidget | None,
        context: Context,
        around: Omgeving,
        bespreking: Bespreking,
        *,
        title: str = "Bespreking wijzigen",
        accept: str = "Opslaan",
        characters: int = 72,
    ) -> None:
        super().__init__(parent, title, accept=accept, characters=characters)
        self._before = bespreking
        self._around = around
        self._teachers: list[str] = []
        self.date = DateField(today=context.vandaag)
        self.time = LineField(characters=8)
        self.group = Choice([(each.id, f"groep {each.naam}") for each in around.groepen], empty="meer groepen")
        self.subject = LineField()
        self.present = Aanwezigen(around.medewerkers.values())
        self.form = FormRows()
        self._date_row = self.form.add_row("Datum", self.date)
        self._time_row = self.form.add_row("Tijd", self.time, optional=True, beside=True)
        self.form.add_row("Groep", self.group, beside=True)
        self.form.add_row("Onderwerp", self.subject, optional=True)
        self.form.add_row(
            "Wie zijn erbij?", self.present, "Kies of typ een naam, dan Enter.", optional=True, beside=True
        )
        self.add(self.form)
        self.date.set_value(bespreking.datum.isoformat() if bespreking.datum else "")
        self.time.set_value(bespreking.tijd)
        self.group.set_value(bespreking.groep or "")
        self.subject.set_value(bespreking.onderwerp)
        self.present.set_value(bespreking.aanwezigen)
        self.group.changed.connect(self._on_group)
        self.time.editingFinished.connect(self._tidy_time)
        self.date.setFocus()
        self.date.line.selectAll()

    def complaint(self) -> str:
        """A meeting needs a day; a time may miss, but not be nonsense."""
        self.form.clear_errors()
        if not self.date.value():
            self._date_row.set_error(self.date.problem() or "Kies op welke dag de bespreking is.")
        if lees_tijd(self.time.value()) is None:
            self._time_row.set_error("Typ een tijd als 14:00, of laat het leeg.")
        return "Kijk nog even naar de rode regels." if self.form.focus_first_error() else ""

    def bespreking(self) -> Bespreking:
        """The meeting as it is filled in."""
        return replace(
            self._before,
            datum=als_datum(self.date.value()),
            tijd=lees_tijd(self.time.value()) or "",
            groep=self.group.value() or None,
            onderwerp=self.subject.value().strip(),
            aanwezigen=self.present.value(),
        )

    def answer(self) -> Gepland:
        """The meeting."""
        return Gepland(self.bespreking())

    def _tidy_time(self) -> None:
        """Show the time that was understood, so that nobody has to guess what was meant."""
        self.time.set_value(lees_tijd(self.time.value()) or self.time.value())

    def _on_group(self) -> None:
        """The teachers of a group come to its meeting; those of a group one passed on the way do not."""
        chosen = [each for each in self._around.groepen if each.id == self.group.value()]
        staff = self._around.medewerkers
        others = [name for name in self.present.value() if name not in self._teachers]
        self._teachers = [staff[each] for group in chosen for each in group.leerkrachten if each in staff]
        self._teachers = [name for name in self._teachers if name not in others]
        self.present.set_value((*others, *self._teachers))


class PlanDialog(MeetingDialog):
    """Plan a meeting: as `MeetingDialog`, and choose the pupils. `ask` returns `Gepland`."""

    def __init__(self, parent: QWidget | None, context: Context, around: Omgeving) -> None:
        present = (context.gebruiker,) if context.gebruiker else ()
        new = Bespreking(datum=context.vandaag(), aanwezigen=present)
        super().__init__(
            parent,
            context,
            around,
            new,
            title="Bespreking plannen",
            accept="Plan de bespreking",
            characters=104,
        )
        self._today = context.vandaag
        self.kiezer = Kiezer(context.db, Vraag("", self._day(), context.vandaag()))
        self.add(self.kiezer, 1)
        self.date.changed.connect(self._offer)
        self.group.changed.connect(self._offer)

    def answer(self) -> Gepland:
        """The meeting and its pupils."""
        return Gepland(self.bespreking(), self.kiezer.keuzes())

    def _day(self) -> date:
        return als_datum(self.date.value()) or self._today()

    def _offer(self) -> None:
        self.kiezer.aanbod.offer(self.group.value(), self._day())


class KiesDialog(Dialog):
    """Put more pupils on the agenda of a meeting. `ask` returns their `Keuze`s.

    Parameters:
        already: ids of pupils who are on it.
    """

    def __init__(
        self, parent: QWidget | None, context: Context, bespreking: Bespreking, already: Collection[str]
    ) -> None:
        super().__init__(parent, "Leerling toevoegen", accept="Zet op de agenda", characters=104)
        today = context.vandaag()
        self.kiezer = Kiezer(context.db, Vraag(bespreking.groep or "", bespreking.datum or today, today), already)
        self.add(self.kiezer, 1)

    def complaint(self) -> str:
        """Somebody has to be chosen."""
        return "" if self.kiezer.keuzes() else "Kies eerst een leerling."

    def answer(self) -> tuple[Keuze, ...]:
        """Who was chosen, with the reasons."""
        return self.kiezer.keuzes()
