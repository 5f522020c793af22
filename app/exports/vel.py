"""What parts of a document are written on: a Word document (`schrijver.Writer`), or lines to look at beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.exports.schrijver import Fact
from app.exports.tekst import Regel
from app.exports.wordxml import Entry

KOP, TUSSENKOP, LABEL, REGEL, PUNT = "kop", "tussenkop", "label", "regel", "punt"
"""What a line of a preview is."""


class Vel(Protocol):
    """Something that takes a document part by part; see `schrijver.Writer` for what each means."""

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """A heading."""

    def label(self, text: str) -> None:
        """A small line above an answer."""

    def paragraph(self, text: str, style: str = "Normal") -> None:
        """A paragraph."""

    def prose(self, regels: Sequence[Regel], leads: frozenset[str] = frozenset()) -> None:
        """Paragraphs and lists."""

    def facts(self, facts: Sequence[Fact], *, per_row: int = 1, height: int = 0) -> None:
        """Names with their values."""

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str | Sequence[Entry]]],
        shares: Sequence[int],
        *,
        height: int = 0,
        caption: str = "",
        together: bool = False,
    ) -> None:
        """A table."""


@dataclass(frozen=True, slots=True)
class Proefregel:
    """One line of a preview.

    Attributes:
        soort: `KOP`, `TUSSENKOP`, `LABEL`, `REGEL` or `PUNT`.
    """

    soort: str
    tekst: str


class Proefvel:
    """Takes a document and keeps its words in order, to show what would leave before it does."""

    def __init__(self) -> None:
        self.regels: list[Proefregel] = []

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """A heading."""
        self._add(KOP if level == 1 else TUSSENKOP, text)

    def label(self, text: str) -> None:
        """A small line above an answer."""
        self._add(LABEL, text)

    def paragraph(self, text: str, style: str = "Normal") -> None:
        """A paragraph."""
        self._add(PUNT if style == "List Bullet" else REGEL, text)

    def prose(self, regels: Sequence[Regel], leads: frozenset[str] = frozenset()) -> None:
        """Paragraphs and lists."""
        for regel in regels:
            self._add(PUNT if regel.punt else REGEL, regel.tekst)

    def facts(self, facts: Sequence[Fact], *, per_row: int = 1, height: int = 0) -> None:
        """Names with their values."""
        for name, value in facts:
            self._add(REGEL, f"{name}: {value}")

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str | Sequence[Entry]]],
        shares: Sequence[int],
        *,
        height: int = 0,
        caption: str = "",
        together: bool = False,
    ) -> None:
        """A table: a line per row."""
        for row in rows:
            cells = [cell if isinstance(cell, str) else "\n".join(text for _, text in cell) for cell in row]
            self._add(PUNT, " · ".join(cell for cell in cells if cell))

    def _add(self, soort: str, tekst: str) -> None:
        if tekst.strip():
            self.regels.append(Proefregel(soort, tekst))
