"""An application, a hand-over and letters of consent, as a school would make them; all people are invented."""

from datetime import date

from app.models.aanvraag import Aanvraagdossier, OverLeerling, bijlageregels
from app.models.bespreking import Formulier
from app.models.consult import Bijlage, Bijlagepunt, Consult
from app.models.consulten.loader import parse_consultsoort
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition
from app.models.leerling import Leerling, Ouder, Ouderschap
from app.models.lijkt_op import Actie
from app.models.overdracht import Gespreksregel, Ingevuld, Mporegel, Overdracht
from app.models.route import Route, Routebericht, Routestap
from app.models.routes.loader import parse_route
from app.resources import resource
from tests.exports.voorbeeld import ANSWERS, DAY, NOOR, OWN_REPORT

SANNE = (Ouder(naam="Sanne Bakker", telefoon="06 12345678", email="sanne@bakker.example"), "moeder", "ja")
MARK = (Ouder(naam="Mark van den Berg", telefoon="06 87654321"), "vader", "ja")
OVER = OverLeerling(
    NOOR, "5/6", 3, tuple((ouder, Ouderschap(relatie=rol, gezag=gezag)) for ouder, rol, gezag in (SANNE, MARK))
)
SEM = OverLeerling(Leerling(roepnaam="Sem", achternaam="de Graaf", geboortedatum=date(2017, 6, 30)), "5/6", 2, ())

ASKED = {
    "hulpvraag": {
        "hulpvraag": "Hoe kan ik Noor helpen om zelf met rekenen te beginnen, zonder dat ik naast haar zit?",
        "gaat_over": ["pedagogisch", "didactisch"],
        "wanneer": "Elke rekenles na de uitleg. Bij lezen speelt het niet.",
        "gedrag": "Ze kijkt een minuut of vijf rond en tekent dan in de kantlijn.",
        "concreet": "ja",
    },
    "doel": {"doel": "Noor begint binnen twee minuten.", "leerling_nodig": "Een duidelijke eerste stap."},
    "factoren": {"factoren": {"kind": {"stimulerend": "werkt graag samen", "belemmerend": "wacht op hulp"}}},
    "interventies": {
        "acties": [
            {"_id": "1", "actie": "Stappenplan op tafel", "periode": "sept. – okt.", "resultaat": "werkte_niet"},
            {"_id": "2", "actie": "Verlengde instructie, drie keer per week", "resultaat": "werkte",
             "opmerking": "zolang ze erbij zit"},
        ]
    },
    "ouders": {"weten": "ja", "weten_op": "2026-11-16", "gezien": "ja", "erbij": "ja"},
}  # fmt: skip


def form(name: str) -> FormDefinition:
    """A shipped form."""
    return parse_definition(resource("formulieren", f"{name}.toml").read_text("utf-8"), f"{name}.toml")


def aanvraag(*, groep: bool = False) -> Aanvraagdossier:
    """A startgesprek for one pupil, or for two with the same question."""
    soort = parse_consultsoort(
        resource("consulten", "startgesprek_swv.toml").read_text("utf-8"), "startgesprek_swv.toml"
    )
    files = (
        Bijlage(id="b1", punt="lovs", naam="Noor LOVS nov 2026.pdf", soort="application/pdf", grootte=240_000),
        Bijlage(id="b2", punt="oudergesprekken", naam="gesprek 16-11.docx", grootte=48_000),
    )
    states = {
        "lovs": Bijlagepunt(punt="lovs", staat="bijgevoegd"),
        "oudergesprekken": Bijlagepunt(punt="oudergesprekken", staat="bijgevoegd"),
        "onderzoek": Bijlagepunt(punt="onderzoek", staat="niet_aanwezig", toelichting="logopedie volgt in januari"),
        "opp": Bijlagepunt(punt="opp", staat="niet_nodig"),
    }
    return Aanvraagdossier(
        consult=Consult(soort=soort.id, vragers=("leerkracht", "ouders")),
        soort=soort,
        leerlingen=(OVER, SEM) if groep else (OVER,),
        formulier=Formulier(soort=soort.formulier, antwoorden=ASKED, datum=DAY),
        definitie=form(soort.formulier),
        bijlagen=bijlageregels(soort, states, files),
        consulent="",
    )


def overdracht() -> Overdracht:
    """A pupil who came to the RVZ, with an OPP, two conversations, actions and a decision."""
    a6 = form("leerlingbespreking")
    told = Ingevuld(Formulier(antwoorden=ANSWERS, datum=DAY, verslag=OWN_REPORT, vastgesteld_op="2026-11-23"), a6)
    opp = {
        "begin": {"van": "2026-11-01", "tot": "2027-10-31", "beginsituatie": "Noor rekent op het niveau van eind 3."}
    }
    definitie = parse_route(resource("routes", "po2001.toml").read_text("utf-8"), "po2001.toml")
    besluit = next((station, each) for station in definitie.stations for each in station.besluiten)
    return Overdracht(
        over=OVER,
        route=Route(
            station="rvz", begonnen_op=date(2026, 9, 14), aanleiding="Noor rekent twee jaar achter en raakt moedeloos.",
            tekort="Drie periodes verlengde instructie brachten haar niet verder.",
        ),
        definitie=definitie,
        opp=Ingevuld(Formulier(antwoorden=opp, datum=DAY), form("opp")),
        bespreking=told,
        gesprekken=(
            Gespreksregel(date(2026, 9, 7), "Startgesprek", "Sanne Bakker, Mark van den Berg", "Thuis oefenen stopt."),
            Gespreksregel(date(2026, 11, 16), "Gesprek over het OPP", "Sanne Bakker", "Ouders zijn het eens."),
        ),
        acties=(
            Actie("noor", "Stappenplan op tafel", "sept. – okt.", "Joke van Dijk", "werkte_niet"),
            Actie("noor", "Verlengde instructie", "okt. – nov.", "Joke van Dijk", "werkte", "zolang ze erbij zit"),
        ),
        stappen=(
            Routestap(nr=1, soort="begin", naar="school", datum=date(2026, 9, 14), door="Marieke Hoekstra"),
            Routestap(nr=2, soort="verder", van="school", naar="rvz", datum=date(2026, 11, 18), door="Directeur",
                      reden="De school kan dit niet alleen."),
            Routestap(nr=3, soort="besluit", van=besluit[0].id, naar=besluit[0].id, besluit=besluit[1].id,
                      datum=date(2026, 11, 20), door="RVZ", reden="Er is meer nodig dan wij nu weten."),
        ),
        berichten=(Routebericht(wie="regievoerder zorgplicht", op=date(2026, 11, 18), hoe="telefoon",
                                waarover="de overdracht", door="Hans Peters"),),
        mpos=(Mporegel(date(2026, 11, 20), "vervolg", ("Fatima Aydin", "Sanne Bakker", "Joke van Dijk"),
                       "Eerst kijken de ouders bij een school."),),
        verslagen=(told,),
        bijlagen=(),
    )  # fmt: skip
