"""One school year: region, first and last day, holidays, own days off, and the days on which reports come out."""

from datetime import date
from functools import partial
from typing import NamedTuple

from app.models.jaarcontrole import dagen_in_woorden, klacht_begin_en_eind, klacht_rapportdag, klacht_vrij
from app.models.kalender import Vrij
from app.models.school import REGIOS
from app.models.schooljaar import VRIJ_SOORTEN, VrijePeriode
from app.storage.archive import Archive
from app.storage.jaarinstellingen import (
    Jaarinstellingen,
    Rapportdag,
    Vakantie,
    geen_vrij,
    jaar_wijzigen,
    jaarinstellingen,
    keuzejaren,
    rapport_zetten,
    vakantie_verzetten,
)
from app.storage.ongedaan import Schrijf
from app.storage.schooljaren import dit_schooljaar
from app.ui.instellingen.dagen_dialoog import DagDialog, VrijDialog
from app.ui.instellingen.deel import Deel
from app.ui.instellingen.jaarwoorden import Feiten, dag_en_datum, feestdagen_in_woorden, korte_periode, reeks
from app.ui.instellingen.mensen import Lijst, Regel
from app.ui.place import Place
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import Button
from app.ui.widgets.card import Card
from app.ui.widgets.check_list import CheckBox
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow import Flow
from app.ui.widgets.form_rows import FormRows
from app.ui.widgets.labels import Muted
from app.ui.widgets.segmented import Segmented

NO_SHIPPED = "Van dit schooljaar zijn nog geen vakanties bekend. Zet ze er zelf in bij Studiedagen en vrije dagen."
NO_OWN = "Nog geen eigen dagen. Voeg studiedagen toe, dan valt er geen gesprek op."
NO_REPORTS = "Het gespreksbeleid van dit jaar kent geen rapporten."
ROLL_OVER = "Groepen gaan een jaar omhoog, groep 8 verlaat de school. Je ziet eerst wat er verandert."
SCHOOLS_DIFFER = "De ene school is dan vrij, de andere niet."
OWN = ("eigen keuze", "info")


class Gevonden(NamedTuple):
    """What this part shows."""

    jaren: tuple[str, ...]
    dit_jaar: str
    jaar: Jaarinstellingen


class SchooljaarDeel(Deel):
    """The days of a school year. Everything has a default; what the school chose itself can be put back."""

    words = "Schooljaar"
    lead = "Hieruit volgt wanneer de gesprekken zijn. Nooit in een vakantie of op een studiedag."

    def build(self) -> None:
        """The year at the top, then a card for each thing that can be chosen."""
        self._year = ""
        self._now: Jaarinstellingen | None = None
        self.problem = Banner("warn", "")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self._build_year()
        self.ends = Lijst("", "Begin en einde")
        self.holidays = Lijst(NO_SHIPPED, "Vakanties")
        self.own = Lijst(NO_OWN, "Studiedagen en vrije dagen")
        self.reports = Lijst(NO_REPORTS, "Rapporten")
        self.add_day = Button("Dag toevoegen", icon="plus", small=True)
        self.add_day.clicked.connect(self._add_day)
        self.own.add_beside_heading(self.add_day)
        for card in (self.ends, self.holidays, self.own, self.reports):
            self.body.addWidget(card)
        self._build_roll_over()

    def _build_year(self) -> None:
        card = Card()
        self.year = Choice(empty=None)
        self.region = Segmented(list(REGIOS.items()), clearable=False)
        form = FormRows()
        form.add_row("Schooljaar", self.year)
        form.add_row("Vakantieregio in dit jaar", self.region, "Een ander jaar houdt zijn eigen regio.")
        self.facts = Feiten()
        card.add(form)
        card.body.addSpacing(card.body.spacing())
        card.add(self.facts)
        self.body.addWidget(card)
        self.year.changed.connect(self._choose_year)
        self.region.changed.connect(self._change_region)

    def _build_roll_over(self) -> None:
        card = Card("Naar een nieuw schooljaar")
        card.add(Muted(ROLL_OVER))
        button = Button("Maak het nieuwe schooljaar klaar", icon="pijl-rechts")
        button.clicked.connect(partial(self.place_requested.emit, Place("jaarovergang")))
        card.add(Flow(button))
        self.body.addWidget(card)

    def read(self) -> None:
        """Show the year as it is; the present one at first."""
        question = partial(_read, self._year, self.context.vandaag())
        self.context.db.ask(question, self._show, owner=self)

    def _show(self, found: Gevonden) -> None:
        self._now, self._year = found.jaar, found.jaar.kalender.schooljaar
        words = {found.dit_jaar: f"{found.dit_jaar} (nu)"}
        self.year.set_options([(each, words.get(each, each)) for each in found.jaren])
        self.year.set_value(self._year)
        days = found.jaar.kalender
        self.region.set_value(days.regio)
        self.problem.setVisible(bool(found.jaar.klacht))
        if found.jaar.klacht:
            self.problem.set("warn", "Het gespreksbeleid van dit jaar is niet te lezen.", found.jaar.klacht)
        self.facts.show_calendar(days)
        self.ends.show_entries([self._end("eerste_dag"), self._end("laatste_dag")])
        self.holidays.show_entries([self._holiday(each) for each in found.jaar.vakanties])
        friday = self._friday(found.jaar.goede_vrijdag)
        self.own.show_entries([*map(self._own_day, found.jaar.eigen), *friday, *feestdagen_in_woorden(days)])
        self.reports.show_entries([self._report(each) for each in found.jaar.rapporten])

    @property
    def _found(self) -> Jaarinstellingen:
        assert self._now is not None  # its buttons come with the year
        return self._now

    def _choose_year(self) -> None:
        self._year = self.year.value()
        self.read()

    def _change_region(self) -> None:
        chosen = self.region.value()
        own = "" if chosen == self._found.regio_school else chosen
        self.keep(f"De regio is nu {REGIOS[chosen]}.", jaar_wijzigen(self._found.jaar, regio=own))

    def _end(self, name: str) -> Regel:
        title = {"eerste_dag": "Eerste schooldag", "laatste_dag": "Laatste schooldag"}[name]
        chosen: date | None = getattr(self._found.jaar, name)
        default: date = getattr(self._found.standaard, name)
        back = self._back(title, dag_en_datum(default), jaar_wijzigen(self._found.jaar, **{name: None}))
        edit = self._edit(title, partial(self._ask_end, name, title, chosen or default))
        buttons = [edit, *([back] if chosen else [])]
        return Regel(title, dag_en_datum(chosen or default), buttons, [Chip(*OWN)] if chosen else [])

    def _ask_end(self, name: str, title: str, day: date) -> None:
        answer = self._ask_day(title, day, partial(self._end_complaint, name))
        if answer and answer != day:
            self.keep(f"{title}: {dag_en_datum(answer)}.", jaar_wijzigen(self._found.jaar, **{name: answer}))

    def _end_complaint(self, name: str, day: date) -> str:
        jaar = self._found.jaar
        first, last = (day, jaar.laatste_dag) if name == "eerste_dag" else (jaar.eerste_dag, day)
        return klacht_begin_en_eind(first, last, self._found.kalender)

    def _holiday(self, each: Vakantie) -> Regel:
        shipped, own = each.meegeleverd, each.eigen
        days = (own.van, own.tot or own.van) if own and own.van else (shipped.van, shipped.tot)
        edit = self._edit(shipped.naam, partial(self._ask_holiday, each))
        if own is None:
            return Regel(shipped.naam, korte_periode(*days), [edit])
        back = self._back(shipped.naam, reeks(shipped.van, shipped.tot), Schrijf.weg(own))
        return Regel(shipped.naam, korte_periode(*days), [edit, back], [Chip(*OWN)])

    def _ask_holiday(self, each: Vakantie) -> None:
        shipped = each.meegeleverd
        begin = each.eigen or vakantie_verzetten(self._year, shipped, shipped.van, shipped.tot)
        answer = self._ask_period(shipped.naam, begin)
        if answer and answer.van and (answer.van, answer.tot) != (begin.van, begin.tot):
            moved = vakantie_verzetten(self._year, shipped, answer.van, answer.tot or answer.van)
            self.keep(f"{shipped.naam}: {dagen_in_woorden(answer.van, moved.tot or answer.van)}.", Schrijf.van(moved))

    def _own_day(self, each: VrijePeriode) -> Regel:
        edit = self._edit(each.naam, partial(self._ask_own, each, "Wijzig de vrije dag"))
        remove = Button("Haal weg", "quiet", small=True)
        remove.setAccessibleName(f"Haal {each.naam} weg")
        remove.clicked.connect(partial(self.keep, f"{each.naam} is weggehaald.", Schrijf.weg(each)))
        days = korte_periode(each.van, each.tot or each.van) if each.van else ""
        return Regel(each.naam, days, [edit, remove], [Chip(VRIJ_SOORTEN.get(each.soort, each.soort))])

    def _friday(self, each: Vrij | None) -> list[Regel]:
        if each is None:
            return []
        tick = CheckBox("Vrij", checked=self._found.kalender.vrij_op(each.van) is not None)
        tick.setAccessibleName(f"Vrij op {each.naam}")
        tick.changed.connect(partial(self._change_friday, each, tick))
        return [Regel(each.naam, f"{dag_en_datum(each.van)}. {SCHOOLS_DIFFER}", [tick])]

    def _change_friday(self, each: Vrij, tick: CheckBox) -> None:
        lessons = geen_vrij(self._year, each)
        if tick.value():
            self.keep(f"{each.naam} is een vrije dag.", Schrijf.weg(lessons))
        else:
            self.keep(f"Op {each.naam} is er school.", Schrijf.van(lessons))

    def _add_day(self) -> None:
        self._ask_own(VrijePeriode(schooljaar=self._year), "Studiedag of vrije dag toevoegen")

    def _ask_own(self, each: VrijePeriode, title: str) -> None:
        answer = self._ask_period(title, each)
        if answer and answer != each:
            self.keep(f"{answer.naam} is bewaard.", Schrijf.van(answer))

    def _report(self, each: Rapportdag) -> Regel:
        day = each.gekozen or each.standaard
        edit = self._edit(each.titel, partial(self._ask_report, each))
        work = rapport_zetten(self._found.jaar, each.id, None)
        back = self._back(each.titel, dag_en_datum(each.standaard) if each.standaard else "geen dag", work)
        about = dag_en_datum(day) if day else "nog geen dag: kies er een"
        chips = [Chip(*OWN)] if each.gekozen else []
        return Regel(each.titel, f"komt uit op {about}" if day else about, [edit, *([back] if chips else [])], chips)

    def _ask_report(self, each: Rapportdag) -> None:
        day = each.gekozen or each.standaard
        answer = self._ask_day(each.titel, day, partial(klacht_rapportdag, kalender=self._found.kalender))
        if answer and answer != day:
            work = rapport_zetten(self._found.jaar, each.id, answer)
            self.keep(f"{each.titel}: {dag_en_datum(answer)}.", work)

    def _ask_day(self, title: str, day: date | None, check: object) -> date | None:
        arguments = (title, "Op welke dag?", self._year, day, check, self.context.vandaag)
        answer: date | None = DagDialog.ask(self, *arguments)
        return answer

    def _ask_period(self, title: str, period: VrijePeriode) -> VrijePeriode | None:
        check = partial(klacht_vrij, schooljaar=self._year, bezet=self._found.bezet(period))
        answer: VrijePeriode | None = VrijDialog.ask(self, title, period, check, self.context.vandaag)
        return answer

    def _edit(self, what: str, ask: partial[None]) -> Button:
        button = Button("Wijzig", small=True)
        button.setAccessibleName(f"Wijzig {what}")
        button.clicked.connect(ask)
        return button

    def _back(self, what: str, default: str, work: Schrijf) -> Button:
        button = Button("Zet terug", "quiet", small=True)
        button.setAccessibleName(f"Zet {what} terug op {default}")
        button.setToolTip(f"Terug naar {default}")
        button.clicked.connect(partial(self.keep, f"{what} staat weer op {default}.", work))
        return button


def _read(schooljaar: str, today: date, archive: Archive) -> Gevonden:
    this = dit_schooljaar(archive, today)
    return Gevonden(keuzejaren(archive, today), this, jaarinstellingen(archive, schooljaar or this))
