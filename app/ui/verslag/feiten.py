"""What the form says, beside the report that is written from it."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.datums import als_datum, lang
from app.models.forms.answers import answer_of, plain_text, rows_of, visible
from app.models.forms.definition import Field
from app.models.forms.roles import AFSPRAAKROLLEN
from app.storage.formulieren import Blad
from app.ui.theme import scale
from app.ui.widgets.card import Card
from app.ui.widgets.labels import Muted, Small, Text

CARDS = (
    ("Besluiten", ("besluit", "plan_besluit", "aanmelding", "schooladvies")),
    ("Doel", ("doel", "doel_meting", "gewenste_situatie")),
    ("Ondersteuningsniveau", ("niveau_voor", "niveau_na", "niveau_vanaf", "niveau_reden")),
    ("Evaluatie", ("evaluatie_datum", "evaluatie_wijze", "evaluatie_doel_bereikt", "evaluatie_toelichting")),
)


class Facts(QWidget):
    """Decisions, agreements, goal and evaluation of a form, to read while writing."""

    def __init__(self, blad: Blad, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(1.5))
        (first, roles), *others = CARDS
        for card in (_card(blad, first, roles), _agreements(blad), *(_card(blad, *each) for each in others)):
            if card is not None:
                column.addWidget(card)


def _card(blad: Blad, heading: str, roles: tuple[str, ...]) -> Card | None:
    fields = [field for rol in roles for _, field in blad.definitie.fields_by_role(rol)]
    told = [(field.kort, text) for field in fields if (text := _text(blad, field))]
    if not told:
        return None
    card = Card(heading)
    for label, text in told:
        card.add(Small(label))
        card.add(Text(text).make_selectable())
    return card


def _text(blad: Blad, field: Field) -> str:
    antwoorden = blad.formulier.antwoorden
    return plain_text(field, answer_of(field, antwoorden)) if visible(field, antwoorden) else ""


def _agreements(blad: Blad) -> Card:
    card = Card("Afspraken")
    antwoorden = blad.formulier.antwoorden
    fields = [field for rol in AFSPRAAKROLLEN for _, field in blad.definitie.fields_by_role(rol)]
    rows = [(field, row) for field in fields if visible(field, antwoorden) for row in rows_of(field, antwoorden)]
    for field, row in rows:
        cells = {rol: row.get(column.id) for rol in ("wat", "wie", "voor") if (column := field.column(rol))}
        due = als_datum(cells.get("voor"))
        card.add(Text(str(cells.get("wat") or "")).make_selectable())
        card.add(Small(" · ".join(part for part in (str(cells.get("wie") or ""), _until(due)) if part)))
    if not rows:
        card.add(Muted("Er zijn geen afspraken."))
    return card


def _until(due: date | None) -> str:
    return f"uiterlijk {lang(due)}" if due else ""
