"""The conversations of a list in a table: who, what is particular, when, and the report."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.models.gesprek import EXTRA
from app.models.school import Groep
from app.storage.gesprekslijst import Lijstregel
from app.ui.afspreken.woorden import OVERDUE, TO_DO, report_tag, state_tag, when
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets.choice_table import ChoiceTable
from app.ui.widgets.table_model import Column, Row, Tag
from app.ui.woorden import interpreter_words, level_state, level_words, short_plan

LEERLING = Column("naam", "Leerling", characters=20, stretch=2, role="strong", sort="volgorde")
GROEP = Column("groep", "Groep", characters=5, role="muted")
MOMENT = Column("moment", "Moment", characters=10, role="muted")
REST = (
    Column("bijzonder", "Let op", characters=16, stretch=3),
    Column("erbij", "Aan tafel", characters=14, stretch=2, role="muted"),
    Column("gesprek", "Gesprek", characters=16),
    Column("wanneer", "Wanneer", characters=12, role="muted", sort="dag"),
    Column("verslag", "Verslag", characters=15),
)

FILTERS: dict[str, str] = {"alles": "Alles", "doen": "Nog te doen", "verslag": "Zonder verslag"}
"""What is shown of a list."""

SHOWN_LEVEL = 2
"""Support level from which it is said in the list."""


class ConversationTable(ChoiceTable):
    """One row per conversation that is needed or was held.

    Parameters:
        leraar: for the list of one teacher, over groups and moments.
    """

    def __init__(self, *, leraar: bool = False, parent: QWidget | None = None) -> None:
        columns = (LEERLING, GROEP, MOMENT, *REST) if leraar else (LEERLING, *REST)
        super().__init__("Gesprekken", columns, parent=parent)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, who is at the table makes room: that stands on the page of the conversation too."""
        columns = self._model.columns
        one = scale.metrics().averageCharWidth()
        needed = sum(each.characters * one + scale.space(3) for each in columns)
        place = next(at for at, each in enumerate(columns) if each.key == "erbij")
        self.setColumnHidden(place, event.size().width() < needed)
        super().resizeEvent(event)

    def chosen(self) -> list[Lijstregel]:
        """The conversations in the choice, in the order in which they are shown."""
        return [row["regel"] for row in self.selected_rows()]


def fits(regel: Lijstregel, only: str) -> bool:
    """Whether a conversation is shown under a filter (key of `FILTERS`)."""
    if only == "doen":
        return not regel.vervuld
    return only == "alles" or without_report(regel)


def without_report(regel: Lijstregel) -> bool:
    """Whether it was held and has no report yet."""
    return regel.staat == "gehouden" and regel.gesprek is not None and regel.gesprek.verslag_op is None


def as_rows(regels: Iterable[Lijstregel], groepen: Sequence[Groep], today: date) -> list[Row]:
    """What the table shows of a list.

    Parameters:
        groepen: to say in which group a pupil is.
    """
    names = {each.id: each.naam for each in groepen}
    return [_row(regel, names, today) for regel in regels]


def _row(regel: Lijstregel, groepen: dict[str, str], today: date) -> Row:
    gesprek = regel.gesprek
    return {
        "id": (*regel.wie, regel.moment.basis),
        "regel": regel,
        "naam": " · ".join(filter(None, (regel.leerling.naam, regel.ouder))),
        "volgorde": f"{regel.leerling.sorteernaam} {regel.ouder} {regel.wie.extra}",
        "groep": groepen.get(regel.leerling.groep or "", ""),
        "moment": regel.moment.kort,
        "bijzonder": _marks(regel),
        "erbij": ", ".join(_present(regel)),
        "gesprek": state_tag(gesprek, today) if gesprek else OVERDUE if _is_over(regel, today) else TO_DO,
        "wanneer": when(gesprek, today) if gesprek else "",
        "dag": gesprek.datum if gesprek else None,
        "verslag": report_tag(gesprek, regel.te_laat(today), bool(gesprek.formulier)) if gesprek else None,
    }


def _present(regel: Lijstregel) -> list[str]:
    """Who is at the table; where parents come apart, the one who comes now."""
    return [regel.ouder if each == "ouders" and regel.ouder else each for each in regel.erbij]


def _is_over(regel: Lijstregel, today: date) -> bool:
    return regel.moment.verplicht and regel.moment.tot is not None and regel.moment.tot < today


def _marks(regel: Lijstregel) -> tuple[Tag, ...]:
    """What makes this conversation differ from the others."""
    marks = [Tag(EXTRA[regel.wie.extra], "info", "plus")] if regel.wie.extra else []
    if regel.niveau is not None and regel.niveau >= SHOWN_LEVEL:
        marks.append(Tag(level_words(regel.niveau), level_state(regel.niveau)))
    kinds = {each.soort for each in regel.plannen}
    if "handelingsplan" in kinds and not regel.wie.extra:
        on_agenda = regel.moment.soort.plan_bespreken
        marks.append(Tag("HP op de agenda", "info") if on_agenda else Tag(short_plan("handelingsplan")))
    if "opp" in kinds and not regel.wie.extra:
        marks.append(Tag(short_plan("opp")))
    marks += [Tag(interpreter_words(each), "info") for each in regel.tolk]
    if regel.formulier_nodig:
        marks.append(Tag("volledig verslag", "warn", "document"))
    return tuple(marks)
