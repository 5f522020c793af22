"""The report of a conversation: begun with what is known, and what it leaves behind once it is vastgesteld."""

from datetime import date

import pytest

from app.models.bespreking import Afspraak, Formulier
from app.models.gesprek import OVERIG, Gesprek
from app.models.leerling import Leerling, Niveau, Ouder, Ouderschap
from app.models.school import Groep, Medewerker
from app.storage import dossier, formulieren, gespreksverslag, leerlingen, tijdlijn, vandaag, verslagen, zoeken
from app.storage.archive import Archive
from app.storage.definities import load_definition, load_toestemmingstabel
from app.storage.formulieren import Begin
from app.storage.leerlinggesprekken import gesprekken_van

TODAY = date(2026, 9, 9)
HELD = date(2026, 9, 7)
AUTHOR = "Anna de Wit"
JUF = "Bea Aarts"
JAAR = "2026-2027"


@pytest.fixture
def archive(tmp_path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        Medewerker(id="m", roepnaam="Bea", achternaam="Aarts"),
        Groep(id="g", naam="5", jaargroepen=("5",), leerkrachten=("m",), schooljaar=JAAR),
        Leerling(id="noor", roepnaam="Noor", achternaam="Berg", groep="g", jaargroep="5"),
        Niveau(leerling="noor", niveau=2, vanaf=date(2026, 1, 5)),
        Ouder(id="ma", naam="S. Berg"),
        Ouder(id="pa", naam="M. Vos"),
        Ouderschap(leerling="noor", ouder="ma", relatie="moeder", volgorde=0),
        Ouderschap(leerling="noor", ouder="pa", relatie="vader", volgorde=1),
    ):
        archive.add(record, AUTHOR)
    yield archive
    archive.close()


def planned(archive: Archive, **fields) -> str:
    usual = {"schooljaar": JAAR, "soort": "startgesprek", "moment": "start", "leerling": "noor", "groep": "g"}
    gesprek = Gesprek(**{**usual, "medewerker": "m", "datum": HELD, "tijd": "15:30", **fields})
    archive.add(gesprek, AUTHOR)
    return gesprek.id


def begun(archive: Archive, **fields) -> tuple[str, str]:
    gesprek = planned(archive, **fields)
    return gesprek, gespreksverslag.begin_verslag(archive, gesprek, JUF, AUTHOR)


def answers(archive: Archive, form: str) -> dict:
    found = archive.get(Formulier, form)
    assert found is not None
    return found.antwoorden


def answer(archive: Archive, form: str, **said) -> None:
    for path, value in said.items():
        archive.write_answer(form, path.replace("__", "."), value, JUF)


def the(archive: Archive, gesprek: str) -> Gesprek:
    found = archive.get(Gesprek, gesprek)
    assert found is not None
    return found


def levels(archive: Archive) -> list[tuple[int, date, str]]:
    found = sorted(archive.all(Niveau, leerling="noor"), key=lambda each: each.vanaf)
    return [(each.niveau, each.vanaf, each.toelichting) for each in found]


def test_a_report_begins_with_who_is_there_and_the_level_so_far(archive: Archive):
    gesprek, form = begun(archive, aanwezig=("Ali Kaya",))
    said = answers(archive, form)
    assert said["kennismaken"]["aanwezig"] == (
        "Bea Aarts (leerkracht), S. Berg (moeder), M. Vos (vader), Noor Berg, Ali Kaya"
    )
    assert said["niveau"] == {"voor": "n2"}
    found = archive.get(Formulier, form)
    assert (found.soort, found.datum, found.spreker) == ("startgesprek", HELD, JUF)
    assert the(archive, gesprek).formulier == form


def test_a_child_that_the_cause_keeps_away_is_not_among_those_present(archive: Archive):
    _, form = begun(archive, soort="overig", moment="", zonder_leerling=True)
    assert "Noor" not in answers(archive, form)["begin"]["aanwezig"]


def test_a_second_time_the_same_report_opens(archive: Archive):
    gesprek, form = begun(archive)
    assert gespreksverslag.begin_verslag(archive, gesprek, JUF, AUTHOR) == form
    assert len(archive.all(Formulier)) == 1


def test_a_parent_with_an_own_conversation_is_there_alone_and_a_kindgesprek_has_no_parents(archive: Archive):
    _, form = begun(archive, ouder="pa")
    assert answers(archive, form)["kennismaken"]["aanwezig"] == "Bea Aarts (leerkracht), M. Vos (vader), Noor Berg"
    _, form = begun(archive, soort="kindgesprek", moment="kind_okt")
    assert answers(archive, form)["vragen"]["aanwezig"] == "Bea Aarts (leerkracht), Noor Berg"


def test_a_pupil_of_groep_4_is_not_at_the_rapportgesprek(archive: Archive):
    archive.write("leerling", "noor", {"jaargroep": "4"}, AUTHOR)
    _, form = begun(archive, soort="rapportgesprek", moment="rapport_feb")
    assert "Noor" not in answers(archive, form)["begin"]["aanwezig"]


@pytest.mark.parametrize("soort", ["startgesprek", "rapportgesprek", "kindgesprek", "verwijzingsgesprek"])
def test_each_kind_has_its_own_form(archive: Archive, soort: str):
    assert archive.get(Formulier, begun(archive, soort=soort)[1]).soort == soort


def test_a_kind_that_the_policy_no_longer_has_is_reported_as_any_conversation(archive: Archive):
    _, form = begun(archive, soort="oudergesprek_oud", moment="")
    assert archive.get(Formulier, form).soort == "overig_gesprek"


def test_what_a_conversation_follows_from_stands_in_its_report(archive: Archive):
    _, form = begun(archive, soort=OVERIG, moment="", aanleiding="Noor slaapt slecht.", datum=None)
    assert answers(archive, form)["begin"]["aanleiding"] == "Noor slaapt slecht."


def test_closing_makes_it_held_and_reported(archive: Archive):
    gesprek, form = begun(archive)
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    found = the(archive, gesprek)
    assert (found.staat, found.datum, found.verslag_op) == ("gehouden", HELD, "2026-09-09")


def test_what_was_ticked_before_as_written_in_parnassys_has_its_report_here_now(archive: Archive):
    gesprek = planned(archive, staat="gehouden", verslag_op="2026-09-07", verslag_elders=True)
    formulieren.vaststellen(archive, gespreksverslag.begin_verslag(archive, gesprek, JUF, AUTHOR), AUTHOR, TODAY)
    assert (the(archive, gesprek).verslag_op, the(archive, gesprek).verslag_elders) == ("2026-09-07", False)


def test_a_conversation_without_a_day_was_held_on_that_of_its_report(archive: Archive):
    gesprek = planned(archive, datum=None)
    form = gespreksverslag.begin_verslag(archive, gesprek, JUF, AUTHOR, TODAY)
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    assert the(archive, gesprek).datum == TODAY


def test_a_new_level_is_in_the_history_once(archive: Archive):
    _, form = begun(archive)
    answer(archive, form, niveau__na="n3", niveau__reden="Er is hulp van\nbuiten nodig.")
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    assert levels(archive) == [(2, date(2026, 1, 5), ""), (3, HELD, "Er is hulp van buiten nodig.")]


def test_a_level_that_stays_the_same_adds_nothing(archive: Archive):
    _, form = begun(archive)
    answer(archive, form, niveau__na="n2", niveau__vanaf="2026-09-14")
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    assert levels(archive) == [(2, date(2026, 1, 5), "")]


def test_a_level_that_is_not_applicable_counts_for_nothing(archive: Archive):
    _, form = begun(archive)
    answer(archive, form, niveau__na="n4")
    archive.write("formulier", form, {"secties": {"niveau": "nvt"}}, JUF)
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    assert [each[0] for each in levels(archive)] == [2]


def test_a_correction_changes_the_level_and_takes_it_back(archive: Archive):
    gesprek, form = begun(archive)
    answer(archive, form, niveau__na="n3")
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    gespreksverslag.zet_overgenomen(archive, gesprek, TODAY, AUTHOR)
    second = formulieren.corrigeren(archive, form, AUTHOR)
    assert the(archive, gesprek).verslag_op == "2026-09-09"
    answer(archive, second, niveau__na="n4", niveau__vanaf="2026-09-14")
    formulieren.vaststellen(archive, second, AUTHOR, date(2026, 9, 20))
    assert [each[:2] for each in levels(archive)] == [(2, date(2026, 1, 5)), (4, date(2026, 9, 14))]
    found = the(archive, gesprek)
    assert (found.formulier, found.verslag_op, found.overgenomen_op) == (form, "2026-09-09", None)
    assert gespreksverslag.begin_verslag(archive, gesprek, JUF, AUTHOR) == second
    third = formulieren.corrigeren(archive, second, AUTHOR)
    answer(archive, third, niveau__na="n2")
    formulieren.vaststellen(archive, third, AUTHOR, date(2026, 9, 21))
    assert [each[0] for each in levels(archive)] == [2]


def test_a_level_that_was_entered_for_that_day_is_corrected_not_doubled(archive: Archive):
    archive.add(Niveau(leerling="noor", niveau=1, vanaf=HELD, toelichting="Vergissing"), AUTHOR)
    _, form = begun(archive)
    answer(archive, form, niveau__na="n3")
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    assert levels(archive) == [(2, date(2026, 1, 5), ""), (3, HELD, "Vergissing")]


def test_agreements_are_real_and_lie_beside_the_next_conversation_of_any_kind(archive: Archive):
    _, form = begun(archive)
    rows = [{"_id": "1", "wat": "Elke avond lezen", "wie": "S. Berg", "voor": "2026-10-01"}]
    answer(archive, form, afspraken__afspraken=rows)
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    assert [each.wat for each in archive.all(Afspraak)] == ["Elke avond lezen"]
    _, later = begun(archive, soort="kindgesprek", moment="kind_okt", datum=date(2026, 10, 12))
    blad = formulieren.open_blad(archive, later, TODAY)
    assert blad.vorige is not None
    assert blad.vorige.id == form
    assert [each.wat for each in blad.vorige_afspraken] == ["Elke avond lezen"]
    assert blad.gesprek is not None


def test_a_leerlingbespreking_and_a_conversation_do_not_lie_beside_each_other(archive: Archive):
    definitie = load_definition("leerlingbespreking", None)
    a6 = formulieren.begin(archive, Begin(definitie, "noor", date(2026, 8, 31), JUF), AUTHOR)
    formulieren.vaststellen(archive, a6, AUTHOR)
    _, form = begun(archive)
    assert formulieren.open_blad(archive, form, TODAY).vorige is None
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    other = formulieren.begin(archive, Begin(definitie, "noor", TODAY, JUF), AUTHOR)
    found = formulieren.open_blad(archive, other, TODAY)
    assert found.vorige is not None
    assert (found.vorige.id, found.gesprek) == (a6, None)


def test_its_report_knows_kind_and_moment_and_is_ticked_on_the_conversation(archive: Archive):
    gesprek, form = begun(archive)
    answer(archive, form, vragen__hoe="Goed.")
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    verslag = verslagen.open_verslag(archive, form, TODAY, AUTHOR)
    assert verslag.gespreksoort is not None
    assert verslag.gespreksoort.categorie == "Oudergesprek"
    assert verslag.moment
    assert verslag.blad.formulier.verslag.startswith("Startgesprek van 7 september 2026\n")
    verslagen.zet_in_dossier(archive, form, TODAY, AUTHOR)
    assert the(archive, gesprek).overgenomen_op == "2026-09-09"
    assert verslagen.lees(archive, form, TODAY).opgenomen_op == "2026-09-09"
    assert archive.get(Formulier, form).in_dossier_op is None
    verslagen.zet_in_dossier(archive, form, None, AUTHOR)
    assert the(archive, gesprek).overgenomen_op is None


def test_the_first_page_asks_for_report_and_note_of_a_conversation(archive: Archive):
    gesprek, form = begun(archive)

    def asked() -> list[tuple[str, str]]:
        return [(each.soort, each.vraagt) for each in vandaag.vandaag(archive, TODAY).formulieren]

    assert asked() == [("startgesprek", "invullen")]
    assert vandaag.vandaag(archive, TODAY).formulieren[0].sectie == "kennismaken"
    answer(archive, form, vragen__hoe="Goed.")
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    assert asked() == [("startgesprek", "verslag")]
    verslagen.open_verslag(archive, form, TODAY, AUTHOR)
    assert asked() == [("startgesprek", "parnassys")]
    gespreksverslag.zet_overgenomen(archive, gesprek, TODAY, AUTHOR)
    assert asked() == []
    formulieren.corrigeren(archive, form, AUTHOR)
    assert asked() == [("startgesprek", "invullen")]


def test_a_conversation_is_no_leerlingbespreking(archive: Archive):
    _, form = begun(archive)
    found = dossier.dossier(archive, "noor", TODAY, load_toestemmingstabel(None))
    assert found is not None
    assert found.open_formulier == ""
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    assert leerlingen.bladzijde(archive, leerlingen.Zeef(), TODAY, 10).rijen[0].besproken is None


def test_timeline_and_search_call_it_by_its_name(archive: Archive):
    gesprek, form = begun(archive, soort=OVERIG, moment="")
    answer(archive, form, vragen__hoe="Blij met de trampoline.")

    def event() -> tuple[str, str]:
        found = next(each for each in tijdlijn.tijdlijn(archive, "noor", TODAY) if each.soort == "formulier")
        card = gesprekken_van(archive, "noor", TODAY)
        assert [each.stand for each in (*card.komend, *card.geweest)] == [found.staat]
        return found.titel, found.staat

    archive.write("gesprek", gesprek, {"staat": "gehouden", "datum": TODAY}, AUTHOR)
    assert event() == ("Gesprek", "verslag_begonnen")
    formulieren.vaststellen(archive, form, AUTHOR, TODAY)
    assert event() == ("Gesprek", "vastgesteld")
    gespreksverslag.zet_overgenomen(archive, gesprek, TODAY, AUTHOR)
    assert event() == ("Gesprek", "parnassys")
    assert [each.onder for each in zoeken.formulieren(archive, "trampoline")] == ["overig gesprek"]
