"""The Word template: the program's own, or the school's huisstijl.

Of a template count its styles, its page, its header and footer; what stands in it is left out of the document.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from app.resources import resource

if TYPE_CHECKING:
    from docx.document import Document

OWN = Path("sjablonen") / "verslag.docx"
"""Where a school puts its own template, inside the folder of its archive."""

STYLES = {
    "Normal": "Standaard",
    "Title": "Titel",
    "Subtitle": "Ondertitel",
    "Heading 1": "Kop 1",
    "Heading 2": "Kop 2",
    "Heading 3": "Kop 3",
    "List Bullet": "Lijst opsom.teken",
} | {
    name: name
    for name in (
        "Ruggespraak nadruk",
        "Ruggespraak label",
        "Ruggespraak hint",
        "Ruggespraak gegeven",
        "Ruggespraak cel",
        "Ruggespraak celkop",
        "Ruggespraak schrijfregel",
        "Ruggespraak tussen",
        "Ruggespraak raster",
        "Ruggespraak gegevens",
    )
}
"""Styles that a template must have, each with what a Dutch Word calls it. The last two are of tables, and nadruk of
characters."""

_ALWAYS_KEPT = ("/styles", "/numbering", "/settings", "/webSettings", "/fontTable", "/theme", "/footnotes", "/endnotes")
"""Parts that belong to a template though its text does not point at them, by the end of their relationship."""


class TemplateProblem(Exception):
    """The school's own template can't be used; `str()` of it is the sentence for the user."""


def template_path(own_folder: Path | None) -> Path:
    """The school's own template when there is one, also when it can't be used, else the program's.

    Parameters:
        own_folder: folder of the archive.
    """
    folder = own_folder / OWN.parent if own_folder else None
    if folder is None or not folder.is_dir():
        return resource("sjablonen", "ruggespraak.docx")
    # A `verslag.doc` or `.dotx` is found too, so that it is named as wrong rather than passed over in silence.
    own = [each for each in folder.iterdir() if each.stem.casefold() == OWN.stem and each.is_file()]
    own.sort(key=lambda each: (each.suffix.casefold() != OWN.suffix, each.name))
    return own[0] if own else resource("sjablonen", "ruggespraak.docx")


def open_template(path: Path) -> "Document":
    """A new, empty document on a template.

    Raises:
        TemplateProblem: it is no Word document, can't be read, or misses a style.
    """
    import docx

    try:
        document = docx.Document(str(path))
        known = {style.name for style in document.styles}
        _empty(document)
    except PermissionError as error:
        raise TemplateProblem(
            f"Het sjabloon ‘{path.name}’ kan nu niet worden gelezen: sluit het in Word en probeer het opnieuw."
        ) from error
    except Exception as error:  # in how many ways a file can be no document, the library leaves to who finds them
        raise TemplateProblem(
            f"Het sjabloon ‘{path.name}’ is geen bruikbaar Word-document: sla het in Word opnieuw op als .docx, of "
            "haal het weg om het gewone sjabloon te gebruiken."
        ) from error
    missing = [dutch for name, dutch in STYLES.items() if name not in known]
    if missing:
        raise TemplateProblem(_names_missing(path, missing))
    return document


def _names_missing(path: Path, missing: list[str]) -> str:
    quoted = [f"‘{each}’" for each in missing]
    if len(quoted) == 1:
        which, them = f"ontbreekt de opmaakstijl {quoted[0]}", "die"
    else:
        which, them = f"ontbreken de opmaakstijlen {', '.join(quoted[:-1])} en {quoted[-1]}", "ze"
    return (
        f"In het sjabloon ‘{path.name}’ {which}: maak {them} in Word, begin met een nieuwe kopie van het gewone "
        "sjabloon, of haal dit sjabloon weg."
    )


def _empty(document: "Document") -> None:
    """Take out what stands in a template, and what only that pointed at: pictures, comments."""
    from docx.shared import Cm

    body = document.element.body
    body.clear_content()
    body.get_or_add_sectPr()
    page = document.sections[-1]
    if not page.page_width or not page.page_height:  # nobody set it; Word would take American paper
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.2)
    relations = document.part.rels
    used = set(body.xpath(".//@r:id"))
    for name, relation in list(relations.items()):
        if name not in used and not relation.reltype.endswith(_ALWAYS_KEPT):
            del relations[name]
