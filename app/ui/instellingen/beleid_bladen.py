"""The pages of a conversation policy that is being adapted: what holds for all, and one page per kind."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.gespreksbeleid.definition import TELLINGEN, Beleid, Moment, Soort, Verslagtermijn
from app.models.leerling import NIVEAUS
from app.ui.instellingen.regelveld import Getal, Jaargroepen, RegelVeld
from app.ui.theme import scale
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.form_rows import FormRow, FormRows
from app.ui.widgets.growing_text import GrowingText
from app.ui.widgets.labels import Heading
from app.ui.widgets.line_field import LineField
from app.ui.widgets.segmented import Segmented

ALWAYS_FORM = "Vanaf dat niveau hoort er altijd een heel formulier bij, een vinkje is dan niet genoeg"
CHILD = (("", "niet"), ("1", "altijd"), *((str(year), f"vanaf groep {year}") for year in range(2, 9)))
DAY_HINT = "Een dag schrijf je als 10-01."


class Blad(QWidget):
    """A page of fields.

    Signals:
        changed: a person changed something.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = FormRows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(2.5))
        column.addWidget(self.fields)
        self._titles: list[FormRow] = []

    def title(self, label: str, field: LineField, *, beside: bool = False, stretch: int = 1) -> None:
        """Add a line that may not be empty."""
        field.changed.connect(self.changed)
        self._titles.append(self.fields.add_row(label, field, beside=beside, stretch=stretch))

    def problems(self) -> Iterator[tuple[FormRow, str]]:
        """Fields and what is wrong with them; an empty sentence when nothing is."""
        for row in self.fields.rows:
            problem = getattr(row.widget, "problem", None)
            if problem is not None:
                yield row, problem()
        for row in self._titles:
            assert isinstance(row.widget, LineField)
            yield row, "" if row.widget.value().strip() else "Dit kan niet leeg blijven."

    def check(self) -> bool:
        """Show what is wrong at its field; whether all is well."""
        self.fields.clear_errors()
        for row, sentence in self.problems():
            if sentence:
                row.set_error(sentence)
        return not any(row.error() for row in self.fields.rows)


class AlgemeenBlad(Blad):
    """Title, report term and level."""

    def __init__(self, beleid: Beleid) -> None:
        super().__init__()
        self.titel = LineField(beleid.titel)
        self.toelichting = GrowingText(beleid.toelichting, min_lines=2)
        self.dagen = Getal(beleid.verslag.dagen, 1, 60)
        self.telt = Segmented(list(TELLINGEN.items()), clearable=False)
        self.telt.set_value(beleid.verslag.telt)
        self.niveau = Segmented([(str(each), str(each)) for each in NIVEAUS if each], clearable=False)
        self.niveau.set_value(str(beleid.niveau_vanaf))
        self.formulier = CheckBox(ALWAYS_FORM, beleid.formulier_vanaf_niveau)
        self.title("Naam van dit beleid", self.titel)
        add = self.fields.add_row
        add("Toelichting", self.toelichting, optional=True)
        add("Verslag klaar binnen", self.dagen, "Aantal dagen na het gesprek", stretch=2)
        add("Welke dagen tellen?", self.telt, "Schooldagen slaan weekend en vakantie over", beside=True, stretch=5)
        add("IB'er en deskundigen kunnen aansluiten vanaf niveau", self.niveau)
        self.fields.add_widget(self.formulier)
        for field in (self.toelichting, self.dagen, self.telt, self.niveau, self.formulier):
            field.changed.connect(self.changed)

    def apply(self, beleid: Beleid) -> Beleid:
        """The policy with what stands on this page."""
        return replace(
            beleid,
            titel=self.titel.value().strip(),
            toelichting=self.toelichting.value().strip(),
            verslag=Verslagtermijn(self.dagen.number() or 1, self.telt.value()),
            niveau_vanaf=int(self.niveau.value()),
            formulier_vanaf_niveau=self.formulier.value(),
        )


class SoortBlad(Blad):
    """One kind of conversation with its moments."""

    def __init__(self, soort: Soort, beleid: Beleid) -> None:
        super().__init__()
        self._soort = soort
        self.titel, self.minuten = LineField(soort.titel), Getal(soort.minuten, 1, 240, may_be_empty=True)
        self.kind = Choice(CHILD, empty=None)
        self.kind.set_value("" if soort.leerling_vanaf is None else str(soort.leerling_vanaf))
        self.bijlage = GrowingText(soort.bijlage, min_lines=2)
        self.title("Naam", self.titel)
        add = self.fields.add_row
        minutes = "Met het wisselen erbij. Leeg: zo lang als nodig"
        add("Minuten", self.minuten, minutes, optional=True)
        add("Is het kind erbij?", self.kind, "Ouders en leerkracht blijven zoals ze zijn", beside=True)
        add("Eigen tekst bij de uitnodiging", self.bijlage, "Zoals een afspraak van jullie school", optional=True)
        for field in (self.minuten, self.kind, self.bijlage):
            field.changed.connect(self.changed)
        self._moments = [MomentVelden(self, moment, beleid) for moment in soort.momenten]

    def apply(self) -> Soort:
        """The kind with what stands on this page."""
        kind = self.kind.value()
        return replace(
            self._soort,
            titel=self.titel.value().strip(),
            minuten=self.minuten.number() or 0,
            leerling_vanaf=int(kind) if kind else None,
            bijlage=self.bijlage.value().strip(),
            momenten=tuple(each.apply() for each in self._moments),
        )


class MomentVelden:
    """The fields of one moment, on the page of its kind."""

    def __init__(self, blad: SoortBlad, moment: Moment, beleid: Beleid) -> None:
        self._moment = moment
        self.titel, self.kort = LineField(moment.titel), LineField(moment.kort)
        self.regel = RegelVeld(moment.regel, beleid)
        self.jaargroepen = Jaargroepen(moment.jaargroepen)
        self.verplicht = CheckBox("Verplicht: ieder kind heeft dit gesprek nodig", moment.verplicht)
        blad.fields.add_widget(Heading(moment.titel))
        blad.title("Naam van het moment", self.titel, stretch=5)
        blad.title("Kort, voor in een tabel", self.kort, beside=True, stretch=3)
        blad.fields.add_row("Wanneer?", self.regel, DAY_HINT if moment.regel.soort == "periode" else "")
        blad.fields.add_row("Voor welke groepen?", self.jaargroepen)
        blad.fields.add_widget(self.verplicht)
        for field in (self.regel, self.jaargroepen, self.verplicht):
            field.changed.connect(blad.changed)

    def apply(self) -> Moment:
        """The moment with what its fields say."""
        return replace(
            self._moment,
            titel=self.titel.value().strip(),
            kort=self.kort.value().strip(),
            regel=self.regel.value() or self._moment.regel,
            jaargroepen=self.jaargroepen.value(),
            verplicht=self.verplicht.value(),
        )
