"""An archive of every released version opens, whole; and an update that fails leaves the old one as it was.

`archieven/schema-1.db` was made once, by `python -m tests.storage.test_migrations`, with a key of 32 zero bytes; in it
is an invented school. It is never made again: it is what stands on laptops.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Formulier, Werkaantekening
from app.models.leerling import Gezin, Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.school import Groep, Medewerker, School
from app.storage import formulieren, schema, zoeken
from app.storage.archive import FILE_NAME, Archive
from app.storage.definities import load_definition
from app.storage.errors import DiskFull, TooNew, TooOld

STORED = Path(__file__).parent / "archieven"
KEY = bytes(32)

HULPVRAAG = "Hoe help ik Noor om bij rekenen door te werken? “Ik kan het niet” – zegt ze."
ANTWOORDEN = {
    "hulpvraag": {"hulpvraag": HULPVRAAG},
    "acties": {"acties": [{"_id": "a1", "actie": "Stappenplan op tafel", "resultaat": "werkte_niet"}]},
    "vervolg": {"afspraken": [{"_id": "b1", "wat": "Ouders bellen", "wie": "Joke Smit", "voor": "2026-12-01"}]},
}


def fill(archive: Archive) -> None:
    """An invented school with one record of every kind, and a form that was changed and vastgesteld."""
    joke = Medewerker(roepnaam="Joke", achternaam="Smit", rollen=("leerkracht",))
    groep = Groep(naam="5/6", schooljaar="2026-2027", jaargroepen=("5", "6"), leerkrachten=(joke.id,))
    gezin = Gezin(naam="Berg")
    noor = Leerling(
        roepnaam="Noor",
        voorvoegsel="van den",
        achternaam="Berg",
        geboortedatum=date(2017, 3, 2),
        jaargroep="5",
        groep=groep.id,
        gezin=gezin.id,
    )
    ouder = Ouder(naam="M. van den Berg", telefoon="06 12345678")
    bespreking = Bespreking(datum=date(2026, 11, 23), tijd="14:00", groep=groep.id, aanwezigen=("Joke Smit",))
    punt = Agendapunt(bespreking=bespreking.id, leerling=noor.id, reden="rekenen")
    plan = Plan(soort="groepsplan", groep=groep.id, onderwerp="rekenen", van=date(2026, 9, 1), tot=date(2027, 1, 29))
    ties = Ouderschap(leerling=noor.id, ouder=ouder.id, gezag="ja"), Niveau(leerling=noor.id, niveau=2)
    for record in (
        School(naam="De Wilg", plaats="Ede"),
        joke,
        groep,
        gezin,
        noor,
        ouder,
        *ties,
        plan,
        bespreking,
        punt,
    ):
        archive.add(record, "Anna")
    begin = formulieren.Begin(
        load_definition("leerlingbespreking", None), noor.id, date(2026, 11, 23), "Joke Smit", bespreking.id, punt.id
    )
    form = formulieren.begin(archive, begin, "Anna")
    archive.write_answer(form, "hulpvraag.hulpvraag", "Rekenen", "Joke Smit")
    archive.write("formulier", form, {"antwoorden": ANTWOORDEN}, "Joke Smit")
    archive.write_answer(form, "hulpvraag.hulpvraag", HULPVRAAG, "Joke Smit")
    formulieren.vaststellen(archive, form, "Anna")
    archive.add(Werkaantekening(leerling=noor.id, formulier=form, tekst="Nog eens observeren"), "Anna")


@pytest.fixture
def folder(tmp_path):
    shutil.copy(STORED / "schema-1.db", tmp_path / FILE_NAME)
    return tmp_path


@pytest.fixture
def newer(monkeypatch):
    """A program of the future, with one migration more; `newer.breaks` makes that fail halfway."""

    class Newer:
        breaks = False

    ours = schema._migrations

    def theirs():
        migrations = ours()

        @migrations()
        def m005_next(db):
            db.execute("ALTER TABLE school ADD COLUMN motto TEXT")
            db.execute("UPDATE school SET naam = naam || '!'")
            db.execute("PRAGMA user_version = 5")
            if Newer.breaks:
                raise RuntimeError("halverwege")

        return migrations

    monkeypatch.setattr(schema, "_migrations", theirs)
    monkeypatch.setattr(schema, "SCHEMA", 5)
    yield Newer
    monkeypatch.undo()


def test_the_first_version_opens_with_all_that_is_in_it(folder):
    archive = Archive(folder, KEY)
    (noor,) = archive.all(Leerling)
    assert (noor.naam, noor.geboortedatum, noor.jaargroep) == ("Noor van den Berg", date(2017, 3, 2), "5")
    (school,), (groep,), (ouder,) = archive.all(School), archive.all(Groep), archive.all(Ouder)
    assert (school.naam, groep.jaargroepen, ouder.telefoon) == ("De Wilg", ("5", "6"), "06 12345678")
    (form,) = archive.all(Formulier)
    assert form.antwoorden == ANTWOORDEN
    assert form.vastgesteld_op is not None
    assert [each.wat for each in archive.all(Afspraak)] == ["Ouders bellen"]
    assert [each.tekst for each in archive.all(Werkaantekening)] == ["Nog eens observeren"]
    assert [(each.niveau, each.leerling) for each in archive.all(Niveau)] == [(2, noor.id)]
    assert archive.check() == []
    archive.close()


def test_its_history_and_its_search_work(folder):
    archive = Archive(folder, KEY)
    (form,) = archive.all(Formulier)
    said = [each.value for each in archive.history(form.id, "antwoorden/hulpvraag.hulpvraag")]
    assert (said[0], said[-1]) == ("Rekenen", HULPVRAAG)
    assert zoeken.formulieren(archive, "stappenplan")
    archive.close()


def test_what_it_becomes_has_the_same_tables_as_a_new_archive(folder, tmp_path_factory):
    old, new = Archive(folder, KEY), Archive(tmp_path_factory.mktemp("nieuw"), KEY)
    tables = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
    assert [tuple(row) for row in old.query(tables)] == [tuple(row) for row in new.query(tables)]
    old.close()
    new.close()


def test_an_update_keeps_a_copy_of_what_was(folder, newer):
    archive = Archive(folder, KEY)
    assert archive.query("SELECT naam, motto FROM school")[0][0] == "De Wilg!"
    archive.close()
    kept = folder / "ruggespraak.schema-1.db"
    kept.rename(folder / FILE_NAME)
    newer.breaks = True
    with pytest.raises(RuntimeError):
        Archive(folder, KEY)  # it is of version 1 again, so it is brought up to date again


def test_an_update_that_fails_halfway_leaves_the_archive_as_it_was(folder, newer, monkeypatch):
    newer.breaks = True
    for _ in range(2):
        with pytest.raises(RuntimeError, match="halverwege"):
            Archive(folder, KEY)
    monkeypatch.undo()  # the program of today goes on with it

    archive = Archive(folder, KEY)
    assert [each.naam for each in archive.all(School)] == ["De Wilg"]
    assert "motto" not in archive.query("SELECT * FROM school")[0].keys()  # noqa: SIM118 # a row has no `in`
    assert archive.check() == []
    archive.close()
    newer.breaks = False


def test_nothing_is_updated_without_a_copy(folder, newer, monkeypatch):
    def full(_archive, path):
        raise DiskFull(path)

    monkeypatch.setattr(Archive, "copy_to", full)
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(DiskFull):
        Archive(folder, KEY)
    assert (folder / FILE_NAME).read_bytes()[100:] == before[100:]


def test_a_new_archive_leaves_no_copy(tmp_path):
    Archive(tmp_path, KEY).close()
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_an_archive_from_the_future_is_left_alone(folder):
    archive = Archive(folder, KEY)
    archive.query("PRAGMA user_version = 99")
    archive.close()
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(TooNew, match=r"versie 99, dit programma kent versie 4.*nieuwste Ruggespraak"):
        Archive(folder, KEY)
    assert (folder / FILE_NAME).read_bytes() == before


def test_an_archive_that_is_too_old_says_so(folder, monkeypatch):
    monkeypatch.setattr(schema, "OLDEST", 3)
    monkeypatch.setattr(schema, "SCHEMA", 5)
    with pytest.raises(TooOld, match=r"versie 1, dit programma leest vanaf 3.*tussenliggende"):
        Archive(folder, KEY)


if __name__ == "__main__":
    made = Archive(STORED, KEY)
    fill(made)
    made.close()
    (STORED / FILE_NAME).rename(STORED / "schema-1.db")
