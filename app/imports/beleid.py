"""A conversation policy from a file, as another school made it."""

from pathlib import Path

from app.imports.problem import ImportProblem
from app.models.forms.toml_table import DefinitionError
from app.models.gespreksbeleid.definition import Beleid
from app.models.gespreksbeleid.loader import parse_beleid

MOST_BYTES = 1_000_000
"""Of one policy; those that ship have some 4,000."""


def lees_beleid(path: Path) -> tuple[Beleid, str]:
    """Read a policy and the text it stands in.

    Raises:
        ImportProblem: the file can't be read, is far too large, is no UTF-8, or something in it is wrong.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise ImportProblem(f"{path.name} is niet te lezen; kijk of het bestand er nog staat.") from None
    if len(content) > MOST_BYTES:
        raise ImportProblem(f"{path.name} is veel te groot; kijk of dit wel een gespreksbeleid is.")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise ImportProblem(f"{path.name} is geen gewone tekst; bewaar het opnieuw als UTF-8.") from None
    try:
        return parse_beleid(text, path.name), text
    except DefinitionError as error:
        raise ImportProblem(str(error)) from None
