"""What a field can mean to the code, and what it needs for that."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.models.forms.definition import TEKSTSOORTEN
from app.models.leerling import NIVEAUS
from app.models.route import MPO_UITKOMSTEN


@dataclass(frozen=True, slots=True)
class Role:
    """What a field with a role must look like.

    Attributes:
        soorten: kinds of field that can have the role.
        kolommen: column roles it must have, each with the ids its options must include.
        kan: column roles it can have besides.
        opties: ids that its options must include.
        vaak: several fields of one form can have it.
    """

    soorten: tuple[str, ...]
    kolommen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kan: tuple[str, ...] = ()
    opties: tuple[str, ...] = ()
    vaak: bool = False


_TEXT = Role(TEKSTSOORTEN)
_DATE = Role(("datum",))
_CHOICE = Role(("keuze", "janee"))
_AGREEMENTS = Role(("rijen",), {"wat": (), "wie": (), "voor": ()})

_BESPREKING: dict[str, Role] = {
    "hulpvraag": _TEXT,
    "gewenste_situatie": _TEXT,
    "factoren": Role(("matrix",)),
    "acties": Role(("rijen",), {"actie": (), "resultaat": ("werkte_niet",)}, kan=("periode", "door", "opmerking")),
    # What is proposed for this pupil: watched for likeness to what did not work before.
    "aanpak": Role(TEKSTSOORTEN, vaak=True),
    "bewust_herhaald": Role(("rijen",), {"aanpak": (), "eerder": (), "reden": ()}),
    "doel": _TEXT,
    "doel_meting": _TEXT,
    "plan_besluit": Role(("keuze",)),
    "handelingsplan_door": _TEXT,
    "handelingsplan_groepsplan": _TEXT,
    "handelingsplan_van": _DATE,
    "handelingsplan_tot": _DATE,
    "begeleiding_afspraken": _AGREEMENTS,
    "aanmelding": Role(("keuze", "meer")),
    "ouders_geinformeerd_hoe": Role(("keuze", *TEKSTSOORTEN)),
    "ouders_geinformeerd_door": _TEXT,
    "ouders_geinformeerd_op": _DATE,
    "toestemming_gevraagd_op": _DATE,
    "toestemming": Role(("rijen",), {"ouder": (), "antwoord": ("open",)}, kan=("datum", "grond")),
    "besluit": _TEXT,
    "afspraken": _AGREEMENTS,
    "duidelijk_voor_leraar": _CHOICE,
    "evaluatie_datum": _DATE,
    "evaluatie_wijze": _TEXT,
    "evaluatie_door": _TEXT,
    "evaluatie_doel_bereikt": _CHOICE,
    "evaluatie_situatie_bereikt": _CHOICE,
    "evaluatie_aanpak_werkt": _CHOICE,
    "evaluatie_toelichting": _TEXT,
}

NIVEAUOPTIES = tuple(f"n{each}" for each in NIVEAUS)
"""Ids of the options of a field that asks a support level; an id can't begin with a digit."""

_NIVEAU = Role(("keuze",), opties=NIVEAUOPTIES)

GESPREKSROLLEN: dict[str, Role] = {
    "aanwezig": _TEXT,
    "aanleiding": _TEXT,
    # The central questions, which come back in every conversation.
    "gespreksvraag": Role(TEKSTSOORTEN, vaak=True),
    "schooladvies": Role(("keuze", "meer")),
    # The agreements on the support level (policy on conversations: report).
    "niveau_voor": _NIVEAU,
    "niveau_na": _NIVEAU,
    "niveau_vanaf": _DATE,
    "niveau_reden": _TEXT,
}
"""What only the report of a conversation asks."""

CONSULTROLLEN: dict[str, Role] = {
    "hulpvraag_concreet": _CHOICE,
    "ouders_weten": _CHOICE,
    "ouders_gezien": _CHOICE,
    "ouders_erbij": _CHOICE,
    "ouders_keuze": _CHOICE,
    "kernpartners": Role(("meer",)),
    "kernpartners_wie": _TEXT,
    "observatie": _CHOICE,
    "teambijeenkomst": _CHOICE,
    "teambijeenkomst_doel": _TEXT,
    # What an earlier consult or plan already said.
    "eerder": _TEXT,
    "opp": _TEXT,
    "waarom_meer": _TEXT,
    "overzicht": _TEXT,
    "inzicht": _TEXT,
    "uitzicht": _TEXT,
    "onderwijsbehoeften": _TEXT,
    "behoefte_leerkracht": _TEXT,
    "behoefte_ouders": _TEXT,
}
"""What only the application and the report of a consult ask."""

ROUTEROLLEN: dict[str, Role] = {
    "mpo_uitkomst": Role(("keuze",), opties=tuple(each for each in MPO_UITKOMSTEN if each)),
    "mpo_toelichting": _TEXT,
    "mpo_agenda": _TEXT,
    "opp_van": _DATE,
    "opp_tot": _DATE,
    "uitstroombestemming": Role(("keuze", *TEKSTSOORTEN)),
    "belemmerend": _TEXT,
    "bevorderend": _TEXT,
    "beginsituatie": _TEXT,
    "tekort": _TEXT,
    "ondersteuningsvraag": _TEXT,
    # The law asks the parents' agreement on this part alone, and the pupil's own view at three moments.
    "handelingsdeel": Role(("rijen",), {"ouder": (), "antwoord": ("open", "akkoord")}, kan=("datum",)),
    "handelingsdeel_inhoud": Role(TEKSTSOORTEN, vaak=True),
    "hoorrecht": Role(("rijen",), {"moment": ("opstellen",), "mening": ()}, kan=("datum",)),
    "hoorrecht_evaluatie": _TEXT,
}
"""What only the minutes of an MPO and the OPP ask (ondersteuningsroute)."""

ROLES: dict[str, Role] = _BESPREKING | GESPREKSROLLEN | CONSULTROLLEN | ROUTEROLLEN
"""All roles by name."""

AFSPRAAKROLLEN = ("begeleiding_afspraken", "afspraken")
"""Roles of the fields whose rows become agreements with a state."""
