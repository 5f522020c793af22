"""A consult from the first leerlingbespreking to the traject that follows it: nothing is typed twice."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.models.bespreking import Afspraak, Definitie, Formulier
from app.models.consult import Bijlage, Bijlagepunt, Consult
from app.models.leerling import Plan
from app.resources import resource
from app.storage import bijlagen, consulten, formulieren
from app.storage.archive import Archive
from app.storage.consulten import Filter, MagNiet
from app.storage.consultsoorten import load_soort
from app.storage.errors import Refused
from app.storage.ongedaan import schrijf
from tests.models.consulten import voorbeeld
from tests.storage.consulten_voorbeeld import (
    ANNA,
    EENMALIG,
    START,
    VANDAAG,
    antwoord,
    antwoorden,
    bespreking,
    breng_naar,
    formulier,
    het,
    maak_compleet,
    naar,
    school,
    vink_stappen,
)

VORIG_JAAR = date(2026, 3, 2)


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    school(archive)
    yield archive
    archive.close()


def begin(archive: Archive, soort: str = START, *leerlingen: str) -> str:
    return consulten.begin(archive, soort, leerlingen or ("noor",), ANNA, dag=VANDAAG)


def klachten(archive: Archive, consult: str, status: str) -> tuple[str, ...]:
    with pytest.raises(MagNiet) as caught:
        naar(archive, consult, status)
    assert str(caught.value) == caught.value.klachten[0]
    return caught.value.klachten


def actie(wat: str, resultaat: str, **rest: str) -> dict[str, str]:
    return {"_id": wat, "actie": wat, "resultaat": resultaat, **rest}


# What comes along


def test_an_application_begins_with_what_the_leerlingbesprekingen_say(archive: Archive):
    bespreking(
        archive,
        "noor",
        VORIG_JAAR,
        hulpvraag__hulpvraag="De oude vraag",
        hulpvraag__factoren={"kind": {"stimulerend": "tekenen", "belemmerend": ""}},
        acties__acties=[actie("Timer", "onbekend", periode="maart"), actie("Koptelefoon", "werkte")],
    )
    bespreking(
        archive,
        "noor",
        VANDAAG - timedelta(7),
        hulpvraag__hulpvraag="Hoe helpen we Noor op gang?",
        hulpvraag__gewenst="Ze begint binnen twee minuten.",
        onderwijsbehoeften__doel="Zelf beginnen",
        acties__acties=[actie("timer", "werkte_niet", periode="maart", opmerking="te luid")],
    )
    said = antwoorden(archive, begin(archive))
    assert said["hulpvraag"] == {"hulpvraag": "Hoe helpen we Noor op gang?"}
    assert said["doel"] == {"doel": "Zelf beginnen", "gewenst": "Ze begint binnen twee minuten."}
    assert said["factoren"]["factoren"] == {"kind": {"stimulerend": "tekenen", "belemmerend": ""}}
    rows = said["interventies"]["acties"]
    assert [(row["actie"], row["resultaat"]) for row in rows] == [("timer", "werkte_niet"), ("Koptelefoon", "werkte")]
    assert rows[0]["opmerking"] == "te luid"
    assert "ouders" not in said, "what parents know is asked anew"


def test_what_came_along_can_be_changed_without_touching_the_leerlingbespreking(archive: Archive):
    a6 = bespreking(archive, "noor", VORIG_JAAR, hulpvraag__hulpvraag="Hoe?")
    consult = begin(archive)
    antwoord(archive, formulier(archive, consult).id, hulpvraag__hulpvraag="Hoe precies?")
    old = archive.get(Formulier, a6)
    assert old is not None
    assert old.antwoorden["hulpvraag"]["hulpvraag"] == "Hoe?"


def test_without_a_leerlingbespreking_an_application_begins_empty(archive: Archive):
    consult = begin(archive)
    assert antwoorden(archive, consult) == {}
    assert het(archive, consult).vragers == ()


def test_pupils_with_the_same_question_share_one_application(archive: Archive):
    bespreking(archive, "noor", VORIG_JAAR, acties__acties=[actie("Timer", "werkte")])
    bespreking(archive, "sam", VORIG_JAAR, hulpvraag__hulpvraag="Hoe?", acties__acties=[actie("Timer", "werkte_niet")])
    consult = begin(archive, EENMALIG, "noor", "sam", "noor")
    assert (het(archive, consult).leerling, het(archive, consult).leerlingen) == ("noor", ("noor", "sam"))
    said = antwoorden(archive, consult)
    assert said["hulpvraag"]["hulpvraag"] == "Hoe?"
    assert [row["actie"] for row in said["interventies"]["acties"]] == ["Noor: Timer", "Sam: Timer"]
    for pupil in ("noor", "sam"):
        assert [each.consult.id for each in consulten.van_leerling(archive, pupil)] == [consult]
    blad = consulten.consultblad(archive, consult, VANDAAG)
    assert blad is not None
    assert [(each.naam, groep) for each, groep in blad.leerlingen] == [("Noor Berg", "5"), ("Sam Dijk", "5")]


def test_the_opp_that_runs_is_told_of(archive: Archive):
    plan = Plan(soort="opp", leerling="noor", onderwerp="rekenen", van=date(2026, 8, 1), tot=date(2027, 7, 31))
    archive.add(plan, ANNA)
    said = antwoorden(archive, begin(archive))
    assert said["doel"]["opp"] == "OPP vanaf 1 augustus 2026 tot en met 31 juli 2027, rekenen."


def test_an_application_is_about_somebody_and_as_many_as_the_kind_allows(archive: Archive, tmp_path: Path):
    with pytest.raises(Refused, match="Kies eerst over welke leerling"):
        consulten.begin(archive, START, (), ANNA, dag=VANDAAG)
    invented(tmp_path)
    with pytest.raises(Refused, match="Meedenkuur gaat over één leerling"):
        begin(archive, "meedenkuur", "noor", "sam")
    with pytest.raises(Refused, match="niet meer"):
        begin(archive, "bestaat_niet")
    assert archive.all(Consult) == []
    assert archive.all(Formulier) == []


# Its way


def test_a_startgesprek_from_concept_to_afgerond(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "gevoerd")
    form = consulten.begin_verslag(archive, consult, "Bea Aarts", ANNA, VANDAAG)
    found = archive.get(Formulier, form)
    assert found is not None
    assert found.antwoorden["gesprek"]["aanwezig"] == (
        "Bea Aarts (leerkracht), S. Berg (moeder), Cees Consulent (consulent)"
    )
    assert consulten.begin_verslag(archive, consult, "Bea Aarts", ANNA, VANDAAG) == form
    antwoord(
        archive,
        form,
        uitzicht__uitzicht="Rust na de pauze",
        afspraken__afspraken=[{"_id": "1", "wat": "Rustplek", "wie": "Bea", "voor": "2026-12-07"}],
        afspraken__terugkijken="2027-01-18",
    )
    assert klachten(archive, consult, "afgerond") == (
        "Stel eerst het verslag van het gesprek vast.",
        "Kies eerst de uitkomst van het consult.",
    )
    formulieren.vaststellen(archive, form, ANNA, VANDAAG)
    agreed = {each.soort: each.voor for each in archive.all(Afspraak, leerling="noor")}
    assert agreed == {"afspraak": date(2026, 12, 7), "evaluatie": date(2027, 1, 18)}
    consulten.werk_bij(archive, consult, {"uitkomst": "genoeg"}, ANNA)
    assert "past dit niet: rond het consult af" in klachten(archive, consult, "vervolg")[0]
    naar(archive, consult, "afgerond")
    done = het(archive, consult)
    assert (done.ingediend_op, done.toegekend_op, done.gevoerd_op, done.afgerond_op) == (VANDAAG,) * 4


def test_an_incomplete_one_says_what_misses(archive: Archive):
    consult = begin(archive)
    complaints = klachten(archive, consult, "volledig")
    assert len(complaints) == 14
    assert "Vertel de ouders dat je het startgesprek aanvraagt, en leg dat vast." in complaints
    maak_compleet(archive, consult)
    naar(archive, consult, "volledig")


def test_a_complete_application_is_closed_and_open_again_as_a_concept(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "volledig")
    assert formulier(archive, consult).vastgesteld_op is not None
    with pytest.raises(MagNiet, match="Bij de status ‘volledig’ kun je van wie de vraag komt niet veranderen"):
        consulten.werk_bij(archive, consult, {"vragers": ("ib",)}, ANNA)
    naar(archive, consult, "concept")
    assert formulier(archive, consult).vastgesteld_op is None


def test_an_application_from_which_an_annex_goes_is_no_longer_complete(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "volledig")
    gone = schrijf(archive, bijlagen.verwijder(archive, archive.all(Bijlage, van=consult)[0].id), ANNA)
    assert het(archive, consult).status == "concept"
    blad = consulten.consultblad(archive, consult, VANDAAG)
    assert blad is not None
    assert [each.doel for each in blad.ontbreekt] == ["lovs"]
    assert [each.punt.id for each in blad.punten if each.mist] == ["lovs"]
    schrijf(archive, gone, ANNA)
    assert het(archive, consult).status == "volledig"


def test_it_is_handed_in_when_the_steps_in_the_portal_are_done(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "volledig")
    assert len(klachten(archive, consult, "ingediend")) == 3
    with pytest.raises(Refused, match="De stap ‘Consult kiezen’ is altijd nodig"):
        consulten.stap_gedaan(archive, consult, "soort_kiezen", "nvt", ANNA)
    vink_stappen(archive, consult)
    naar(archive, consult, "ingediend")
    with pytest.raises(Refused, match="al ingediend"):
        consulten.stap_gedaan(archive, consult, "aanvragen", "", ANNA)
    assert het(archive, begin(archive, EENMALIG)).stappen == {"leerling_invoeren": "nvt"}


def test_the_consulent_has_at_most_four_hours(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "gevoerd")
    consulten.uren(archive, consult, ANNA, voorbereiding=90, reis=60, gesprek=90)
    with pytest.raises(Refused, match=r"Samen is dit 4 uur 1 min, .* hoogstens 4 uur zijn"):
        consulten.uren(archive, consult, ANNA, voorbereiding=90, reis=60, gesprek=91)
    with pytest.raises(Refused, match="onder nul"):
        consulten.uren(archive, consult, ANNA, voorbereiding=-1, reis=0, gesprek=0)
    blad = consulten.consultblad(archive, consult, VANDAAG)
    assert blad is not None
    assert blad.minuten == 240


def test_an_appointment_is_moved_and_called_off(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "afspraak")
    later = VANDAAG + timedelta(9)
    consulten.afspraak(archive, consult, later, "", ANNA, VANDAAG)
    assert (het(archive, consult).afspraak_op, het(archive, consult).afspraak_tijd) == (later, "")
    assert klachten(archive, consult, "gevoerd")[0].startswith("De afspraak is pas op 2 december 2026")
    with pytest.raises(MagNiet, match="toen is de aanvraag toegekend"):
        consulten.afspraak(archive, consult, VANDAAG - timedelta(1), "", ANNA, VANDAAG)
    naar(archive, consult, "toegekend")
    assert (het(archive, consult).afspraak_op, het(archive, consult).consulent) == (None, "cees")
    naar(archive, consult, "ingediend")
    assert (het(archive, consult).toegekend_op, het(archive, consult).consulent) == (None, None)


def test_a_day_that_can_not_be_is_refused(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "volledig")
    vink_stappen(archive, consult)
    for day, words in ((1, "moet nog komen"), (-1, "De vorige stap was op 23 november 2026")):
        with pytest.raises(MagNiet, match=words):
            consulten.zet_status(archive, consult, "ingediend", ANNA, VANDAAG, dag=VANDAAG + timedelta(day))


def test_a_step_is_undone(archive: Archive):
    consult = begin(archive)
    maak_compleet(archive, consult)
    back = consulten.zet_status(archive, consult, "volledig", ANNA, VANDAAG)
    schrijf(archive, back, ANNA)
    assert het(archive, consult).status == "concept"
    assert formulier(archive, consult).vastgesteld_op is None


def test_an_application_is_withdrawn_and_taken_up_again(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "afspraak")
    naar(archive, consult, "ingetrokken")
    naar(archive, consult, "concept")
    again = het(archive, consult)
    assert (again.ingediend_op, again.consulent, again.afspraak_op) == (None, None, None)
    assert formulier(archive, consult).vastgesteld_op is None


def test_one_that_was_held_can_not_be_withdrawn_and_one_handed_in_not_be_removed(archive: Archive):
    consult = begin(archive)
    breng_naar(archive, consult, "gevoerd")
    assert klachten(archive, consult, "ingetrokken")[0].startswith("Dit gesprek is al gevoerd")
    with pytest.raises(Refused, match="trek haar in"):
        consulten.verwijder(archive, consult, ANNA)
    mistake = begin(archive)
    back = consulten.verwijder(archive, mistake, ANNA)
    assert consulten.consultblad(archive, mistake, VANDAAG) is None
    schrijf(archive, back, ANNA)
    assert het(archive, mistake).status == "concept"


def test_a_report_waits_for_the_appointment(archive: Archive):
    with pytest.raises(MagNiet, match="nog geen afspraak"):
        consulten.begin_verslag(archive, begin(archive), "Bea", ANNA, VANDAAG)


# Kinds of others


def invented(folder: Path) -> None:
    """The files of another samenwerkingsverband, as a school puts them there."""
    for name, text in (
        ("consulten/meedenkuur", voorbeeld.SOORT),
        ("formulieren/meedenkuur_aanvraag", voorbeeld.FORMULIER),
    ):
        path = folder / f"{name}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_another_samenwerkingsverband_comes_as_files_only(archive: Archive, tmp_path: Path):
    invented(tmp_path)
    titles = [each.soort.titel for each in consulten.aanbod(archive).soorten]
    assert titles == ["Analyse en Ondersteuning (A&O)", "Eenmalig consult", "Meedenkuur", "Startgesprek SWV"]
    bespreking(archive, "noor", VORIG_JAAR, hulpvraag__hulpvraag="Hoe?")
    consult = begin(archive, "meedenkuur")
    assert antwoorden(archive, consult) == {"vraag": {"vraag": "Hoe?"}}
    antwoord(archive, formulier(archive, consult).id, vraag__kind_weet="ja")
    consulten.werk_bij(archive, consult, {"vragers": ("ib",)}, ANNA)
    assert klachten(archive, consult, "volledig") == (
        "Voeg ‘Tekening van het kind’ toe: dit is nodig bij deze aanvraag.",
        "Zeg bij ‘OPP’ of het er is, en voeg het dan toe.",
    )


def test_a_consult_keeps_the_text_it_began_with(archive: Archive, tmp_path: Path):
    invented(tmp_path)
    consult = begin(archive, "meedenkuur")
    path = tmp_path / "consulten" / "meedenkuur.toml"
    path.write_text(voorbeeld.SOORT.replace("Loket Oost", "Loket West"), encoding="utf-8")
    later = begin(archive, "meedenkuur")
    blads = [consulten.consultblad(archive, each, VANDAAG) for each in (consult, later)]
    assert [blad.soort.portaal for blad in blads if blad] == ["Loket Oost", "Loket West"]
    assert len(archive.all(Definitie, naam="meedenkuur")) == 2


def test_a_mistake_in_a_file_of_the_school_is_named_and_hides_nothing_else(archive: Archive, tmp_path: Path):
    invented(tmp_path)
    path = tmp_path / "consulten" / "meedenkuur.toml"
    path.write_text(voorbeeld.SOORT.replace("vraag.kind_weet", "vraag.kind_wist"), encoding="utf-8")
    found = consulten.aanbod(archive)
    assert len(found.soorten) == 3
    assert found.fouten[0].startswith("In meedenkuur.toml, vereiste ‘kind’: formulier ‘meedenkuur_aanvraag’")
    path.write_text(voorbeeld.SOORT.replace('"meedenkuur"', '"anders"', 1), encoding="utf-8")
    assert "maak er ‘meedenkuur’ van" in consulten.aanbod(archive).fouten[0]
    with pytest.raises(Refused, match="maak er ‘meedenkuur’ van"):
        load_soort(archive, "meedenkuur")


def test_a_school_s_own_version_goes_before_the_shipped_one(archive: Archive, tmp_path: Path):
    text = resource("consulten", f"{EENMALIG}.toml").read_text(encoding="utf-8")
    (tmp_path / "consulten").mkdir()
    (tmp_path / "consulten" / f"{EENMALIG}.toml").write_text(text.replace('"Eenmalig consult"', '"Consultje"', 1))
    assert load_soort(archive, EENMALIG).soort.titel == "Consultje"


# Lists


def test_the_list_shows_first_what_waits_and_counts_the_rest(archive: Archive):
    early = consulten.begin(archive, START, ["sam"], ANNA, dag=VORIG_JAAR)
    first, second, third = (begin(archive, EENMALIG) for _ in range(3))
    breng_naar(archive, early, "afspraak")
    naar(archive, second, "ingetrokken")
    found = consulten.lijst(archive, Filter(), VANDAAG)
    assert [each.consult.id for each in found.regels] == [early, third, first]
    assert (found.totaal, found.per_status) == (3, {"afspraak": 1, "concept": 2, "ingetrokken": 1})
    top = found.regels[0]
    assert (top.naam, top.groep, top.soort, top.consulent) == ("Sam Dijk", "5", "Startgesprek SWV", "Cees Consulent")
    assert (top.wacht_op, top.mist, top.anderen) == ("Gesprek is gevoerd", 0, 0)
    assert found.regels[1].mist == 3
    assert consulten.lijst(archive, Filter(status="ingetrokken"), VANDAAG).regels[0].consult.id == second
    assert consulten.lijst(archive, Filter(status="", soort=START), VANDAAG).totaal == 1
    assert consulten.lijst(archive, Filter(status="", leerling="noor"), VANDAAG).totaal == 3


def test_the_list_comes_in_pages(archive: Archive):
    for _ in range(7):
        begin(archive, EENMALIG)
    pages = [consulten.lijst(archive, Filter(vanaf=at, limit=3), VANDAAG) for at in (0, 3, 6)]
    assert [len(each.regels) for each in pages] == [3, 3, 1]
    assert {each.totaal for each in pages} == {7}
    assert len({line.consult.id for each in pages for line in each.regels}) == 7


def test_a_consult_that_is_not_there_has_no_page(archive: Archive):
    assert consulten.consultblad(archive, "weg", VANDAAG) is None
    with pytest.raises(KeyError):
        consulten.find_consult(archive, "weg")
    assert archive.all(Bijlagepunt) == []
