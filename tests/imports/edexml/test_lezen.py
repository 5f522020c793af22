"""What a good file says is what comes out, in every version, encoding and way of writing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.imports.edexml import read_edexml
from app.imports.problem import ImportCancelled
from app.models.schoolimport.aanlevering import (
    Aanlevering,
    GroepRegel,
    Koppeling,
    LeerlingRegel,
    MedewerkerRegel,
)
from tests.imports.maak_edexml import ROLCODES, edexml, verzonnen_school

SCHOOL = verzonnen_school(60, combinaties="gesplitst")


def read(data: bytes) -> Aanlevering:
    return replace(read_edexml(data), bron="")


def leerling(inside: str, attributes: str = 'key="101"') -> LeerlingRegel:
    """The one pupil of a file, from the XML of that pupil."""
    (row,) = read_edexml(file_of(f"<leerling {attributes}>{inside}</leerling>")).leerlingen
    return row


def file_of(leerlingen: str, around: str = "") -> bytes:
    return f"<EDEX>{around}<leerlingen>{leerlingen}</leerlingen></EDEX>".encode()


@pytest.mark.parametrize("versie", ["1.03", "2.0", "2.1"])
@pytest.mark.parametrize("uwlr", [False, True], ids=["EDEX", "UWLR in SOAP"])
def test_every_version_reads_the_same(versie: str, uwlr: bool):
    rows = SCHOOL.leerlingen if versie == "2.1" else tuple(replace(row, eckid="") for row in SCHOOL.leerlingen)
    assert read(edexml(SCHOOL, versie=versie, uwlr=uwlr)) == replace(SCHOOL, leerlingen=rows)


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-1", "iso-8859-15"])
def test_every_encoding_reads_the_same(codering: str):
    row = replace(SCHOOL.leerlingen[0], roepnaam="Zoë", achternaam="Núñez")
    school = replace(SCHOOL, leerlingen=(row,), medewerkers=None)
    assert read(edexml(school, codering=codering).replace(b"utf-8-sig", b"utf-8")) == school


@pytest.mark.parametrize(
    ("declared", "really"),
    [("utf-16", "utf-8"), ("utf8", "utf-8"), ("ISO-8859-1", "windows-1252"), ("utf-8", "utf-16"), ("x", "utf-8-sig")],
)
def test_a_declaration_that_programs_are_known_to_get_wrong_is_seen_through(declared: str, really: str):
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>'
        + file_of("<leerling><roepnaam>Zoë</roepnaam></leerling>").decode()
    )
    assert read(text.encode(really)).leerlingen[0].roepnaam == "Zoë"


def test_windows_letters_in_a_file_that_calls_itself_latin_1():
    text = (
        '<?xml version="1.0" encoding="iso-8859-1"?>'
        + file_of("<leerling><achternaam>Š’ Žá</achternaam></leerling>").decode()
    )
    assert read(text.encode("windows-1252")).leerlingen[0].achternaam == "Š’ Žá"


def test_element_names_from_before_version_1_are_understood():
    assert read(edexml(SCHOOL, oude_namen=True)) == SCHOOL
    assert leerling("<achternaam>B</achternaam><voorletters>J</voorletters>").voornamen == "J"


def test_a_file_on_disk_gives_its_name_and_tells_how_far_it_is(tmp_path: Path):
    path = tmp_path / "EDEX.XML"
    path.write_bytes(edexml(SCHOOL))
    told: list[tuple[int, int]] = []
    assert read_edexml(path, progress=lambda done, total: told.append((done, total))).bron == "EDEX.XML"
    size = path.stat().st_size
    assert [each for each, _total in told] == sorted(each for each, _total in told)
    assert told[-1] == (size, size)


def test_reading_stops_when_asked():
    with pytest.raises(ImportCancelled):
        read_edexml(edexml(SCHOOL), cancelled=lambda: True)


def test_every_row_knows_its_line():
    first, second = (f"<leerling>\n<roepnaam>{naam}</roepnaam></leerling>" for naam in ("Bo", "Jip"))
    data = f"<EDEX>\n<leerlingen>\n{first}\n{second}</leerlingen></EDEX>".encode()
    assert [(row.roepnaam, row.regel) for row in read_edexml(data).leerlingen] == [("Bo", 3), ("Jip", 5)]


@pytest.mark.parametrize("year", ["1999-2000", "2026-2027", "2041-2042"])
def test_school_years_go_on_after_the_list_in_the_schema(year: str):
    assert (
        read_edexml(
            file_of("<leerling><roepnaam>Bo</roepnaam></leerling>", f"<school><schooljaar>{year}</schooljaar></school>")
        ).schooljaar
        == year
    )


@pytest.mark.parametrize(
    ("inside", "naam"),
    [
        ("<roepnaam>Wimpie</roepnaam>", "Wimpie"),
        (
            "<achternaam>Hof</achternaam><voorvoegsel>van 't</voorvoegsel><voorletters-1>G</voorletters-1>",
            "G van 't Hof",
        ),
        ("<achternaam>Ouali</achternaam><voornamen>Sami Idris</voornamen>", "Sami Ouali"),
        ("<achternaam>Berg</achternaam>", "Berg"),
        ("<achternaam>  Ter\n   Horst </achternaam>", "Ter Horst"),
        ("<roepnaam><![CDATA[Zoë & Co]]></roepnaam>", "Zoë & Co"),
        ("<roepnaam>Zoe&#x308;</roepnaam>", "Zoë"),
        ("<roepnaam>Bo&#x200B;&#xAD;</roepnaam>", "Bo"),
        ("<roepnaam>B<!-- x -->o</roepnaam>", "Bo"),
    ],
)
def test_names_in_all_their_forms(inside: str, naam: str):
    assert leerling(inside).naam == naam


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2017-03-02", date(2017, 3, 2)),
        (" 2017-03-02 ", date(2017, 3, 2)),
        ("2017-03-02Z", date(2017, 3, 2)),
        ("2017-03-02+01:00", date(2017, 3, 2)),
        ("2017-03-02T00:00:00", date(2017, 3, 2)),
        ("", None),
    ],
)
def test_days(text: str, day: date | None):
    found = read_edexml(file_of(f"<leerling><roepnaam>Bo</roepnaam><geboortedatum>{text}</geboortedatum></leerling>"))
    assert (found.leerlingen[0].geboortedatum, found.waarschuwingen) == (day, ())


@pytest.mark.parametrize(("code", "word"), [("0", ""), ("1", "jongen"), ("2", "meisje"), ("9", "")])
def test_geslacht(code: str, word: str):
    assert leerling(f"<roepnaam>Bo</roepnaam><geslacht>{code}</geslacht>").geslacht == word


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("<rol>IB</rol>", ("ib",)),
        ("<rol>lrk</rol><rol>VAK</rol>", ("leerkracht", "vakleerkracht")),
        ("<rol>ADJ</rol><rol>DIR</rol>", ("directeur",)),
        ("<rol>OWA</rol><rol>KLA</rol>", ("onderwijsassistent",)),
        ("<rol>TAL</rol>", ("overig",)),
        ("<rolomschrijving>Intern  begeleider</rolomschrijving>", ("ib",)),
        ("<rolomschrijving>Manusje van alles</rolomschrijving>", ("overig",)),
        ("", ()),
    ],
)
def test_roles(text: str, key: tuple[str, ...]):
    data = file_of("<leerling><roepnaam>Bo</roepnaam></leerling>").replace(
        b"</EDEX>",
        f'<leerkrachten><leerkracht key="1"><roepnaam>Jo</roepnaam>{text}</leerkracht></leerkrachten></EDEX>'.encode(),
    )
    assert [row.rollen for row in read_edexml(data).medewerkers or ()] == [key]


def test_a_single_teacher_with_roles_of_his_own_in_a_group():
    data = edexml(SCHOOL).replace(b'<groep key="g0"></groep>', b'<groep key="g0"><rol>STA</rol><rol>OWA</rol></groep>')
    tied = {tie.rollen for row in read_edexml(data).medewerkers or () for tie in row.groepen if tie.groep == "g0"}
    assert tied == {("overig", "onderwijsassistent")}


def test_parents_among_the_staff_are_left_out():
    ouder = "<leerkrachten><leerkracht key='1'><roepnaam>Jo</roepnaam><rol>OUD</rol></leerkracht></leerkrachten>"
    found = read_edexml(file_of("<leerling><roepnaam>Bo</roepnaam></leerling>", ouder))
    assert found.medewerkers == ()
    assert "staat als ouder bij het personeel" in str(found.waarschuwingen[0])


def test_no_staff_in_the_file_is_not_the_same_as_no_staff():
    assert read_edexml(file_of("<leerling><roepnaam>Bo</roepnaam></leerling>")).medewerkers is None


names = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
keys = st.text(st.characters(min_codepoint=33, exclude_categories=["C", "Z"]), min_size=1, max_size=30)
days = st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1))
roles = st.lists(st.sampled_from(sorted(ROLCODES)), unique=True, max_size=3).map(tuple)


@st.composite
def schools(draw: st.DrawFn) -> Aanlevering:
    """Any school that can be written down: whichever fields are there, whatever letters are in them."""
    groepen = draw(
        st.lists(
            st.builds(GroepRegel, key=keys, naam=names, jaargroep=st.sampled_from(["", "1", "8", "C", "S", "16"])),
            unique_by=lambda row: row.key,
            max_size=4,
        )
    )
    known = st.sampled_from([each.key for each in groepen]) if groepen else st.nothing()
    person = {"roepnaam": names, "voornamen": names, "voorvoegsel": st.just("") | names, "achternaam": names}
    leerlingen = st.builds(
        LeerlingRegel,
        **person,
        key=keys,
        geboortedatum=days,
        geslacht=st.sampled_from(["", "jongen", "meisje"]),
        jaargroep=st.sampled_from(["", "1", "4", "8", "H"]),
        groep=st.just("") | known,
        vestiging=st.just("") | keys,
        instroomdatum=days,
        uitstroomdatum=days,
    )
    ties = st.lists(st.builds(Koppeling, groep=known, rollen=roles), max_size=3).map(tuple) if groepen else st.just(())
    staff = st.builds(MedewerkerRegel, **person, key=keys, email=st.just("") | names, rollen=roles, groepen=ties)
    return Aanlevering(
        schooljaar=draw(st.integers(1900, 2200).map(lambda year: f"{year}-{year + 1}")),
        brin="99ZZ",
        groepen=tuple(groepen),
        leerlingen=tuple(draw(st.lists(leerlingen, min_size=1, max_size=5, unique_by=lambda row: row.key))),
        medewerkers=tuple(draw(st.lists(staff, min_size=1, max_size=3, unique_by=lambda row: row.key))),
    )


@settings(max_examples=60)
@given(schools(), st.sampled_from(("utf-8", "utf-16")), st.booleans())
def test_whatever_is_written_down_is_read_back(school: Aanlevering, codering: str, lokaas: bool):
    assert read(edexml(school, codering=codering, lokaas=lokaas)) == clean(school)


def clean(school: Aanlevering) -> Aanlevering:
    """The same school with its texts in composed letters, as they are kept."""
    from app.imports.tekst import schoon

    def tidy(row):
        fields = ("roepnaam", "voornamen", "voorvoegsel", "achternaam", "naam", "email")
        return replace(row, **{each: schoon(getattr(row, each)) for each in fields if each in row.__dataclass_fields__})

    return replace(
        school,
        groepen=tuple(map(tidy, school.groepen)),
        leerlingen=tuple(map(tidy, school.leerlingen)),
        medewerkers=tuple(map(tidy, school.medewerkers or ())),
    )
