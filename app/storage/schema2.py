"""Schema 2: the school year, its policy and its conversations; who holds and who attends them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES: dict[str, dict[str, Any]] = {
    "schooljaar": {
        "naam": str,
        "regio": str,
        "eerste_dag": str,
        "laatste_dag": str,
        "rapporten": str,
        "beleid": str,
    },
    "vrijeperiode": {
        "schooljaar": str,
        "soort": str,
        "naam": str,
        "vakantie": str,
        "van": str,
        "tot": str,
    },
    "gespreksbeleid": {"naam": str, "basis": str, "tekst": str},
    "plaatsing": {"schooljaar": str, "leerling": str, "groep": str, "jaargroep": str},
    "vervanging": {"groep": str, "medewerker": str, "vervangt": str, "van": str, "tot": str},
    "gesprek": {
        "schooljaar": str,
        "soort": str,
        "moment": str,
        "leerling": str,
        "groep": str,
        "extra": str,
        "ouder": str,
        "medewerker": str,
        "datum": str,
        "tijd": str,
        "minuten": int,
        "staat": str,
        "bron": str,
        "reden": str,
        "aanleiding": str,
        "afspraak": str,
        "plan": str,
        "aanwezig": str,
        "notitie": str,
        "formulier": str,
        "verslag_op": str,
        "verslag_elders": int,
        "overgenomen_op": str,
    },
    "momentkeuze": {
        "schooljaar": str,
        "moment": str,
        "van": str,
        "tot": str,
        "vervalt": int,
        "reden": str,
        "check_notitie": str,
        "act_notitie": str,
    },
    "plannertaak": {"schooljaar": str, "moment": str, "groep": str, "gedaan_op": str},
}

_REFERENCES = {
    "plaatsing": (("leerling", "leerling"), ("groep", "groep")),
    "vervanging": (("groep", "groep"), ("medewerker", "medewerker")),
    "gesprek": (
        ("leerling", "leerling"),
        ("groep", "groep"),
        ("ouder", "ouder"),
        ("medewerker", "medewerker"),
        ("afspraak", "afspraak"),
        ("plan", "plan"),
    ),
    "plannertaak": (("groep", "groep"),),
}

# A view of one school year reads the rows of that year only, however many years there are.
_INDEXES = (
    ("vrijeperiode", ("schooljaar",)),
    ("plaatsing", ("schooljaar", "groep")),
    ("plaatsing", ("leerling",)),
    ("vervanging", ("groep",)),
    ("gesprek", ("schooljaar", "moment", "groep")),
    ("gesprek", ("schooljaar", "groep")),
    ("gesprek", ("leerling", "datum")),
    ("gesprek", ("leerling", "schooljaar", "moment")),
    ("gesprek", ("formulier",)),
    ("gesprek", ("datum",)),
    ("momentkeuze", ("schooljaar",)),
    ("plannertaak", ("schooljaar",)),
)

# What asks for something is little beside what is done: these hold only that.
_OPEN_INDEXES = (
    """CREATE INDEX gesprek_zonder_verslag ON gesprek (datum, medewerker)
        WHERE staat = 'gehouden' AND verslag_op IS NULL AND verwijderd_op IS NULL""",
    "CREATE INDEX gesprek_gepland ON gesprek (datum, tijd) WHERE staat = 'gepland' AND verwijderd_op IS NULL",
)


def apply(db: "Database") -> None:
    """Make the tables of schema 2 and the new columns of older ones."""
    for name, columns in _TABLES.items():
        db.table(name).create(
            {"id": str, **columns, "verwijderd_op": str},
            pk="id",
            not_null={"id"},
            foreign_keys=[(column, other, "id") for column, other in _REFERENCES.get(name, ())],
        )
    for name, indexed in _INDEXES:
        db.table(name).create_index(list(indexed))
    for statement in _OPEN_INDEXES:
        db.execute(statement)
    db.table("groep").add_column("dagen", str)
    db.table("groep").add_column("verslag_door", str)
    db.table("ouder").add_column("tolk", str, not_null_default="")
    db.table("ouderschap").add_column("eigen_gesprek", int, not_null_default=0)
    db.table("ouderschap").add_column("informatie", int, not_null_default=1)
