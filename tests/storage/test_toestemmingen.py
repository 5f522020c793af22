"""What parents answered, in a form or by letter: one table judges all of it, and the latest answer counts."""

from datetime import date
from pathlib import Path

import pytest

from app.models.consult import Verstrekking
from app.models.leerling import Leerling, Ouder, Ouderschap
from app.models.toestemming import Antwoord
from app.storage import formulieren, toestemmingen, verstrekkingen
from app.storage.archive import Archive
from app.storage.definities import load_definition, load_toestemmingstabel

TODAY = date(2026, 11, 23)
TABEL = load_toestemmingstabel(None)
NOOR = "noor"


@pytest.fixture
def archive(tmp_path: Path):
    archive = Archive(tmp_path, bytes(32))
    for record in (
        Leerling(id=NOOR, roepnaam="Noor", achternaam="Berg"),
        Ouder(id="s", naam="Sanne Bakker"),
        Ouder(id="m", naam="Mark Berg"),
        Ouder(id="o", naam="Opa Berg"),
        Ouderschap(leerling=NOOR, ouder="s", gezag="ja", volgorde=0),
        Ouderschap(leerling=NOOR, ouder="m", gezag="ja", volgorde=1),
        Ouderschap(leerling=NOOR, ouder="o", gezag="nee", volgorde=2),
    ):
        archive.add(record, "Anna")
    yield archive
    archive.close()


def answer(archive: Archive, ouder: str, antwoord: str, day: str, grond: str = "") -> None:
    told = Antwoord(ouder, antwoord, day, grond)
    archive.add(toestemmingen.nieuw_antwoord(NOOR, told, "delen", TODAY), "Anna")


def test_each_parent_with_gezag_is_asked_and_as_long_as_one_is_silent_nothing_is_shared(archive: Archive):
    answer(archive, "Sanne Bakker", "getekend", "2026-11-20")
    stand = toestemmingen.stand(archive, NOOR, TABEL)
    assert [(each.naam, each.antwoord and each.antwoord.antwoord) for each in stand.ouders] == [
        ("Sanne Bakker", "getekend"),
        ("Mark Berg", None),
    ]
    assert not stand.oordeel.mag_delen
    assert "Mark Berg" in stand.oordeel.ontbreekt[0]


@pytest.mark.parametrize(
    ("antwoord", "grond", "versturen", "delen"),
    [
        ("getekend", "", True, True),
        ("mondeling", "telefoon", True, True),
        ("mondeling", "", True, False),
        ("geinformeerd", "", True, False),
        ("geweigerd", "", False, False),
    ],
)
def test_the_strictest_parent_decides_by_the_table(archive: Archive, antwoord, grond, versturen, delen):
    answer(archive, "Sanne Bakker", "getekend", "2026-11-20")
    answer(archive, "Mark Berg", antwoord, "2026-11-21", grond)
    oordeel = toestemmingen.stand(archive, NOOR, TABEL).oordeel
    assert (oordeel.mag_versturen, oordeel.mag_delen) == (versturen, delen)


def test_a_later_letter_goes_before_an_earlier_form_and_the_ground_says_both(archive: Archive):
    definition = load_definition("leerlingbespreking", None)
    new = formulieren.Begin(definition, NOOR, date(2026, 11, 2), "Joke")
    form = formulieren.begin(archive, new, "Anna")
    _, field = definition[0].field_by_role("toestemming")
    columns = {rol: field.column(rol).id for rol in ("ouder", "antwoord", "datum")}
    rows = [
        {"_id": name, columns["ouder"]: name, columns["antwoord"]: "geweigerd", columns["datum"]: "2026-11-03"}
        for name in ("Sanne Bakker", "Mark Berg")
    ]
    if field.toon_als is not None:
        asked = field.toon_als
        other = definition[0].field(asked.veld)
        value = [asked.is_[0]] if other.soort == "meer" else asked.is_[0]
        archive.write_answer(form, other.pad, value, "Anna")
    archive.write_answer(form, field.pad, rows, "Anna")
    assert not toestemmingen.stand(archive, NOOR, TABEL).oordeel.mag_versturen
    for name in ("Sanne Bakker", "Mark Berg"):
        answer(archive, name, "getekend", "2026-11-10")
    stand = toestemmingen.stand(archive, NOOR, TABEL)
    assert stand.oordeel.mag_delen
    assert stand.grond == "Sanne Bakker: getekend, op 10 november 2026; Mark Berg: getekend, op 10 november 2026"


def test_what_left_is_kept_newest_first_and_of_all_pupils_or_of_none(archive: Archive):
    archive.add(Leerling(id="sem", roepnaam="Sem"), "Anna")
    first = [Verstrekking(leerling=each, datum=date(2026, 11, 1), aan="OT") for each in (NOOR, "sem")]
    verstrekkingen.leg_vast(archive, first, "Anna")
    verstrekkingen.leg_vast(archive, [Verstrekking(leerling=NOOR, datum=TODAY, aan="RVZ", wat=("OPP",))], "Anna")
    assert [each.aan for each in verstrekkingen.verstrekkingen(archive, NOOR)] == ["RVZ", "OT"]
    assert [each.wat for each in verstrekkingen.verstrekkingen(archive, "sem")] == [()]
    with pytest.raises(TypeError):
        verstrekkingen.leg_vast(archive, [first[0], Verstrekking(leerling=7)], "Anna")
    assert len(verstrekkingen.verstrekkingen(archive, NOOR)) == 2
