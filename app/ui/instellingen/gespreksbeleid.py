"""The conversation policy: which one holds this year, what is in it, and the school's own versions."""

from datetime import date
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.exports.bewaren import Bestand, proposed_name
from app.imports.beleid import lees_beleid
from app.imports.problem import ImportProblem
from app.models.beleidsverschil import Beleidsverschil
from app.models.gespreksbeleid.definition import Beleid
from app.models.gespreksbeleid.loader import parse_beleid
from app.models.gespreksbeleid.writer import met_titel
from app.models.schooljaar import Gespreksbeleid
from app.storage.archive import Archive
from app.storage.jaarinstellingen import (
    Beleidskeuze,
    beleid_bewaren,
    beleidskeuzes,
    jaar_wijzigen,
    keuzejaren,
    tekst_van,
    verschil,
)
from app.storage.ongedaan import Schrijf
from app.storage.schooljaren import dit_schooljaar, het_jaar
from app.ui.exporteren.opslaan import SaveDocument, ToSave, Words
from app.ui.instellingen.beleid_dialoog import SOURCE, BeleidDialog
from app.ui.instellingen.beleid_samenvatting import Samenvatting
from app.ui.instellingen.beleid_verschil import VerschilDialog
from app.ui.instellingen.deel import Deel, same_focus
from app.ui.theme import scale
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import Choice
from app.ui.widgets.file_dialog import choose_file
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Small, Text

POLICY_FILE = Words("Er staat niets over leerlingen in.", "Open het met een teksteditor, zoals Kladblok.")


class Gevonden(NamedTuple):
    """What this part shows."""

    jaren: tuple[str, ...]
    dit_jaar: str
    schooljaar: str
    keuzes: tuple[Beleidskeuze, ...]


class BeleidDeel(Deel):
    """Choosing a policy for a year, and adapting a copy. What changes is shown before anything is written."""

    words = "Gespreksbeleid"
    lead = "Welke gesprekken er zijn, wanneer, met wie en hoe lang. De datums volgen uit het schooljaar."

    def build(self) -> None:
        """Year, the policies, and what is in the one that holds."""
        self._year = ""
        self.message = Banner("bad", "", dismissible=True)
        self.message.hide()
        self.year = Choice(empty=None)
        self.year.changed.connect(self._choose_year)
        form = FormRows()
        form.add_row("Voor welk schooljaar?", self.year)
        self._list = Card()
        self._list.add(form)
        self._sheet: QWidget | None = None
        self.read_file = Button("Lees een beleid in", icon="importeer", small=True)
        self.read_file.clicked.connect(self._import)
        self.saver = SaveDocument(self.context)
        self.summary = Samenvatting()
        for widget in (self.message, self._list, Flow(self.read_file), self.saver, self.summary):
            self.body.addWidget(widget)

    def read(self) -> None:
        """Show the policies as they are; of the present year at first."""
        question = partial(_read, self._year, self.context.vandaag())
        self.context.db.ask(question, self._show, owner=self)

    def _show(self, found: Gevonden) -> None:
        self._year = found.schooljaar
        words = {found.dit_jaar: f"{found.dit_jaar} (nu)"}
        self.year.set_options([(each, words.get(each, each)) for each in found.jaren])
        self.year.set_value(self._year)
        with same_focus(self._list):
            self._show_policies(found.keuzes)
        holds = next((each.beleid for each in found.keuzes if each.geldt), None)
        self.summary.setVisible(holds is not None)
        if holds is not None:
            self.summary.show_policy(holds)

    def _show_policies(self, policies: tuple[Beleidskeuze, ...]) -> None:
        if self._sheet is not None:
            self._list.body.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, scale.space(2), 0, 0)
        column.setSpacing(scale.space(2.5))
        for each in policies:
            column.addWidget(self._entry(each))
        self._list.add(self._sheet)
        self._sheet.show()  # at once, so that it can take the focus

    def _entry(self, each: Beleidskeuze) -> QWidget:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.space(0.5))
        chips = [Chip(f"geldt in {self._year}", "good", "vink")] if each.geldt else []
        chips += [Chip("eigen versie", "info")] if each.eigen else []
        column.addWidget(Flow(Text(each.titel, "strong"), *chips))
        about = each.klacht or (each.beleid.toelichting if each.beleid else "")
        if about:
            column.addWidget(Text(about, "error" if each.klacht else "small"))
        others = [year for year in each.jaren if year != self._year]
        if others and each.eigen:
            column.addWidget(Small(f"Geldt ook in {', '.join(others)}."))
        column.addWidget(Flow(*self._buttons(each)))
        return entry

    def _buttons(self, each: Beleidskeuze) -> list[Button]:
        used = each.geldt or each.jaren
        offered = (
            ("Kies dit beleid", "secondary", self._choose, each.beleid is not None and not each.geldt),
            ("Pas aan", "secondary", self._edit, each.eigen is not None),
            ("Maak een eigen versie", "secondary", self._copy, each.beleid is not None),
            ("Bewaar als bestand", "quiet", self._export, True),
            ("Haal weg", "quiet", self._remove, each.eigen is not None and not used),
        )
        buttons = []
        for words, kind, action, is_offered in offered:
            if is_offered:
                button = Button(words, kind, small=True)
                button.setAccessibleName(f"{words}: {each.titel}")
                button.clicked.connect(partial(action, each))
                buttons.append(button)
        return buttons

    def _choose_year(self) -> None:
        self._year = self.year.value()
        self.read()

    def _choose(self, each: Beleidskeuze) -> None:
        assert each.beleid is not None  # only one that can be read is offered
        lead = f"‘{each.titel}’ gaat gelden in {self._year}."
        self._compare(each.beleid, None, partial(self._chosen, each, lead))

    def _chosen(self, each: Beleidskeuze, lead: str, found: Beleidsverschil) -> None:
        if VerschilDialog.ask(self, self._year, found, lead, "Laat dit gelden"):
            question = partial(_year_record, self._year)
            work = partial(self._write_choice, each)
            self.context.db.ask(question, work, owner=self)

    def _write_choice(self, each: Beleidskeuze, jaar: Any) -> None:
        self.keep(f"‘{each.titel}’ geldt nu in {self._year}.", jaar_wijzigen(jaar, beleid=each.naam))

    def _copy(self, each: Beleidskeuze) -> None:
        title = f"{each.titel} (eigen versie)"
        text = met_titel(tekst_van(each), title)
        own = Gespreksbeleid(naam=title, basis=each.eigen.basis if each.eigen else each.naam, tekst=text)
        self.keep("De eigen versie staat klaar. Kies ‘Pas aan’.", beleid_bewaren(own))

    def _edit(self, each: Beleidskeuze) -> None:
        self._ask_text(each, tekst_van(each))

    def _ask_text(self, each: Beleidskeuze, text: str) -> None:
        answer = BeleidDialog.ask(self, text)
        if answer is not None and answer != tekst_van(each):
            new = parse_beleid(answer, SOURCE)
            against = None if each.geldt else each.beleid
            self._compare(new, against, partial(self._adapted, each, answer, new))

    def _adapted(self, each: Beleidskeuze, text: str, new: Beleid, found: Beleidsverschil) -> None:
        if VerschilDialog.ask(self, self._year, found, self._lead(each), "Bewaar dit beleid"):
            work = Schrijf("gespreksbeleid", each.naam, {"naam": new.titel, "tekst": text})
            self.keep(f"‘{new.titel}’ is bewaard.", work)
        else:
            self._ask_text(each, text)

    def _lead(self, each: Beleidskeuze) -> str:
        others = [year for year in each.jaren if year != self._year]
        if each.geldt:
            return "Dit beleid geldt nu, dus dit verandert meteen." + (_also(others) if others else "")
        not_yet = f"Dit beleid geldt niet in {self._year}. Zou het gelden, dan was dit anders dan eerst."
        return not_yet + (_also(others) if others else "")

    def _remove(self, each: Beleidskeuze) -> None:
        assert each.eigen is not None  # only the school's own are offered
        self.keep(f"‘{each.titel}’ is weggehaald.", Schrijf.weg(each.eigen))

    def _export(self, each: Beleidskeuze) -> None:
        content = Bestand(tekst_van(each).encode("utf-8"))
        name = proposed_name("Gespreksbeleid", each.titel, None, "toml")
        self.saver.save(ToSave(name, lambda: content, POLICY_FILE))

    def _import(self) -> None:
        chosen = choose_file(self, "Kies een gespreksbeleid", "TOML (*.toml);;Alle bestanden (*)")
        if chosen is None:
            return
        try:
            beleid, text = lees_beleid(chosen)
        except ImportProblem as error:
            self.message.set("bad", "Dit beleid kan niet worden ingelezen.", str(error))
            self.message.show()
            return
        self.message.hide()
        own = Gespreksbeleid(naam=beleid.titel, basis=beleid.naam, tekst=text)
        self.keep(f"‘{beleid.titel}’ staat erbij. Het geldt pas als je het kiest.", beleid_bewaren(own))

    def _compare(self, new: Beleid, against: Beleid | None, then: Any) -> None:
        self.context.db.ask(partial(_difference, self._year, new, against), then, owner=self)


def _also(years: list[str]) -> str:
    return f" Het geldt ook in {' en '.join(years)}: de momenten van toen veranderen mee."


def _read(schooljaar: str, today: date, archive: Archive) -> Gevonden:
    this = dit_schooljaar(archive, today)
    year = schooljaar or this
    return Gevonden(keuzejaren(archive, today), this, year, beleidskeuzes(archive, year))


def _year_record(schooljaar: str, archive: Archive) -> Any:
    return het_jaar(archive, schooljaar)


def _difference(schooljaar: str, new: Beleid, against: Beleid | None, archive: Archive) -> Beleidsverschil:
    return verschil(archive, schooljaar, new, against)
