"""No order of actions brings a route where its source forbids, and every refusal says why."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.models.route import MPO_UITKOMSTEN, Routestap
from app.models.routes import regels
from app.models.routes.loader import parse_route
from app.models.routes.stand import Stand
from app.resources import resource

BEGIN = date(2027, 1, 4)
PO2001 = parse_route(resource("routes", "po2001.toml").read_text("utf-8"), "po2001.toml")
OTHER = parse_route(Path(__file__).with_name("andere_route.toml").read_text("utf-8"), "andere_route.toml")
OUTCOMES = tuple(each for each in MPO_UITKOMSTEN if each)
AGREED, DISAGREED = "overeenstemming", "geen_overeenstemming"

index = st.integers(0, 20)


def begun(definitie=PO2001, **fields) -> Stand:
    first = Routestap(route="r", naar=definitie.stations[0].id, datum=BEGIN, door="Anna")
    return Stand(definitie, (first,), **fields)


def after(stand: Stand, soort: str, naar: str, besluit: str = "", waarden=None) -> Stand:
    number = len(stand.stappen) + 1
    new = Routestap(
        route="r",
        nr=number,
        soort=soort,
        van=stand.station.id,
        naar=naar,
        besluit=besluit,
        waarden=waarden or {},
        datum=BEGIN + timedelta(number),
        door="Anna",
        reden="x",
    )
    return replace(stand, stappen=(*stand.stappen, new))


def complete(stand: Stand) -> Stand:
    """All that any station asks for is there."""
    stations = stand.definitie.stations
    return replace(
        stand,
        aanwezig=frozenset((each.id, one.id) for each in stations for one in each.vereisten),
        verteld=frozenset((each.id, one.id) for each in stations for one in each.informeert),
    )


class Onderweg(RuleBasedStateMachine):
    """A pupil on a route, with whatever can be asked of it in whatever order."""

    definitie = PO2001

    @initialize()
    def begin(self):
        self.stand = begun(self.definitie)

    def may(self, complaints: tuple[str, ...]) -> bool:
        for each in complaints:
            assert each[0].isupper() or each[0] == "‘", each
            assert each.endswith("."), each
            assert 15 < len(each) < 160, each
        return not complaints

    def some_station(self, number: int) -> str:
        return self.definitie.stations[number % len(self.definitie.stations)].id

    @rule(number=index, there=st.booleans())
    def tick(self, number, there):
        everything = [(each.id, one.id) for each in self.definitie.stations for one in each.vereisten]
        one = everything[number % len(everything)]
        changed = self.stand.aanwezig | {one} if there else self.stand.aanwezig - {one}
        self.stand = replace(self.stand, aanwezig=changed)

    @rule(there=st.booleans())
    def tick_all(self, there):
        whole = complete(self.stand)
        self.stand = whole if there else replace(self.stand, aanwezig=frozenset(), verteld=frozenset())

    @rule(outcome=st.sampled_from(OUTCOMES), known=st.booleans())
    def mpo(self, outcome, known):
        if self.may(regels.mag_mpo(self.stand)):
            assert self.stand.station.mpo
            self.stand = replace(self.stand, uitkomst=outcome, directeur_wacht=not known)

    @rule(outcome=st.sampled_from(OUTCOMES))
    def correct_outcome(self, outcome):
        before = self.stand
        if before.uitkomst and self.may(regels.mag_uitkomst(before, outcome, verandert=True)):
            here = before.station
            assert not before.is_beeindigd
            ends = outcome in self.definitie.einde_bij
            assert not here.alleen_bij or outcome in here.alleen_bij or ends
            self.stand = replace(before, uitkomst=outcome, directeur_wacht=True)

    @rule()
    def tell_directeur(self):
        self.stand = replace(self.stand, directeur_wacht=False)

    @rule(number=index)
    def go_on(self, number):
        before, naar = self.stand, self.some_station(number)
        if self.may(regels.mag_verder(before, naar)):
            assert naar in [each.naar for each in before.station.naar]
            assert not regels.mist(before)
            self.move("verder", naar)

    @rule(number=index)
    def skip(self, number):
        naar = self.some_station(number)
        if self.may(regels.mag_overslaan(self.stand, naar)):
            van, tot = self.definitie.plek(self.stand.station.id), self.definitie.plek(naar)
            assert van < tot
            passed = self.definitie.stations[van:tot]
            always = {(each.id, one.id) for each in passed for one in each.vereisten if one.altijd}
            assert always <= self.stand.aanwezig
            self.move("overslaan", naar)

    def move(self, soort, naar):
        before = self.stand
        assert not before.is_beeindigd
        assert not before.directeur_wacht
        assert before.uitkomst not in self.definitie.einde_bij
        self.arrive(soort, naar)

    def arrive(self, soort, naar):
        conditions = self.definitie.station(naar).alleen_bij
        assert not conditions or self.stand.uitkomst in conditions
        self.stand = after(self.stand, soort, naar)
        assert self.stand.station.id == naar

    @rule(number=index)
    def go_back(self, number):
        naar = self.some_station(number)
        if self.may(regels.mag_terug(self.stand, naar)):
            assert not self.stand.is_beeindigd
            assert self.definitie.plek(naar) < self.definitie.plek(self.stand.station.id)
            self.arrive("terug", naar)

    @rule(number=index, answer=st.integers(0, 3))
    def decide(self, number, answer):
        every = [(each, one) for each in self.definitie.stations for one in each.besluiten]
        here = [one for each, one in every if each == self.stand.station] or [every[0][1]]
        besluit = here[number % len(here)] if number % 5 else every[number % len(every)][1]
        said = {each.id: each.opties[answer % len(each.opties)][0] if each.opties else "x" for each in besluit.vraagt}
        if self.may(regels.mag_besluit(self.stand, besluit.id, said)):
            assert not self.stand.is_beeindigd
            assert self.stand.station.besluit(besluit.id)
            self.check_condition(besluit.id)
            self.stand = after(self.stand, "besluit", self.stand.station.id, besluit.id, said)

    def check_condition(self, besluit_id):
        mits = self.stand.station.besluit(besluit_id).mits
        if mits is not None:
            taken = [each for each in self.stand.besluiten_hier if each.besluit == mits.besluit]
            assert taken
            assert not mits.vraag or taken[-1].waarden[mits.vraag] in mits.is_

    @rule()
    def end(self):
        if self.may(regels.mag_einde(self.stand)):
            assert not self.stand.is_beeindigd
            assert not self.stand.directeur_wacht
            assert self.stand.station.kan_einde or self.stand.moet_eindigen
            self.stand = after(self.stand, "einde", self.stand.station.id)

    @invariant()
    def what_is_shown_is_what_can_be_done(self):
        stand = self.stand
        can = regels.mogelijk(stand)
        if stand.is_beeindigd:
            assert not regels.mist(stand)
            assert can.voorstel == ""
            steps = (*can.verder, *can.terug, *can.overslaan)
            assert all(each.bezwaren for each in steps)
            assert all(can.besluiten.values())
            assert can.einde
            assert can.mpo

    @invariant()
    def exactly_one_station_is_here(self):
        states = [self.stand.staat(each.id) for each in self.definitie.stations]
        assert sum(each in ("hier", "beeindigd") for each in states) == 1
        assert self.stand.pad[-1] == self.stand.station.id
        assert len(set(self.stand.pad)) == len(self.stand.pad)

    @invariant()
    def there_is_always_a_way(self):
        """A pupil is never stuck: it ended, it can go somewhere, or it is said what misses."""
        can = regels.mogelijk(self.stand)
        ways = (*can.verder, *can.terug, *can.overslaan)
        free = not can.einde or any(not each.bezwaren for each in ways)
        assert self.stand.is_beeindigd or free or regels.mist(self.stand)


class OnderwegElders(Onderweg):
    """The same in another samenwerkingsverband."""

    definitie = OTHER


TestOnderweg = Onderweg.TestCase
TestOnderweg.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
TestOnderwegElders = OnderwegElders.TestCase
TestOnderwegElders.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


@pytest.mark.parametrize(
    ("question", "shown", "runs", "complaint"),
    [
        ("", "x", False, "complexe vraag"),
        ("x", " ", False, "basisondersteuning"),
        ("x", "x", True, "loopt al een route"),
    ],
)
def test_beginning_asks_the_question_and_what_shows_that_basic_support_does_not_suffice(
    question, shown, runs, complaint
):
    (said,) = regels.mag_beginnen(question, shown, loopt_al=runs)
    assert complaint in said
    assert regels.mag_beginnen("x", "x", loopt_al=False) == ()


def test_each_station_of_the_source_asks_its_own_things():
    stand = begun()
    asked = {}
    for station in PO2001.stations:
        here = replace(stand, stappen=(replace(stand.stappen[0], naar=station.id),))
        asked[station.id] = [each.id for each in regels.mist(here)]
    assert asked == {
        "school": ["beginsituatie", "opp", "rvz"],
        "rvz": ["casus", "indigo"],
        "mpo": ["uitkomst"],
        "rvz_coordinator": ["opp", "ondersteuningsvraag", "dossier"],
        "mpo_coordinator": ["uitkomst"],
        "coordinator": ["beoordeeld", "overname", "onderwijsconsulent", "directeur", "swv"],
        "swv": [],
    }


def test_what_is_proposed_follows_from_the_outcome_and_the_decision():
    at_mpo = after(begun(), "overslaan", "mpo")
    proposed = {each: regels.mogelijk(replace(at_mpo, uitkomst=each)).voorstel for each in ("", *OUTCOMES)}
    assert proposed == {
        "": "",
        AGREED: "einde",
        DISAGREED: "rvz_coordinator",
        "vervolg": "mpo_coordinator",
    }
    found = after(after(at_mpo, "overslaan", "coordinator"), "besluit", "coordinator", "plek_deelverband")
    assert regels.mogelijk(found).voorstel == "einde"
    assert regels.mogelijk(after(found, "besluit", "coordinator", "overname")).voorstel == "swv"


def test_a_decision_of_an_earlier_visit_does_not_count_for_another_one():
    at_swv = after(begun(), "overslaan", "swv")
    paid = after(at_swv, "besluit", "swv", "geld_volgt_leerling", {"akkoord": "ja"})
    assert regels.mag_besluit(paid, "observatieplek") == ()
    back_again = after(after(paid, "terug", "mpo"), "overslaan", "swv")
    assert regels.mag_besluit(back_again, "observatieplek") == ("Leg eerst het besluit ‘Geld volgt leerling’ vast.",)


def test_the_line_forgets_the_stations_it_went_back_over():
    stand = begun()
    for soort, naar in (("verder", "rvz"), ("overslaan", "coordinator"), ("terug", "mpo")):
        stand = after(stand, soort, naar)
    assert stand.pad == ("school", "rvz", "mpo")
    assert [stand.staat(each.id)[0] for each in PO2001.stations] == list("gghkkkk")


def test_what_misses_reads_as_a_sentence():
    said = [each.zin for each in regels.mist(begun())]
    assert said == [
        "Er mist nog iets: beginsituatie vastgelegd.",
        "Er mist nog iets: OPP opgesteld.",
        "Er mist nog iets: de regievoerder zorgplicht informeren.",
    ]
