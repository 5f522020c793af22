"""In whatever order one acts, no application reaches a status that the source forbids, and every refusal says why."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.models.consult import BIJLAGE_STATEN, CONSULT_STATUSSEN, Bijlage, Consult
from app.models.consulten.statussen import OVERGANGEN, VOLGORDE
from app.models.consulten.wijzigen import MINUTEN
from app.storage import consulten, formulieren
from app.storage.archive import Archive
from app.storage.bijlagen import verwijder, zet_punt
from app.storage.consultstand import nieuwste, vervolg_van
from app.storage.errors import Refused
from app.storage.ongedaan import Schrijf, schrijf
from tests.storage.consulten_voorbeeld import (
    ANNA,
    CONCREET,
    START,
    VANDAAG,
    antwoorden,
    breng_naar,
    formulier,
    het,
    maak_compleet,
    school,
    vink_stappen,
    voeg_toe,
)

PUNTEN = ("lovs", "oudergesprekken", "factoren", "interventies", "onderzoek", "opp")
STAPPEN = ("leerling_invoeren", "soort_kiezen", "aanvragen")
AT_LEAST: dict[str, tuple[str, ...]] = {
    "ingediend_op": ("ingediend", "toegekend", "afspraak", "gevoerd", "afgerond", "vervolg"),
    "consulent": ("toegekend", "afspraak", "gevoerd", "afgerond", "vervolg"),
    "afspraak_op": ("afspraak", "gevoerd", "afgerond", "vervolg"),
    "gevoerd_op": ("gevoerd", "afgerond", "vervolg"),
    "afgerond_op": ("afgerond", "vervolg"),
}
"""Fields that hold something in exactly these statuses."""


class Consulten(RuleBasedStateMachine):
    """One startgesprek SWV in the hands of somebody who tries everything."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.archive = Archive(self.folder, bytes(32))
        self.back: tuple[Schrijf, ...] = ()

    @initialize(status=st.sampled_from(VOLGORDE[:-1]))
    def begin(self, status: str) -> None:
        school(self.archive)
        self.id = consulten.begin(self.archive, START, ["noor"], ANNA, dag=VANDAAG)
        if status != "concept":
            breng_naar(self.archive, self.id, status)

    def teardown(self) -> None:
        self.archive.close()
        shutil.rmtree(self.folder)

    def attempt(self, act: Callable[[], tuple[Schrijf, ...]]) -> bool:
        """Do it, or be refused with a reason and find everything as it was."""
        before, form = het(self.archive, self.id), formulier(self.archive, self.id)
        self.back = ()
        try:
            self.back = act()
        except Refused as refusal:
            assert str(refusal)[0].isupper()
            assert str(refusal).endswith(".")
            assert all(getattr(refusal, "klachten", (str(refusal),)))
            assert (het(self.archive, self.id), formulier(self.archive, self.id)) == (before, form)
            return False
        return True

    @rule(naar=st.sampled_from(list(CONSULT_STATUSSEN)), days=st.integers(-3, 3))
    def step(self, naar: str, days: int) -> None:
        before = het(self.archive, self.id).status
        day = VANDAAG + timedelta(days) if days else None
        done = self.attempt(lambda: consulten.zet_status(self.archive, self.id, naar, ANNA, VANDAAG, dag=day))
        assert not done or naar in OVERGANGEN[before]

    @rule()
    def next_step(self) -> None:
        consult = het(self.archive, self.id)
        naar = "vervolg" if consult.uitkomst == "vervolg" else next(iter(OVERGANGEN[consult.status]))
        self.attempt(lambda: consulten.zet_status(self.archive, self.id, naar, ANNA, VANDAAG))

    @rule(uitkomst=st.sampled_from(("genoeg", "vervolg")))
    def what_is_needed_and_then_on(self, uitkomst: str) -> None:
        match het(self.archive, self.id).status:
            case "concept":
                self.fill_in_everything()
            case "ingediend":
                self.grant()
            case "toegekend":
                self.appoint(0)
            case "gevoerd":
                self.report(vast=True)
                self.outcome(uitkomst)
        self.next_step()

    @rule(pad=st.sampled_from(list(CONCREET)), filled=st.booleans())
    def answer(self, pad: str, filled: bool) -> None:
        form = formulier(self.archive, self.id)
        if form.vastgesteld_op is None:
            self.archive.write_answer(form.id, pad, CONCREET[pad] if filled else None, ANNA)
            self.back = ()

    @rule()
    def fill_in_everything(self) -> None:
        open_ = formulier(self.archive, self.id).vastgesteld_op is None
        declared = self.archive.get(Consult, self.id)
        if open_ and declared and declared.status == "concept":
            maak_compleet(self.archive, self.id)
            vink_stappen(self.archive, self.id)
            self.back = ()

    @rule()
    def correct_the_form(self) -> None:
        form = formulier(self.archive, self.id)
        if form.vastgesteld_op:
            formulieren.corrigeren(self.archive, form.id, ANNA)
            self.back = ()

    @rule(vragers=st.lists(st.sampled_from(("leerkracht", "ib", "ouders", "directeur")), unique=True))
    def who_asks(self, vragers: list[str]) -> None:
        self.change({"vragers": tuple(vragers)})

    @rule(leerlingen=st.sampled_from([(), ("noor",), ("noor", "sam"), ("sam",)]))
    def about_whom(self, leerlingen: tuple[str, ...]) -> None:
        self.change({"leerlingen": leerlingen})

    @rule(uitkomst=st.sampled_from(("", "genoeg", "vervolg", "misschien")))
    def outcome(self, uitkomst: str) -> None:
        self.change({"uitkomst": uitkomst})

    @rule(minuten=st.tuples(*[st.integers(-10, 200)] * 3))
    def hours(self, minuten: tuple[int, int, int]) -> None:
        self.change(dict(zip(MINUTEN, minuten, strict=True)))

    def change(self, velden: dict[str, Any]) -> None:
        self.attempt(lambda: consulten.werk_bij(self.archive, self.id, velden, ANNA))

    @rule(punt=st.sampled_from(PUNTEN), staat=st.sampled_from(list(BIJLAGE_STATEN)))
    def judge_an_annex(self, punt: str, staat: str) -> None:
        self.back = schrijf(self.archive, [zet_punt("noor", self.id, punt, staat)], ANNA)

    @rule(punt=st.sampled_from(PUNTEN))
    def add_an_annex(self, punt: str) -> None:
        voeg_toe(self.archive, self.id, punt)
        self.back = ()

    @rule()
    def remove_an_annex(self) -> None:
        for each in self.archive.all(Bijlage, van=self.id)[:1]:
            self.back = schrijf(self.archive, verwijder(self.archive, each.id), ANNA)

    @rule(stap=st.sampled_from(STAPPEN), gedaan=st.sampled_from(("", "nvt", "2026-11-20")))
    def tick(self, stap: str, gedaan: str) -> None:
        self.attempt(lambda: consulten.stap_gedaan(self.archive, self.id, stap, gedaan, ANNA))

    @rule()
    def grant(self) -> None:
        self.attempt(lambda: consulten.ken_toe(self.archive, self.id, "cees", ANNA, VANDAAG))

    @rule(days=st.integers(-2, 2))
    def appoint(self, days: int) -> None:
        day = VANDAAG + timedelta(days)
        self.attempt(lambda: consulten.afspraak(self.archive, self.id, day, "15:10", ANNA, VANDAAG))

    @rule(vast=st.booleans())
    def report(self, vast: bool) -> None:
        def write() -> tuple[Schrijf, ...]:
            form = consulten.begin_verslag(self.archive, self.id, ANNA, ANNA, VANDAAG)
            found = nieuwste(self.archive, form)
            if vast and found and found.vastgesteld_op is None:
                formulieren.vaststellen(self.archive, form, ANNA, VANDAAG)
            return ()

        self.attempt(write)

    @rule()
    def follow_up(self) -> None:
        def apply() -> tuple[Schrijf, ...]:
            consulten.vervolg(self.archive, self.id, ANNA, VANDAAG)
            return ()

        if self.attempt(apply):
            new = vervolg_van(self.archive, self.id)
            assert new is not None
            assert (new.status, new.vervolg_van) == ("concept", self.id)
            assert antwoorden(self.archive, new.id)["hulpvraag"]["hulpvraag"] == CONCREET["hulpvraag.hulpvraag"]

    @rule()
    def withdraw_the_follow_up(self) -> None:
        new = vervolg_van(self.archive, self.id)
        if new is not None and new.status == "concept":
            consulten.zet_status(self.archive, new.id, "ingetrokken", ANNA, VANDAAG)

    @rule()
    def take_the_last_thing_back(self) -> None:
        schrijf(self.archive, self.back, ANNA)
        self.back = ()

    @invariant()
    def it_has_what_its_status_says(self) -> None:
        consult = het(self.archive, self.id)
        for field, statuses in AT_LEAST.items():
            if consult.status != "ingetrokken":
                assert (getattr(consult, field) is not None) == (consult.status in statuses), (field, consult.status)
        assert sum(getattr(consult, each) for each in MINUTEN) <= 240
        assert "noor" in consult.leerlingen

    @invariant()
    def what_is_complete_misses_nothing(self) -> None:
        consult = het(self.archive, self.id)
        if consult.status == "volledig":
            assert consulten.wat_ontbreekt(self.archive, consult) == ()

    @invariant()
    def what_is_done_was_reported_and_has_its_outcome(self) -> None:
        consult = het(self.archive, self.id)
        if consult.status in ("afgerond", "vervolg"):
            assert consult.uitkomst == {"afgerond": "genoeg", "vervolg": "vervolg"}[consult.status]
            assert nieuwste(self.archive, consult.verslag) is not None

    @invariant()
    def the_page_offers_what_may_be(self) -> None:
        blad = consulten.consultblad(self.archive, self.id, VANDAAG)
        assert blad is not None
        assert {each.naar for each in blad.overgangen} == OVERGANGEN[blad.consult.status].keys()
        assert isinstance(blad.consult, Consult)


Consulten.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestConsulten = Consulten.TestCase
