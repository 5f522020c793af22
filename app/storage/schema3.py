"""Schema 3: contacts, the ondersteuningsroute, consults with their annexes, consent and what left the school."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES: dict[str, dict[str, Any]] = {
    "contact": {
        "naam": str,
        "rol": str,
        "organisatie": str,
        "bestuur": str,
        "deelverband": str,
        "telefoon": str,
        "email": str,
        "opmerking": str,
        "gearchiveerd_op": str,
    },
    "route": {
        "leerling": str,
        "definitie": str,
        "station": str,
        "sinds": str,
        "begonnen_op": str,
        "aanleiding": str,
        "tekort": str,
        "beeindigd_op": str,
        "einde": str,
    },
    "routestap": {
        "route": str,
        "leerling": str,
        "nr": int,
        "soort": str,
        "van": str,
        "naar": str,
        "besluit": str,
        "waarden": str,
        "datum": str,
        "door": str,
        "reden": str,
    },
    "routebericht": {
        "route": str,
        "leerling": str,
        "station": str,
        "stap": str,
        "informeren": str,
        "wie": str,
        "op": str,
        "hoe": str,
        "waarover": str,
    },
    "routevereiste": {
        "route": str,
        "leerling": str,
        "station": str,
        "vereiste": str,
        "aanwezig_op": str,
        "toelichting": str,
    },
    "mpo": {
        "route": str,
        "leerling": str,
        "station": str,
        "datum": str,
        "tijd": str,
        "plaats": str,
        "partijen": str,
        "anderen": str,
        "agenda": str,
        "coordinator": int,
        "formulier": str,
        "uitkomst": str,
        "toelichting": str,
        "directeur_op": str,
    },
    "consult": {
        "soort": str,
        "definitie": str,
        "leerling": str,
        "leerlingen": str,
        "status": str,
        "formulier": str,
        "verslag": str,
        "vragers": str,
        "stappen": str,
        "consulent": str,
        "voorbereiding": int,
        "reis": int,
        "gesprek": int,
        "begonnen_op": str,
        "ingediend_op": str,
        "toegekend_op": str,
        "afspraak_op": str,
        "afspraak_tijd": str,
        "gevoerd_op": str,
        "afgerond_op": str,
        "uitkomst": str,
        "vervolg_van": str,
        "opmerking": str,
    },
    "bijlagepunt": {"van": str, "leerling": str, "punt": str, "staat": str, "toelichting": str},
    "bijlage": {
        "leerling": str,
        "van": str,
        "punt": str,
        "naam": str,
        "soort": str,
        "grootte": int,
        "sleutel": str,
        "vingerafdruk": str,
        "toegevoegd_op": str,
    },
    "verstrekking": {
        "leerling": str,
        "van": str,
        "datum": str,
        "aan": str,
        "waarom": str,
        "grond": str,
        "wat": str,
    },
    "toestemming": {
        "leerling": str,
        "ouder": str,
        "waarvoor": str,
        "antwoord": str,
        "datum": str,
        "grond": str,
    },
}

_PUPIL = ("leerling", "leerling")
_REFERENCES = {
    "route": (_PUPIL, ("definitie", "definitie")),
    "routestap": (("route", "route"), _PUPIL),
    "routebericht": (("route", "route"), _PUPIL),
    "routevereiste": (("route", "route"), _PUPIL),
    "mpo": (("route", "route"), _PUPIL),
    "consult": (_PUPIL, ("definitie", "definitie"), ("consulent", "contact")),
    "bijlagepunt": (_PUPIL,),
    "bijlage": (_PUPIL,),
    "verstrekking": (_PUPIL,),
    "toestemming": (_PUPIL,),
}

_INDEXES = (
    ("contact", ("rol", "naam")),
    ("route", ("leerling",)),
    ("route", ("beeindigd_op", "station")),
    ("routestap", ("route", "nr")),
    ("routestap", ("leerling", "datum")),
    ("routebericht", ("route",)),
    ("routevereiste", ("route",)),
    ("mpo", ("route",)),
    ("mpo", ("leerling", "datum")),
    ("mpo", ("formulier",)),
    ("consult", ("leerling", "begonnen_op")),
    ("consult", ("status",)),
    ("consult", ("formulier",)),
    ("consult", ("verslag",)),
    ("bijlagepunt", ("van",)),
    ("bijlage", ("leerling",)),
    ("bijlage", ("van",)),
    ("verstrekking", ("leerling", "datum")),
    ("toestemming", ("leerling",)),
)


def apply(db: "Database") -> None:
    """Make the tables of schema 3 and the new columns of plans and conversations."""
    for name, columns in _TABLES.items():
        db.table(name).create(
            {"id": str, **columns, "verwijderd_op": str},
            pk="id",
            not_null={"id"},
            foreign_keys=[(column, other, "id") for column, other in _REFERENCES.get(name, ())],
        )
    for name, indexed in _INDEXES:
        db.table(name).create_index(list(indexed))
    db.table("plan").add_column("formulier", str)
    db.table("gesprek").add_column("zonder_leerling", int)
