"""A policy that is written as TOML and read again is the same policy."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.gespreksbeleid.definition import (
    CATEGORIEEN,
    JAARGROEPEN,
    KLEUREN,
    PLANNERS,
    Beleid,
    Moment,
    Rapport,
    Regel,
    Soort,
    Verslagtermijn,
)
from app.models.gespreksbeleid.loader import parse_beleid
from app.models.gespreksbeleid.writer import schrijf_beleid
from app.resources import resource

PRESETS = ("wettelijke_tijdlijn", "beleid_van_de_bron")

ids = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=40).map(str.strip)
titles = texts.filter(bool)
days = st.tuples(st.integers(1, 12), st.integers(1, 28))


def rules(reports: list[str]) -> st.SearchStrategy[Regel]:
    kinds = [
        st.builds(Regel, st.just("schoolweek"), week=st.integers(1, 45)),
        st.builds(Regel, st.just("maand"), maand=st.integers(1, 12)),
        st.builds(Regel, st.just("laatste_schoolweken"), weken=st.integers(1, 20)),
        st.builds(Regel, st.just("periode"), van=days, tot=days),
    ]
    if reports:
        kinds.append(st.builds(Regel, st.just("na_rapport"), rapport=st.sampled_from(reports)))
    return st.one_of(kinds)


@st.composite
def policies(draw: st.DrawFn) -> Beleid:
    reports = draw(st.lists(ids, max_size=2, unique=True))
    names = iter(draw(st.lists(ids, min_size=8, max_size=8, unique=True)))
    years = st.one_of(st.just(JAARGROEPEN), st.lists(st.sampled_from(JAARGROEPEN), min_size=1, unique=True).map(tuple))
    kinds = []
    for kind_id in draw(st.lists(ids, min_size=1, max_size=3, unique=True)):
        planner = draw(st.sampled_from(list(PLANNERS)))
        moments = tuple(
            Moment(next(names), draw(titles), draw(texts), draw(years), draw(st.booleans()), draw(rules(reports)))
            for _ in range(draw(st.integers(0, 2)))
        )
        kinds.append(
            Soort(
                id=kind_id,
                titel=draw(titles),
                kort=draw(texts),
                kleur=draw(st.sampled_from(KLEUREN)),
                minuten=draw(st.integers(0, 240)),
                ouders=draw(st.booleans()),
                leerling_vanaf=draw(st.one_of(st.none(), st.integers(1, 8))),
                planner=planner,
                planner_weken=draw(st.integers(1, 12)) if planner else 0,
                categorie=draw(st.sampled_from(CATEGORIEEN)),
                vragen=draw(st.sampled_from(["kind", "ouders"])),
                formulier=draw(ids),
                extra_bij=draw(st.sampled_from([(), ("opp",), ("opp", "handelingsplan")])),
                plan_bespreken=draw(st.booleans()),
                waarover=draw(texts),
                bijlage=draw(texts),
                momenten=moments,
            )
        )
    return Beleid(
        naam=draw(ids),
        titel=draw(titles),
        toelichting=draw(texts),
        verslag=Verslagtermijn(draw(st.integers(1, 60)), draw(st.sampled_from(["kalenderdagen", "schooldagen"]))),
        niveau_vanaf=draw(st.integers(1, 5)),
        formulier_vanaf_niveau=draw(st.booleans()),
        rapporten=tuple(Rapport(each, draw(titles), draw(st.integers(1, 12)), draw(st.booleans())) for each in reports),
        soorten=tuple(kinds),
    )


@given(policies())
def test_what_is_written_is_read_back_as_it_was(beleid: Beleid):
    assert parse_beleid(schrijf_beleid(beleid), "proef") == beleid


@pytest.mark.parametrize("name", PRESETS)
def test_a_shipped_policy_keeps_all_it_says(name: str):
    shipped = parse_beleid(resource("gespreksbeleid", f"{name}.toml").read_text(encoding="utf-8"), name)
    written = schrijf_beleid(shipped)
    assert parse_beleid(written, "kopie") == shipped
    assert written == schrijf_beleid(parse_beleid(written, "kopie"))


def test_a_text_over_several_lines_stays_readable():
    shipped = parse_beleid(resource("gespreksbeleid", f"{PRESETS[0]}.toml").read_text(encoding="utf-8"), "proef")
    first, *others = shipped.soorten
    own = replace(shipped, soorten=(replace(first, bijlage='Neem mee:\n- het "paspoort"\n- een foto'), *others))
    written = schrijf_beleid(own)
    assert "\nNeem mee:\n" in written.replace('bijlage = """', "")
    assert parse_beleid(written, "proef") == own
