"""Finds the definitions that drive the program: the school's own file first, else the one that ships with it."""

import re
from pathlib import Path

from app.models.forms.definition import FormDefinition
from app.models.forms.loader import DefinitionError, parse_definition
from app.models.toestemming import Toestemmingstabel, parse_toestemmingstabel
from app.resources import resource

_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_MOST_BYTES = 1_000_000
"""Of one definition; A.6 has some 20,000."""


def load_definition(name: str, own_folder: Path | None) -> tuple[FormDefinition, str]:
    """Read a form definition.

    Parameters:
        name: name of the form, e.g. `leerlingbespreking`; also its file name without `.toml`.
        own_folder: folder with the school's own definitions, which go before the shipped ones; it need not exist.

    Returns:
        The definition, and the text it was read from, to be kept with the forms that are begun with it.

    Raises:
        DefinitionError: there is no such file, it cannot be read, or something in it is wrong; one Dutch sentence.
    """
    path = _find(name, own_folder, "formulieren")
    text = lees_tekst(path)
    definition = parse_definition(text, path.name)
    if definition.naam != name:
        raise DefinitionError(
            f"In {path.name}: naam ‘{definition.naam}’ is een andere dan die van het bestand; maak er ‘{name}’ van."
        )
    return definition, text


def load_toestemmingstabel(own_folder: Path | None) -> Toestemmingstabel:
    """Read the table that says what may leave the school with which consent (form A.6, section 7).

    Parameters:
        own_folder: folder with the school's own definitions, which go before the shipped ones; it need not exist.

    Raises:
        DefinitionError: the file cannot be read, or something in it is wrong; one Dutch sentence.
    """
    path = _find("toestemming", own_folder)
    return parse_toestemmingstabel(lees_tekst(path), path.name)


def _find(name: str, own_folder: Path | None, *shipped: str) -> Path:
    if not _NAME.fullmatch(name):
        raise DefinitionError(f"Er is geen formulier dat ‘{name[:60]}’ heet; kies een ander.")
    own = own_folder / f"{name}.toml" if own_folder else None
    return own if own and own.is_file() else resource(*shipped, f"{name}.toml")


def lees_tekst(path: Path) -> str:
    """The text of a definition that people can edit.

    Raises:
        DefinitionError: it cannot be read, is far too large, or is no UTF-8; one Dutch sentence.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError:
        raise DefinitionError(f"Het bestand {path.name} is niet te lezen; kijk of het er nog staat.") from None
    if len(content) > _MOST_BYTES:
        raise DefinitionError(f"Het bestand {path.name} is veel te groot; kijk of dit wel het goede bestand is.")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise DefinitionError(f"Het bestand {path.name} is geen UTF-8; bewaar het opnieuw als UTF-8.") from None
