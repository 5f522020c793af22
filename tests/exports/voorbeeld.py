"""A pupil, a meeting and a form filled in as at a real table: what the documents of these tests are made from."""

from datetime import date
from typing import Any

from app.exports.stof import AgendaPunt, AgendaStof, LeegStof, VerslagStof
from app.models.bespreking import Bespreking, Formulier
from app.models.forms.definition import FormDefinition
from app.models.leerling import Leerling
from app.models.school import School

SCHOOL = School(naam="Basisschool De Waterlelie", plaats="Vechtoever")
IB = "Marieke Hoekstra"
NOOR = Leerling(roepnaam="Noor", voorvoegsel="van den", achternaam="Berg", geboortedatum=date(2017, 3, 2))
DAY = date(2026, 11, 23)
PRESENT = ("Joke van Dijk", "Marieke Hoekstra", "Sanne Bakker (onderwijsassistent)")

ANSWERS: dict[str, dict[str, Any]] = {
    "hulpvraag": {
        "hulpvraag": "Hoe help ik Noor om bij rekenen aan het werk te komen en te blijven, zonder dat ik steeds naast "
        "haar zit?",
        "voorbeelden": "Bij de start van de rekenles kijkt Noor eerst een minuut of vijf rond.\n"
        "- Dinsdag 10 november: 4 van de 20 sommen af, daarna in de kantlijn getekend.\n"
        "- Donderdag 12 november: begon meteen toen ik de eerste som samen met haar deed.\n"
        "Bij taal en lezen zie ik dit niet.",
        "vragen_ouders": "Moeten we thuis de tafels oefenen, en hoe doen we dat zonder ruzie?",
        "directe_factoren": "De uitleg duurt lang en gaat in stappen die zij nog niet alle kent. Haar plek is bij de "
        "deur, waar veel langsloopt.",
        "indirecte_factoren": "Sinds september slaapt ze slecht; ze is in de klas moe na de lunch.",
        "factoren": {
            "kind": {
                "stimulerend": "Wil graag helpen, tekent goed, maakt makkelijk contact.",
                "belemmerend": "Denkt dat ze niet kan rekenen; geeft snel op.",
            },
            "leraar": {
                "stimulerend": "Kent haar goed, is rustig.",
                "belemmerend": "Heeft door de combinatiegroep weinig tijd voor verlengde instructie.",
            },
            "groep": {"stimulerend": "Warme groep, maatjes zijn gewend elkaar te helpen."},
            "ouders": {
                "stimulerend": "Betrokken, lezen elke avond voor.",
                "belemmerend": "Rekenen thuis geeft strijd.",
            },
        },
        "kwaliteiten": {
            "kind": {"kwaliteiten": "Doorzetter als ze iets zelf heeft gekozen."},
            "ouders": {"kwaliteiten": "Denken mee en komen elke afspraak na."},
        },
        "thuis": "Moeder werkt sinds de zomer in de avond; vader brengt haar naar bed. Er is een broertje van vier.",
        "gewenst": "Noor begint binnen twee minuten zelf en vraagt hulp met haar kaartje als ze vastloopt.",
        "gewenst_haalbaar": "ja",
    },
    "acties": {
        "acties": [
            {
                "_id": "a1",
                "actie": "Verlengde instructie rekenen, drie keer een kwartier per week",
                "periode": "september tot oktober",
                "door": "Joke van Dijk",
                "resultaat": "werkte",
                "opmerking": "Ze kreeg meer sommen goed, maar alleen aan de instructietafel.",
            },
            {
                "_id": "a2",
                "actie": "Zelfstandig tafels oefenen op de tablet",
                "periode": "oktober",
                "door": "Sanne Bakker",
                "resultaat": "werkte_niet",
                "opmerking": "Haakte na vijf minuten af.",
            },
            {"_id": "a3", "actie": "Plek vooraan bij de instructie", "resultaat": "onbekend"},
        ],
        "opvallend": "Noor leert het meest in een kleine groep, met meteen een reactie op wat ze doet.",
    },
    "onderwijsbehoeften": {
        "doel": "Noor kent op 29 januari de tafels van 2, 5 en 10 en noemt het antwoord binnen drie seconden.",
        "meting": "Nu 12 van de 30 sommen goed, straks 25.",
        "nodig": "Een korte start met de leraar, sommen in kleine stappen, en zien wat ze al kan.",
        "organisatie": "Elke dag de eerste tien minuten aan de instructietafel met twee andere kinderen. De groep "
        "begint dan met het vaste startwerk.",
        "naaste_ontwikkeling": "Met steun van het honderdveld sprongen van 5 maken.",
    },
    "plan": {
        "aanpak": "Starten met één som samen, daarna vijf alleen, dan langslopen.",
        "besluit": "handelingsplan",
        "reden": "Haar stof wijkt een half jaar af van die van de groep.",
        "opsteller": "Joke van Dijk",
        "groepsplan": "rekenen, november tot en met januari",
        "van": "2026-11-30",
        "tot": "2027-01-29",
        "haalbaar_leerling": "ja",
        "haalbaar_leraar": "ja",
        "haalbaar_ouders": "weet_niet",
        "haalbaar_toelichting": "Het lukt zolang Sanne op dinsdag en donderdag de groep start.",
    },
    "aanmelding": {"aanmelding": ["zorgteam"], "reden": ["onduidelijk"], "toelichting": "Speelt de slaap een rol?"},
    "ouders": {
        "hoe": "gesprek",
        "door": "Joke van Dijk",
        "op": "2026-11-26",
        "afstemming": "Thuis vijf minuten per dag een spel met de tafelkaart; geen werkbladen.",
    },
    "vervolg": {
        "besluiten": "Er komt een individueel handelingsplan voor rekenen, acht weken lang.",
        "afspraken": [
            {"_id": "b1", "wat": "Handelingsplan schrijven en bespreken", "wie": "Joke van Dijk", "voor": "2026-11-27"},
            {"_id": "b2", "wat": "Ouders uitnodigen en de tafelkaart meegeven", "wie": "Joke van Dijk"},
            {"_id": "b3", "wat": "Twee keer kijken bij de start van de rekenles", "wie": IB, "voor": "2026-12-11"},
        ],
        "duidelijk": "ja",
        "evaluatie_datum": "2027-01-29",
        "evaluatie_wijze": "tafeltoets en een gesprek met Noor",
        "evaluatie_door": IB,
    },
}

OWN_REPORT = """\
Leerlingbespreking van 23 november 2026

Besluiten
- Plan: er komt een individueel handelingsplan
- Besloten: acht weken rekenen in een klein groepje, elke dag tien minuten.

Afspraken
- Handelingsplan schrijven en bespreken (Joke van Dijk, uiterlijk 27 november 2026)
- Ouders uitnodigen en de tafelkaart meegeven (Joke van Dijk)
- Twee keer kijken bij de start van de rekenles, en daarna samen nabespreken (Marieke)

Hoe het nu gaat
Noor wil graag, maar begint niet. Met één som samen komt ze op gang.
Ze laat zien dat ze meer kan dan ze zelf denkt.

Evaluatie
- Datum van de evaluatie: 29 januari 2027
- Wijze van evalueren: tafeltoets en een gesprek met Noor
"""


def formulier(**changes: Any) -> Formulier:
    usual: dict[str, Any] = {"antwoorden": ANSWERS, "secties": {"begeleiding": "nvt"}, "spreker": "Joke van Dijk"}
    return Formulier(**{"leerling": NOOR.id, "datum": DAY, **usual, **changes})


def verslag(definitie: FormDefinition, **changes: Any) -> VerslagStof:
    return VerslagStof(SCHOOL, NOOR, formulier(**changes), definitie, "5/6", 3, PRESENT, IB)


def leeg(definitie: FormDefinition) -> LeegStof:
    return LeegStof(SCHOOL, definitie, IB)


def agenda() -> AgendaStof:
    meeting = Bespreking(datum=DAY, tijd="15:15", onderwerp="Tussenstand rekenen en lezen", aanwezigen=PRESENT)
    punten = (
        AgendaPunt("Noor van den Berg", "5/6", "Komt bij rekenen niet aan het werk"),
        AgendaPunt("Sem de Groot", "5/6", "Evaluatie van het handelingsplan lezen; ouders vragen om onderzoek"),
        AgendaPunt("Yara El Amrani", "4", "Is veel alleen op het plein"),
        AgendaPunt("Daan Visser", "7", ""),
    )
    return AgendaStof(SCHOOL, meeting, punten, "", IB)
