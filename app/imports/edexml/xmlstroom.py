"""Feeds XML that comes from outside to handlers: in small pieces, within limits, without DTD or entities.

Expat is used directly rather than a tree builder, because text that may not be kept must not be collected anywhere.
"""

import re
from collections.abc import Callable
from typing import BinaryIO
from xml.parsers import expat

from app.imports.problem import ImportCancelled, ImportProblem

PIECE = 64 * 1024
MAX_TOKEN = 1024 * 1024
"""Bytes that one tag, attribute or comment may take; a longer one would have to be held in memory whole."""

MAX_NAMES = 5_000
"""Different names of elements and attributes; expat remembers each. EDEXML has about a hundred."""

_DECLARED = re.compile(rb"""^<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0": "utf-16le",
    b"\0<": "utf-16be",
}
# What a file says it is, and what it is read as. Programs that write windows-1252 often call it iso-8859-1 (the two
# differ only where the latter has control codes); a file of single bytes that claims utf-16 was converted afterwards.
_ENCODINGS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "utf-16": "utf-8",
    "windows-1252": "windows-1252",
    "cp1252": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "iso-8859-15": "iso-8859-15",
}
_CUT_OFF = {
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
    )
}
_INVALID_TOKEN = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]
_SYNTAX = expat.errors.codes[expat.errors.XML_ERROR_SYNTAX]
_ENTITY = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]


class XmlStroom:
    """Reads XML from a stream.

    Parameters:
        naam: name of the file, for sentences.
        max_bytes: more is never read, also when the file grows meanwhile.
    """

    def __init__(self, naam: str, max_bytes: int) -> None:
        self._naam, self._max_bytes = naam, max_bytes
        self._fed = 0
        self._encoding: str | None = None
        self.parser: expat.XMLParserType = expat.ParserCreate()

    def open(self, begin: bytes) -> expat.XMLParserType:
        """Make the parser for a file that begins with these bytes; the caller sets its handlers.

        Raises:
            ImportProblem: an encoding that no school administration writes.
        """
        self._encoding = self._recognised(begin)
        self.parser = expat.ParserCreate(self._encoding)
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        return self.parser

    def feed(self, stream: BinaryIO, progress: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
        """Read the stream to its end.

        Parameters:
            progress: told the number of bytes read.
            cancelled: asked before each piece.

        Raises:
            ImportProblem: the XML is damaged, cut off or hostile.
            ImportCancelled: the user stopped.
        """
        try:
            while piece := self._read(stream, cancelled):
                self._parse(piece)
                progress(self._fed)
            self._parse(b"")
        finally:
            # Parser and handlers hold each other, and with them every row: let go of them now.
            self.parser.StartElementHandler = self.parser.EndElementHandler = None
            self.parser.StartDoctypeDeclHandler = self.parser.CharacterDataHandler = None

    def _read(self, stream: BinaryIO, cancelled: Callable[[], bool]) -> bytes:
        if cancelled():
            raise ImportCancelled
        return stream.read(PIECE)

    def _parse(self, piece: bytes) -> None:
        try:
            self.parser.Parse(piece, not piece)
        except expat.ExpatError as error:
            raise self._explained(error, piece) from None
        self._fed += len(piece)
        self._check_limits()

    def refuse(self, why: str) -> ImportProblem:
        """The refusal of a file that no administration makes, with the line that is being read."""
        line = self.parser.CurrentLineNumber
        return ImportProblem(
            f"{self._naam} {why} (regel {line}) en wordt daarom niet gelezen: maak het bestand opnieuw in ParnasSys "
            "of Esis, of vraag wie het je gaf waar het vandaan komt."
        )

    def no_edexml(self) -> ImportProblem:
        """The refusal of XML that is about something else."""
        return ImportProblem(
            f"{self._naam} is geen EDEXML: maak in ParnasSys een bestand met ‘EDEX & UWLR (nieuw)’, of in Esis met "
            "‘EDEXML’, en kies dat."
        )

    def _refuse_doctype(self, name: str, *_declaration: object) -> None:
        if name.lower() == "html":
            raise self.no_edexml()
        raise self.refuse("bevat verwijzingen (entiteiten) die een EDEXML-bestand nooit heeft")

    def _check_limits(self) -> None:
        if self._fed - max(self.parser.CurrentByteIndex, 0) > MAX_TOKEN:
            raise self.refuse("bevat een stuk dat veel te lang is")
        if self._fed > self._max_bytes:
            raise self.refuse("is veel groter dan een EDEXML-bestand kan zijn")
        if len(self.parser.intern) > MAX_NAMES:
            raise self.refuse("bevat te veel verschillende onderdelen")

    def _recognised(self, begin: bytes) -> str | None:
        for mark, encoding in _MARKS.items():
            if begin.startswith(mark):
                return encoding
        declared = _DECLARED.match(begin)
        if declared is None:
            return None
        known = _ENCODINGS.get(declared[1].decode("ascii").lower())
        if known is None:
            raise ImportProblem(
                f"{self._naam} is geschreven in een codering die niet bekend is (regel 1): maak het bestand opnieuw "
                "in ParnasSys of Esis, als UTF-8 of Windows-1252."
            )
        return known

    def _explained(self, error: expat.ExpatError, piece: bytes) -> ImportProblem:
        naam, line = self._naam, error.lineno
        if error.code == _ENTITY:
            return self.refuse("bevat verwijzingen (entiteiten) die een EDEXML-bestand nooit heeft")
        if error.code in _CUT_OFF:
            return ImportProblem(
                f"{naam} houdt bij regel {line} plotseling op en is dus niet compleet: maak of kopieer het opnieuw; "
                "er is niets overgenomen."
            )
        if error.code in (_SYNTAX, _INVALID_TOKEN) and not self.parser.intern:  # no element has been seen
            return ImportProblem(
                f"{naam} is geen XML-bestand: kies het EDEXML-bestand uit je leerlingadministratie, dat meestal "
                "EDEX.XML heet."
            )
        if error.code == _INVALID_TOKEN and self._is_foreign_byte(piece):
            return ImportProblem(
                f"{naam} bevat op regel {line} letters in een andere codering dan het bestand zelf zegt: maak het "
                "opnieuw in ParnasSys of Esis, zonder het tussendoor te bewerken."
            )
        return ImportProblem(
            f"{naam} is beschadigd bij regel {line}: maak of kopieer het opnieuw; er is niets overgenomen."
        )

    def _is_foreign_byte(self, piece: bytes) -> bool:
        if self._encoding not in (None, "utf-8", "windows-1252", "iso-8859-15"):
            return False
        place = self.parser.ErrorByteIndex - self._fed
        return any(byte >= 0x80 for byte in piece[max(place, 0) : place + 4])
