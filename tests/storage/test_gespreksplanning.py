"""Planning is written in one go, and can be taken back; what was planned meanwhile stays."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.imports.parro import lees_parro
from app.models.bezetting import Blok
from app.models.gesprek import Gesprek
from app.models.gespreksplanning import maak_rooster
from app.models.leerling import Gezin, Leerling, Ouder, Ouderschap, Plan
from app.models.parrotijden import lees_tijden
from app.models.parrovoorstel import Parrovoorstel, vergelijk
from app.models.school import Groep, Medewerker, School, Vervanging
from app.storage import gespreksplanning as planning
from app.storage.archive import Archive
from app.storage.ongedaan import schrijf
from app.storage.planbord import Planbord, planbord
from app.storage.schooljaren import jaarplan

TODAY = date(2026, 9, 1)
MAANDAG = date(2026, 9, 7)
AUTHOR = "Test"


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        School(naam="De Proef", schooljaar="2026-2027"),
        Gezin(id="berg", naam="Berg"),
        Medewerker(id="joke", roepnaam="Joke", achternaam="Smit"),
        Medewerker(id="bas", roepnaam="Bas", achternaam="Kok"),
        Groep(id="g5", naam="5", schooljaar="2026-2027", jaargroepen=("5",), leerkrachten=("joke",)),
        Groep(id="g7", naam="7", schooljaar="2026-2027", jaargroepen=("7",), leerkrachten=("bas",)),
        Leerling(id="ali", roepnaam="Ali", achternaam="Aydın", groep="g5", jaargroep="5"),
        Leerling(id="noor", roepnaam="Noor", achternaam="Berg", groep="g5", jaargroep="5", gezin="berg"),
        Leerling(id="sem", roepnaam="Sem", achternaam="Berg", groep="g7", jaargroep="7", gezin="berg"),
        Ouder(id="mia", naam="Mia Vos"),
        Ouder(id="jan", naam="Jan Berg"),
        Ouderschap(leerling="ali", ouder="mia", eigen_gesprek=True),
        Ouderschap(leerling="ali", ouder="jan", eigen_gesprek=True),
        Plan(leerling="noor", soort="opp", van=date(2026, 1, 1)),
    ):
        archive.add(record, AUTHOR)
    yield archive
    archive.close()


def bord(archive: Archive, basis: str = "start") -> Planbord:
    found = planbord(archive, jaarplan(archive, "2026-2027"), basis, TODAY)
    assert found is not None
    return found


def blokken(found: Planbord) -> list[Blok]:
    return [
        Blok(day, "15:00", "17:00", each.groep.id, each.leraren[day])
        for each in found.groepen
        for day in each.dagen[:1]
    ]


def gesprekken(archive: Archive) -> list[tuple[str, str, str, str]]:
    return sorted((each.leerling, each.ouder or "", each.extra, each.tijd) for each in archive.all(Gesprek))


def test_the_board_knows_who_needs_what_and_whose_time_it_takes(archive: Archive):
    archive.add(Vervanging(groep="g7", medewerker="joke", van=date(2026, 9, 9)), AUTHOR)
    found = bord(archive)
    assert found.dagen[0] == MAANDAG
    assert len(found.dagen) == 5
    vijf, zeven = found.groepen
    assert [(each.leerling, each.ouder, each.extra) for each in vijf.vragen] == [
        ("ali", "jan", ""),
        ("ali", "mia", ""),
        ("noor", "", ""),
        ("noor", "", "opp"),
    ]
    assert (vijf.nodig, zeven.nodig) == (4, 1)
    assert [zeven.leraren[day] for day in zeven.dagen] == ["bas", "bas", "joke", "joke", "joke"]
    assert {each.gezin for each in zeven.vragen} == {"berg"}


def test_the_year_has_moments_of_its_own_only(archive: Archive):
    assert planbord(archive, jaarplan(archive, "2026-2027"), "geen", TODAY) is None


def test_a_proposal_is_written_in_one_go_and_taken_back_in_one(archive: Archive):
    found = bord(archive)
    rooster = maak_rooster([each for group in found.groepen for each in group.vragen], blokken(found), found.vast)
    terug = planning.zet_vast(archive, found, rooster.plekken, AUTHOR)
    assert (
        gesprekken(archive)
        == [
            ("ali", "jan", "", "15:10"),
            ("ali", "mia", "", "15:20"),
            ("noor", "", "", "15:00"),
            ("noor", "", "opp", "15:30"),
            ("sem", "", "", "15:10"),
        ]
        or len(gesprekken(archive)) == 5
    )
    one = next(each for each in archive.all(Gesprek) if each.leerling == "sem")
    assert (one.soort, one.moment, one.groep, one.medewerker, one.minuten, one.staat, one.bron) == (
        *("startgesprek", "start", "g7", "bas", 10, "gepland", ""),
    )
    again = bord(archive)
    assert [each.vragen for each in again.groepen] == [(), ()]
    assert len(again.vast) == 5

    schrijf(archive, terug, AUTHOR)
    assert archive.all(Gesprek) == []


def test_what_was_planned_meanwhile_is_not_planned_twice(archive: Archive):
    found = bord(archive)
    rooster = maak_rooster(found.groepen[1].vragen, blokken(found))
    planning.zet_vast(archive, found, rooster.plekken, AUTHOR)
    assert planning.zet_vast(archive, found, rooster.plekken, AUTHOR) == ()
    assert len(archive.all(Gesprek)) == 1


def voorstel(archive: Archive, text: str) -> tuple[Planbord, Parrovoorstel]:
    found = bord(archive)
    read = lees_tijden(lees_parro(text), found.kinderen, found.dagen[0], found.dagen[-1])
    return found, vergelijk(read, found.kinderen, found.gesprekken, found.plan.kalender, found.dagen)


def test_parro_is_taken_over_and_a_second_paste_moves_and_takes_away_what_is_ticked(archive: Archive):
    found, first = voorstel(archive, "7-9;15:00;Ali Aydin;Mia Vos\n7-9;15:10;Ali Aydin;Jan Berg\n8-9;15:00;Noor Berg")
    planning.neem_over(archive, found, first.posten, AUTHOR)
    assert gesprekken(archive) == [("ali", "jan", "", "15:10"), ("ali", "mia", "", "15:00"), ("noor", "", "", "15:00")]
    assert {each.bron for each in archive.all(Gesprek)} == {"parro"}

    found, second = voorstel(archive, "7-9;16:00;Ali Aydin;Mia Vos\n8-9;15:00;Noor Berg")
    assert [(each.soort, each.kind.id, each.ouder) for each in second.posten] == [
        ("verplaatst", "ali", "mia"),
        ("gelijk", "noor", ""),
        ("weg", "ali", "jan"),
    ]
    terug = planning.neem_over(archive, found, second.posten, AUTHOR)
    assert gesprekken(archive) == [("ali", "mia", "", "16:00"), ("noor", "", "", "15:00")]
    schrijf(archive, terug, AUTHOR)
    assert len(gesprekken(archive)) == 3


def test_who_holds_it_is_known_on_a_day_outside_the_moment_too(archive: Archive):
    found, first = voorstel(archive, "18-9;15:00;Sem Berg")
    assert first.posten[0].let_op
    planning.neem_over(archive, found, first.posten, AUTHOR)
    assert [each.medewerker for each in archive.all(Gesprek)] == ["bas"]


def test_one_conversation_is_planned_moved_called_off_and_missed(archive: Archive):
    gesprek = Gesprek(leerling="sem", soort="overig", datum=MAANDAG, tijd="14:00", aanleiding="zorgen om rekenen")
    planning.plan_een(archive, gesprek, TODAY, AUTHOR)
    stored = archive.get(Gesprek, gesprek.id)
    assert stored is not None
    assert (stored.schooljaar, stored.groep, stored.medewerker, stored.staat) == ("2026-2027", "g7", "bas", "gepland")

    terug = planning.zeg_af(archive, gesprek.id, " griep ", AUTHOR)
    assert [(each.staat, each.reden) for each in archive.all(Gesprek)] == [("afgezegd", "griep")]
    schrijf(archive, terug, AUTHOR)
    assert [(each.staat, each.reden) for each in archive.all(Gesprek)] == [("gepland", "")]

    planning.niet_verschenen(archive, gesprek.id, AUTHOR)
    assert [each.staat for each in archive.all(Gesprek)] == ["niet_verschenen"]
    planning.verplaats(archive, gesprek.id, date(2026, 9, 9), "15:30", "vergeten", "joke", AUTHOR)
    moved = archive.all(Gesprek)[0]
    assert (moved.staat, moved.datum, moved.tijd, moved.reden) == ("gepland", date(2026, 9, 9), "15:30", "vergeten")
    assert moved.medewerker == "joke"


def test_what_is_at_the_same_time_is_told(archive: Archive):
    known = Gesprek(leerling="noor", groep="g5", medewerker="joke", datum=MAANDAG, tijd="15:00", minuten=10)
    planning.plan_een(archive, known, TODAY, AUTHOR)
    sem = Gesprek(leerling="sem", medewerker="bas", datum=MAANDAG, tijd="15:05", minuten=10)
    assert planning.botsingen(archive, sem) == ("Dit gezin heeft dan al een gesprek over Noor Berg, om 15:00.",)
    ali = replace(sem, leerling="ali", medewerker="joke")
    assert planning.botsingen(archive, ali) == ("De leerkracht heeft dan al een gesprek over Noor Berg, om 15:00.",)
    assert planning.botsingen(archive, replace(ali, tijd="15:10")) == ()
    assert planning.botsingen(archive, replace(sem, datum=None)) == ()
