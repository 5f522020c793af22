"""A consult in the timeline of the pupils it is about."""

from datetime import date
from pathlib import Path

import pytest

from app.models.consult import Bijlage
from app.models.contact import Contact
from app.models.leerling import Leerling
from app.storage import consulten
from app.storage.archive import Archive
from app.storage.tijdlijn import aantal, tijdlijn

IB = "Ina Beek"
DAY = date(2026, 11, 23)
READY = {"hulpvraag.hulpvraag": "Hoe help ik hen beginnen?", "ouders.keuze": "aanwezig"}


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    archive.add(Leerling(id="sem", roepnaam="Sem", achternaam="Groot"), IB)
    archive.add(Leerling(id="tess", roepnaam="Tess", achternaam="Maas"), IB)
    archive.add(Contact(id="c", naam="Carla Consulent", rol="consulent"), IB)
    yield archive
    archive.close()


def granted(archive: Archive) -> str:
    consult = consulten.begin(archive, "eenmalig_consult", ("sem", "tess"), IB, dag=date(2026, 11, 2))
    form = consulten.find_consult(archive, consult).formulier
    for pad, value in READY.items():
        archive.write_answer(form, pad, value, IB)
    consulten.werk_bij(archive, consult, {"vragers": ("ib",)}, IB)
    consulten.zet_status(archive, consult, "volledig", IB, DAY)
    for step in ("leerling_invoeren", "soort_kiezen", "aanvragen"):
        consulten.stap_gedaan(archive, consult, step, "2026-11-05", IB)
    consulten.zet_status(archive, consult, "ingediend", IB, DAY, dag=date(2026, 11, 6))
    consulten.ken_toe(archive, consult, "c", IB, DAY, dag=date(2026, 11, 16))
    return consult


def events(archive: Archive, pupil: str) -> list[tuple[str, str]]:
    return [(each.titel, each.staat) for each in tijdlijn(archive, pupil, DAY) if each.soort == "consult"]


def test_each_moment_is_told_once_also_to_who_shares_the_question(archive):
    consult = granted(archive)
    told = [("Eenmalig consult: aanvraag toegekend", ""), ("Eenmalig consult: aanvraag ingediend", "")]
    assert events(archive, "sem") == told  # its beginning is told by the form of the application
    assert events(archive, "tess") == [*told, ("Eenmalig consult: aanvraag begonnen", "")]
    assert {each.doel for each in tijdlijn(archive, "tess", DAY)} == {consult}
    assert aantal(archive, "tess", DAY) == 3


def test_the_conversation_is_planned_then_asked_after_then_held(archive):
    consult = granted(archive)
    consulten.afspraak(archive, consult, date(2026, 11, 20), "13:30", IB, DAY)
    assert events(archive, "tess")[0] == ("Eenmalig consult: gesprek", "te_laat")
    consulten.afspraak(archive, consult, date(2026, 11, 30), "13:30", IB, DAY)
    first = tijdlijn(archive, "tess", DAY)[0]
    assert (first.staat, first.tekst) == ("gepland", "13:30 · Carla Consulent")
    consulten.afspraak(archive, consult, date(2026, 11, 20), "", IB, DAY)
    consulten.zet_status(archive, consult, "gevoerd", IB, DAY)
    assert events(archive, "tess")[0] == ("Eenmalig consult: gesprek", "gehouden")


def test_what_was_taken_out_of_sight_is_not_told(archive):
    consult = consulten.begin(archive, "eenmalig_consult", ("tess",), IB, dag=DAY)
    consulten.verwijder(archive, consult, IB)
    assert tijdlijn(archive, "tess", DAY) == []


def test_on_one_day_the_last_moment_stands_first_and_the_forms_say_what_it_is_about(archive):
    consult = consulten.begin(archive, "eenmalig_consult", ("sem",), IB, dag=DAY)
    form = consulten.find_consult(archive, consult).formulier
    for pad, value in {**READY, "doel.doel": "Sem begint binnen een minuut."}.items():
        archive.write_answer(form, pad, value, IB)
    consulten.werk_bij(archive, consult, {"vragers": ("ib",)}, IB)
    consulten.zet_status(archive, consult, "volledig", IB, DAY)
    for step in ("leerling_invoeren", "soort_kiezen", "aanvragen"):
        consulten.stap_gedaan(archive, consult, step, "2026-11-23", IB)
    consulten.zet_status(archive, consult, "ingediend", IB, DAY, dag=DAY)
    consulten.ken_toe(archive, consult, "c", IB, DAY, dag=DAY)
    assert [each for each, _ in events(archive, "sem")] == [
        "Eenmalig consult: aanvraag toegekend",
        "Eenmalig consult: aanvraag ingediend",
    ]
    application = next(each for each in tijdlijn(archive, "sem", DAY) if each.soort == "formulier")
    assert application.tekst == "Hoe help ik hen beginnen?"


def test_files_that_came_in_together_are_one_event_and_lead_to_the_consult_they_are_for(archive):
    consult = granted(archive)
    for number, (van, moment) in enumerate(((None, 3), (None, 3), (None, 4), (consult, 4))):
        day = f"2026-11-0{moment}T12:00:00+00:00"
        archive.add(Bijlage(id=f"b{number}", leerling="sem", van=van, naam=f"{number}.docx", toegevoegd_op=day), IB)
    assert files(archive) == [
        ("2026-11-04", "Bijlage toegevoegd", "3.docx", consult),
        ("2026-11-04", "Bijlage toegevoegd", "2.docx", ""),
        ("2026-11-03", "2 bijlagen toegevoegd", "0.docx, 1.docx", ""),
    ]
    assert aantal(archive, "sem", DAY) == len(tijdlijn(archive, "sem", DAY))
    archive.write("bijlage", "b0", {"verwijderd_op": "2026-11-23T10:00:00+00:00"}, IB)
    assert files(archive)[-1] == ("2026-11-03", "Bijlage toegevoegd", "1.docx", "")


def files(archive: Archive) -> list[tuple[str, str, str, str]]:
    found = [each for each in tijdlijn(archive, "sem", DAY) if each.soort == "bijlage"]
    return [(each.dag.isoformat(), each.titel, each.tekst, each.doel) for each in found]
