"""The documents in another program than Word: LibreOffice turns them into the pages that people print."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx.document import Document

from app.exports.aanvraag import AanvraagStof, maak_aanvraag
from app.exports.jaarplanning import maak_jaarplanning
from app.exports.overdracht import DELEN, OverdrachtStof, maak_overdracht
from app.exports.papier import maak_agenda, maak_leeg_formulier
from app.exports.sjabloon import OWN, template_path
from app.exports.toestemmingsbrief import ToestemmingStof, maak_toestemmingsbrieven
from app.exports.uitnodiging import maak_uitnodigingen
from app.exports.verslag import maak_verslag
from app.models.forms.definition import FormDefinition
from tests.exports.jaar import PRESETS, jaarplan
from tests.exports.pakketvoorbeeld import aanvraag, overdracht
from tests.exports.test_pakketdocumenten import ANTWOORDEN, VRAAG
from tests.exports.test_uitnodiging import MARK, SANNE, pile
from tests.exports.voorbeeld import DAY, IB, NOOR, OWN_REPORT, SCHOOL, agenda, leeg, verslag

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("soffice", "pdftotext"))), reason="needs LibreOffice and poppler-utils"
)
Pages = list[str]
APPENDIX = "U bent welkom in de klas. " * 20 + "\n\n- De koffie staat klaar.\n- Broertjes en zusjes kunnen spelen."


def convert(paths: list[Path], kind: str, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    files = map(str, paths)
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def made(a6: FormDefinition, template: Path) -> dict[str, Document]:
    row = {"_id": "1", "actie": "Elke dag lezen met een maatje", "periode": "mei", "resultaat": "werkte"}
    many = {"acties": {"acties": [row] * 200}}
    long = "Een zin die door blijft lopen. " * 3000
    story = {"hulpvraag": {"thuis": long}, "acties": {"acties": [row | {"opmerking": long}]}}
    return {
        "verslag": maak_verslag(verslag(a6, verslag=OWN_REPORT), template),
        "begonnen": maak_verslag(verslag(a6), template),
        "volledig": maak_verslag(verslag(a6, verslag=OWN_REPORT), template, volledig=True),
        "leeg": maak_leeg_formulier(leeg(a6), template),
        "agenda": maak_agenda(agenda(), template),
        "tabel": maak_verslag(verslag(a6, antwoorden=many, verslag="Kort."), template, volledig=True),
        "lang": maak_verslag(verslag(a6, antwoorden=story), template, volledig=True),
        "brieven": maak_uitnodigingen(pile(SANNE, MARK, replace(SANNE, bijlage=APPENDIX)), template),
        "jaar": maak_jaarplanning(jaarplan(), SCHOOL, template, date(2026, 8, 24), ib=IB),
        "aanvraag": maak_aanvraag(AanvraagStof(SCHOOL, aanvraag(groep=True), DAY, IB), template),
        "overdracht": maak_overdracht(
            OverdrachtStof(SCHOOL, overdracht(), tuple(DELEN), DAY, "Fatima Aydin", "overdracht", IB), template
        ),
        "toestemming": maak_toestemmingsbrieven(ToestemmingStof(SCHOOL, (VRAAG, VRAAG), DAY, ANTWOORDEN, IB), template),
        "krap": maak_jaarplanning(jaarplan("2025-2026", "noord", PRESETS[1]), SCHOOL, template, date(2025, 8, 20)),
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pdf")


@pytest.fixture(scope="module")
def pages(a6: FormDefinition, sjabloon: Path, folder: Path) -> dict[str, Pages]:
    """The words of each page of each document, by the document's name."""
    documents = made(a6, sjabloon)
    for name, document in documents.items():
        document.save(str(folder / f"{name}.docx"))
    convert([folder / f"{name}.docx" for name in documents], "pdf", folder)
    return {name: words(folder / f"{name}.pdf") for name in documents}


def words(pdf: Path) -> Pages:
    found = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60)
    return found.stdout.decode().split("\f")[:-1]


def test_each_document_has_the_pages_it_needs(pages: dict[str, Pages]):
    counted = {name: len(each) for name, each in pages.items()}
    assert counted["verslag"] == counted["begonnen"] == counted["agenda"] == 1
    assert counted["volledig"] == 4
    assert counted["aanvraag"] == counted["overdracht"] == counted["toestemming"] == 2
    assert counted["leeg"] == 5
    assert counted["brieven"] == 3
    assert counted["jaar"] == counted["krap"] == 2


def test_every_page_says_whose_it_is_and_which_one(pages: dict[str, Pages]):
    for name, each in pages.items():
        for number, page in enumerate(each if name not in ("brieven", "toestemming") else [], 1):
            secret = "" if name in ("jaar", "krap") else r"\s+Vertrouwelijk"
            assert re.match(rf"\s*Basisschool De Waterlelie{secret}\n", page), name
            assert page.rstrip().endswith(f"pagina {number} van {len(each)}"), name
    assert all(NOOR.naam in page.rstrip().splitlines()[-1] for page in pages["volledig"])


def test_every_letter_has_its_page_with_its_reader_on_it_and_counts_no_other(pages: dict[str, Pages]):
    for page, reader in zip(pages["brieven"], ("Sanne Bakker", "Mark van den Berg", "Sanne Bakker"), strict=True):
        assert f"Beste {reader}," in page
        assert "Handtekening" in page
        assert not re.search(r"pagina \d", page)


def test_a_table_has_its_head_on_every_page(pages: dict[str, Pages]):
    _, *table = pages["tabel"]
    assert len(table) > 4
    for page in table:
        assert re.search(r"Actie\s+Periode\s+Door wie\s+Resultaat\s+Opmerking\n", page)
    assert "".join(table).count("Elke dag lezen") == 200


def test_a_very_long_answer_is_there_to_its_end(pages: dict[str, Pages]):
    """In a paragraph, and in a row of a table that fits on no page."""
    assert "".join(pages["lang"]).count("blijft") == 2 * 3000


def test_the_agreements_stand_in_their_columns(pages: dict[str, Pages]):
    (page,) = pages["verslag"]
    assert re.search(r"Wat\s+Wie\s+Uiterlijk\n", page)
    assert re.search(r"Handelingsplan schrijven en bespreken\s+Joke van Dijk\s+27 november 2026\n", page)


def test_the_moments_of_the_year_stand_on_one_page_and_its_months_on_the_next(pages: dict[str, Pages]):
    for name in ("jaar", "krap"):
        moments, months = pages[name]
        assert re.search(r"Wanneer\s+Gesprek\s+Duur en wie erbij is\s+Planner en verslagen\n", moments)
        assert "Rapportgesprekken juli" in moments
        assert re.search(r"augustus.*september.*juli.*Wie doet wat", months, re.DOTALL)


def test_a_template_saved_by_libreoffice_works_as_well(a6: FormDefinition, sjabloon: Path, tmp_path: Path):
    own = tmp_path / OWN
    own.parent.mkdir()
    copy = tmp_path / "verslag.docx"
    maak_verslag(verslag(a6), sjabloon).save(str(copy))
    convert([copy], "docx:MS Word 2007 XML", own.parent)
    assert template_path(tmp_path) == own
    report = tmp_path / "ander kind.docx"
    other = verslag(a6, datum=None, verslag="Kort.")
    maak_verslag(other, own).save(str(report))
    convert([report], "pdf", tmp_path)
    (page,) = words(report.with_suffix(".pdf"))
    assert "23 november" not in page
    assert page.rstrip().endswith("pagina 1 van 1")
