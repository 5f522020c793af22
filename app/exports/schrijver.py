"""Writes paragraphs and tables on a template. The only place that knows python-docx and Word's XML."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from app.exports.opschonen import clean
from app.exports.sjabloon import open_template

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

VERTROUWELIJK = "Vertrouwelijk"
_LINE = "E1DFD8"
_HEAD = "EDF4F3"
_CELL_MARGIN = 90


class Writer:
    """A document in the making.

    Parameters:
        template: the template's file.
        title: what the document is, also in its properties.
        author: who made it.
        header: what stands at the top of each page.
    """

    def __init__(self, template: Path, title: str, author: str, header: str) -> None:
        self._document = open_template(template)
        self._style_ids = {style.name: style.style_id for style in self._document.styles}
        properties = self._document.core_properties
        properties.title = clean(title)
        properties.author = clean(author)
        properties.last_modified_by = clean(author)
        properties.language = "nl-NL"
        properties.comments = ""
        properties.keywords = ""
        top = self._document.sections[0].header.paragraphs
        if top:
            top[0].text = clean(f"{header}\t{VERTROUWELIJK}")

    @property
    def document(self) -> "Document":
        """The document so far."""
        return self._document

    def title(self, text: str, below: str = "") -> None:
        """The title, and a line below it."""
        self.paragraph(text, "Title")
        if below:
            self.paragraph(below, "Subtitle")

    def heading(self, text: str, level: int = 1) -> None:
        """A heading; Word's navigation shows it."""
        self.paragraph(text, f"Heading {level}")

    def label(self, text: str) -> None:
        """A small line above an answer; it stays with what follows."""
        self.paragraph(text, "Ruggespraak label")

    def paragraph(self, text: str, style: str = "Normal") -> None:
        """A paragraph; newlines in it are line breaks."""
        paragraph = self._document.add_paragraph(clean(text))
        if style != "Normal":  # by its id: by its name the library searches all styles again at each paragraph
            paragraph._p.style = self._style_ids[style]

    def bullets(self, texts: Iterable[str]) -> None:
        """A list."""
        for text in texts:
            self.paragraph(text, "List Bullet")

    def lines(self, count: int) -> None:
        """Room to write on paper."""
        self._append(_table([[""]] * count, [1], self._width(), head=None, height=410))

    def facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Names and values next to each other, without lines."""
        rows = [[name, value] for name, value in facts if value]
        if rows:
            self._append(_table(rows, [2, 5], self._width(), head=None, lines=False, bold_first=True))

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int], height: int = 0) -> None:
        """A table whose head is repeated on each page and whose rows stay whole.

        Parameters:
            shares: width of each column as a share.
            height: least height of a row in twentieths of a point; 0 for as high as its text.
        """
        self._append(_table(rows, shares, self._width(), head=head, height=height))

    def _append(self, table: "BaseOxmlElement") -> None:
        body = self._document.element.body
        body.insert(len(body) - 1, table)  # before the section's own settings, which end the document
        self.paragraph("", "Ruggespraak tussen")

    def _width(self) -> int:
        section = self._document.sections[0]
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        return width // 635  # twentieths of a point


def _table(
    rows: Sequence[Sequence[str]],
    shares: Sequence[int],
    width: int,
    *,
    head: Sequence[str] | None,
    lines: bool = True,
    bold_first: bool = False,
    height: int = 0,
) -> "BaseOxmlElement":
    """A whole table in one go: cell by cell through the library costs a thousand times more in long tables."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    widths = [width * share // sum(shares) for share in shares]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    border = f'w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"'
    edges = "".join(f"<w:{side} {border}/>" for side in ("top", "bottom", "insideH")) if lines else ""
    margins = "".join(
        f'<w:{side} w:w="{size}" w:type="dxa"/>'
        for side, size in (("top", 50), ("left", _CELL_MARGIN if lines else 0), ("bottom", 50), ("right", _CELL_MARGIN))
    )
    parts = [_row(head, widths, head=True)] if head else []
    parts += [_row(row, widths, bold_first=bold_first, height=height) for row in rows]
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(parts)}</w:tbl>"
    )


def _row(
    cells: Sequence[str], widths: Sequence[int], *, head: bool = False, bold_first: bool = False, height: int = 0
) -> str:
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    settings = f"<w:cantSplit/>{tall}" + ("<w:tblHeader/>" if head else "")
    parts = [
        _cell(text, width, head=head, bold=head or (bold_first and at == 0))
        for at, (text, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return f"<w:tr><w:trPr>{settings}</w:trPr>{''.join(parts)}</w:tr>"


def _cell(text: str, width: int, *, head: bool, bold: bool) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_HEAD}"/>' if head else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).split("\n"))
    spacing = '<w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"<w:p>{spacing}<w:r>{run}{lines}</w:r></w:p></w:tc>"
    )
