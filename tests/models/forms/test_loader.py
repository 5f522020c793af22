"""A definition is read whole, or refused with one sentence that says where and what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.forms.definition import Condition, FormDefinition, Option, Verslagkop
from app.models.forms.loader import DefinitionError, parse_definition

GOOD = """
naam = "gesprek"
titel = "Gesprek"
versie = 2
verslag = ["Besluiten"]

[[sectie]]
id = "vraag"
titel = "Wat is de vraag?"
kort = "Vraag"

[[sectie.veld]]
id = "soort"
soort = "keuze"
label = "Waar gaat het over?"
opties = [{ id = "rekenen", label = "rekenen" }, { id = "anders", label = "iets anders", toon = "info" }]

[[sectie.veld]]
id = "wat"
soort = "regel"
label = "Wat dan?"
toon_als = { veld = "vraag.soort", is = ["anders"] }

[[sectie.veld]]
id = "ernst"
soort = "janee"
label = "Is het ernstig?"
weet_niet = false
verslag = "Besluiten"
toon_als = { veld = "vraag.soort", is = ["anders"] }

[[sectie]]
id = "afspraken"
titel = "Afspraken"

[[sectie.veld]]
id = "afspraken"
soort = "rijen"
label = "Wie doet wat?"
rol = "afspraken"
verplicht_als = { veld = "vraag.ernst", is = ["ja"] }

[[sectie.veld.kolom]]
id = "wat"
label = "Wat"
breedte = 4
rol = "wat"

[[sectie.veld.kolom]]
id = "wie"
label = "Wie"
soort = "persoon"
rol = "wie"

[[sectie.veld.kolom]]
id = "voor"
label = "Uiterlijk"
soort = "datum"
rol = "voor"

[[sectie.veld]]
id = "sterk"
soort = "matrix"
label = "Wat gaat goed?"
rij = [{ id = "kind", label = "kind" }]
kolom = [{ id = "goed", label = "goed" }]
"""


def refusal(text: str) -> str:
    with pytest.raises(DefinitionError) as refused:
        parse_definition(text, "gesprek.toml")
    return str(refused.value)


def test_a_good_definition_is_read_whole():
    form = parse_definition(GOOD, "gesprek.toml")
    assert (form.naam, form.titel, form.versie, form.verslag) == ("gesprek", "Gesprek", 2, ("Besluiten",))
    assert [section.id for section in form.secties] == ["vraag", "afspraken"]
    assert form.section("vraag").kort == "Vraag"
    assert form.section("afspraken").kort == "Afspraken"
    assert form.field("vraag.soort").opties == (
        Option("rekenen", "rekenen"),
        Option("anders", "iets anders", toon="info"),
    )
    assert [each.id for each in form.field("vraag.ernst").opties] == ["ja", "nee"]
    assert form.field("afspraken.sterk").rijen == (Option("kind", "kind"),)


def test_a_field_is_found_by_its_role():
    form = parse_definition(GOOD, "gesprek.toml")
    section, field = form.field_by_role("afspraken")
    assert (section.id, field.pad) == ("afspraken", "afspraken.afspraken")
    assert (field.column("voor").id, field.column("voor").breedte) == ("voor", 1)
    assert form.field_by_role("doel") is None
    assert form.fields_by_role("doel") == ()


def test_the_head_of_the_report_speaks_of_this_form():
    own = GOOD.replace("[[sectie]]", '[verslagkop]\ndatum = "  Gesproken\t op "\nauteur = ""\n[[sectie]]', 1)
    assert parse_definition(own, "gesprek.toml").verslagkop == Verslagkop("Gesproken op", "Verslag door", "")


def test_a_form_that_says_nothing_of_its_head_has_words_that_fit():
    a6 = GOOD.replace('naam = "gesprek"', 'naam = "leerlingbespreking"')
    assert parse_definition(GOOD, "gesprek.toml").verslagkop == Verslagkop("Datum", "Verslag door", "")
    assert parse_definition(a6, "a6.toml").verslagkop == Verslagkop("Besproken op", "Ingebracht door", "Verslag door")


def test_a_condition_remembers_when_its_own_field_is_shown():
    form = parse_definition(GOOD, "gesprek.toml")
    other = Condition("vraag.soort", ("anders",))
    assert form.field("afspraken.afspraken").verplicht_als == Condition("vraag.ernst", ("ja",), mits=other)


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('titel = "Gesprek"', "titel = Gesprek", ["In gesprek.toml, regel 3: ", "TOML"]),
        ('naam = "gesprek"\n', "", ["In gesprek.toml: ", "‘naam’ ontbreekt", "vul het in"]),
        ('naam = "gesprek"', 'naam = "Mijn gesprek"', ["naam ‘Mijn gesprek’ kan niet", "kleine letters"]),
        ("versie = 2", 'versie = "2"', ["‘versie’ moet een heel getal zijn"]),
        ("versie = 2\n", "", ["‘versie’ ontbreekt"]),
        ("versie = 2", "versie = true", ["‘versie’ moet een heel getal zijn"]),
        ("versie = 2", "versie = 2\nkleur = 1", ["‘kleur’ kan hier niet staan", "kies uit naam, titel"]),
        ('verslag = ["Besluiten"]', 'verslag = "Besluiten"', ["‘verslag’ moet een lijst teksten zijn"]),
        ('["Besluiten"]\n', '[]\nverslagkop = "Datum"\n', ["verslagkop: hier hoort een tabel", "geen ‘Datum’"]),
        ('["Besluiten"]\n', '[]\n[verslagkop]\ndag = "Op"\n', ["verslagkop: ‘dag’ kan hier niet", "datum, spreker"]),
        ('["Besluiten"]\n', "[]\n[verslagkop]\nauteur = 1\n", ["verslagkop: ‘auteur’ moet tekst zijn"]),
        (
            '["Besluiten"]\n',
            f'[]\n[verslagkop]\ndatum = "{31 * "x"}"\n',
            ["verslagkop: ‘datum’ is te lang", "hoogstens 30"],
        ),
        ('titel = "Wat is de vraag?"\n', "", ["sectie ‘vraag’", "‘titel’ ontbreekt"]),
        ('id = "vraag"\n', "", ["sectie 1", "‘id’ ontbreekt"]),
        ('id = "afspraken"\ntitel', 'id = "vraag"\ntitel', ["sectie ‘vraag’: deze sectie staat er twee keer"]),
        ('label = "Wat dan?"\n', "", ["sectie ‘vraag’, veld ‘wat’", "‘label’ ontbreekt"]),
        ('label = "Wat dan?"', 'label = "  "', ["veld ‘wat’", "‘label’ ontbreekt"]),
        ('label = "Wat dan?"', 'lable = "Wat?"', ["veld ‘wat’", "‘lable’ kan hier niet", "bedoel je ‘label’"]),
        ('label = "Wat dan?"', "label = 3", ["veld ‘wat’", "‘label’ moet tekst zijn"]),
        ('soort = "regel"', 'soort = "regels"', ["veld ‘wat’", "soort ‘regels’ bestaat niet", "bedoel je ‘regel’"]),
        ('soort = "regel"', 'soort = "grafiek"', ["soort ‘grafiek’ bestaat niet", "kies uit tekst, regel, keuze"]),
        ('soort = "regel"\n', "", ["veld ‘wat’", "‘soort’ ontbreekt"]),
        ('id = "wat"\nsoort', 'id = "soort"\nsoort', ["sectie ‘vraag’", "veld ‘soort’: dit veld staat er twee keer"]),
        ('{ id = "anders"', '{ id = "rekenen"', ["veld ‘soort’", "optie ‘rekenen’ staat er twee keer"]),
        ('toon = "info"', 'toon = "rood"', ["veld ‘soort’, optie 2", "toon ‘rood’ bestaat niet"]),
        ('toon = "info"', "alleen = true", ["veld ‘soort’, optie 2", "‘alleen’ kan hier niet staan"]),
        (
            '"vraag.soort", is = ["anders"] }\n\n',
            '"vraag.srt", is = ["a"] }\n\n',
            ["veld ‘wat’, toon_als", "‘vraag.srt’"],
        ),
        ('"vraag.soort", is = ["anders"] }\n\n', '"vraag.wat", is = ["a"] }\n\n', ["toon_als", "staat er niet of pas"]),
        (
            '"vraag.soort", is = ["anders"] }\n\n',
            '"vraag.soort", is = ["ander"] }\n\n',
            ["‘ander’", "bedoel je ‘anders’"],
        ),
        ('"vraag.soort", is = ["anders"] }\n\n', '"vraag.soort", is = [] }\n\n', ["toon_als", "‘is’ ontbreekt"]),
        (
            'toon_als = { veld = "vraag.soort", is = ["anders"] }\n\n',
            "toon_als = true\n",
            ["hier hoort een tabel te staan"],
        ),
        (
            '"vraag.ernst", is = ["ja"]',
            '"vraag.wat", is = ["ja"]',
            ["verplicht_als", "‘vraag.wat’ valt niets te kiezen"],
        ),
        ('is = ["ja"]', 'is = ["weet_niet"]', ["‘vraag.ernst’ kent het antwoord ‘weet_niet’ niet"]),
        ("weet_niet = false\nverslag", 'weet_niet = "nee"\nverslag', ["‘weet_niet’ moet true of false zijn"]),
        ('verslag = "Besluiten"\ntoon', 'verslag = "Besluit"\ntoon', ["verslag ‘Besluit’", "bedoel je ‘Besluiten’"]),
        ('rol = "afspraken"', 'rol = "afspraak"', ["veld ‘afspraken’", "rol ‘afspraak’", "bedoel je ‘afspraken’"]),
        ('rol = "afspraken"\n', "", ["kolom ‘wat’ heeft een rol, maar het veld niet"]),
        ('rol = "afspraken"', 'rol = "doel"', ["rol ‘doel’ past niet bij soort ‘rijen’"]),
        ('breedte = 4\nrol = "wat"', "breedte = 4", ["geen kolom met rol ‘wat’"]),
        ('breedte = 4\nrol = "wat"', 'rol = "wanneer"', ["kolomrol ‘wanneer’ hoort niet bij rol ‘afspraken’"]),
        ('breedte = 4\nrol = "wat"', 'rol = "wie"', ["rol van een kolom ‘wie’ staat er twee keer"]),
        ("breedte = 4", "breedte = 0", ["kolom ‘wat’", "‘breedte’ moet een heel getal zijn"]),
        ('soort = "persoon"', 'soort = "matrix"', ["kolom ‘wie’", "soort ‘matrix’ bestaat niet"]),
        ('soort = "persoon"', 'soort = "keuze"', ["kolom ‘wie’", "‘opties’ ontbreekt"]),
        ('soort = "persoon"', "opties = []", ["kolom ‘wie’", "‘opties’ hoort niet bij soort ‘tekst’"]),
        ('rij = [{ id = "kind", label = "kind" }]\n', "", ["veld ‘sterk’", "‘rij’ ontbreekt"]),
        ('rij = [{ id = "kind", label = "kind" }]', 'rij = "kind"', ["‘rij’ moet een lijst zijn"]),
        ('label = "kind" }]', 'label = "kind" }, 5]', ["hier hoort een tabel te staan, geen ‘5’"]),
        (
            'kolom = [{ id = "goed", label = "goed" }]',
            "",
            ["veld ‘sterk’", "‘kolom’ ontbreekt", "ten minste één kolom"],
        ),
        ('label = "Wat dan?"', 'label = "Wat?"\nopties = []', ["veld ‘wat’", "‘opties’ hoort niet bij soort ‘regel’"]),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_to_do(good: str, bad: str, said: list[str]):
    assert good in GOOD, "the example must break something that is there"
    sentence = refusal(GOOD.replace(good, bad, 1))
    for part in ["In gesprek.toml", *said]:
        assert part in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_role_belongs_to_one_field():
    field = '[[sectie.veld]]\nid = "d%d"\nsoort = "tekst"\nlabel = "Doel?"\nrol = "doel"\n'
    assert "rol ‘doel’ heeft al een ander veld" in refusal(GOOD + field % 1 + field % 2)


def test_the_watched_approach_can_stand_in_several_fields():
    field = '[[sectie.veld]]\nid = "d%d"\nsoort = "tekst"\nlabel = "Hoe?"\nrol = "aanpak"\n'
    assert len(parse_definition(GOOD + field % 1 + field % 2, "x").fields_by_role("aanpak")) == 2


@pytest.mark.parametrize("rol", ["acties", "toestemming"])
def test_a_column_that_the_code_reads_has_the_options_it_looks_for(rol: str, a6_text: str):
    option = {"acties": "werkte_niet", "toestemming": "open"}[rol]
    sentence = refusal(a6_text.replace(f'{{ id = "{option}"', '{ id = "iets"', 2 if rol == "toestemming" else 1))
    assert f"mist optie ‘{option}’" in sentence


def test_brackets_without_end_are_no_crash():
    assert "TOML" in refusal("a = " + "[" * 20)
    assert "haakjes" in refusal("a = " + "[" * 20_000)


@pytest.mark.parametrize(
    "text", ["", "x = 2026-13-45", "n = " + "9" * 5000, "\x00", "a=1\na=2", "[[sectie]]", "sectie = 1"]
)
def test_what_is_no_form_at_all_is_refused_too(text: str):
    assert refusal(text).startswith("In gesprek.toml")


PIECES = sorted(
    {*GOOD.split(), '"', "[[", "]]", "=", "\n", "{", "}", "[]", "true", "id", "''' ", "\x07", "sectie.veld"}
)


@given(st.data())
def test_no_mutation_gives_anything_but_a_definition_or_its_refusal(data):
    text = GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + data.draw(st.sampled_from(PIECES) | st.text(max_size=8)) + text[end:]
    try:
        form = parse_definition(text, "gesprek.toml")
    except DefinitionError as refused:
        assert "\n" not in str(refused)
        assert str(refused).startswith("In gesprek.toml")
    else:
        assert isinstance(form, FormDefinition)
        assert all(field.label for _, field in form.fields())
