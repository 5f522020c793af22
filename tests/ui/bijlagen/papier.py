"""Small PDFs and pictures with words on them, made on the spot."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter


def pdf(*pages: str, width: int = 595, height: int = 842) -> bytes:
    """A PDF with text at the top of each page; `|` begins a new line."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for words in pages:
        first, *rest = words.split("|")
        more = "".join(f" ({line}) '" for line in rest)
        stream = f"BT /F1 24 Tf 26 TL 60 {height - 80} Td ({first}) Tj /F1 13 Tf{more} ET".encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        box = f"[0 0 {width} {height}]".encode()
        content = len(objects)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox %s/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>" % (box, content)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def picture(kind: str = "PNG", width: int = 40, height: int = 30) -> bytes:
    """A picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(held.data())
