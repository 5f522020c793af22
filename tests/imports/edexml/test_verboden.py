"""What may not be kept is never read, however the file is written or damaged."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.edexml import read_edexml
from app.imports.edexml.elementen import VELDEN
from app.imports.problem import ImportProblem
from app.models.schoolimport.aanlevering import LeerlingRegel
from tests.imports.maak_edexml import LOKAAS, edexml, verzonnen_school

SCHOOL = verzonnen_school(12)
GOOD = edexml(SCHOOL)


def is_clean(read: object) -> bool:
    shown = repr(read)
    return not any(bait in shown for bait in LOKAAS.values())


@pytest.mark.parametrize("versie", ["1.03", "2.0", "2.1"])
@pytest.mark.parametrize("uwlr", [False, True])
def test_the_bait_is_in_the_file_and_not_in_what_was_read(versie: str, uwlr: bool):
    data = edexml(SCHOOL, versie=versie, uwlr=uwlr)
    assert all(bait.encode() in data for bait in LOKAAS.values())
    assert is_clean(read_edexml(data))


def test_only_what_is_named_can_be_read():
    wanted = {name for row in VELDEN.values() for name in row}
    assert not wanted & LOKAAS.keys()
    assert not {each.name for each in fields(LeerlingRegel)} & {*LOKAAS, "bsn", "email"}


@pytest.mark.parametrize(
    "inside",
    [
        "<roepnaam>Bo</roepnaam><achternaam>Berg<bsn>133456785</bsn></achternaam>",
        "<roepnaam>Bo</roepnaam>133456785",
        "<roepnaam>Bo</roepnaam><bsn>1334<b>56</b>785</bsn>133456785",
        "<roepnaam>Bo</roepnaam><BSN>133456785</BSN>",
        "<roepnaam>Bo</roepnaam><x:bsn xmlns:x='u'>133456785</x:bsn>",
        "<roepnaam>Bo</roepnaam><toevoegingen><blok><roepnaam>133456785</roepnaam></blok></toevoegingen>",
        "<roepnaam>Bo</roepnaam><groep key='g' bsn='133456785'/>",
        "<roepnaam>Bo</roepnaam><geboortedatum>133456785</geboortedatum>",
        "<roepnaam>Bo</roepnaam><jaargroep>133456785</jaargroep>",
        "<roepnaam>Bo</roepnaam><emailadres>133456785@x.example</emailadres>",
    ],
)
def test_a_number_in_the_wrong_place_is_not_read_either(inside: str):
    data = f"<EDEX><leerlingen><leerling key='1' bsn='133456785'>{inside}</leerling></leerlingen></EDEX>"
    assert "133456785" not in repr(read_edexml(data.encode()))


damage = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4), st.integers(0, 6)), min_size=1, max_size=4
)


@given(damage, st.sampled_from((GOOD, edexml(SCHOOL, uwlr=True), edexml(SCHOOL, codering="utf-16"))))
def test_a_damaged_file_is_refused_or_read_without_what_is_forbidden(damage, good: bytes):
    data = bytearray(good)
    for place, bytes_, length in damage:
        begin = int(place * len(data))
        data[begin : begin + length] = bytes_
    try:
        found = read_edexml(bytes(data), naam="EDEX.XML")
    except ImportProblem as problem:
        assert is_clean(str(problem))
    else:
        assert is_clean(found)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(data: bytes):
    with pytest.raises(ImportProblem):
        read_edexml(data)


@given(st.integers(0, len(GOOD) - 3))
def test_a_file_that_stops_halfway_is_never_half_read(length: int):
    with pytest.raises(ImportProblem):
        read_edexml(GOOD[:length])
