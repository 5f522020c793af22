"""The Proefschool is a school as it could be: everyone fits, every form is right, and today something is going on."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.imports.proefschool import lees
from app.imports.proefschool.bron import lees_kalender
from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Formulier, Werkaantekening
from app.models.datums import leeftijd
from app.models.forms.answers import check_answer, missing_at_closing
from app.models.forms.compare import compare
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition
from app.models.formuliersoort import LEERLINGBESPREKING
from app.models.leerling import Gezin, Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.lijkt_op import Actie, resembles
from app.models.records import Record, covers, values_of
from app.models.school import Groep, Medewerker, School
from app.models.toestemming import OuderGezag, antwoorden_uit, oordeel, parse_toestemmingstabel
from app.resources import resource

TODAY = date(2026, 11, 23)
NO_STAFF = {"ouders", "schoolmaatschappelijk werk"}
REFERS_TO: dict[str, type[Record]] = {
    "groep": Groep,
    "gezin": Gezin,
    "leerling": Leerling,
    "ouder": Ouder,
    "groepsplan": Plan,
    "bespreking": Bespreking,
    "formulier": Formulier,
    "stam": Formulier,
    "vorige": Formulier,
}
R = TypeVar("R", bound=Record)


@cache
def on(day: date) -> tuple[Record, ...]:
    return tuple(lees(day))


def all_of(kind: type[R], day: date = TODAY) -> list[R]:
    return [each for each in on(day) if isinstance(each, kind)]


def pupil(naam: str) -> Leerling:
    return next(each for each in all_of(Leerling) if each.naam == naam)


def besproken() -> list[Formulier]:
    """The forms of leerlingbesprekingen."""
    return [each for each in all_of(Formulier) if each.soort == LEERLINGBESPREKING]


def forms_of(naam: str) -> list[Formulier]:
    found = [each for each in besproken() if each.leerling == pupil(naam).id]
    return sorted(found, key=lambda each: (each.datum or TODAY, each.versie))


@cache
def definition(soort: str) -> FormDefinition:
    return parse_definition(resource("formulieren", f"{soort}.toml").read_text(encoding="utf-8"), soort)


def a6() -> FormDefinition:
    return definition(LEERLINGBESPREKING)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


# The school and who is in it.


def test_it_is_a_school_of_eight_groups_and_twelve_staff():
    assert [(each.naam, each.schooljaar, each.regio) for each in all_of(School)] == [
        ("Proefschool", "2026-2027", "midden")
    ]
    now = [each for each in all_of(Groep) if each.opgeheven_op is None]
    assert [each.naam for each in now] == ["1/2 A", "1/2 B", "3", "4", "5/6", "6", "7", "8"]
    staff = all_of(Medewerker)
    assert len(staff) == 12
    assert Counter(rol for each in staff for rol in each.rollen) == {
        "ib": 1,
        "directeur": 1,
        "onderwijsassistent": 1,
        "leerkracht": 9,
    }
    assert any(len(each.leerkrachten) > 1 for each in all_of(Groep)), "no duo teachers"


def test_some_180_pupils_fit_their_group_and_no_two_share_a_name():
    groups = {each.id: each for each in all_of(Groep)}
    here = [each for each in all_of(Leerling) if not each.gearchiveerd_op]
    assert 175 <= len(here) <= 190
    assert all(each.jaargroep in groups[each.groep or ""].jaargroepen for each in here)
    assert all(18 <= size <= 26 for size in Counter(each.groep for each in here).values())
    names = Counter(each.naam for each in all_of(Leerling))
    assert names.most_common(1)[0][1] == 1
    assert any(each.gearchiveerd_op for each in all_of(Leerling)), "nobody ever left"


def test_levels_are_spread_as_in_a_real_school():
    latest: dict[str, Niveau] = {}
    for each in sorted(all_of(Niveau), key=lambda each: each.vanaf or TODAY):
        assert each.vanaf is not None and each.vanaf <= TODAY
        latest[each.leerling] = each
    counted = Counter(each.niveau for each in latest.values())
    assert counted[0] > counted[1] > 40
    assert [counted[each] for each in (2, 3, 4, 5)] == [12, 8, 4, 1]
    assert set(latest) == {each.id for each in all_of(Leerling)}


def test_families_come_in_the_kinds_there_are():
    ties: dict[str, list[Ouderschap]] = {}
    for each in all_of(Ouderschap):
        ties.setdefault(each.leerling, []).append(each)
    assert set(ties) == {each.id for each in all_of(Leerling)}
    homes = {each.id: each.adres for each in all_of(Ouder)}
    kinds = Counter(tuple(sorted(tie.gezag for tie in each)) for each in ties.values())
    assert {("ja", "ja"), ("ja",), ("ja", "nee"), ("ja", "onbekend"), ("ja", "nee", "nee")} <= set(kinds)
    apart = [each for each in ties.values() if len({homes[tie.ouder] for tie in each}) > 1]
    assert len(apart) > 10
    assert {"voogd", "pleegmoeder", "pleegvader"} <= {each.relatie for each in all_of(Ouderschap)}
    together = Counter(each.gezin for each in all_of(Leerling) if each.gezin)
    assert set(together.values()) == {2, 3}


def test_nobody_can_be_reached():
    for each in all_of(Ouder):
        assert re.fullmatch(r"06-00000\d{3}", each.telefoon)
        assert each.email.endswith("@voorbeeld.invalid")
    assert all(each.email.endswith(".invalid") for each in all_of(Medewerker))
    assert len({each.telefoon for each in all_of(Ouder)}) == len(all_of(Ouder))


def test_every_record_comes_once_and_after_what_it_refers_to():
    seen: dict[str, Record] = {}
    for record in on(TODAY):
        assert record.id not in seen
        for field, value in values_of(record).items():
            if field in REFERS_TO and isinstance(value, str) and value and value != record.id:
                assert isinstance(seen[value], REFERS_TO[field]), f"{record.kind}.{field}"
        seen[record.id] = record
    staff = {each.id for each in all_of(Medewerker)}
    assert all(set(each.leerkrachten) <= staff for each in all_of(Groep))


# What was said and agreed.


@pytest.mark.parametrize("form", all_of(Formulier), ids=lambda each: f"{each.datum}-{each.id[-4:]}")
def test_every_form_is_right_and_every_closed_one_complete(form: Formulier):
    form_of = definition(form.soort)
    sections = {each.id for each in form_of.secties}
    assert set(form.antwoorden) | set(form.secties) <= sections
    for section, answers in form.antwoorden.items():
        for name, value in answers.items():
            assert check_answer(form_of.field(f"{section}.{name}"), value) is None, f"{section}.{name}"
    if form.vastgesteld_op:
        assert [each.sentence for each in missing_at_closing(form_of, form.antwoorden, form.secties)] == []


def test_whoever_is_named_works_here():
    staff = {each.naam for each in all_of(Medewerker)}
    persons = [each for _, each in a6().fields() if each.soort == "persoon"]
    for form in besproken():
        assert form.spreker in staff
        for field in persons:
            assert form.antwoorden.get(field.sectie, {}).get(field.id, form.spreker) in staff, field.pad
        for rol, column in (("acties", "door"), ("afspraken", "wie"), ("begeleiding_afspraken", "wie")):
            found = a6().field_by_role(rol)
            assert found is not None
            rows = form.antwoorden.get(found[0].id, {}).get(found[1].id, [])
            assert {row[column] for row in rows} <= staff | NO_STAFF
    assert all(set(each.aanwezigen) <= staff for each in all_of(Bespreking))
    assert all(each.wie in staff | NO_STAFF | {""} for each in all_of(Afspraak))


def test_no_text_keeps_a_mark_of_the_data():
    for record in on(TODAY):
        if record.kind != "definitie":
            assert not [text for text in texts(list(values_of(record).values())) if re.search(r"[{}]|\S  | $", text)]


def test_several_pupils_come_back_so_that_there_is_something_to_look_back_on():
    times = Counter(each.leerling for each in besproken() if each.versie == 1)
    assert times[pupil("Noor van den Berg").id] == 3
    assert times[pupil("Sem de Groot").id] == 3
    assert sum(number > 1 for number in times.values()) >= 7
    assert 24 <= sum(1 for each in besproken() if each.vastgesteld_op) <= 30


def test_what_noor_is_proposed_today_resembles_what_did_not_work():
    *earlier, today = forms_of("Noor van den Berg")
    acties = [
        Actie(row["_id"], row["actie"], resultaat=row["resultaat"], opmerking=row.get("opmerking", ""))
        for form in earlier
        for row in form.antwoorden["acties"]["acties"]
    ]
    found = resembles(today.antwoorden["plan"]["aanpak"], acties)
    assert found is not None
    assert found.opmerking == "haakte na 5 min af"
    assert today.vastgesteld_op is None
    assert today.secties == {"hulpvraag": "klaar", "begeleiding": "nvt"}


def test_a_handelingsplan_is_an_annex_and_ends_with_its_groepsplan():
    groepsplannen = {each.id: each for each in all_of(Plan) if each.soort == "groepsplan"}
    handelingsplannen = [each for each in all_of(Plan) if each.soort == "handelingsplan"]
    annexes = [each for each in handelingsplannen if each.groepsplan]
    assert len(annexes) >= 8
    for each in annexes:
        plan = groepsplannen[each.groepsplan or ""]
        assert (each.van, each.tot, each.onderwerp) == (plan.van, plan.tot, plan.onderwerp)
    assert any(covers(each.van, each.tot, TODAY) for each in annexes)
    assert sum(each.soort == "opp" for each in all_of(Plan)) == 4


def test_a_corrected_form_differs_in_what_was_corrected():
    first, second = forms_of("Bram Kok")
    assert (second.vorige, second.stam, second.versie) == (first.id, first.id, 2)
    changed = {each.field.pad for each in compare(a6(), first.antwoorden, second.antwoorden)}
    assert {"onderwijsbehoeften.doel", "vervolg.afspraken", "ouders.op"} <= changed
    assert "plan.aanpak" not in changed
    on_agenda = {each.formulier for each in all_of(Agendapunt)}
    assert second.id in on_agenda and first.id not in on_agenda


def test_every_answer_of_parents_occurs_and_is_judged():
    tabel = parse_toestemmingstabel(resource("toestemming.toml").read_text(encoding="utf-8"), "toestemming.toml")
    names = {each.id: each.naam for each in all_of(Ouder)}
    given_answers = set()
    for form in besproken():
        answers = antwoorden_uit(a6(), form.antwoorden)
        ties = [each for each in all_of(Ouderschap) if each.leerling == form.leerling]
        judged = oordeel(tabel, [OuderGezag(names[each.ouder], each.gezag) for each in ties], answers)
        assert not [each for each in judged.waarschuwingen if "telt niet mee" in each]
        given_answers |= {each.antwoord for each in answers}
    assert given_answers >= {"getekend", "mondeling", "geinformeerd", "open"}


def test_agreements_have_every_state_and_their_ids_stand_in_the_forms():
    known = {each.stam for each in all_of(Formulier)}
    afspraken = all_of(Afspraak)
    assert {each.formulier for each in afspraken} <= known | {None}
    assert {each.staat for each in afspraken} == {"open", "gedaan", "vervallen"}
    assert all((each.staat == "open") == (each.afgerond_op is None) for each in afspraken)
    by_hand = [each for each in afspraken if each.formulier is None]
    assert len(by_hand) >= 3


# Alive on any day.


def test_the_same_day_gives_the_same_school():
    assert lees(date(2027, 3, 2)) == lees(date(2027, 3, 2))


@settings(max_examples=15)
@given(st.dates(date(2025, 1, 1), date(2035, 12, 31)))
def test_whatever_day_it_is_something_is_going_on(day: date):
    kalender = lees_kalender()
    meetings = all_of(Bespreking, day)
    assert all(each.datum and kalender.is_schooldag(each.datum) for each in meetings)
    now = min(each.datum for each in meetings if each.datum and not each.gehouden)
    assert now == next(each for each in kalender.rond(day) if each >= day)
    assert sum(each.gehouden for each in meetings) == 9 and sum(not each.gehouden for each in meetings) == 4
    still_open = [each.voor for each in all_of(Afspraak, day) if each.staat == "open" and each.voor]
    assert sum(each < day for each in still_open) >= 4
    assert sum(each >= now for each in still_open) >= 10
    assert any((each.opruimen_op or now) < now for each in all_of(Werkaantekening, day))


@settings(max_examples=15)
@given(st.dates(date(2025, 1, 1), date(2035, 12, 31)))
def test_whatever_day_it_is_children_are_as_old_as_their_year(day: date):
    begin = int(all_of(School, day)[0].schooljaar[:4])
    for each in all_of(Leerling, day):
        assert each.geboortedatum is not None
        assert leeftijd(each.geboortedatum, date(begin, 9, 30)) == int(each.jaargroep) + 3, each.naam
