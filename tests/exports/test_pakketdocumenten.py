"""The documents of a pack: the application, the hand-over dossier, the list of contents and the letters of consent."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx.shared import Pt

from app.exports.aanvraag import AanvraagStof, aanvraagtitel, maak_aanvraag
from app.exports.inhoud import InhoudStof, maak_inhoud
from app.exports.overdracht import DELEN, OverdrachtStof, aanwezige_delen, maak_overdracht, proef
from app.exports.toestemmingsbrief import DELEN as SHARE
from app.exports.toestemmingsbrief import ZAT, ToestemmingStof, Toestemmingsvraag, maak_toestemmingsbrieven
from app.models.toestemming import in_brief
from app.storage.definities import load_toestemmingstabel
from tests.exports.lezen import as_text, assert_reads_as, reopened, words_of
from tests.exports.pakketvoorbeeld import aanvraag, overdracht
from tests.exports.voorbeeld import DAY, IB, SCHOOL

VRAAG = Toestemmingsvraag(
    ouder="Sanne Bakker", adres="Dorpsstraat 12, 3421 AB Vechtoever", leerling="Noor van den Berg", roepnaam="Noor",
    groep="5/6", waarvoor=SHARE, met="het samenwerkingsverband", waarom="een startgesprek",
    stukken=("Aanvraag startgesprek SWV", "Uitdraai van het LOVS"),
)  # fmt: skip
ANTWOORDEN = in_brief(load_toestemmingstabel(None))


def asked(**other) -> AanvraagStof:
    return AanvraagStof(SCHOOL, aanvraag(), DAY, IB, **other)


def dossier(*kies: str) -> OverdrachtStof:
    return OverdrachtStof(SCHOOL, overdracht(), kies or tuple(DELEN), DAY, "Fatima Aydin", "overdracht naar RVZ", IB)


def test_an_application_reads_like_this(sjabloon: Path):
    assert aanvraagtitel(aanvraag()) == "Aanvraag startgesprek SWV"
    assert_reads_as(maak_aanvraag(asked(), sjabloon), "aanvraag")


def test_of_a_group_each_pupil_has_a_heading(sjabloon: Path):
    document = reopened(maak_aanvraag(AanvraagStof(SCHOOL, aanvraag(groep=True), DAY, IB), sjabloon))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings[:2] == ["Noor van den Berg", "Sem de Graaf"]
    assert "2 leerlingen met dezelfde vraag" in words_of(document)
    assert words_of(document).count("Sem de Graaf") == 2  # in the title and above his facts


def test_nothing_is_called_the_same_twice(sjabloon: Path):
    told = as_text(maak_aanvraag(asked(), sjabloon)).splitlines()
    for heading, answer in (
        ("De hulpvraag", "Hoe kan ik Noor helpen om zelf"),
        ("Interventies en effect", "| Interventie |"),
        ("Belemmerende en stimulerende factoren", "|  | Stimulerend |"),
    ):
        assert told[told.index(f"[Heading 2] {heading}") + 1].startswith(answer)


def test_a_table_that_fills_the_last_page_makes_no_empty_one(sjabloon: Path):
    last = reopened(maak_aanvraag(asked(), sjabloon)).paragraphs[-1]
    assert (last.text, last.paragraph_format.line_spacing, last.paragraph_format.space_after) == ("", Pt(1), 0)


def test_where_no_annex_goes_along_that_is_told(sjabloon: Path):
    text = as_text(maak_aanvraag(asked(zonder_bijlagen=True), sjabloon))
    assert "De bijlagen gaan niet mee" in text
    assert "LOVS nov" not in text


def test_an_application_of_which_nothing_is_filled_in_is_still_a_document(sjabloon: Path):
    empty = replace(aanvraag(), formulier=None, definitie=None, bijlagen=())
    assert "Noor van den Berg" in as_text(maak_aanvraag(AanvraagStof(SCHOOL, empty, DAY), sjabloon))


def test_a_hand_over_reads_like_this(sjabloon: Path):
    assert_reads_as(maak_overdracht(dossier(), sjabloon), "overdracht")


@pytest.mark.parametrize("deel", DELEN)
def test_only_what_is_ticked_goes_in_and_the_preview_says_the_same(sjabloon: Path, deel: str):
    document = reopened(maak_overdracht(dossier(deel), sjabloon))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings == [DELEN[deel][0]]
    told = words_of(document)
    for regel in proef(overdracht(), (deel,)):
        for line in regel.tekst.split("\n"):
            for cell in line.split(" · "):
                assert cell.removeprefix(f"{cell.split(': ')[0]}: ") in told


def test_parts_about_which_nothing_is_known_are_not_offered():
    nothing = replace(overdracht(), opp=None, gesprekken=(), verslagen=(), berichten=(), mpos=())
    assert aanwezige_delen(nothing) == ("vraag", "acties", "besluiten")


def test_the_list_of_contents_names_every_file_and_what_is_not_there(sjabloon: Path):
    stof = InhoudStof(
        SCHOOL, "Aanvraag startgesprek SWV", ("Noor van den Berg",), "Onderwijs Transparant (OT)", "startgesprek", DAY,
        (("01 Inhoud.docx", "deze lijst"), ("02 Uitdraai van het LOVS.pdf", "PDF, was: noor.pdf")),
        (("Onderzoeksverslagen", "niet aanwezig: logopedie volgt"),), IB,
    )  # fmt: skip
    assert_reads_as(maak_inhoud(stof, sjabloon), "inhoud")


@pytest.mark.parametrize("waarvoor", [SHARE, ZAT])
def test_a_letter_of_consent_reads_like_this(sjabloon: Path, waarvoor: str):
    other = replace(VRAAG, waarvoor=waarvoor, ouder="Mark van den Berg", adres="", stukken=(), met="", waarom="")
    document = maak_toestemmingsbrieven(
        ToestemmingStof(SCHOOL, (replace(VRAAG, waarvoor=waarvoor), other), DAY, ANTWOORDEN, IB), sjabloon
    )
    assert_reads_as(document, f"toestemming-{waarvoor}")
