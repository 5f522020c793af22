"""The same in the archive: whatever is asked in whatever order, a route is where its steps say, and undo works."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.models.route import MPO_UITKOMSTEN, Mpo, Route, Routebericht
from app.models.routes.definition import ZELF_AF_TE_VINKEN
from app.storage import mpo, routes
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.ongedaan import schrijf
from app.storage.routeblad import routeblad
from tests.storage.routeschool import AUTHOR, BEGIN, TODAY, begun, fill, with_opp, zet

OUTCOMES = tuple(each for each in MPO_UITKOMSTEN if each)
index = st.integers(0, 20)


class InHetArchief(RuleBasedStateMachine):
    """One pupil, one route, all that the page offers."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp()
        self.archive = Archive(Path(self.folder), bytes(32))
        fill(self.archive)
        self.route = begun(self.archive)
        self.has_opp = False
        self.days = 0

    def teardown(self) -> None:
        self.archive.close()
        shutil.rmtree(self.folder)

    def page(self):
        found = routeblad(self.archive, self.route, TODAY)
        assert found is not None
        return found

    def attempt(self, act, *, back: bool = False) -> bool:
        """Do it, or hear why not; what was refused changed nothing, what is taken back neither."""
        before = self.page()
        try:
            undo = act()
        except Refused as error:
            assert str(error).endswith(".")
            assert self.page() == before
            return False
        if back:
            schrijf(self.archive, undo, AUTHOR)
            assert self.page() == before
        return not back

    def step(self):
        self.days += 1
        return zet(self.days, "Omdat het zo liep.")

    @rule(number=index, how=st.sampled_from(("verder", "terug", "sla_over")), back=st.booleans())
    def move(self, number, how, back):
        stations = self.page().definitie.stations
        naar = stations[number % len(stations)]
        had_opp, last, was = self.has_opp, self.outcome(), self.page().hier.station.id
        do = getattr(routes, how)
        if self.attempt(lambda: do(self.archive, self.route, naar.id, self.step(), AUTHOR, TODAY), back=back):
            assert self.page().hier.station.id == naar.id
            assert naar.id != "rvz_coordinator" or last == "geen_overeenstemming"
            assert how == "terug" or (last != "overeenstemming" and (was != "school" or had_opp))

    def outcome(self) -> str:
        return next((each.mpo.uitkomst for each in self.page().mpos if each.mpo.uitkomst), "")

    @rule()
    def make_opp(self):
        if not self.has_opp:
            with_opp(self.archive)
            self.has_opp = True

    @rule(back=st.booleans())
    def meet_all_that_is_asked(self, back):
        here = self.page().hier
        for each in here.vereisten:
            if each.vereiste.soort in ZELF_AF_TE_VINKEN and not each.is_er:
                punt = (here.station.id, each.vereiste.id)
                self.attempt(lambda p=punt: routes.vereiste(self.archive, self.route, p, BEGIN, "", AUTHOR), back=back)
        for told in here.informeert:
            new = Routebericht(route=self.route, informeren=told.informeren.id, wie="X", op=BEGIN, hoe="mail")
            self.attempt(lambda n=new: routes.bericht(self.archive, n, AUTHOR, TODAY), back=back)

    @rule(number=index, answer=index, back=st.booleans())
    def decide(self, number, answer, back):
        decisions = [each for halte in self.page().haltes for each in halte.station.besluiten]
        here = self.page().hier.station.besluiten or tuple(decisions)
        one = here[number % len(here)]
        said = {each.id: each.opties[answer % len(each.opties)][0] if each.opties else "x" for each in one.vraagt}
        day = self.step()
        self.attempt(lambda: routes.besluit(self.archive, self.route, one.id, said, day, AUTHOR, TODAY), back=back)

    @rule(outcome=st.sampled_from(OUTCOMES), coordinator=st.booleans(), known=st.booleans())
    def hold_mpo(self, outcome, coordinator, known):
        self.days += 1
        meeting = Mpo(route=self.route, datum=BEGIN + timedelta(self.days), coordinator=coordinator)
        if self.attempt(lambda: mpo.mpo_maak(self.archive, meeting, AUTHOR)):
            assert self.page().hier.station.mpo
            self.attempt(lambda: mpo.mpo_uitkomst(self.archive, meeting.id, outcome, "x", AUTHOR, TODAY))
            if known:
                self.tell_directeur(back=False)

    @rule(back=st.booleans())
    def tell_directeur(self, back):
        for each in self.page().mpos:
            if each.mpo.uitkomst and each.mpo.directeur_op is None:
                meeting, day = each.mpo.id, self.step()
                self.attempt(
                    lambda m=meeting, d=day: mpo.mpo_directeur(self.archive, m, d, "x", AUTHOR, TODAY), back=back
                )

    @rule(number=index, outcome=st.sampled_from(OUTCOMES), back=st.booleans())
    def correct_outcome(self, number, outcome, back):
        found = self.page().mpos
        if found:
            meeting = found[number % len(found)].mpo.id
            self.attempt(lambda: mpo.mpo_uitkomst(self.archive, meeting, outcome, "anders", AUTHOR, TODAY), back=back)

    @rule(back=st.booleans())
    def end(self, back):
        waiting = any(each.mpo.uitkomst and each.mpo.directeur_op is None for each in self.page().mpos)
        if self.attempt(lambda: routes.beeindig(self.archive, self.route, self.step(), AUTHOR, TODAY), back=back):
            assert not waiting

    @invariant()
    def the_record_is_where_its_steps_say(self):
        page, kept = self.page(), self.archive.get(Route, self.route)
        assert kept is not None
        assert kept.station == page.hier.station.id
        assert kept.sinds == page.hier.sinds
        ended = page.hier.staat == "beeindigd"
        assert (kept.beeindigd_op is not None) == ended
        assert not ended or (page.mist == () and page.stappen[-1].reden)
        assert [each.nr for each in page.stappen] == list(range(1, len(page.stappen) + 1))
        assert page.mist == routes.mist(self.archive, self.route, TODAY)


TestInHetArchief = InHetArchief.TestCase
TestInHetArchief.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
