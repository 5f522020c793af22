"""The OPP: begun from what is known, its period and evaluation kept, and what the law still asks of it."""

from datetime import date, timedelta

import pytest

from app.models.bespreking import Afspraak, Formulier
from app.models.formuliersoort import soortnaam
from app.models.leerling import Plan
from app.storage import formulieren, invullen, opp, vandaag, verslagen
from app.storage.archive import Archive
from app.storage.definities import load_definition
from app.storage.formulieren import Begin, FormulierGesloten
from tests.storage.routeschool import AUTHOR, BEGIN, TODAY, answered, begun, fill, the_form, with_opp


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path, bytes(32))
    fill(archive)
    yield archive
    archive.close()


def plans(archive: Archive) -> list[Plan]:
    return archive.all(Plan, leerling="sem", soort="opp")


def opinion(moment: str, words: str = "Ik wil rust.") -> dict[str, str]:
    return {"_id": moment, "moment": moment, "mening": words}


def test_a_pupil_without_one(archive):
    stand = opp.oppstand(archive, "sem", TODAY)
    assert (stand.plan, stand.is_klaar, stand.zin) == (None, False, "Er is nog geen OPP.")


def test_it_begins_with_a_year_the_parents_with_gezag_and_the_question_of_the_route(archive):
    begun(archive)
    form = opp.begin(archive, "sem", AUTHOR, AUTHOR, BEGIN)
    said = the_form(archive, form).antwoorden
    assert (said["begin"]["van"], said["begin"]["tot"]) == ("2027-01-11", "2028-01-10")
    assert said["begin"]["vraag"] == "Loopt vast in de groep."
    assert said["begin"]["basis"] == "Twee handelingsplannen hielpen niet."
    assert [(row["ouder"], row["antwoord"]) for row in said["ouders"]["instemming"]] == [("S. Vos", "open")]
    assert opp.begin(archive, "sem", AUTHOR, AUTHOR, TODAY) == form
    assert [(each.van, each.tot, each.formulier) for each in plans(archive)] == [(BEGIN, date(2028, 1, 10), form)]
    assert opp.oppstand(archive, "sem", TODAY).zin == "Het OPP is begonnen, maar nog niet vastgesteld."


def test_within_six_weeks_of_the_need_it_must_be_there(archive):
    begun(archive)
    told = opp.oppstand(archive, "sem", BEGIN).aandacht
    assert told == ("Stel het OPP uiterlijk 22 februari 2027 vast: zes weken nadat bleek dat er meer nodig is.",)
    opp.begin(archive, "sem", AUTHOR, AUTHOR, BEGIN)
    assert opp.oppstand(archive, "sem", TODAY).aandacht[0].startswith("Het OPP moest er op 22 februari 2027 zijn")
    with_opp(archive)
    assert not any("zes weken" in each for each in opp.oppstand(archive, "sem", TODAY).aandacht)


def test_factors_come_along_from_the_last_leerlingbespreking(archive):
    definitie = load_definition("leerlingbespreking", None)
    earlier = formulieren.begin(archive, Begin(definitie, "sem", BEGIN, AUTHOR), AUTHOR)
    place = definitie[0].field_by_role("factoren")[1].pad
    cells = {"kind": {"stimulerend": "Houdt van tekenen", "belemmerend": "Snel moe"}, "groep": {"belemmerend": "Druk"}}
    archive.write_answer(earlier, place, cells, AUTHOR)
    said = the_form(archive, opp.begin(archive, "sem", AUTHOR, AUTHOR, BEGIN)).antwoorden["doel"]
    assert said["bevorderend"] == "kind: Houdt van tekenen"
    assert said["belemmerend"] == "kind: Snel moe\ngroep: Druk"


def test_a_plan_made_elsewhere_gets_its_form(archive):
    until = TODAY + timedelta(30)
    archive.add(Plan(id="p", soort="opp", leerling="sem", van=BEGIN, tot=until), AUTHOR)
    assert opp.oppstand(archive, "sem", TODAY).is_klaar
    form = opp.begin(archive, "sem", AUTHOR, AUTHOR, TODAY)
    assert the_form(archive, form).antwoorden["begin"]["tot"] == until.isoformat()
    assert [each.formulier for each in plans(archive)] == [form]
    assert not opp.oppstand(archive, "sem", TODAY).is_klaar


def test_vaststellen_gives_the_plan_its_period_and_vandaag_its_evaluation(archive):
    form = opp.begin(archive, "sem", AUTHOR, AUTHOR, BEGIN)
    answered(archive, form, begin__tot="2027-12-31", evaluatie__datum="2027-06-03", doel__doel="Leest op E4.")
    formulieren.vaststellen(archive, form, AUTHOR)
    assert [(each.van, each.tot) for each in plans(archive)] == [(BEGIN, date(2027, 12, 31))]
    assert [(each.soort, each.voor) for each in archive.all(Afspraak)] == [("evaluatie", date(2027, 6, 3))]
    assert [each.wat for each in vandaag.vandaag(archive, TODAY).evaluaties] == ["Evaluatie: Leest op E4."]
    stand = opp.oppstand(archive, "sem", TODAY)
    assert (stand.is_klaar, stand.zin) == (True, "Het OPP loopt.")
    later = opp.oppstand(archive, "sem", date(2028, 1, 1))
    assert (later.is_klaar, later.loopt) == (False, False)


def test_after_its_period_a_new_one_begins(archive):
    first = with_opp(archive)
    later = date(2028, 2, 1)
    second = opp.begin(archive, "sem", AUTHOR, AUTHOR, later)
    assert second != first
    assert sorted(each.formulier for each in plans(archive)) == sorted([first, second])
    assert opp.oppstand(archive, "sem", later).plan.formulier == second


def test_each_parent_with_gezag_is_asked_and_the_pupil_at_each_moment(archive):
    form = opp.begin(archive, "sem", AUTHOR, AUTHOR, BEGIN)
    assert opp.oppstand(archive, "sem", TODAY).aandacht == (
        "Leg vast of S. Vos akkoord is met het handelingsdeel.",
        "Leg vast wat de leerling bij het opstellen zelf vond (hoorrecht).",
    )
    answer = {"_id": "1", "ouder": "s. vos", "antwoord": "niet_akkoord", "datum": "2027-01-20"}
    answered(archive, form, ouders__instemming=[answer], leerling__mening=[opinion("opstellen")])
    assert opp.oppstand(archive, "sem", TODAY).aandacht == (
        "Het handelingsdeel geldt nog niet: S. Vos is het er niet mee eens.",
    )
    assert opp.oppstand(archive, "sem", TODAY).niet_ingestemd == ()  # nothing is handed over before it is vastgesteld
    answered(archive, form, ouders__instemming=[answer, {**answer, "_id": "2", "antwoord": "akkoord"}])
    stand = opp.oppstand(archive, "sem", TODAY)
    assert stand.aandacht == ()
    assert [(each.moment, each.mening) for each in stand.inhoud.meningen] == [("opstellen", "Ik wil rust.")]


def test_an_answer_of_a_parent_that_comes_later_is_filled_in_where_it_was_asked(archive):
    form = opp.begin(archive, "sem", AUTHOR, AUTHOR, BEGIN)
    answered(archive, form, leerling__mening=[opinion("opstellen")])
    formulieren.vaststellen(archive, form, AUTHOR)
    verslagen.open_verslag(archive, form, TODAY, AUTHOR)
    later = [{"_id": "1", "ouder": "S. Vos", "antwoord": "akkoord", "datum": "2027-05-31"}]
    invullen.beantwoorden(archive, form, "ouders.instemming", later, AUTHOR)
    assert opp.oppstand(archive, "sem", TODAY).aandacht == ()
    assert "- S. Vos (akkoord, 31 mei 2027)" in the_form(archive, form).verslag
    verslagen.schrijf(archive, form, "In mijn woorden.", AUTHOR)
    invullen.beantwoorden(archive, form, "ouders.instemming", [{**later[0], "antwoord": "niet_akkoord"}], AUTHOR)
    assert the_form(archive, form).verslag == "In mijn woorden."
    assert "is het er niet mee eens" in opp.oppstand(archive, "sem", TODAY).aandacht[0]
    with pytest.raises(FormulierGesloten):
        invullen.beantwoorden(archive, form, "doel.doel", "Iets anders", AUTHOR)
    formulieren.corrigeren(archive, form, AUTHOR)
    with pytest.raises(FormulierGesloten):
        invullen.beantwoorden(archive, form, "ouders.instemming", later, AUTHOR)


def test_adapting_asks_the_pupil_again_but_adding_a_signature_does_not(archive):
    form = opp.begin(archive, "sem", AUTHOR, AUTHOR, BEGIN)
    answered(archive, form, leerling__mening=[opinion("opstellen")], doel__doel="Leest op M5.")
    formulieren.vaststellen(archive, form, AUTHOR)
    assert opp.oppstand(archive, "sem", TODAY).niet_ingestemd == (
        "Leg vast of S. Vos akkoord is met het handelingsdeel.",
    )
    signed = formulieren.corrigeren(archive, form, AUTHOR)
    agreed = {"_id": "1", "ouder": "S. Vos", "antwoord": "akkoord", "datum": "2027-02-01"}
    answered(archive, signed, ouders__instemming=[agreed])
    assert opp.oppstand(archive, "sem", TODAY).formulier.id == signed
    assert opp.oppstand(archive, "sem", TODAY).geldig.id == form
    formulieren.vaststellen(archive, signed, AUTHOR)
    assert opp.oppstand(archive, "sem", TODAY).aandacht == ()
    assert opp.oppstand(archive, "sem", TODAY).niet_ingestemd == ()
    adapted = formulieren.corrigeren(archive, signed, AUTHOR)
    answered(archive, adapted, handelingsdeel__ondersteuning="Elke dag tien minuten lezen.")
    formulieren.vaststellen(archive, adapted, AUTHOR)
    assert opp.oppstand(archive, "sem", TODAY).aandacht == (
        "Leg vast wat de leerling bij het bijstellen zelf vond (hoorrecht).",
    )


def test_the_yearly_evaluation_is_watched_and_the_pupil_heard_at_it(archive):
    form = with_opp(archive)
    late = date(2028, 1, 20)
    assert any("was afgesproken voor 10 januari 2028" in each for each in opp.oppstand(archive, "sem", late).aandacht)
    answered(archive, form, evaluatie__toelichting="Het doel is gehaald.")
    asked = opp.oppstand(archive, "sem", late).aandacht
    assert "Leg vast wat de leerling bij de evaluatie zelf vond (hoorrecht)." in asked
    assert not any("afgesproken" in each for each in asked)
    answered(archive, form, evaluatie__mening="Ik ben trots.")
    assert not any("bij de evaluatie" in each for each in opp.oppstand(archive, "sem", late).aandacht)


def test_an_evaluation_within_the_year_and_a_period_in_order(archive):
    form = opp.begin(archive, "sem", AUTHOR, AUTHOR, BEGIN)
    answered(archive, form, evaluatie__datum="2028-03-01", begin__tot="2026-12-01")
    asked = opp.oppstand(archive, "sem", TODAY).aandacht
    assert "De evaluatie valt later dan een jaar na het begin; kies een eerdere dag." in asked
    assert "Het OPP eindigt eerder dan het begint; verbeter de looptijd." in asked
    answered(archive, form, evaluatie__datum=None)
    assert "Kies een dag waarop je het OPP met de ouders evalueert." in opp.oppstand(archive, "sem", TODAY).aandacht


def test_without_a_parent_with_gezag_that_is_said_first(archive):
    archive.write("ouderschap", next(each.ouderschap.id for each in formulieren.ouders_van(archive, "sem")),
                  {"gezag": "nee"}, AUTHOR)  # fmt: skip
    opp.begin(archive, "sem", AUTHOR, AUTHOR, BEGIN)
    assert opp.oppstand(archive, "sem", TODAY).aandacht[0].startswith("Er is nog geen ouder met gezag bekend")
    assert len(archive.all(Formulier)) == 1


def test_an_open_one_asks_on_the_first_page_by_its_own_name(archive):
    opp.begin(archive, "sem", AUTHOR, AUTHOR, BEGIN)
    (waiting,) = vandaag.vandaag(archive, TODAY).formulieren
    assert (soortnaam(waiting.soort), waiting.vraagt) == ("OPP", "invullen")
