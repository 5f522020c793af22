"""Annexes that come along to the application that follows: an own file for each, so that neither depends on the other.

The sealed file is the same, only its name differs; where the disk allows, both names lead to one copy.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from app.models.consult import Bijlage
from app.models.ids import new_id
from app.storage import bijlageopslag
from app.storage.archive import Archive
from app.storage.bijlagen import laat_vallen, punten, zet_punt
from app.storage.errors import translated


@contextmanager
def neem_mee(archive: Archive, folder: Path, van: str, naar: str, author: str) -> Iterator[None]:
    """Within this block, and with all that is written in it, the annexes and the judged checklist come along.

    A line of which a file is no longer there is left open, so that it is named as missing.

    Parameters:
        folder: of the archive.
        van, naar: ids of the `Consult` that was and the one that begins.

    Raises:
        StorageError: the disk is full or refuses; nothing stays behind.
    """
    linked: list[Bijlage] = []
    try:
        with archive.batch():
            lost = set()
            for bijlage in archive.all(Bijlage, van=van):
                new = replace(bijlage, id=new_id(), van=naar)
                if _link(folder, bijlage.id, new.id):
                    linked.append(new)
                    archive.add(new, author)
                else:
                    lost.add(bijlage.punt)
            for punt in punten(archive, van).values():
                work = zet_punt(punt.leerling, naar, punt.punt, "" if punt.punt in lost else punt.staat)
                archive.write(work.kind, work.id, {**work.velden, "toelichting": punt.toelichting}, author)
            yield
    except BaseException:
        for each in linked:
            laat_vallen(folder, each)
        raise
    for each in linked:
        bijlageopslag.give_final_name(folder, each.id)


def _link(folder: Path, old: str, new: str) -> bool:
    """Give a sealed file a second name; False when it isn't there."""
    source, target = bijlageopslag.bestand_van(folder, old), bijlageopslag.unrecorded(folder, new)
    if not source.is_file():
        return False
    with translated(folder):
        try:
            os.link(source, target)
        except OSError:  # not every disk knows two names for one file
            try:
                shutil.copyfile(source, target)
            except BaseException:
                with suppress(OSError):
                    target.unlink(missing_ok=True)
                raise
    return True
