"""Bytes become text: Excel writes Windows-1252, others UTF-8, and `Unicode-tekst` is UTF-16."""

import codecs

from app.imports.problem import ImportProblem

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 4096
_LAYOUT = "\t\n\r\f\v\x1a"
"""Control characters that text files do hold; the last one is the end of file of old programs."""


def als_tekst(data: bytes, naam: str) -> str:
    """The text in a file.

    Raises:
        ImportProblem: it is no text.
    """
    text = _decoded(data)
    sample = text[:_SAMPLE]
    strange = sum(each < " " and each not in _LAYOUT for each in sample)
    if "\x00" in text or strange * 20 > len(sample):
        raise ImportProblem(
            f"{naam} is geen tabel: kies een bestand uit Excel of LibreOffice, of een CSV-bestand van je administratie."
        )
    return text


def _decoded(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[place:_SAMPLE:2]
        if len(half) > 1 and half.count(0) * 10 > len(half) * 9:  # plain letters take one byte of the two
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
