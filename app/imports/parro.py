"""Reads the times of Parro from pasted text: only the cells; what they mean, `app.models.parrotijden` finds out."""

from app.imports.problem import ImportProblem
from app.imports.tabel.gescheiden import rijen
from app.imports.tabel.grenzen import binnen_grenzen, check_bytes
from app.imports.tekst import schoon
from app.models.tabelimport.tabel import Tabel

GEPLAKT = "De geplakte lijst"


def lees_parro(text: str) -> Tabel:
    """The rows of a pasted list, without a heading: above one there may be a day, which has to stay.

    Raises:
        ImportProblem: it is too large, empty, or a quote isn't closed; its str says what, where and what to do.
    """
    check_bytes(len(text), GEPLAKT)
    lines = [
        (line, tuple(map(schoon, cells)))
        for line, cells in binnen_grenzen(rijen(text.replace("\x00", ""), GEPLAKT), GEPLAKT)
    ]
    rows = [(line, cells) for line, cells in lines if any(cells)]
    if not rows:
        raise ImportProblem(
            f"{GEPLAKT} is leeg: kopieer in Parro of in je eigen overzicht de tijden met de namen, en plak ze hier."
        )
    width = max(len(cells) for _line, cells in rows)
    return Tabel(
        kop=tuple(f"kolom {number}" for number in range(1, width + 1)),
        rijen=tuple((*cells, *[""] * (width - len(cells))) for _line, cells in rows),
        bron=GEPLAKT,
        regels=tuple(line for line, _cells in rows),
    )
