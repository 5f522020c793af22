"""Documents as a person reads them, to compare with the files in `referenties/`.

A document that changed on purpose gets a new reference: run the tests once with `NIEUWE_REFERENTIES=1` and look at the
difference in git as you would at code.
"""

import os
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

REFERENCES = Path(__file__).with_name("referenties")


def reopened(document: Document) -> Document:
    """The document as another program finds it."""
    file = BytesIO()
    document.save(file)
    file.seek(0)
    return docx.Document(file)


def words_of(document: Document) -> str:
    """All its words, in order."""
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += [text for row in block.rows for text in _cells(row)]
        else:
            lines.append(block.text)
    return "\n".join(lines)


def as_text(document: Document) -> str:
    """Properties, header and footer, then each paragraph with its style and each table with its rows."""
    document = reopened(document)
    properties, section = document.core_properties, document.sections[0]
    lines = [
        f"titel: {properties.title}",
        f"onderwerp: {properties.subject}",
        f"auteur: {properties.author}",
        f"taal: {properties.language}",
        f"boven: {_all_words(section.header)}",
        f"onder: {_all_words(section.footer)}",
        "",
    ]
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += [f"| {' | '.join(text.replace(chr(10), ' / ') for text in _cells(row))} |" for row in block.rows]
        elif block.style.name != "Ruggespraak tussen":
            style = "" if block.style.name == "Normal" else f"[{block.style.name}] "
            lines.append(f"{style}{block.text}".rstrip())
    return "\n".join(lines) + "\n"


def assert_reads_as(document: Document, name: str) -> None:
    """Compare a document with its reference."""
    path = REFERENCES / f"{name}.txt"
    if os.environ.get("NIEUWE_REFERENTIES"):
        path.write_text(as_text(document), encoding="utf-8", newline="\n")
    assert as_text(document) == path.read_text(encoding="utf-8")


def _cells(row) -> list[str]:
    return [cell.text for at, cell in enumerate(row.cells) if at == 0 or cell._tc is not row.cells[at - 1]._tc]


def _all_words(part) -> str:
    """Also those in fields and content controls, which python-docx passes over."""
    runs = part._element.iter(qn("w:r"))
    return "".join("\t" if each.tag == qn("w:tab") else each.text or "" for run in runs for each in run).strip()
