import pytest

from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition
from app.models.toestemming import Toestemmingstabel, parse_toestemmingstabel
from app.resources import resource


@pytest.fixture(scope="session")
def a6_text() -> str:
    return resource("formulieren", "leerlingbespreking.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def a6(a6_text: str) -> FormDefinition:
    return parse_definition(a6_text, "leerlingbespreking.toml")


@pytest.fixture(scope="session")
def tabel() -> Toestemmingstabel:
    return parse_toestemmingstabel(resource("toestemming.toml").read_text(encoding="utf-8"), "toestemming.toml")
