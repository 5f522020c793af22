"""Makes resources/sjablonen/ruggespraak.docx: `python -m tools.maak_sjabloon`.

Styles, page, header and footer live in the template, so that a school can replace it by its own huisstijl. It is made
once and kept in git; run this again only to change how the documents look.
"""

from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from app.resources import resource

FONT = "Calibri"
INK, MUTED, ACCENT = RGBColor(0x1E, 0x2A, 0x2D), RGBColor(0x5A, 0x68, 0x6C), RGBColor(0x0E, 0x65, 0x65)
TEXT_WIDTH = Cm(21 - 2 * 2.3)


def main() -> None:
    """Make the template and put it in its place."""
    document = Document()
    _page(document)
    _styles(document)
    _header_and_footer(document)
    for paragraph in list(document.paragraphs):
        paragraph._element.getparent().remove(paragraph._element)
    path = resource("sjablonen", "ruggespraak.docx")
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


def _page(document: DocxDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)
    properties = document.core_properties
    properties.author, properties.comments, properties.title, properties.language = "", "", "", "nl-NL"


def _styles(document: DocxDocument) -> None:
    styles = document.styles
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for language in defaults.findall(qn("w:lang")):
        defaults.remove(language)
    defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="nl-NL"/>'))
    _style(styles["Normal"], 10.5, INK, after=5, line=1.15)
    _style(styles["Title"], 22, INK, bold=True, after=0)
    _style(styles["Subtitle"], 13, MUTED, after=10)
    _style(styles["Heading 1"], 13.5, ACCENT, bold=True, before=16, after=4)
    _style(styles["Heading 2"], 11.5, INK, bold=True, before=12, after=3)
    _style(styles["List Bullet"], 10.5, INK, after=2, line=1.15)
    label = styles.add_style("Ruggespraak label", WD_STYLE_TYPE.PARAGRAPH)
    label.base_style = styles["Normal"]
    _style(label, 9, MUTED, before=5, after=0)
    label.paragraph_format.keep_with_next = True
    gap = styles.add_style("Ruggespraak tussen", WD_STYLE_TYPE.PARAGRAPH)
    gap.base_style = styles["Normal"]
    _style(gap, 4, MUTED, after=0)
    for name in ("Heading 1", "Heading 2", "Title"):
        styles[name].paragraph_format.keep_with_next = True
    border = styles["Title"].element.pPr.find(qn("w:pBdr"))
    if border is not None:
        styles["Title"].element.pPr.remove(border)


def _style(
    style: Any,
    size: float,
    colour: RGBColor,
    *,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    line: float = 1,
) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic, font.color.rgb = FONT, Pt(size), bold, False, colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(before), Pt(after), line


def _header_and_footer(document: DocxDocument) -> None:
    section = document.sections[0]
    for part in (section.header, section.footer):
        paragraph = part.paragraphs[0]
        paragraph.style.font.size, paragraph.style.font.color.rgb = Pt(8.5), MUTED
        paragraph.style.font.name = FONT
        stops = paragraph.style.paragraph_format.tab_stops
        for stop in list(stops):
            stops._pPr.tabs.remove(stop._tab)
        stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run("\tpagina ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" van ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


if __name__ == "__main__":
    main()
