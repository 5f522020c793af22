"""What stands on the pages of a PDF or in a picture, drawn from memory; no widgets, and good on any thread.

PDFium draws one page at a time in the whole program: it is not made for more threads.
"""

import ctypes
import sys
import threading
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PIXELS = 24_000_000
"""Of one drawn page, some 96 MB: a page that says it is a kilometre wide is drawn smaller."""

MOST_IMAGE_PIXELS = 120_000_000
MOST_IMAGE_BYTES = 60 * 1024 * 1024
"""Pictures beyond this can't be a photo of a page; opening one would take the memory of the laptop."""

_pdfium = threading.RLock()


class NietTeTonen(Exception):
    """The content can't be shown here; `str()` of it is the sentence for the user."""


class Bladen(Protocol):
    """Pages to look at."""

    aantal: int

    def teken(self, nummer: int, breedte: int) -> QImage:
        """Draw page `nummer`, from 0, at most `breedte` pixels wide; raises NietTeTonen. Nothing once it was let go."""
        ...

    def sluit(self) -> None:
        """Let go of the content."""
        ...


class PdfBladen:
    """The pages of a PDF.

    Parameters:
        data: the whole file.

    Raises:
        NietTeTonen: it asks for a password, or is no PDF after all.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # loads PDFium: only for who looks at a PDF

        with _pdfium:
            try:
                self._document: PdfDocument = pypdfium2.PdfDocument(data)
                self.aantal = len(self._document)
                self._is_open = True
            except pypdfium2.PdfiumError as error:
                raise NietTeTonen(_no_pdf(error)) from None
            if not self.aantal:
                self._document.close()
                raise NietTeTonen("In deze PDF staat geen enkele bladzijde.")

    def teken(self, nummer: int, breedte: int) -> QImage:
        """Draw a page at this width, on white."""
        import pypdfium2

        with _pdfium:
            if not self._is_open:
                return QImage()  # it was asked for just before the viewer closed
            try:
                page = self._document[nummer]
            except pypdfium2.PdfiumError:
                raise NietTeTonen(f"Bladzijde {nummer + 1} van deze PDF is beschadigd.") from None
            try:
                wide, high = (max(each, 1.0) for each in page.get_size())
                scale = min(breedte / wide, (MOST_PIXELS / (wide * high)) ** 0.5)
                bitmap = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
                try:
                    return _copied(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride)
                finally:
                    bitmap.close()
            finally:
                page.close()

    def sluit(self) -> None:
        """Close the document; a second time does nothing."""
        with _pdfium:
            self._is_open = False
            self._document.close()

    def __del__(self) -> None:
        """Whoever asked for it is gone already; PDFium must not be called when it pleases the garbage collector."""
        if hasattr(self, "_document"):
            self.sluit()


class BeeldBlad:
    """A picture, as the one page it is.

    Parameters:
        data: the whole file.
        soort: what it was when it came in, e.g. `png`; nothing else is tried.

    Raises:
        NietTeTonen: it is too large, or damaged.
    """

    aantal = 1

    def __init__(self, data: bytes, soort: str) -> None:
        if len(data) > MOST_IMAGE_BYTES:
            raise NietTeTonen("Deze afbeelding is te groot om hier te laten zien.")
        held = QByteArray(data)
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer, QByteArray(soort.encode()))
        reader.setDecideFormatFromContent(False)
        reader.setAutoDetectImageFormat(False)
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(_bounded(size))
        self._image = reader.read()
        if self._image.isNull():
            raise NietTeTonen("Deze afbeelding is beschadigd en kan niet worden getoond.")

    def teken(self, nummer: int, breedte: int) -> QImage:
        """The picture; it is made smaller here, and never larger than it is."""
        from PySide6.QtCore import Qt

        if breedte >= self._image.width():
            return self._image
        return self._image.scaledToWidth(max(breedte, 1), Qt.TransformationMode.SmoothTransformation)

    def sluit(self) -> None:
        """Let go of the picture."""
        self._image = QImage()


def _bounded(size: QSize) -> QSize:
    """The size at which a picture is read, so that a small file can't become a mountain of pixels."""
    pixels = size.width() * size.height()
    if pixels > MOST_IMAGE_PIXELS:
        raise NietTeTonen("Deze afbeelding heeft te veel beeldpunten om hier te laten zien.")
    if pixels <= MOST_PIXELS:
        return size
    part = (MOST_PIXELS / pixels) ** 0.5
    return QSize(max(int(size.width() * part), 1), max(int(size.height() * part), 1))


def _copied(pixels: ctypes.Array, width: int, height: int, stride: int) -> QImage:
    """An image with its own memory: that of PDFium goes when the page is closed."""
    form = QImage.Format.Format_RGB32 if sys.byteorder == "little" else QImage.Format.Format_RGBX8888
    return QImage(memoryview(pixels).cast("B"), width, height, stride, form).copy()


def _no_pdf(error: Exception) -> str:
    if "password" in str(error).lower():
        return "Deze PDF is met een wachtwoord beveiligd en kan hier niet worden getoond."
    return "Deze PDF is beschadigd en kan niet worden getoond."
