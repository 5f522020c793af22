"""A table of contacts: what its columns are, who is new, and that the same table twice changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.tabel import lees_tekst
from app.models.contact import Contact
from app.models.contactimport import FOUT, GELIJK, GEWIJZIGD, NIEUW, GeenNamen, is_kop, werk_uit
from app.models.tabelimport.tabel import Tabel

PASTED = """Naam\tFunctie\tSchool\tE-mail
Sanne Vos\tRVZ\tStichting De Kring\tsanne@kring.example
Omar Haddad\tOrthopedagoog\tPraktijk Oost\t
\tconsulent\tSWV\t
Lot de Jong\tmuziektherapeut\t\tlot@klank.example"""


def worked_out(text: str, *known: Contact):
    return werk_uit(lees_tekst(text, is_kop), known)


def test_words_of_people_become_roles_and_what_lacks_a_name_stays_out():
    rows = worked_out(PASTED)
    assert [each.soort for each in rows] == [NIEUW, NIEUW, FOUT, NIEUW]
    assert [each.contact.rol for each in rows if each.soort == NIEUW] == ["rvz", "deskundige", "overig"]
    assert rows[3].contact.opmerking == "muziektherapeut"
    assert "‘muziektherapeut’ is onbekend" in rows[3].tekst
    assert rows[2].regel == 4


def test_words_that_are_no_address_stay_out_and_say_what_to_do():
    row, good = worked_out("Naam\tE-mail\nSanne Vos\tgeen mail\nLot Kuiper\tlot@eik.example")
    assert (row.soort, row.contact.naam, row.waarden) == (FOUT, "Sanne Vos", {})
    assert row.tekst == "‘geen mail’ is geen e-mailadres: vul het adres in, of maak de cel leeg"
    assert good.soort == NIEUW


def test_the_same_table_again_changes_nothing():
    first = worked_out(PASTED)
    again = worked_out(PASTED, *(each.contact for each in first if each.soort == NIEUW))
    assert [each.soort for each in again] == [GELIJK, GELIJK, FOUT, GELIJK]


def test_an_empty_cell_keeps_what_is_known_and_a_new_word_changes_it():
    known = Contact(id="v", naam="sanne  vos", rol="rvz", organisatie="Stichting De Kring", telefoon="06-11")
    (row,) = worked_out("Naam\tE-mail\tTelefoon\tOrganisatie\nSanne Vos\ts@kring.example\t\tStichting De Kring", known)
    assert (row.soort, row.id) == (GEWIJZIGD, "v")
    assert row.waarden == {"naam": "Sanne Vos", "email": "s@kring.example"}
    assert row.contact.telefoon == "06-11"


def test_a_namesake_elsewhere_is_somebody_else():
    known = Contact(id="v", naam="Sanne Vos", organisatie="GGD", email="vos@ggd.example")
    (row,) = worked_out("Naam\tOrganisatie\tE-mail\nSanne Vos\tOBS De Eik\tvos@eik.example", known)
    assert row.soort == NIEUW


def test_rows_of_one_table_that_contradict_each_other_are_two_people():
    table = "Naam\tOrganisatie\tE-mail\nSanne Vos\tGGD\t\nSanne Vos\tDe Kring\tvos@kring.example"
    rows = worked_out(table)
    assert [each.soort for each in rows] == [NIEUW, NIEUW]
    again = worked_out(table, *(each.contact for each in rows))
    assert [each.soort for each in again] == [GELIJK, GELIJK]


def test_without_a_column_of_names_one_sentence_says_what_to_do():
    with pytest.raises(GeenNamen, match="geen kolom met namen"):
        worked_out("Rol\tE-mail\nRVZ\ta@b.example")


CELLS = st.tuples(
    st.text("ab é", max_size=4), st.sampled_from(["", "rvz", "IB'er", "x"]), st.text("pq", max_size=2),
    st.sampled_from(["", "a@b.nl", "c@d.nl"]),
)  # fmt: skip


@given(st.lists(CELLS, max_size=12))
def test_however_often_it_comes_in_nobody_is_there_twice(cells):
    tabel = Tabel(("naam", "rol", "school", "e-mail"), tuple(cells), regels=tuple(range(2, len(cells) + 2)), kopregel=1)
    after = {each.id: each.contact for each in werk_uit(tabel, ()) if each.soort != FOUT}
    for _ in range(2):
        again = werk_uit(tabel, tuple(after.values()))
        assert NIEUW not in {each.soort for each in again}
        after |= {each.id: each.contact for each in again if each.soort != FOUT}
