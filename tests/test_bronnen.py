"""The table of what the sources ask names only what exists, and leaves out nothing of what ships."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import pytest

from app.models.consulten.loader import parse_consultsoort
from app.models.forms.loader import parse_definition
from app.models.gespreksbeleid.loader import parse_beleid
from app.models.routes.loader import parse_route
from app.resources import resource
from app.ui.instellingen.view import DELEN
from app.ui.window.views import VIEWS
from tests.house_rules import ROOT

PAGE = ROOT / "docs" / "bronnen.md"
HEAD = ["Gevraagd", "Zo doet het programma het", "Bestand", "Scherm"]
PART = "Instellingen › "
NOWHERE = "geen"
NOT_MET = ("**Niet:**", "**Deels:**")


class Row(NamedTuple):
    """What a source asks, and where that is met."""

    bron: str
    deel: str
    gevraagd: str
    zo: str
    bestanden: tuple[str, ...]
    schermen: tuple[str, ...]


def _cells(line: str) -> list[str]:
    return [each.strip() for each in line.strip().strip("|").split("|")]


def _rows(text: str) -> list[Row]:
    found, bron, deel = [], "", ""
    for line in text.splitlines():
        if line.startswith("## "):
            bron = line.removeprefix("## ")
        elif line.startswith("### "):
            deel = line.removeprefix("### ")
        elif line.startswith("|") and not line.startswith("| ---") and _cells(line) != HEAD:
            gevraagd, zo, files, screens = _cells(line)
            found.append(
                Row(bron, deel, gevraagd, zo, tuple(re.findall(r"`([^`]+)`", files)), tuple(screens.split(", ")))
            )
    return found


ROWS = _rows(PAGE.read_text("utf-8"))


def titles(rows: Iterable[Row]) -> set[str]:
    return {each.deel for each in rows}


def test_the_page_has_a_table_per_source():
    assert len({each.bron for each in ROWS}) == len(re.findall(r"(?m)^## ", PAGE.read_text("utf-8")))
    assert all(each.gevraagd and each.zo and each.deel for each in ROWS)


def test_every_file_that_is_named_exists():
    named = {name for each in ROWS for name in each.bestanden}
    assert not [name for name in named if not name.startswith(("app/", "resources/"))]
    assert not [name for name in sorted(named) if not (ROOT / name).is_file()]


def test_every_screen_that_is_named_is_a_view_or_a_part_of_instellingen():
    parts = {each.words for each in DELEN.values()}
    unknown = {
        name
        for each in ROWS
        for name in each.schermen
        if (name.removeprefix(PART) not in parts if name.startswith(PART) else name.lower() not in VIEWS)
        and name != NOWHERE
    }
    assert not unknown


def test_what_is_met_names_its_file_and_what_is_nowhere_says_so():
    for each in ROWS:
        if each.bestanden and each.schermen != (NOWHERE,):
            continue
        assert each.zo.startswith(NOT_MET), each.gevraagd


def test_every_section_of_form_a6_is_there():
    form = parse_definition(resource("formulieren", "leerlingbespreking.toml").read_text("utf-8"), "leerlingbespreking")
    rows = [each for each in ROWS if each.bron.startswith("A.6")]
    assert {each.titel for each in form.secties} <= titles(rows)


@pytest.mark.parametrize("path", sorted(resource("gespreksbeleid").glob("*.toml")), ids=lambda path: path.stem)
def test_every_kind_of_conversation_is_there(path):
    told = PAGE.read_text("utf-8")
    beleid = parse_beleid(path.read_text("utf-8"), path.name)
    assert not [each.titel for each in beleid.soorten if each.titel not in told]
    assert f"resources/gespreksbeleid/{path.name}" in told


@pytest.mark.parametrize("path", sorted(resource("routes").glob("*.toml")), ids=lambda path: path.stem)
def test_every_station_of_the_route_is_there(path):
    route = parse_route(path.read_text("utf-8"), path.name)
    rows = [each for each in ROWS if each.bron.startswith("Ondersteuningsroute")]
    assert {each.titel for each in route.stations} <= titles(rows)


@pytest.mark.parametrize("path", sorted(resource("consulten").glob("*.toml")), ids=lambda path: path.stem)
def test_every_kind_of_consult_is_there_with_its_form(path):
    soort = parse_consultsoort(path.read_text("utf-8"), path.name)
    named = {name for each in ROWS for name in each.bestanden}
    assert soort.titel in PAGE.read_text("utf-8")
    assert {f"resources/consulten/{path.name}", f"resources/formulieren/{soort.formulier}.toml"} <= named
