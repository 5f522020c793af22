"""Page numbers of a template, taken out where they would be wrong."""

from typing import Any


def without_page_numbers(part: Any) -> None:
    """Take the page numbers out of a header or footer.

    What stands behind the same tab goes along, such as the words around the numbers; the rest stays.

    Parameters:
        part: its lxml element.
    """
    from docx.oxml.ns import qn

    for paragraph in part.iter(qn("w:p")):
        children = list(paragraph)
        numbers = [at for at, child in enumerate(children) if _has_page_number(child)]
        if numbers:
            tabs = [at for at, child in enumerate(children[: numbers[0]]) if child.find(qn("w:tab")) is not None]
            for child in children[tabs[-1] if tabs else numbers[0] :]:
                paragraph.remove(child)


def _has_page_number(node: Any) -> bool:
    """Whether part of a paragraph is, or holds, a field with the number of the page or of all pages."""
    from docx.oxml.ns import qn

    simple = [each.get(qn("w:instr")) or "" for each in node.iter(qn("w:fldSimple"))]
    return "PAGE" in " ".join([*simple, *(each.text or "" for each in node.iter(qn("w:instrText")))])
