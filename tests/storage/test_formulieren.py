"""A form from the first word to a correction, and what it leaves behind: afspraken, a plan, an evaluation."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.models.bespreking import Afspraak, Agendapunt, Bespreking, Definitie, Formulier
from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap, Plan
from app.models.school import Groep, Medewerker
from app.storage import formulieren, invullen, verslagen
from app.storage.archive import Archive
from app.storage.besprekingen import Keuze, agenda, plan
from app.storage.definities import load_definition
from app.storage.formulieren import Begin, FormulierGesloten

TODAY = date(2026, 11, 23)
AUTHOR = "Ali Kaya"
IB = "Inge Bos"
A6 = load_definition("leerlingbespreking", None)


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        Medewerker(id="ali", roepnaam="Ali", achternaam="Kaya"),
        Medewerker(id="bea", roepnaam="Bea", achternaam="Aarts"),
        Groep(id="g", naam="5/6", leerkrachten=("bea",)),
        Leerling(id="noor", roepnaam="Noor", achternaam="Berg", groep="g"),
        Niveau(leerling="noor", niveau=3, vanaf=date(2026, 9, 1)),
        Plan(id="gp", soort="groepsplan", groep="g", onderwerp="Rekenen", van=date(2026, 9, 1), tot=date(2027, 1, 29)),
        Ouder(id="o", naam="M. Berg"),
        Ouderschap(leerling="noor", ouder="o", gezag="ja"),
    ):
        archive.add(record, AUTHOR)
    yield archive
    archive.close()


def begun(archive: Archive, datum: date = TODAY, **fields) -> str:
    return formulieren.begin(archive, Begin(A6, "noor", datum, AUTHOR, **fields), AUTHOR)


def answer(archive: Archive, form: str, **answers) -> None:
    """Write answers, named `section__field`."""
    for path, value in answers.items():
        archive.write_answer(form, path.replace("__", "."), value, AUTHOR)


def agreement(row: str, wat: str, **cells) -> dict:
    return {"_id": row, "wat": wat, "wie": "Bea Aarts", **cells}


def test_a_form_is_begun_once_for_a_place_on_the_agenda(archive: Archive):
    meeting = plan(archive, Bespreking(datum=TODAY), [Keuze("noor")], AUTHOR)
    punt = agenda(archive, meeting).regels[0].punt.id
    form = begun(archive, bespreking=meeting, agendapunt=punt)
    assert begun(archive, bespreking=meeting, agendapunt=punt) == form
    assert len(archive.all(Formulier)) == 1
    assert agenda(archive, meeting).regels[0].staat == "bezig"


def test_a_form_on_the_table_has_beside_it_what_the_meeting_needs(archive: Archive):
    blad = formulieren.open_blad(archive, begun(archive), TODAY)
    assert (blad.leerling.naam, blad.groep and blad.groep.naam, blad.niveau) == ("Noor Berg", "5/6", 3)
    assert [each.onderwerp for each in blad.plannen] == ["Rekenen"]
    assert [each.ouder.naam for each in blad.ouders] == ["M. Berg"]
    assert blad.medewerkers == ("Bea Aarts", "Ali Kaya")
    assert (blad.vorige, blad.acties, blad.doel) == (None, (), "")


def test_what_was_tried_and_agreed_last_time_lies_beside_the_next_form(archive: Archive):
    first = begun(archive, date(2026, 10, 5))
    answer(
        archive,
        first,
        onderwijsbehoeften__doel="Noor kent de tafels.",
        acties__acties=[{"_id": "1", "actie": "Oefenen met de tablet", "resultaat": "werkte_niet"}],
        vervolg__afspraken=[agreement("1", "Maatje zoeken")],
    )
    unfinished = begun(archive, date(2026, 11, 1))
    formulieren.vaststellen(archive, first, AUTHOR)
    blad = formulieren.open_blad(archive, begun(archive), TODAY)
    assert blad.vorige is not None
    assert blad.vorige.id == first != unfinished
    assert blad.doel == "Noor kent de tafels."
    assert [(each.actie, each.resultaat) for each in blad.acties] == [("Oefenen met de tablet", "werkte_niet")]
    assert [each.wat for each in blad.vorige_afspraken] == ["Maatje zoeken"]


def test_closing_makes_agreements_and_the_evaluation_real(archive: Archive):
    form = begun(archive)
    answer(
        archive,
        form,
        onderwijsbehoeften__doel="Noor kent de tafels.",
        vervolg__afspraken=[agreement("1", "Ouders bellen", voor="2026-11-30"), agreement("2", "Toets afnemen")],
        vervolg__evaluatie_datum="2027-01-11",
    )
    formulieren.vaststellen(archive, form, AUTHOR)
    found = {each.wat: each for each in archive.all(Afspraak)}
    assert found["Ouders bellen"].voor == date(2026, 11, 30)
    assert found["Toets afnemen"].wie == "Bea Aarts"
    assert found["Evaluatie: Noor kent de tafels."].soort == "evaluatie"
    assert {each.staat for each in found.values()} == {"open"}


def test_a_decided_handelingsplan_takes_its_place_under_the_groepsplan(archive: Archive):
    form = begun(archive)
    answer(
        archive,
        form,
        plan__besluit="handelingsplan",
        plan__opsteller="Bea Aarts",
        plan__groepsplan="rekenen",
        plan__van="2026-11-30",
        plan__tot="2027-01-29",
    )
    formulieren.vaststellen(archive, form, AUTHOR)
    made = archive.all(Plan, soort="handelingsplan")
    assert [(each.leerling, each.groepsplan, each.tot) for each in made] == [("noor", "gp", date(2027, 1, 29))]


def test_what_is_vastgesteld_is_vastgesteld_once(archive: Archive):
    form = begun(archive)
    formulieren.vaststellen(archive, form, AUTHOR)
    with pytest.raises(FormulierGesloten):
        formulieren.vaststellen(archive, form, AUTHOR)
    with pytest.raises(KeyError):
        formulieren.vaststellen(archive, "onbekend", AUTHOR)


def test_what_is_vastgesteld_never_changes_also_not_by_a_word_that_was_still_on_its_way(archive: Archive):
    form = begun(archive)
    invullen.beantwoorden(archive, form, "hulpvraag.hulpvraag", "Hoe help ik Noor?", AUTHOR, draft=True)
    formulieren.vaststellen(archive, form, AUTHOR)
    before = archive.get(Formulier, form)
    for late in (
        lambda: invullen.beantwoorden(archive, form, "hulpvraag.hulpvraag", "te laat", AUTHOR, draft=True),
        lambda: invullen.beantwoorden(archive, form, "hulpvraag.onbekend", "te laat", AUTHOR),
        lambda: invullen.markeren(archive, form, {"hulpvraag": "nvt"}, AUTHOR),
        lambda: invullen.zet_spreker(archive, form, IB, AUTHOR),
    ):
        with pytest.raises(FormulierGesloten):
            late()
    assert archive.get(Formulier, form) == before
    assert all(each.sealed for each in archive.history(form))


def test_the_evaluation_of_what_is_vastgesteld_can_still_be_filled_in(archive: Archive):
    form = begun(archive)
    formulieren.vaststellen(archive, form, AUTHOR)
    reached = A6[0].field_by_role("evaluatie_doel_bereikt")[1].pad
    invullen.beantwoorden(archive, form, reached, "deels", IB)
    section, _, name = reached.partition(".")
    assert archive.get(Formulier, form).antwoorden[section][name] == "deels"


def test_with_the_last_form_the_meeting_was_held(archive: Archive):
    archive.add(Leerling(id="sem", roepnaam="Sem", achternaam="Aals", groep="g"), AUTHOR)
    meeting = plan(archive, Bespreking(datum=TODAY), [Keuze("noor"), Keuze("sem")], AUTHOR)
    forms = [
        formulieren.begin(archive, Begin(A6, each.punt.leerling, TODAY, AUTHOR, meeting, each.punt.id), AUTHOR)
        for each in agenda(archive, meeting).regels
    ]
    formulieren.vaststellen(archive, forms[0], AUTHOR)
    assert not archive.get(Bespreking, meeting).gehouden
    formulieren.vaststellen(archive, forms[1], AUTHOR)
    assert archive.get(Bespreking, meeting).gehouden


def test_a_correction_is_a_new_version_and_the_old_one_stays(archive: Archive):
    meeting = plan(archive, Bespreking(datum=TODAY), [Keuze("noor")], AUTHOR)
    punt = agenda(archive, meeting).regels[0].punt.id
    form = begun(archive, bespreking=meeting, agendapunt=punt)
    answer(archive, form, hulpvraag__hulpvraag="Hoe help ik Noor?", vervolg__afspraken=[agreement("1", "Bellen")])
    formulieren.vaststellen(archive, form, AUTHOR)

    second = formulieren.corrigeren(archive, form, IB)
    assert formulieren.corrigeren(archive, form, IB) == second
    answer(archive, second, hulpvraag__hulpvraag="Hoe help ik Noor met rekenen?", vervolg__afspraken=[])

    versions = formulieren.versies(archive, form)
    assert [(each.id, each.versie) for each in versions] == [(form, 1), (second, 2)]
    texts = [each.antwoorden["hulpvraag"]["hulpvraag"] for each in versions]
    assert texts == ["Hoe help ik Noor?", "Hoe help ik Noor met rekenen?"]
    assert agenda(archive, meeting).regels[0].punt.formulier == second

    formulieren.vaststellen(archive, second, IB)
    assert [(each.wat, each.staat) for each in archive.all(Afspraak)] == [("Bellen", "vervallen")]


def test_a_correction_does_not_double_what_the_first_version_made(archive: Archive):
    form = begun(archive)
    answer(archive, form, vervolg__afspraken=[agreement("1", "Bellen")], plan__besluit="handelingsplan")
    answer(archive, form, plan__van="2026-11-30", plan__tot="2027-01-29")
    formulieren.vaststellen(archive, form, AUTHOR)
    kept = archive.all(Afspraak)[0]
    archive.write("afspraak", kept.id, {"staat": "gedaan", "resultaat": "Gebeld."}, AUTHOR)

    second = formulieren.corrigeren(archive, form, IB)
    answer(archive, second, vervolg__afspraken=[agreement("1", "Ouders bellen")], plan__tot="2027-02-26")
    formulieren.vaststellen(archive, second, IB)

    assert [(each.wat, each.staat, each.resultaat) for each in archive.all(Afspraak)] == [
        ("Ouders bellen", "gedaan", "Gebeld.")
    ]
    assert [each.tot for each in archive.all(Plan, soort="handelingsplan")] == [date(2027, 2, 26)]


def test_after_the_evaluation_its_afspraak_is_done(archive: Archive):
    form = begun(archive)
    answer(archive, form, vervolg__evaluatie_datum="2027-01-11", vervolg__afspraken=[agreement("1", "Bellen")])
    formulieren.vaststellen(archive, form, AUTHOR)
    formulieren.evaluatie_afronden(archive, form, "Doel bereikt: deels", IB)
    evaluation = archive.all(Afspraak, soort="evaluatie")[0]
    assert (evaluation.staat, evaluation.resultaat) == ("gedaan", "Doel bereikt: deels")
    assert archive.all(Afspraak, soort="afspraak")[0].staat == "open"


def test_an_old_form_keeps_the_definition_it_was_begun_with(archive: Archive):
    old = begun(archive)
    definitie, tekst = A6
    newer = (
        replace(definitie, titel="Bespreking 2027"),
        tekst.replace('titel = "Leerlingbespreking"', 'titel = "Nieuw"'),
    )
    young = formulieren.begin(archive, Begin(newer, "noor", TODAY, AUTHOR), AUTHOR)
    assert formulieren.open_blad(archive, old, TODAY).definitie.titel == "Leerlingbespreking"
    assert formulieren.open_blad(archive, young, TODAY).definitie.titel == "Nieuw"
    assert begun(archive) != old
    assert len(archive.all(Definitie)) == 2


def test_a_report_is_begun_once_the_form_is_vastgesteld_and_then_belongs_to_the_ib_er(archive: Archive):
    form = begun(archive)
    answer(archive, form, vervolg__afspraken=[agreement("1", "Ouders bellen")])
    assert verslagen.open_verslag(archive, form, TODAY, IB).blad.formulier.verslag == ""
    formulieren.vaststellen(archive, form, AUTHOR)
    begun_text = verslagen.open_verslag(archive, form, TODAY, IB).blad.formulier.verslag
    assert "Ouders bellen" in begun_text
    assert archive.history(form, "verslag")[-1].author == IB

    verslagen.schrijf(archive, form, "Mijn eigen woorden.", IB)
    assert verslagen.open_verslag(archive, form, TODAY, IB).blad.formulier.verslag == "Mijn eigen woorden."
    assert archive.history(form, "verslag")[-2].value == begun_text


def test_in_the_dossier_is_a_day_that_can_be_taken_back(archive: Archive):
    form = begun(archive)
    verslagen.zet_in_dossier(archive, form, TODAY, IB)
    assert archive.get(Formulier, form).in_dossier_op == "2026-11-23"
    verslagen.zet_in_dossier(archive, form, None, IB)
    assert archive.get(Formulier, form).in_dossier_op is None


def test_the_place_on_the_agenda_is_known_beside_the_form(archive: Archive):
    meeting = plan(archive, Bespreking(datum=TODAY), [Keuze("noor", "Rekenen stokt")], AUTHOR)
    punt = archive.all(Agendapunt)[0]
    blad = formulieren.open_blad(archive, begun(archive, bespreking=meeting, agendapunt=punt.id), TODAY)
    assert blad.bespreking is not None
    assert blad.agendapunt is not None
    assert blad.agendapunt.reden == "Rekenen stokt"
