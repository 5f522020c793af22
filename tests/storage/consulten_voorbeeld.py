"""A pupil with a leerlingbespreking, and consults that have come as far as a test needs."""

from datetime import date
from typing import Any

from app.models.bespreking import Formulier
from app.models.consult import Bijlage, Consult
from app.models.contact import Contact
from app.models.leerling import Leerling, Ouder, Ouderschap
from app.models.school import Groep, Medewerker
from app.storage import consulten, formulieren
from app.storage.archive import Archive
from app.storage.bijlagen import zet_punt
from app.storage.consultstand import nieuwste
from app.storage.definities import load_definition
from app.storage.formulieren import Begin
from app.storage.ongedaan import schrijf

VANDAAG = date(2026, 11, 23)
ANNA = "Anna de Wit"
START, EENMALIG, AO = "startgesprek_swv", "eenmalig_consult", "analyse_ondersteuning"

CONCREET: dict[str, Any] = {
    "hulpvraag.hulpvraag": "Hoe helpen we Noor op gang na de pauze?",
    "hulpvraag.concreet": "ja",
    "factoren.factoren": {"kind": {"stimulerend": "tekenen", "belemmerend": "lawaai"}},
    "interventies.acties": [{"_id": "1", "actie": "timer op tafel", "resultaat": "werkte_deels"}],
    "ouders.weten": "ja",
    "ouders.gezien": "ja",
    "ouders.erbij": "ja",
}
"""Answers with which the form of a startgesprek SWV asks nothing more."""


def school(archive: Archive) -> None:
    """Two pupils of one group, their teacher and parents, and a consulent."""
    for record in (
        Medewerker(id="bea", roepnaam="Bea", achternaam="Aarts"),
        Groep(id="g5", naam="5", jaargroepen=("5",), leerkrachten=("bea",), schooljaar="2026-2027"),
        Leerling(id="noor", roepnaam="Noor", achternaam="Berg", groep="g5", jaargroep="5"),
        Leerling(id="sam", roepnaam="Sam", achternaam="Dijk", groep="g5", jaargroep="5"),
        Ouder(id="ma", naam="S. Berg"),
        Ouderschap(leerling="noor", ouder="ma", relatie="moeder"),
        Contact(id="cees", naam="Cees Consulent", rol="consulent"),
    ):
        archive.add(record, ANNA)


def bespreking(archive: Archive, leerling: str, dag: date, **antwoorden: Any) -> str:
    """A form A.6 with these answers; `hulpvraag__doel` is `hulpvraag.doel`."""
    a6 = load_definition("leerlingbespreking", None)
    form = formulieren.begin(archive, Begin(a6, leerling, dag, ANNA), ANNA)
    antwoord(archive, form, **antwoorden)
    return form


def antwoord(archive: Archive, form: str, **antwoorden: Any) -> None:
    """Fill in fields of a form."""
    for pad, value in antwoorden.items():
        archive.write_answer(form, pad.replace("__", "."), value, ANNA)


def antwoorden(archive: Archive, consult: str) -> dict[str, dict[str, Any]]:
    """What stands in the application of a consult."""
    found = nieuwste(archive, het(archive, consult).formulier)
    assert found is not None
    return found.antwoorden


def het(archive: Archive, consult: str) -> Consult:
    """A consult as it really stands."""
    return consulten.find_consult(archive, consult)


def formulier(archive: Archive, consult: str) -> Formulier:
    """The newest version of its application."""
    found = nieuwste(archive, het(archive, consult).formulier)
    assert found is not None
    return found


def voeg_toe(archive: Archive, consult: str, punt: str) -> Bijlage:
    """The record of a file at a line of the checklist."""
    bijlage = Bijlage(leerling="noor", van=consult, punt=punt, naam=f"{punt}.pdf", vingerafdruk=punt)
    archive.add(bijlage, ANNA)
    schrijf(archive, [zet_punt("noor", consult, punt, "bijgevoegd")], ANNA)
    return bijlage


def maak_compleet(archive: Archive, consult: str) -> None:
    """Give a startgesprek SWV all that makes it complete."""
    form = formulier(archive, consult)
    for pad, value in CONCREET.items():
        archive.write_answer(form.id, pad, value, ANNA)
    consulten.werk_bij(archive, consult, {"vragers": ("leerkracht", "ouders")}, ANNA)
    for punt in ("lovs", "oudergesprekken"):
        voeg_toe(archive, consult, punt)
    for punt in ("factoren", "interventies", "onderzoek", "opp"):
        schrijf(archive, [zet_punt("noor", consult, punt, "niet_aanwezig")], ANNA)


def vink_stappen(archive: Archive, consult: str) -> None:
    """Do what is to be done in the portal."""
    consulten.stap_gedaan(archive, consult, "leerling_invoeren", "nvt", ANNA)
    for stap in ("soort_kiezen", "aanvragen"):
        consulten.stap_gedaan(archive, consult, stap, VANDAAG.isoformat(), ANNA)


def breng_naar(archive: Archive, consult: str, status: str) -> None:
    """Lead a startgesprek SWV along its way until it has this status."""
    steps = {
        "volledig": lambda: (maak_compleet(archive, consult), naar(archive, consult, "volledig")),
        "ingediend": lambda: (vink_stappen(archive, consult), naar(archive, consult, "ingediend")),
        "toegekend": lambda: consulten.ken_toe(archive, consult, "cees", ANNA, VANDAAG),
        "afspraak": lambda: consulten.afspraak(archive, consult, VANDAAG, "15:10", ANNA, VANDAAG),
        "gevoerd": lambda: naar(archive, consult, "gevoerd"),
    }
    for each, step in steps.items():
        step()
        if each == status:
            return


def naar(archive: Archive, consult: str, status: str) -> None:
    """Take one step."""
    consulten.zet_status(archive, consult, status, ANNA, VANDAAG)


def verslag(archive: Archive, consult: str, **antwoorden: Any) -> str:
    """The report of the conversation, vastgesteld."""
    form = consulten.begin_verslag(archive, consult, "Bea Aarts", ANNA, VANDAAG)
    antwoord(archive, form, **antwoorden)
    formulieren.vaststellen(archive, form, ANNA, VANDAAG)
    return form
