"""The XML of paragraphs and tables in Word, as text.

A document is written as one text that is parsed once: through python-docx's own objects each cell costs a search
through its whole table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from app.exports.opschonen import clean

_WHOLE_ROW = 1500
"""A row with more characters in one cell may break over pages: kept whole it would not fit on one, or leave a hole."""


Entry = tuple[str, str]
"""A line of a cell: words that come first, with emphasis, and the rest."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        text: its words, or its lines with their leads.
        style: id of the paragraph style.
        span: over how many columns it goes.
        emphasis: id of the character style of the leads.
    """

    text: str | Sequence[Entry]
    style: str
    span: int = 1
    emphasis: str = ""

    @property
    def length(self) -> int:
        """How many characters."""
        return (
            len(self.text) if isinstance(self.text, str) else sum(len(first) + len(rest) for first, rest in self.text)
        )

    def paragraphs(self, *, stays: bool) -> str:
        """Its content: one paragraph, or one for each line."""
        if isinstance(self.text, str):
            return paragraph(self.text, self.style, stays=stays)
        lines = [paragraph(rest, self.style, (first, self.emphasis), stays=stays) for first, rest in self.text]
        return "".join(lines) or paragraph("", self.style, stays=stays)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a table looks like.

    Attributes:
        style: id of the table style.
        widths: of the columns, in twentieths of a point.
        height: least height of a row in twentieths of a point; 0 for as high as its text.
        together: keep all rows on one page, where they fit.
        caption: what screen readers say of it.
    """

    style: str
    widths: Sequence[int]
    height: int = 0
    together: bool = False
    caption: str = ""


def paragraph(
    text: str, style: str = "", lead: tuple[str, str] = ("", ""), *, new_page: bool = False, stays: bool = False
) -> str:
    """A paragraph; newlines in it become line breaks.

    Parameters:
        style: id of the paragraph style; empty for the template's normal one.
        lead: words that come first, and the id of their character style.
        new_page: begin a new page with it.
        stays: keep it on one page with what follows.
    """
    settings = f'<w:pStyle w:val="{escape(style)}"/>' if style else ""
    settings += "<w:keepNext/>" if stays else ""
    settings += "<w:pageBreakBefore/>" if new_page else ""
    first, emphasis = lead
    runs = _run(first, f'<w:rPr><w:rStyle w:val="{escape(emphasis)}"/></w:rPr>') + _run(text)
    return f"<w:p><w:pPr>{settings}</w:pPr>{runs}</w:p>" if settings else f"<w:p>{runs}</w:p>"


def hairline(style: str) -> str:
    """An empty paragraph one point high: on a page that is full of a table it still fits, and makes no empty page."""
    exact = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{escape(style)}"/>{exact}</w:pPr></w:p>'


def _run(text: str, settings: str = "") -> str:
    if not text:
        return ""
    lines = "<w:br/>".join(map(_line, clean(text).split("\n")))
    return f"<w:r>{settings}{lines}</w:r>"


def _line(text: str) -> str:
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else "" for part in text.split("\t")
    )


def table(frame: Frame, rows: Sequence[Sequence[Cell]], head: Sequence[Cell] = ()) -> str:
    """A table. Its rows stay whole, and the head is repeated on each page.

    Parameters:
        rows: each with as many columns, spans counted, as the frame has widths.
        head: the first row, or nothing.
    """
    caption = f'<w:tblCaption w:val="{escape(clean(frame.caption))}"/>' if frame.caption else ""
    settings = (
        f'<w:tblStyle w:val="{escape(frame.style)}"/><w:tblW w:w="{sum(frame.widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="{int(bool(head))}" w:lastRow="0"'
        f' w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{caption}'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in frame.widths)
    parts = [_row(frame, head, head=True)] if head else []
    parts += [_row(frame, row, stays=frame.together and row is not rows[-1]) for row in rows]
    return f"<w:tbl><w:tblPr>{settings}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(parts)}</w:tbl>"


def _row(frame: Frame, cells: Sequence[Cell], *, head: bool = False, stays: bool = False) -> str:
    whole = all(cell.length <= _WHOLE_ROW for cell in cells)
    settings = "<w:cantSplit/>" if whole else ""
    settings += f'<w:trHeight w:val="{frame.height}" w:hRule="atLeast"/>' if frame.height and not head else ""
    settings += "<w:tblHeader/>" if head else ""
    parts = []
    at = 0
    for cell in cells:
        width = sum(frame.widths[at : at + cell.span])
        at += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        text = cell.paragraphs(stays=head or stays)
        parts.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{text}</w:tc>')
    return f"<w:tr><w:trPr>{settings}</w:trPr>{''.join(parts)}</w:tr>"
