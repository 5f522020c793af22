"""Annexes when the power goes: what has a record is whole, and what has none is gone after the next start."""

import os
import random
import time
from collections.abc import Callable
from multiprocessing.reduction import DupFd
from pathlib import Path

import pytest

from app.models.consult import Bijlage
from app.storage import bijlagen
from app.storage.archive import Archive

from . import kijker, kill
from .school import KEY, filled_archive

ROUNDS = 6


def run_and_kill(run: Callable[[str, str, int], None], folder: Path, leerling: str, after: float) -> None:
    """Let a program run, and kill it so many seconds after it said that it is at it."""
    ours, theirs = os.pipe()
    process = kill.nursery().Process(target=_run, args=(run, str(folder), leerling, DupFd(theirs)), daemon=True)
    process.start()
    os.close(theirs)
    with os.fdopen(ours, "rb") as told:
        assert told.read(1) == b"x"
        time.sleep(after)
        process.kill()
        process.join(kill.START_SECONDS)
    assert process.exitcode == -9


def _run(run, folder, leerling, out) -> None:
    run(folder, leerling, out.detach())


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_kill_while_adding_leaves_whole_annexes_only(tmp_path, seed):
    folder = tmp_path / "archief"
    made = filled_archive(folder)
    run_and_kill(kijker.add_for_ever, folder, made.leerling, random.Random(seed).uniform(0, 0.4))

    archive = Archive(folder, KEY)
    bijlagen.ruim_op(archive, folder)
    kept = archive.all(Bijlage)
    assert kept
    for bijlage in kept:
        assert len(bijlagen.inhoud(folder, bijlage)) == bijlage.grootte
    assert {path.name for path in (folder / "bijlagen").iterdir()} == {f"{each.id}.rgb" for each in kept}
    assert archive.check() == []
    archive.close()
