"""How large a table may be, and the sentences for one that is larger."""

from collections.abc import Iterable, Iterator

from app.imports.problem import ImportProblem
from app.models.tabelimport.tabel import Regel

MAX_BYTES = 20 * 1024 * 1024
"""A list of 20,000 pupils with two parents each takes some 6 MB."""

MAX_RIJEN = 100_000
MAX_KOLOMMEN = 250
MAX_CEL = 100_000
"""Characters in one cell."""


def check_bytes(size: int, naam: str) -> None:
    """Refuse a file that is no list of one school.

    Raises:
        ImportProblem: it is too large.
    """
    if size > MAX_BYTES:
        raise ImportProblem(
            f"{naam} is {size / 1024**2:.0f} MB en dat is te groot voor een tabel (hoogstens {MAX_BYTES >> 20} MB): "
            "bewaar alleen het blad met de lijst in een nieuw bestand en kies dat."
        )


def binnen_grenzen(regels: Iterable[Regel], naam: str) -> Iterator[Regel]:
    """The rows, as long as they are not too many or too wide.

    Raises:
        ImportProblem: they are.
    """
    for number, regel in enumerate(regels):
        if number >= MAX_RIJEN:
            raise ImportProblem(
                f"{naam} heeft meer dan {MAX_RIJEN // 1000}.000 rijen: knip de lijst in stukken en lees die na elkaar "
                "in."
            )
        if len(regel[1]) > MAX_KOLOMMEN:
            raise ImportProblem(
                f"{naam} heeft op regel {regel[0]} meer dan {MAX_KOLOMMEN} kolommen: kies een lijst met alleen de "
                "kolommen die je wilt inlezen."
            )
        yield regel
