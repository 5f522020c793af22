"""The Proefschool in an archive: every screen has something to show, and it comes in whole or not at all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.imports.proefschool import lees
from app.models.bespreking import Formulier
from app.models.leerling import Leerling
from app.models.school import Medewerker, School
from app.storage import besprekingen, formulieren, zoeken
from app.storage.archive import Archive, Change
from app.storage.definities import load_definition, load_toestemmingstabel
from app.storage.dossier import dossier
from app.storage.leerlingen import ALLE, Zeef, bladzijde, niveaus_per_groep
from app.storage.proefschool import schrijf
from app.storage.school import user_of
from app.storage.tijdlijn import tijdlijn
from app.storage.vandaag import vandaag

TODAY = date(2026, 11, 23)
KEY = bytes(range(32))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    opened = Archive(tmp_path_factory.mktemp("proefschool"), KEY)
    schrijf(opened, lees(TODAY))
    yield opened
    opened.close()


def pupil(archive: Archive, roepnaam: str, achternaam: str) -> str:
    return archive.all(Leerling, roepnaam=roepnaam, achternaam=achternaam)[0].id


def test_the_first_page_has_something_of_everything(archive: Archive):
    found = vandaag(archive, TODAY)
    assert [each.datum for each in found.besprekingen][:2] == [TODAY, date(2026, 12, 1)]
    first = found.besprekingen[0]
    assert (first.groep, first.leerlingen, first.besproken) == ("5/6", 4, 1)
    assert {each.naam for each in found.evaluaties} == {"Noor van den Berg", "Yassin El Idrissi", "Hanna Mulder"}
    assert {each.vraagt for each in found.formulieren} == {"invullen", "verslag", "dossier"}
    assert 4 <= found.te_laat <= 8
    assert len(found.aantekeningen) == 2


def test_the_form_that_is_being_filled_in_remembers_where(archive: Archive):
    half_way = next(each for each in vandaag(archive, TODAY).formulieren if each.vraagt == "invullen")
    assert (half_way.naam, half_way.sectie) == ("Noor van den Berg", "plan")
    blad = formulieren.open_blad(archive, half_way.id, TODAY)
    assert blad.niveau == 3
    assert blad.doel.startswith("Noor kent op 29 januari")
    assert {each.resultaat for each in blad.acties} >= {"werkte", "werkte_deels", "werkte_niet"}
    assert blad.medewerkers[0] == "Jolanda Smit"
    assert blad.agendapunt is not None and blad.agendapunt.seconden == 720


def test_a_dossier_is_rich(archive: Archive):
    sem = pupil(archive, "Sem", "Groot")
    found = dossier(archive, sem, TODAY, load_toestemmingstabel(None))
    assert found is not None
    assert found.niveau is not None and found.niveau.niveau == 4
    assert [each.ouder.naam for each in found.ouders] == ["K. Jansen", "M. de Groot"]
    assert found.toestemming is not None and found.toestemming.mag_delen
    assert [each.actie for each in found.acties if each.resultaat == "werkte_niet"]
    assert found.aantekeningen and found.afspraken and found.leerkrachten
    kinds = {each.soort for each in tijdlijn(archive, sem, TODAY)}
    assert {"formulier", "evaluatie", "afspraak", "niveau", "plan"} <= kinds


def test_lists_are_filled(archive: Archive):
    assert len(bladzijde(archive, Zeef(ALLE), TODAY, 500).rijen) > 175
    assert sum(each.totaal for each in niveaus_per_groep(archive, TODAY)) > 175
    held = besprekingen.overzicht(archive, gehouden=True)
    assert held.totaal == 9
    assert all(each.leerlingen == each.vastgesteld for each in held.regels)
    assert zoeken.formulieren(archive, "stappenplan") and zoeken.afspraken(archive, "handelingsplan")


def test_an_answer_has_a_history_by_whoever_said_it(archive: Archive):
    noor = pupil(archive, "Noor", "Berg")
    form = max(archive.all(Formulier, leerling=noor), key=lambda each: each.datum or TODAY)
    (goal,) = archive.history(form.id, "antwoorden/onderwijsbehoeften.doel")
    assert (goal.author, goal.sealed) == ("Jolanda Smit", True)
    assert goal.value == form.antwoorden["onderwijsbehoeften"]["doel"]


def test_a_correction_adds_to_the_history_only_what_it_changed(archive: Archive):
    corrected = next(each for each in archive.all(Formulier) if each.versie == 2)
    changed = {each.field for each in archive.history(corrected.id) if each.field.startswith("antwoorden/")}
    assert "antwoorden/onderwijsbehoeften.doel" in changed
    assert "antwoorden/plan.aanpak" not in changed


def test_the_intern_begeleider_is_the_one_at_the_keyboard(archive: Archive):
    user = user_of(archive, None)
    assert user is not None
    assert {each.author for each in archive.history(archive.all(School)[0].id)} == {user.naam}


def test_a_new_form_uses_the_definition_that_is_there(archive: Archive):
    definitie, tekst = load_definition("leerlingbespreking", None)
    known = {each.definitie for each in archive.all(Formulier, soort=definitie.naam)}
    assert {formulieren.keep_definition(archive, definitie.naam, definitie.versie, tekst, "Test")} == known


def test_it_comes_in_whole_or_not_at_all(tmp_path: Path):
    opened = Archive(tmp_path, KEY)
    changes: list[Change] = []
    opened.on_change = changes.append
    told: list[tuple[int, int]] = []

    def pull_the_plug(written: int, total: int) -> None:
        told.append((written, total))
        if written > total / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        schrijf(opened, lees(TODAY), pull_the_plug)
    assert told[0][0] == 0 and told == sorted(told)
    assert (opened.all(Leerling), opened.all(Medewerker), changes) == ([], [], [])
    opened.close()
