"""An invented samenwerkingsverband: its kind of consult and its form, as files only."""

from functools import cache

from app.models.consult import Bijlagepunt, Consult
from app.models.consulten.definition import Consultsoort
from app.models.consulten.loader import parse_consultsoort
from app.models.consulten.volledigheid import Aanvraag
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition
from app.resources import resource

SOORT = """
id = "meedenkuur"
titel = "Meedenkuur"
toelichting = "Een uur samen denken, bedacht door een ander samenwerkingsverband."
portaal = "Loket Oost"
formulier = "meedenkuur_aanvraag"
verslagformulier = "consultverslag"
vragers = ["ib"]
ouders = "keuze"
groep = false
max_minuten = 90

[[stap]]
id = "mail"
titel = "Loket mailen"
waar = "Contact"
wat = "Stuur een bericht."

[[bijlage]]
id = "tekening"
titel = "Tekening van het kind"
verplicht = "ja"

[[bijlage]]
id = "opp"
titel = "OPP"
verplicht = "indien_aanwezig"

[[vereist]]
id = "wie"
soort = "vragers"
tekst = "Kies wie de vraag stelt."

[[vereist]]
id = "vraag"
soort = "ingevuld"
veld = "hulpvraag"
tekst = "Schrijf de vraag op."

[[vereist]]
id = "kind"
soort = "antwoord"
veld = "vraag.kind_weet"
is = ["ja"]
tekst = "Vertel het kind dat je meedenkers zoekt."

[[vereist]]
id = "stukken"
soort = "bijlagen"

[[uitkomst]]
id = "klaar"
titel = "We weten genoeg"

[[uitkomst]]
id = "langer"
titel = "We vragen nog een uur"
vervolg = "meedenkuur"
"""

FORMULIER = """
naam = "meedenkuur_aanvraag"
titel = "Aanvraag meedenkuur"
versie = 1

[[sectie]]
id = "vraag"
titel = "De vraag"

[[sectie.veld]]
id = "vraag"
soort = "tekst"
label = "Wat is de vraag?"
rol = "hulpvraag"

[[sectie.veld]]
id = "kind_weet"
soort = "janee"
label = "Weet het kind ervan?"

[[sectie.veld]]
id = "waarom_niet"
soort = "regel"
label = "Waarom niet?"
toon_als = { veld = "vraag.kind_weet", is = ["nee"] }
verplicht = true
"""


def soort(tekst: str = SOORT) -> Consultsoort:
    """The invented kind."""
    return parse_consultsoort(tekst, "meedenkuur.toml")


def formulier(tekst: str = FORMULIER) -> FormDefinition:
    """Its form."""
    return parse_definition(tekst, "meedenkuur_aanvraag.toml")


@cache
def meegeleverd(naam: str) -> tuple[Consultsoort, FormDefinition]:
    """A shipped kind with its form."""
    path = resource("consulten", f"{naam}.toml")
    kind = parse_consultsoort(path.read_text(encoding="utf-8"), path.name)
    form = resource("formulieren", f"{kind.formulier}.toml")
    return kind, parse_definition(form.read_text(encoding="utf-8"), form.name)


def aanvraag(
    kind: Consultsoort,
    form: FormDefinition,
    antwoorden: dict[str, dict[str, object]] | None = None,
    staten: dict[str, str] | None = None,
    vragers: tuple[str, ...] = ("ib",),
) -> Aanvraag:
    """An application; a line of the checklist that is *bijgevoegd* has one file."""
    said = staten or {}
    return Aanvraag(
        consult=Consult(vragers=vragers),
        soort=kind,
        definitie=form,
        antwoorden=antwoorden or {},
        secties={},
        punten={punt: Bijlagepunt(punt=punt, staat=staat) for punt, staat in said.items()},
        bestanden={punt: 1 for punt, staat in said.items() if staat == "bijgevoegd"},
    )
