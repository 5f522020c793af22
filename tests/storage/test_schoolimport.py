"""An import as it meets the archive: approved changes are written whole, or not at all."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.imports.edexml import read_edexml
from app.models.leerling import Gezin, Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.school import Groep, Medewerker, School
from app.models.schoolimport.aanlevering import Aanlevering
from app.models.schoolimport.besluit import NietKlaar
from app.models.schoolimport.bestand import NOOIT
from app.models.schoolimport.vergelijken import compare
from app.models.schoolimport.voorstel import Keuze, Voorstel
from app.storage import schoolimport
from app.storage.archive import Archive, Change
from app.storage.schoolimport import Afgebroken
from tests.imports.maak_edexml import LOKAAS, edexml, verzonnen_school

VANDAAG = date(2026, 9, 14)
KEY = bytes(range(32))


@pytest.fixture
def archive(tmp_path: Path):
    opened = Archive(tmp_path, KEY)
    opened.add(School(naam="Proefschool", schooljaar="2026-2027"), "Joke")
    yield opened
    opened.close()


def on_file(school: Aanlevering) -> Aanlevering:
    return read_edexml(edexml(school))


def proposal(archive: Archive, school: Aanlevering) -> Voorstel:
    return compare(on_file(school), schoolimport.current(archive), vandaag=VANDAAG)


def take_over(archive: Archive, school: Aanlevering) -> dict[tuple[str, str], int]:
    proposed = proposal(archive, school)
    return dict(schoolimport.apply(archive, proposed, Keuze.begin(proposed), "Joke"))


SCHOOL_60 = verzonnen_school(60, combinaties="gesplitst")


def test_a_whole_school_comes_in_and_the_same_file_again_changes_nothing(archive: Archive):
    assert take_over(archive, SCHOOL_60) == {
        ("school", "wijzigen"): 1,
        ("medewerker", "nieuw"): 10,
        ("groep", "nieuw"): 8,
        ("leerling", "nieuw"): 60,
    }
    groep = next(each for each in archive.all(Groep) if each.naam == "5/6")
    assert (groep.jaargroepen, groep.bron_keys, len(groep.leerkrachten)) == (("5", "6"), ("g4a", "g4b"), 1)
    assert len(archive.all(Leerling, groep=groep.id)) > 0
    assert archive.all(School)[0].brin == "99ZZ"
    assert proposal(archive, SCHOOL_60).posten == ()


def test_history_tells_that_it_came_from_the_administration(archive: Archive):
    take_over(archive, SCHOOL_60)
    pupil = archive.all(Leerling)[0]
    assert {each.author for each in archive.history(pupil.id)} == {"Joke (EDEXML)"}


def test_what_edexml_does_not_hold_is_never_touched(archive: Archive):
    take_over(archive, SCHOOL_60)
    pupil = archive.all(Leerling)[0]
    gezin, ouder = Gezin(naam="Berg"), Ouder(naam="A. Berg")
    kept = [
        gezin,
        ouder,
        Ouderschap(leerling=pupil.id, ouder=ouder.id, gezag="ja"),
        Niveau(leerling=pupil.id, niveau=3, vanaf=VANDAAG),
        Plan(leerling=pupil.id, soort="opp"),
    ]
    for each in kept:
        archive.add(each, "Joke")
    archive.write("leerling", pupil.id, {"gezin": gezin.id}, "Joke")
    before = [archive.get(type(each), each.id) for each in kept]

    later = replace(
        SCHOOL_60, leerlingen=tuple(replace(row, roepnaam=row.roepnaam + "je") for row in SCHOOL_60.leerlingen)
    )
    assert take_over(archive, later) == {("leerling", "wijzigen"): 60}
    assert [archive.get(type(each), each.id) for each in kept] == before
    changed = archive.get(Leerling, pupil.id)
    assert changed is not None
    assert (changed.gezin, changed.roepnaam) == (gezin.id, pupil.roepnaam + "je")
    assert changed.sorteernaam != pupil.sorteernaam


def test_a_correction_by_hand_survives_the_next_import(archive: Archive):
    take_over(archive, SCHOOL_60)
    pupil = archive.all(Leerling)[0]
    archive.write("leerling", pupil.id, {"roepnaam": "Zelfgekozen"}, "Joke")
    (post,) = proposal(archive, SCHOOL_60).posten
    assert post.wijzigingen[0].met_de_hand
    assert take_over(archive, SCHOOL_60) == {}
    assert archive.all(Leerling, roepnaam="Zelfgekozen")


def test_what_imports_said_last_is_known_by_record_and_field(archive: Archive):
    by_hand = Medewerker(roepnaam="Bo", achternaam="Veldwachter")
    archive.add(by_hand, "Joke")
    take_over(archive, SCHOOL_60)
    known = schoolimport.current(archive)
    pupil, groep = known.leerlingen[0], known.groepen[0]
    assert known.laatst_ingelezen(pupil, "geboortedatum") == pupil.geboortedatum
    assert known.laatst_ingelezen(groep, "bron_keys") == groep.bron_keys
    assert known.laatst_ingelezen(pupil, "gearchiveerd_op") is None
    assert known.laatst_ingelezen(by_hand, "roepnaam") is NOOIT


def test_leaving_pupils_are_archived_and_stay_whole(archive: Archive):
    take_over(archive, SCHOOL_60)
    left = replace(SCHOOL_60.leerlingen[0], uitstroomdatum=date(2026, 9, 1))
    assert take_over(archive, replace(SCHOOL_60, leerlingen=(left, *SCHOOL_60.leerlingen[1:]))) == {
        ("leerling", "vertrek"): 1
    }
    (pupil,) = archive.all(Leerling, bron_key=left.key)
    assert (pupil.gearchiveerd_op, pupil.verwijderd_op, pupil.achternaam) == ("2026-09-01", None, left.achternaam)


@pytest.mark.parametrize("after", [0, 5, 79])
def test_stopping_halfway_changes_nothing(archive: Archive, after: int):
    told: list[Change] = []
    archive.on_change = told.append
    before = archive.query("SELECT count(*) AS n FROM revisie")[0]["n"]
    proposed = proposal(archive, SCHOOL_60)
    done: list[int] = []
    with pytest.raises(Afgebroken):
        schoolimport.apply(
            archive,
            proposed,
            Keuze.begin(proposed),
            "Joke",
            cancelled=lambda: len(done) >= after,
            progress=lambda number, _total: done.append(number),
        )
    assert len(done) == after
    assert archive.all(Leerling) == []
    assert archive.all(Groep) == []
    assert archive.query("SELECT count(*) AS n FROM revisie")[0]["n"] == before
    assert told == []


def test_trouble_in_the_last_record_undoes_the_first(archive: Archive, monkeypatch: pytest.MonkeyPatch):
    proposed = proposal(archive, SCHOOL_60)
    write = archive.write
    last = SCHOOL_60.leerlingen[-1].key

    def trouble(kind, record_id, fields, author, **options):
        if fields.get("bron_key") == last:
            raise OSError("power")
        return write(kind, record_id, fields, author, **options)

    monkeypatch.setattr(archive, "write", trouble)
    with pytest.raises(OSError, match="power"):
        schoolimport.apply(archive, proposed, Keuze.begin(proposed), "Joke")
    assert archive.all(Leerling) == []


def test_one_change_is_told_per_record_after_the_commit(archive: Archive):
    told: list[Change] = []
    archive.on_change = told.append
    take_over(archive, SCHOOL_60)
    assert len(told) == 79
    assert len({each.id for each in told}) == 79


def test_nothing_is_written_while_a_question_is_open(archive: Archive):
    row = SCHOOL_60.leerlingen[0]
    by_hand = Leerling(roepnaam=row.roepnaam, achternaam=row.achternaam, geboortedatum=row.geboortedatum)
    archive.add(by_hand, "Joke")
    proposed = proposal(archive, SCHOOL_60)
    assert len(proposed.vragen) == 1
    with pytest.raises(NietKlaar):
        schoolimport.apply(archive, proposed, Keuze.begin(proposed), "Joke")
    assert archive.all(Leerling) == [by_hand]


def test_what_may_not_be_kept_is_nowhere_in_the_archive(archive: Archive):
    take_over(archive, SCHOOL_60)
    tables = [row["name"] for row in archive.query("SELECT name FROM sqlite_master WHERE type = 'table'")]
    everything = " ".join(
        str(value) for table in tables for row in archive.query(f"SELECT * FROM {table}") for value in tuple(row)
    )
    assert SCHOOL_60.leerlingen[0].achternaam in everything
    said = re.sub(r"[0-9a-f-]{12,}", " ", everything)  # ids are chance; four digits may well be among them
    assert [bait for bait in LOKAAS.values() if bait in said] == []


def test_a_deleted_pupil_comes_back_as_new(archive: Archive):
    take_over(archive, SCHOOL_60)
    pupil = archive.all(Leerling)[0]
    archive.delete("leerling", pupil.id, "Joke")
    assert take_over(archive, SCHOOL_60) == {("leerling", "nieuw"): 1}
