from pathlib import Path

import pytest

from app.exports.sjabloon import template_path
from app.models.forms.definition import FormDefinition
from app.models.forms.loader import parse_definition
from app.resources import resource


@pytest.fixture(scope="session")
def a6_text() -> str:
    return resource("formulieren", "leerlingbespreking.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def a6(a6_text: str) -> FormDefinition:
    return parse_definition(a6_text, "leerlingbespreking.toml")


@pytest.fixture(scope="session")
def sjabloon() -> Path:
    """The program's own template."""
    return template_path(None)
