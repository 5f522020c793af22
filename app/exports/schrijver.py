"""Writes a document on a template, part by part. What it looks like, the template says."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.exports.opschonen import one_line
from app.exports.paginanummers import without_page_numbers
from app.exports.sjabloon import open_template
from app.exports.tekst import Regel
from app.exports.wordxml import Cell, Entry, Frame, hairline, paragraph, table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

LANGUAGE = "nl-NL"
CONFIDENTIAL = "Vertrouwelijk"
_LONGEST_PROPERTY = 255
"""Characters; python-docx refuses more."""

_BESIDE = 34
"""A value of more characters gets a row of its own among the facts."""

_TWIP = 635
"""A twentieth of a point in the unit of python-docx."""

_SHARES = {1: (1, 2), 2: (4, 5, 4, 5)}
"""Of a name and its value among the facts, by how many stand in a row."""

TABLE, LINES = "table", "Ruggespraak schrijfregel"

Fact = tuple[str, str]
"""A name and its value."""


class Writer:
    """A document in the making.

    Parameters:
        template: the template's file.
        title: what the document is; in its properties and where the template shows it.
        subject: what it is about in general.
        author: who made it.
        school: for where the template shows it.
        confidential: whether the template says that it is; False for what is about no child.
        numbered: whether pages are numbered; False for a pile of letters, in which they would count those of others.

    Raises:
        TemplateProblem: the template can't be used.
    """

    def __init__(
        self,
        template: Path,
        *,
        title: str,
        subject: str,
        author: str,
        school: str,
        confidential: bool = True,
        numbered: bool = True,
    ) -> None:
        self._document = open_template(template)
        self._style_ids = {style.name: style.style_id for style in self._document.styles}
        self._parts: list[str] = []
        self._last = ""
        self._set_properties(title, subject, author)
        if not numbered:
            for part in self._around():
                without_page_numbers(part)
        secret = CONFIDENTIAL if confidential else ""
        self._fill_controls(
            {"Ruggespraak titel": title, "Ruggespraak school": school, "Ruggespraak vertrouwelijk": secret}
        )

    def _set_properties(self, title: str, subject: str, author: str) -> None:
        properties = self._document.core_properties
        properties.title = one_line(title)[:_LONGEST_PROPERTY]
        properties.subject = one_line(subject)[:_LONGEST_PROPERTY]
        properties.author = properties.last_modified_by = one_line(author)[:_LONGEST_PROPERTY]
        properties.language = LANGUAGE
        properties.comments = properties.keywords = properties.category = properties.content_status = ""
        properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
        properties.revision = 1

    def _around(self) -> "list[BaseOxmlElement]":
        """All headers and footers."""
        found = self._document.part.rels.values()
        return [each.target_part.element for each in found if each.reltype.endswith(("/header", "/footer"))]

    def _fill_controls(self, texts: dict[str, str]) -> None:
        """Fill the content controls of header and footer that have one of these names."""
        from docx.oxml.ns import qn

        for part in self._around():
            for control in part.iter(qn("w:sdt")):
                name = control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}")
                shown = list(control.iter(qn("w:t")))
                if name is not None and name.get(qn("w:val")) in texts and shown:
                    shown[0].text = one_line(texts[name.get(qn("w:val"))])
                    for each in shown[1:]:  # an editor may have split it
                        each.text = ""

    def title(self, text: str, below: str = "", *, new_page: bool = False) -> None:
        """The title, and a line below it."""
        self._paragraph(one_line(text), "Title", new_page=new_page)
        if below:
            self._paragraph(one_line(below), "Subtitle")

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """A heading; Word's navigation shows it."""
        self._paragraph(one_line(text), f"Heading {level}", new_page=new_page)

    def label(self, text: str) -> None:
        """A small line above an answer; it stays with what follows."""
        self._paragraph(text, "Ruggespraak label")

    def hint(self, text: str, lead: str = "") -> None:
        """A small explanation, which stays with what follows; `lead` comes first, with emphasis."""
        self._paragraph(text, "Ruggespraak hint", lead=lead)

    def paragraph(self, text: str, style: str = "Normal") -> None:
        """A paragraph; newlines in it are line breaks."""
        self._paragraph(text, style)

    def prose(self, regels: Sequence[Regel], leads: frozenset[str] = frozenset()) -> None:
        """Paragraphs and lists.

        Parameters:
            leads: words that get emphasis where a list item begins with one and a colon.
        """
        for regel in regels:
            lead, colon, rest = regel.tekst.partition(": ")
            if colon and regel.punt and lead in leads:
                self._paragraph(rest, "List Bullet", lead=lead + colon)
            else:
                self._paragraph(regel.tekst, "List Bullet" if regel.punt else "Normal")

    def lines(self, count: int) -> None:
        """Room to write on paper, kept on one page."""
        for left in reversed(range(count)):
            self._paragraph("", LINES, stays=left > 0)

    def facts(self, facts: Sequence[Fact], *, per_row: int = 1, height: int = 0) -> None:
        """Names, each with its value next to it.

        Parameters:
            per_row: how many of them stand in a row where their values are short; 1 or 2.
            height: least height of a row in twentieths of a point; 0 for as high as its text.
        """
        if not facts:
            return
        name, value = self._style_ids["Ruggespraak gegeven"], self._style_ids["Ruggespraak cel"]
        widths = self._widths(_SHARES[per_row])
        rows = []
        for row in _arranged(facts, per_row):
            cells = [cell for label, text in row for cell in (Cell(label, name), Cell(text, value))]
            cells[-1] = Cell(row[-1][1], value, span=len(widths) - len(cells) + 1)
            rows.append(cells)
        self._table(Frame(self._style_ids["Ruggespraak gegevens"], widths, height, together=True), rows)

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str | Sequence[Entry]]],
        shares: Sequence[int],
        *,
        height: int = 0,
        caption: str = "",
        together: bool = False,
    ) -> None:
        """A table whose head is repeated on each page and whose rows stay whole.

        Parameters:
            rows: of cells, each its words or its lines with their leads.
            shares: width of each column as a share.
            height: least height of a row in twentieths of a point; 0 for as high as its text.
            caption: what screen readers say of it.
            together: keep all rows on one page, where they fit.
        """
        top, cell = self._style_ids["Ruggespraak celkop"], self._style_ids["Ruggespraak cel"]
        lead = self._style_ids["Ruggespraak nadruk"]
        frame = Frame(self._style_ids["Ruggespraak raster"], self._widths(shares), height, together, caption)
        made = [[Cell(text, cell, emphasis=lead) for text in row] for row in rows]
        self._table(frame, made, [Cell(text, top) for text in head])

    def finish(self) -> "Document":
        """The document. Nothing can be written to it afterwards."""
        from docx.document import Document
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        if self._last == TABLE:  # a document ends with a paragraph, or Word adds one as large as any
            self._parts.append(hairline(self._style_ids["Ruggespraak tussen"]))
        part = self._document.part
        made = parse_xml(f"<w:document {nsdecls('w')}><w:body>{''.join(self._parts)}</w:body></w:document>")
        # The template's page goes into the text rather than the text onto the page: bringing nodes over to another
        # document takes lxml a time that grows with the square of their number.
        made[0].append(deepcopy(self._document.element.body.sectPr))
        part._element = made
        return Document(made, part)

    def _paragraph(self, text: str, style: str, *, lead: str = "", new_page: bool = False, stays: bool = False) -> None:
        if self._last == TABLE and not style.startswith("Heading"):
            self._gap()
        self._last = style
        style_id = self._style_ids[style] if style != "Normal" else ""
        leading = (lead, self._style_ids["Ruggespraak nadruk"])
        self._parts.append(paragraph(text, style_id, leading, new_page=new_page, stays=stays))

    def _table(self, frame: Frame, rows: Sequence[Sequence[Cell]], head: Sequence[Cell] = ()) -> None:
        if self._last in (TABLE, LINES):  # two tables without anything between them are one to Word
            self._gap()
        self._parts.append(table(frame, rows, head))
        self._last = TABLE

    def _gap(self) -> None:
        self._parts.append(paragraph("", self._style_ids["Ruggespraak tussen"]))

    def _widths(self, shares: Sequence[int]) -> list[int]:
        """Columns that fill the width of the text, in twentieths of a point."""
        section = self._document.sections[-1]
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        whole = sum(shares)
        return [width // _TWIP * share // whole for share in shares]


def _arranged(facts: Sequence[Fact], per_row: int) -> list[list[Fact]]:
    """The facts row by row; a long value has its row to itself."""
    rows: list[list[Fact]] = []
    for fact in facts:
        if rows and len(rows[-1]) < per_row and not _is_long(fact) and not _is_long(rows[-1][-1]):
            rows[-1].append(fact)
        else:
            rows.append([fact])
    return rows


def _is_long(fact: Fact) -> bool:
    return len(fact[1]) > _BESIDE or "\n" in fact[1]
