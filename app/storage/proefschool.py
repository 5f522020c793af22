"""Writes the Proefschool into a fresh archive, all of it or nothing."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from app.models.bespreking import Formulier
from app.models.records import Record
from app.models.school import Medewerker
from app.storage.archive import Archive

EVERY = 50
"""Number of records between two reports of progress."""


def schrijf(archive: Archive, records: Iterable[Record], voortgang: Callable[[int, int], None] | None = None) -> None:
    """Write the records of a school in one batch.

    The words of a form are written answer by answer, by whoever said them, so that each has a history as if it had been
    typed. All else is said by the intern begeleider.

    Parameters:
        archive: a fresh one.
        records: each after what it refers to; one of them must be the intern begeleider.
        voortgang: is told now and then how many are written, and of how many.

    Raises:
        StorageError: the environment refused; nothing is written.
    """
    all_records = tuple(records)
    ib = next(each.naam for each in all_records if isinstance(each, Medewerker) and "ib" in each.rollen)
    with archive.batch():
        for number, record in enumerate(all_records):
            if voortgang is not None and number % EVERY == 0:
                voortgang(number, len(all_records))
            if isinstance(record, Formulier):
                _schrijf_formulier(archive, record)
            else:
                archive.add(record, ib)


def _schrijf_formulier(archive: Archive, formulier: Formulier) -> None:
    before = archive.get(Formulier, formulier.vorige)
    begun = before.antwoorden if before else {}
    archive.add(replace(formulier, antwoorden=begun), formulier.spreker)
    for section, answers in formulier.antwoorden.items():
        for field, answer in answers.items():
            if begun.get(section, {}).get(field) != answer:
                archive.write_answer(formulier.id, f"{section}.{field}", answer, formulier.spreker)
