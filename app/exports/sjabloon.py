"""The Word template: the program's own, or the school's huisstijl."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.resources import resource

if TYPE_CHECKING:
    from docx.document import Document

OWN = Path("sjablonen") / "verslag.docx"
"""Where a school puts its own template, inside the folder of its archive."""

STYLES = ("Title", "Subtitle", "Heading 1", "Heading 2", "Normal", "List Bullet", "Ruggespraak label")
"""Paragraph styles that a template must have."""


class TemplateProblem(Exception):
    """The school's own template can't be used; `str()` of it is the sentence for the user."""


def template_path(own_folder: Path | None) -> Path:
    """The school's own template when there is one, else the program's."""
    own = own_folder / OWN if own_folder else None
    return own if own is not None and own.is_file() else resource("sjablonen", "ruggespraak.docx")


def open_template(path: Path) -> "Document":
    """A new document on a template.

    Raises:
        TemplateProblem: it is no Word document, or misses a style.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError, OSError) as error:
        raise TemplateProblem(
            f"Het sjabloon ‘{path.name}’ is geen Word-document (.docx): sla het in Word opnieuw op als .docx, "
            "of haal het weg om het gewone sjabloon te gebruiken."
        ) from error
    known = {style.name for style in document.styles}
    missing = [name for name in STYLES if name not in known]
    if missing:
        raise TemplateProblem(
            f"In het sjabloon ‘{path.name}’ ontbreekt de opmaakstijl ‘{missing[0]}’: maak die stijl in Word aan, "
            "of haal het sjabloon weg om het gewone te gebruiken."
        )
    return document
