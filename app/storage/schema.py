"""The tables of the archive, and how an older archive becomes a present one.

A migration never looks at the record classes: it stays what it was when it was released. A test holds the result
against the classes.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3

from app.storage import engine, schema2, schema3, schema4
from app.storage.errors import TooNew, TooOld

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

SCHEMA = 4
"""Number of the newest migration; the file holds the number it is at as `user_version`."""

OLDEST = 1
"""Archives below this schema can't be brought up to date any more."""

_TABLES_1: dict[str, dict[str, Any]] = {
    "school": {"naam": str, "plaats": str, "brin": str, "regio": str, "schooljaar": str},
    "medewerker": {
        "roepnaam": str,
        "voorvoegsel": str,
        "achternaam": str,
        "rollen": str,
        "email": str,
        "bron_key": str,
        "uit_dienst_op": str,
    },
    "groep": {
        "naam": str,
        "schooljaar": str,
        "jaargroepen": str,
        "leerkrachten": str,
        "bron_keys": str,
        "opgeheven_op": str,
    },
    "gezin": {"naam": str},
    "leerling": {
        "roepnaam": str,
        "voornamen": str,
        "voorvoegsel": str,
        "achternaam": str,
        "sorteernaam": str,
        "geboortedatum": str,
        "geslacht": str,
        "jaargroep": str,
        "groep": str,
        "gezin": str,
        "bron_key": str,
        "eckid": str,
        "instroomdatum": str,
        "uitstroomdatum": str,
        "gearchiveerd_op": str,
    },
    "ouder": {"naam": str, "telefoon": str, "email": str, "adres": str, "bijzonderheden": str},
    "ouderschap": {"leerling": str, "ouder": str, "relatie": str, "gezag": str, "volgorde": int},
    "niveau": {"leerling": str, "niveau": int, "vanaf": str, "toelichting": str},
    "plan": {
        "soort": str,
        "groep": str,
        "leerling": str,
        "groepsplan": str,
        "onderwerp": str,
        "van": str,
        "tot": str,
        "opmerking": str,
    },
    "bespreking": {
        "datum": str,
        "tijd": str,
        "groep": str,
        "onderwerp": str,
        "aanwezigen": str,
        "gehouden": int,
    },
    "definitie": {"naam": str, "versie": int, "vingerafdruk": str, "tekst": str},
    "formulier": {
        "soort": str,
        "definitie": str,
        "leerling": str,
        "bespreking": str,
        "datum": str,
        "versie": int,
        "vorige": str,
        "stam": str,
        "antwoorden": str,
        "secties": str,
        "spreker": str,
        "vastgesteld_op": str,
        "verslag": str,
        "in_dossier_op": str,
    },
    "agendapunt": {
        "bespreking": str,
        "leerling": str,
        "reden": str,
        "volgorde": int,
        "formulier": str,
        "seconden": int,
    },
    "afspraak": {
        "leerling": str,
        "formulier": str,
        "soort": str,
        "wat": str,
        "wie": str,
        "voor": str,
        "staat": str,
        "resultaat": str,
        "afgerond_op": str,
    },
    "werkaantekening": {"leerling": str, "formulier": str, "tekst": str, "opruimen_op": str},
}

_REFERENCES_1 = {
    "leerling": (("groep", "groep"), ("gezin", "gezin")),
    "ouderschap": (("leerling", "leerling"), ("ouder", "ouder")),
    "niveau": (("leerling", "leerling"),),
    "plan": (("groep", "groep"), ("leerling", "leerling"), ("groepsplan", "plan")),
    "bespreking": (("groep", "groep"),),
    "formulier": (("definitie", "definitie"), ("leerling", "leerling"), ("bespreking", "bespreking")),
    "agendapunt": (("bespreking", "bespreking"), ("leerling", "leerling"), ("formulier", "formulier")),
    "afspraak": (("leerling", "leerling"),),
    "werkaantekening": (("leerling", "leerling"),),
}

_INDEXES_1 = (
    ("leerling", ("gearchiveerd_op", "sorteernaam")),
    ("leerling", ("groep", "gearchiveerd_op", "sorteernaam")),
    ("leerling", ("gezin",)),
    ("ouderschap", ("leerling", "volgorde")),
    ("ouderschap", ("ouder",)),
    ("niveau", ("leerling", "vanaf")),
    ("plan", ("leerling", "tot")),
    ("plan", ("groep", "tot")),
    ("bespreking", ("datum",)),
    ("formulier", ("leerling", "datum")),
    ("formulier", ("bespreking",)),
    ("formulier", ("stam",)),
    ("definitie", ("naam", "vingerafdruk")),
    ("agendapunt", ("bespreking", "volgorde")),
    ("agendapunt", ("leerling",)),
    ("agendapunt", ("formulier",)),
    ("afspraak", ("leerling", "staat")),
    ("afspraak", ("staat", "voor")),
    ("afspraak", ("formulier",)),
    ("werkaantekening", ("leerling",)),
    ("werkaantekening", ("opruimen_op",)),
)

# A sealed revision is history: the database itself refuses to change or remove it.
_HISTORY_1 = (
    """CREATE TABLE revisie (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, record TEXT NOT NULL, field TEXT NOT NULL, value TEXT,
        parent TEXT, author TEXT NOT NULL, device TEXT NOT NULL, clock TEXT NOT NULL, sealed INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX revisie_record ON revisie (record, field, clock)",
    "CREATE INDEX revisie_draft ON revisie (record, field) WHERE sealed = 0",
    """CREATE TRIGGER revisie_sealed_update BEFORE UPDATE ON revisie WHEN OLD.sealed = 1
        BEGIN SELECT RAISE(ABORT, 'a sealed revision never changes'); END""",
    """CREATE TRIGGER revisie_sealed_delete BEFORE DELETE ON revisie WHEN OLD.sealed = 1
        BEGIN SELECT RAISE(ABORT, 'a sealed revision is never removed'); END""",
)

# The kind is indexed too: "pupils whose name begins with no" then looks at no text of forms.
_SEARCH_1 = (
    """CREATE TABLE zoekbaar (
        nummer INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, leerling TEXT, tekst TEXT NOT NULL
    )""",
    """CREATE VIRTUAL TABLE zoek USING fts5(
        kind, tekst, content='zoekbaar', content_rowid='nummer', tokenize="unicode61 remove_diacritics 2", prefix='2 3'
    )""",
    """CREATE TRIGGER zoekbaar_in AFTER INSERT ON zoekbaar
        BEGIN INSERT INTO zoek (rowid, kind, tekst) VALUES (NEW.nummer, NEW.kind, NEW.tekst); END""",
    """CREATE TRIGGER zoekbaar_uit AFTER DELETE ON zoekbaar
        BEGIN INSERT INTO zoek (zoek, rowid, kind, tekst) VALUES ('delete', OLD.nummer, OLD.kind, OLD.tekst); END""",
    """CREATE TRIGGER zoekbaar_om AFTER UPDATE ON zoekbaar WHEN OLD.tekst IS NOT NEW.tekst
        BEGIN
            INSERT INTO zoek (zoek, rowid, kind, tekst) VALUES ('delete', OLD.nummer, OLD.kind, OLD.tekst);
            INSERT INTO zoek (rowid, kind, tekst) VALUES (NEW.nummer, NEW.kind, NEW.tekst);
        END""",
)


def check_version(connection: sqlcipher3.Connection, path: Path) -> int:
    """Read the schema number of an archive.

    Parameters:
        connection: the opened database.
        path: its file, to name in an error.

    Returns:
        The number; 0 for a file without tables.

    Raises:
        TooNew: made by a newer version of the program.
        TooOld: older than what this version can bring up to date.
    """
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > SCHEMA:
        raise TooNew(path, found, SCHEMA)
    if 0 < found < OLDEST:
        raise TooOld(path, found, OLDEST)
    return found


def migrate(connection: sqlcipher3.Connection) -> None:
    """Bring the tables up to date. Each step is whole or not there at all."""
    database = engine.utils(connection)
    _migrations().apply(database)


def _migrations() -> "Migrations":
    from sqlite_utils import Migrations

    migrations = Migrations("ruggespraak")

    @migrations()
    def m001_begin(db: "Database") -> None:
        for name, columns in _TABLES_1.items():
            db.table(name).create(
                {"id": str, **columns, "verwijderd_op": str},
                pk="id",
                not_null={"id"},
                foreign_keys=[(column, other, "id") for column, other in _REFERENCES_1.get(name, ())],
            )
        for name, indexed in _INDEXES_1:
            db.table(name).create_index(list(indexed))
        db.table("meta").create({"naam": str, "waarde": str}, pk="naam")
        for statement in (*_HISTORY_1, *_SEARCH_1):
            db.execute(statement)
        _mark(db, 1)

    @migrations()
    def m002_gesprekken(db: "Database") -> None:
        schema2.apply(db)
        _mark(db, 2)

    @migrations()
    def m003_route_en_consult(db: "Database") -> None:
        schema3.apply(db)
        _mark(db, 3)

    @migrations()
    def m004_wie_vertelde(db: "Database") -> None:
        schema4.apply(db)
        _mark(db, 4)

    return migrations


def _mark(db: "Database", number: int) -> None:
    db.execute(f"PRAGMA application_id = {engine.APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {number}")
