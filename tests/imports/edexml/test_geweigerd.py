"""A file that can't be used: one clear sentence, at once, and nothing else."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from app.imports.edexml import read_edexml
from app.imports.problem import ImportProblem
from tests.imports.maak_edexml import edexml, verzonnen_school

GOOD = edexml(verzonnen_school(20))
BO = "<leerling key='1'><roepnaam>Bo</roepnaam></leerling>"


def refused(data: bytes, **limits: int) -> str:
    with pytest.raises(ImportProblem) as problem:
        read_edexml(data, naam="EDEX.XML", **limits)
    return str(problem.value)


def a_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("EDEX.XML", GOOD)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "EDEX.XML is leeg: maak"),
        (b"  \r\n ", "EDEX.XML is leeg: maak"),
        (a_zip(), "EDEX.XML is een ingepakt bestand (zip): pak het uit"),
        (gzip.compress(GOOD), "EDEX.XML is een ingepakt bestand (zip): pak het uit"),
        (b"Roepnaam;Achternaam;Groep\nBo;Berg;5\n", "EDEX.XML is geen XML-bestand: kies"),
        (b'{"leerlingen": []}', "EDEX.XML is geen XML-bestand: kies"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "EDEX.XML is geen XML-bestand: kies"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "EDEX.XML is geen XML-bestand: kies"),
        (b"<html><body>Inloggen<br></body></html>", "EDEX.XML is geen EDEXML: maak"),
        (b"<!DOCTYPE html><html></html>", "EDEX.XML is geen EDEXML: maak"),
        (b"<rss><leerlingen/></rss>", "EDEX.XML is geen EDEXML: maak"),
        (
            b"<s:Envelope xmlns:s='x'><s:Body><s:Fault/></s:Body></s:Envelope>",
            "EDEX.XML is geen EDEXML: maak",
        ),
        (b"<EDEX><school/><leerlingen/></EDEX>", "EDEX.XML is EDEXML, maar er staan geen leerlingen in: kies"),
        (b"<leerlinggegevens_antwoord><geengegevens/></leerlinggegevens_antwoord>", "EDEX.XML is geen EDEXML: maak"),
        (GOOD[: len(GOOD) // 2], "plotseling op en is dus niet compleet"),
        (GOOD[:-4], "plotseling op en is dus niet compleet"),
        (b"<EDEX>\n<leerlingen>\n</EDEX>", "EDEX.XML is beschadigd bij regel 3"),
        (GOOD + GOOD, "EDEX.XML is beschadigd bij regel "),
        (b"<EDEX>\n<a>\x08</a></EDEX>", "EDEX.XML is beschadigd bij regel 2"),
        (
            "<EDEX>\n<leerlingen><leerling><roepnaam>Zoë</roepnaam>".encode("windows-1252"),
            "op regel 2 letters in een andere codering",
        ),
        (b"<?xml version='1.0' encoding='klingon'?><EDEX/>", "in een codering die niet bekend is (regel 1)"),
        (b"<?xml version='1.0' encoding='utf-7'?><EDEX/>", "in een codering die niet bekend is (regel 1)"),
        (
            b"<EDEX>\n<school><schooljaar>2026-2028</schooljaar></school></EDEX>",
            "EDEX.XML heeft geen geldig schooljaar (regel 2)",
        ),
        (b"<EDEX><school><schooljaar>2026</schooljaar></school></EDEX>", "geen geldig schooljaar"),
        (
            f"<EDEX><leerlingen>\n{BO}\n{BO}</leerlingen></EDEX>".encode(),
            "op regel 2 en regel 3 twee leerlingen met dezelfde sleutel",
        ),
        (
            b"<EDEX><leerlingen><leerling eckid='a'><roepnaam>Bo</roepnaam></leerling>"
            b"<leerling eckid='a'><roepnaam>Jo</roepnaam></leerling></leerlingen></EDEX>",
            "twee leerlingen met dezelfde ECK iD",
        ),
        (
            b"<EDEX><groepen><groep key='1'><naam>5</naam></groep><groep key='1'><naam>6</naam></groep></groepen>"
            b"<leerlingen><leerling><roepnaam>Bo</roepnaam></leerling></leerlingen></EDEX>",
            "twee groepen met dezelfde sleutel",
        ),
    ],
)
def test_the_sentence(data: bytes, sentence: str):
    said = refused(data)
    assert sentence in said
    assert said.startswith("EDEX.XML ")
    assert said.endswith(".")
    assert "\n" not in said


def test_dummy_keys_may_repeat():
    rows = "<leerling key='#'><roepnaam>Bo</roepnaam></leerling><leerling key='#'><roepnaam>Jo</roepnaam></leerling>"
    assert len(read_edexml(f"<EDEX><leerlingen>{rows}</leerlingen></EDEX>".encode()).leerlingen) == 2


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path):
    path = tmp_path / "groot.xml"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(ImportProblem, match=r"groot\.xml is 200 MB en dat is te groot .*hoogstens 50 MB"):
        read_edexml(path)


@pytest.mark.parametrize("missing", ["er-is-niets.xml", "."])
def test_a_file_that_is_not_there(tmp_path: Path, missing: str):
    with pytest.raises(ImportProblem, match="is er niet of is geen bestand"):
        read_edexml(tmp_path / missing)


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "EDEX.XML"
    path.write_bytes(GOOD)

    def locked(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "in use", str(path))

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(ImportProblem, match=r"EDEX\.XML kan niet worden gelezen"):
        read_edexml(path)
