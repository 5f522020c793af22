"""A pupil with two parents, a startgesprek with annexes, and a route; all people are invented."""

from datetime import date
from pathlib import Path

from app.models.bespreking import Definitie
from app.models.consult import Consult, Toestemming
from app.models.contact import Contact
from app.models.leerling import Leerling, Ouder, Ouderschap
from app.models.route import Route, Routestap
from app.models.school import Groep, School
from app.resources import resource
from app.storage import bijlagen, formulieren
from app.storage.archive import Archive
from app.storage.definities import load_definition
from tests.exports.pakketvoorbeeld import ASKED

TODAY = date(2026, 11, 23)
SCHOOL = School(naam="De Waterlelie", plaats="Vechtoever", schooljaar="2026-2027")
PDF = b"%PDF-1.4\n" + b"0" * 4000 + b"\n%%EOF\n"


def fill(archive: Archive, folder: Path) -> None:
    """Put all of it into an archive."""
    for kind, name in (("consulten", "startgesprek_swv"), ("routes", "po2001")):
        text = resource(kind, f"{name}.toml").read_text("utf-8")
        archive.add(Definitie(id=name, naam=name, tekst=text, vingerafdruk=name), "Anna")
    for record in (
        SCHOOL,
        Groep(id="g", naam="5/6"),
        Leerling(id="noor", roepnaam="Noor", achternaam="Berg", groep="g", geboortedatum=date(2017, 3, 2)),
        Ouder(id="s", naam="Sanne Bakker"),
        Ouder(id="m", naam="Mark Berg"),
        Ouderschap(leerling="noor", ouder="s", relatie="moeder", gezag="ja", volgorde=0),
        Ouderschap(leerling="noor", ouder="m", relatie="vader", gezag="ja", volgorde=1),
        Contact(id="rvz", naam="Fatima Aydin", rol="rvz", bestuur="Stichting De Kring"),
        Route(id="route", leerling="noor", definitie="po2001", station="rvz", begonnen_op=date(2026, 9, 14),
              sinds=date(2026, 11, 18), aanleiding="Noor rekent twee jaar achter.",
              tekort="Instructie hielp niet genoeg."),
        Routestap(route="route", leerling="noor", nr=1, soort="begin", naar="school",
                  datum=date(2026, 9, 14), door="Anna"),
        Routestap(route="route", leerling="noor", nr=2, soort="verder", van="school", naar="rvz",
                  datum=date(2026, 11, 18), door="de directeur"),
    ):  # fmt: skip
        archive.add(record, "Anna")
    new = formulieren.Begin(load_definition("consult_aanvraag_startgesprek", None), "noor", TODAY, "Joke")
    form = formulieren.begin(archive, new, "Anna")
    for section, answers in ASKED.items():
        for field, value in answers.items():
            archive.write_answer(form, f"{section}.{field}", value, "Anna")
    consult = Consult(id="consult", soort="startgesprek_swv", definitie="startgesprek_swv", leerling="noor",
                      leerlingen=("noor",), formulier=form, vragers=("leerkracht",), begonnen_op=TODAY)  # fmt: skip
    archive.add(consult, "Anna")
    for name, punt in (("noor: lovs.pdf", "lovs"), ("gesprek.pdf", "oudergesprekken")):
        outside = folder / name.replace(":", "_")
        outside.write_bytes(PDF + name.encode())
        bijlagen.toevoegen(archive, folder, outside, "noor", "consult", punt, "Anna")
        outside.unlink()


def consent(archive: Archive, ouder: str, antwoord: str) -> None:
    """Record what a parent answered."""
    archive.add(Toestemming(leerling="noor", ouder=ouder, antwoord=antwoord, datum=TODAY), "Anna")
