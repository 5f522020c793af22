"""Kinds of file that can be an annex, and what the program can do with each."""

from typing import NamedTuple

MOST_BYTES = 200 * 1024 * 1024
"""Larger files are not taken: one such file is a film, or a scan that has to be made again at a lower resolution."""

PDF, BEELD, TEKST, ELDERS = "pdf", "beeld", "tekst", "elders"
"""How a file is shown: by pages, as a picture, as text, or only in another program."""


class Bijlagesoort(NamedTuple):
    """A kind of file.

    Attributes:
        media: media type, as kept in `Bijlage.soort`.
        woord: what people call it.
        einde: ending of its file name; a copy gets this one, whatever the original was called.
        toon: one of `PDF`, `BEELD`, `TEKST`, `ELDERS`.
    """

    media: str
    woord: str
    einde: str
    toon: str


_ZIPPED = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

SOORTEN: dict[str, Bijlagesoort] = {
    each.media: each
    for each in (
        Bijlagesoort("application/pdf", "PDF", "pdf", PDF),
        Bijlagesoort("image/png", "afbeelding", "png", BEELD),
        Bijlagesoort("image/jpeg", "foto", "jpg", BEELD),
        Bijlagesoort("image/gif", "afbeelding", "gif", BEELD),
        Bijlagesoort("image/webp", "afbeelding", "webp", BEELD),
        Bijlagesoort("text/plain", "tekst", "txt", TEKST),
        Bijlagesoort(f"{_ZIPPED}.wordprocessingml.document", "Word", "docx", ELDERS),
        Bijlagesoort(f"{_ZIPPED}.spreadsheetml.sheet", "Excel", "xlsx", ELDERS),
        Bijlagesoort(f"{_OPEN}.text", "OpenDocument-tekst", "odt", ELDERS),
        Bijlagesoort(f"{_OPEN}.spreadsheet", "OpenDocument-rekenblad", "ods", ELDERS),
        Bijlagesoort("application/msword", "Word", "doc", ELDERS),
    )
}
"""By media type."""

EINDEN = ("pdf", "docx", "doc", "odt", "xlsx", "ods", "txt", "png", "jpg", "jpeg", "gif", "webp")
"""Endings that the dialog for choosing files offers; what a file really is, its content decides."""


def grootte_in_woorden(grootte: int) -> str:
    """Bytes as people say them, e.g. `1,4 MB`."""
    if grootte < 1024:
        return f"{grootte} bytes"
    if grootte < 1024 * 1024:
        return f"{round(grootte / 1024)} kB"
    return f"{grootte / 1024 / 1024:.1f} MB".replace(".", ",")
