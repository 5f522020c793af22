"""What follows a consult: a new application that takes everything along, and leaves what was as it was."""

import errno
from datetime import date
from pathlib import Path

import pytest

from app.models.consult import Bijlage
from app.storage import bijlagen, consulten
from app.storage.archive import Archive
from app.storage.consulten import MagNiet
from app.storage.errors import DiskFull, Refused
from tests.storage.consulten_voorbeeld import (
    ANNA,
    AO,
    EENMALIG,
    START,
    VANDAAG,
    antwoord,
    antwoorden,
    formulier,
    het,
    maak_compleet,
    naar,
    school,
    verslag,
)

BRACHT = "Startgesprek SWV van 23 november 2026\nOverzicht: Rumoer na de pauze\nInzicht: Ze schakelt traag"


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    school(archive)
    yield archive
    archive.close()


def finished(archive: Archive, tmp_path: Path) -> str:
    """A startgesprek of which the outcome asks for more, with a file."""
    consult = consulten.begin(archive, START, ("noor",), ANNA, dag=VANDAAG)
    maak_compleet(archive, consult)
    report = tmp_path / "logopedie.pdf"
    report.write_bytes(b"%PDF-1.7\n%%EOF\n")
    bijlagen.toevoegen(archive, tmp_path, report, "noor", consult, "onderzoek", ANNA)
    antwoord(
        archive,
        formulier(archive, consult).id,
        hulpvraag__wanneer="Na de pauze",
        ouders__kernpartners=["jgz"],
        ouders__kernpartners_wie="Jet Jansen (JGZ)",
    )
    for each in archive.all(Bijlage, van=consult):
        if each.punt != "onderzoek":
            archive.delete("bijlage", each.id, ANNA)
            archive.write("bijlagepunt", bijlagen.punten(archive, consult)[each.punt].id, {"staat": ""}, ANNA)
    archive.write("consult", consult, {"status": "gevoerd", "gevoerd_op": VANDAAG, "ingediend_op": VANDAAG}, ANNA)
    verslag(
        archive,
        consult,
        overzicht__overzicht="Rumoer na de pauze",
        inzicht__inzicht="Ze schakelt traag",
        inzicht__leerkracht_nodig="Een collega die meekijkt",
        uitzicht__doel="Samen beginnen",
    )
    consulten.werk_bij(archive, consult, {"uitkomst": "vervolg"}, ANNA)
    return consult


def held_before(archive: Archive, leerlingen: tuple[str, ...], day: str, overzicht: str) -> None:
    """An eenmalig consult that was held and reported."""
    consult = consulten.begin(archive, EENMALIG, leerlingen, ANNA, dag=date.fromisoformat(day))
    archive.write("consult", consult, {"status": "gevoerd", "gevoerd_op": date.fromisoformat(day)}, ANNA)
    verslag(archive, consult, overzicht__overzicht=overzicht)


def test_analyse_en_ondersteuning_is_a_new_application_that_takes_everything_along(archive: Archive, tmp_path: Path):
    consult = finished(archive, tmp_path)
    new = consulten.vervolg(archive, consult, ANNA, VANDAAG)
    blad = consulten.consultblad(archive, new, VANDAAG)
    assert blad is not None
    assert (blad.soort.id, blad.consult.status, blad.consult.vragers) == (AO, "concept", ("leerkracht", "ouders"))
    assert blad.eerder is not None
    assert (blad.eerder[0].id, blad.eerder[0].status) == (consult, "vervolg")
    said = antwoorden(archive, new)
    assert said["hulpvraag"]["hulpvraag"] == "Hoe helpen we Noor op gang na de pauze?"
    assert said["hulpvraag"]["wanneer"] == "Na de pauze"
    assert said["hulpvraag"]["eerder"] == BRACHT
    assert said["doel"] == {"doel": "Samen beginnen", "leerkracht_nodig": "Een collega die meekijkt"}
    assert said["factoren"]["factoren"]["kind"]["belemmerend"] == "lawaai"
    assert said["interventies"]["acties"][0]["actie"] == "timer op tafel"
    assert said["ouders"] == {"kernpartners": ["jgz"], "kernpartners_wie": "Jet Jansen (JGZ)"}
    asked = {each.doel for each in blad.ontbreekt}
    assert {"hulpvraag.waarom", "ouders.weten", "ouders.gezien"} <= asked
    assert blad.consult.stappen == {"leerling_invoeren": "nvt"}


def test_all_earlier_consults_come_along_oldest_first_and_only_of_these_pupils(archive: Archive, tmp_path: Path):
    held_before(archive, ("noor",), "2026-09-07", "Ze begint vlot")
    held_before(archive, ("noor", "sam"), "2026-10-05", "Sam leidt af")
    held_before(archive, ("sam",), "2026-10-12", "Alleen over Sam")
    new = consulten.vervolg(archive, finished(archive, tmp_path), ANNA, VANDAAG)
    told = antwoorden(archive, new)["hulpvraag"]["eerder"]
    assert told == f"Eenmalig consult van 7 september 2026\nOverzicht: Ze begint vlot\n\n{BRACHT}"


def test_an_application_about_two_says_who_an_earlier_consult_was_about(archive: Archive):
    held_before(archive, ("sam",), "2026-09-07", "Sam is alleen")
    held_before(archive, ("noor", "sam"), "2026-10-05", "Samen lukt het")
    new = consulten.begin(archive, AO, ("noor", "sam"), ANNA, dag=VANDAAG)
    assert antwoorden(archive, new)["hulpvraag"]["eerder"] == (
        "Eenmalig consult van 7 september 2026 (Sam)\nOverzicht: Sam is alleen\n\n"
        "Eenmalig consult van 5 oktober 2026\nOverzicht: Samen lukt het"
    )
    other = consulten.begin(archive, EENMALIG, ("noor", "sam"), ANNA, dag=VANDAAG)
    assert "gaat_over" not in antwoorden(archive, other).get("hulpvraag", {})


def test_its_annexes_are_its_own(archive: Archive, tmp_path: Path):
    consult = finished(archive, tmp_path)
    new = consulten.vervolg(archive, consult, ANNA, VANDAAG)
    old, copy = (archive.all(Bijlage, van=each)[0] for each in (consult, new))
    assert (copy.naam, copy.punt, copy.leerling) == ("logopedie.pdf", "onderzoek", "noor")
    assert bijlagen.punten(archive, new)["opp"].staat == "niet_aanwezig"
    bijlagen.bestand_van(tmp_path, old.id).unlink()
    assert bijlagen.inhoud(tmp_path, copy) == b"%PDF-1.7\n%%EOF\n"
    assert not list((tmp_path / "bijlagen").glob("*.nieuw"))


def test_an_annex_whose_file_is_lost_is_named_as_missing(archive: Archive, tmp_path: Path):
    consult = finished(archive, tmp_path)
    bijlagen.bestand_van(tmp_path, archive.all(Bijlage, van=consult)[0].id).unlink()
    new = consulten.vervolg(archive, consult, ANNA, VANDAAG)
    assert archive.all(Bijlage, van=new) == []
    assert bijlagen.punten(archive, new)["onderzoek"].staat == ""


def test_when_what_follows_can_not_begin_nothing_is_written(archive: Archive, tmp_path: Path):
    consult = finished(archive, tmp_path)
    own = tmp_path / "consulten"
    own.mkdir()
    (own / f"{AO}.toml").write_text("id =", encoding="utf-8")
    with pytest.raises(Refused, match=f"In {AO}.toml"):
        consulten.vervolg(archive, consult, ANNA, VANDAAG)
    assert het(archive, consult).status == "gevoerd"
    assert len(list((tmp_path / "bijlagen").iterdir())) == 1


def test_there_is_one_that_follows_until_it_is_withdrawn(archive: Archive, tmp_path: Path):
    consult = finished(archive, tmp_path)
    new = consulten.vervolg(archive, consult, ANNA, VANDAAG)
    assert consulten.vervolg(archive, consult, ANNA, VANDAAG) == new
    with pytest.raises(MagNiet, match="De vervolgaanvraag is al begonnen: trek die eerst in"):
        naar(archive, consult, "gevoerd")
    naar(archive, new, "ingetrokken")
    assert consulten.vervolg(archive, consult, ANNA, VANDAAG) != new


def test_a_traject_is_looked_back_on_in_an_eenmalig_consult(archive: Archive, tmp_path: Path):
    new = consulten.vervolg(archive, finished(archive, tmp_path), ANNA, VANDAAG)
    archive.write("consult", new, {"status": "gevoerd", "gevoerd_op": VANDAAG}, ANNA)
    verslag(archive, new, overzicht__overzicht="Het gaat beter")
    consulten.werk_bij(archive, new, {"uitkomst": "vervolg"}, ANNA)
    last = consulten.vervolg(archive, new, ANNA, VANDAAG)
    said = antwoorden(archive, last)["hulpvraag"]
    assert (het(archive, last).soort, said["gaat_over"], said["traject"]) == (
        EENMALIG,
        ["terugblik"],
        f"{BRACHT}\n\nA&O van 23 november 2026\nOverzicht: Het gaat beter",
    )


def test_on_a_disk_that_knows_one_name_per_file_the_annex_is_copied(archive: Archive, tmp_path: Path, monkeypatch):
    consult = finished(archive, tmp_path)
    monkeypatch.setattr("os.link", refuse)
    new = consulten.vervolg(archive, consult, ANNA, VANDAAG)
    copy = archive.all(Bijlage, van=new)[0]
    assert bijlagen.inhoud(tmp_path, copy) == b"%PDF-1.7\n%%EOF\n"


def test_on_a_full_disk_nothing_follows_and_nothing_stays_behind(archive: Archive, tmp_path: Path, monkeypatch):
    consult = finished(archive, tmp_path)
    monkeypatch.setattr("os.link", refuse)
    monkeypatch.setattr("shutil.copyfile", refuse)
    with pytest.raises(DiskFull):
        consulten.vervolg(archive, consult, ANNA, VANDAAG)
    assert het(archive, consult).status == "gevoerd"
    assert consulten.van_leerling(archive, "noor")[0].consult.id == consult
    assert len(list((tmp_path / "bijlagen").iterdir())) == 1


def refuse(*_args: object) -> None:
    raise OSError(errno.ENOSPC, "full")
