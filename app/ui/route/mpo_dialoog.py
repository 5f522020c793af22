"""The dialogs of an MPO: who comes when and about what, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.models.route import MPO_UITKOMSTEN, Mpo
from app.models.tijden import lees_tijd
from app.ui.contactkeuze.keuze import ContactChoice
from app.ui.context import Context
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.date_field import DateField
from app.ui.widgets.edit_dialog import EditDialog, day_of, day_problem, fill_day
from app.ui.widgets.form_rows import FormRow
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented

STATES = {"overeenstemming": "good", "geen_overeenstemming": "warn", "vervolg": "info"}


class MpoDialoog(EditDialog):
    """Asks for an MPO; the answer is the `Mpo`.

    Parameters:
        mpo: as it is now, or one to begin with.
    """

    def __init__(self, parent: QWidget | None, context: Context, mpo: Mpo, *, new: bool) -> None:
        title = "MPO plannen" if new else "MPO"
        super().__init__(parent, title, accept="Plan het MPO" if new else "Opslaan", characters=72)
        self._mpo = mpo
        self.datum = DateField(today=context.vandaag)
        self.tijd, self.plaats = LineField(mpo.tijd, characters=8), LineField(mpo.plaats)
        self.partijen = ContactChoice(context, many=True)
        self.anderen = GrowingText("\n".join(mpo.anderen), min_lines=3)
        self.coordinator = CheckBox("De coördinator van het deelverband sluit aan", mpo.coordinator)
        self.agenda = GrowingText(mpo.agenda, min_lines=4)
        add = self.fields.add_row
        self._day = add("Datum", self.datum, "Bijvoorbeeld di 8 sep", optional=True)
        self._time = add("Tijd", self.tijd, "Bijvoorbeeld 15:10", optional=True, beside=True)
        add("Plaats", self.plaats, optional=True)
        add("Partijen van buiten de school", self.partijen, "Bijvoorbeeld RVZ, orthopedagoog of GGD", optional=True)
        add("Ook aan tafel", self.anderen, "Ouders, leerling, leerkracht: ieder op een eigen regel", optional=True)
        self.fields.add_widget(self.coordinator)
        add("Agenda", self.agenda, optional=True)
        fill_day(self.datum, mpo.datum)
        self.partijen.set_value(mpo.partijen)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        yield day_problem(self._day)
        yield self._time, "Typ een tijd zoals 15:10." if lees_tijd(self.tijd.value()) is None else ""

    def answer(self) -> Mpo:
        """The MPO."""
        lines = tuple(line.strip() for line in self.anderen.value().splitlines() if line.strip())
        return replace(
            self._mpo,
            datum=day_of(self.datum),
            tijd=lees_tijd(self.tijd.value()) or "",
            plaats=self.plaats.value().strip(),
            partijen=tuple(self.partijen.value()),
            anderen=lines,
            coordinator=self.coordinator.value(),
            agenda=self.agenda.value().strip(),
        )


class UitkomstDialoog(EditDialog):
    """Asks what came of an MPO; the answer is a pair: key of `MPO_UITKOMSTEN`, and words.

    Parameters:
        eindigt_bij: outcomes with which the route ends.
    """

    def __init__(self, parent: QWidget | None, mpo: Mpo, eindigt_bij: Sequence[str]) -> None:
        super().__init__(parent, "Wat kwam er uit het MPO?", characters=64)
        self._mpo = mpo
        options = [(each, words, STATES[each]) for each, words in MPO_UITKOMSTEN.items() if each]
        self.uitkomst = Segmented(options, clearable=False)
        self.toelichting = GrowingText(mpo.toelichting, min_lines=3)
        ending = [MPO_UITKOMSTEN[each] for each in eindigt_bij]
        hint = f"Bij ‘{' of '.join(ending)}’ eindigt de route, zodra de directeur het weet." if ending else ""
        self._outcome = self.fields.add_row("Uitkomst", self.uitkomst, hint)
        self._words = self.fields.add_row("In woorden", self.toelichting, "Wat is er afgesproken, en waarom")
        self.uitkomst.set_value(mpo.uitkomst)

    def check(self) -> Iterable[tuple[FormRow, str]]:
        yield self._outcome, "" if self.uitkomst.value() else "Kies wat eruit kwam."
        needed = not self._mpo.formulier and not self.toelichting.value().strip()
        yield self._words, "Schrijf kort op wat eruit kwam." if needed else ""

    def answer(self) -> tuple[str, str]:
        """The outcome, and what was agreed."""
        return self.uitkomst.value(), self.toelichting.value().strip()
