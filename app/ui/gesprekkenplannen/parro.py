"""The road by Parro: paste its times, look at what they change, tick what may go, take over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.models.parrotijden import Misser
from app.models.parrovoorstel import GELIJK, NIEUW, VERPLAATST, WEG, Parropost, Parrovoorstel
from app.storage.planbord import Planbord
from app.ui.gesprekkenplannen.woorden import count_words, day_words, group_words
from app.ui.qt import override
from app.ui.theme import scale
from app.ui.widgets import accessible
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow import Flow
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Muted, Small
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row, Tag

HOW = (
    "Kopieer in Parro, of in je eigen overzicht, de dagen, tijden en namen, en plak ze hieronder. De volgorde van de "
    "kolommen maakt niet uit, en koppen zijn niet nodig."
)
TAGS = {
    NIEUW: Tag("nieuw", "good", "plus", order=0),
    VERPLAATST: Tag("verplaatst", "info", "pijl-rechts", order=1),
    GELIJK: Tag("blijft", "neutral", "vink", order=2),
}
COLUMNS = (
    Column("soort", "Wat", 14),
    Column("naam", "Leerling", 24, stretch=2, role="strong"),
    Column("groep", "Groep", 12),
    Column("dag", "Dag", 12, sort="datum"),
    Column("tijd", "Tijd", 8),
    Column("was", "Was", 16, role="muted"),
    Column("let_op", "Let op", 24, stretch=2),
)
MISSED = (
    Column("regel", "Regel", 8, right=True),
    Column("tekst", "Wat er staat", 30, stretch=1, role="strong"),
    Column("reden", "Waarom ik er niets mee kan", 60, stretch=2),
)
MOST_ROWS = 16
MOST_LINES = 8


class PastedText(GrowingText):
    """A list that was pasted. After some lines it scrolls itself, so that what it changes stays near."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(min_lines=4, parent=parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _wanted(self, spare: int) -> int:
        return min(super()._wanted(spare), scale.metrics().lineSpacing() * MOST_LINES + scale.space(1))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        QPlainTextEdit.wheelEvent(self, event)


class ParroPanel(QWidget):
    """The pasted list above, what it changes below.

    Signals:
        pasted: the text is different now.
    """

    pasted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = PastedText()
        accessible.name(self.text, "Tijden uit Parro", HOW)
        self.groep = Choice(empty="Alle groepen")
        accessible.name(self.groep, "Van welke groep is deze lijst?")
        self.clear_button = Button("Leegmaken")
        self.problem = Banner("bad", "Deze lijst kan ik niet lezen")
        self.found = Card("Wat er verandert")
        self.summary = Small("")
        self.table = DataTable("Tijden uit Parro", COLUMNS, identity="sleutel")
        self.missed = Card("Regels die ik niet kan plaatsen")
        self.missed_table = DataTable("Regels zonder gesprek", MISSED, identity="regel")
        self.gone = Card("Staat niet meer in Parro")
        self._gone_list = CheckList(())
        self._posts: dict[str, Parropost] = {}
        self._voorstel = Parrovoorstel()
        self._lay_out()
        self.text.changed.connect(self.pasted)
        self.groep.changed.connect(self.pasted)
        self.clear_button.clicked.connect(self.clear)

    def _lay_out(self) -> None:
        paste = Card("Plak de tijden uit Parro")
        paste.add(Muted(HOW))
        paste.add(self.text)
        paste.add(Flow(self.groep, self.clear_button))
        self.found.add_beside_heading(self.summary)
        self.found.add(self.table)
        self.missed.add(Muted("Verbeter ze hierboven, of plan deze gesprekken zelf. De rest kun je gewoon overnemen."))
        self.missed.add(self.missed_table)
        self.gone.add(Muted("Vink aan wat ook hier weg mag. Wat je niet aanvinkt, blijft staan."))
        self._gone_row = QVBoxLayout()
        self.gone.add(self._gone_row)
        self._gone_row.addWidget(self._gone_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2))
        for widget in (paste, self.problem, self.missed, self.gone, self.found):
            column.addWidget(widget)
        column.addStretch(1)
        self._hide_all()

    def show_board(self, bord: Planbord, groep: str) -> None:
        """Offer the groups of a moment.

        Parameters:
            groep: id of the group whose list it probably is, or empty.
        """
        self.groep.set_options([(each.groep.id, group_words(each.groep)) for each in bord.groepen])
        self.groep.set_value(groep)

    def clear(self) -> None:
        """Begin with an empty field."""
        self.text.set_value("")
        self.pasted.emit()
        self.text.setFocus()

    def show_nothing(self) -> None:
        """Nothing was pasted."""
        self._voorstel = Parrovoorstel()
        self._hide_all()

    def show_problem(self, sentence: str) -> None:
        """What was pasted can't be read at all."""
        self.show_nothing()
        self.problem.set("bad", "Deze lijst kan ik niet lezen", sentence)
        self.problem.show()

    def show_proposal(self, voorstel: Parrovoorstel, bord: Planbord) -> None:
        """What the pasted list would change."""
        self._hide_all()
        self._voorstel = voorstel
        rows = [_row(each, bord) for each in voorstel.posten if each.soort != WEG]
        self.table.set_rows(rows)
        _fit(self.table, len(rows))
        self.found.setVisible(bool(rows))
        self.summary.setText(_summary(voorstel))
        self._show_missed(voorstel.missers)
        self._show_gone(voorstel.van(WEG), bord)
        if not rows and not voorstel.missers:
            self.problem.set("info", "Er staan geen geboekte tijden in", _free(voorstel))
            self.problem.show()

    def chosen(self) -> tuple[Parropost, ...]:
        """What would be written: all that is new or moved, and what was ticked of what is gone."""
        moved = [each for each in self._voorstel.posten if each.soort in (NIEUW, VERPLAATST)]
        return (*moved, *(self._posts[each] for each in self._gone_list.value()))

    def _hide_all(self) -> None:
        for widget in (self.problem, self.missed, self.gone, self.found):
            widget.hide()
        self._replace_gone({})

    def _show_missed(self, missers: Sequence[Misser]) -> None:
        self.missed_table.set_rows(
            [{"regel": each.regel, "tekst": each.tekst, "reden": each.reden} for each in missers]
        )
        _fit(self.missed_table, len(missers))
        self.missed.setVisible(bool(missers))

    def _show_gone(self, posts: Sequence[Parropost], bord: Planbord) -> None:
        self._replace_gone({each.gesprek.id: each for each in posts if each.gesprek}, bord)
        self.gone.setVisible(bool(posts))

    def _replace_gone(self, posts: dict[str, Parropost], bord: Planbord | None = None) -> None:
        """New boxes; those that were ticked stay so."""
        ticked = self._gone_list.value()
        old, self._posts = self._gone_list, posts
        self._gone_list = CheckList([(key, _gone_words(post, bord)) for key, post in posts.items()])
        self._gone_list.set_value(ticked)
        self._gone_list.changed.connect(self.ticked)
        self._gone_row.addWidget(self._gone_list)
        old.hide()  # else it is a window for a moment when it was put there just now
        old.setParent(None)
        old.deleteLater()

    ticked = Signal()
    """Something that is gone was ticked or not."""


def _row(post: Parropost, bord: Planbord) -> Row:
    assert post.tijd is not None
    groep = bord.groep(post.kind.groep)
    was = post.gesprek if post.soort == VERPLAATST else None
    with_whom = bord.ouders.get(post.ouder, "")
    extra = "OPP" if post.extra else ""
    return {
        "sleutel": (post.kind.id, post.ouder, post.extra),
        "soort": TAGS[post.soort],
        "naam": " · ".join(filter(None, (post.kind.naam, with_whom, extra))),
        "groep": group_words(groep.groep) if groep else "",
        "dag": day_words(post.tijd.datum),
        "datum": post.tijd.datum,
        "tijd": post.tijd.tijd,
        "was": f"{day_words(was.datum)} {was.tijd}" if was and was.datum else "",
        "let_op": Tag(post.let_op, "warn", "waarschuwing") if post.let_op else None,
    }


def _gone_words(post: Parropost, bord: Planbord | None) -> str:
    groep = bord.groep(post.kind.groep) if bord else None
    gesprek = post.gesprek
    when = f"{day_words(gesprek.datum)} {gesprek.tijd}" if gesprek and gesprek.datum else ""
    return " · ".join(filter(None, (post.kind.naam, group_words(groep.groep) if groep else "", when)))


def _summary(voorstel: Parrovoorstel) -> str:
    counted = ((len(voorstel.van(soort)), words) for soort, words in ((NIEUW, "nieuw"), (VERPLAATST, "verplaatst"),
                                                                      (GELIJK, "blijft zoals het is")))  # fmt: skip
    told = [f"{count} {words}" for count, words in counted if count]
    return " · ".join([*told, *([_free(voorstel)] if voorstel.vrij else [])])


def _free(voorstel: Parrovoorstel) -> str:
    return count_words(voorstel.vrij, "tijd is nog vrij", "tijden zijn nog vrij") if voorstel.vrij else ""


def _fit(table: DataTable, rows: int) -> None:
    """As high as its rows, up to a number of them."""
    height = table.verticalHeader().defaultSectionSize()
    table.setFixedHeight(table.horizontalHeader().sizeHint().height() + min(rows, MOST_ROWS) * height + 2)
