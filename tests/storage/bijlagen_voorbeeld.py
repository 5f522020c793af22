"""Small files of every kind, made on the spot."""

import io
import zipfile

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def zipped(**parts: bytes) -> bytes:
    """A zip with these parts; a double underscore in a name stands for a slash, a single one for a dot."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), content)
    return held.getvalue()


KINDS = {
    "pdf": PDF,
    "png": PNG,
    "jpg": b"\xff\xd8\xff\xe0" + bytes(30),
    "gif": b"GIF89a" + bytes(30),
    "webp": b"RIFF\x10\0\0\0WEBPVP8 " + bytes(20),
    "txt": "Juf schreef: hij las één bladzijde.".encode(),
    "docx": zipped(word__document_xml=b"<a/>"),
    "xlsx": zipped(xl__workbook_xml=b"<a/>"),
    "odt": zipped(mimetype=b"application/vnd.oasis.opendocument.text"),
    "ods": zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
    "doc": OLE + "WordDocument".encode("utf-16-le") + bytes(100),
}
"""By the ending that such a file gets."""

REFUSED = {
    "programma": b"MZ" + bytes(100),
    "script": b"#!/bin/sh\nrm -rf /\n",
    "elf": b"\x7fELF" + bytes(100),
    "zip": zipped(a_exe=b"MZ"),
    "macro": zipped(word__document_xml=b"<a/>", word__vbaProject_bin=b"x"),
    "oude macro": OLE + "WordDocument".encode("utf-16-le") + "_VBA_PROJECT".encode("utf-16-le"),
    "installatie": OLE,
    "webpagina": b"<html><script>alert(1)</script></html>",
    "kapotte zip": b"PK\x03\x04" + bytes(50),
    "val": zipped(word__document_xml=b"<a/>")[:-10] + b"\xff\xff\xff\x7f" + bytes(6),
}
"""What no annex can be, whatever its name."""
