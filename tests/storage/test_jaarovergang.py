"""A new school year in the archive: whole or not at all, nothing of the old year lost, and a way back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.imports.proefschool import lees
from app.models.bespreking import Afspraak, Bespreking
from app.models.gesprek import Gesprek
from app.models.jaarovergang.overgang import Overgang, voorstel
from app.models.jaarovergang.stappen import BLIJFT, WEG
from app.models.leerling import Leerling, Plan
from app.models.school import Groep, Vervanging
from app.models.schooljaar import Schooljaar
from app.storage import proefschool
from app.storage.archive import Archive
from app.storage.errors import Refused
from app.storage.jaarovergang import Afgebroken, stand, voer_uit
from app.storage.jaarovergang_terug import draai_terug, gedaan
from app.storage.school import groepen, the_school
from tests.storage.zaten import groep_in, groepen_van, leerlingen_in_groep

JUNE = date(2027, 6, 21)
KEY = bytes(range(32))
ANNA = "Anna de Wit"
LAST = "2027-07-16"
TABLES = ("school", "groep", "leerling", "plan", "vervanging", "plaatsing", "afspraak", "gesprek", "bespreking")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vol")
    archive = Archive(folder, KEY)
    proefschool.schrijf(archive, lees(date(2027, 5, 17)))
    archive.close()
    return folder / "ruggespraak.db"


@pytest.fixture
def archive(filled: Path, tmp_path: Path) -> Iterator[Archive]:
    (tmp_path / filled.name).write_bytes(filled.read_bytes())
    opened = Archive(tmp_path, KEY)
    yield opened
    opened.close()


def roll_over(archive: Archive, change: Any = lambda made: made, day: date = JUNE) -> Overgang:
    made: Overgang = change(voorstel(stand(archive, day)))
    voer_uit(archive, made, day, ANNA)
    return made


def everything(archive: Archive) -> dict[str, list[tuple[Any, ...]]]:
    """All that the screens read, deleted records left out."""
    return {
        table: [tuple(row) for row in archive.query(f"SELECT * FROM {table} WHERE verwijderd_op IS NULL ORDER BY id")]
        for table in TABLES
    }


def group(archive: Archive, naam: str, schooljaar: str) -> Groep:
    return archive.all(Groep, naam=naam, schooljaar=schooljaar)[0]


def names(pupils: list[Leerling]) -> list[str]:
    return [each.naam for each in pupils]


def test_a_whole_school_goes_one_year_on(archive: Archive):
    before = {each.id: each for each in archive.all(Leerling, gearchiveerd_op=None)}
    roll_over(archive)
    after = {each.id: each for each in archive.all(Leerling)}
    assert the_school(archive).schooljaar == "2027-2028"
    assert {each.schooljaar for each in groepen(archive)} == {"2027-2028"}
    assert len(groepen(archive)) == len(groepen_van(archive, "2026-2027")) == 8
    for pupil in before.values():
        if pupil.jaargroep == "8":
            assert (after[pupil.id].gearchiveerd_op, after[pupil.id].uitstroomdatum) == (
                "2027-07-16",
                date(2027, 7, 16),
            )
        else:
            assert after[pupil.id].jaargroep == str(int(pupil.jaargroep) + 1)
            assert after[pupil.id].gearchiveerd_op is None
    seven = group(archive, "7", "2027-2028")
    assert (seven.jaargroepen, len(seven.leerkrachten)) == (("7",), 1)


def test_who_sat_where_stays_known(archive: Archive):
    old = {each.naam: names(leerlingen_in_groep(archive, each.id)) for each in groepen(archive)}
    assert all(old.values())
    roll_over(archive)
    for each in groepen_van(archive, "2026-2027"):
        then = leerlingen_in_groep(archive, each.id)
        assert names([pupil for pupil in then if (pupil.gearchiveerd_op or LAST) == LAST]) == old[each.naam]
    (eight,) = (each for each in groepen_van(archive, "2026-2027") if each.naam == "8")
    pupils = leerlingen_in_groep(archive, eight.id)
    assert {(each.jaargroep, each.groep) for each in pupils} == {("8", eight.id)}
    assert groep_in(archive, pupils[0].id, "2026-2027") == eight.id
    assert groep_in(archive, pupils[0].id, "2019-2020") is None
    assert leerlingen_in_groep(archive, group(archive, "8", "2027-2028").id) != pupils


def test_who_left_in_the_course_of_the_year_sat_there_too(archive: Archive):
    five = group(archive, "5/6", "2026-2027")
    left = leerlingen_in_groep(archive, five.id)[0]
    archive.write("leerling", left.id, {"gearchiveerd_op": "2027-02-01"}, ANNA)
    roll_over(archive)
    assert left.id in {each.id for each in leerlingen_in_groep(archive, five.id)}
    assert archive.get(Leerling, left.id).gearchiveerd_op == "2027-02-01"  # type: ignore[union-attr]


def test_agreements_plans_and_conversations_come_along_untouched(archive: Archive):
    kept = ("afspraak", "gesprek", "bespreking")
    before = everything(archive)
    roll_over(archive)
    after = everything(archive)
    assert {each: after[each] for each in kept} == {each: before[each] for each in kept}
    assert set(before["plan"]) <= set(after["plan"])
    assert archive.all(Afspraak, staat="open")


def test_a_groepsplan_goes_on_in_the_new_group_when_asked(archive: Archive):
    old = group(archive, "4", "2026-2027")
    plan = Plan(soort="groepsplan", groep=old.id, onderwerp="lezen", van=date(2027, 6, 1), tot=date(2027, 11, 1))
    archive.add(plan, ANNA)
    roll_over(archive)
    (copy,) = archive.all(Plan, onderwerp="lezen", groep=group(archive, "5/6", "2027-2028").id)
    assert (copy.van, copy.tot) == (plan.van, plan.tot)
    assert archive.get(Plan, plan.id) == plan


def test_the_policy_that_was_chosen_holds_in_the_new_year_too(archive: Archive):
    archive.add(Schooljaar(naam="2026-2027", beleid="s3", regio="zuid", laatste_dag=date(2027, 7, 9)), ANNA)
    roll_over(archive)
    (new,) = archive.all(Schooljaar, naam="2027-2028")
    assert (new.beleid, new.regio, new.laatste_dag) == ("s3", "zuid", None)
    assert {each.gearchiveerd_op for each in archive.all(Leerling, jaargroep="8")} >= {"2027-07-09", None}


def test_looking_at_it_writes_nothing(archive: Archive):
    before = archive.query("SELECT count(*) AS n FROM revisie")[0]["n"]
    made = voorstel(stand(archive, JUNE))
    made.met_stap([each.id for each in made.stand.leerlingen], WEG)
    assert archive.query("SELECT count(*) AS n FROM revisie")[0]["n"] == before


@pytest.mark.parametrize("after", [0, 5, 300])
def test_stopping_half_way_changes_nothing(archive: Archive, after: int):
    before = everything(archive)
    made = voorstel(stand(archive, JUNE))
    done: list[int] = []
    with pytest.raises(Afgebroken):
        voer_uit(
            archive,
            made,
            JUNE,
            ANNA,
            cancelled=lambda: len(done) >= after,
            progress=lambda number, _total: done.append(number),
        )
    assert len(done) == after
    assert everything(archive) == before
    assert gedaan(archive) is None


def test_doing_it_twice_is_refused(archive: Archive):
    made = roll_over(archive)
    after = everything(archive)
    with pytest.raises(Refused, match="De overgang naar schooljaar 2027-2028 is al gedaan"):
        voer_uit(archive, made, JUNE, ANNA)
    assert everything(archive) == after


def test_a_proposal_for_a_school_that_has_changed_is_refused(archive: Archive):
    made = voorstel(stand(archive, JUNE))
    archive.add(Leerling(roepnaam="Nieuw", achternaam="Hier", jaargroep="3"), ANNA)
    with pytest.raises(Refused, match="Intussen is er iets veranderd"):
        voer_uit(archive, made, JUNE, ANNA)
    assert the_school(archive).schooljaar == "2026-2027"


def test_groups_of_the_same_name_are_refused(archive: Archive):
    made = voorstel(stand(archive, JUNE))
    twice = made.met_nieuwe(replace(made.groepen[0], naam="8"))
    with pytest.raises(Refused, match="2 groepen die ‘8’ heten"):
        voer_uit(archive, twice, JUNE, ANNA)


def test_what_is_planned_and_what_misses_is_counted(archive: Archive):
    pupil = archive.all(Leerling, gearchiveerd_op=None)[0]
    group_id, before = pupil.groep, stand(archive, JUNE)
    for state, day in (("gehouden", 1), ("gehouden", 2), ("gepland", 3), ("gepland", 25)):
        talk = Gesprek(schooljaar="2026-2027", leerling=pupil.id, datum=date(2027, 6, day), staat=state, groep=group_id)
        archive.add(talk, ANNA)
    archive.add(Bespreking(datum=date(2027, 6, 28), groep=group_id), ANNA)
    found = stand(archive, JUNE)
    assert found.zonder_verslag - before.zonder_verslag == 2
    assert found.niet_gehouden - before.niet_gehouden == 1
    new = [(each.datum.day, each.wat, each.wie) for each in found.gepland]
    assert (25, "gesprek", pupil.naam) in new
    assert [each[1] for each in new if each[0] == 28] == ["leerlingbespreking"]


# -- and back ------------------------------------------------------------------------------------------------------


def test_the_whole_of_it_is_taken_back(archive: Archive):
    pupil = archive.all(Leerling, jaargroep="5")[0]
    archive.add(Vervanging(groep=pupil.groep or "", medewerker=groepen(archive)[0].leerkrachten[0]), ANNA)
    before = everything(archive)
    roll_over(archive, lambda made: made.met_stap([pupil.id], BLIJFT))
    done = gedaan(archive)
    assert done is not None
    assert (done.van, done.naar, done.door, done.bezwaar) == ("2026-2027", "2027-2028", ANNA, "")
    draai_terug(archive, ANNA)
    assert everything(archive) == before
    assert gedaan(archive) is None
    with pytest.raises(Refused, match="geen jaarovergang"):
        draai_terug(archive, ANNA)


def test_it_can_be_done_again_after_it_was_taken_back(archive: Archive):
    before = everything(archive)
    roll_over(archive)
    first = everything(archive)
    draai_terug(archive, ANNA)
    roll_over(archive)
    again = everything(archive)
    assert again["plaatsing"] == first["plaatsing"]
    assert len(again["groep"]) == len(first["groep"])
    draai_terug(archive, ANNA)
    assert everything(archive) == before


def test_the_year_after_only_the_last_one_is_taken_back(archive: Archive):
    roll_over(archive)
    year_one = everything(archive)
    roll_over(archive, day=date(2028, 6, 19))
    assert len(groepen_van(archive, "2028-2029")) == 8
    draai_terug(archive, ANNA)
    assert everything(archive) == year_one
    done = gedaan(archive)
    assert done is None or done.naar == "2027-2028"


def _conversation(archive: Archive) -> None:
    pupil = archive.all(Leerling, gearchiveerd_op=None)[0]
    archive.add(Gesprek(schooljaar="2027-2028", leerling=pupil.id, groep=pupil.groep), ANNA)


def _meeting(archive: Archive) -> None:
    archive.add(Bespreking(groep=groepen(archive)[0].id), ANNA)


def _newcomer(archive: Archive) -> None:
    archive.add(Leerling(roepnaam="Nieuw", achternaam="Hier", jaargroep="3", groep=groepen(archive)[0].id), ANNA)


def _rename(archive: Archive) -> None:
    archive.write("groep", groepen(archive)[0].id, {"naam": "Kikkers"}, ANNA)


def _teacher(archive: Archive) -> None:
    archive.write("groep", groepen(archive)[0].id, {"dagen": {"ma": "iemand"}}, ANNA)


def _move(archive: Archive) -> None:
    pupil = archive.all(Leerling, gearchiveerd_op=None)[0]
    archive.write("leerling", pupil.id, {"groep": groepen(archive)[-1].id}, ANNA)


@pytest.mark.parametrize(
    ("use", "words"),
    [
        (_conversation, "1 gesprek."),
        (_meeting, "1 leerlingbespreking."),
        (_newcomer, "1 leerling erbij."),
        (_rename, "1 gewijzigde groep."),
        (_teacher, "1 gewijzigde groep."),
        (_move, "1 gewijzigde leerling."),
    ],
)
def test_once_the_new_year_is_in_use_there_is_no_way_back(archive: Archive, use: Any, words: str):
    roll_over(archive)
    use(archive)
    done = gedaan(archive)
    assert done is not None
    assert done.bezwaar.endswith(words)
    after = everything(archive)
    with pytest.raises(Refused, match="Terugdraaien kan niet meer"):
        draai_terug(archive, ANNA)
    assert everything(archive) == after


def test_words_about_a_pupil_do_not_stand_in_the_way_and_stay(archive: Archive):
    roll_over(archive)
    pupil = archive.all(Leerling, gearchiveerd_op=None)[0]
    archive.write("leerling", pupil.id, {"roepnaam": "Roepnaam"}, ANNA)
    archive.add(Afspraak(leerling=pupil.id, wat="bellen"), ANNA)
    draai_terug(archive, ANNA)
    assert archive.get(Leerling, pupil.id).roepnaam == "Roepnaam"  # type: ignore[union-attr]
    assert archive.all(Afspraak, wat="bellen")
