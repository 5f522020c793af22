"""The archive: one door for writing, whose history and present state always agree."""

import json
import os
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.bespreking import Definitie, Formulier
from app.models.consult import Consult
from app.models.kinds import KINDS
from app.models.leerling import Leerling, Niveau
from app.models.records import Record
from app.models.school import Medewerker, School
from app.storage.archive import Archive
from app.storage.codec import codecs
from app.storage.errors import DamagedDatabase

KEY = bytes(range(32))


@pytest.fixture
def archive(tmp_path):
    opened = Archive(tmp_path, KEY)
    yield opened
    opened.close()


def a_form(archive, **values):
    definitie = Definitie(naam="leerlingbespreking")
    leerling = Leerling(roepnaam="Noor", achternaam="Berg")
    formulier = Formulier(definitie=definitie.id, leerling=leerling.id, stam="x", **values)
    for record in (definitie, leerling, formulier):
        archive.add(record, "Anna")
    return formulier


def test_what_is_written_is_read_back_after_closing(tmp_path):
    archive = Archive(tmp_path, KEY)
    leerling = Leerling(roepnaam="Noor", achternaam="Berg", geboortedatum=date(2017, 3, 2), jaargroep="5")
    medewerker = Medewerker(roepnaam="Joke", rollen=("ib", "leerkracht"))
    archive.add(leerling, "Anna")
    archive.add(medewerker, "Anna")
    archive.close()

    again = Archive(tmp_path, KEY)
    assert again.get(Leerling, leerling.id) == leerling
    assert again.all(Medewerker) == [medewerker]
    again.close()


def test_a_write_leaves_other_fields_alone_and_tells_what_changed(archive):
    leerling = Leerling(roepnaam="Noor", jaargroep="5")
    archive.add(leerling, "Anna")
    told = []
    archive.on_change = told.append

    change = archive.write("leerling", leerling.id, {"jaargroep": "6"}, "Anna")

    assert told == [change]
    assert (change.kind, change.leerling, change.fields) == ("leerling", leerling.id, {"jaargroep"})
    assert archive.get(Leerling, leerling.id).roepnaam == "Noor"


def test_a_change_tells_of_all_pupils_whom_it_is_or_was_about(archive):
    with archive.batch():
        for each in ("noor", "sam", "tess"):
            archive.add(Leerling(id=each), "Anna")
        archive.add(Definitie(id="d"), "Anna")
        archive.add(Consult(id="c", definitie="d", leerling="noor", leerlingen=("noor", "sam")), "Anna")
    told = []
    archive.on_change = told.append

    with archive.batch():
        archive.write("consult", "c", {"leerlingen": ("noor", "tess")}, "Anna")
        archive.write("consult", "c", {"opmerking": "Let op"}, "Anna")

    assert [(change.leerling, change.ook) for change in told] == [("noor", {"sam", "tess"})]
    assert [told[0].concerns(each) for each in ("noor", "sam", "tess", "zoe")] == [True, True, True, False]


def test_history_names_who_said_it_and_what_stood_there_before(archive):
    school = School(naam="De Wilg")
    archive.add(school, "Anna")
    archive.write("school", school.id, {"naam": "De Linde"}, "Bea")

    first, second = archive.history(school.id, "naam")
    assert (first.value, first.author, first.parent) == ("De Wilg", "Anna", None)
    assert (second.value, second.author, second.parent) == ("De Linde", "Bea", first.id)
    assert first.clock < second.clock


def test_writing_the_same_value_again_adds_no_history(archive):
    school = School(naam="De Wilg")
    archive.add(school, "Anna")
    archive.write("school", school.id, {"naam": "De Wilg"}, "Anna")
    assert len(archive.history(school.id, "naam")) == 1


def test_typing_is_one_draft_until_it_seals(archive):
    form = a_form(archive)
    for text in ("N", "No", "Noor leest"):
        archive.write_answer(form.id, "hulpvraag.vraag", text, "Anna", draft=True)
    assert [each.value for each in archive.history(form.id, "antwoorden/hulpvraag.vraag")] == ["Noor leest"]

    archive.seal(form.id)
    archive.write_answer(form.id, "hulpvraag.vraag", "Noor leest graag", "Anna", draft=True)
    history = archive.history(form.id, "antwoorden/hulpvraag.vraag")
    assert [(each.value, each.sealed) for each in history] == [("Noor leest", True), ("Noor leest graag", False)]


def test_another_speaker_never_writes_over_the_draft_of_the_first(archive):
    form = a_form(archive)
    archive.write_answer(form.id, "hulpvraag.vraag", "van Anna", "Anna", draft=True)
    archive.write_answer(form.id, "hulpvraag.vraag", "van Bea", "Bea", draft=True)
    history = archive.history(form.id, "antwoorden/hulpvraag.vraag")
    assert [(each.author, each.sealed) for each in history] == [("Anna", True), ("Bea", False)]


def test_a_draft_older_than_two_minutes_becomes_history(archive, monkeypatch):
    form = a_form(archive)
    archive.write_answer(form.id, "hulpvraag.vraag", "eerst", "Anna", draft=True)
    monkeypatch.setattr("app.storage.revisions.DRAFT_MILLISECONDS", 0)
    archive.write_answer(form.id, "hulpvraag.vraag", "later", "Anna", draft=True)
    assert [each.value for each in archive.history(form.id, "antwoorden/hulpvraag.vraag")] == ["eerst", "later"]


def test_the_database_itself_refuses_to_change_history(archive):
    school = School(naam="De Wilg")
    archive.add(school, "Anna")
    for sql in ("UPDATE revisie SET value = '1'", "DELETE FROM revisie"):
        with pytest.raises(Exception, match="sealed revision"):
            archive.query(sql)


def test_what_was_being_typed_when_the_power_went_is_kept_as_history(tmp_path):
    archive = Archive(tmp_path, KEY)
    form = a_form(archive)
    archive.write_answer(form.id, "hulpvraag.vraag", "half", "Anna", draft=True)
    archive._connection.close()  # no seal, no goodbye

    again = Archive(tmp_path, KEY)
    assert again.get(Formulier, form.id).antwoorden == {"hulpvraag": {"vraag": "half"}}
    assert all(each.sealed for each in again.history(form.id))
    again.close()


def test_a_batch_is_written_whole_or_not_at_all(archive):
    told = []
    archive.on_change = told.append
    school = School(naam="De Wilg")
    with pytest.raises(RuntimeError, match="halverwege"), archive.batch():
        archive.add(school, "Anna")
        raise RuntimeError("halverwege")
    assert archive.all(School) == []
    assert archive.history(school.id) == []
    assert told == []


def test_a_batch_tells_one_change_per_record(archive):
    told = []
    archive.on_change = told.append
    school = School()
    with archive.batch():
        archive.write("school", school.id, {"naam": "De Wilg"}, "Anna")
        archive.write("school", school.id, {"plaats": "Ede"}, "Anna")
    assert [each.fields for each in told] == [{"naam", "plaats"}]


def test_a_deleted_record_is_out_of_sight_and_comes_back(archive):
    leerling = Leerling(roepnaam="Noor")
    archive.add(leerling, "Anna")
    archive.delete("leerling", leerling.id, "Anna")
    assert archive.all(Leerling) == []
    archive.restore("leerling", leerling.id, "Anna")
    assert archive.all(Leerling) == [leerling]


@pytest.mark.parametrize(
    ("kind", "values", "mistake"),
    [
        ("leerling", {"roepnam": "x"}, KeyError),
        ("onbekend", {}, KeyError),
        ("leerling", {"geboortedatum": "2017-03-02"}, TypeError),
        ("niveau", {"niveau": True}, TypeError),
        ("leerling", {"roepnaam": None}, TypeError),
    ],
)
def test_a_mistake_of_ours_is_refused_before_anything_is_written(archive, kind, values, mistake):
    with pytest.raises(mistake):
        archive.write(kind, "x", values, "Anna")
    assert archive.history("x") == []


def test_a_pupil_that_does_not_exist_can_have_no_level(archive):
    with pytest.raises(Exception, match="FOREIGN KEY"):
        archive.add(Niveau(leerling="niemand", niveau=2), "Anna")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_tables_have_a_column_for_each_field(archive, kind):
    columns = {row["name"] for row in archive.query(f"SELECT name FROM pragma_table_info('{kind.kind}')")}
    assert columns == {each.name for each in fields(kind)}


def test_another_key_opens_nothing(tmp_path):
    Archive(tmp_path, KEY).close()
    with pytest.raises(DamagedDatabase):
        Archive(tmp_path, os.urandom(32))


def test_the_checks_pass_on_a_filled_archive(archive):
    a_form(archive)
    assert archive.check() == []


def test_a_copy_is_whole_and_opens_with_the_same_key(archive, tmp_path):
    form = a_form(archive)
    folder = tmp_path / "kopie"
    folder.mkdir()
    archive.copy_to(folder / "ruggespraak.db")
    copy = Archive(folder, KEY)
    assert copy.get(Formulier, form.id) == form
    assert copy.check() == []
    copy.close()


texts = st.text(max_size=12)
edits = st.lists(
    st.one_of(
        st.tuples(st.just("roepnaam"), texts),
        st.tuples(st.just("jaargroep"), texts),
        st.tuples(st.just("geboortedatum"), st.none() | st.dates()),
        st.tuples(st.just("hulpvraag.vraag"), texts),
        st.tuples(st.just("acties.rijen"), st.lists(st.dictionaries(st.just("actie"), texts), max_size=2)),
    ),
    max_size=12,
)


@given(edits=edits, drafts=st.lists(st.booleans(), min_size=12, max_size=12))
@settings(max_examples=40)
def test_the_present_state_is_always_what_history_says(tmp_path_factory, edits, drafts):
    archive = Archive(tmp_path_factory.mktemp("archief"), KEY)
    form = a_form(archive)
    for (name, value), draft in zip(edits, drafts, strict=False):
        if "." in name:
            archive.write_answer(form.id, name, value, "Anna", draft=draft)
        else:
            archive.write("leerling", form.leerling, {name: value}, "Anna", draft=draft)
    for kind, record_id in ((Leerling, form.leerling), (Formulier, form.id)):
        assert _from_history(archive, kind, record_id) == archive.get(kind, record_id)
    assert archive.check() == []
    archive.close()


def _from_history(archive: Archive, kind: type[Record], record_id: str) -> Record:
    """Build a record again from nothing but its revisions."""
    values: dict = {}
    answers: dict = {}
    for revision in archive.history(record_id):
        if revision.field.startswith("antwoorden/"):
            section, _, name = revision.field.removeprefix("antwoorden/").partition(".")
            answers.setdefault(section, {})[name] = revision.value
        else:
            values[revision.field] = revision.value
    known = codecs(kind)
    decoded = {name: known[name].decode(value) for name, value in values.items()}
    if answers:
        decoded["antwoorden"] = json.loads(json.dumps(answers))
    return kind(id=record_id, **decoded)
