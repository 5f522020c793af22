"""A table in which every row can be taken over or not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.models.schoolimport.voorstel import Keuze, Post
from app.ui.qt import override
from app.ui.widgets.table import DataTable
from app.ui.widgets.table_model import Column, Row, Tag

KINDS = {"school": "school", "medewerker": "medewerker", "groep": "groep", "leerling": "leerling"}
YES, NO = Tag("ja", "good", "vink", order=0), Tag("nee", "neutral", order=1)

POST_COLUMNS = (
    Column("aan", "Overnemen", 11),
    Column("soort", "Wat", 11, role="muted"),
    Column("naam", "Naam", 22, stretch=1, role="strong"),
    Column("over", "Gegevens", 30, stretch=3),
)
FIELD_COLUMNS = (
    Column("aan", "Overnemen", 11),
    Column("soort", "Wat", 11, role="muted"),
    Column("naam", "Naam", 22, stretch=1, role="strong"),
    Column("veld", "Gegeven", 14),
    Column("oud", "Nu", 16, stretch=1),
    Column("nieuw", "Wordt", 16, stretch=1),
    Column("let_op", "Let op", 18),
)
SHOWN = ("groep", "jaargroep", "jaargroepen", "geboortedatum", "leerkrachten", "rollen", "uitstroomdatum")
"""Fields that tell at a glance whether the right person or group is meant."""


class TickTable(DataTable):
    """Click, Enter or the space bar takes a row over or not.

    Signals:
        toggled: the row.
    """

    toggled = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(name, columns, parent=parent)
        self.setAccessibleDescription("Spatie of Enter: wel of niet overnemen.")
        self.row_activated.connect(self.toggled)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self.toggled.emit(row)
        else:
            super().keyPressEvent(event)


def post_rows(posts: Sequence[Post], choice: Keuze) -> list[Row]:
    """A row per record."""
    return [
        {
            "id": post.id,
            "post": post,
            "field": None,
            "aan": YES if choice.is_aan(post) else NO,
            "soort": KINDS[post.soort],
            "naam": post.naam,
            "over": _about(post),
        }
        for post in posts
    ]


def field_rows(posts: Sequence[Post], choice: Keuze) -> list[Row]:
    """A row per field that would change."""
    return [
        {
            "id": f"{post.id}/{each.veld}",
            "post": post,
            "field": each.veld,
            "aan": YES if choice.is_aan(post, each.veld) else NO,
            "soort": KINDS[post.soort],
            "naam": post.naam,
            "veld": each.label,
            "oud": each.oud_tekst or "leeg",
            "nieuw": each.nieuw_tekst or "leeg",
            "let_op": Tag("hier gewijzigd", "warn") if each.met_de_hand else None,
        }
        for post in posts
        for each in post.wijzigingen
    ]


def _about(post: Post) -> str:
    told = {each.veld: f"{each.label} {each.nieuw_tekst}" for each in post.wijzigingen if each.nieuw_tekst}
    parts = [told[veld] for veld in SHOWN if veld in told]
    return " · ".join([*([post.toelichting] if post.toelichting else []), *parts])
