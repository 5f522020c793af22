"""Makes resources/sjablonen/ruggespraak.docx: `python -m tools.maak_sjabloon`.

Styles, page, header and footer live in the template, so that a school can replace it by its own huisstijl. It is made
once and kept in git; run this again only to change how the documents look. Written part by part rather than with
python-docx, whose own template brings along 160 styles, a thumbnail and the compatibility mode of Word 2010.
"""

import io
import zipfile
from dataclasses import dataclass

from app.resources import resource

FONT = "Calibri"  # on every Windows and Mac with Word; LibreOffice has Carlito, which is exactly as wide
INK, MUTED, ACCENT = "1E2A2D", "5A686C", "0E6565"
LINE, WRITING_LINE, TINT = "D5DAD8", "A9B4B2", "E9F2F1"
CM = 567  # twentieths of a point
WIDTH, HEIGHT, SIDE, TOP, BOTTOM = 11906, 16838, round(2.2 * CM), round(2.2 * CM), round(2 * CM)
WRITING = round(0.7 * CM)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Text:
    """A paragraph style.

    Attributes:
        name: as Word stores it; built-in ones in lower case.
        size: in half points; 0 for that of the style it is based on.
        before, after: white space in twentieths of a point.
        line: height in 240ths of a line, or with `exact` in twentieths of a point.
        level: of a heading in the navigation, from 0; -1 for none.
        more: further settings of the paragraph, which come before its spacing.
    """

    name: str
    size: int = 0
    colour: str = ""
    bold: bool = False
    before: int = 0
    after: int = 0
    line: int = 276
    exact: bool = False
    level: int = -1
    keep: bool = False
    more: str = ""
    indent: str = ""
    based_on: str = "Normal"

    def xml(self) -> str:
        """The style."""
        rule = "exact" if self.exact else "auto"
        paragraph = "<w:keepNext/><w:keepLines/>" if self.keep else ""
        paragraph += f'{self.more}<w:spacing w:before="{self.before}" w:after="{self.after}" w:line="{self.line}" '
        paragraph += f'w:lineRule="{rule}"/>{self.indent}'
        paragraph += f'<w:outlineLvl w:val="{self.level}"/>' if self.level >= 0 else ""
        run = "<w:b/>" if self.bold else ""
        run += f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        run += f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>' if self.size else ""
        based = f'<w:basedOn w:val="{self.based_on}"/>' if self.name != "Normal" else ""
        default = ' w:default="1"' if self.name == "Normal" else ""
        default += ' w:customStyle="1"' if self.name.startswith("Ruggespraak") else ""
        after = '<w:next w:val="Normal"/>' if self.level >= 0 else ""
        return (
            f'<w:style w:type="paragraph"{default} w:styleId="{style_id(self.name)}"><w:name w:val="{self.name}"/>'
            f"{based}{after}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )


def style_id(name: str) -> str:
    """Id of a style, e.g. `Heading1`."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def edge(side: str, colour: str = LINE, space: int = 0) -> str:
    """A thin line."""
    return f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{colour}"/>'


RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{WIDTH - 2 * SIDE}"/></w:tabs>'
INDENT = '<w:ind w:left="284" w:hanging="284"/>'
BULLET = '<w:numPr><w:numId w:val="1"/></w:numPr>'

TEXTS = (
    Text("Normal", after=100),
    Text("Title", 48, INK, bold=True, line=240, keep=True),
    Text("Subtitle", 28, ACCENT, after=180, line=252, keep=True),
    Text("heading 1", 28, ACCENT, bold=True, before=280, after=60, line=252, level=0, keep=True),
    Text("heading 2", 24, INK, bold=True, before=280, after=40, line=252, level=1, keep=True),
    Text("heading 3", 21, ACCENT, bold=True, before=180, after=20, line=252, level=2, keep=True),
    Text("List Bullet", after=30, more=BULLET, indent=INDENT),
    Text("header", 18, MUTED, line=240, more=RIGHT_TAB),
    Text("footer", 18, MUTED, line=240, more=RIGHT_TAB),
    Text("Ruggespraak label", 19, MUTED, bold=True, before=120, line=252, keep=True),
    Text("Ruggespraak hint", 18, MUTED, before=60, after=40, line=252, keep=True),
    Text("Ruggespraak gegeven", 20, MUTED, line=252),
    Text("Ruggespraak cel", 20, line=252),
    Text("Ruggespraak celkop", 19, ACCENT, bold=True, line=252),
    Text(
        "Ruggespraak schrijfregel",
        line=WRITING,
        exact=True,
        more=f"<w:pBdr>{edge('bottom', WRITING_LINE)}{edge('between', WRITING_LINE)}</w:pBdr>",
    ),
    Text("Ruggespraak tussen", 4, line=140, exact=True),
)


def styles() -> str:
    """All styles; the language of every text is set once, under them."""
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" '
        f'w:cs="{FONT}"/><w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    basics = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="RuggespraakNadruk">'
        f'<w:name w:val="Ruggespraak nadruk"/><w:qFormat/><w:rPr><w:b/><w:color w:val="{INK}"/></w:rPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/>'
        "</w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    head = f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr>'
    tables = (
        table_style("Ruggespraak raster", 60, 100, head + "</w:tblStylePr>"),
        table_style("Ruggespraak gegevens", 50, 0),
    )
    every = basics + "".join(text.xml() for text in TEXTS) + "".join(tables)
    return f"{XML}<w:styles {W}>{defaults}{every}</w:styles>"


def table_style(name: str, above: int, left: int, more: str = "") -> str:
    """A table with thin lines between its rows.

    Parameters:
        above: white space above and below a text, in twentieths of a point; `left`: before it.
    """
    sizes = (("top", above), ("left", left), ("bottom", above), ("right", 120))
    margins = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sizes)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>'
        f"<w:tblBorders>{edge('top')}{edge('bottom')}{edge('insideH')}</w:tblBorders>"
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{more}</w:style>"
    )


TAB = "<w:r><w:tab/></w:r>"


def control(name: str) -> str:
    """A content control, which the program fills by its name; Word and LibreOffice keep it when a school edits this."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:text/></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{name}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def field(name: str) -> str:
    """A number that Word keeps right."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def run(text: str) -> str:
    """Words, after a tab."""
    return f'{TAB}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def top_or_bottom(kind: str, content: str) -> str:
    """Header (`hdr`) or footer (`ftr`)."""
    style = {"hdr": "Header", "ftr": "Footer"}[kind]
    return f'{XML}<w:{kind} {W} {R}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p></w:{kind}>'


def document() -> str:
    """An empty page of A4."""
    return (
        f'{XML}<w:document {W} {R}><w:body><w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        f'<w:footerReference w:type="default" r:id="rId6"/><w:pgSz w:w="{WIDTH}" w:h="{HEIGHT}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{SIDE}" w:bottom="{BOTTOM}" w:left="{SIDE}" w:header="{round(1.1 * CM)}" '
        f'w:footer="{round(1 * CM)}" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def settings() -> str:
    """Today's Word, Dutch, decimal comma."""
    return (
        f'{XML}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def numbering() -> str:
    """The one kind of list."""
    return (
        f'{XML}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr>' + INDENT + "</w:pPr>"
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}"/><w:color w:val="{ACCENT}"/></w:rPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def fonts() -> str:
    """What to use where there is no Calibri."""
    kind = '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    font = f'<w:font w:name="{FONT}"><w:altName w:val="Carlito"/>{kind}<w:pitch w:val="variable"/></w:font>'
    return f"{XML}<w:fonts {W}>{font}</w:fonts>"


def properties() -> tuple[str, str]:
    """The properties that people see, and those of the program."""
    people = (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>nl-NL</dc:language></cp:coreProperties>'
    )
    program = (
        f'{XML}<Properties xmlns="{OFFICE}/extended-properties"><Application>Ruggespraak</Application></Properties>'
    )
    return people, program


def relations(*targets: tuple[str, str]) -> str:
    """Which part points at which, numbered from `rId1`."""
    each = "".join(
        f'<Relationship Id="rId{at}" Type="{kind if "//" in kind else f"{OFFICE}/relationships/{kind}"}" '
        f'Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def content_types() -> str:
    """What each part is."""
    kinds = {"document": "document.main", "header1": "header", "footer1": "footer", "fontTable": "fontTable"}
    kinds |= {name: name for name in ("styles", "settings", "numbering")}
    words = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{words}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override '
        'PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def parts() -> dict[str, str]:
    """The template, part by part."""
    core, app = properties()
    inside = ("styles", "numbering", "settings", "fontTable")
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(
            ("officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": core,
        "docProps/app.xml": app,
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relations(
            *((name, f"{name}.xml") for name in inside), ("header", "header1.xml"), ("footer", "footer1.xml")
        ),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(),
        "word/header1.xml": top_or_bottom(
            "hdr", control("Ruggespraak school") + TAB + control("Ruggespraak vertrouwelijk")
        ),
        "word/footer1.xml": top_or_bottom(
            "ftr",
            control("Ruggespraak titel")
            + run("pagina ")
            + field("PAGE")
            + '<w:r><w:t xml:space="preserve"> van </w:t></w:r>'
            + field("NUMPAGES"),
        ),
    }


def template() -> bytes:
    """The template as a file; the same each time."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts().items():
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def main() -> None:
    """Make the template and put it in its place."""
    path = resource("sjablonen", "ruggespraak.docx")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(template())


if __name__ == "__main__":
    main()
