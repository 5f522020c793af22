"""An application begins with all that is known: nothing is typed twice, and another kind of consult is a file."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from app.models.bespreking import Definitie, Formulier
from app.models.consult import Consult
from app.models.leerling import Plan
from app.resources import resource
from app.storage import consulten, formulieren
from app.storage.archive import Archive
from app.storage.consulten import MagNiet
from app.storage.consultsoorten import load_soort
from app.storage.definities import load_definition
from app.storage.errors import Refused
from app.storage.formulieren import Begin
from tests.models.consulten import voorbeeld
from tests.storage.consulten_voorbeeld import (
    ANNA,
    EENMALIG,
    START,
    VANDAAG,
    antwoord,
    antwoorden,
    bespreking,
    formulier,
    het,
    naar,
    school,
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


def actie(wat: str, resultaat: str, **rest: str) -> dict[str, str]:
    return {"_id": wat, "actie": wat, "resultaat": resultaat, **rest}


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


def test_what_the_opp_says_comes_along_when_it_was_made_here(archive: Archive):
    form = formulieren.begin(archive, Begin(load_definition("opp", None), "noor", VANDAAG, ANNA), ANNA)
    archive.add(Plan(soort="opp", leerling="noor", van=date(2026, 8, 1), formulier=form), ANNA)
    antwoord(archive, form, doel__bevorderend="Leert met plaatjes", doel__doel="Vlot rekenen tot 100")
    said = antwoorden(archive, begin(archive))["doel"]
    assert said["opp"].splitlines()[0] == "OPP vanaf 1 augustus 2026."
    assert said["opp"].splitlines()[1].endswith(": Leert met plaatjes")
    assert said["doel"] == "Vlot rekenen tot 100"


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
    with pytest.raises(MagNiet) as caught:
        naar(archive, consult, "volledig")
    assert caught.value.klachten == (
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
