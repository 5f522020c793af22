"""A row that can't be used in full is named with its place; the rest of the file can be used."""

import pytest

from app.imports.edexml import read_edexml
from app.imports.edexml.regels import MAX_WARNINGS
from app.models.schoolimport.aanlevering import Aanlevering

GROUPS = "<groepen><groep key='g5'><naam>5</naam><jaargroep>5</jaargroep></groep></groepen>"


def read(leerling: str, key: str = "101") -> Aanlevering:
    bo = "<leerling key='1'><roepnaam>Bo</roepnaam></leerling>"
    row = f"<leerling key='{key}'>{leerling}</leerling>"
    return read_edexml(f"<EDEX>{GROUPS}<leerlingen>{bo}\n{row}</leerlingen></EDEX>".encode())


@pytest.mark.parametrize(
    ("inside", "warning"),
    [
        (
            "<roepnaam>Noor</roepnaam><geboortedatum>2017-02-31</geboortedatum>",
            "regel 2, leerling Noor: de geboortedatum is geen bestaande dag (jjjj-mm-dd) en is niet overgenomen.",
        ),
        (
            "<roepnaam>Noor</roepnaam><geboortedatum>02-03-2017</geboortedatum>",
            "regel 2, leerling Noor: de geboortedatum is geen bestaande dag (jjjj-mm-dd) en is niet overgenomen.",
        ),
        (
            "<roepnaam>Noor</roepnaam><uitstroomdatum>0017-03-02</uitstroomdatum>",
            "regel 2, leerling Noor: de uitstroomdatum is geen bestaande dag (jjjj-mm-dd) en is niet overgenomen.",
        ),
        (
            "<roepnaam>Noor</roepnaam><jaargroep>9</jaargroep>",
            "regel 2, leerling Noor: het veld jaargroep heeft een onbekende waarde en is niet overgenomen.",
        ),
        (
            "<roepnaam>Noor</roepnaam><geslacht>7</geslacht>",
            "regel 2, leerling Noor: het veld geslacht heeft een onbekende waarde en is niet overgenomen.",
        ),
        (
            "<roepnaam>Noor</roepnaam><groep key='weg'/>",
            "regel 2, leerling Noor: hoort bij een groep die niet in het bestand staat.",
        ),
        (
            f"<roepnaam>Noor</roepnaam><achternaam>{'a' * 401}</achternaam>",
            "regel 2, leerling Noor: het veld achternaam is te lang en is niet overgenomen.",
        ),
    ],
)
def test_a_field_that_can_not_be_used_is_left_out(inside: str, warning: str):
    found = read(inside)
    row = found.leerlingen[1]
    assert [str(each) for each in found.waarschuwingen] == [warning]
    assert (row.naam, row.geboortedatum, row.uitstroomdatum, row.jaargroep, row.groep) == ("Noor", None, None, "", "")


def test_a_pupil_without_a_name_is_left_out_but_not_gone():
    found = read("<geslacht>1</geslacht>")
    assert [row.naam for row in found.leerlingen] == ["Bo"]
    assert found.overgeslagen == {"101"}
    assert str(found.waarschuwingen[0]).startswith("regel 2, leerling 101: heeft geen naam en is overgeslagen")


def test_a_key_that_is_too_long_is_no_key():
    found = read("<roepnaam>Noor</roepnaam>", key="k" * 257)
    assert len(found.leerlingen) == 1
    assert "langer dan EDEXML toestaat" in str(found.waarschuwingen[0])


def test_a_wrong_brincode_is_left_out():
    pupil = "<leerlingen><leerling><roepnaam>Bo</roepnaam></leerling></leerlingen>"
    found = read_edexml(f"<EDEX><school><brincode>9ZZ9</brincode></school>{pupil}</EDEX>".encode())
    assert found.brin == ""
    assert str(found.waarschuwingen[0]) == "regel 1, de school: de brincode is geen brincode en is niet overgenomen."


def test_a_file_full_of_faults_does_not_fill_the_screen():
    row = "<leerling><roepnaam>Bo</roepnaam><geslacht>7</geslacht></leerling>"
    data = f"<EDEX><leerlingen>{row * (MAX_WARNINGS + 20)}</leerlingen></EDEX>".encode()
    *_shown, last = found = read_edexml(data).waarschuwingen
    assert len(found) == MAX_WARNINGS + 1
    assert str(last) == "er zijn nog 20 waarschuwingen; laat de administratie het bestand nakijken."
